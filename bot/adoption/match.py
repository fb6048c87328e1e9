"""From which lines of a README did the importer read which entry?

The importer keeps no lines; but its entries stand in the order of the README, and each holds words
and addresses that its own lines hold. Of all ways to give each entry a unit without crossing
another, one is taken that gives the most of them one.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.adoption.units import Unit
from bot.identify import clean_url
from bot.markdown.tree.inline import scan
from bot.markdown.tree.pieces import words
from bot.model.papers.imported import ImportedPaper
from bot.text.fold import fold

_URL = re.compile(r"https?://[^\s<>\"\]]+", re.IGNORECASE)
_RULE = re.compile(r"\s{0,3}(?:[-*_]\s*){3,}")
_SHORT = 8  # letters; a shorter title may stand in any line


class EntryPlace(NamedTuple):
    """The lines of an entry: of one unit, `first` of them if another entry shares them."""

    entry: int
    start: int
    end: int
    unit: Unit
    first: bool = True


class _Text(NamedTuple):
    """What a unit says in its own lines: its letters, and the addresses it leads to."""

    unit: Unit
    letters: str
    urls: frozenset[str]


def letters(text: str) -> str:
    """Give a text's letters and digits alone, as they are compared."""
    return "".join(filter(str.isalnum, fold(text)))


def urls_in(text: str) -> Iterator[str]:
    """Give the addresses in Markdown or HTML as they stand there."""
    for match in _URL.finditer(text):
        url = match[0]
        while url and (
            url[-1] in ".,;:!?'*" or (url[-1] == ")" and url.count("(") < url.count(")"))
        ):
            url = url[:-1]
        cut = url.find(")")
        yield url[:cut] if cut > 0 and "(" not in url[:cut] else url


def matched(
    entries: Sequence[ImportedPaper], tops: Sequence[Unit], lines: Sequence[str]
) -> list[EntryPlace]:
    """Give the places of the entries that have one, in the order of the document."""
    texts = [_text(unit, lines) for top in tops for unit in top.walk()]
    by_url: defaultdict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        for url in text.urls:
            by_url[url].append(at)
    chosen = _chain([_candidates(entry, texts, by_url) for entry in entries])
    above = {id(kid): unit for top in tops for unit in top.walk() for kid in unit.children}
    own = _whole({entry: texts[at].unit for entry, at in chosen.items()}, above)
    held = set(map(id, own.values()))
    places: list[EntryPlace] = []
    taken: set[int] = set()
    for entry, unit in sorted(own.items(), key=lambda pair: pair[0]):
        top = unit if id(unit) in taken else _top(unit, entries[entry], above, held, lines)
        first = taken.isdisjoint((id(unit), id(top)))
        end = _below(top, entries[entry], tops, held, lines) or _end(top, unit, held)
        places.append(EntryPlace(entry, top.start, end, top, first=first))
        taken |= {id(unit), id(top)}
    return places


def _whole(own: Mapping[int, Unit], above: Mapping[int, Unit]) -> dict[int, Unit]:
    """Give paragraphs for lines, unless all are entries: no mark can stand inside of one."""
    lines = {id(unit) for unit in own.values()}
    return {
        entry: above[id(unit)]
        if unit.kind == "line" and not lines.issuperset(map(id, above[id(unit)].children))
        else unit
        for entry, unit in own.items()
    }


def _candidates(
    entry: ImportedPaper, texts: Sequence[_Text], by_url: Mapping[str, Sequence[int]]
) -> list[int]:
    """Give the units that may be an entry's, those that hold most of it alone."""
    title = letters(entry.title)
    links = {url for _, url in entry.links}
    linked = sorted({at for url in links for at in by_url.get(url, ())})
    # Where a unit has both the words and an address, none has more.
    if both := [at for at in linked if title and title in texts[at].letters]:
        within = {id(texts[at].unit) for at in both}
        return [at for at in both if within.isdisjoint(map(id, texts[at].unit.children))]
    best: list[int] = []
    most = 0
    for at, text in enumerate(texts):
        named = bool(title) and title in text.letters and (len(title) >= _SHORT or not links)
        alike = len(title) < _SHORT and title == text.letters[: len(title)]
        score = 3 * bool(named) + 2 * bool(links & text.urls) + alike
        if score > most:
            best, most = [], score
        if score and score == most:
            best.append(at)
    return best


def _chain(candidates: Sequence[Sequence[int]]) -> dict[int, int]:
    """Choose a unit for as many entries as can be without crossing: a longest chain."""
    tails: list[int] = []
    steps: list[list[tuple[int, int, int]]] = []  # by length: entry, unit, step before
    for entry, units in enumerate(candidates):
        news = []
        for at in units:
            length = bisect_right(tails, at)
            news.append((length, at, len(steps[length - 1]) - 1 if length else -1))
        for length, at, before in news:
            if length == len(tails):
                tails.append(at)
                steps.append([])
            elif at >= tails[length]:
                continue
            tails[length] = at
            steps[length].append((entry, at, before))
    chosen = {}
    step = len(steps[-1]) - 1 if steps else -1
    for level in reversed(steps):
        entry, at, before = level[step]
        chosen[entry] = at
        step = before
    return chosen


def _top(
    unit: Unit,
    entry: ImportedPaper,
    above: dict[int, Unit],
    held: set[int],
    lines: Sequence[str],
) -> Unit:
    """Go up to the item that holds this entry alone, unless it is a heading to it."""
    while (outer := above.get(id(unit))) is not None:
        others = sum(id(inner) in held for inner in outer.walk())
        own_letters = letters(_words("\n".join(lines[outer.start : outer.own_end])))
        heads = any(letters(title) == own_letters for title in entry.section)
        if others > 1 or heads:
            break
        unit = outer
    return unit


def _below(
    top: Unit, entry: ImportedPaper, tops: Sequence[Unit], held: set[int], lines: Sequence[str]
) -> int:
    """Give the end of what stands below a title and is said of it; 0 if nothing is.

    A heading has all below it, a paragraph what repeats something of the entry, each up to the
    next heading, rule or entry.
    """
    end = 0
    at = bisect_right(tops, top.start, key=lambda unit: unit.start)
    if top.kind not in {"heading", "text"} or tops[at - 1] is not top:
        return end
    last = top.end
    for unit in tops[at:]:
        entries = any(id(inner) in held for inner in unit.walk())
        parted = any(map(_RULE.fullmatch, lines[last : unit.start]))
        if entries or parted or unit.kind == "heading" or _RULE.fullmatch(lines[unit.start]):
            break
        if top.kind == "heading" or _speaks_of(entry, unit, lines):
            end = unit.end
        last = unit.end
    return end


def _speaks_of(entry: ImportedPaper, unit: Unit, lines: Sequence[str]) -> bool:
    """Tell a paragraph or list that holds a value of an entry."""
    text = "\n".join(lines[unit.start : unit.end])
    urls = {clean_url(raw) for raw in urls_in(text)}
    own_letters = letters(_words(text))
    values = [letters(value) for value in (*entry.authors, entry.venue) if value]
    noted = bool(own_letters) and own_letters in letters(entry.note)
    return (
        noted
        or not urls.isdisjoint(url for _, url in entry.links)
        or any(map(own_letters.count, values))
    )


def _end(top: Unit, unit: Unit, held: set[int]) -> int:
    """Give the end of an entry's lines: before the first thing under it that is another's."""
    for inner in top.walk():
        if inner is not top and inner is not unit and id(inner) in held:
            return inner.start
    return top.end


def _text(unit: Unit, lines: Sequence[str]) -> _Text:
    own = "\n".join(lines[unit.start : unit.own_end])
    urls = frozenset(url for raw in urls_in(own) if (url := clean_url(raw)))
    return _Text(unit, letters(_words(own)), urls)


def _words(markdown: str) -> str:
    bare = re.sub(r"^[ \t]*(?:[-*+•]|\d{1,9}[.)]|#{1,6})[ \t]+", "", markdown)
    return words(scan(bare, {}))
