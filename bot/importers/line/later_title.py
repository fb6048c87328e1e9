"""Does a title begin here, set off from what stands in front of it?"""

import re

from bot.importers.line.plain_title import is_inside
from bot.importers.line.title_text import BRIEF, QUOTED, QUOTES
from bot.importers.phrases.identity import is_work
from bot.importers.phrases.published import OPENING, cites, long_words
from bot.importers.phrases.segments import Segment, cited, classify, is_title_link
from bot.markdown.tree.pieces import BOLD

LONGEST_LEAD = 2_000  # characters before a title: a longer text is no lead-in, and slow to grow


def later_title(line: list[Segment], start: int) -> int:
    """Find a title that is set off behind plain text which is none: people, a short lead-in."""
    lead = line[start].raw
    for index, segment in enumerate(line[start + 1 :], start + 1):
        if segment.raw == "\n\n" or len(lead) > LONGEST_LEAD:
            return 0
        begins = _begins_title(lead, line, index)
        if begins is not None:
            return index * begins
        lead += segment.raw
    return 0


def _begins_title(lead: str, line: list[Segment], index: int) -> bool | None:
    """Tell whether a title begins here, behind `lead`; None if it may still come further on."""
    segment = line[index]
    if segment.kind == "link":
        return _is_led_to(segment, lead)
    if segment.kind != "text" or not segment.text:
        return None
    if _is_bold_title(segment, lead, line, index):
        return True
    people = classify(lead).role == "authors"
    book = segment.text.lstrip(OPENING)[:1] in {"《", "『", "「"} and len(lead) < BRIEF
    if QUOTED.search(segment.text) and (book or people):
        return True
    return False if segment.style and not people else None


def _is_led_to(link: Segment, lead: str) -> bool:
    """Tell a title's link from one in a sentence or behind a whole reference."""
    if not is_title_link(link) or cited(link.text) or cites(lead):
        return False
    before = lead.rstrip()
    if before.endswith(tuple(QUOTES)):
        return True
    length = len(long_words(link.text))
    if length <= 2 and (not is_work(link.url) or _says_all(before)):
        return False
    people = before.endswith((".", ":", ",", "-")) or classify(lead).role == "authors"
    return people or len(long_words(lead)) <= 3 or length > 4


def _says_all(lead: str) -> bool:
    """Tell "Lee et al. (2023) - A Title of Some Work.", behind which a link only leads to it."""
    last = re.split(r"\s[-–—]\s|[.:]\s+", lead.rstrip(" ."))[-1]
    return lead.endswith(".") and len(long_words(last)) > 3 and classify(last).role != "authors"


def _is_bold_title(segment: Segment, lead: str, line: list[Segment], index: int) -> bool:
    """Tell a title in bold from a word in bold inside a sentence, or a venue in bold."""
    if not segment.style & BOLD or len(long_words(segment.text)) < 2:
        return False
    in_brackets = lead.count("(") > lead.count(")")
    in_sentence = bool(lead.strip(OPENING)) and is_inside([lead], segment, line, index)
    return not (in_brackets or in_sentence or classify(segment.text).role)


def leads_to_title(line: list[Segment], place: int, least: int = 3) -> bool:
    """Tell whether a link of three words stands here, or to a work, and of `least` words."""
    links = [segment for segment in line[place : place + 1] if is_title_link(segment)]
    return any(len(long_words(s.text)) >= (least if is_work(s.url) else 3) for s in links)
