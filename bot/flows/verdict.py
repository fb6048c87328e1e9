"""What is the verdict on a request, once the services have said what they know?"""

from collections.abc import Sequence
from dataclasses import replace

from bot.model.papers.listing import Listing
from bot.model.papers.metadata import LookupResult
from bot.model.papers.paper import Catalog
from bot.model.submissions.review import Review
from bot.model.submissions.submission import Origin, Pending, Submission
from bot.review.decide import decide
from bot.review.enrich import enriched, may_pass, outages, remarks, told


def verdict(
    request: Submission,
    reports: Sequence[LookupResult],
    lists: tuple[Catalog, Listing],
    arrival: Origin,
    pending: Sequence[Pending] = (),
) -> Review:
    """Decide a request; one that lacks a title because a service is down waits for it, for days.

    If it lasts, or the service refuses, the title is asked for: that is all that is needed. What is
    listed under the same identifier is known without any title, and waits for nobody.
    `reports` holds what was learnt of each wish, in order; it is empty where nobody was asked.
    """
    if not reports:
        return decide(request, *lists, arrival, pending)
    if silent := outages(request, reports):
        known = decide(request, *lists, arrival, pending)
        if known.verdict == "duplicate":
            return known
        if may_pass(silent, arrival):
            return Review(verdict="waiting", notes=told(silent), leftovers=request.leftovers)
    decision = decide(enriched(request, reports), *lists, arrival, pending)
    return replace(decision, notes=(*decision.notes, *remarks(reports)))
