"""Which words of a text tell what it is about?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import snowballstemmer

from bot.text.fold import fold

LONGEST_TEXT = 5000  # characters of a title and its abstract; more tells nothing new
_STEMMER = snowballstemmer.stemmer("english")


def words(text: str) -> list[str]:
    """Give the words of a text in their order, folded."""
    return fold(text[:LONGEST_TEXT]).split()


def stems(text: str) -> frozenset[str]:
    """Give the stems of a text's words (Porter's second English stemmer), each once."""
    return frozenset(map(_stem, words(text)))


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


def with_pairs(text: str) -> frozenset[str]:
    """Give the words of a text and each two that follow on one another ("kv cache")."""
    parts = words(text)
    return frozenset(parts) | {f"{one} {two}" for one, two in pairwise(parts)}


def counted(texts: Iterable[Iterable[str]]) -> Counter[str]:
    """Count in how many texts each word stands; no text may hold a word twice."""
    return Counter(word for text in texts for word in text)


def only_frequent(texts: Sequence[frozenset[str]], least: int) -> list[frozenset[str]]:
    """Drop the words that stand in fewer than so many of the texts."""
    frequent = {word for word, count in counted(texts).items() if count >= least}
    return [text & frequent for text in texts]
