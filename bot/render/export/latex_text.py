r"""How is a Unicode text written so that BibTeX and LaTeX print exactly it?

Accents as BibTeX's "special characters" (`{\'{e}}`; see btxdoc, section 4), so that sorting and
labels work with the oldest styles too. What has no name in LaTeX's own fonts stays Unicode, which
biber, XeTeX and LuaTeX read as it is. `bot.text.markup.latex` is the way back.
"""

import re
import unicodedata

from bot.text.clean import visible
from bot.text.markup.latex_table import ACCENTS, GREEK, LETTERS, SYMBOLS

# BibTeX counts braces even behind a backslash, so those of the text get a name.
_ASCII = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}", "<": r"{\textless}",
    ">": r"{\textgreater}", "|": r"{\textbar}", "@": "{@}", "$": r"\$", "&": r"\&", "%": r"\%",
    "#": r"\#", "_": r"\_",
}  # fmt: skip
_MARKS = {mark: command for command, mark in ACCENTS.items()}
_LETTERS = {letter: name for name, letter in LETTERS.items()}
_MATHS = {letter: name for name, letter in GREEK.items()}
_MATHS |= {
    SYMBOLS[name]: name
    for name in ("infty", "times", "leq", "geq", "approx", "rightarrow", "pm", "cdot")
}
_SIGNS = {
    "–": "--", "—": "---", "‘": r"{\textquoteleft}", "’": r"{\textquoteright}",
    "“": r"{\textquotedblleft}", "”": r"{\textquotedblright}", "…": r"{\textellipsis}",
    "²": r"{\texttwosuperior}", "³": r"{\textthreesuperior}", "¹": r"{\textonesuperior}",
}  # fmt: skip

_SAFE = re.compile(r"[A-Za-z0-9 .,:;!?()'/*+=\[\]-]*")


class _Written(dict[int, str]):
    """A table for `str.translate`, filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        """Write one character and remember it."""
        char = chr(code)
        if char in _LETTERS:
            written = f"{{\\{_LETTERS[char]}}}"
        elif char in _MATHS:
            written = f"{{$\\{_MATHS[char]}$}}"
        else:
            written = _ASCII.get(char) or _SIGNS.get(char) or _accented(char)
        self[code] = written
        return written


def latex(text: str) -> str:
    """Write a text for the value of a field, with braces that pair up; always on one line."""
    if _SAFE.fullmatch(text):
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", visible(text)).translate(_WRITTEN).split())


def _accented(char: str) -> str:
    """Write a letter with its accents as commands, or leave it as it is."""
    base, *marks = list(unicodedata.normalize("NFD", char))
    if not marks or not base.isascii() or not all(mark in _MARKS for mark in marks):
        return char
    written = base
    for mark in marks:
        written = f"\\{_MARKS[mark]}{{{written}}}"
    return f"{{{written}}}"


_WRITTEN = _Written()
