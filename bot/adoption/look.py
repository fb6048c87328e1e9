"""What do a README's entries look like, and what does the README become with the bot's marks?"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import ValidationError

from bot.adoption.match import matched
from bot.adoption.runs import Part, PartRow, parts, rows_of
from bot.adoption.shape import shape
from bot.adoption.template import worked_out
from bot.adoption.units import units
from bot.adoption.words import Shape
from bot.markdown.tree.parse import split_row
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.order import placed
from bot.model.papers.paper import Catalog, Kept, Paper, Printed
from bot.model.papers.printed import values_of

_MARK = re.compile(r"^[ \t]*<!-- /?bot:papers:[^\s<>]+ -->\r?\n", re.MULTILINE)
_OTHERS = re.compile(r"(?:\r?\n)?<!-- bot:papers -->.*?<!-- /bot:papers -->(?:\r?\n)?", re.DOTALL)
_BLOCK = re.compile(r"<!-- bot:(?!papers)(\w+) -->.*?<!-- /bot:\1 -->", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """An imported entry, and the entry of the list, with its category, that it became."""

    entry: ImportedPaper
    paper: Paper
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How the entries of a category, or of the whole list, are written, and below which lines."""

    template: str
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A README as the bot will keep it.

    `printed` says by an entry's id how it stands where; `styles` by category, that of the whole
    list under "". `lost` are the entries, by their position, of which no line was found; `lines`
    counts the lines between the marks.
    """

    readme: str
    printed: Mapping[str, tuple[Printed, ...]]
    kept: tuple[Kept, ...]
    styles: Mapping[str, Style]
    lost: tuple[int, ...]
    lines: int


def unmarked(readme: str) -> str:
    """Give a README without the marks around its parts, as its owner would have it.

    What stands in the bot's other blocks repeats works, and is left out.
    """
    return _BLOCK.sub("", _bare(readme))


def _bare(readme: str) -> str:
    return _MARK.sub("", _OTHERS.sub("", readme))


def look(readme: str, stands: Sequence[Stand], before: Catalog) -> Look:
    """Find the entries in the README that they were read from, and set marks around them.

    Whatever has a place in the list `before` keeps its key.
    """
    aside: list[str] = []

    def put(match: re.Match[str]) -> str:
        aside.append(match[0])
        return f"<!-- aside {len(aside) - 1} -->"

    bare = _BLOCK.sub(put, _bare(readme))
    lines = bare.replace("\r\n", "\n").split("\n")
    places = [
        place
        for place in matched([stand.entry for stand in stands], units(lines), lines)
        if _can_stand("\n".join(lines[place.start : place.end]))
    ]
    cut = parts(places, {at: stand.slug for at, stand in enumerate(stands)}, lines)
    cut = [part for part in cut if all(_can_stand(row.text) for row in part.rows)]
    keys = _keys(cut, stands, before)
    printed, kept = _printed(cut, keys, stands)
    held = {row.entry for _, row in rows_of(cut)}
    marked = _marked(lines, cut, keys, "\r\n" if "\r\n" in readme else "\n")
    for number, block in enumerate(aside):
        marked = marked.replace(f"<!-- aside {number} -->", block, 1)
    return Look(
        readme=marked,
        printed=printed,
        kept=kept,
        styles=_styles(cut, stands),
        lost=tuple(at for at in range(len(stands)) if at not in held),
        lines=sum(part.end - part.start for part in cut),
    )


def _can_stand(text: str) -> bool:
    """Tell whether lines may be kept with an entry: not too long, and no character that hides."""
    try:
        Kept(category="any", key="i", text=text)
    except ValidationError:
        return False
    return True


def _keys(cut: Sequence[Part], stands: Sequence[Stand], before: Catalog) -> dict[int, list[str]]:
    """Give the rows of each part their places among all of the part's category."""
    by_slug: dict[str, list[PartRow]] = defaultdict(list)
    for part, row in rows_of(cut):
        by_slug[part.slug].append(row)
    place_of = _known(before)
    left = {}
    for slug, rows in by_slug.items():
        names: list[str] = []
        for row in rows:
            id_ = stands[row.entry].paper.id if row.entry is not None else row.text
            names.append(row.text if id_ in names else id_)
        left[slug] = iter(placed([place_of.get((slug, name), "") for name in names]))
    return {id(part): [next(left[part.slug]) for _ in part.rows] for part in cut}


def _known(before: Catalog) -> dict[tuple[str, str], str]:
    """Give the keys of a list: by category, and an entry's id or the lines between entries."""
    places = {(kept.category, kept.text): kept.key for kept in before.kept}
    for paper in before.papers:
        places |= {(printed.category, paper.id): printed.key for printed in paper.printed}
    return places


def _printed(
    cut: Sequence[Part], keys: Mapping[int, Sequence[str]], stands: Sequence[Stand]
) -> tuple[dict[str, tuple[Printed, ...]], tuple[Kept, ...]]:
    printed: dict[str, dict[str, Printed]] = defaultdict(dict)
    kept = []
    for part in cut:
        for key, row in zip(keys[id(part)], part.rows, strict=True):
            paper = stands[row.entry].paper if row.entry is not None else None
            if paper and part.slug not in printed[paper.id]:
                printed[paper.id][part.slug] = Printed(
                    category=part.slug, key=key, text=row.text, of=values_of(paper)
                )
            elif row.entry is None or row.text:  # no entry, or one that stands here already
                kept.append(Kept(category=part.slug, key=key, text=row.text))
    return {id_: tuple(by_slug.values()) for id_, by_slug in printed.items()}, tuple(kept)


def _marked(
    lines: Sequence[str], cut: Sequence[Part], keys: Mapping[int, Sequence[str]], newline: str
) -> str:
    """Set marks around the parts, and behind the last the one for whatever has no place."""
    pieces: list[str] = []
    done, opened = 0, set[str]()
    for part in cut:
        first = lines[part.start]
        indent = first[: len(first) - len(first.lstrip())]
        name = f"papers:{part.slug}"
        if part.slug in opened:
            name += f":{keys[id(part)][0]}"
        opened.add(part.slug)
        pieces += [*lines[done : part.start], f"{indent}<!-- bot:{name} -->"]
        pieces += [*lines[part.start : part.end], f"{indent}<!-- /bot:{name} -->"]
        done = part.end
    rest = list(lines[done:])
    place = next((at for at, line in enumerate(rest) if line.startswith("#")), len(rest))
    while place and not rest[place - 1].strip():
        place -= 1
    others = ["", "<!-- bot:papers -->", "", "", "", "<!-- /bot:papers -->"]
    ends = [""] if place == len(rest) else []
    return newline.join([*pieces, *rest[:place], *others, *ends, *rest[place:]])


def _styles(cut: Sequence[Part], stands: Sequence[Stand]) -> dict[str, Style]:
    """Work out how the list is written, and which categories are written otherwise."""
    rows_of_style: dict[tuple[str, str], list[tuple[str, PartRow]]] = defaultdict(list)
    for part, row in rows_of(cut):
        if row.entry is not None and row.text:
            rows_of_style[part.head, _begins(row.text)].append((part.slug, row))
    if not rows_of_style:
        return {}
    common = max(rows_of_style, key=lambda style: len(rows_of_style[style]))
    by_slug: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for style, rows in rows_of_style.items():
        by_slug_of_style = Counter(slug for slug, _ in rows)
        for slug, count in by_slug_of_style.items():
            by_slug[slug][style] += count
    made = {
        style: _style(style[0], [row for _, row in rows], stands)
        for style, rows in rows_of_style.items()
    }
    styles = {"": made[common]}
    for slug, counts in by_slug.items():
        most = made[max(counts, key=lambda style: counts[style])]
        own = replace(most, head=next(part.head for part in cut if part.slug == slug))
        if own != made[common]:
            styles[slug] = own
    return styles


def _begins(text: str) -> str:
    """Tell entries apart that are items of different depth, or no items."""
    bare = text.lstrip()
    return text[: len(text) - len(bare)] + ("1" if bare[:1].isdigit() else bare[:1])


def _style(head: str, rows: Sequence[PartRow], stands: Sequence[Stand]) -> Style:
    template = worked_out(list(_shapes(rows, stands))) or _plain(head, rows[0].text)
    apart = sum(row.text.endswith("\n") for row in rows)
    return Style(template=template + "\n" * (apart * 2 > len(rows)), head=head)


def _plain(head: str, text: str) -> str:
    """Give a template for entries that have too little in common for one of their own."""
    if head:
        cells = len(split_row(head.partition("\n")[0])) - 1
        return f"| [{{title}}]({{url}}) |{'  |' * cells}"
    if text.lstrip().startswith("<tr"):
        return '<tr><td><a href="{url}">{title}</a></td></tr>'
    if text.lstrip().startswith("<li"):
        return '<li><a href="{url}">{title}</a></li>'
    begins = re.match(r"[ \t]*(?:(?:[-*+•]|\d+[.)]|#{1,6})[ \t]+)?", text)
    marker = re.sub(r"\d+", "1", begins[0]) if begins else ""
    return f"{marker}[{{title}}]({{url}}){{?, {{venue}}}}{{? {{links}}}}"


def _shapes(rows: Sequence[PartRow], stands: Sequence[Stand]) -> Iterator[Shape]:
    for row in rows:
        if row.entry is not None:
            yield shape(row.text.rstrip("\n"), stands[row.entry].paper)
