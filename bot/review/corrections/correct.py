"""What does a correction change: which entry, how, and does it contradict another one?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.errors import Problem
from bot.model.form import (
    CHANGE_ENTRY,
    CORRECTION_FORM,
    CORRECTION_LABELS,
    REMOVE_ENTRY,
    RawSubmission,
    in_order_of,
)
from bot.model.lists.listing import Listing
from bot.model.papers.match import Match
from bot.model.papers.paper import Catalog, Paper
from bot.model.quotation import quoted
from bot.model.submissions.review import Change, Review
from bot.model.submissions.submission import Origin
from bot.review.ambiguities import ambiguities
from bot.review.apply import removal
from bot.review.corrections.rewrite import FIELDS, rewritten
from bot.review.paper.named import MOST_NAMED, named, near
from bot.review.paper.same import likened
from bot.review.paper.work import ReviewContext
from bot.text.clean import clean
from bot.text.cut import cut

LONGEST_REASON = 500  # the whole of it stands in the issue

_ANY = Paper(id="any", title="Any", category="any")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Corrected:
    """What the answers led to; `matches` are works that it makes the entry look like."""

    change: Change | None = None
    problems: tuple[Problem, ...] = ()
    matches: tuple[Match, ...] = ()


def correct(raw: RawSubmission, context: ReviewContext) -> Review:
    """Judge a correction form; it is accepted if it changes or removes exactly one entry."""
    catalog = context.catalog
    entries = named(raw.values.get("entry", ""), catalog.papers)
    action = raw.values.get("action", "").casefold()
    corrected = (
        _removed(raw, entries, context.origin)
        if action == REMOVE_ENTRY.casefold()
        else _changed(raw, entries, catalog, context.listing)
    )
    problems = (
        *ambiguities(raw, CORRECTION_FORM),
        *_entry_problems(raw, entries, catalog.papers),
        *_action_problems(raw),
        *corrected.problems,
    )
    alike = {match.b for match in corrected.matches}
    return Review(
        verdict="needs-work" if problems else "accepted",
        changes=(corrected.change,) if corrected.change and not problems else (),
        problems=in_order_of(CORRECTION_LABELS, problems),
        matches=corrected.matches,
        listed=tuple(paper for paper in catalog.papers if paper.id in alike),
        leftovers=raw.leftovers,
    )


def _entry_problems(
    raw: RawSubmission, entries: Sequence[Paper], papers: Sequence[Paper]
) -> Iterator[Problem]:
    text = raw.values.get("entry", "")
    if len(entries) == 1 or "entry" in raw.ambiguous:
        return
    how = "give its id in data/papers.json, its link or its whole title"
    if len(entries) > 1:
        message = f"this names more than one entry, {_listed(entries)}; write the id of one"
    elif text:
        close = near(text, papers)
        advice = f"did you mean {_listed(close)}?" if close else how
        message = f"no entry of the list is called so or has this link; {advice}"
    else:
        message = f"say which entry is meant: {how}"
    yield Problem(CORRECTION_LABELS["entry"], text, message)


def _action_problems(raw: RawSubmission) -> Iterator[Problem]:
    answer = raw.values.get("action", "")
    actions = {CHANGE_ENTRY.casefold(), REMOVE_ENTRY.casefold()}
    if answer.casefold() not in actions and "action" not in raw.ambiguous:
        message = f"choose “{CHANGE_ENTRY}” or “{REMOVE_ENTRY}”"
        yield Problem(CORRECTION_LABELS["action"], answer, message)


def _listed(papers: Sequence[Paper]) -> str:
    """Name a few entries so that one of them can be chosen."""
    names = [f"{quoted(paper.title)} ({paper.id})" for paper in papers[:MOST_NAMED]]
    return " or ".join(names) + (" or others" if len(papers) > MOST_NAMED else "")


def _removed(raw: RawSubmission, entries: Sequence[Paper], origin: Origin) -> _Corrected:
    """Take an entry off the list; the reason stays, to be shown when it is suggested again."""
    problems = []
    reason = clean(raw.values.get("wrong", ""))
    if not reason and "wrong" not in raw.ambiguous:
        message = "say why the entry should go; the reason is kept, for those who suggest it again"
        problems.append(Problem(CORRECTION_LABELS["wrong"], raw.values.get("wrong", ""), message))
    if changes := raw.values.get("right"):
        message = f"an entry that goes cannot change; empty this, or choose “{CHANGE_ENTRY}”"
        problems.append(Problem(CORRECTION_LABELS["right"], changes, message))
    if problems or len(entries) != 1:
        return _Corrected(problems=tuple(problems))
    return _Corrected(change=removal(entries[0], cut(reason, LONGEST_REASON), origin.issue))


def _changed(
    raw: RawSubmission, entries: Sequence[Paper], catalog: Catalog, listing: Listing
) -> _Corrected:
    text = raw.values.get("right", "")
    if not text:
        return _Corrected(problems=tuple(_no_changes(raw)))
    # Where the entry is not known, the lines are still read, to report all problems at once.
    before = entries[0] if len(entries) == 1 else _ANY
    others = [paper for paper in catalog.papers if paper.id != before.id]
    after, faults = rewritten(text, before, others, listing)
    problems = [Problem(CORRECTION_LABELS["right"], line, message) for line, message in faults]
    if after == before and not faults and before is not _ANY:
        message = "the entry says this already; nothing would change"
        problems.append(Problem(CORRECTION_LABELS["right"], text, message))
    if before is _ANY or after == before:
        return _Corrected(problems=tuple(problems))
    matches = likened(before, after, catalog)
    problems += _contradictions(after, matches, others)
    return _Corrected(
        change=Change(before=before, after=after), problems=tuple(problems), matches=tuple(matches)
    )


def _no_changes(raw: RawSubmission) -> Iterator[Problem]:
    action = raw.values.get("action", "").casefold()
    if action == CHANGE_ENTRY.casefold() and "right" not in raw.ambiguous:
        fields = ", ".join(FIELDS)
        message = f"write each change on a line, as “field: value”; the fields are {fields}"
        yield Problem(CORRECTION_LABELS["right"], "", message)


def _contradictions(
    after: Paper, matches: Sequence[Match], others: Sequence[Paper]
) -> Iterator[Problem]:
    """Refuse to make two entries one work."""
    titles = {paper.id: paper.title for paper in others}
    for match in matches:
        if match.verdict == "duplicate":
            message = (
                f"this would make it the same work as {quoted(titles[match.b])} ({match.b}): "
                f"{'; '.join(match.reasons)}; one work has one entry, so mend this, or ask for "
                "the removal of one of the two"
            )
            yield Problem(CORRECTION_LABELS["right"], after.title, message)
