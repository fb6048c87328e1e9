"""In which venue does somebody say that a work appears: "got accepted at ICLR 2026"?

Only a venue that we know counts, or a short name with its year; a question, a condition and a
denial say nothing.
"""

import re
from collections.abc import Iterator

from bot.venues.parse import ParsedVenue, parse_venue

LONGEST = 4_000
FARTHEST = 300  # from the words that say so, what a denial or a request may stand before them
MOST_WORDS = 3  # of the name of a venue that we do not know
_NAMED = r"([^.!?\n;。！？；]{2,120}(?:\.(?=\w)[^.!?\n;。！？；]{1,60})?)"
# The words that say so, with the venue behind them, or before them where a language has it so.
_BEHIND = re.compile(
    rf"""
    \b(?:accepted|published|presented|appeared|appears?|appearing|got(?:\ it)?(?:\ in(?:to)?)?
        |(?:now|is|are|be)\ in|(?:change|update|set)\b[^.!?\n]{{0,60}}\bto
        |should\ be|venue(?:\ is|:)?)
        \ (?:(?:as|for)\ (?:an?\ )?\w+(?:\ \w+)?\ |to\ appear\ )?
        (?:at|to|by|in|for|on)?\ ?(?:the\ )?{_NAMED}
    | \bangenommen\ (?:bei|auf|für)\ (?:der\ )?{_NAMED}
    | \b(?:accepté|acceptée|publié|publiée)\ (?:à|a|dans|par)\ {_NAMED}
    | \b(?:aceptad[oa]|publicad[oa]|aceit[oa]|accettat[oa]|pubblicat[oa])\ (?:en|em|a|al|por|na|no)
        \ {_NAMED}
    | \bпринят\w*\ (?:на|в)\ {_NAMED}
    | (?:发表|發表|录用|錄用|接收|收录|中)(?:于|於|在|了)\s*{_NAMED}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = re.compile(
    r"(?:被|在|于)\s*+([^。！？；，\n]{2,80}?)(?<!\s)\s*+(?:会议|期刊)?(?:正式)?(?:录用|錄用|接收|接受|发表)"
    r"|([^。！？、\n]{2,80}?)(?<!\s)\s*+(?:に|で)(?:採択|採録|発表|掲載)"
    r"|([^.!?\n]{2,80}?)(?<!\s)\s*+에서?\s*+(?:채택|게재|발표|승인)"
    r"|\b([A-Z][\w' ]{1,60}?) angenommen"
)
_DENIED = re.compile(
    r"\b(?:if|whether|once|not|n't|never|rejected|submitted|submit|nicht|pas|no fue)\b"
    r"[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
_POLITE = re.compile(r"\b(?:could|can|would|will|please)\b[^.!?\n]*$", re.IGNORECASE)
_ASKED = re.compile(r"[^.!\n。！]{0,80}[?？]")
_ENDS = re.compile(r",(?!\s*(?:19|20)[0-9]{2})|，|\s[-–—]\s|\(|\band\b|\bhttps?:")


def reported_venue(text: str) -> ParsedVenue | None:
    """Give the venue in which a text says that a work appears; None where it says none."""
    text = text[:LONGEST]
    for pattern in (_BEHIND, _BEFORE):
        for report in pattern.finditer(text):
            if _is_meant(report):
                venues = map(parse_venue, _stretches(report[report.lastindex or 0]))
                if sure := [*filter(_is_sure, venues)]:
                    dated = (venue for venue in sure if venue.year and venue.name == sure[0].name)
                    return next(dated, sure[0])
    return None


def _is_meant(report: re.Match[str]) -> bool:
    """Tell what is said from what is denied, asked for on a condition, or a question."""
    text, at = report.string, report.start(report.lastindex or 0)
    before = text[max(0, report.start() - FARTHEST) : report.start()]
    asked = _ASKED.match(text, at) and not _POLITE.search(before)
    return not (_DENIED.search(before) or asked)


def _stretches(text: str) -> Iterator[str]:
    """Give what may be the venue, shorter and shorter."""
    yield from (text[: end.start()] for end in _ENDS.finditer(text))
    yield text


def _is_sure(venue: ParsedVenue) -> bool:
    if venue.kind == "preprint":
        return False
    short = venue.name[:1].isupper() and len(venue.name.split()) <= MOST_WORDS
    return bool(venue.name) and (bool(venue.canonical) or (short and venue.year is not None))
