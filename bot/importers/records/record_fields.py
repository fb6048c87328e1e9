"""Which year, ids and addresses do the fields of a bibliographic record hold?"""

import re
from collections.abc import Iterable

from bot.identify import canonical, parse_link
from bot.links.identifier import arxiv_id, doi_id

_YEAR = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")


def first_year(text: str) -> int | None:
    """Give the first year in a text such as "2023 Mar 4"; None if there is none."""
    match = _YEAR.search(text)
    return int(match[0]) if match else None


def works_and_pages(
    arxiv: str, doi: str, links: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the canonical ids that the fields name, and where the other links lead, each once."""
    parsed = [link for link in map(parse_link, links) if link]
    works = (arxiv_id(arxiv), doi_id(doi) or canonical(doi), *(link.work for link in parsed))
    pages = (link.address for link in parsed if not link.work)
    return tuple(dict.fromkeys(filter(None, works))), tuple(dict.fromkeys(pages))
