r"""What does a formula of LaTeX's say in plain text?

Indices and exponents join what they stand on where it is a name: `S^{3}` is "S3", `H_2` "H2",
`k^{th}` "kth". A power of a number or a variable keeps its caret: `10^{-5}` is "10^-5", `O(n^2)`
"O(n^2)", `\mathbb{R}^n` "R^n", `n^{1+o(1)}` "n^(1+o(1))". A formula of which anything has no plain
spelling is given back whole, never in pieces.
"""

import re
import unicodedata

from bot.text.markup.latex_table import FORMATS, MARKS, OPERATORS, SIGNS, printed

_GROUP = r"\{([^{}]{0,100})\}"
_FORMATTED = re.compile(rf"\\(?:{'|'.join(sorted(FORMATS, key=len, reverse=True))})\s*{_GROUP}")
_ROOT = re.compile(rf"\\sqrt\s*{_GROUP}")
_FRACTION = re.compile(rf"\\[dt]?frac\s*{_GROUP}\s*{_GROUP}")
_MARKED = re.compile(rf"\\({'|'.join(MARKS)})\s*(?:\{{([^\W\d_])\}}|\s([^\W\d_])(?![^\W\d_]))")
_SCRIPT = re.compile(rf"\s*(?<!\\)([_^])\s*(?:{_GROUP}|(\\[A-Za-z]{{1,40}}|[^\s{{}}\\$]))")
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)(\*?[ ]*)|([&%$#_{}|,;: !/]))")
# Stand for a brace that prints, the ends of an operator's name, and where a command ended.
_OPEN, _CLOSE, _FROM, _TO, _END = "\0\1\2\3\4"
_OWN = re.compile("[\0-\4]")
# Signs of which indices are limits: what they span cannot be told in a line.
_SPANNING = re.compile(r"\\(?:sum|prod|int|oint|bigcup|bigcap|lim|sup|inf|max|min)\s*[_^]")
_COMPOUND = re.compile(r"[^\W_][-+*/=<>, ]|[-+*/=<>, ][^\W_].*[-+*/=<>, ]")
_ORDINALS = frozenset(("th", "st", "nd", "rd"))
_JOINED = frozenset("*+'†‡★′")


def spelled(formula: str, before: str = "") -> str | None:
    """Spell what stands between a formula's dollars; None where it has no plain spelling.

    `before` is the letter that stands right before the formula, or "".
    """
    if _SPANNING.search(formula):
        return None
    text = _unwrapped(_OWN.sub("", formula))
    text = _SCRIPT.sub(lambda match: _script(match, before), text)
    text = _COMMAND.sub(_command, text)
    if "\\" in text or text.count("{") != text.count("}"):
        return None
    text = text.replace("{", "").replace("}", "").replace(_OPEN, "{").replace(_CLOSE, "}")
    return _spaced(text)


def _unwrapped(text: str) -> str:
    """Take fonts, roots, fractions and marks apart, from the inside out."""
    for _ in range(4):
        plain = _FORMATTED.sub(rf"{_END}\1", text)
        plain = _ROOT.sub(lambda match: f"√{_grouped(match[1])}", plain)
        plain = _FRACTION.sub(lambda m: f"{_grouped(m[1])}/{_grouped(m[2])}", plain)
        plain = _MARKED.sub(_marked, plain)
        if plain == text:
            break
        text = plain
    return text


def _grouped(text: str) -> str:
    """Put brackets around what is more than one thing."""
    text = text.strip()
    return f"({text})" if _COMPOUND.search(text) else text


def _marked(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", (match[2] or match[3]) + MARKS[match[1]])


def _script(match: re.Match[str], before: str) -> str:
    """Join an index or exponent to what it stands on, or set it off by its sign."""
    sign, group, single = match.groups()
    content = (single if group is None else group).strip()
    if content in {r"\circ", "∘"}:
        return "°"
    if not content or content in _JOINED or content in (r"\star", r"\ast", r"\prime", r"\dagger"):
        return content
    base = _ScriptBase(match.string[: match.start()], before)
    if _COMPOUND.search(content):
        return f"{sign}({content})"
    if content.startswith("-"):
        return sign + content
    return sign + content if sign == "^" and base.has_powers(content) else content


class _ScriptBase:
    """What an index or exponent stands on."""

    def __init__(self, text: str, before: str) -> None:
        self._last = text[-1:] or before
        word = re.search(r"(\\?)([^\W\d_]*)$", text[-40:])
        self._command = bool(word and word[1])
        self._name = bool(word and not word[1] and len(word[2]) > 1)
        self._inside = bool(text)

    def has_powers(self, content: str) -> bool:
        """Tell a number or variable, which may have a power, from a name."""
        if content in _ORDINALS or self._name:
            return False
        if self._last.isdigit() or self._last in ")]}" or self._command:
            return bool(self._last)
        if content.isdigit():
            return self._last.islower()
        return len(content) == 1 and self._inside


def _command(match: re.Match[str]) -> str:
    name, after, sign = match.groups()
    if sign in {"{", "}"}:  # which print, unlike those of groups
        return _OPEN if sign == "{" else _CLOSE
    if sign:
        return SIGNS[sign]
    if name in OPERATORS:
        return f"{_FROM}{name}{_TO}{after}"
    spelt = printed(name, after)
    return match[0] if spelt is None else spelt


def _spaced(text: str) -> str:
    """Set operators off from letters and numbers: "O(n log n)"; none belongs inside ⟨ and ⟩."""
    text = text.replace(_TO + _FROM, " ").replace(_END, "")
    text = re.sub(rf"(?<=[\w)\]]){_FROM}|{_TO}(?=\w)", " ", text)
    return re.sub(r"(?<=[⟨]) | (?=[⟩])", "", _OWN.sub("", text))
