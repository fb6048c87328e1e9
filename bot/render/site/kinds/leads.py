"""How does a work's page name what the site tells more of: people, venues, keywords, other works?

The pages of all works stand in one folder, so each of these is written once for all of them.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.model.papers.paper import Paper
from bot.people.name import spoken
from bot.render.addresses import category_path, paper_path, relative, venue_path
from bot.render.site.parts.citation_tags import cited
from bot.render.site.parts.contents import Contents
from bot.render.site.parts.page import macro
from bot.render.site.parts.ways import search

# Stands for the page of any work.
_PAGE = paper_path("any")


class Leads(NamedTuple):
    """Names as markup, with the way to what is told of them if there is any.

    Authors are found by their names as an entry has them, venues by name and year, categories by
    their slugs, and other works by their ids. `cited` is how the head of a page names an author,
    and no markup.
    """

    authors: Mapping[str, str]
    cited: Mapping[str, str]
    venues: Mapping[tuple[str, int | None], str]
    categories: Mapping[str, str]
    kinds: Mapping[str, str]
    institutions: Mapping[str, str]
    keywords: Mapping[str, str]
    works: Mapping[str, str]


def leads(site: Contents) -> Leads:
    """Write all that the pages of the list's works name."""
    link, near, papers = macro("values.html", "link"), macro("values.html", "near"), site.papers
    venues = {(paper.venue.name, paper.venue.year): paper.venue for paper in papers if paper.venue}
    names = _each(paper.authors for paper in papers)
    return Leads(
        authors={name: link(spoken(name), _author(name, site)) for name in names},
        cited={name: cited(name) for name in names},
        venues={
            (name, year): link(str(venue), relative(venue_path(name, year), _PAGE))
            for (name, year), venue in venues.items()
        },
        categories={
            category.slug: link(category.title, relative(category_path(category.slug), _PAGE))
            for category in site.listing.categories
        },
        kinds=_searched("kind", (paper.kind for paper in papers)),
        institutions=_searched("institution", _each(paper.affiliations for paper in papers)),
        keywords=_searched("keyword", _each(paper.keywords for paper in papers)),
        works={
            paper.id: near(paper.title, relative(paper_path(paper.id), _PAGE), _where(paper))
            for paper in papers
        },
    )


def _each(several: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(text for texts in several for text in texts))


def _author(name: str, site: Contents) -> str:
    """Give the way to an author's other works, "" if there are none."""
    group = site.authors.get(spoken(name))
    return relative(group.path, _PAGE) if group else ""


def _searched(facet: str, texts: Iterable[str]) -> dict[str, str]:
    link = macro("values.html", "link")
    return {text: link(text, search({facet: text}, _PAGE)) for text in dict.fromkeys(texts)}


def _where(paper: Paper) -> str:
    return str(paper.venue or (paper.date or "")[:4])
