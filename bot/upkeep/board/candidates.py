"""What have maintainers decided about candidates, by ticks and numbers, and which still stand?"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from bot.model.commands.command import Command
from bot.model.github.account import Account
from bot.model.github.world import Comment, Issue
from bot.model.upkeep.candidate import Candidate
from bot.model.upkeep.kept import Decision, Decisions
from bot.upkeep.board.boxes import Tick
from bot.upkeep.board.orders import HeardOrder, Outcome, words_of

# What is decided about a candidate; of one that was taken, that its issue has been closed since.
TAKEN, DISMISSED, CLOSED = "taken", "dismissed", "closed"
_TICKED = {"suggest": TAKEN, "dismiss": DISMISSED}
_ORDERED = {"suggest": TAKEN, "drop": DISMISSED}
_NUMBER = re.compile(r"(?<!\w)#?([0-9]{1,9})(?!\w)")
MOST_NUMBERS = 40


class Taken(NamedTuple):
    """A candidate that a maintainer wants to be suggested, and who that was."""

    candidate: Candidate
    by: str


def from_ticks(
    ticked: Iterable[Tick], candidates: Iterable[Candidate], by: str, day: str
) -> Iterator[Decision]:
    """Give what ticked boxes decide about candidates; of two for one, that it is dismissed."""
    by_number = {str(candidate.number): candidate for candidate in candidates}
    for tick in sorted(ticked, reverse=True):
        if tick.verb in _TICKED and tick.key in by_number:
            yield _about(by_number[tick.key], _TICKED[tick.verb], by, day)


def from_comments(
    comments: Iterable[Comment],
    candidates: Iterable[Candidate],
    may: Callable[[str], bool],
    bot: Account,
    day: str,
) -> list[HeardOrder]:
    """Give what `/suggest 31 35` and `/drop 31` decide; see `orders.from_comments`."""
    by_number = {candidate.number: candidate for candidate in candidates}

    def decide(order: Command, by: str) -> list[Outcome]:
        if order.name not in _ORDERED or "://" in order.text:
            return []
        numbers = map(int, _NUMBER.findall(order.text)[:MOST_NUMBERS])
        return [_outcome(order, number, by_number, by, day) for number in dict.fromkeys(numbers)]

    return words_of(comments, decide, may, bot)


def _outcome(
    order: Command, number: int, by_number: Mapping[int, Candidate], by: str, day: str
) -> Outcome:
    if number in by_number:
        return Outcome(_about(by_number[number], _ORDERED[order.name], by, day))
    reason = f"“/{order.name} {number}” had no effect: {number} is no candidate here"
    return Outcome(None, reason)


def _about(candidate: Candidate, value: str, by: str, day: str) -> Decision:
    return Decision(about="candidate", key=candidate.work, value=value, by=by, on=day)


def taken(candidates: Iterable[Candidate], decisions: Decisions) -> list[Taken]:
    """Give the candidates that are to become submissions."""
    by = {
        decision.key: decision.by
        for decision in decisions.decisions
        if decision.about == "candidate" and decision.value == TAKEN
    }
    return [
        Taken(candidate, by[candidate.work]) for candidate in candidates if candidate.work in by
    ]


def undecided(
    candidates: Iterable[Candidate],
    decisions: Decisions,
    listed: frozenset[str],
    issues: Iterable[Issue],
) -> tuple[Candidate, ...]:
    """Give the candidates to show: nobody has decided on them, listed them or suggested them."""
    over = listed | {key for key, _ in decisions.about("candidate")}
    texts = [f"{issue.title}\n{issue.body}".lower() for issue in issues]
    return tuple(
        candidate
        for candidate in candidates
        if candidate.work not in over and not any(_is_named(candidate.work, text) for text in texts)
    )


def _is_named(work: str, text: str) -> bool:
    """Tell whether a text in lower case names a work, be it by a link or by its bare number.

    10.1145/12 is not named by 10.1145/123, nor by 10.1145/12.3; 2610.00001 is by 2610.00001v2.
    """
    value = work.partition(":")[2].lower()
    whole = rf"(?<![0-9a-z]){re.escape(value)}(?:v[0-9]{{1,3}})?(?![./-]?[0-9a-z])"
    return value in text and re.search(whole, text) is not None
