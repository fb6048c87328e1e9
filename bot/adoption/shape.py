"""Which values of an entry stand where in the lines that its owner printed?

A shape is these lines with slots for the values (`bot.model.lists.template`). A value is found
only where it stands exactly as a slot would write it, but for the title, whose markup may differ.
"""

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from bot.adoption.match import urls_in
from bot.adoption.words import Shape, Token
from bot.identify import clean_url
from bot.markdown.escape import text
from bot.model.lists.template import Slot
from bot.model.papers.paper import LinkKind, Paper
from bot.render.readme.layouts.byline import bylines
from bot.render.readme.layouts.template import value
from bot.text.fold import fold

_DATES = (
    *("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y"),
    *("%B %Y", "%b %Y", "%B, %Y", "%b, %Y", "%b. %Y", "%Y-%m", "%Y/%m", "%Y.%m", "%m/%Y", "%m.%Y"),
    *("%b %y", "%b'%y", "%y-%m", "%y.%m"),
)
_SHORT_YEAR = Slot("year", "%y")
_PREPRINT = re.compile(r"(?<![^\W_/.])(?:arxiv|corr|preprint)(?![^\W_]|[:/.]\w)", re.IGNORECASE)
_PADDING = re.compile(r" {2,}(?=\|)")
_NUMBER = re.compile(r"^([ \t]*)\d+([.)])(?=[ \t])")
_OTHERS = re.compile(r",? et al\b\.?")
_EMPHASIS = ("**", "__", "*", "_")
_WORD = re.compile(r"\s+|[^\W_]+|\*\*|__|.", re.DOTALL)
# Where a year or a name may be part of an address: in a picture of it.
_ADDRESS = re.compile(r"https?://(?!img\.shields\.io|badgen\.net)[^\s)>\"]*$")


def shape(printed: str, paper: Paper) -> Shape:
    """Give the shape of an entry's lines; one without a slot for the title says nothing."""
    printed = evened(printed)
    parts: list[Token] = [printed]
    for kind, raw in _links(printed, paper):
        while _put(parts, raw, Slot(kind)):
            pass  # a badge and a word may lead to one address
    for name in ("repo", "arxiv", "doi"):
        _put(parts, value(Slot(name), paper), Slot(name))
    _put_title(parts, paper)
    for slot in _slots(paper):
        _put(parts, value(slot, paper), slot)
    if not paper.venue and any(work.startswith("arxiv:") for work in paper.ids):
        _put_preprint(parts)
    return tuple(_titled(_with_others(list(_tokens(parts)), len(paper.authors))))


def evened(printed: str) -> str:
    """Give lines as a template can say them: numbered 1, and no cell filled up with blanks."""
    return _NUMBER.sub(r"\g<1>1\2", _PADDING.sub(" ", printed), count=1)


def _links(printed: str, paper: Paper) -> Iterator[tuple[str, str]]:
    """Give the first address of each kind as it is printed."""
    kinds = {link.url: link.kind for link in reversed(paper.links)}
    kinds_put = set()
    for raw in urls_in(printed):
        kind = kinds.get(clean_url(raw) or "")
        if kind and kind not in kinds_put:
            kinds_put.add(kind)
            yield kind, raw


def _slots(paper: Paper) -> Iterator[Slot]:
    """Give what else may stand in a line, the longer before what may be a part of it."""
    yield Slot("short_name")
    yield from (Slot("authors", how) for how in bylines(paper.authors))
    yield Slot("affiliations")
    yield Slot("venue")
    yield Slot("keywords")
    yield Slot("note")
    yield Slot("venue_name")
    parts = len((paper.date or "").split("-"))
    yield from (Slot("date", how) for how in _DATES if len(re.findall("%", how)) <= parts)
    yield Slot("year")
    yield _SHORT_YEAR
    yield Slot("citations")


def _put(parts: list[Token], words: str, slot: Slot) -> bool:
    """Put a slot in place of the words, where they first stand by themselves; False if nowhere."""
    for at, match in _places(parts, words, slot):
        _set(parts, at, match.string, match.span(), slot)
        return True
    return False


def _places(parts: Sequence[Token], words: str, slot: Slot) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield where the words stand by themselves, and a slot may take their place."""
    names = {part.name for part in parts if isinstance(part, Slot)}
    link = slot.name in get_args(LinkKind)
    # A year may touch a venue, also where it stands elsewhere, too: "(2024), ICML24".
    again = slot == _SHORT_YEAR and slot not in parts
    if not words or (slot.name in names and not (link or again)):
        return
    behind = r"(?![^\W\d_])" if slot.name == "venue_name" else r"(?![^\W_])"
    pattern = re.compile(rf"(?<![^\W_]){re.escape(words)}{behind}")
    for at, part in enumerate(parts):
        for match in pattern.finditer(part) if isinstance(part, str) else ():
            touches = match.start() == 0 and at and parts[at - 1] == Slot("venue_name")
            elsewhere = slot.name in names and again and not touches
            if not elsewhere and (link or not _ADDRESS.search(match.string[: match.start()])):
                yield at, match


def _set(parts: list[Token], at: int, words: str, span: tuple[int, int], slot: Slot) -> None:
    """Put a slot in place of some of the words that are one part."""
    parts[at : at + 1] = [words[: span[0]], slot, words[span[1] :]]


def _put_preprint(parts: list[Token]) -> None:
    """Put a slot where "arXiv" stands as others have their venue."""
    for at, part in enumerate(parts):
        if isinstance(part, str) and (match := _PREPRINT.search(part)):
            slot = Slot("published", "" if match[0] == "arXiv" else match[0])
            _set(parts, at, part, match.span(), slot)
            return


def _put_title(parts: list[Token], paper: Paper) -> None:
    """Put a slot in place of the title, also where it is marked up or spelled otherwise."""
    if any(_put(parts, words, Slot("title")) for words in (paper.title, text(paper.title))):
        return
    for at, part in enumerate(parts):
        if isinstance(part, str) and (span := _span(part, _folded(paper.title))):
            _set(parts, at, part, span, Slot("title"))
            return


def _span(part: str, letters: str) -> tuple[int, int] | None:
    """Find the letters in a text, whatever stands between them, with emphasis that opens before."""
    spread = [(letter, place) for place, one in enumerate(part) for letter in _folded(one)]
    start = "".join(letter for letter, _ in spread).find(letters) if letters else -1
    if start < 0:
        return None
    first, last = spread[start][1], spread[start + len(letters) - 1][1] + 1
    inside, before = part[first:last], part[:first]
    marks = (mark for mark in _EMPHASIS if inside.count(mark) % 2 and before.endswith(mark))
    return first - len(next(marks, "")), last


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def _tokens(parts: Sequence[Token]) -> Iterator[Token]:
    for part in parts:
        if isinstance(part, Slot):
            yield part
        else:
            yield from _WORD.findall(part)


def _with_others(tokens: list[Token], count: int) -> list[Token]:
    """Take "et al." behind the people as what is written of those that are left out."""
    for at, token in enumerate(tokens):
        if isinstance(token, Slot) and token.name == "authors":
            rest = "".join(part if isinstance(part, str) else "\n" for part in tokens[at + 1 :])
            if match := _OTHERS.match(rest):
                end = at + 1 + sum(1 for _ in _WORD.finditer(match[0]))
                return [*tokens[:at], Slot("authors", str(count)), *tokens[end:]]
    return tokens


def _titled(tokens: list[Token]) -> list[Token]:
    """Name the address that the title leads to, whatever its kind."""
    for at, token in enumerate(tokens):
        if token == Slot("title"):
            near = enumerate(tokens[at + 1 : at + 8], at + 1)
            place = next((place for place, part in near if isinstance(part, Slot)), at + 1)
            if re.fullmatch(r"[*_`. ]*\]\(<?", "".join(map(str, tokens[at + 1 : place]))):
                tokens[place] = Slot("url")
    return tokens
