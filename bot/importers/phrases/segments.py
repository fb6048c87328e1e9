"""Of which parts does an entry's line consist, and what does each part say by itself?

A segment is a stretch that its author set off: by brackets, emphasis, a link, a bar, a dash, a line
break. What it says is judged alone (`classify`); which of them is the title,
`bot.importers.line.read` decides.
"""

import re
from typing import Literal, NamedTuple
from urllib.parse import unquote

from bot.importers.phrases.dates import read_date
from bot.importers.phrases.names import credit, is_authors
from bot.importers.phrases.roles import Role, is_generic, role_of
from bot.markdown.tree.pieces import CODE, INSERTED, LITERAL, Piece
from bot.text.lexicon.capitals import is_capitalised
from bot.venues.parse import ParsedVenue, names_meeting, parse_venue

SegmentKind = Literal["text", "group", "link", "stop"]


class Segment(NamedTuple):
    """`text` stands inside, `raw` is the same with its brackets; a stop is a bar or a break.

    `lead` are the words in bold with which a link's label begins.
    """

    kind: SegmentKind
    text: str
    raw: str
    style: int = 0
    url: str = ""
    badge: str = ""
    lead: str = ""


class Meaning(NamedTuple):
    """What a text says by itself: its role ("" if it says nothing of the kind), and the value."""

    role: Role
    value: str = ""
    publication: ParsedVenue | None = None


NOTHING = Meaning("")
SYMBOLS = (
    "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff\u25a0-\u25ff"
    "\u2022\u00b7\u00a9\u00ae\u2605\u2606\ufe0f\u200d\u20e3\ufffc"
)
_DECORATION = re.compile(rf"[{SYMBOLS}]+|:[a-z][a-z0-9_+-]{{1,40}}:")
_CUT = re.compile(
    r"(?P<group>\[(?:[^\[\]()]|\([^\[\]()]{0,60}\)){1,160}\]|[（(](?:[^()（）\[\]]|\([^()\[\]]{0,60}\)){1,160}[）)]|【[^【】]{1,160}】)"
    r"|(?P<bar>(?<!\w)[|｜¦]\s*|\s+[|｜¦]\s*|\s*[|｜¦](?!\w)\s*|\s+[•·]\s+|\s*;\s*(?=$))"
    r"|(?P<dash>(?:\s+|^)(?:[-–—~]|--+)(?:\s+|$)|\s*[—]\s*)"
)
_QUOTATION = re.compile(r'(?<![\w"])"(?=\S)[^"]{8,400}(?<=\S)"')  # one title, whatever it holds
_CITED = re.compile(
    r"(?:cited(?: by)?|citations?|cites?)\W{0,3}(\d[\d,]{0,9})|(\d[\d,]{0,9})\s+(?:citations?"
    r"|cites)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"([^\W\d][^:：=]{0,30}?)\s*[:：]\s*(.*)", re.DOTALL)
LONGEST_AFFILIATION = 80
_ABBREVIATED = frozenset(("TLDR", "TL"))
_INITIAL_ENDS = re.compile(r"\s[A-Z]\.\W*$")
_YEARS = re.compile(r"(?:19|20)\d\d\s*[-–—~]\s*(?:19|20)\d\d")  # belongs to a title
_NAME_AND_VENUE = re.compile(r"([^()]+) \(([^()]*(?:19|20)\d\d)\)?")
_STRIP = " \t\n,;:.，、。；：|*_~/\\-–—>"


def decorations_off(text: str) -> str:
    """Give `text` without emoji and bullets, which catch the eye and say nothing."""
    return " ".join(_DECORATION.sub(" ", text).split()) if _DECORATION.search(text) else text


def segments(pieces: list[Piece]) -> list[Segment]:
    """Cut a line into its segments; images that only decorate are dropped."""
    line: list[Segment] = []
    for index, piece in enumerate(pieces):
        if piece.kind == "link":
            line.append(
                Segment(
                    "link", piece.text, piece.text, piece.style, piece.url, piece.badge, piece.lead
                )
            )
        elif piece.kind == "break":
            line.append(Segment("stop", "", piece.text))
        elif piece.kind == "image":
            words = badge_words(piece)
            if words:
                line.append(Segment("group", words, words, badge=piece.url))
        elif piece.style & LITERAL:
            line.append(Segment("text", piece.text, piece.text, piece.style & ~LITERAL))
        elif piece.style & INSERTED:
            line.append(_text(piece.text, piece.style))
        elif piece.style & CODE or (piece.style and _in_brackets(pieces, index)):
            line.append(Segment("group", piece.text, piece.text, piece.style))
        else:
            _cut(piece, line)
    return line


def _in_brackets(pieces: list[Piece], index: int) -> bool:
    """Tell `[**vLLM**]`: emphasis that fills a pair of brackets."""
    before = pieces[index - 1].text.rstrip()[-1:] if index else ""
    after = pieces[index + 1].text.lstrip()[:1] if index + 1 < len(pieces) else ""
    return before + after in {"[]", "()", "【】", "（）"}


def _cut(piece: Piece, line: list[Segment]) -> None:
    """Cut plain text at its brackets, bars and dashes."""
    position = 0
    text = piece.text
    quoted = [match.span() for match in _QUOTATION.finditer(text)]
    for match in _CUT.finditer(text):
        if any(start < match.start() < end for start, end in quoted):
            continue
        if match.start() > position:
            line.append(_text(text[position : match.start()], piece.style))
        if match["group"]:
            line.append(Segment("group", match[0][1:-1].strip(), match[0], piece.style))
        else:
            line.append(Segment("stop", "", match[0], piece.style))
        position = match.end()
    if position < len(text):
        line.append(_text(text[position:], piece.style))


def _text(text: str, style: int) -> Segment:
    return Segment("text", text.strip(), text, style)


_BADGE = re.compile(r"/badge/(?:[^/?]*?/)?([^/?]+?)(?:\.svg|\.png)?(?:\?|$)")
_COLOUR = re.compile(
    r"-(?:[0-9a-f]{3,8}|(?:bright|light|dark)?(?:green|blue|red|yellow|orange|gr[ae]y|purple|pink"
    r"|violet|teal|cyan|black|white)|success|important|critical|informational|inactive|\w{3,20})$",
    re.IGNORECASE,
)
_BADGE_LABEL = re.compile(
    r"(?:conference|venue|publish(?:ed)?|publication|paper|journal|date|time|year|conf|pub)\s*-\s*",
    re.IGNORECASE,
)


def badge_words(piece: Piece) -> str:
    """Give what a badge with a fixed text says ("ICML-2024"), "" for other images."""
    address = piece.badge or piece.url
    match = _BADGE.search(address[:500]) if "/badge/" in address else None
    if not match:
        return ""
    words = unquote(match[1]).replace("--", "\x00").replace("__", "\x01")
    words = _COLOUR.sub("", words)
    words = words.replace("_", " ").replace("\x00", "-").replace("\x01", "_")
    return _BADGE_LABEL.sub("", words).strip(" -")


def classify(text: str) -> Meaning:
    """Tell what a text says by itself: a date, a venue, names, a count, or a labelled value."""
    raw = decorations_off(text)
    text = raw.strip(_STRIP)
    if not text or len(text) > 600 or text.startswith(("https://", "http://")):
        return NOTHING
    if date := read_date(text):
        return Meaning("year" if len(date) == 4 else "date", date)
    if len(text) <= 120 and not _YEARS.fullmatch(text):
        publication = parse_venue(text)
        if publication.known and not _named_before(text):
            return Meaning("venue", text, publication)
    if text.startswith("@") and 2 < len(text) <= LONGEST_AFFILIATION and text.count(" ") < 5:
        return Meaning("affiliations", text[1:])
    if is_authors(text):
        return Meaning("authors", f"{text}." if _INITIAL_ENDS.search(raw) else text)
    return _labelled(text)


def _named_before(text: str) -> bool:
    """Tell "NetLSD (KDD 2018)", a title and its venue, from a venue with a bracket."""
    named = _NAME_AND_VENUE.fullmatch(text)
    if named is None or is_generic(named[1]):
        return False
    before, inside = parse_venue(named[1]), parse_venue(named[2])
    other = inside.listed and inside.name != before.name and not names_meeting(named[1])
    return not before.listed or other


def _labelled(text: str) -> Meaning:
    """Read "Cited by 12" and "Venue: ICML"."""
    if cited := _CITED.fullmatch(text):
        return Meaning("citations", (cited[1] or cited[2]).replace(",", ""))
    labelled = _LABELLED.fullmatch(text)
    if labelled is None or _is_acronym(labelled[1], labelled[2]):
        return NOTHING
    role = role_of(labelled[1])
    return Meaning(role, labelled[2]) if role else NOTHING


def _is_acronym(label: str, value: str) -> bool:
    """Tell "STAR: Constraint LoRA with Dynamic Active Learning", which is a title."""
    capitals = label.isalpha() and label.isupper() and role_of(label) == "note"
    return capitals and label not in _ABBREVIATED and is_capitalised(value)


_IDENTIFIER = re.compile(
    r"(?:arxiv|doi|abs)?\W{0,3}(?:\d{4}\.\d{4,5}(?:v\d+)?|10\.\d{4,}/\S+)", re.IGNORECASE
)


def is_label(text: str) -> bool:
    """Tell whether a link's text is no title: a kind, a number, an address, a date, a venue."""
    text = decorations_off(text).strip(" []()（）【】|/:.,`*-–📄")
    if not text or not any(map(str.isalpha, text)) or is_generic(text):
        return True
    if text.startswith(("http://", "https://", "www.")):
        return True
    if _IDENTIFIER.fullmatch(text):
        return True
    meaning = classify(text)
    return meaning.role in {"venue", "date", "year"}


def cited(text: str) -> tuple[str, int] | None:
    """Read a link that cites its work's people and year, as "Turing (1950)"; None for any other."""
    citation = credit(text)
    return None if citation is None or is_generic(citation[0]) or classify(text).role else citation


def is_title_link(segment: Segment) -> bool:
    """Tell a link that names a work from one that says "Paper", "Code" or "ICML 2023"."""
    return segment.kind == "link" and not segment.badge and not is_label(segment.text)
