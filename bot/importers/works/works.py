"""Is this line a work that somebody lists, how many works are it, and what are its parts?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.importers.line.builder import CAPABILITIES, PaperBuilder
from bot.importers.line.read import read_detail, read_line
from bot.importers.phrases.dates import read_date
from bot.importers.phrases.identity import is_work, work_of
from bot.importers.phrases.roles import Role, is_generic, role_of
from bot.importers.phrases.segments import (
    badge_words,
    classify,
    decorations_off,
    is_label,
)
from bot.importers.works.sections import Section
from bot.markdown.tree.pieces import BOLD, Piece, words
from bot.model.papers.imported import ImportedPaper
from bot.text.clean import clean
from bot.text.lexicon.capitals import is_capitalised

_LABEL = re.compile(r"\s*([^\W\d_][^:：\n]{0,28}?)\s*(?:[:：]|\s[-–—]\s)\s*", re.UNICODE)
_ANNOUNCES = re.compile(r"[:：]|\s[-–—]\s")
_PROSE = re.compile(
    r"\b(?:we (?:are|will|have|also|recommend|thank|provide|present|introduce|hope|collect|welcome"
    r"|would|try|aim|plan|summari[sz]e|list|found|use|encourage|appreciate)|our (?:survey|paper"
    r"|work"
    r"|repo\w*|list|team|project|code|group|new|latest|recent|website|page)|if you (?:find|want"
    r"|have"
    r"|use|are|think|know|would|like)|you (?:can|may|could|should) (?:find|use|also|refer|see"
    r"|contact)"
    r"|let us know|contact us|join us|please|this (?:repo\w*|list|project|page|paper list"
    r"|survey|section|collection)|here (?:is|are)|feel free"
    r"|pull requests?|contributions? (?:are|is|welcome)|welcome to|many thanks|thanks to"
    r"|inspired by"
    r"|is maintained|star this|to be updated|stay tuned|coming soon|click here)\b",
    re.IGNORECASE,
)
_AWESOME = re.compile(
    r"github\.com/[^/]+/[^/?#]*awesome|github\.com/[^/]+/[^/?#]*paper-?list", re.IGNORECASE
)

# What a link's words say, whatever they are, where they stand under such a name.
_SAID_BY_LINKS = frozenset(
    ("venue", "authors", "affiliations", "keywords", "date", "year", "name", "citations")
)


class LabelledPart(NamedTuple):
    """Something said of a work: `role` is what a column or label calls it, "" for its own line.

    `label` is what a column without a field of ours is called.
    """

    role: Role
    pieces: Sequence[Piece]
    label: str = ""


def is_work_link(piece: Piece) -> bool:
    """Tell whether a link leads to a work: an identifier that we know, or a PDF."""
    return outward(piece) and is_work(piece.url)


def has_work_link(pieces: Iterable[Piece]) -> bool:
    """Tell whether any of the links leads to a work."""
    return any(map(is_work_link, pieces))


def outward(piece: Piece) -> bool:
    """Tell whether a piece is a link to somewhere else, not to a heading or a file here."""
    return piece.kind == "link" and piece.url[:4].lower() == "http"


def is_linked_title(pieces: Sequence[Piece]) -> bool:
    """Tell a line that is nothing but one link outside, with the words of a title."""
    shown = [piece for piece in pieces if piece.text.strip()]
    return len(shown) == 1 and outward(shown[0]) and len(shown[0].text.split()) > 3


def names_list(pieces: Iterable[Piece]) -> bool:
    """Tell whether all links lead to other lists of papers."""
    links = [piece for piece in pieces if outward(piece)]
    return bool(links) and all(_AWESOME.search(piece.url) for piece in links)


def is_prose(text: str) -> bool:
    """Tell sentences that speak to the reader from the description of a work, or its title."""
    return bool(_PROSE.search(text)) and not is_capitalised(text)


def build(parts: Sequence[LabelledPart], section: Section, as_of: str = "") -> ImportedPaper | None:
    """Give the entry that some parts describe; None if they name nothing."""
    builder = PaperBuilder()
    own = [part for part in parts if part.role in {"", "title"}]
    for part in parts:
        if part.role in {"", "title"}:
            _read_own(builder, part, own)
        else:
            _read_part(builder, part)
    if not builder.title and not builder.name:
        _title_from_links(builder)
    if builder.name and len(builder.title) < 4 and is_generic(builder.title):
        builder.title = ""
    title = builder.title or builder.name
    if not title or (is_generic(title) and len(title) < 12 and not builder.name):
        return None
    if not builder.links:
        builder.add_named_ids(" ".join(piece.text for part in parts for piece in part.pieces))
    _inherit(builder, section)
    return builder.build(section.path, as_of)


def _inherit(builder: PaperBuilder, section: Section) -> None:
    """Add what the headings above say, where the entry itself says nothing."""
    if section.venue and builder.venue in {"", section.venue}:
        builder.venue = section.venue
        builder.venue_year = builder.venue_year or section.year
    year = builder.year or builder.venue_year or section.year
    if section.date and not builder.date and section.date.startswith(str(year)):
        builder.date, builder.inherited = section.date, True
    builder.year = builder.year or section.year


def _read_own(builder: PaperBuilder, part: LabelledPart, own: Sequence[LabelledPart]) -> None:
    """Read a work's own line; where a later part is called its title, the line names it."""
    if part.role == "" and part is not own[-1] and own[-1].role == "title":
        line = PaperBuilder()
        read_line(line, list(part.pieces))
        for label, url in line.links:
            builder.add_link(label, url)
        builder.call(line.name)
        builder.call(line.title)
        builder.notes += line.notes
        builder.people += line.people
        builder.affiliations += line.affiliations
        builder.keywords += line.keywords
        builder.venue, builder.year, builder.date = line.venue, line.year, line.date
        builder.venue_year = line.venue_year
        return
    if builder.title:
        builder.add_note(words(list(part.pieces)))
        for piece in part.pieces:
            if piece.kind == "link":
                builder.add_link(piece.text, piece.url, piece.badge)
        return
    read_line(builder, list(part.pieces))


def _read_part(builder: PaperBuilder, part: LabelledPart) -> None:
    """Read what a column or label announces."""
    if part.label and not any(map(outward, part.pieces)):
        _read_extra(builder, part)
        return
    if part.role in {"links", "code", "paper"}:
        if len(part.pieces) == 1 and (work := work_of(part.pieces[0].text.strip())):
            builder.named.append(work)
        read_detail(builder, list(part.pieces))
        return
    text = " ".join("".join(_texts(builder, part)).split())
    builder.last = ""
    if part.role == "year" and len(date := read_date(text)) == len("2023"):
        builder.cited_year = int(date)
    if part.role == "note":
        builder.add_note(text)
    elif not builder.add(part.role, text) and part.role != "index":
        builder.add_unknown(text)


def _read_extra(builder: PaperBuilder, part: LabelledPart) -> None:
    """Read a column without a field of ours: by what it says itself, else with its name."""
    text = " ".join("".join(_texts(builder, part)).split())
    meaning = classify(text)
    if meaning.role in {"venue", "authors"} and builder.add(meaning.role, meaning.value or text):
        return
    builder.add_extra(part.label, text)


def _texts(builder: PaperBuilder, part: LabelledPart) -> Iterator[str]:
    """Give what the pieces of a part say in words; their links are taken in."""
    for piece in part.pieces:
        if piece.kind == "link":
            if outward(piece) or part.role != "note":
                cites = part.role == "note" and not is_label(piece.text) and builder.has_work()
                builder.add_link(piece.text, piece.url, piece.badge, mentioned=cites)
            if _says_value(piece, part.role):
                yield (badge_words(piece) or piece.text) if piece.badge else piece.text
        elif piece.kind == "image":
            yield badge_words(piece)
        elif piece.kind == "break":
            yield ", " if part.role in {"keywords", "affiliations"} else " "
        else:
            yield piece.text


def _says_value(link: Piece, role: Role) -> bool:
    """Tell whether a link's words are the value of its part, not just "Paper" or "here"."""
    if role in _SAID_BY_LINKS:
        return role != "name" or not is_label(link.text)
    if role == "note":
        return not outward(link) or not is_label(link.text) or _says_when(link)
    return role not in CAPABILITIES and _says_when(link)


def _says_when(link: Piece) -> bool:
    """Tell a link called "ICML 2023" or "2023"."""
    return not link.badge and classify(link.text.strip("[] ")).role in {"venue", "date", "year"}


def _title_from_links(builder: PaperBuilder) -> None:
    """Fall back on a link's own words, or its address, for a title."""
    for label, url in builder.links:
        if label and not is_generic(label):
            builder.title = label
            return
        if not label or is_label(label):
            builder.title = builder.title or label or url
    if builder.links and (not builder.title or is_generic(builder.title)):
        builder.title = builder.links[0][1]


def labelled(pieces: Sequence[Piece]) -> LabelledPart | None:
    """Read "Venue: ICML 2023" as a part with a role; None if there is no such label."""
    if not pieces:
        return None
    first = pieces[0]
    if first.kind == "link":
        prefix, colon, title = first.text.partition(":")
        titled = colon and role_of(prefix) in {"links", "paper", "title"} and not is_label(title)
        return LabelledPart("title", pieces) if titled else None
    if first.kind != "text":
        return None
    if not _ANNOUNCES.search(first.text) and not (first.style & BOLD):
        return None
    label, rest = split_label(first, list(pieces[1:]))
    role = role_of(label) if label else ""
    if role == "name" and any(piece.kind == "link" for piece in rest):
        role = "links"  # "Dataset: [SQuAD](...)" is a link that goes with the work, not its name
    return LabelledPart(role, rest) if role else None


def split_label(first: Piece, rest: list[Piece]) -> tuple[str, list[Piece]]:
    """Split a label from its value: "Venue: ICML", "**Venue:** ICML", "**Venue**: ICML"."""
    first = first._replace(text=decorations_off(first.text))
    if match := _LABEL.match(first.text):
        return match[1], [first._replace(text=first.text[match.end() :]), *rest]
    text = first.text.strip()
    if rest and text.endswith((":", "：")):
        return text, rest
    following = rest[0].text.lstrip() if rest and rest[0].kind == "text" else ""
    if first.style & BOLD and following[:1] in {":", "："}:
        return text, [rest[0]._replace(text=following[1:]), *rest[1:]]
    return "", rest


def describes_title(text: str) -> bool:
    """Tell whether a line of text without a link may be the title of a work."""
    text = clean(decorations_off(text))
    return 3 <= len(text) <= 250 and any(map(str.isalpha, text)) and not is_prose(text)
