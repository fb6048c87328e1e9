"""What may stand around the title in a citation that was not parted from it?

"The Dangers of Replication and a Solution, ACM SIGMOD Int" goes on with where it was printed; so do
"... . In: Proc. 20th Int" and "... - group of 4 &raquo;", which Google Scholar puts there. In front
there may be names of authors.
"""

import re
from itertools import islice

from bot.text.fold import fold
from bot.text.months import MONTHS
from bot.titles.read import LONGEST_READ
from bot.titles.words import PARTED, STOP
from bot.venues.names import short_name
from bot.venues.words import EMPTY, JOURNAL, MANY_NAMES, MEETING, PROCEEDINGS

END = re.compile(r"\s*(?:[.,;]|\s-|'')\s+(?=\S)")
NUMBER = re.compile(r"[0-9]+")
WORD = re.compile(r"[^\W\d_]+")
FEWEST_WORDS = 2
MOST_PARTINGS = 20
# What stands between the names and the title, and how far into the text it is looked for.
PARTING = re.compile(r"[.,:;)\"'’”]")
FARTHEST = 120
BEGINNING = 2
NO_FRONT: frozenset[str] = frozenset()
# Of the words of print, those that stand in no title's list of topics.
SURE = ((EMPTY | MEETING | PROCEEDINGS) - STOP - PARTED) | {"group", "submitted", "appear"}
PRINT = (
    EMPTY
    | JOURNAL
    | MEETING
    | MANY_NAMES
    | PROCEEDINGS
    | frozenset(MONTHS)
    | frozenset(
        "june july edition editors editor eds ed full extended version published submitted appear"
        " demo available via url group raquo hellip inproc inproceedings tutorial also as".split()
    )
)


def cited_title(title: str, venue: str) -> str:
    """Give the title without the venue, the pages and the year behind it, if that is all."""
    own = frozenset(WORD.findall(fold(venue)))
    title = title[:LONGEST_READ]
    for parting in islice(END.finditer(title), MOST_PARTINGS):
        front = title[: parting.start()]
        if tells(front) and is_of_print(title[parting.end() :], own):
            return front
    return title


def tells(front: str) -> bool:
    """Tell whether what stands in front is enough for a title."""
    return len([word for word in WORD.findall(fold(front)) if word not in STOP]) >= FEWEST_WORDS


def is_of_print(text: str, own: frozenset[str]) -> bool:
    """Tell whether a text says only where and when something was printed.

    A year alone tells the issues of a report apart, and a volume those of a book, and so is left.
    """
    telling = [word for word in WORD.findall(fold(text)) if word not in STOP]
    numbers = len(NUMBER.findall(text))
    counted = numbers > 1 or (numbers and telling and PARTED.isdisjoint(telling))
    if not (counted or not SURE.isdisjoint(telling)):
        return False
    return all(word in PRINT or word in own or short_name(word) for word in telling)


def front_of(title: str) -> frozenset[str]:
    """Give the first letters of the words in front of a stop or the like, which may part names."""
    ends = [parting.end() for parting in PARTING.finditer(title, 0, FARTHEST)]
    if not ends:
        return NO_FRONT
    front = title[: ends[-1]]
    words = WORD.findall(front.lower() if front.isascii() else fold(front))
    return frozenset(word[:BEGINNING] for word in words) or NO_FRONT
