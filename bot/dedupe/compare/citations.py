"""How alike are two titles, if what a citation left around them is no title?

A reference that was parted too early begins with authors ("Lopez, M.: Indexing the Positions of
Moving Objects", "andJ. Widom. View Maintenance"); one that was not parted at all ends with the
authors, the venue or the year.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from bot.dedupe.parse.citations import BEGINNING, PARTING
from bot.dedupe.parse.names import ComparedName, agree, compare_names, is_misread
from bot.dedupe.parse.records import ParsedRecord
from bot.titles.compare import TitleSimilarity, compare_titles, rank
from bot.titles.read import ParsedTitle, read_title
from bot.titles.words import STOP, words_of

TOKEN = re.compile(r"\S+")
MOST_WORDS = 12
INITIALS = 2
SHORTEST_RUN_IN = 4
WORDS_A_NAME = 2
FEWEST_WORDS = 2
BETWEEN_NAMES = frozenset({"and", "et", "al", "und", "adn"})
FOLLOWED = TitleSimilarity("same", 1, "same title, followed by what a record says besides")
PRECEDED = TitleSimilarity("same", 1, "same title, behind names of its authors")


class CitedPair(NamedTuple):
    """Two records as they read beside each other, and how alike their titles then are.

    Authors that stand in front of a title are authors.
    """

    a: ParsedRecord
    b: ParsedRecord
    title: TitleSimilarity


def compare_cited(a: ParsedRecord, b: ParsedRecord) -> CitedPair:
    """Compare the titles of two records; the order of the two does not matter."""
    similarity = compare_titles(a.title, b.title)
    if similarity.relation in {"same", "near"} or not (a.names or b.names):
        return CitedPair(a, b, similarity)
    for long, short in ((a, b), (b, a)):
        if is_followed(long, short):
            return CitedPair(a, b, FOLLOWED)
    left, right = without_authors(a, b), without_authors(b, a)
    if left is a and right is b:
        return CitedPair(a, b, similarity)
    parted = compare_titles(left.title, right.title)
    if rank(parted) < rank(similarity):
        return CitedPair(a, b, similarity)
    if parted.relation == "same":
        parted = PRECEDED
    if compare_names(a.names, b.names).level == "none":
        parted = parted._replace(doubt=parted.doubt or "authors in front of the title alone")
    return CitedPair(left, right, parted)


def is_followed(long: ParsedRecord, short: ParsedRecord) -> bool:
    """Tell whether one title is the other and behind it nothing but the other's authors and so on.

    A notice about a work is none of it, whatever it is called.
    """
    words, title = long.title.words, short.title.words
    if long.title.notice or not 0 < len(title) < len(words) or words[: len(title)] != title:
        return False
    rest = words[len(title) :]
    years = (str(long.record.year), str(short.record.year))
    of_print = {*years, *words_of(short.record.venue), *words_of_names(short.names)}
    telling = [word for word in rest if len(word) > 1 or word.isdigit()]
    return bool(telling) and of_print.issuperset(telling)


def without_authors(record: ParsedRecord, other: ParsedRecord) -> ParsedRecord:
    """Give a record with the authors of the other that stand in front of its title as its own."""
    if record.title.notice or not other.names:
        return record
    title, front = parted_from_names(record, other)
    if not front or not tells(title):
        return record
    own = [name for name in other.names if any(is_among(word, name.last) for word in front)]
    added = [name for name in own if not any(agree(name, own_name) for own_name in record.names)]
    return record._replace(title=title, names=(*record.names, *added))


def parted_from_names(
    record: ParsedRecord, other: ParsedRecord
) -> tuple[ParsedTitle, tuple[str, ...]]:
    """Give the title, and the words of authors in front of it; none, if it has none there."""
    words, title = record.title.words, other.title.words
    front = words[: -len(title)]
    if 0 < len(front) <= MOST_WORDS and words[len(front) :] == title:
        names = names_among(front, other.names)
        if are_names(front, names_among(front, other.names + record.names)) and names:
            return other.title, front
    # Of most pairs this is the end: at a glance no author stands in front of a stop.
    if record.front and any(name.last[:BEGINNING] in record.front for name in other.names):
        text = record.record.title
        if end := end_of_names(text, record.names, other.names):
            return read_title(text[end:]), words_of(text[:end])
    return record.title, ()


def end_of_names(text: str, own: tuple[ComparedName, ...], others: tuple[ComparedName, ...]) -> int:
    """Give where names of these people end in front of a title, one of the others among them.

    A name that was misread may stand beside a known one.
    """
    balance = end = 0
    has_other = False
    for last, words in stretches(text):
        names = names_among(words, own + others)
        has_other = has_other or bool(names_among(words, others))
        of_names = are_names(words, names)
        balance += of_names - (not of_names)
        if has_other and of_names and balance >= 0:
            end = last
    return end


def stretches(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield where the first stretches between stops and commas end, and their words."""
    begin = 0
    for token in islice(TOKEN.finditer(text), MOST_WORDS):
        if PARTING.search(token[0]):
            yield token.end(), words_of(text[begin : token.end()])
            begin = token.end()


def names_among(words: tuple[str, ...], names: tuple[ComparedName, ...]) -> list[str]:
    """Give the words that are names of these people."""
    parts = sorted(words_of_names(names))
    return [word for word in words if is_content(word) and any(is_among(word, p) for p in parts)]


def are_names(words: tuple[str, ...], names: list[str]) -> bool:
    """Tell whether words are names, initials and first names that the record has not."""
    content = [word for word in words if is_content(word)]
    return len(content) <= WORDS_A_NAME * len(names)


def is_content(word: str) -> bool:
    """Tell whether a word is more than initials, a number or what stands between names."""
    return (
        len(word.removeprefix("and")) > INITIALS and word[0].isalpha() and word not in BETWEEN_NAMES
    )


def tells(title: ParsedTitle) -> bool:
    """Tell whether what is left is enough for a title."""
    return len(title.telling) >= FEWEST_WORDS and not STOP.issuperset(title.words)


def is_among(word: str, name: str) -> bool:
    """Tell whether a word is a name, misread perhaps or with a word or an initial run into it."""
    longer = len(name) >= SHORTEST_RUN_IN and (word.startswith(name) or word.endswith(name))
    return word == name or longer or is_misread(word, name)


def words_of_names(names: tuple[ComparedName, ...]) -> frozenset[str]:
    """Give the words that stand in the names of these authors."""
    return frozenset(word for name in names for word in (name.last, *name.words))
