"""Who knows by its title where a work was published of which somebody reports that?

Asked are only those reports that nobody confirms who was asked by an id: a conference that has
accepted a preprint is known by its title first.
"""

from collections.abc import Mapping, Sequence

from bot.model.papers.metadata import LookupResult, Search
from bot.review.paper.vouched import MOST_REPORTS, Report, is_confirmed, with_places


def with_searched(
    lookups: Sequence[LookupResult],
    reports: Sequence[Report | None],
    searches: Mapping[str, Search],
) -> list[LookupResult]:
    """Add to what was looked up of each work what is found by its title, if it was reported.

    Of one submission only so many are searched.
    """
    results = list(lookups)
    wanted = [
        (at, report)
        for at, (lookup, report) in enumerate(zip(lookups, reports, strict=True))
        if report and report.authors and not is_confirmed(report, lookup)
    ]
    for at, report in wanted[:MOST_REPORTS]:
        replies = {name: ask(report.title) for name, ask in searches.items()}
        results[at] = with_places(report, results[at], replies)
    return results
