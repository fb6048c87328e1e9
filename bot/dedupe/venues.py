"""Are two venues one, though one is written short: "TODS" and "ACM Trans. Database Syst."?

Of "different" we are only sure where both are named and are a journal and a conference, or two
journals without a common word: everything else is unknown, since venues are written in many ways.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from bot.model.text import fold
from bot.model.venue import read_publication

Form = Literal["journal", "meeting", ""]
Verdict = Literal["same", "different", "unknown"]

WORD = re.compile(r"[^\W\d_]+")
ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
PREPRINT = re.compile(r"\b(?:arxiv|corr|biorxiv|medrxiv|ssrn|preprint|unpublished|openreview)\b")
JOURNAL = frozenset(
    "journal j jour trans transaction transactions record letters lett magazine mag review reviews"
    " annals ann bulletin bull quarterly newsletter archives arch acta communications comm"
    " commun".split()
)
MEETING = frozenset(
    "conference conf proceedings proc symposium symp workshop workshops congress meeting".split()
)
EMPTY = frozenset(
    "the of on and for in to a an at international intl int annual acm ieee usenix proc proceedings"
    " conference conf symposium symp th st nd rd".split()
)
CUT = ("…", "...")


class VenueName(NamedTuple):
    """A venue as read: its telling words in order, its acronyms, and whether it is a journal.

    `known` is its name if it is one of the venues that the bot knows.
    """

    known: str = ""
    words: tuple[str, ...] = ()
    acronyms: frozenset[str] = frozenset()
    form: Form = ""


@lru_cache(maxsize=10_000)
def read_venue_name(text: str) -> VenueName:
    """Read a venue; a preprint server is no venue."""
    if not text:
        return VenueName()
    name, _, known = read_publication(text)
    folded = fold(text)
    if not name or PREPRINT.search(folded):
        return VenueName()
    every = WORD.findall(folded)
    if text.rstrip().endswith(CUT):
        return VenueName(words=tuple(word for word in every if word not in EMPTY))
    words = tuple(word for word in every if word not in EMPTY)
    acronyms = frozenset(word.lower() for word in ACRONYM.findall(text)) - EMPTY
    form: Form = "" if MEETING.isdisjoint(every) else "meeting"
    if not JOURNAL.isdisjoint(every):
        form = "journal"
    # A name that may be a topic elsewhere ("Very Large Data Bases") is a venue in its own field.
    named = name if known or name != text.strip() else ""
    return VenueName(named, words, acronyms, form)


def compare_venues(a: VenueName, b: VenueName) -> Verdict:
    """Tell whether two venues are one."""
    if not (a.words and b.words):
        return "unknown"
    if (a.known and a.known == b.known) or stands_for(a, b) or stands_for(b, a):
        return "same"
    if opposed(a, b) or opposed(b, a):
        return "different"
    if a.known and b.known:
        return "unknown" if shortens(a, b) or shortens(b, a) else "different"
    if shortens(a, b) or shortens(b, a):
        return "same"
    return "different" if a.form == b.form == "journal" else "unknown"


def opposed(a: VenueName, b: VenueName) -> bool:
    """Tell whether one is a journal and the other, a conference's name or acronym, is none."""
    return a.form == "journal" and (b.form == "meeting" or (not b.form and bool(b.acronyms)))


def stands_for(a: VenueName, b: VenueName) -> bool:
    """Tell whether `a` is the acronym of `b` and nothing more: "JAMA"."""
    initials = "".join(word[0] for word in b.words)
    return len(initials) > 1 and a.words == (initials,)


def shortens(a: VenueName, b: VenueName) -> bool:
    """Tell whether `a` is `b` with its words cut short or left out; one word alone can be more."""
    if len(a.words) == 1 < len(b.words) and a.acronyms.isdisjoint(b.words):
        return False
    position = 0
    for word in a.words:
        while position < len(b.words) and not b.words[position].startswith(word):
            position += 1
        if position == len(b.words):
            return False
        position += 1
    return True
