"""Which anchor does GitHub give each heading of a document?

The rule is GitHub's own, as https://github.com/Flet/github-slugger records it: lower case; keep
letters, marks, decimal digits, letter numbers, connectors, hyphens, circled letters, and the
joiners of emoji and scripts (word characters by Unicode Technical Standard 18); turn each space
into a hyphen; number what recurs.
"""

from collections.abc import Iterable
from unicodedata import category

_KEPT = frozenset("Lu Ll Lt Lm Lo Mn Mc Me Nd Nl Pc".split())
_JOINERS = "\u200c\u200d"
_CIRCLED = ((0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))


def slug(heading: str) -> str:
    """Give the anchor of a heading's text where no earlier heading has it."""
    return "".join("-" if char == " " else char for char in heading.lower() if _stays(char))


def _stays(char: str) -> bool:
    if char in _JOINERS or char in " -" or category(char) in _KEPT:
        return True
    return any(first <= ord(char) <= last for first, last in _CIRCLED)


def anchors(headings: Iterable[str]) -> list[str]:
    """Give the anchor of each heading of a document, in order; a repeated one gets a number."""
    repeats: dict[str, int] = {}
    every = []
    for heading in headings:
        base = anchor = slug(heading)
        while anchor in repeats:
            repeats[base] += 1
            anchor = f"{base}-{repeats[base]}"
        repeats[anchor] = 0
        every.append(anchor)
    return every
