"""Somebody reports where a work was published: what do the services say of that?

It stands beside the report, so that a maintainer needs one look and one word.
"""

from collections.abc import Iterator, Sequence

from bot.model.papers.metadata import LookupResult, Metadata, Unavailable
from bot.model.papers.paper import Venue
from bot.model.quotation import quoted
from bot.model.submissions.review import Change, Review
from bot.venues.compare import one_venue

# What one submission lets be looked up of what it reports; more is a person's own work.
MOST_REPORTS = 10


def reports(review: Review) -> list[Change]:
    """Give the changes that say where a listed work was published."""
    published = [
        change
        for change in review.changes
        if change.before and change.after and change.after.venue not in {None, change.before.venue}
    ]
    return published[:MOST_REPORTS]


def vouched(changes: Sequence[Change], lookups: Sequence[LookupResult]) -> tuple[str, ...]:
    """Say, a sentence each, what the services say of each report."""
    return tuple(
        vouch(change.paper.venue, lookup.metadata, lookup.unavailable)
        for change, lookup in zip(changes, lookups, strict=True)
        if change.paper.venue
    )


def vouch(reported: Venue, metadata: Metadata, unavailable: Sequence[Unavailable] = ()) -> str:
    """Say in a sentence what is known of one report; `unavailable` are those who did not answer."""
    statements = list(_said(metadata))
    agree = [source for source, venue in statements if one_venue(venue, str(reported))]
    others = [
        f"{quoted(source)} says {quoted(v)}" for source, v in statements if source not in agree
    ]
    silent = ", ".join(quoted(answer.service) for answer in unavailable)
    remarks = [f"confirmed by {quoted(', '.join(agree))}"] if agree else []
    remarks += others
    if silent:
        remarks.append(f"{silent} did not answer")
    if not (agree or others):
        remarks.insert(0, "no service that was asked says where it was published")
    if not agree:
        remarks.append("a maintainer checks it")
    return f"the venue {quoted(reported)}: {'; '.join(remarks)}"


def _said(metadata: Metadata) -> Iterator[tuple[str, str]]:
    if metadata.venue:
        yield metadata.venue.source, str(metadata.venue.value)
    for conflict in metadata.conflicts:
        if conflict.field == "venue":
            yield conflict.b.source, conflict.b.value
