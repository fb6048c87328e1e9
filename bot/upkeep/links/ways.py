"""Who can be asked about a link: an interface, or only its page, and which links come first?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from bot.identify import canonical
from bot.model.papers.paper import Catalog
from bot.model.upkeep.link import LinkState

Way = Literal["arxiv", "github", "doi", "page"]
_BY_FAMILY: Mapping[str, Way] = {"arxiv": "arxiv", "github": "github", "doi": "doi"}


class LinkQuery(NamedTuple):
    """A link, the way to ask about it, and by which name: a work id, a repository, an address."""

    url: str
    way: Way
    name: str


def asked(url: str) -> LinkQuery:
    """Say how to ask about a link; that of a work with an interface needs no page of its own."""
    family, _, value = (canonical(url) or "").partition(":")
    way = _BY_FAMILY.get(family, "page")
    names = {"arxiv": f"arxiv:{value}", "page": url}
    return LinkQuery(url, way, names.get(way, value))


def links_of(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Give every link of the list with the ids of the entries that have it, in the file's order."""
    ids_by_url: dict[str, list[str]] = defaultdict(list)
    for paper in catalog.papers:
        for link in paper.links:
            if paper.id not in ids_by_url[link.url]:
                ids_by_url[link.url].append(paper.id)
    return {url: tuple(entries) for url, entries in ids_by_url.items()}


def in_turn(urls: Iterable[str], seen: Mapping[str, LinkState]) -> list[LinkQuery]:
    """Put links in the order in which they are asked about: what was not reached last time first.

    Of equal age, pages of one host are not asked one after the other, since each host wants time.
    """
    by_age: dict[str, list[LinkQuery]] = defaultdict(list)
    for url in urls:
        by_age[seen[url].looked if url in seen else ""].append(asked(url))
    return [one for age in sorted(by_age) for one in _by_turns(by_age[age])]


def _by_turns(links: Iterable[LinkQuery]) -> list[LinkQuery]:
    hosts: dict[str, list[LinkQuery]] = defaultdict(list)
    for query in links:
        hosts[urlsplit(query.url).netloc].append(query)
    rounds = zip_longest(*(hosts[host] for host in sorted(hosts)))
    return [query for round_ in rounds for query in round_ if query is not None]
