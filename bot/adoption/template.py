"""How does the owner of a list write an entry, to judge by those that are there?

The commonest shape is the template; where other entries lack something of it, or say more, that
becomes a stretch which is left out where its value is missing.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from bot.adoption.loose import loosened
from bot.adoption.words import Shape, Token, leads_astray, without_own
from bot.model.lists.template import Slot, parsed

_MOST_SHAPES = 60
_TITLE = Slot("title")
_NAME = Slot("venue_name")
_PAIRS = (("[", "]"), ("(", ")"), ("{", "}"))
_OPENS = re.compile(r"<(?!(?:img|br|hr)\b)(\w+)")
_CELL = re.compile(r"<t[dh]\b")  # it stays where its value is missing, as the others have theirs
_CLOSES = re.compile(r"</(\w+)>")
_TWINS = ("*", "**", "__", "`", '"')


class _Pattern:
    """A template that grows: tokens, and for each the optional stretch it is in (0: none).

    `lacking` counts for each the shapes that are without it.
    """

    def __init__(self, shape: Shape) -> None:
        self.tokens: list[Token] = list(shape)
        self.stretch = [0] * len(shape)
        self.lacking = [0] * len(shape)
        self.count = 0

    def merge(self, shape: Shape, times: int) -> None:
        """Let the pattern say this shape, too, if it differs only by what may be missing."""
        steps = SequenceMatcher(None, self.tokens, shape, autojunk=False).get_opcodes()
        if any(
            name == "replace" and _slots((*self.tokens[low:high], *shape[first:last]))
            for name, low, high, first, last in steps
        ):
            return
        for name, low, high, first, last in reversed(steps):
            if name == "insert":
                self._insert(low, shape[first:last])
            elif name != "equal":
                self._free(low, high, times)

    def drop(self, most: int) -> None:
        """Drop decorations that more than `most` shapes are without, and cells without a value."""
        gone = {
            at for at, count in enumerate(self.lacking) if count > most and not self.stretch[at]
        }
        if self.tokens[0] == "|":
            gone |= set(self._unknown())
        for at in sorted(gone, reverse=True):
            for values in (self.tokens, self.stretch, self.lacking):
                del values[at]

    def _unknown(self) -> Iterator[int]:
        """Give the tokens of cells without a value: nobody says of a new entry what they say."""
        bars = [at for at, part in enumerate(self.tokens) if part == "|"]
        for low, high in pairwise(bars):
            if not _slots(self.tokens[low:high]):
                yield from (at for at in range(low + 1, high) if self.tokens[at] != " ")

    def _free(self, low: int, high: int, times: int) -> None:
        """Make a stretch optional, moved along equal tokens to where its brackets are whole."""
        if not _slots(self.tokens[low:high]):
            self.lacking[low:high] = [count + times for count in self.lacking[low:high]]
            return
        free = [at for at in range(low, high) if not self.stretch[at]]
        if len(free) < high - low:  # part of it is optional by itself
            if free and free[-1] - free[0] == len(free) - 1:
                self._free(free[0], free[-1] + 1, times)
            return
        fit = [
            (first, last)
            for first, last in self._moved(low, high)
            if _optional(self.tokens[first:last]) and not any(self.stretch[first:last])
        ]
        if fit:
            first, last = min(fit, key=self._begins_badly)
            self.count += 1
            self.stretch[first:last] = [self.count] * (last - first)

    def _moved(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        """Give a stretch, and those beside it that are the same tokens in another turn."""
        yield low, high
        first, last = low, high
        while first > 0 and self.tokens[first - 1] == self.tokens[last - 1]:
            first, last = first - 1, last - 1
            yield first, last
        while high < len(self.tokens) and self.tokens[low] == self.tokens[high]:
            low, high = low + 1, high + 1
            yield low, high

    def _begins_badly(self, stretch: tuple[int, int]) -> int:
        """Tell how odd a stretch reads: best is a whole line, else what a blank begins."""
        first, last = str(self.tokens[stretch[0]]), str(self.tokens[stretch[1] - 1])
        return 0 if "\n" in first else 1 if first.isspace() and not last.isspace() else 2

    def _insert(self, at: int, tokens: Shape) -> None:
        beside = {*self.stretch[max(0, at - 1) : at]} & {*self.stretch[at : at + 1]} - {0}
        slots = set(_values(self.tokens))
        if _optional(tokens) and not beside and slots.isdisjoint(tokens):
            self.count += 1
            self.tokens[at:at] = tokens
            self.stretch[at:at] = [self.count] * len(tokens)
            self.lacking[at:at] = [0] * len(tokens)

    def written(self) -> str:
        """Write the pattern as a template."""
        text, inside = "", 0
        for token, stretch in zip(self.tokens, loosened(self.tokens, self.stretch), strict=True):
            if stretch != inside:
                text += "}" * bool(inside) + "{?" * bool(stretch)
                inside = stretch
            text += _written(token)
        return text + "}" * bool(inside)


def worked_out(shapes: Sequence[Shape]) -> str:
    """Give the template of a list whose entries have these shapes; "" if they have none in common.

    A template that leads every entry to one address, or whose brackets are not whole, is none.
    """
    general = without_own([shape for shape in _published(shapes) if shape.count(_TITLE) == 1])
    counts = Counter(shape for shape in general if _fits(shape))
    values: Counter[Shape] = Counter()
    for shape, count in counts.items():
        values[_values(shape)] += count
    ranked = sorted(
        counts,
        key=lambda shape: (
            not _whole(_behind_bullet(shape)),
            -values[_values(shape)],
            -counts[shape],
            -_slots(shape),
            len(shape),
            str(shape),
        ),
    )
    if not ranked:
        return ""
    pattern = _Pattern(ranked[0])
    for shape in ranked[1:_MOST_SHAPES]:
        pattern.merge(shape, counts[shape])
    pattern.drop(sum(counts.values()) // 2)
    template = pattern.written()
    try:
        parsed(template)
    except ValueError:
        return ""
    return template if _closed(_behind_bullet(tuple(pattern.tokens))) else ""


def _published(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Write every venue as one that is "arXiv" for a preprint, where preprints are written so.

    They are if the word stands behind what venues stand behind.
    """
    before = {shape[at - 1] for shape in shapes for at, token in enumerate(shape) if _names(token)}
    slots = Counter(
        token
        for shape in shapes
        for at, token in enumerate(shape)
        if _is_preprint(token) and (shape[at - 1] in before if before else not _labels(shape, at))
    )
    for shape in shapes:
        if slots:
            slot = slots.most_common(1)[0][0]
            yield tuple(part for at in range(len(shape)) for part in _said(shape, at, slot, before))
        else:
            yield tuple(_spelt(token) for token in shape)


def _said(shape: Shape, at: int, published: Token, before: Collection[Token]) -> tuple[Token, ...]:
    token = shape[at]
    if _is_preprint(token):
        stands = shape[at - 1] in before if before else not _labels(shape, at)
        return (published,) if stands else (_spelt(token),)
    if token == Slot("venue"):
        return (published, " ", Slot("year"))
    return (published,) if _names(token) else (token,)


def _names(token: Token) -> bool:
    return token in (_NAME, Slot("venue"))


def _labels(shape: Shape, at: int) -> bool:
    """Tell "[arXiv](...)", "arXiv preprint" and "arXiv:...", as no venue stands."""
    return shape[at + 1 : at + 3] in (("]", "("), (" ", "preprint")) or shape[at + 1 :][:1] == (
        ":",
    )


def _is_preprint(token: Token) -> bool:
    return isinstance(token, Slot) and token.name == "published"


def _spelt(token: Token) -> Token:
    if isinstance(token, Slot) and token.name == "published":
        return token.how or "arXiv"
    return token


def _values(tokens: Sequence[Token]) -> Shape:
    """Give the values alone: entries that are decorated otherwise are written alike."""
    return tuple(token for token in tokens if isinstance(token, Slot))


def _slots(tokens: Sequence[Token]) -> int:
    return len(_values(tokens))


def _optional(tokens: Sequence[Token]) -> bool:
    """Tell whether tokens may be left out together: a value with whole brackets around it."""
    named = any(isinstance(token, Slot) for token in tokens) and _TITLE not in tokens
    cell = _CELL.search("".join(token for token in tokens if isinstance(token, str)))
    return named and not cell and _whole(tokens) and not leads_astray(tokens)


def _whole(tokens: Sequence[Token]) -> bool:
    """Tell whether every bracket and every emphasis that opens is closed."""
    return _closed(tokens) and all(list(tokens).count(mark) % 2 == 0 for mark in _TWINS)


def _fits(shape: Shape) -> bool:
    return _closed(_behind_bullet(shape)) and not leads_astray(shape)


def _behind_bullet(shape: Shape) -> Shape:
    """Give a shape without the sign that begins its item, which may be an asterisk."""
    if shape[:2] == ("1", ")"):
        return shape[2:]
    words = [token for token in shape[:2] if not (isinstance(token, str) and token.isspace())]
    return shape[shape.index("*") + 1 :] if words[:1] == ["*"] else shape


def _closed(tokens: Sequence[Token]) -> bool:
    """Tell whether every bracket that opens is closed."""
    for opening, closing in _PAIRS:
        depth = 0
        for token in tokens:
            depth += (token == opening) - (token == closing)
            if depth < 0:
                return False
        if depth:
            return False
    text = "".join(token for token in tokens if isinstance(token, str))
    opened = Counter(_OPENS.findall(text))
    return opened == Counter(_CLOSES.findall(text))


def _written(token: Token) -> str:
    if isinstance(token, Slot):
        return f"{{{token.name}:{token.how}}}" if token.how else f"{{{token.name}}}"
    return token.replace("{", "{{").replace("}", "}}")
