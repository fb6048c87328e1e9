"""Accept, ask, wait, or point at what is listed already?

A certain duplicate is refused unless it brings something that the listed entry lacks; then it
becomes a proposed change of that entry. A work that is merely alike is shown and blocks nothing,
nor does a work that was removed. What is asked for by an older open submission waits for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.dedupe.compare import compare
from bot.dedupe.find import find
from bot.errors import Problem
from bot.model.decision import Change, Decision, Verdict
from bot.model.listing import Listing
from bot.model.match import Match
from bot.model.paper import Catalog, Paper
from bot.model.record import Record, record_of
from bot.model.request import Arrival, Pending, Request, Wish
from bot.model.submission import PAPER_FORM
from bot.review.category import propose
from bot.review.draft import draft, title_of
from bot.review.merge import disagreements, merged

_LABEL = {field.id: field.label for field in PAPER_FORM}


class _Known(NamedTuple):
    """All that a wish is judged by; `taken` grows with each new entry of the submission."""

    catalog: Catalog
    listing: Listing
    arrival: Arrival
    taken: set[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What was found about one wish."""

    record: Record
    change: Change | None = None
    problems: tuple[Problem, ...] = ()
    matches: tuple[Match, ...] = ()
    notes: tuple[str, ...] = ()
    waiting_for: int | None = None


def decide(
    request: Request,
    catalog: Catalog,
    listing: Listing,
    arrival: Arrival,
    pending: Sequence[Pending] = (),
) -> Decision:
    """Judge a whole submission: one work that cannot be listed holds back all of it."""
    answers: list[_Answer] = []
    taken = {paper.id for paper in catalog.papers} | {work.id for work in catalog.removed}
    known = _Known(catalog, listing, arrival, taken)
    for wish in request.wishes:
        answer = _answer(wish, request, known)
        if twin := _twin(answer, answers):
            note = f"“{wish.given}” is the same work as “{twin.record.title}” above it"
            answer = _Answer(record=answer.record, notes=(note,))
        answer = _behind(answer, pending)
        if answer.change:
            taken.add(answer.change.after.id)
        answers.append(answer)
    return _summed(request, catalog, answers)


def _summed(request: Request, catalog: Catalog, answers: list[_Answer]) -> Decision:
    problems = [*request.problems, *(found for each in answers for found in each.problems)]
    order = list(_LABEL.values())
    matches = tuple(match for each in answers for match in each.matches)
    named = {match.b for match in matches}
    waiting = [each.waiting_for for each in answers if each.waiting_for]
    changes = tuple(each.change for each in answers if each.change)
    return Decision(
        verdict=_verdict(bool(problems), bool(waiting), bool(changes)),
        changes=changes,
        problems=tuple(sorted(problems, key=lambda problem: order.index(problem.field))),
        matches=matches,
        listed=tuple(paper for paper in catalog.papers if paper.id in named),
        notes=tuple(note for each in answers for note in each.notes),
        leftovers=request.leftovers,
        waiting_for=min(waiting, default=None),
    )


def _verdict(problems: bool, waiting: bool, changes: bool) -> Verdict:  # noqa: FBT001  (three facts)
    if problems:
        return "needs-work"
    if waiting:
        return "waiting"
    return "accepted" if changes else "duplicate"


def _answer(wish: Wish, request: Request, known: _Known) -> _Answer:
    title = title_of(wish)
    slug, notes = _category(title, request, known)
    offered = _draft(wish, request, known, slug) if title else None
    record = (
        record_of(offered)._replace(key=wish.given, ids=wish.ids)
        if offered
        else Record(key=wish.given, title="", ids=wish.ids, urls=wish.links)
    )
    matches = tuple(find(record, known.catalog.papers))
    if same := next((match for match in matches if match.verdict == "duplicate"), None):
        return _listed(wish, request, known, record, same)
    problems = (
        *_missing(wish, request, title, slug),
        *_contradictions(wish, record, matches, known.catalog),
    )
    return _Answer(
        record=record,
        change=Change(offered) if offered and not problems else None,
        problems=problems,
        matches=matches,
        notes=(*notes, *_removed_before(record, known.catalog)),
    )


def _category(title: str, request: Request, known: _Known) -> tuple[str, tuple[str, ...]]:
    """Give the category asked for, or else the likeliest one with a note that says why."""
    if request.category or not title:
        return request.category or "", ()
    text = " ".join((title, *request.keywords))
    proposals = propose(text, known.catalog.papers, known.listing)
    if not proposals:
        return "", ()
    first, *others = (" / ".join(known.listing.path(each.slug)) for each in proposals)
    nearest = "”, “".join(proposals[0].nearest[:2])
    why = f" (nearest: “{nearest}”)" if nearest else ""
    note = f"the category “{first}” is the bot's proposal for “{title}”{why}; please check it"
    if others:
        note += f", it may also be “{'” or “'.join(others)}”"
    return proposals[0].slug, (note,)


def _draft(wish: Wish, request: Request, known: _Known, slug: str) -> Paper:
    arrival = known.arrival
    category = slug or known.listing.categories[0].slug
    return draft(
        wish, request, known.taken, category=category, added=arrival.added, issue=arrival.issue
    )


def _listed(wish: Wish, request: Request, known: _Known, record: Record, same: Match) -> _Answer:
    """Answer a wish for a listed work: with a change if it brings something new."""
    listed = next(paper for paper in known.catalog.papers if paper.id == same.b)
    # Keywords are given for all works of a submission; they are no news about one of several.
    about_it = request if len(request.wishes) == 1 else replace(request, keywords=())
    offered = _draft(replace(wish, title=listed.title), about_it, known, listed.category)
    after = merged(listed, offered)
    return _Answer(
        record=record,
        change=Change(after, listed) if after != listed else None,
        matches=(same,),
        notes=tuple(f"“{listed.title}”: {each}" for each in disagreements(listed, offered)),
    )


def _missing(wish: Wish, request: Request, title: str, slug: str) -> Iterator[Problem]:
    if not title and (wish.links or wish.ids):
        where = "beside its link" if len(request.wishes) > 1 else "here"
        message = f"the link alone does not tell the title; write it {where}"
        yield Problem(_LABEL["title"], wish.given, message)
    elif title and not slug:
        yield Problem(_LABEL["category"], "", "nothing in the list is like this; choose one")


def _contradictions(
    wish: Wish, record: Record, matches: tuple[Match, ...], catalog: Catalog
) -> Iterator[Problem]:
    """Ask back where a link belongs to a listed work but the title given is another's."""
    named = {match.b for match in matches}
    for paper in catalog.papers:
        shared = set(paper.ids) & set(record.ids)
        if paper.id in named and any(not work.startswith("github:") for work in shared):
            message = (
                f"“{wish.given}” is the link of “{paper.title}”, which is listed; "
                "give this work's own link, or leave the title empty if that is the one you mean"
            )
            yield Problem(_LABEL["title"], record.title, message)


def _removed_before(record: Record, catalog: Catalog) -> tuple[str, ...]:
    return tuple(
        f"“{work.title}” was on the list and was removed: {work.reason}"
        + (f" (issue {work.issue})" if work.issue else "")
        for work in catalog.removed
        if set(work.ids) & set(record.ids)
        or _is_same(record, Record(key=work.id, title=work.title, ids=work.ids))
    )


def _twin(answer: _Answer, earlier: list[_Answer]) -> _Answer | None:
    return next((each for each in earlier if _is_same(answer.record, each.record)), None)


def _behind(answer: _Answer, pending: Sequence[Pending]) -> _Answer:
    """Let a wish wait for the oldest open submission that asks for the same work."""
    issues = [
        other.issue
        for other in pending
        if _is_same(answer.record, Record(key="", title=other.title, ids=other.ids))
    ]
    return replace(answer, waiting_for=min(issues), change=None) if issues else answer


def _is_same(one: Record, other: Record) -> bool:
    match = compare(one, other)
    return match is not None and match.verdict == "duplicate"
