"""Somebody reports where a work was published: what do the services say of that?

It stands beside the report, so that a maintainer needs one look and one word.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.model.papers.metadata import (
    Conflict,
    LookupResult,
    Metadata,
    SearchReply,
    Sourced,
    Unavailable,
)
from bot.model.papers.paper import Venue
from bot.model.quotation import quoted
from bot.model.submissions.review import Change, Review
from bot.review.drafts.by_title import places_of
from bot.venues.compare import one_venue

# What one submission lets be looked up of what it reports; more is a person's own work.
MOST_REPORTS = 10


class Report(NamedTuple):
    """What somebody reports: the title and the authors of a listed work, and where it appeared."""

    title: str
    authors: tuple[str, ...]
    venue: Venue


def report_of(change: Change) -> Report | None:
    """Give what a change reports of a listed work; None where it says nothing of a venue."""
    before, venue = change.before, change.paper.venue
    return Report(before.title, before.authors, venue) if before and venue else None


def is_confirmed(report: Report, lookup: LookupResult) -> bool:
    """Tell whether a service says the same already."""
    return any(one_venue(venue, str(report.venue)) for _, venue in _said(lookup.metadata))


def with_places(
    report: Report, lookup: LookupResult, replies: Mapping[str, SearchReply]
) -> LookupResult:
    """Add what those said who were asked by the title, and who of them did not answer."""
    known = lookup.metadata
    silent = tuple(reply for reply in replies.values() if isinstance(reply, Unavailable))
    places = [
        Sourced(venue, service)
        for service, reply in replies.items()
        if not isinstance(reply, Unavailable)
        for venue in places_of(report.title, report.authors, reply)
    ]
    first = next(filter(None, (known.venue, *places)), None)
    others = tuple(
        Conflict("venue", Sourced(str(first.value), first.source), Sourced(str(venue), service))
        for venue, service in places
        if first and not one_venue(str(first.value), str(venue))
    )
    metadata = replace(known, venue=first, conflicts=(*known.conflicts, *others))
    return replace(lookup, answers=(*lookup.answers, *silent), metadata=metadata)


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
