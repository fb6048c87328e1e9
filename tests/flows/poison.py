"""What may a submission hold that nobody has thought of?

Odd words, made by chance; a place of the bot's that fails for it; a branch that is no list.
"""

import random

from bot.model.form import CORRECTION_FORM, PAPER_FORM
from tests.flows.github.test_poison import ERRORS, POISON, ROOMS, UNREADABLE, unable
from tests.flows.odd_texts import PRIVATE, SHAPES

WORD = POISON
__all__ = ("ERRORS", "ROOMS", "UNREADABLE", "WORD", "odd_body", "unable")

_NUMBERS = ("0", "1", "1899", "2024", "2101", "9" * 19, "9" * 5_000, "٢٠٢٤", "²")
_PIECES = (
    *("a", "%2e%2e", "é" * 60, "b" * 301, "`", "|", "\\", "[x](y)", "<!--", "-->", "$", "{" * 300),
    *("\u202e", "\u0000", "\ufeff", "\u0301" * 400, "&amp;" * 90, "::error::", "### ", "```\n"),
    *("/approve", "@mia", "=1+1", "\r\n", "\\textbf{" * 80, "😀", "ſ", "K", "İ"),
)


def odd_body(chance: random.Random) -> str:
    """Make the body of a form, with answers of any kind to some of its questions."""
    form = chance.choice((PAPER_FORM, CORRECTION_FORM))
    first, *rest = form
    asked = [first, *(field for field in rest if field.required or chance.random() < 1 / 2)]
    return "\n\n".join(f"### {field.label}\n\n{_answer(chance)}" for field in asked)


def _answer(chance: random.Random) -> str:
    lines = (chance.choice((_link, _words))(chance) for _ in range(chance.randint(1, 6)))
    return "\n".join(lines)


def _link(chance: random.Random) -> str:
    if chance.random() < 1 / 4:
        return chance.choice(PRIVATE)
    found = chance.choice(SHAPES)
    for part in ("{year}", "{number}", "{name}", "{hex}"):
        while part in found:
            values = _PIECES if part == "{name}" else _NUMBERS
            found = found.replace(part, chance.choice(values), 1)
    return found


def _words(chance: random.Random) -> str:
    names = ("title: ", "venue: ", "link: ", "authors: ", "date: ", "keywords: ", "", "", "- ")
    pieces = (chance.choice((*_PIECES, *_NUMBERS)) for _ in range(chance.randint(1, 4)))
    return chance.choice(names) + " ".join(pieces)
