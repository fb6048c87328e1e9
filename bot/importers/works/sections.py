"""Where in the document are we: under which headings, and may works be listed there?"""

import re
from dataclasses import dataclass, field

from bot.importers.phrases.dates import find_day, read_date
from bot.importers.phrases.segments import decorations_off
from bot.markdown.tree.inline import scan
from bot.markdown.tree.pieces import words
from bot.text.clean import clean
from bot.text.fold import fold
from bot.venues.names import JOURNAL_NAMES, known_name
from bot.venues.parse import names_meeting, parse_venue

SUMMARY = 7
LONGEST_HEADING = 2_000
LONGEST_STAMP = 10  # words of "Last update of citations: 28th July, 2024"
_UPDATED = re.compile(r"\W*(?:last(?:ly)? |latest )?up-?dated?\b", re.IGNORECASE)

# Sections that list no works: what stands there and still links to one is a leftover.
_CLOSED = re.compile(
    r"(?:table of )?contents?|toc|content list|catalog(?:ue)?|index|outline|navigation|目录"
    r"|(?:latest |recent |🔥)?(?:news|updates?)(?:\s?(?:and|&|/) ?(?:news"
    r"|updates?))?(?:\s?[:：].*)?|update (?:log|history)|what'?s new|change ?log|announcements?"
    r"|release notes|动态|更新"
    r"|(?:how to )?contribut(?:e|ing|ions?|ors?)(?: (?:to|guide|list|and) .*)?"
    r"|contribution guide(?:lines)?|maintainers?|our team|the team|team members?"
    r"|contact(?: us)?|contacts?"
    r"|licen[sc]es?|licensing|(?:how to )?cit(?:e|ing|ations?)(?: (?:this|our|us|the|me|and"
    r"|&) ?.*| bibtex| information)?|bibtex|引用"
    r"|acknowledge?ments?|thanks|credits|special thanks|致谢|sponsors?|support(?: us)?|donat\w*|"
    r"star(?:s|red)? history|star[- ]?gazers?|stargazers over time|star trends?"
    r"|(?:contribution |contributing )?(?:instructions|guidelines)"
    r"|educations|(?:work|professional) experiences?|honou?rs?(?: (?:and|&) awards?)?"
    r"|invited talks?|(?:academic|professional) services?|short bio|biography"
    r"|join us|community|wechat(?: group)?|discord|follow us|feedback|disclaimer|to-?do(?: list)?"
    r"|(?:other |related |more )?awesome[- ]?(?:lists?|repos?(?:itories)?|series|collections?)"
    r"|(?:related|other|similar) (?:awesome )?(?:lists?|repos?(?:itor(?:y|ies))?|collections?"
    r"|github)(?: .*)?"
    r"|format|paper format|template|legend|notation|community support|list of contents|quick links"
    r"|(?:useful|related) web ?sites?|conference list|list of conferences"
    r"|(?:key |active |related |notable )?(?:people|researchers?|scholars|professors|experts"
    r"|faculty|speakers|research(?:er)? groups|research labs?)(?: (?:and|&|to) .*)?"
    r"|our (?:survey )?paper|about (?:us|me)|code of conduct|faq|🌟? ?star",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^\s*(?:(?:\d{1,3}\.)*\d{1,3}[.)]?|[IVX]{1,5}\.|[A-Z]\.)\s+(?=\S)")
_TRANSPARENT = re.compile(
    r"more|details?|click .*|show .*|expand.*|see .*|unfold.*|view .*|list|full list|papers?"
    r"|(?:more|all) .*|展开.*|点击.*",
    re.IGNORECASE,
)
# A summary that only hides what belongs to the work above it.
_FOLDED = re.compile(
    r"abstracts?|bib(?:tex)?|cite|citation|tl;?dr|summary|notes?|comments?|introduction|overview"
    r"|highlights?|摘要",
    re.IGNORECASE,
)


# Closed themselves, but what a careless author nests under them may list works.
_OPEN_BELOW = re.compile(
    r"(?:table of )?contents?|toc|content list|list of contents|catalog(?:ue)?|index|outline"
    r"|navigation|目录|(?:latest |recent |🔥)?(?:news|updates?).*|what'?s new|announcements?"
    r"|动态|更新",
    re.IGNORECASE,
)
# Deep in a list these are topics.
_TOPICS = re.compile(
    r"index|outline|navigation|format|template|notation|support|feedback|community", re.IGNORECASE
)
_EMPTIED = re.compile(
    r"[(\[（]\s*(?:click (?:to|here)[^()\[\]]{0,30}|\d{1,4} papers?)?\s*[)\]）]", re.IGNORECASE
)
_VAGUE = re.compile(
    r"\b(?:before|earlier|prior|older|after|since|until|pre|post)\b|[<>≤≥~]"
    r"|\d\s*[-–—]+\s*(?:19|20)\d\d",
    re.IGNORECASE,
)

_BESIDE_VENUE = re.compile(r"\(.*|\s(?:spring|summer|fall|autumn|winter)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """A place under some headings; `date`, `venue` and `year` are what these say of the works."""

    path: tuple[str, ...] = ()
    level: int = 0
    closed: bool = False
    date: str = ""
    venue: str = ""
    year: int | None = None


@dataclass(slots=True)
class Outline:
    """The headings that hold at the reader's place, outermost first.

    `titled` if the first heading is the document's own title, which is no section.
    """

    titled: bool = False
    stack: list[Section] = field(default_factory=list)
    as_of: str = ""
    seen: int = 0

    @property
    def here(self) -> Section:
        """The innermost section."""
        return self.stack[-1] if self.stack else Section()

    def enter(self, level: int, text: str, *, closed: bool = False) -> Section:
        """Go under a heading, leaving those of its level and below."""
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()
        title = title_of(text)
        if self.here.closed and not self._inherits(title):
            self.stack.pop()  # contents have no sections: what follows stands beside them
        above = self.here
        repeats = above.path[-1:] and fold(above.path[-1]) == fold(title)
        if level == SUMMARY and (repeats or _TRANSPARENT.fullmatch(title.strip(" .:()▶"))):
            title = ""
        date, venue, year = classify_heading(title, above.date)
        if self.titled and level == 1 and not self.seen:
            title, date, venue, year = "", "", "", None
        section = Section(
            (*above.path, title) if title else above.path,
            level,
            closed or above.closed or _closes(title, level),
            date or above.date,
            venue or above.venue,
            year or above.year,
        )
        self.stack.append(section)
        self.as_of = ""
        self.seen += 1
        return section

    def _inherits(self, title: str) -> bool:
        """Tell whether a closed section above closes the one called `title` too."""
        above = self.here
        if above.closed and above.path and _OPEN_BELOW.fullmatch(bare_title(above.path[-1])):
            return bool(classify_heading(title)[0])
        return above.closed

    def leave_summary(self) -> None:
        """Leave the innermost `<details>`, if its summary is a heading that holds."""
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index].level == SUMMARY:
                del self.stack[index:]
                return

    def hear(self, text: str) -> bool:
        """Notice "Last update of citations: 28th July, 2024"; tell whether that is all it says."""
        if "citation" in text.lower() and (day := find_day(text)):
            self.as_of = day
            return len(text.split()) < LONGEST_STAMP
        return bool(_UPDATED.match(text)) and len(text.split()) < LONGEST_STAMP


def title_of(heading: str) -> str:
    """Give a heading's words without emoji."""
    pieces = scan(heading[:LONGEST_HEADING], {})
    text = [p for p in pieces if not (p.kind == "link" and p.url.startswith("#"))]
    if not any(map(str.isalnum, words(text))):
        text = pieces
    title = _EMPTIED.sub("", decorations_off(words(text)))
    return clean(title).strip(" :：#*-")


def is_closed(title: str) -> bool:
    """Tell whether a section of this title lists no works."""
    return bool(_CLOSED.fullmatch(bare_title(title)))


def bare_title(title: str) -> str:
    """Give a heading without its number and the punctuation around it."""
    return _NUMBERING.sub("", title).strip(" :：.!?()[]#*-")


def _closes(title: str, level: int) -> bool:
    """Tell whether a heading at this depth closes its section to works."""
    topic = 2 < level < SUMMARY and _TOPICS.fullmatch(bare_title(title))
    return is_closed(title) and not topic


def is_folded(summary: str) -> bool:
    """Tell whether a `<summary>` only hides what belongs to the work above it."""
    return bool(_FOLDED.fullmatch(title_of(summary).strip(" .:()▶")))


def _is_named(text: str) -> bool:
    """Tell a venue by its acronym, or as a meeting or journal, from a topic: "Robotics (HRI)"."""
    first = text.partition(" (")[0].strip()
    acronym = " " not in first or any(word.isupper() and len(word) > 1 for word in first.split())
    return (
        (acronym and not re.search("[:;,]", first))
        or names_meeting(text)
        or known_name(first) in JOURNAL_NAMES
    )


def classify_heading(title: str, above: str = "") -> tuple[str, str, int | None]:
    """Tell what a heading says of all works under it: a date, or a venue and year."""
    if _VAGUE.search(title):
        return "", "", None
    bare = re.sub(
        r"\b(?:papers?|publications?|list|year|in|年|works?|before|and earlier)\b|[()\[\]]",
        " ",
        title,
        flags=re.IGNORECASE,
    )
    bare = " ".join(bare.split())
    if len(above) == 4 and bare.isalpha() and (month := read_date(f"{bare} {above}")):
        return month, "", int(above)
    if date := read_date(bare):
        return date, "", int(date[:4])
    for text in (bare, _BESIDE_VENUE.sub("", title).strip()):  # "S&P (A)" is S&P, which ranks A
        publication = parse_venue(text)
        if publication.known and publication.name and (publication.year or _is_named(text)):
            return "", publication.name, publication.year
    return "", "", None
