"""What have people decided on the dashboard, by ticks and by commands?

A tick is a maintainer's word: only who may write here can edit an issue that the bot has opened.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from bot import commands
from bot.identify import address
from bot.model.commands.command import Command
from bot.model.commands.given import OBEYED
from bot.model.github.account import Account
from bot.model.github.world import Comment, writer_of
from bot.model.quotation import quoted
from bot.model.upkeep.kept import Decision, Doubt
from bot.model.upkeep.link import Finding
from bot.upkeep.board.boxes import Tick, key_of
from bot.upkeep.board.troubles import key, troubles
from bot.upkeep.links.outcome import worth

# What a tick, or a command with the link, can order about a link in trouble.
ABOUT_LINKS = frozenset({"keep", "remove", "archive"})


class Outcome(NamedTuple):
    """What an order decides, or the sentence that says why it does nothing."""

    decision: Decision | None
    refusal: str = ""


class HeardOrder(NamedTuple):
    """One order of a comment: what it decides, or the sentence that says why it does nothing."""

    comment: int
    decision: Decision | None
    refusal: str = ""


def from_ticks(
    ticked: Iterable[Tick],
    findings: Iterable[Finding],
    doubts: Iterable[Doubt],
    by: str,
    day: str,
) -> Iterator[Decision]:
    """Give what ticked boxes decide; boxes of what is no more decide nothing."""
    by_key = {key(trouble): trouble for trouble in troubles(findings)}
    pairs = {key_of(doubt.key): doubt.key for doubt in doubts}
    for tick in sorted(ticked):
        if tick.verb in ABOUT_LINKS and tick.key in by_key:
            for finding in by_key[tick.key]:
                yield _about(tick.verb, finding, by, day)
        if tick.verb == "distinct" and tick.key in pairs:
            yield Decision(about="distinct", key=pairs[tick.key], by=by, on=day)


def from_comments(
    comments: Iterable[Comment],
    findings: Iterable[Finding],
    may: Callable[[str], bool],
    bot: Account,
    day: str,
) -> list[HeardOrder]:
    """Give what the commands of comments decide, but for those that were obeyed already.

    One that was refused once stays so, and is answered as long as it stands.
    """
    by_address = {address(finding.url): finding for finding in findings}

    def decide(order: Command, by: str) -> list[Outcome]:
        if order.name not in ABOUT_LINKS:
            return []
        return [_outcome(order, by_address.get(address(order.text)), by, day)]

    return words_of(comments, decide, may, bot)


def words_of(
    comments: Iterable[Comment],
    decide: Callable[[Command, str], Sequence[Outcome]],
    may: Callable[[str], bool],
    bot: Account,
) -> list[HeardOrder]:
    """Give what `decide(order, login)` makes of each order that was not obeyed yet.

    It gives nothing for what is no order of its kind. Nothing comes of an order by somebody who
    may not write, nor of one that was refused: what came since does not make that one count.
    """
    all_words = []
    for comment in comments:
        if bot.wrote(comment) or OBEYED in comment.signs:
            continue
        who = writer_of(comment)
        for order in commands.read(comment.body):
            if not isinstance(order, Command):
                continue
            outcomes = decide(order, who)
            barred = [login for login in (who, comment.author) if outcomes and not may(login)]
            if barred:
                named = quoted(barred[0])
                reason = f"“/{order.name}” was not obeyed: {named} has no right to write here"
                outcomes = [Outcome(None, reason)]
            words = [HeardOrder(comment.id, *outcome) for outcome in outcomes]
            all_words += [_still(order, word) for word in words] if comment.signs else words
    return all_words


def _still(order: Command, word: HeardOrder) -> HeardOrder:
    late = f"“/{order.name} {order.text}” was not obeyed; write it again if it should"
    return HeardOrder(word.comment, None, word.refusal or late)


def _outcome(order: Command, finding: Finding | None, by: str, day: str) -> Outcome:
    if finding is None:
        reason = f"“/{order.name}” had no effect: {quoted(order.text)} is no link in question here"
        return Outcome(None, reason)
    if order.name == "archive" and not finding.state.archived:
        return Outcome(None, f"no archived copy of {quoted(order.text)} is known")
    return Outcome(_about(order.name, finding, by, day))


def _about(verb: str, finding: Finding, by: str, day: str) -> Decision:
    value = worth(finding.state) if verb == "keep" else verb
    return Decision(about="link", key=finding.url, value=value, by=by, on=day)
