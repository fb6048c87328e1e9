"""What does each command do in each state, and what is said where it does nothing?

This table is the one place that knows. `bot.lifecycle.outcomes` answers by it, and
the table in docs/states.md is held to it. What a person may order at all stands in
`bot.model.commands.command.GRAMMAR`.
"""

from typing import NamedTuple

from bot.model.commands.command import GRAMMAR, CommandName
from bot.model.state import FINAL, State


class Effect(NamedTuple):
    """What happens, as a sentence; where nothing does, `said` is what the comment says of it."""

    happens: str
    said: str = ""


_OPEN: dict[CommandName, str] = {
    "approve": "It is merged, if what the bot had shown by then is still what would land.",
    "decline": "It is declined: the pull request and the issue are closed.",
    "category": "The entry moves there; an approval of before does not count any more.",
    "set": "The field is set; an approval of before does not count any more.",
    "not-duplicate": "It is not taken for a listed work, now or later.",
    "refresh": "Everything is looked up and computed afresh, and a hold ends.",
    "hold": "It is on hold.",
    "withdraw": "It is withdrawn: the pull request and the issue are closed.",
    "suggest": "The bot takes the issue up, if it had left it alone.",
    "keep": "Nothing.",
    "remove": "Nothing.",
    "archive": "Nothing.",
    "drop": "Nothing.",
    "help": "The comment shows the commands.",
}
NOT_SHOWN = "nothing that could be approved had been shown by then"
_ENDED = {
    State.ACCEPTED: "it is on the list already; the form “Correct an entry” changes it or takes it "
    "off again",
    State.DECLINED: "it was declined already; whoever may can reopen the issue to have it "
    "looked at anew",
    State.WITHDRAWN: "it was taken back already; reopening the issue takes it up again",
}
ELSEWHERE: dict[CommandName, str] = {
    "keep": "it is a word for the dashboard",
    "remove": "it is a word for the dashboard",
    "archive": "it is a word for the dashboard",
    "drop": "it is a word for upkeep's pull request",
}
_DECIDABLE = {State.READY, State.APPROVED, State.ON_HOLD}


def effect(name: CommandName, state: State) -> Effect:
    """Say what a command does that is given while a submission is in a state."""
    if name == "help":
        return Effect(_OPEN[name])
    if name in ELSEWHERE:
        return Effect(_OPEN[name], ELSEWHERE[name])
    if (name, state) == ("decline", State.DECLINED):
        return Effect("Its reason, if it has one, is the one that is given.")
    if state in FINAL:
        return Effect("Nothing.", _ENDED[state])
    if name == "approve" and state not in _DECIDABLE:
        return Effect("The approval does not count.", NOT_SHOWN)
    return Effect(_OPEN[name])


EFFECTS: dict[tuple[CommandName, State], Effect] = {
    (rule.name, state): effect(rule.name, state) for rule in GRAMMAR for state in State
}
