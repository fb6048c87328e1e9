"""Which works belong together: those of a category, an author, a venue, a year?

Works keep the order in which they come. Names that are folded to the same (`bot.text.fold`) are one
author or venue; the page is called as most of the works write it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from bot.model.papers.paper import Paper
from bot.people.name import spoken
from bot.render.addresses import author_path, venue_path, year_path
from bot.text.fold import fold

# A page for each of the very many authors of one work would only repeat that work's page.
FEWEST_OF_AUTHOR = 2


class Group(NamedTuple):
    """Works with something in common: the path of its page, what it is called, and the works."""

    path: str
    name: str
    papers: tuple[Paper, ...]


def by_category(papers: Iterable[Paper]) -> dict[str, list[Paper]]:
    """Give the works of each category, those listed there also among them."""
    by_slug: dict[str, list[Paper]] = {}
    for paper in papers:
        for slug in (paper.category, *paper.also_in):
            by_slug.setdefault(slug, []).append(paper)
    return by_slug


def authors(papers: Iterable[Paper]) -> dict[str, Group]:
    """Give the authors of two or more works, by each spelling of their names."""
    groups = _grouped(papers, lambda paper: map(spoken, paper.people), author_path)
    return {name: group for name, group in groups.items() if len(group.papers) >= FEWEST_OF_AUTHOR}


def venues(papers: Iterable[Paper]) -> dict[str, Group]:
    """Give the venues, by each spelling of their names."""
    return _grouped(papers, lambda paper: [paper.venue.name] if paper.venue else [], venue_path)


def venue_years(venue: Group) -> list[Group]:
    """Give a venue's works by year, the last first; those of an unknown year are not among them."""
    by_year: dict[int, list[Paper]] = {}
    for paper in venue.papers:
        if paper.venue and paper.venue.year:
            by_year.setdefault(paper.venue.year, []).append(paper)
    return [
        Group(venue_path(venue.name, year), f"{venue.name} {year}", tuple(by_year[year]))
        for year in sorted(by_year, reverse=True)
    ]


def years(papers: Iterable[Paper]) -> list[Group]:
    """Give the works by the year in which they were first public, the last first."""
    by_year: dict[str, list[Paper]] = {}
    for paper in papers:
        if paper.date:
            by_year.setdefault(paper.date[:4], []).append(paper)
    return [
        Group(year_path(year), year, tuple(by_year[year])) for year in sorted(by_year, reverse=True)
    ]


def distinct(groups: Mapping[str, Group]) -> list[Group]:
    """Give each group once, in the order of their names."""
    once = {group.path: group for group in groups.values()}
    return sorted(once.values(), key=lambda group: (fold(group.name), group.path))


def _grouped(
    papers: Iterable[Paper],
    names: Callable[[Paper], Iterable[str]],
    path: Callable[[str], str],
) -> dict[str, Group]:
    members: dict[str, dict[str, Paper]] = {}
    spellings: dict[str, Counter[str]] = {}
    keys: dict[str, str] = {}
    for paper in papers:
        for name in names(paper):
            key = keys.get(name) or keys.setdefault(name, fold(name))
            members.setdefault(key, {})[paper.id] = paper
            spellings.setdefault(key, Counter())[name] += 1
    groups = {
        key: Group(path(_usual(spellings[key])), _usual(spellings[key]), tuple(by_id.values()))
        for key, by_id in members.items()
    }
    return {name: groups[key] for name, key in keys.items()}


def _usual(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda name: (-spellings[name], name))
