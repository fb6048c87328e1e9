"""Which year, links and ids do the fields of a bibliographic record hold?"""

import re

from bot.model.identifier import arxiv_id, doi_id

_YEAR = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]{1,2000}")


def first_year(text: str) -> int | None:
    """Give the first year in a text such as "2023 Mar 4"; None if there is none."""
    found = _YEAR.search(text)
    return int(found[0]) if found else None


def addresses(text: str) -> tuple[str, ...]:
    """Give the links in a text, each once."""
    return tuple(dict.fromkeys(_URL.findall(text)))


def work_ids(arxiv: str, doi: str, urls: tuple[str, ...]) -> tuple[str, ...]:
    """Give the canonical ids that the fields name, each once."""
    found = (arxiv_id(arxiv), *map(doi_id, (doi, *urls)))
    return tuple(dict.fromkeys(value for value in found if value))
