r"""What does this LaTeX say in plain Unicode?

Bibliographies write `PanGu-$\Sigma$`, `{\"o}`, `{Intra-Operator}`. What has a plain spelling gets
it; a formula that has none, a command nobody knows and dollars that are money stay as they are.

Formulas: a pair of dollars is one by pandoc's rule, so that "$100K and $1M" is money
(https://pandoc.org/MANUAL.html#extension-tex_math_dollars); what it says, `formula` tells.
"""

import re
import unicodedata

from bot.text.markup.formula import spelled
from bot.text.markup.latex_table import ACCENTS, OPERATORS, SIGNS, printed

_LETTER = r"(?:\\[ij](?![A-Za-z])|[^\W\d_])"
_ACCENT = re.compile(
    rf"""\\(?:([`'^~="."])[ ]?|([uvHcdbrk])(?:[ ]|(?=\{{)))(?:\{{({_LETTER})\}}|({_LETTER}))"""
)
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)(\*?[ ]?)|([&%$#_{},;: /!()-]))")
_FORMULA = re.compile(r"(?<!\\)(\$\$?)(?=[^\s$])([^$]{0,198}[^\s$\\])\1|\\\(([^$()]{1,200})\\\)")
_BRACE = re.compile(r"(?<!\\)\$[^$]{1,200}\$|\\[{}]|\\[A-Za-z]{1,40}\{|[{}]")
_QUOTED = re.compile(r"``([^`']{1,300})''")
_TIE = re.compile(r"(?<=[A-Za-z.])~(?=[A-Za-z0-9\\{$])")


def plain(text: str) -> str:
    r"""Spell in Unicode what LaTeX there is in `text`: `Nystr{\"o}m` gives "Nyström"."""
    spelled = _FORMULA.sub(_formula, _ACCENT.sub(_accent, text))
    tied = _TIE.sub(" ", _QUOTED.sub(r"“\1”", spelled))
    return _without_groups(_outside_formulas(tied))


def _accent(match: re.Match[str]) -> str:
    r"""Put the accent on its letter; `\'{\i}` is í, for the dot gives way to the accent."""
    mark, named_mark, braced, bare = match.groups()
    letter = (braced or bare).removeprefix("\\")
    return unicodedata.normalize("NFC", letter + ACCENTS[mark or named_mark])


def _command(match: re.Match[str]) -> str:
    """Spell one command; one that nobody knows stays as it is."""
    name, after, sign = match.groups()
    if sign:
        return SIGNS[sign]
    spelt = name + after if name in OPERATORS else printed(name, after)
    return match[0] if spelt is None else spelt


def _formula(match: re.Match[str]) -> str:
    """Spell one formula, or leave it whole where it has no plain spelling, or is money."""
    inside = match[2] or match[3]
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    if match[1] and not _is_formula(inside, after):
        return match[0]
    return spelled(inside.strip(), before if before.isalnum() else "") or match[0]


def _is_formula(inside: str, after: str) -> bool:
    """Tell a formula from prices and shell variables by what stands in and behind the dollars."""
    if re.search(r"[\\^_{]", inside):
        return True
    return len(inside) == 1 or not after.isalnum()


def _outside_formulas(text: str) -> str:
    """Spell the commands of the text, but none in a formula that was left whole."""
    done, parts = 0, []
    for formula in _FORMULA.finditer(text):
        parts += [_COMMAND.sub(_command, text[done : formula.start()]), formula[0]]
        done = formula.end()
    return "".join(parts) + _COMMAND.sub(_command, text[done:])


def _without_groups(text: str) -> str:
    """Drop the braces that pair up, but not in formulas and behind a command that is left."""
    open_at: list[int | None] = []
    drop: set[int] = set()
    for match in _BRACE.finditer(text):
        if match[0].endswith("{") and match[0] != r"\{":
            open_at.append(match.start() if match[0] == "{" else None)
        elif match[0] == "}" and open_at and (opened := open_at.pop()) is not None:
            drop |= {opened, match.start()}
    return "".join(char for at, char in enumerate(text) if at not in drop) if drop else text
