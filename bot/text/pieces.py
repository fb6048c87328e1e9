"""By which pieces is a title found again, though it is written a little otherwise?"""

from itertools import pairwise

from bot.text.fold import fold

STEM = 8  # letters; what follows is an ending, or the rest of two words written as one
MOST_WORDS = 40  # no title has more; what follows in a longer text tells little


def pieces(title: str) -> frozenset[str]:
    """Give the beginnings of a title's words, and its neighbouring words, joined.

    So "Flash-Attention" shares a piece with "FlashAttention", and a misspelt title most of its
    pieces with itself.
    """
    words = fold(title).split()[:MOST_WORDS]
    joined = ["".join(two) for two in pairwise(words)]
    return frozenset([*joined, *(text[:STEM] for text in (*words, *joined))])
