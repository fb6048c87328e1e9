"""Which words of two titles are left once those of both are taken away, misspelt ones too?"""

from typing import NamedTuple

from bot.text.spelling import few_edits, is_inflected, is_slip, lost_ligatures
from bot.titles.read import ParsedTitle

MOST_LEFT = 40
SHORTEST_RUN = 20
LETTERS_AN_EDIT = 12


class Leftover(NamedTuple):
    """The telling words that only one title has, and how many others are slips or inflected."""

    of_a: list[str]
    of_b: list[str]
    slips: int
    inflected: int


def leftover(a: ParsedTitle, b: ParsedTitle) -> Leftover:
    """Give the telling words that only one title has, and how many were matched with a slip."""
    only_a = [word for word in a.telling if word not in b.bag]
    only_b = [word for word in b.telling if word not in a.bag]
    if len(only_a) * len(only_b) > MOST_LEFT:
        return Leftover(only_a, only_b, 0, 0)
    slips = inflected = 0
    for word in tuple(only_a):
        for other in only_b:
            if word[0] != other[0] and word[-1] != other[-1]:
                continue
            is_one = is_slip(word, other) or lost_ligatures(word, other)
            if is_one or is_inflected(word, other):
                slips, inflected = slips + is_one, inflected + (not is_one)
                only_a.remove(word)
                only_b.remove(other)
                break
    slips += repeated_with_slip(only_b, a, b) + repeated_with_slip(only_a, b, a)
    return Leftover(only_a, only_b, slips, inflected)


def repeated_with_slip(rest: list[str], one: ParsedTitle, other: ParsedTitle) -> int:
    """Take out of the words that only `other` has those that `one` repeats, and count them.

    "Lerning to learn by learning" has one "learning" fewer than the title without the slip.
    """
    if not rest or len(one.bag) == len(one.telling):
        return 0
    often = [w for w in one.bag if one.telling.count(w) > other.telling.count(w) > 0]
    misspelt = [word for word in rest if any(is_slip(word, repeated) for repeated in often)]
    for word in misspelt:
        rest.remove(word)
    return len(misspelt)


def is_near(left_over: Leftover, shared: int) -> bool:
    """Tell whether nothing is left of either title but a few slips and words joined or parted."""
    left, right = "".join(left_over.of_a), "".join(left_over.of_b)
    return 2 * left_over.slips <= max(2, shared) and (left == right or is_slip(left, right))


def is_run_together(a: str, b: str) -> bool:
    """Tell whether two titles without their spaces are one but for a few letters.

    Of titles copied from a page words are run together and ligatures lost: "ecientalgorithms".
    """
    shorter = min(len(a), len(b))
    return shorter >= SHORTEST_RUN and few_edits(a, b, shorter // LETTERS_AN_EDIT)
