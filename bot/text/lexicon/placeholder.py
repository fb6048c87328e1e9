"""Does this text stand for no answer, as "N/A", "coming soon" and "无" do?

People fill in what they have nothing to say to, and what GitHub leaves there itself. Only a text
that is nothing else counts: "None of the above" and "N/A in ICML" are answers. What stands for no
answer is told by `placeholders.toml`, a line for each language.
"""

import re

from bot.text.lexicon.tables import phrases_of, read_table

LONGEST = 80

# What may stand around and between words: all but letters, digits, and the mark in "N/A" and "s/o".
_MARKS = re.compile(r"[^\w/'\u0300-\u036f\u0900-\u097f\u0e00-\u0e7f]+|_+|(?<!\w)[/']|[/'](?!\w)")
_TABLE = read_table(__package__, "placeholders.toml")


def _bare(text: str) -> str:
    """Give what a text says, in small letters, without all that stands around its words."""
    text = text.replace("’", "'").replace("／", "/").replace("\\", " ")
    return " ".join(_MARKS.sub(" ", text).casefold().split())


def _any_of(name: str) -> str:
    """Give an expression for any of some pieces of writing, the longest first."""
    pieces = sorted(_TABLE["promises"][name].split(), key=len, reverse=True)
    return "|".join(map(re.escape, pieces))


_KNOWN = frozenset(
    _bare(phrase) for text in _TABLE["phrases"].values() for phrase in phrases_of(text)
)
_PROMISE = frozenset(f"{_TABLE['promises']['words']} {_TABLE['promises']['say_so']}".split())
_SAYS_SO = frozenset(_TABLE["promises"]["say_so"].split())
_PIECES = re.compile(rf"(?:{_any_of('pieces')})+")
_PIECE_SAYS_SO = re.compile(_any_of("pieces_say_so"))


def is_placeholder(text: str) -> bool:
    """Tell whether a line says nothing: only marks, or words that stand for "nothing"."""
    if len(text) > LONGEST or "\n" in text:
        return False
    bare = _bare(text)
    return not bare or bare in _KNOWN or _promises(bare)


def _promises(bare: str) -> bool:
    """Tell whether a text is nothing but a promise that there will be an answer."""
    words = bare.split()
    pieces = [word for word in words if word not in _PROMISE]
    if not all(map(_PIECES.fullmatch, pieces)):
        return False
    says_so = not _SAYS_SO.isdisjoint(words) or any(map(_PIECE_SAYS_SO.search, pieces))
    return says_so and (len(words) > 1 or bool(pieces))
