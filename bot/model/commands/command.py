"""What can a comment order, who may order it, and what did one order?

`GRAMMAR` is the one place that knows the commands: `bot.commands` reads comments by it and makes
the help text from it, and whoever obeys asks it who may.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from bot.errors import Problem
from bot.model.commands.setting import Setting

CommandName = Literal[
    "approve",
    "decline",
    "category",
    "set",
    "not-duplicate",
    "refresh",
    "hold",
    "withdraw",
    "suggest",
    "keep",
    "remove",
    "archive",
    "drop",
    "help",
]
Argument = Literal["", "[numbers or links]", "[reason]", "slug", "field value", "link", "id"]
Who = Literal["maintainers", "maintainers, submitter"]


class CommandRule(NamedTuple):
    """One command: what follows its name ([...] may be left out), who may, and what it does."""

    name: CommandName
    argument: Argument
    who: Who
    does: str


GRAMMAR = (
    CommandRule(
        "approve", "", "maintainers", "Merge it as soon as it can be, unless the issue changes."
    ),
    CommandRule("decline", "[reason]", "maintainers", "Close it unlisted, and say why."),
    CommandRule("category", "slug", "maintainers", "Put it into this category."),
    CommandRule("set", "field value", "maintainers", "Set a field of the entry; `-` empties it."),
    CommandRule(
        "not-duplicate", "", "maintainers", "List it, however much it looks like another work."
    ),
    CommandRule(
        "refresh", "", "maintainers", "Look everything up again and compute the change afresh."
    ),
    CommandRule(
        "hold", "[reason]", "maintainers", "Leave it as it is until `/approve` or `/refresh`."
    ),
    CommandRule("withdraw", "", "maintainers, submitter", "Take the suggestion back."),
    CommandRule(
        *("suggest", "[numbers or links]", "maintainers"),
        "Take up an issue that the bot has left alone so far, and with it these links, or those of "
        "the comments above; on the dashboard, these candidates.",
    ),
    CommandRule(
        "keep", "link", "maintainers", "On the dashboard: leave a link in trouble as it is."
    ),
    CommandRule("remove", "link", "maintainers", "On the dashboard: propose to take a link out."),
    CommandRule(
        "archive", "link", "maintainers", "On the dashboard: put the archived copy in its place."
    ),
    CommandRule(
        "drop",
        "id",
        "maintainers",
        "Leave out for good: an entry of upkeep's pull request, or a candidate.",
    ),
    CommandRule("help", "", "maintainers, submitter", "Show these commands."),
)


@dataclass(frozen=True, slots=True)
class Command:
    """One order that can be obeyed by its form; nobody has asked yet whether its author may.

    `text` is the reason, or the category as it was named. `/set` has a `setting`.
    """

    name: CommandName
    text: str = ""
    setting: Setting | None = None


@dataclass(frozen=True, slots=True)
class Misused:
    """A command that cannot be obeyed as it is written, and how to write it."""

    name: CommandName
    problem: Problem


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word written like a command that is none; `meant` is the command it resembles, or ""."""

    word: str
    meant: str
