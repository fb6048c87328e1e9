"""Which words of one title does the other write short, by initials or by a form of the field?"""

from collections.abc import Iterator

from bot.titles.read import ParsedTitle, written_as
from bot.titles.words import STOP

LONGEST_INITIALS = 6
# Words such as "of" may be left out of the initials, and are in most.
LEFT_OUT = (frozenset[str](), STOP)


def written_short(a: ParsedTitle, b: ParsedTitle) -> Iterator[tuple[ParsedTitle, ParsedTitle]]:
    """Yield both titles with short forms for long ones: of the field, and each other's initials."""
    if a.short or b.short:
        a, b = a.short or a, b.short or b
        yield a, b
    if short := with_initials(a, b):
        yield short, b
    if short := with_initials(b, a):
        yield a, short


def with_initials(title: ParsedTitle, other: ParsedTitle) -> ParsedTitle | None:
    """Give a title with the words written short of which the other has the initials alone.

    "Retrieval Augmented Generation" becomes "RAG" beside a title with that word; None where no
    words of one title are the other's initials.
    """
    longer = len(title.words) - len(other.words)
    for short in other.telling:
        if not 2 <= len(short) <= min(longer + 3, LONGEST_INITIALS) or short in title.bag:
            continue
        for start, word in enumerate(title.words):
            if word[0] == short[0] and (width := width_of(title.words[start:], short)):
                words = (*title.words[:start], short, *title.words[start + width :])
                return written_as(title, words)
    return None


def width_of(words: tuple[str, ...], short: str) -> int:
    """Give how many of the first words have these initials, words such as "of" left out or not."""
    for left_out in LEFT_OUT:
        initials, width = "", 0
        for width, word in enumerate(words, 1):
            initials += "" if word in left_out else word[0]
            if not short.startswith(initials):
                break
            if initials == short:
                return width
    return 0
