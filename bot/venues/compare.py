"""Are two venues one, though one is written short: "TODS" and "ACM Trans. Database Syst."?

Of "different" we are only sure where both are known and not one, or one is a journal and the other
a conference, or both are journals without a common word: all else is unknown, since venues are
written in many ways.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from bot.venues.names import spellings_of
from bot.venues.parse import ParsedVenue, parse_venue
from bot.venues.words import JOURNAL, MANY_NAMES

VenueVerdict = Literal["same", "different", "unknown"]

LONGEST_ACRONYM = 8
SHORT_WORD = 3


def one_venue(a: str, b: str) -> bool:
    """Tell whether two texts name one venue, however short one of them is, and no two years."""
    one, other = parse_venue(a), parse_venue(b)
    if one.year and other.year and one.year != other.year:
        return False
    return a == b or one.name == other.name != "" or compare_venues(one, other) == "same"


def are_two_meetings(a: str, b: str) -> bool:
    """Tell whether two texts name meetings that are surely not one; a journal may print both."""
    one, other = parse_venue(a), parse_venue(b)
    return one.kind == other.kind == "meeting" and compare_venues(one, other) == "different"


def compare_venues(a: ParsedVenue, b: ParsedVenue) -> VenueVerdict:
    """Tell whether two venues are one; of the rules the first that holds decides."""
    return next(rule.verdict for rule in RULES if rule.holds(a, b))


def shortens_known(a: ParsedVenue, b: ParsedVenue) -> bool:
    """Tell whether `a` is a full name of the known venue `b` cut short: "sympos. theory comput"."""
    if a.canonical or not b.canonical or len(a.words) == 1:
        return False
    written = [words for words in full_names(b.canonical) if len(words) == len(a.words)]
    return any(all(map(str.startswith, words, a.words)) for words in written)


@lru_cache(maxsize=1024)
def full_names(canonical: str) -> tuple[tuple[str, ...], ...]:
    """Give the telling words of each full name of a known venue."""
    return tuple(parse_venue(spelling).words for spelling in spellings_of(canonical))


def stands_for(a: ParsedVenue, b: ParsedVenue) -> bool:
    """Tell whether `a` is the acronym of `b` and nothing more: "JAMA"."""
    (acronym, *more) = a.words
    initials = "".join(word[0] for word in b.words if word != acronym)
    return not more and len(acronym) > 1 and initials == acronym


def within(a: ParsedVenue, b: ParsedVenue) -> bool:
    """Tell whether `b` is a part of the conference `a`: "NeurIPS Workshop"."""
    return b.canonical.startswith(f"{a.canonical} ")


def share_words(a: ParsedVenue, b: ParsedVenue) -> bool:
    """Tell whether two journals may be one: a telling word of both, or nothing told by one."""
    left, right = ([word for word in venue.words if word not in JOURNAL] for venue in (a, b))
    if not (left and right) or 1 in (len(a.words), len(b.words)):
        return True
    return any(x.startswith(y) or y.startswith(x) for x in left for y in right)


def share_nothing(a: ParsedVenue, b: ParsedVenue) -> bool:
    """Tell whether two known venues have no word in common, and none is an acronym."""
    if not (is_spelt_out(a) and is_spelt_out(b)):
        return False
    return not any(x.startswith(y) or y.startswith(x) for x in a.words for y in b.words)


def named_apart(a: ParsedVenue, b: ParsedVenue) -> bool:
    """Tell whether two journals are no spellings of one: each has a word that the other lacks.

    A report or a thesis is no other place, since it becomes the article; proceedings have many
    names, and journals of some languages two.
    """
    if not (is_spelt_out(a) and is_spelt_out(b)) or "meeting" in (a.kind, b.kind):
        return False
    if any(v.proceedings or not MANY_NAMES.isdisjoint(v.words) for v in (a, b)):
        return False
    return lacks_words(a, b) and lacks_words(b, a)


def is_spelt_out(venue: ParsedVenue) -> bool:
    """Tell whether a venue is known and no acronym, be it one that is not written in capitals."""
    lone = len(venue.words) == 1 and len(venue.words[0]) <= LONGEST_ACRONYM
    return bool(venue.words) and not venue.acronyms and not lone


def lacks_words(a: ParsedVenue, b: ParsedVenue) -> bool:
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


def shortens(a: ParsedVenue, b: ParsedVenue) -> bool:
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


class Rule(NamedTuple):
    """When `holds` does for two venues, in whichever order, the verdict is this, `because`."""

    because: str
    holds: Callable[[ParsedVenue, ParsedVenue], bool]
    verdict: VenueVerdict


def are_both_known(a: ParsedVenue, b: ParsedVenue) -> bool:
    """Tell whether both are venues that we know."""
    return bool(a.canonical and b.canonical)


def either(
    holds: Callable[[ParsedVenue, ParsedVenue], bool],
) -> Callable[[ParsedVenue, ParsedVenue], bool]:
    """Give what holds where it does for two venues one way round, or the other."""
    return lambda a, b: holds(a, b) or holds(b, a)


RULES = (
    Rule("one of them says nothing", lambda a, b: not (a.words and b.words), "unknown"),
    Rule("we know both as one", lambda a, b: a.canonical == b.canonical != "", "same"),
    Rule("one is the other's acronym", either(stands_for), "same"),
    Rule(
        "a journal is no meeting",
        lambda a, b: {a.kind, b.kind} == {"journal", "meeting"},
        "different",
    ),
    Rule(
        "one that we know may hold the other",
        lambda a, b: are_both_known(a, b) and (either(shortens)(a, b) or either(within)(a, b)),
        "unknown",
    ),
    Rule("we know both as two", are_both_known, "different"),
    Rule("one is the other cut short", either(shortens), "same"),
    Rule("one is a full name of the other cut short", either(shortens_known), "same"),
    Rule(
        "two journals have no word in common",
        lambda a, b: a.kind == b.kind == "journal" and not share_words(a, b),
        "different",
    ),
    Rule("venues are written in many ways", lambda _a, _b: True, "unknown"),
)
