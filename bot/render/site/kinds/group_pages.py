"""What do the pages of an author, a venue, a year show, and those that lead to all of them?"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.people.name import is_group, read_name
from bot.render.addresses import authors_path, home_path, relative, statistics_path, venues_path
from bot.render.site.parts.contents import Contents
from bot.render.site.parts.groups import FEWEST_OF_AUTHOR, Group, distinct, venue_years
from bot.render.site.parts.page import Page
from bot.render.site.parts.ways import search
from bot.text.fold import fold


def group_pages(site: Contents) -> Iterator[Page]:
    """Yield the pages of all authors of several works, venues, their years, and years."""
    for author in distinct(site.authors):
        yield _page(author, ("Authors", authors_path), {"author": author.name}, site)
    for venue in distinct(site.venues):
        parts = venue_years(venue)
        yield _page(venue, ("Venues", venues_path), {"venue": venue.name}, site, parts)
        for part in parts:
            question = {"venue": venue.name, "q": part.name.removeprefix(f"{venue.name} ")}
            yield _page(part, (venue.name, venue.path), question, site)
    for year in site.years:
        question = {"from": year.name, "to": year.name}
        yield _page(year, ("Statistics", statistics_path), question, site)


def authors_page(site: Contents) -> Page:
    """Give the page that leads to the authors, by the first letter of their families' names."""
    named = sorted((_sorted_by(group.name), group) for group in distinct(site.authors))
    sections = [
        (letter.upper(), [group for _, group in groups])
        for letter, groups in groupby(named, key=lambda pair: pair[0][:1])
    ]
    intro = f"Those of {FEWEST_OF_AUTHOR} or more works of this list; the search finds all."
    return Page(authors_path, "Authors", intro, "groups", {"sections": sections})


def venues_page(site: Contents) -> Page:
    """Give the page that leads to the venues: the owner's groups first, then all."""
    sections: list[tuple[str, Sequence[Group]]] = [
        (group.title, [site.venues[name] for name in group.venues if name in site.venues])
        for group in site.listing.venue_groups
    ]
    sections.append(("All venues" if sections else "", distinct(site.venues)))
    count = sum(len(group.papers) for group in sections[-1][1])
    intro = f"{len(sections[-1][1]):,} venues of {count:,} published works."
    return Page(venues_path, "Venues", intro, "groups", {"sections": sections})


def _page(
    group: Group,
    above: tuple[str, str],
    question: dict[str, str],
    site: Contents,
    parts: Sequence[Group] = (),
) -> Page:
    title, path = above
    page = group.path
    return Page(
        page,
        group.name,
        f"{group.name}: {len(group.papers):,} of {len(site.papers):,} works"
        f" in {site.listing.title}",
        "group",
        {
            "steps": [(relative(home_path, page), "All"), (relative(path, page), title)],
            "search": search(question, page),
            "parts": parts,
            "works": site.rows(group.papers, page),
        },
    )


def _sorted_by(name: str) -> str:
    """Give a name by which its family's name comes first."""
    return fold(name if is_group(name) else read_name(name).inverted)
