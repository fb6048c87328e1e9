"""How alike are two titles, if what a citation left around them is no title?

A reference that was parted one author too early, as Google Scholar's are, begins with a name
("Lopez, M.: Indexing the Positions of Moving Objects"); one that was not parted at all ends with
the authors, the venue or the year.
"""

from bot.dedupe.parse.names import Name
from bot.dedupe.parse.records import ParsedRecord
from bot.titles.compare import TitleSimilarity, compare_titles
from bot.titles.read import BREAK, Title, read_title, words_of

MOST_WORDS = 8
BETWEEN_NAMES = frozenset({"and", "et", "al"})
FOLLOWED = TitleSimilarity("same", 1, "same title, followed by what the other record says")


def compare_cited(a: ParsedRecord, b: ParsedRecord) -> TitleSimilarity:
    """Compare the titles of two records; the order of the two does not matter."""
    similarity = compare_titles(a.title, b.title)
    if similarity.relation in {"same", "near"}:
        return similarity
    if is_followed(a, b) or is_followed(b, a):
        return FOLLOWED
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


def without_authors(record: ParsedRecord, others: tuple[Name, ...]) -> Title:
    """Give the title without what stands in front, if that is authors of the other record."""
    title = record.title
    if not title.tail or len(title.head) > MOST_WORDS:
        return title
    if not any(name.last in title.head for name in others):
        return title
    known = words_of_names((*record.names, *others)) | BETWEEN_NAMES
    if not known.issuperset(word for word in title.head if len(word) > 1):
        return title
    return read_title(BREAK.split(record.record.title, maxsplit=1)[-1])


def words_of_names(names: tuple[Name, ...]) -> frozenset[str]:
    """Give the words that stand in the names of these authors."""
    return frozenset(word for name in names for word in (name.last, *name.words))
