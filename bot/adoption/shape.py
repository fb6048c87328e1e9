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
    seen = set()
    for raw in urls_in(printed):
        kind = kinds.get(clean_url(raw) or "")
        if kind and kind not in seen:
            seen.add(kind)
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
    if not any(words and isinstance(part, str) and words in part for part in parts):
        return False
    link = slot.name in get_args(LinkKind)
    there = [part for part in parts if isinstance(part, Slot) and part.name == slot.name]
    again = slot == _SHORT_YEAR and slot not in there
    if there and not (link or again):
        return False
    # A year may touch a venue, also where it stands elsewhere, too: "(2024), ICML24".
    behind = r"(?![^\W\d_])" if slot.name == "venue_name" else r"(?![^\W_])"
    pattern = re.compile(rf"(?<![^\W_]){re.escape(words)}{behind}")
    for at, part in enumerate(parts):
        for match in pattern.finditer(part) if isinstance(part, str) else ():
            touches = match.start() == 0 and at and parts[at - 1] == Slot("venue_name")
            if there and again and not touches:
                continue
            if link or not _ADDRESS.search(match.string[: match.start()]):
                before, after = match.string[: match.start()], match.string[match.end() :]
                parts[at : at + 1] = [before, slot, after]
                return True
    return False


def _put_preprint(parts: list[Token]) -> None:
    """Put a slot where "arXiv" stands as others have their venue."""
    for at, part in enumerate(parts):
        if isinstance(part, str) and (match := _PREPRINT.search(part)):
            slot = Slot("published", "" if match[0] == "arXiv" else match[0])
            parts[at : at + 1] = [part[: match.start()], slot, part[match.end() :]]
            return


def _put_title(parts: list[Token], paper: Paper) -> None:
    _put(parts, paper.title, Slot("title"))
    _put(parts, text(paper.title), Slot("title"))
    wanted = _folded(paper.title)
    for at, part in enumerate(parts):
        if isinstance(part, str) and not any(p == Slot("title") for p in parts):
            spread = [(letter, place) for place, one in enumerate(part) for letter in _folded(one)]
            start = "".join(letter for letter, _ in spread).find(wanted) if wanted else -1
            if start >= 0:
                first, last = spread[start][1], spread[start + len(wanted) - 1][1] + 1
                for mark in ("**", "__", "*", "_"):
                    if part[first:last].count(mark) % 2 and part[:first].endswith(mark):
                        first -= len(mark)
                        break
                parts[at : at + 1] = [part[:first], Slot("title"), part[last:]]


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
            rest = "".join(each if isinstance(each, str) else "\n" for each in tokens[at + 1 :])
            if match := _OTHERS.match(rest):
                end = at + 1 + sum(1 for _ in _WORD.finditer(match[0]))
                return [*tokens[:at], Slot("authors", str(count)), *tokens[end:]]
    return tokens


def _titled(tokens: list[Token]) -> list[Token]:
    """Name the address that the title leads to, whatever its kind."""
    for at, token in enumerate(tokens):
        if token == Slot("title"):
            rest = tokens[at + 1 : at + 8]
            ahead = [i for i, each in enumerate(rest) if isinstance(each, Slot)]
            words = (
                "".join(each for each in rest[: ahead[0]] if isinstance(each, str)) if ahead else ""
            )
            if re.fullmatch(r"[*_`. ]*\]\(<?", words):
                tokens[at + 1 + ahead[0]] = Slot("url")
    return tokens
