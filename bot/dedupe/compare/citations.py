"""How alike are two titles, if what a citation left around them is no title?

A reference that was parted one author too early, as Google Scholar's are, begins with names
("Lopez, M.: Indexing the Positions of Moving Objects"); one that was not parted at all ends with
the authors, the venue or the year.
"""

from bot.dedupe.parse.names import Name, is_misread
from bot.dedupe.parse.records import ParsedRecord
from bot.titles.compare import SHORTEST_PART, TitleSimilarity, compare_titles
from bot.titles.read import BREAK, Title, read_title, words_of

MOST_WORDS = 12
INITIALS = 2
BETWEEN_NAMES = frozenset({"and", "et", "al", "und"})
FOLLOWED = TitleSimilarity("same", 1, "same title, followed by what the other record says")
PRECEDED = TitleSimilarity("same", 1, "same title, behind names of its authors")


def compare_cited(a: ParsedRecord, b: ParsedRecord) -> TitleSimilarity:
    """Compare the titles of two records; the order of the two does not matter."""
    similarity = compare_titles(a.title, b.title)
    if similarity.relation in {"same", "near"} or not (a.names or b.names):
        return similarity
    for long, short in ((a, b), (b, a)):
        if is_followed(long, short):
            return FOLLOWED
        if is_preceded(long, short):
            return PRECEDED
    left, right = without_authors(a, b.names), without_authors(b, a.names)
    if left is a.title and right is b.title:
        return similarity
    return compare_titles(left, right)


def is_followed(long: ParsedRecord, short: ParsedRecord) -> bool:
    """Tell whether one title is the other and behind it nothing but the other's authors and so on.

    A notice about a work is none of it, whatever it is called.
    """
    words, title = long.title.words, short.title.words
    if words[:1] != title[:1] or not 0 < len(title) < len(words) or long.title.notice:
        return False
    if words[: len(title)] != title:
        return False
    rest = words[len(title) :]
    known = {str(short.record.year), *words_of(short.record.venue), *words_of_names(short.names)}
    telling = [word for word in rest if len(word) > 1 or word.isdigit()]
    return bool(telling) and known.issuperset(telling)


def is_preceded(long: ParsedRecord, short: ParsedRecord) -> bool:
    """Tell whether one title is the other's end, and before it stand only names of the authors."""
    words, title = long.title.words, short.title.words
    front = len(words) - len(title)
    if not 0 < front <= MOST_WORDS or words[-1:] != title[-1:] or words[front:] != title:
        return False
    told = len(short.title.telling) > SHORTEST_PART and not long.title.notice
    return told and are_names(words[:front], long.names + short.names)


def are_names(words: tuple[str, ...], names: tuple[Name, ...]) -> bool:
    """Tell whether words are names of these people, initials, and what stands between names.

    A first name that the record has not, or a name that was misread, may stand beside a known one.
    """
    known = sorted(words_of_names(names))
    content = [word for word in words if len(word) > INITIALS and not word.isdigit()]
    content = [word for word in content if word not in BETWEEN_NAMES]
    right = [word for word in content if any(is_among(word, name) for name in known)]
    return 2 * len(right) >= len(content) and bool(right or len(words) <= INITIALS)


def is_among(word: str, name: str) -> bool:
    """Tell whether a word is a name, misread perhaps or with a word or an initial run into it."""
    longer = len(name) > INITIALS and (word.startswith(name) or word.endswith(name))
    return word == name or longer or is_misread(word, name)


def without_authors(record: ParsedRecord, others: tuple[Name, ...]) -> Title:
    """Give the title without what stands in front, if that is authors of the other record."""
    title = record.title
    if not title.tail or len(title.head) > MOST_WORDS:
        return title
    names = (*record.names, *others)
    parts = BREAK.split(record.record.title)
    at = 0
    while at < len(parts) - 1 and are_names(words_of(parts[at]), names):
        at += 1
    known = words_of_names(others)
    if not any(word in known for part in parts[:at] for word in words_of(part)):
        return title
    return read_title(": ".join(parts[at:]))


def words_of_names(names: tuple[Name, ...]) -> frozenset[str]:
    """Give the words that stand in the names of these authors."""
    return frozenset(word for name in names for word in (name.last, *name.words))
