"""What does this comment order?

A command is a line of its own:

    line     = [list marker] [emphasis] "/" name [punctuation] [white space argument] [emphasis]
    name     = one of `bot.model.commands.command.GRAMMAR`, in any case, in ASCII letters
    argument = as that table has it, to the end of the line; a reason goes on in the lines below

Up to three spaces may stand before it. It counts only where a reader sees plain text: not in a
quote (nor in the lines that Markdown counts to the quote above them, nor in what a mail program
quoted), not in fenced, indented or inline code, not in an HTML comment, also one that is never
closed. A path (`/usr/bin`) is none. What comes close ("`/approve`", "@mia /approve") is none
either, but is answered.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import islice, takewhile

from bot.commands.plain import CommentLine, Standing, standing_lines
from bot.errors import Problem
from bot.model.base import LONGEST_TEXT
from bot.model.commands.command import GRAMMAR, Command, CommandRule, Misused, Unknown
from bot.model.commands.setting import SETTABLE, read_setting
from bot.text.lexicon.mail import is_phones

MOST_ORDERS = 20

_RULES: dict[str, CommandRule] = {rule.name: rule for rule in GRAMMAR}
_MARKERS = r" {0,3}(?:(?:[-*+]|[0-9]{1,9}[.)]) {1,4})*"
_MARKS = r"(?:\*{1,3}|_{1,3})"
_ORDER = re.compile(
    rf"{_MARKERS}(?P<marks>{_MARKS}?)/(?P<word>[A-Za-z]+(?:[-_][A-Za-z]+)*)[.,:;!]*"
    r"(?:(?P<closed>(?P=marks))[.,:;!]*)?(?:\s+(?P<rest>.*))?"
)
# What keyboards and copies make of a slash: a wide one, one that leans back, a hidden sign before.
_NAMED = re.compile(
    r"(?<![^\s`*_(\"'\u200b-\u200f\u2060\ufeff])[/／\\]"
    rf"({'|'.join(re.escape(rule.name) for rule in GRAMMAR)})(?![\w/-])",
    re.IGNORECASE,
)
_DECORATION = " \t`*_.,:;!?()\"'"
_NUMBERS = re.compile(r"#?[0-9]{1,9}(?:[\s,]+#?[0-9]{1,9}){0,39}")
_LINKED = re.compile(r"://|\b(?:arxiv|doi):|\b10\.[0-9]{4,9}/", re.IGNORECASE)
_LONGEST_WORD = 30
# What is said where the one thing is missing that a command is about.
_NEEDED = {
    "slug": "it needs the category's slug or title",
    "link": "it needs the link that it is about",
    "id": "it needs the id of the entry",
}
# Before how many words a command may still have been meant as one.
_LONGEST_LEAD = 5
_ASIDE = (
    "it counts only on a line of its own, at the beginning of the line, as plain text and not as "
    "code or in what a mail quotes; write it so"
)
_SIGNED = re.compile(r"--|\u2014|__+")
_SETTING = re.compile(r"([\w-]+)\s*[:=]?\s*(.*)")

Order = Command | Misused | Unknown


def read(comment: str) -> tuple[Order, ...]:
    """Give the orders of a comment from top to bottom; a comment without any gives none.

    Beyond twenty, one more says that there were too many.
    """
    orders = [*islice(_orders(standing_lines(comment)), MOST_ORDERS + 1)]
    return (*orders[:MOST_ORDERS], *map(_beyond, orders[MOST_ORDERS:]))


def _orders(lines: Sequence[CommentLine]) -> Iterator[Order]:
    for at, line in enumerate(lines):
        match = _match(line.text) if line.standing is Standing.PLAIN else None
        order = _order(match, lines[at + 1 :]) if match else _aside(line)
        if order:
            yield order


def _beyond(order: Order) -> Order:
    """Give what is said to the first order of a comment that holds too many."""
    if isinstance(order, Unknown):
        return order
    message = f"a comment holds at most {MOST_ORDERS} commands; write another comment"
    return Misused(order.name, Problem("comment", f"/{order.name}", message))


def _match(text: str) -> re.Match[str] | None:
    """Match a command's line; emphasis that begins before the command has to end on the line."""
    match = _ORDER.fullmatch(text)
    if match and match["marks"] and not match["closed"]:
        return match if (match["rest"] or "").rstrip().endswith(match["marks"]) else None
    return match


def _aside(line: CommentLine) -> Misused | None:
    """Answer a command that is written close to how it has to be: as code, behind a name."""
    if line.standing is Standing.AWAY:
        return None
    text = line.code or line.text
    match = _NAMED.search(text)
    if not match:
        return None
    lead, rest = text[: match.start()], text[match.end() :].strip(_DECORATION)
    alone = not lead.strip(_DECORATION + "-+0123456789")
    words = lead.split()
    if line.standing is not Standing.PLAIN:
        is_meant = alone
    elif lead.endswith("`"):
        is_meant = alone and (not rest or lead.count("`") == 1)
    else:
        ended = bool(words) and (words[-1][0] == "@" or words[-1][-1] in ".,:;!")
        is_meant = alone or (len(words) <= _LONGEST_LEAD and (not rest or ended))
    return _misused(_RULES[match[1].lower()], text.strip(), _ASIDE) if is_meant else None


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


def _order(match: re.Match[str], below: Sequence[CommentLine]) -> Order | None:
    """Read a command's line, and the lines below it; a word too long to be a command is none."""
    word, rest = match["word"], match["rest"] or ""
    if match["marks"] and not match["closed"]:
        rest = rest.rstrip().removesuffix(match["marks"])
    if len(word) > _LONGEST_WORD:
        return None
    name = word.lower().replace("_", "-")
    rule = _RULES.get(name)
    if not rule:
        return Unknown(word, "".join(get_close_matches(name, _RULES, n=1, cutoff=0.7)))
    argument = _line(rest)
    if len(argument) > LONGEST_TEXT:
        return _misused(rule, argument, f"write at most {LONGEST_TEXT} characters after it")
    if rule.argument == "[reason]":
        argument = _with_more(argument, takewhile(_goes_on, below))
    elif rule.argument == "[numbers or links]" and _LINKED.search(argument):
        argument = _with_more(argument, takewhile(_has_link, below))
    return _setting(rule, argument) if rule.argument == "field value" else _command(rule, argument)


def _line(text: str) -> str:
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def _with_more(reason: str, below: Iterable[CommentLine]) -> str:
    """Add the lines below what follows a command, as far as they fit."""
    for line in below:
        more = f"{reason} {_line(line.text)}".strip()
        if len(more) > LONGEST_TEXT:
            break
        reason = more
    return reason


def _has_link(line: CommentLine) -> bool:
    return _goes_on(line) and bool(_LINKED.search(line.text))


def _goes_on(line: CommentLine) -> bool:
    """Tell a line of the same text from the next order and from a signature."""
    text = line.text.strip()
    ends = _match(line.text) or _aside(line) or _SIGNED.fullmatch(text) or is_phones(text)
    return line.standing is Standing.PLAIN and not ends


def _command(rule: CommandRule, argument: str) -> Command | Misused:
    if argument and not rule.argument:
        return _misused(rule, argument, "it stands alone on its line; delete what follows it")
    if rule.argument == "[numbers or links]" and argument and not _is_named(argument):
        message = "it takes links of works, or the numbers of candidates on the dashboard"
        return _misused(rule, argument, message)
    if rule.argument in _NEEDED:
        argument = argument.strip("`<>" if rule.argument == "link" else "`")
        if not argument:
            return _misused(rule, argument, _NEEDED[rule.argument])
    return Command(rule.name, argument)


def _is_named(argument: str) -> bool:
    return bool(_NUMBERS.fullmatch(argument) or _LINKED.search(argument))


def _setting(rule: CommandRule, argument: str) -> Command | Misused:
    match = _SETTING.match(argument)
    if not match:
        return _misused(rule, argument, f"it needs one of the fields {', '.join(SETTABLE)}")
    setting = read_setting(match[1], match[2])
    if isinstance(setting, Problem):
        return Misused(rule.name, setting)
    return Command(rule.name, setting=setting)


def _misused(rule: CommandRule, value: str, message: str) -> Misused:
    return Misused(rule.name, Problem(f"/{rule.name}", value, f"{message}: “{_usage(rule)}”"))


def _usage(rule: CommandRule) -> str:
    return f"/{rule.name} {rule.argument}".strip()
