"""Which year, ids and addresses do the fields of a bibliographic record hold?"""

import re
from collections.abc import Iterable

from bot.identify import address, canonical
from bot.links.identifier import arxiv_id, doi_id

_YEAR = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")


def first_year(text: str) -> int | None:
    """Give the first year in a text such as "2023 Mar 4"; None if there is none."""
    found = _YEAR.search(text)
    return int(found[0]) if found else None


def work_ids(arxiv: str, doi: str, links: Iterable[str]) -> tuple[str, ...]:
    """Give the canonical ids that the fields name, each once."""
    found = (arxiv_id(arxiv), doi_id(doi) or canonical(doi), *map(canonical, links))
    return tuple(dict.fromkeys(value for value in found if value))


def unknown_addresses(links: Iterable[str]) -> tuple[str, ...]:
    """Give the addresses, as they compare, of the links that name no work that we know."""
    return tuple(dict.fromkeys(address(link) for link in links if not canonical(link)))
