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
    submission: Submission,
    lookups: Sequence[LookupResult],
    lists: tuple[Catalog, Listing],
    origin: Origin,
    pending: Sequence[Pending] = (),
) -> Review:
    """Decide a request; one that lacks a title because a service is down waits for it, for days.

    If it lasts, or the service refuses, the title is asked for: that is all that is needed. What is
    listed under the same identifier is known without any title, and waits for nobody.
    `lookups` holds what was learnt of each paper, in order; it is empty where nobody was asked.
    """
    if not lookups:
        return decide(submission, *lists, origin, pending)
    if silent := outages(submission, lookups):
        known = decide(submission, *lists, origin, pending)
        if known.verdict == "duplicate":
            return known
        if may_pass(silent, origin):
            return Review(verdict="waiting", notes=told(silent), leftovers=submission.leftovers)
    review = decide(enriched(submission, lookups), *lists, origin, pending)
    return replace(review, notes=(*review.notes, *remarks(lookups)))
