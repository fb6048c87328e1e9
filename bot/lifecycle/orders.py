"""What do the comments on an issue and its pull requests order, once it is known who may?

Commands are read by time, over both threads; an edited comment counts from its last edit, and as
its editor's word as well as its author's. The submitter may withdraw and ask for help; the
rest takes the right to write, asked of GitHub. An order given before the issue was last reopened
is spent. The bot never obeys itself. Its reaction to a comment that nobody has edited since stands
for its author's right: who may no longer write has decided what they decided, and who may by now
has not decided what they could not.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot import commands
from bot.commands import Order
from bot.model.commands.command import GRAMMAR, Command, CommandName, Misused, Unknown
from bot.model.commands.effect import EFFECTS
from bot.model.commands.given import OBEYED, REFUSED, Given
from bot.model.commands.setting import Setting
from bot.model.github.account import Account
from bot.model.github.world import GHOST, Comment, Issue, writer_of, written_at
from bot.model.quotation import quoted
from bot.model.state import State
from bot.model.submissions.approval import ApprovalWord

_WHO = {rule.name: rule.who for rule in GRAMMAR}
# What decides on the submission as it was, until somebody reopens the issue.
_ENDINGS = frozenset({"decline", "withdraw"})
_SPENT_BY_REOPENING = _ENDINGS | {"approve", "hold"}
# How the bot once signed whatever it had read.
_READ = "+1"
_LATE_RIGHT = (
    "“/{}” was not obeyed when it was written, and does not count later; write it again if it "
    "should"
)


class Suggested(NamedTuple):
    """One `/suggest`: what follows it, or else its whole comment, and when that was written."""

    text: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """The sum of all commands.

    `approval` and `held` tell the last word on merging; what was approved before `spent_at` is
    spent. `category` and `settings` override the
    form; `refreshed` counts how often everything was to be looked up again, last at
    `refreshed_at`. `given` are all orders, and why they were not obeyed, if they were not.
    `suggested`: the issue is to be taken up as a submission, whatever it is; `suggestions` are the
    words that said so.
    """

    approval: ApprovalWord | None = None
    spent_at: str = ""
    held: bool = False
    ended: str = ""
    reason: str = ""
    category: str = ""
    settings: tuple[Setting, ...] = ()
    not_duplicate: bool = False
    refreshed: int = 0
    helped: bool = False
    refreshed_at: str = ""
    given: tuple[Given, ...] = ()
    suggested: bool = False
    suggestions: tuple[Suggested, ...] = ()


def orders_of(
    issue: Issue, comments: Iterable[Comment], may: Callable[[str], bool], bot: Account
) -> Orders:
    """Sum up the commands of `comments`; `may` tells whether a person has the right to write."""
    sum_ = _Sum(issue)
    for comment in sorted(comments, key=lambda comment: (written_at(comment), comment.id)):
        if bot.wrote(comment):
            continue
        for order in commands.read(comment.body):
            sum_.take(order, comment, _without_right(order, comment, issue, may))
    return sum_.result()


def _without_right(order: Order, comment: Comment, issue: Issue, may: Callable[[str], bool]) -> str:
    """Name who made a comment what it is, as author or editor, and may not order this; or ""."""
    if OBEYED in comment.signs and not comment.edited_at:
        return ""
    open_to_all = isinstance(order, Unknown) or "submitter" in _WHO[order.name]
    for who in dict.fromkeys((comment.author, writer_of(comment))):
        if not (open_to_all and who == issue.author != GHOST) and not may(who):
            return who
    return ""


class _Sum:
    """The orders added up so far."""

    def __init__(self, issue: Issue) -> None:
        self._issue = issue
        self._given: list[Given] = []
        self._settings: dict[str, Setting] = {}
        self._now = Orders(spent_at=issue.reopened_at)
        # Who said the last word on merging, or on the end.
        self._decider = ""

    def take(self, order: Order, comment: Comment, barred: str) -> None:
        """Add one order, or the sentence that says why it is not heard: `barred` may not order."""
        if isinstance(order, Unknown) and barred:
            return
        by = barred or writer_of(comment)
        heard = Given(comment=comment.id, order=order, by=by, at=written_at(comment))
        refusal = _refusal(order, barred)
        if not refusal and REFUSED in comment.signs and not comment.edited_at:
            refusal = _LATE_RIGHT.format(heard.name)
        if refusal or not isinstance(order, Command):
            ours = not barred or barred == self._issue.author
            self._given.append(replace(heard, refusal=refusal, concerned=ours))
            return
        late = self._too_late(order.name, comment)
        self._given.append(replace(heard, idle=late or ""))
        if late is None:
            self._obey(order, comment)

    def _obey(self, order: Command, comment: Comment) -> None:
        now, name = self._now, order.name
        if name in _SPENT_BY_REOPENING:
            self._decide(order, comment)
        elif name == "refresh":
            reason = now.reason if now.ended else ""
            now = replace(now, refreshed_at=written_at(comment))
            self._now = replace(now, refreshed=now.refreshed + 1, held=False, reason=reason)
        elif name == "category":
            self._now = replace(now, category=order.text)
        elif name == "not-duplicate":
            self._now = replace(now, not_duplicate=True)
        elif name == "suggest":
            suggestion = Suggested(order.text or comment.body, written_at(comment))
            self._now = replace(now, suggested=True, suggestions=(*now.suggestions, suggestion))
        elif name == "help":
            self._now = replace(now, helped=True)
        elif order.setting:
            self._settings[order.setting.field] = order.setting

    def _decide(self, order: Command, comment: Comment) -> None:
        now, name, who = self._now, order.name, writer_of(comment)
        last = "approve" if now.approval else "hold" if now.held else name
        if last != name and who != self._decider:
            self._overrule(last, name, who)
        if name in _ENDINGS:
            self._now = replace(now, ended=name, reason=order.text)
        elif name == "approve":
            word = ApprovalWord(str(comment.id), who, written_at(comment))
            self._now = replace(now, approval=word, held=False, reason="")
        else:
            now = replace(now, approval=None, spent_at=written_at(comment))
            self._now = replace(now, held=True, reason=order.text)
        self._decider = who

    def _overrule(self, last: str, word: str, who: str) -> None:
        """Say of the last such order that another person's later word counts instead."""
        by = quoted(self._decider)
        reason = f"“/{last}” by {by} no longer counts: {quoted(who)} said “/{word}” later"
        for at in range(len(self._given) - 1, -1, -1):
            if self._given[at].name == last and not self._given[at].refusal:
                self._given[at] = replace(self._given[at], idle=reason)
                return

    def _too_late(self, name: CommandName, comment: Comment) -> str | None:
        """Say why an order is of no effect: spent since, or of what has ended already.

        None if it is in time; "" where nothing is to be said, since it had its effect once.
        """
        ended = self._now.ended
        if name in _SPENT_BY_REOPENING and written_at(comment) <= self._issue.reopened_at:
            obeyed = comment.signs & {OBEYED, _READ} and not comment.edited_at
            return "" if obeyed else f"“/{name}” does not count: the issue was reopened after it"
        if not ended or name == "help" or name == ended == "decline":
            return None
        state = State.DECLINED if ended == "decline" else State.WITHDRAWN
        reason = f"{EFFECTS[name, state].said} ({quoted(self._decider)} said “/{ended}”)"
        return f"“/{name}” had no effect: {reason}"

    def result(self) -> Orders:
        """Give the sum."""
        settings = tuple(self._settings.values())
        return replace(self._now, settings=settings, given=tuple(self._given))


def _refusal(order: Order, barred: str) -> str:
    """Say why an order is not obeyed whatever its time; "" if there is no such reason."""
    if isinstance(order, Unknown):
        hint = f"; did you mean “/{order.meant}”?" if order.meant else ""
        return f"there is no command “/{order.word}”{hint}"
    if barred:
        return f"“/{order.name}” was not obeyed: {quoted(barred)} has no right to write here"
    if isinstance(order, Misused):
        return f"“/{order.name}” was not obeyed: {order.problem.message}"
    return ""
