"""Are two venues one, though one is written short: "TODS" and "ACM Trans. Database Syst."?

Of "different" we are only sure where both are known and not one, or one is a journal and the other
a conference, or both are journals without a common word: all else is unknown, since venues are
written in many ways.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from bot.text.fold import fold
from bot.venues.names import JOURNAL_NAMES
from bot.venues.parse import parse_venue
from bot.venues.words import EMPTY, JOURNAL, MANY_NAMES, MEETING, PREPRINT, PROCEEDINGS

Form = Literal["journal", "meeting", ""]
Verdict = Literal["same", "different", "unknown"]

WORD = re.compile(r"[^\W\d_]+")
ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
LONGEST_ACRONYM = 8
# What a journal printed of a meeting, some indexes name with both.
PRINTED_OF = re.compile(r"(?<=\w)\s*\.\s*Conference:.*$", re.DOTALL)
SHORT_WORD = 3
# Of journals of one name, indexes tell apart the town.
PLACE = re.compile(r"(?<=\w)\s*\([A-Z][a-z]{3,30}\)\s*$")
CUT = re.compile(r"(?:…|\.\.\.|& ?hellip ?;)[\s,;.]*$")


class VenueName(NamedTuple):
    """A venue as read: its telling words in order, its acronyms, and whether it is a journal.

    `known` is its name if it is one of the venues that the bot knows; `proceedings` says that they
    are named so.
    """

    known: str = ""
    words: tuple[str, ...] = ()
    acronyms: frozenset[str] = frozenset()
    form: Form = ""
    proceedings: bool = False


@lru_cache(maxsize=10_000)
def read_venue_name(text: str) -> VenueName:
    """Read a venue; a preprint server is no venue."""
    if not text:
        return VenueName()
    text, meetings = PRINTED_OF.subn("", text)
    found = parse_venue(text)
    if not found.name or names_preprint(text):
        return VenueName()
    # A name that may be a topic elsewhere ("Very Large Data Bases") is a venue in its own field.
    cut = CUT.search(text)
    every = WORD.findall(fold(PLACE.sub("", text[: cut.start()] if cut else text)))
    words = tuple(word for word in every if word not in EMPTY)
    # "Machine Learning: proceedings of the 14th conference" is not the journal.
    misread = found.name in JOURNAL_NAMES and not MEETING.isdisjoint(every)
    own = found.name if found.listed and not (cut or misread) else ""
    acronyms = frozenset(map(str.lower, ACRONYM.findall(f"{text} {own}"))) - EMPTY
    form = "" if meetings else form_of(own, frozenset(every))
    return VenueName(own, words, acronyms, form, not PROCEEDINGS.isdisjoint(every))


@lru_cache(maxsize=10_000)
def names_preprint(text: str) -> bool:
    """Tell whether a venue is a preprint server."""
    return bool(text) and bool(PREPRINT.search(fold(text)))


def form_of(known: str, words: frozenset[str]) -> Form:
    """Tell a journal from a meeting; "Journal of Physics: Conference Series" may be either."""
    if known:
        return "journal" if known in JOURNAL_NAMES else "meeting"
    journal, meeting = not JOURNAL.isdisjoint(words), not MEETING.isdisjoint(words)
    return "" if journal == meeting else "journal" if journal else "meeting"


def one_venue(a: str, b: str) -> bool:
    """Tell whether two texts name one venue, however short one of them is."""
    return a == b or compare_venues(read_venue_name(a), read_venue_name(b)) == "same"


def compare_venues(a: VenueName, b: VenueName) -> Verdict:
    """Tell whether two venues are one."""
    if not (a.words and b.words):
        return "unknown"
    if (a.known and a.known == b.known) or stands_for(a, b) or stands_for(b, a):
        return "same"
    if {a.form, b.form} == {"journal", "meeting"}:
        return "different"
    short = shortens(a, b) or shortens(b, a)
    if a.known and b.known:
        return "unknown" if short or within(a, b) or within(b, a) else "different"
    if short:
        return "same"
    return "different" if a.form == b.form == "journal" and not share_words(a, b) else "unknown"


def stands_for(a: VenueName, b: VenueName) -> bool:
    """Tell whether `a` is the acronym of `b` and nothing more: "JAMA"."""
    (acronym, *more) = a.words
    initials = "".join(word[0] for word in b.words if word != acronym)
    return not more and len(acronym) > 1 and initials == acronym


def within(a: VenueName, b: VenueName) -> bool:
    """Tell whether `b` is a part of the conference `a`: "NeurIPS Workshop"."""
    return b.known.startswith(f"{a.known} ")


def share_words(a: VenueName, b: VenueName) -> bool:
    """Tell whether two journals may be one: a telling word of both, or nothing told by one."""
    left, right = ([word for word in venue.words if word not in JOURNAL] for venue in (a, b))
    if not (left and right) or 1 in (len(a.words), len(b.words)):
        return True
    return any(x.startswith(y) or y.startswith(x) for x in left for y in right)


def share_nothing(a: VenueName, b: VenueName) -> bool:
    """Tell whether two known venues have no word in common, and none is an acronym."""
    if not (is_spelt_out(a) and is_spelt_out(b)):
        return False
    return not any(x.startswith(y) or y.startswith(x) for x in a.words for y in b.words)


def named_apart(a: VenueName, b: VenueName) -> bool:
    """Tell whether two journals are no spellings of one: each has a word that the other lacks.

    A report or a thesis is no other place, since it becomes the article; proceedings have many
    names, and journals of some languages two.
    """
    if not (is_spelt_out(a) and is_spelt_out(b)) or "meeting" in (a.form, b.form):
        return False
    if any(v.proceedings or not MANY_NAMES.isdisjoint(v.words) for v in (a, b)):
        return False
    return lacks_words(a, b) and lacks_words(b, a)


def is_spelt_out(venue: VenueName) -> bool:
    """Tell whether a venue is known and no acronym, be it one that is not written in capitals."""
    lone = len(venue.words) == 1 and len(venue.words[0]) <= LONGEST_ACRONYM
    return bool(venue.words) and not venue.acronyms and not lone


def lacks_words(a: VenueName, b: VenueName) -> bool:
    """Tell whether `a` has a word that stands in `b` neither whole nor shortened: "natl"."""
    words, others = (
        [word.replace("ae", "e") for word in venue.words if len(word) > SHORT_WORD]
        for venue in (a, b)
    )
    return any(
        not any(abbreviates(word, other) or abbreviates(other, word) for other in others)
        for word in words
    )


def abbreviates(short: str, long: str) -> bool:
    """Tell whether a word is another without some of its letters, but the first."""
    rest = iter(long)
    return short[:1] == long[:1] and all(letter in rest for letter in short)


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
