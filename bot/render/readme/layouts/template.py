"""How does a list look whose owner says by a template how an entry is written?

    - [{title}]({url}){?, *{venue}*}.{? [[code]({code})]}

What its owner printed before there was a bot comes back as it was, as long as it is true.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from bot.markdown.escape import linked, text
from bot.model.lists.listing import Column, Listing, Readme
from bot.model.lists.template import LINK_SLOTS, Slot, TemplatePart, parsed, slots
from bot.model.papers.paper import Kept, Paper
from bot.model.papers.printed import holds, printed_in
from bot.render.readme.layouts.below import Row, fitted
from bot.render.readme.layouts.byline import byline
from bot.render.work import FIELDS, bracketed, title_link
from bot.text.months import MONTH_NAMES

PLAIN = "- {?**{short_name}**: }[{title}]({url}){?, {venue}}{?, {date}}{? {links}}"
# A link that has no address is its words.
_NOWHERE = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(\)")
# Between the tags of HTML lines Markdown's signs mean nothing, and need no backslash.
_HTML = re.compile(r"\s*<(?:tr|li)\b")
_SLASHED = re.compile(r"\\([\[\]*_`~|\\])")
_GITHUB = re.compile(r"https?://(?:www\.)?github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?(?:[/?#].*)?")
# A line below the first of which no value is left, a blank behind the last value of one, and what
# is left in brackets: "()", "(ICML 2024, )".
_EMPTY = re.compile(
    r"\n[ \t]*(?:[-*+•]|\\)[ \t]*(?=\n|\Z)|(?<=\S) (?=\n|\Z)"
    r"| \([,; ]*\)|(?<=[^\s(])(?:[,;] ?| )(?=\))|(?<=\()[,;] "
)
_DAY = re.compile(r"[-/. ]%d|%d[-/. ,]+")
_YEAR_ALONE = re.compile(r"[^%]*%[Yy][^%]*")
_TOKEN = re.compile(r"%([YymdbB])")


def row(paper: Paper, readme: Readme) -> str:
    """Write one work by the list's own template."""
    return written(paper, readme.template or PLAIN).rstrip("\n")


def body(papers: Sequence[Paper], readme: Readme) -> str:
    """Write works by the list's own template, below its head."""
    rows = (written(paper, readme.template or PLAIN) for paper in papers)
    return "\n".join([*_lines(readme.head), *rows]).rstrip("\n")


def shown(
    slug: str, papers: Iterable[Paper], kept: Iterable[Kept], listing: Listing, *, headed: bool
) -> str:
    """Write the works of a category in their order, with what its owner wrote between them."""
    category = listing.by_slug[slug]
    template = category.template or listing.readme.template or PLAIN
    head = category.head if category.head is not None else listing.readme.head
    rows: list[tuple[str, Paper | Kept]] = [(key_in(paper, slug), paper) for paper in papers]
    for between in sorted(kept, key=lambda between: between.key):
        behind = (at for at, (key, _) in enumerate(rows) if key > between.key)
        rows.insert(next(behind, len(rows)), (between.key, between))
    if not rows:
        return ""
    lines = fitted(list(_said_in(slug, [row for _, row in rows], template)), template)
    return "\n".join([*_lines(head if headed else None), *lines])


def key_in(paper: Paper, slug: str) -> str:
    """Give a work's place in the owner's order of a category, "" where it has none."""
    printed = printed_in(paper, slug)
    return printed.key if printed else ""


def _said_in(slug: str, rows: Iterable[Paper | Kept], template: str) -> Iterator[Row]:
    """Give the lines of each row: what its owner printed, if it is still true.

    A work without lines stands in those above it, as long as these are shown.
    """
    fields = {slot.field for slot in slots(parsed_once(template))}
    printed_above = False
    for row in rows:
        if isinstance(row, Kept):
            printed_above = True
            yield Row(row.text, is_new=False)
            continue
        printed = printed_in(row, slug)
        true = printed and printed.text is not None and holds(printed, row, fields)
        if printed and printed.text and true:
            printed_above = True
            yield Row(printed.text, is_new=False)
        elif not (true and printed_above):
            printed_above = False
            yield Row(written(row, template), is_new=True)


def written(paper: Paper, template: str) -> str:
    """Write an entry by a template."""
    parts = parsed_once(template)
    named = {slot.name for slot in slots(parts)}
    words = _NOWHERE.sub(r"\1", "".join(_said(part, paper, named) for part in parts))
    words = _EMPTY.sub("", words)
    return _SLASHED.sub(r"\1", words) if _HTML.match(template) else words


@lru_cache(maxsize=64)
def parsed_once(template: str) -> tuple[TemplatePart, ...]:
    """Take a template apart, once for all entries."""
    return parsed(template)


def value(slot: Slot, paper: Paper, named: Iterable[str] = ()) -> str:
    """Write what an entry has for a slot, as Markdown; nothing where it has nothing.

    `named` are the slots of the whole template: `links` are those that no other shows.
    """
    if slot.name in LINK_SLOTS:
        return _link(slot.name, paper, set(named))
    write = _WRITTEN[slot.name]
    return write(paper, slot.how)


def _lines(head: str | None) -> Iterator[str]:
    if head:
        yield head


def _said(part: TemplatePart, paper: Paper, named: set[str]) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Slot):
        nameless = part.name == "short_name" and not paper.short_name
        return _title(paper) if nameless else value(part, paper, named)
    missing = any(isinstance(p, Slot) and not value(p, paper, named) for p in part.parts)
    return "" if missing else "".join(_said(p, paper, named) for p in part.parts)


def _link(name: str, paper: Paper, named: set[str]) -> str:
    """Write an address, or what of one stands in badges."""
    if name == "url":
        main_link = title_link(paper)
        return _address(main_link.url) if main_link else ""
    if name == "links":
        main = title_link(paper) if "url" in named else None
        rest = (link for link in paper.links if link != main and link.kind not in named)
        return bracketed(rest)
    if name == "repo":
        repositories = (_GITHUB.fullmatch(link.url) for link in paper.links)
        return next((match[1] for match in repositories if match), "")
    if name in ("arxiv", "doi"):
        ids = (work.partition(":") for work in paper.ids)
        return next((text(rest) for family, _, rest in ids if family == name), "")
    return next((_address(link.url) for link in paper.links if link.kind == name), "")


def _address(url: str) -> str:
    return linked("", url)[3:-1]


def _date(date: str, how: str) -> str:
    """Write a date; where it does not tell what is asked for, as much as it tells."""
    if not date:
        return ""
    year, month, day = (*date.split("-"), "", "")[:3]
    long = MONTH_NAMES[int(month) - 1] if month else ""
    parts = {"Y": year, "y": year[2:], "m": month, "d": day, "b": long[:3], "B": long}
    if not month:
        return (
            _TOKEN.sub(lambda match: parts[match[1]], how) if _YEAR_ALONE.fullmatch(how) else year
        )
    how = how if day else _DAY.sub("", how)
    return _TOKEN.sub(lambda match: parts[match[1]], how)


def _year(paper: Paper, how: str) -> str:
    year = paper.venue.year if paper.venue and paper.venue.year else (paper.date or "")[:4]
    return _date(str(year), how or "%Y")


def _published(paper: Paper, how: str) -> str:
    """Name the venue, or of a preprint what its owner calls one."""
    preprint = any(work.startswith("arxiv:") for work in paper.ids)
    return text(paper.venue.name) if paper.venue else (how or "arXiv") * preprint


def _title(paper: Paper) -> str:
    """Write the title, which may become a link's label, with what became of the work."""
    became = f" ({paper.status.what})" if paper.status else ""
    return text(paper.title + became)


def _usual(column: Column) -> Callable[[Paper, str], str]:
    return lambda paper, _: FIELDS[column](paper)


_WRITTEN: dict[str, Callable[[Paper, str], str]] = {
    **{name: _usual(name) for name in FIELDS},
    "title": lambda paper, _: _title(paper),
    "authors": lambda paper, how: text(byline(paper.authors, how)),
    "date": lambda paper, how: _date(paper.date or "", how or "%Y-%m"),
    "year": _year,
    "venue_name": lambda paper, _: text(paper.venue.name) if paper.venue else "",
    "published": _published,
}
