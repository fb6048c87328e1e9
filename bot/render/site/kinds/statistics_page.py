"""What does the list as a whole look like: how many works by year, venue, institution, category?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.render.addresses import category_path, statistics_path
from bot.render.readme.pictures.picture import Picture
from bot.render.site.parts.contents import Contents
from bot.render.site.parts.groups import distinct
from bot.render.site.parts.page import Page
from bot.render.site.parts.ways import search
from bot.text.cut import clipped

MOST_BARS = 20
# In the picture, whose 456 units are legible on a phone; the numbers stand behind the bars.
_WIDEST = 240
_LONGEST_LABEL = 19

Count = tuple[str, str, int]


class Bar(NamedTuple):
    """One value: its name, whole and for the picture, its page, and how many works have it."""

    name: str
    short: str
    path: str
    size: int
    width: int


class Chart(NamedTuple):
    """A picture of bars with its table."""

    id: str
    title: str
    column: str
    said: str
    bars: Sequence[Bar]


def statistics_page(site: Contents, picture: Picture) -> Page:
    """Give the page with a picture and a table for each question."""
    charts = [_years(site), _venues(site), _institutions(site), _categories(site)]
    values = {"picture": picture, "charts": [chart for chart in charts if chart.bars]}
    intro = f"{len(site.papers):,} works of {site.listing.title}, counted."
    return Page(statistics_path, "Statistics", intro, "statistics", values)


def _years(site: Contents) -> Chart:
    counts = [(year.name, year.path, len(year.papers)) for year in site.years]
    dated = sum(count for _, _, count in counts)
    intro = f"{dated:,} works by the year in which they were first public."
    return Chart("by-year", "By year", "Year", intro, _bars(counts))


def _venues(site: Contents) -> Chart:
    counts = [(venue.name, venue.path, len(venue.papers)) for venue in distinct(site.venues)]
    intro = _said(counts, "published works", "venues")
    return Chart("by-venue", "By venue", "Venue", intro, _bars(_most(counts)))


def _institutions(site: Contents) -> Chart:
    papers = site.papers
    counts_by_name = Counter(name for paper in papers for name in dict.fromkeys(paper.affiliations))
    counts = [
        (name, search({"institution": name}, statistics_path), count)
        for name, count in counts_by_name.items()
    ]
    with_any = sum(bool(paper.affiliations) for paper in papers)
    intro = f"Of the {with_any:,} works whose institutions the list knows."
    return Chart("by-institution", "By institution", "Institution", intro, _bars(_most(counts)))


def _categories(site: Contents) -> Chart:
    counts = [
        (top.title, category_path(top.slug), len(site.below(top.slug)))
        for top in site.listing.children(None)
    ]
    intro = "A work that stands in several categories counts in each."
    return Chart("by-category", "By category", "Category", intro, _bars(counts))


def _said(counts: Sequence[Count], what: str, where: str) -> str:
    whole = sum(count for _, _, count in counts)
    most = f"; the {MOST_BARS} with most are shown" if len(counts) > MOST_BARS else ""
    return f"{whole:,} {what} at {len(counts):,} {where}{most}."


def _most(counts: Iterable[Count]) -> list[Count]:
    """Give those with most works first; equal ones by name."""
    return sorted(counts, key=lambda count: (-count[2], count[0].casefold(), count[0]))[:MOST_BARS]


def _bars(counts: Sequence[Count]) -> list[Bar]:
    most = max((count for _, _, count in counts), default=0)
    return [
        Bar(
            name,
            clipped(name, _LONGEST_LABEL),
            path,
            count,
            max(round(_WIDEST * count / most), 1) if most else 1,
        )
        for name, path, count in counts
    ]
