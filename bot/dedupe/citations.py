"""How alike are two titles, if names of authors that a cut citation left in front are no title?

"Lopez, M.: Indexing the Positions of Moving Objects" comes of a reference that was parted one
author too early, as Google Scholar's are.
"""

from bot.dedupe.likeness import Likeness, compare_titles
from bot.dedupe.names import Name
from bot.dedupe.reading import Reading
from bot.dedupe.titles import BREAK, Title, read_title

MOST_WORDS = 8
BETWEEN_NAMES = frozenset({"and", "et", "al"})


def compare_cited(a: Reading, b: Reading) -> Likeness:
    """Compare the titles of two records; the order of the two does not matter."""
    found = compare_titles(a.title, b.title)
    if found.relation in {"same", "near"}:
        return found
    left, right = without_authors(a, b.names), without_authors(b, a.names)
    if left is a.title and right is b.title:
        return found
    return compare_titles(left, right)


def without_authors(reading: Reading, others: tuple[Name, ...]) -> Title:
    """Give the title without what stands in front, if that is authors of the other record."""
    title = reading.title
    names_one = title.tail and any(name.last in title.head for name in others)
    if not names_one or len(title.head) > MOST_WORDS:
        return title
    known = {word for name in (*reading.names, *others) for word in (name.last, *name.words)}
    if not all(len(word) == 1 or word in known or word in BETWEEN_NAMES for word in title.head):
        return title
    return read_title(BREAK.split(reading.record.title, maxsplit=1)[-1])
