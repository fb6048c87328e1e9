"""How does the owner of a list write an entry, to judge by those that are there?

The commonest shape is the template; where other entries lack something of it, or say more, that
becomes a stretch which is left out where its value is missing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from bot.adoption.shape import Shape, Token
from bot.model.papers.template import Slot, parsed

_MOST_SHAPES = 60
_TITLE = Slot("title")
_NAME = Slot("venue_name")
_PAIRS = (("[", "]"), ("(", ")"), ("{", "}"))
_TWINS = ("*", "`", '"')


class _Pattern:
    """A template that grows: tokens, and for each the optional stretch it is in (0: none)."""

    def __init__(self, shape: Shape) -> None:
        self.tokens: list[Token] = list(shape)
        self.stretch = [0] * len(shape)
        self.count = 0

    def merge(self, shape: Shape) -> None:
        """Let the pattern say this shape, too, if it differs only by what may be missing."""
        steps = SequenceMatcher(None, self.tokens, shape, autojunk=False).get_opcodes()
        if any(name == "replace" for name, *_ in steps):
            return
        for name, low, high, first, last in reversed(steps):
            if name == "delete":
                self._free(low, high)
            elif name == "insert":
                self._insert(low, shape[first:last])

    def _free(self, low: int, high: int) -> None:
        """Make a stretch optional, moved along equal tokens to where its brackets are whole."""
        spans = [(low, high)]
        while low > 0 and self.tokens[low - 1] == self.tokens[high - 1]:
            low, high = low - 1, high - 1
            spans.append((low, high))
        low, high = spans[0]
        while high < len(self.tokens) and self.tokens[low] == self.tokens[high]:
            low, high = low + 1, high + 1
            spans.append((low, high))
        for low, high in spans:
            inside = self.tokens[low:high]
            if _optional(inside) and not any(self.stretch[low:high]):
                self.count += 1
                self.stretch[low:high] = [self.count] * (high - low)
                return

    def _insert(self, at: int, tokens: Shape) -> None:
        beside = {*self.stretch[max(0, at - 1) : at]} & {*self.stretch[at : at + 1]} - {0}
        known = {each for each in self.tokens if isinstance(each, Slot)}
        if _optional(tokens) and not beside and known.isdisjoint(tokens):
            self.count += 1
            self.tokens[at:at] = tokens
            self.stretch[at:at] = [self.count] * len(tokens)

    def written(self) -> str:
        """Write the pattern as a template."""
        text, inside = "", 0
        for token, stretch in zip(self.tokens, self.stretch, strict=True):
            if stretch != inside:
                text += "}" * bool(inside) + "{?" * bool(stretch)
                inside = stretch
            text += _written(token)
        return text + "}" * bool(inside)


def worked_out(shapes: Sequence[Shape]) -> str:
    """Give the template of a list whose entries have these shapes; "" if they have none."""
    counts = Counter(
        shape for shape in _published(shapes) if shape.count(_TITLE) == 1 and _closed(shape)
    )
    ranked = sorted(counts, key=lambda shape: (-counts[shape], -_slots(shape), str(shape)))
    if not ranked:
        return ""
    pattern = _Pattern(ranked[0])
    for shape in ranked[1:_MOST_SHAPES]:
        pattern.merge(shape)
    template = pattern.written()
    try:
        parsed(template)
    except ValueError:
        return ""
    return template


def _published(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Write every venue as one that is "arXiv" for a preprint, where preprints are written so."""
    said = Counter(
        token
        for shape in shapes
        for token in shape
        if isinstance(token, Slot) and token.name == "published"
    )
    named = any(_NAME in shape or Slot("venue") in shape for shape in shapes)
    if not said or not named:
        bare = {slot: slot.how or "arXiv" for slot in said}
        yield from (tuple(bare.get(token, token) for token in shape) for shape in shapes)  # type: ignore[call-overload]
        return
    slot = said.most_common(1)[0][0]
    for shape in shapes:
        yield tuple(part for token in shape for part in _parted(token, slot))


def _parted(token: Token, published: Slot) -> tuple[Token, ...]:
    if token == Slot("venue"):
        return (published, " ", Slot("year"))
    named = isinstance(token, Slot) and token.name in ("venue_name", "published")
    return (published,) if named else (token,)


def _slots(shape: Shape) -> int:
    return sum(isinstance(token, Slot) for token in shape)


def _optional(tokens: Sequence[Token]) -> bool:
    """Tell whether tokens may be left out together: a value with whole brackets around it."""
    named = any(isinstance(token, Slot) for token in tokens)
    return named and _TITLE not in tokens and "\n" not in str(tokens[:1]) and _whole(tokens)


def _whole(tokens: Sequence[Token]) -> bool:
    """Tell whether every bracket and every emphasis that opens is closed."""
    return _closed(tokens) and all(list(tokens).count(mark) % 2 == 0 for mark in _TWINS)


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
    return True


def _written(token: Token) -> str:
    if isinstance(token, Slot):
        return f"{{{token.name}:{token.how}}}" if token.how else f"{{{token.name}}}"
    return token.replace("{", "{{").replace("}", "}}")
