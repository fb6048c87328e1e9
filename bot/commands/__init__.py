"""What does this comment order?

A command is a line of its own:

    line     = "/" name [punctuation] [white space argument]
    name     = one of `bot.model.command.GRAMMAR`, in any case, in ASCII letters
    argument = as that table has it, to the end of the line

Up to three spaces may stand before it. It counts only where a reader sees plain text: not in a
quote (nor in the lines that Markdown counts to the quote above them), not in fenced, indented or
inline code, not in an HTML comment, also one that is never closed. A path (`/usr/bin`) is none.
"""

import re
from difflib import get_close_matches
from itertools import islice

from bot.commands.plain import plain_lines
from bot.errors import Problem
from bot.model.base import LONGEST_TEXT
from bot.model.command import GRAMMAR, Command, Misused, Rule, Unknown
from bot.model.setting import SETTABLE, read_setting

MOST_ORDERS = 20

_RULES: dict[str, Rule] = {rule.name: rule for rule in GRAMMAR}
_ORDER = re.compile(r" {0,3}/([A-Za-z]+(?:[-_][A-Za-z]+)*)[.,:;!]*(?:\s+(.*))?")
_LONGEST_WORD = 30
_SETTING = re.compile(r"([\w-]+)\s*[:=]?\s*(.*)")


def read(comment: str) -> tuple[Command | Misused | Unknown, ...]:
    """Give the orders of a comment from top to bottom; a comment without any gives none.

    Beyond twenty, one more says that there were too many.
    """
    matches = (_ORDER.fullmatch(line) for line in plain_lines(comment))
    found = list(islice(filter(None, matches), MOST_ORDERS + 1))
    orders = [_order(match[1], match[2] or "") for match in found[:MOST_ORDERS]]
    if len(found) > MOST_ORDERS:
        message = f"a comment holds at most {MOST_ORDERS} commands; write another comment"
        orders.append(Misused("help", Problem("comment", found[MOST_ORDERS][0], message)))
    return tuple(order for order in orders if order)


def help_text() -> str:
    """Give the commands as a Markdown table, and the fields that can be set."""
    rows = (f"| `{_usage(rule)}` | {rule.who} | {rule.does} |" for rule in GRAMMAR)
    fields = ", ".join(f"`{name}`" for name in SETTABLE)
    return "\n".join(
        (
            "| Command | Who may | What it does |",
            "| --- | --- | --- |",
            *rows,
            "",
            f"The fields of `/set`: {fields}.",
            "",
        )
    )


def _order(word: str, rest: str) -> Command | Misused | Unknown | None:
    """Read one command line's word and what follows it; a word too long to be one is none."""
    if len(word) > _LONGEST_WORD:
        return None
    name = word.lower().replace("_", "-")
    rule = _RULES.get(name)
    if not rule:
        return Unknown(word, "".join(get_close_matches(name, _RULES, n=1, cutoff=0.7)))
    argument = "".join(char for char in " ".join(rest.split()) if char.isprintable())
    if len(argument) > LONGEST_TEXT:
        return _misused(rule, argument, f"write at most {LONGEST_TEXT} characters after it")
    return _setting(rule, argument) if rule.argument == "field value" else _command(rule, argument)


def _command(rule: Rule, argument: str) -> Command | Misused:
    if argument and not rule.argument:
        return _misused(rule, argument, "it stands alone on its line; delete what follows it")
    if rule.argument == "slug":
        argument = argument.strip("`")
        if not argument:
            return _misused(rule, argument, "it needs the category's slug or title")
    return Command(rule.name, argument)


def _setting(rule: Rule, argument: str) -> Command | Misused:
    match = _SETTING.match(argument)
    if not match:
        return _misused(rule, argument, f"it needs one of the fields {', '.join(SETTABLE)}")
    setting = read_setting(match[1], match[2])
    if isinstance(setting, Problem):
        return Misused(rule.name, setting)
    return Command(rule.name, setting=setting)


def _misused(rule: Rule, value: str, message: str) -> Misused:
    return Misused(rule.name, Problem(f"/{rule.name}", value, f"{message}: `{_usage(rule)}`"))


def _usage(rule: Rule) -> str:
    return f"/{rule.name} {rule.argument}".strip()
