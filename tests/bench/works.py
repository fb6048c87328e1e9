"""What would a large bibliography with duplicates look like? Seeded: every run makes the same one.

Words and surnames are made of syllables and drawn as words of a language are, few often and most
seldom. One record in ten is a second record of the one before, as another hand would write it.
"""

from random import Random

from bot.model.papers.record import Record

SYLLABLES = (
    "ba be co da de el fi ga ha in jo ka le ma mi no or pa qu ra re sa se ti to un va ve wi zo"
).split()
VENUES = (
    ("NeurIPS", "Advances in Neural Information Processing Systems"),
    ("VLDB", "Very Large Data Bases"),
    ("TODS", "ACM Transactions on Database Systems"),
    ("J. Comput. Biol.", "Journal of Computational Biology"),
)
VOCABULARY = 30_000
# The titles of a narrow field share their words, and its people are few.
NARROW = 500
ONE_IN = 10


def bibliography(
    size: int, vocabulary: int = VOCABULARY
) -> tuple[list[Record], set[tuple[str, str]]]:
    """Make `size` records of so many words, and the pairs of keys that are one work."""
    random = Random(size)
    words = [_word(random, 2, 4) for _ in range(vocabulary)]
    surnames = [_word(random, 2, 3).capitalize() for _ in range(vocabulary // 5)]
    records: list[Record] = []
    truth: set[tuple[str, str]] = set()
    while len(records) < size:
        first = _record(random, str(len(records)), words, surnames)
        records.append(first)
        if len(records) % ONE_IN == 0 and len(records) < size:
            records.append(_again(random, first, str(len(records))))
            truth.add((first.key, records[-1].key))
    return records, truth


def _word(random: Random, shortest: int, longest: int) -> str:
    return "".join(random.choice(SYLLABLES) for _ in range(random.randint(shortest, longest)))


def _often(random: Random, values: list[str]) -> str:
    """Draw the first values far more often than the last ones."""
    return values[int(len(values) ** random.random()) - 1]


def _record(random: Random, key: str, words: list[str], surnames: list[str]) -> Record:
    title = " ".join(_often(random, words) for _ in range(random.randint(5, 11)))
    if random.random() < 0.3:
        title = f"{_word(random, 2, 3).capitalize()}: {title}"
    authors = tuple(
        f"{_word(random, 2, 3).capitalize()} {_often(random, surnames)}"
        for _ in range(random.randint(1, 5))
    )
    year = random.randint(1990, 2025)
    return Record(key, title, authors=authors, venue=random.choice(VENUES)[0], year=year)


def _again(random: Random, record: Record, key: str) -> Record:
    """Write a record once more, in another style and with a slip or a gap."""
    title, year, authors = record.title, record.year, record.authors
    change = random.randrange(5)
    if change == 0:
        at = random.randrange(1, len(title) - 1)
        title = title[:at] + title[at + 1 :]
    elif change == 1:
        title = title.partition(": ")[2] or title
    elif change == 2:
        authors = tuple(f"{name.split()[1]}, {name[0]}." for name in authors)
    elif change == 3:
        authors = authors[:1]
    else:
        year = None
    venue = dict(VENUES)[record.venue]
    return Record(key, title.upper(), authors=authors, venue=venue, year=year)
