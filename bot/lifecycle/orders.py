"""What do the comments on an issue and its pull requests order, once it is known who may?

Commands are read by time, over both threads; an edited comment counts from its last edit, and as
its editor's word as well as its author's. The submitter may withdraw and ask for help; the
rest takes the right to write, asked of GitHub. An order given before the issue was last reopened
is spent. The bot never obeys itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot import commands
from bot.model.account import Account
from bot.model.approval import Word
from bot.model.command import GRAMMAR, Command, Misused, Unknown
from bot.model.quotation import quoted
from bot.model.setting import Setting
from bot.model.world import GHOST, Comment, Issue, writer_of, written_at

# How many of the last odd commands are answered: all go into one comment, which has an end.
MOST_ANSWERS = 10

_WHO = {rule.name: rule.who for rule in GRAMMAR}
# What decides on the submission as it was, until somebody reopens the issue.
_ENDINGS = frozenset({"decline", "withdraw"})
_SPENT_BY_REOPENING = _ENDINGS | {"approve", "hold"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """The sum of all commands.

    `approval` and `held` tell the last word on merging; what was approved before `spent_at` is
    spent. `category` and `settings` override the
    form; `refreshed` counts how often everything was to be looked up again. `answers` are
    sentences to commands that cannot be obeyed; `obeyed` the ids of comments to acknowledge.
    """

    approval: Word | None = None
    spent_at: str = ""
    held: bool = False
    ended: str = ""
    reason: str = ""
    category: str = ""
    settings: tuple[Setting, ...] = ()
    not_duplicate: bool = False
    refreshed: int = 0
    helped: bool = False
    answers: tuple[str, ...] = ()
    obeyed: tuple[int, ...] = ()


def orders(
    issue: Issue, comments: Iterable[Comment], may: Callable[[str], bool], bot: Account
) -> Orders:
    """Sum up the commands of `comments`; `may` tells whether a person has the right to write."""
    sum_ = _Sum(issue)
    for comment in sorted(comments, key=lambda each: (written_at(each), each.id)):
        if bot.wrote(comment):
            continue
        found = commands.read(comment.body)
        if found:
            sum_.obeyed.append(comment.id)
        for order in found:
            sum_.take(order, comment, _without_right(order, comment, issue, may))
    return sum_.result()


def _without_right(
    order: Command | Misused | Unknown, comment: Comment, issue: Issue, may: Callable[[str], bool]
) -> str:
    """Name who made a comment what it is, as author or editor, and may not order this; or ""."""
    open_to_all = isinstance(order, Unknown) or "submitter" in _WHO[order.name]
    for who in dict.fromkeys((comment.author, writer_of(comment))):
        if not (open_to_all and who == issue.author != GHOST) and not may(who):
            return who
    return ""


class _Sum:
    """The orders added up so far."""

    def __init__(self, issue: Issue) -> None:
        self._issue = issue
        self.obeyed: list[int] = []
        self._answers: list[str] = []
        self._settings: dict[str, Setting] = {}
        self._now = Orders(spent_at=issue.reopened_at)

    def take(self, order: Command | Misused | Unknown, comment: Comment, barred: str) -> None:
        """Add one order, or the sentence that says why it is not obeyed: `barred` may not order."""
        if isinstance(order, Unknown):
            if not barred:
                meant = f"; did you mean “/{order.meant}”?" if order.meant else ""
                self._answers.append(f"there is no command “/{order.word}”{meant}")
        elif barred:
            who = f"{quoted(barred)} has no right to write here"
            self._answers.append(f"“/{order.name}” was not obeyed: {who}")
        elif isinstance(order, Misused):
            problem = order.problem
            self._answers.append(f"“/{order.name}” was not obeyed: {problem.message}")
        else:
            self._obey(order, comment)

    def _obey(self, order: Command, comment: Comment) -> None:
        now, name = self._now, order.name
        if name in _SPENT_BY_REOPENING and self._is_late(name, comment):
            return
        if name in _ENDINGS:
            self._now = replace(now, ended=name, reason=order.text)
        elif name == "approve":
            word = Word(str(comment.id), writer_of(comment), written_at(comment))
            self._now = replace(now, approval=word, held=False, reason="")
        elif name == "hold":
            now = replace(now, approval=None, spent_at=written_at(comment))
            self._now = replace(now, held=True, reason=order.text)
        elif name == "refresh":
            reason = now.reason if now.ended else ""
            self._now = replace(now, refreshed=now.refreshed + 1, held=False, reason=reason)
        elif name == "category":
            self._now = replace(now, category=order.text)
        elif name == "not-duplicate":
            self._now = replace(now, not_duplicate=True)
        elif name == "help":
            self._now = replace(now, helped=True)
        elif order.setting:
            self._settings[order.setting.field] = order.setting

    def _is_late(self, name: str, comment: Comment) -> bool:
        """Tell whether a decision is of no effect: spent since, or of what has ended already."""
        ended = self._now.ended
        return written_at(comment) <= self._issue.reopened_at or bool(ended and name != ended)

    def result(self) -> Orders:
        """Give the sum."""
        return replace(
            self._now,
            settings=tuple(self._settings.values()),
            answers=tuple(dict.fromkeys(self._answers))[-MOST_ANSWERS:],
            obeyed=tuple(self.obeyed),
        )
