"""What did somebody edit by hand on the base branch itself, and how does it come into the data?

The documents there say what the data do not know. They are held against the newest commit in which
both agreed, as a pull request is held against where it was forked off; so what was changed in the
data alone is no edit of the documents. No service is asked: the rows' own words are taken.
"""

from collections.abc import Sequence
from typing import NamedTuple

from bot.errors import InvalidError
from bot.flows.github.facts.base import Base, documents_at
from bot.flows.github.facts.doors import History
from bot.flows.github.facts.offer import added_rows, is_complete, read_offer
from bot.flows.review_form import Offering, review_offer
from bot.model.github.diff import Diff
from bot.model.lists.listing import Listing
from bot.model.papers.metadata import LookupResult, Metadata
from bot.model.papers.offer import Offer
from bot.model.papers.paper import Catalog
from bot.model.submissions.review import Change
from bot.model.submissions.submission import Origin
from bot.review.apply import applied
from bot.review.paper.work import ReviewContext
from bot.store import files, papers

# So many commits back the two are looked for in agreement.
MOST_COMMITS = 50
_REASON = "Taken out by hand"
# Of no use to anybody: an entry that somebody wrote by hand on an unknown day has none.
_NO_DAY = "2000-01-01"


class ByHand(NamedTuple):
    """What was edited by hand: the list with it, the changes, and what of it is in doubt."""

    catalog: Catalog
    changes: tuple[Change, ...] = ()
    doubts: tuple[str, ...] = ()


def taken_up(history: History, base: Base) -> ByHand:
    """Take into the data what documents on the base branch hold and the data lack."""
    offer = _offer(history, base)
    if offer is None:
        return ByHand(base.catalog)
    context = ReviewContext(base.catalog, base.listing, Origin(added=_NO_DAY))
    review = review_offer(Offering(offer, "", _REASON), context, _nobody).review
    changes = tuple(map(_undated, review.changes))
    doubts = tuple(
        f"{problem.value or problem.field}: {problem.message}" for problem in review.problems
    )
    catalog = applied(base.catalog, changes)
    try:
        papers.dump_checked(catalog, base.listing)
    except InvalidError as error:
        return ByHand(base.catalog, doubts=tuple(map(str, error.problems)))
    return ByHand(catalog, changes, doubts)


def _nobody(ids: Sequence[Sequence[str]], _reports: object) -> list[LookupResult]:
    """Give what is known without asking a service."""
    return [LookupResult(tuple(asked), (), Metadata()) for asked in ids]


def _undated(change: Change) -> Change:
    if change.after is None or change.before:
        return change
    return Change(after=change.after.model_copy(update={"added": None}))


def _offer(history: History, base: Base) -> Offer | None:
    there = {**base.documents, files.PAPERS: base.papers_text}
    if is_complete(there, base.listing):
        return added_rows(base.documents, base.catalog, base.listing)
    start = _last_right(history, base)
    if start is None:
        return None
    changed = {path: text for path, text in there.items() if history.text(start, path) != text}
    return read_offer(Diff(fork=start, texts=changed), history, base)


def _last_right(history: History, base: Base) -> str | None:
    """Find the newest commit in which data and documents agreed."""
    commit, right = base.tip, _at(history, base.tip, base.listing)
    for _ in range(MOST_COMMITS):
        parents = history.parents(commit)
        if not parents:
            return None
        commit = parents[0]
        there = _at(history, commit, base.listing)
        if there != right and is_complete(there, base.listing):
            return commit
        right = there
    return None


def _at(history: History, commit: str, listing: Listing) -> dict[str, str]:
    text = history.text(commit, files.PAPERS) or ""
    return {**documents_at(history, commit, listing), files.PAPERS: text}
