"""What is new: what came onto the list in its last month, and what was first public of late?

"The last month" is that of the last addition, not of the day on which the pages are made, so that
the same list always gives the same page.
"""

from typing import Any

from bot.render.addresses import category_path, new_path
from bot.render.arrivals import Arrival, arrivals
from bot.render.site.parts.contents import Contents
from bot.render.site.parts.page import Page
from bot.text.months import MONTH_NAMES

MOST = 200
MONTHS_SHOWN = 3


def new_page(site: Contents) -> Page:
    """Give the page of what is new."""
    come = arrivals(site.papers, MOST)
    month = come[0].day[:7] if come else ""
    come = [arrival for arrival in come if arrival.day.startswith(month)]
    alone = {arrival.papers[0].id for arrival in come if len(arrival.papers) == 1}
    values = {
        "month": _spoken(month),
        "at_once": [_at_once(arrival, site) for arrival in come if len(arrival.papers) > 1],
        "works": site.rows([paper for paper in site.papers if paper.id in alone], new_path),
        "months": _published(site),
    }
    intro = f"What came onto {site.listing.title} last, and what was published last."
    return Page(new_path, "New this month", intro, "new", values)


def _published(site: Contents) -> list[tuple[str, Any]]:
    """Give the works of the last months that have any, by their own dates."""
    dated = [paper for paper in site.papers if paper.date and len(paper.date) > 4]
    months = sorted({(paper.date or "")[:7] for paper in dated}, reverse=True)[:MONTHS_SHOWN]
    return [
        (
            _spoken(month),
            site.rows([paper for paper in dated if (paper.date or "").startswith(month)], new_path),
        )
        for month in months
    ]


def _at_once(come: Arrival, site: Contents) -> dict[str, Any]:
    """Say where the works that came in one go stand, by top-level category."""
    ids = {paper.id for paper in come.papers}
    categories = [
        (top.title, category_path(top.slug), sum(paper.id in ids for paper in site.below(top.slug)))
        for top in site.listing.children(None)
    ]
    return {
        "day": come.day,
        "count": len(ids),
        "categories": [(title, path, count) for title, path, count in categories if count],
    }


def _spoken(month: str) -> str:
    """Write "2026-11" as people do: "November 2026"."""
    year, _, number = month.partition("-")
    return f"{MONTH_NAMES[int(number) - 1]} {year}" if number else ""
