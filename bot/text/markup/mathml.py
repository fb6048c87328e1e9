r"""What does a formula of MathML's say as LaTeX, by which it is then spelled?

Publishers send titles to Crossref with `<mml:math>` in them
(https://www.w3.org/TR/mathml-core/): `<msup><mi>n</mi><mn>2</mn></msup>` is `n^{2}`. What stands in
`<annotation>` says the same once more, and goes.
"""

import re

_OPEN, _CLOSE = r"<(?:mml:)?math(?:\s[^<>]{0,500})?>", r"</(?:mml:)?math\s*>"
# Up to the end of a formula, or the beginning of the next one: each character is read once.
_INSIDE = r"(?:[^<]++|<(?!/?(?:mml:)?math[\s>]))*+"
_FORMULA = re.compile(f"{_OPEN}({_INSIDE}){_CLOSE}", re.IGNORECASE)
_BESIDE_LATEX = re.compile(
    rf"(?<=</tex-math>)\s{{0,20}}{_OPEN}{_INSIDE}{_CLOSE}"
    rf"|{_OPEN}{_INSIDE}{_CLOSE}(?=\s{{0,20}}<tex-math)",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"<(?:mml:)?annotation(?:-xml)?(?:\s[^<>]{0,300})?>(?:[^<]++|<(?!/?(?:mml:)?annotation))*+"
    r"</(?:mml:)?annotation(?:-xml)?\s*>",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"<(/?)(?:mml:)?([a-z]+)(?:\s[^<>]{0,300})?(/?)>|([^<>]+)", re.IGNORECASE)
# How the parts of an element are put together.
_TOGETHER = {
    "msup": "{0}^{{{1}}}",
    "msub": "{0}_{{{1}}}",
    "msubsup": "{0}_{{{1}}}^{{{2}}}",
    "mfrac": r"\frac{{{0}}}{{{1}}}",
}
_TAKES_ALL = {"msqrt": r"\sqrt{{{}}}", "mfenced": "({})"}
_INVISIBLE = str.maketrans("", "", "\u2061\u2062\u2063\u2064\u200b")
_OPERATOR = re.compile(r"(?:log|ln|exp|min|max|sin|cos|tan|arg|det|dim|mod|poly)")
MOST_TOKENS = 2_000


def as_latex(text: str) -> str:
    """Write each formula of MathML in a text as one of LaTeX, unless that stands beside it."""
    return _FORMULA.sub(_formula, _BESIDE_LATEX.sub("", text))


def _formula(match: re.Match[str]) -> str:
    inside = _AGAIN.sub("", match[1])
    tokens = list(_TOKEN.finditer(inside))
    if len(tokens) > MOST_TOKENS or "$" in inside:
        return inside
    row = _row(tokens)
    return f"${row}$" if row else ""


def _row(tokens: list[re.Match[str]]) -> str:
    """Put a formula together from its tokens, the inner elements first."""
    open_: list[tuple[str, list[str]]] = [("math", [])]
    for token in tokens:
        closing, name, empty, words = token.groups()
        if words is not None:
            open_[-1][1].append(_words(words, open_[-1][0]))
        elif closing and len(open_) > 1:
            _close(open_)
        elif not closing and not empty:
            open_.append((name.lower(), []))
    while len(open_) > 1:
        _close(open_)
    return "".join(open_[0][1]).strip()


def _close(open_: list[tuple[str, list[str]]]) -> None:
    name, parts = open_.pop()
    shape = _TOGETHER.get(name, "")
    kept = [part for part in parts if part]
    if shape and len(kept) == shape.count("{0}") + shape.count("{1}") + shape.count("{2}"):
        made = shape.format(*kept)
    else:
        made = _TAKES_ALL.get(name, "{}").format("".join(parts))
    open_[-1][1].append(made)


def _words(words: str, name: str) -> str:
    text = " ".join(words.translate(_INVISIBLE).split())
    if name == "mi" and _OPERATOR.fullmatch(text):
        return rf"\{text} "
    return rf"\text{{{text}}}" if name == "mtext" and text else text
