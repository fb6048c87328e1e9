"""Which short and long forms mean one thing in this field, so that either finds the other?

`acronyms.toml` holds them. Forms of one letter sequence ("llm", "large language model") are one
name wherever they stand, and `shortened` writes them so; the others ("edge device", "phone") are
only looked for together.
"""

import re
from collections.abc import Sequence

from bot.text.lexicon.tables import read_table

ACRONYMS = tuple(
    tuple(form.strip() for form in line.split(":"))
    for line in read_table(__package__, "acronyms.toml")["forms"].strip().splitlines()
)


def stands_for(short: str, long: str) -> bool:
    """Tell whether a form is made of letters of another's, in their order: "kv", "key value"."""
    rest = iter(long.replace(" ", ""))
    # "p2p" is said "peer to peer".
    letters = short.replace(" ", "").replace("2", "" if "2" in long else "t")
    return short[:1] == long[:1] and all(letter in rest for letter in letters)


# Letters and digits are parted, as where titles are read: "p2p" is three words.
_WORD = re.compile(r"[0-9]+|[^\s0-9]+")
# By its first word, what each long form goes on with, and the short one; the longest first.
_LONG: dict[str, list[tuple[list[str], list[str]]]] = {}
for _short, *_others in ACRONYMS:
    for _long in _others:
        if " " in _long and stands_for(_short, _long):
            _first, *_rest = _WORD.findall(_long)
            _LONG.setdefault(_first, []).append((_rest, _WORD.findall(_short)))
for _forms in _LONG.values():
    _forms.sort(key=lambda form: -len(form[0]))
_SHORT = frozenset(forms[0] for forms in ACRONYMS if " " not in forms[0])
_PLURALS = {f"{short}s": short for short in sorted(_SHORT)}
_TELLING = frozenset(_LONG) | frozenset(_PLURALS)


def shortened(words: Sequence[str]) -> Sequence[str]:
    """Give folded words with every long form that has a short one written short, in the singular.

    "Large Language Models (LLMs)" says one thing twice, and is one word too.
    """
    if _TELLING.isdisjoint(words):
        return words
    short_words: list[str] = []
    at = 0
    while at < len(words):
        width, short = _form_at(words, at)
        at += width
        if not (short_words[-len(short) :] == short and (width > 1 or short[0] in _SHORT)):
            short_words += short
    return words if len(short_words) == len(words) and short_words == list(words) else short_words


def _form_at(words: Sequence[str], at: int) -> tuple[int, list[str]]:
    """Give how many words from here on are one form, and the words it is written with."""
    for rest, short in _LONG.get(words[at], ()):
        end = at + 1 + len(rest)
        last = words[end - 1] if end <= len(words) else ""
        if list(words[at + 1 : end - 1]) == rest[:-1] and last in {rest[-1], f"{rest[-1]}s"}:
            return 1 + len(rest), short
    return 1, [_PLURALS.get(words[at], words[at])]
