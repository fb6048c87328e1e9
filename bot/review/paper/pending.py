"""What does a paper's review owe to the open submissions that asked for something before it?

What asks for the same work waits; what only may be the same work goes on, and people are told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.dedupe.compare.verdict import compare_records
from bot.links.identifier import without_repositories
from bot.model.papers.record import Record
from bot.model.quotation import quoted
from bot.model.submissions.submission import Pending
from bot.review.paper.same import is_same
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
    issues = [other.issue for other in pending if _asks_for(other, review.record)]
    if issues:
        return replace(review, waiting_for=min(issues), change=None)
    alike = [*_alike(review.record, pending)][:MOST_NAMED]
    return replace(review, notes=(*review.notes, *alike)) if alike else review


def _asks_for(other: Pending, record: Record) -> bool:
    """Tell whether an older submission asks for a work, by whatever title it goes there by now.

    An id names one entry; a code repository can be that of several.
    """
    shared = {*without_repositories(other.ids)} & {*record.ids}
    return bool(shared) or is_same(record, _record(other))


def _alike(record: Record, pending: Sequence[Pending]) -> Iterator[str]:
    """Say which works that were asked for first may be this one."""
    for other in pending:
        if match := compare_records(record, _record(other)):
            title = quoted(cut(other.title, LONGEST_NAMED))
            reasons = "; ".join(match.reasons)
            yield f"issue {other.issue} suggests {title}, perhaps the same work ({reasons})"


def _record(other: Pending) -> Record:
    return Record(key="", title=other.title, ids=other.ids)
