"""How do we show what each command does in each state, and by whom?"""

from itertools import groupby

from bot.markdown.quote import sentence
from bot.model.commands.command import GRAMMAR
from bot.model.commands.effect import EFFECTS, Effect
from bot.model.state import State


def effects_text() -> str:
    """Give the table of all commands in all states, in Markdown, as docs/states.md has it."""
    rows = ["| Command | In the state | What happens |", "| --- | --- | --- |"]
    for rule in GRAMMAR:
        effects = [(EFFECTS[rule.name, state], state) for state in State]
        for effect, group in groupby(sorted(effects, key=_order), key=lambda pair: pair[0]):
            states = ", ".join(state for _, state in group)
            every = "any" if states.count(",") == len(State) - 1 else states
            rows.append(f"| `/{rule.name}` | {every} | {_told(effect)} |")
    return "\n".join(rows) + "\n"


def _order(pair: tuple[Effect, State]) -> tuple[bool, str, str]:
    effect, _ = pair
    return bool(effect.said), effect.happens, effect.said


def _told(effect: Effect) -> str:
    said = f" The comment says that {sentence(effect.said)}." if effect.said else ""
    return f"{effect.happens}{said}"
