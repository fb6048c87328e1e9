"""Which of several open submissions that ask for one work asked for it first, as they stand?

An edit, or a reopening, that asks for something new asks for it then, however old the issue is;
one that asks for the same as before keeps its place. The bot's comment remembers since when.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.flows.github.facts.submissions import as_reopened, gives_way, memory_of
from bot.model.github.account import Account
from bot.model.github.world import Issue, World
from bot.model.state import FINAL
from bot.model.submissions.memory import ClaimedWork, Memory
from bot.model.submissions.review import Change, Review
from bot.model.submissions.submission import Pending
from bot.text.fold import fold


def asked_at(issue: Issue) -> str:
    """Tell since when an issue asks for what it asks for now."""
    return max(issue.created_at, issue.edited_at, issue.reopened_at)


def works_of(changes: Iterable[Change]) -> Iterator[ClaimedWork]:
    """Give the works that changes would list: new ones, and what is added to listed ones."""
    for change in changes:
        if change.after is None:
            continue
        if change.before is None:
            yield ClaimedWork(title=change.after.title, ids=change.after.ids)
        elif added := tuple(id_ for id_ in change.after.ids if id_ not in change.before.ids):
            yield ClaimedWork(title="", ids=added)


def dated(
    works: Iterable[ClaimedWork], issue: Issue, memory: Memory | None
) -> tuple[ClaimedWork, ...]:
    """Write down since when an issue asks for each of its works."""
    return tuple(replace(work, since=_since(work, issue, memory)) for work in works)


def _since(work: ClaimedWork, issue: Issue, memory: Memory | None) -> str:
    times = [
        old.since or issue.created_at
        for old in (memory.works if memory else ())
        if is_work(work, old.title, old.ids)
    ]
    if not times:
        return asked_at(issue)
    # Closed and reopened before the bot had said that it ended, it has kept its place.
    reopened = "" if FINAL.isdisjoint(issue.labels) else issue.reopened_at
    return max(min(times), reopened)


def is_work(work: ClaimedWork, title: str, ids: Iterable[str]) -> bool:
    """Tell whether a work that is asked for is the one of a title, or of one of some ids."""
    titled = work.title != "" and fold(work.title) == fold(title)
    return titled or not set(work.ids).isdisjoint(ids)


def pending_before(number: int, world: World, bot: Account) -> tuple[Pending, ...]:
    """List the works that other open submissions ask for and asked for first.

    One that the bot cannot handle keeps no other from its work.
    """
    own = as_reopened(world.issues[number], world.pulls_of(number))
    memory = memory_of(own, bot)
    return tuple(
        Pending(issue=other.number, title=work.title, ids=work.ids)
        for other in world.issues.values()
        if other.number != number and other.is_open and not gives_way(other)
        for work in _first_claims(_claimed(other, world, bot), other.number, own, memory)
    )


def _first_claims(
    works: tuple[ClaimedWork, ...], other: int, own: Issue, memory: Memory | None
) -> Iterator[ClaimedWork]:
    """Give those works of another submission's that it asked for before this one did.

    Of two that share several, one is first in all of them: they would wait for each other.
    """
    claimed = memory.works if memory else ()
    shared = [work for work in works if any(is_work(work, old.title, old.ids) for old in claimed)]
    ours = min((_since(work, own, memory) for work in shared), default="")
    theirs = min((work.since for work in shared), default="")
    for work in works:
        since = (theirs, ours) if work in shared else (work.since, _since(work, own, memory))
        if (since[0], other) < (since[1], own.number):
            yield work


def _claimed(issue: Issue, world: World, bot: Account) -> tuple[ClaimedWork, ...]:
    memory = memory_of(issue, bot)
    if memory is None or not memory.works:
        return ()
    return dated(memory.works, as_reopened(issue, world.pulls_of(issue.number)), memory)


def behind(review: Review, works: Iterable[ClaimedWork], pending: Iterable[Pending]) -> Review:
    """Let a correction that adds what another submission asked for first wait for that."""
    ids = {id_ for work in works for id_ in work.ids}
    first = [other.issue for other in pending if not ids.isdisjoint(other.ids)]
    if review.verdict != "accepted" or not first:
        return review
    return replace(review, verdict="waiting", waiting_for=min(first))
