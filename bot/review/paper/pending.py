"""What does a paper's review owe to the open submissions that asked for something before it?

What asks for the same work waits; what only may be the same work goes on, and people are told.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.dedupe.compare.verdict import compare_records
from bot.links.identifier import without_repositories
from bot.model.papers.match import Match
from bot.model.papers.record import Record
from bot.model.quotation import quoted
from bot.model.submissions.submission import Pending
from bot.review.paper.work import PaperReview
from bot.text.cut import cut

# Of a title in a note that the bot remembers, and how many works are named beside one.
LONGEST_NAMED = 200
MOST_NAMED = 5


def behind(review: PaperReview, pending: Sequence[Pending]) -> PaperReview:
    """Let a paper wait for the open submission that asked for the same work first.

    What is listed already and lacks nothing waits for nobody.
    """
    if not review.change and not review.problems:
        return review
    compared = [(other, compare_records(review.record, _record(other))) for other in pending]
    issues = [other.issue for other, match in compared if _asks_for(other, match, review.record)]
    if issues:
        return replace(review, waiting_for=min(issues), change=None)
    alike = [_alike(other, match) for other, match in compared if match][:MOST_NAMED]
    return replace(review, notes=(*review.notes, *alike)) if alike else review


def _asks_for(other: Pending, match: Match | None, record: Record) -> bool:
    """Tell whether an older submission asks for a work, by whatever title it goes there by now.

    An id names one entry; a code repository can be that of several.
    """
    shared = {*without_repositories(other.ids)} & {*record.ids}
    return bool(shared) or (match is not None and match.verdict == "duplicate")


def _alike(other: Pending, match: Match) -> str:
    """Say that a work that was asked for first may be this one."""
    title, reasons = quoted(cut(other.title, LONGEST_NAMED)), "; ".join(match.reasons)
    return f"issue {other.issue} suggests {title}, perhaps the same work ({reasons})"


def _record(other: Pending) -> Record:
    return Record(key="", title=other.title, ids=other.ids)
