"""Which words of an entry's shape are this entry's own, and not how the list is written?

A venue that no value says, an author whose name was not understood, a remark: in the template they
would be said of every new entry. What few entries say is therefore cut out.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from bot.model.lists.template import Slot

Token = str | Slot
Shape = tuple[Token, ...]

_STRUCTURE = frozenset('[](){}*_`|<>"“”《》【】「」')
_EMPTY = frozenset((("(", ")"), ("[", "]"), ("{", "}")))
_SEPARATORS = frozenset(",.;:-–—·•")
_URL = re.compile(r"https?://[^\s<>\"]*")
# Badges are pictures of values.
_BADGE = re.compile(r"https?://(?:img\.shields\.io|badgen\.net|badge\.)")
_MARK = "\x00"
_PICTURE = re.compile(r"<img\b[^<>]*>|!\[[^\[\]]*\]\([^()\s]*\)")
_FEW = 0.3
# What belongs to how the list is written: addresses, tags, labels of links and of fields.
_WRITTEN = re.compile(
    rf"https?://[^\s)>\]\"]*|<[^<>]*>|\[[^\[\]\n]*\]+\(<?{_MARK}|(?<=>)[^<>\n]*(?=</a>)"
    r"|^[ \t]*[-*+][ \t*]+[\w ]{1,30}:",
    re.MULTILINE,
)


def without_own(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Give the shapes without the words that few of them say."""
    few = max(2, _FEW * len(shapes))
    counts = Counter(word for shape in shapes for word in {*filter(_is_word, shape)})
    pictures = [dict(_found(_PICTURE, shape)) for shape in shapes]
    shown = Counter(text for texts in pictures for text in set(texts.values()))
    for shape, texts in zip(shapes, pictures, strict=True):
        written = _written(shape)
        own = {
            at
            for at, token in enumerate(shape)
            if _is_word(token) and counts[token] < few and at not in written
        }
        own |= {at for at, text in texts.items() if shown[text] < few and _MARK not in text}
        yield _cut(shape, own) if len(shapes) > 1 else shape


def leads_astray(tokens: Sequence[Token]) -> bool:
    """Tell whether an address stands there that is always the same, and no badge."""
    text = "".join(token if isinstance(token, str) else _MARK for token in tokens)
    return any(_MARK not in url and not _BADGE.match(url) for url in _URL.findall(text))


def _is_word(token: Token) -> bool:
    return isinstance(token, str) and token.isalnum()


def _written(shape: Shape) -> set[int]:
    """Give the tokens that belong to how the list is written, whichever entries say them."""
    return {at for at, _ in _found(_WRITTEN, shape)}


def _found(pattern: re.Pattern[str], shape: Shape) -> Iterator[tuple[int, str]]:
    """Give the tokens of each stretch that a pattern finds, with its text."""
    texts = [token if isinstance(token, str) else _MARK for token in shape]
    ends = list(accumulate(map(len, texts)))
    for match in pattern.finditer("".join(texts)):
        for at in range(bisect_right(ends, match.start()), bisect_left(ends, match.end()) + 1):
            yield at, match[0]


def _cut(shape: Shape, own: set[int]) -> Shape:
    """Leave out own words, with what stands between two of them, and a separator twice."""
    left: list[Token] = []
    at = 0
    while at < len(shape):
        if at not in own:
            left.append(shape[at])
            at += 1
            continue
        end = at + 1
        for ahead in range(at + 1, len(shape)):
            token = shape[ahead]
            if isinstance(token, Slot) or "\n" in token or token in _STRUCTURE:
                break
            if ahead in own:
                end = ahead + 1
        at = _joined(left, shape, _without_brackets(left, shape, end))
    return tuple(left)


def _without_brackets(left: list[Token], shape: Shape, end: int) -> int:
    """Drop the brackets that nothing is left in, but those of a link; give where to go on."""
    while left and (left[-1], *shape[end : end + 1]) in _EMPTY and left[-2:-1] != ["]"]:
        left.pop()
        end += 1
    return end


def _joined(left: list[Token], shape: Shape, end: int) -> int:
    """Drop a blank, or a separator, that would stand twice; give where to go on."""
    while end < len(shape) and left:
        before = next((t for t in reversed(left) if not (isinstance(t, str) and t == " ")), "")
        after = shape[end]
        twice = left[-1] == after == " "
        if twice or (after in _SEPARATORS and before in _SEPARATORS):
            end += 1
        else:
            break
    return end
