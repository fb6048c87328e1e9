"""Do two lists of authors agree, however the names are written?

Read are "First Last", "Last, First", "FM Last", "Last F", "Last FM", "Last F.M.", with the names in
any order, lists cut short ("et al."), compound surnames, words parted at a line's end ("war-muth"),
missing accents, and Greek and Cyrillic letters. Of citations that a program took apart also
"Jayavel S" for J. Shanmugasundaram, if it is so throughout, and initials of several people that
were run together.
"""

import re
from typing import Literal, NamedTuple

from bot.people.name import PARTICLES, read_name
from bot.text.fold import fold
from bot.text.latin import latin
from bot.text.spelling import few_edits, is_slip

MOST_AUTHORS = 60
WORD = re.compile(r"[^\W\d_]+")
PLAIN = re.compile(r"[A-Za-z .,-]*")
SEVERAL = re.compile(r"[A-Z]{2,3}\.?")
# "others", with what may stand around it, is the longest word that is no name.
LONGEST_NO_NAME = 8
NO_VOWEL = re.compile(r"[b-df-hj-np-tv-xz]{2,4}")
# Where a list was cut short, read in the wrong code page too.
CUT = re.compile("\\s*(?:…|â[ €?]{0,4}¦).*")
SMALL_LETTERS = re.compile(r"([a-z-]{4,40}) ([b-df-hj-np-tv-xz]{2,3})")
SHORT_SURNAMES = frozenset({"ng", "srb", "krc", "vlk", "trn"})
NO_NAMES = frozenset(
    {"et", "al", "others", "and", "jr", "sr", "ii", "iii", "iv", "phd", "md", "dr"}
)
# What indexes put in the place of the authors: their own name, or a site's.
NOBODY = re.compile(r"\b(?:anthology|edition|portal|www)\b|\.(?:com|de|edu|org)\b", re.IGNORECASE)
EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
MOST_RUN_TOGETHER = 5
SHORT = 3
SHORTEST_WITH_TWO_SLIPS = 7

Level = Literal["unknown", "none", "some", "most", "all"]


class ComparedName(NamedTuple):
    """A person: the surname, every full word of the name, and all initials."""

    last: str
    words: tuple[str, ...]
    initials: str


class Agreement(NamedTuple):
    """How far two author lists agree: `shared` names of `shorter` and `longer` are in both."""

    level: Level
    shared: int = 0
    shorter: int = 0
    longer: int = 0


def parse_name(text: str) -> ComparedName | None:
    """Read one author's name; None where no name is left ("et al.")."""
    if NOBODY.search(text):
        return None
    text = latin(CUT.sub("", text))
    if "," not in text:
        text = " ".join([part for part in text.split() if is_name(part)])
    family, given = in_small_letters(text) or read_name(text)[:2]
    return name_of(family, given)


def in_small_letters(text: str) -> tuple[str, str] | None:
    """Give family and initials of "warmuth mk", where no capital tells which is which."""
    match = SMALL_LETTERS.fullmatch(text)
    if not match or match[2] in SHORT_SURNAMES:
        return None
    return match[1], match[2].upper()


def is_name(part: str) -> bool:
    """Tell whether a part of an author's name is one, and not "et", "Jr." or a sign."""
    if part.isascii() and part.isalpha():
        return part.lower() not in NO_NAMES
    return len(part) > LONGEST_NO_NAME or bool(name_words(part))


def name_words(text: str) -> list[str]:
    """Give the folded words of a name, without titles, suffixes and particles."""
    # Most names need no folding but to lower case.
    folded = text.lower() if PLAIN.fullmatch(text) else fold(text.replace("-", " "))
    words = [word for word in WORD.findall(folded) if word not in NO_NAMES]
    return [word for word in words if word not in PARTICLES] or words


def name_of(family: str, given: str) -> ComparedName | None:
    """Put a name together from its surname and the rest; None where there is no surname."""
    surnames, others = name_words(family), name_words(given)
    if not surnames:
        return None
    # "J.C.Jackson" without a space holds initials too.
    first = [word for word in surnames if len(word) == 1] if len(surnames) > 1 else []
    shortened = {
        word.rstrip(".").lower()
        for word in given.split()
        if len(word) > 1 and SEVERAL.fullmatch(word)
    }
    initials = [word if is_cut(word, shortened) else word[0] for word in (*first, *others)]
    words = [word for word in (*surnames, *others) if len(word) > 1 and word not in shortened]
    parted = [fold(part.replace("-", "")) for part in family.split() if "-" in part[1:-1]]
    return ComparedName(surnames[-1], (*words, *parted), "".join(initials))


def is_cut(word: str, shortened: set[str]) -> bool:
    """Tell whether a word before the surname is several initials: "JC", "hwc"."""
    return word in shortened or bool(NO_VOWEL.fullmatch(word))


def read_names(authors: tuple[str, ...]) -> tuple[ComparedName, ...]:
    """Read an author list; of the longest collaborations the first names are enough."""
    names = (parse_name(author) for author in authors[:MOST_AUTHORS])
    return tuple(name for name in names if name)


def agree(a: ComparedName, b: ComparedName) -> bool:
    """Tell whether two names can be one person's."""
    if a.last == b.last:
        return not (a.initials and b.initials) or share_initial(a, b) or run_together(a, b)
    a_in_b, b_in_a = a.last in b.words, b.last in a.words
    if not (a_in_b or b_in_a):
        # Asked first, since a slip takes long to see.
        return share_initial(a, b) and is_misread(a.last, b.last)
    # "Ada, L." is Ada Lovelace, turned round.
    turned = (a_in_b and a.initials == b.last[0]) or (b_in_a and b.initials == a.last[0])
    return turned or (a_in_b and b_in_a) or share_initial(a, b)


def is_misread(a: str, b: str) -> bool:
    """Tell whether two surnames are one, with a slip, or two of a scanner in a long one."""
    return is_slip(a, b) or (
        min(len(a), len(b)) >= SHORTEST_WITH_TWO_SLIPS and a[0] == b[0] and few_edits(a, b, 2)
    )


def run_together(a: ComparedName, b: ComparedName) -> bool:
    """Tell whether one's first name ends in the other's initial: "ikc" of I. K., C. Faloutsos."""
    return any(
        len(many.words) > 1
        and 2 < len(many.words[1]) <= MOST_RUN_TOGETHER
        and len(one.words) == 1
        and many.words[1][-1] in one.initials
        for one, many in ((a, b), (b, a))
    )


def turned(a: ComparedName, b: ComparedName) -> bool:
    """Tell whether each name may be the other's with surname and first name exchanged.

    Of "Jayavel S" and "J Shanmugasundaram" only the first letters agree, so of one name alone it
    tells little.
    """
    return a.last[0] in in_front(b) and b.last[0] in in_front(a)


def in_front(name: ComparedName) -> str:
    """Give the initials, and the letters of a first name so short that it may be initials."""
    first = name.words[1] if len(name.words) > 1 else ""
    return name.initials + (first if len(first) <= SHORT else "")


def share_initial(a: ComparedName, b: ComparedName) -> bool:
    """Tell whether two names have an initial in common."""
    if len(a.initials) == 1:
        return a.initials in b.initials
    return not set(a.initials).isdisjoint(b.initials)


def compare_names(a: tuple[ComparedName, ...], b: tuple[ComparedName, ...]) -> Agreement:
    """Count how many names of the shorter list are in the longer one, in whatever order."""
    if not (a and b):
        return Agreement("unknown")
    in_order = (len(a), a[0].last) <= (len(b), b[0].last)
    shorter, longer = (a, b) if in_order else (b, a)
    left = list(longer)
    for name in shorter:
        for at, other in enumerate(left):
            if agree(name, other):
                del left[at]
                break
    shared = len(longer) - len(left)
    if not shared:
        if are_foreign(a) != are_foreign(b):
            return Agreement("unknown")
        if len(shorter) > 1 and all(any(turned(n, other) for other in longer) for n in shorter):
            shared = len(shorter)
    return Agreement(level_of(shared, len(shorter)), shared, len(shorter), len(longer))


def are_foreign(names: tuple[ComparedName, ...]) -> bool:
    """Tell whether names are in a writing that says nothing about their Latin spelling."""
    return all(EAST_ASIAN.search(name.last) for name in names)


def level_of(shared: int, shorter: int) -> Level:
    """Name the share of names that both lists have."""
    if not shared:
        return "none"
    if shared == shorter:
        return "all"
    return "most" if 2 * shared >= shorter else "some"
