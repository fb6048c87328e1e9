"""How is a text written for storage?

`clean` keeps what the author printed and drops what typesetting, HTML and copying left in it;
`visible` is the part of it that never changes a word.
"""

import html
import re
import unicodedata

from bot.text.markup.latex import plain
from bot.text.markup.mathml import as_latex

_PASSES = 5
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_MARKUP = re.compile(r"[\\$&<{`~]")
_BREAK = re.compile(r"</?(?:br|div|p|li|tr|td)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_POWER = re.compile(r"(?<=[0-9])<sup>(?=[0-9-])", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|code|del|em|font|i|ins|italic|bold|kbd|mark|s|scp|small|span|strike|"
    r"strong|sub|sup|tt|u|wbr|alternatives|inline-formula|tex-math|(?:jats|mml):[a-z-]{1,30})(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--[^<>]{0,300}-->")
# A stop that belongs to its word: "et al.", "U.S.", a last initial ("Vaswani, A.", "Gomez A.";
# the letters I, V and X count parts: "Part I.").
_ABBREVIATED = re.compile(
    r"(?:\b(?:al|cf|co|corp|dr|e\.g|etc|i\.e|inc|jr|ltd|no|ph\.d|pp|sr|st|vol|vs)"
    r"|\b[a-z]\.[a-z]|, [a-z])\.$"
    r"|\b(?-i:[A-HJ-UWYZ])\.$",
    re.IGNORECASE,
)
# Letters and a symbol that draw nothing: joiner, Hangul and Khmer fillers, empty Braille.
_FILLERS = frozenset((0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0))


class _VisibleCharacters(dict[int, int | str | None]):
    """A table for `str.translate`, filled as characters turn up: None for what nobody sees.

    A typesetter's ligature ("ﬁ", copied from a PDF) is its letters again.
    """

    def __missing__(self, code: int) -> int | str | None:
        """Decide on one character and remember it."""
        char = chr(code)
        if char.isspace():
            self[code] = " "
        elif _is_hidden(code):
            self[code] = None
        else:
            self[code] = unicodedata.normalize("NFKC", char) if char in "ﬀﬁﬂﬃﬄﬅﬆ" else code
        return self[code]


def _is_hidden(code: int) -> bool:
    """Tell controls, bidirectional marks, tags, private use, selectors and blank fillers.

    A character that this Python's Unicode does not know yet stays; those that no Unicode ever
    will do not.
    """
    selector = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    never_a_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    unseen = unicodedata.category(chr(code)) in {"Cc", "Cf", "Co", "Cs"}
    return unseen or selector or never_a_character or code in _FILLERS


_SHOWN = _VisibleCharacters()


def clean(text: str) -> str:
    """Give `text` as it should be stored: one line of what the author printed.

    LaTeX and HTML are spelled out, invisible characters and one final full stop go, white space
    is single, the form is NFC. Money, underscores, asterisks and quotation marks are content.
    Cleaning twice changes nothing.
    """
    for _ in range(_PASSES):
        cleaned = _pass(text)
        if cleaned == text or not _MARKUP.search(cleaned):
            return cleaned
        text = cleaned
    # Markup wrapped in markup this deep is an attack on the loop, not a title.
    return _pass(_MARKUP.sub("", text))


def clean_note(text: str) -> str:
    """Give sentences as `clean` does, with the full stop that ends them."""
    cleaned = clean(text)
    stopped = text.rstrip().endswith(".") and cleaned and not cleaned.endswith((".", "…"))
    return f"{cleaned}." if stopped else cleaned


def visible(text: str) -> str:
    """Give `text` without the characters that nobody sees, every white space a plain space."""
    return text if text.isascii() and text.isprintable() else text.translate(_SHOWN)


def _pass(text: str) -> str:
    """Clean one layer; what it uncovers (`&amp;lt;`) is left to the next."""
    if _MARKUP.search(text):
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
        text = as_latex(text) if "math" in text else text
        text = _BREAK.sub(" ", _COMMENT.sub("", text))
        text = plain(_TAG.sub("", _POWER.sub("^", text)))
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", _with_few_marks(visible(text)))
    return _without_stop(" ".join(text.split()))


def _with_few_marks(text: str) -> str:
    """Keep at most 30 accents in a row: sorting them, as NFC must, is quadratic in their number.

    The bound is the Stream-Safe Text Format's (https://unicode.org/reports/tr15/); a text no
    longer than a few lines costs nothing either way.
    """
    if len(text) < 2_000:
        return text
    kept, run = [], 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= 30:
            kept.append(char)
    return "".join(kept)


def _without_stop(text: str) -> str:
    """Drop the full stop that ends a sentence, not an ellipsis or an abbreviation's."""
    ends_so = text.endswith(".") and not text.endswith(("..", " .")) and text != "."
    return text[:-1] if ends_so and not _ABBREVIATED.search(text[-12:]) else text
