"""Are two words one word, misspelt or inflected?"""

import re

SHORTEST_WITH_SLIP = 4
SHORTEST_WITH_WRONG_LETTER = 5
SHORTEST_STEM = 5
LIGATURE = re.compile("ff[il]?|f[il]")


def differing_ends(a: str, b: str) -> tuple[int, str, str]:
    """Give the length of the common start, and the rest of both without common start and end."""
    shorter = min(len(a), len(b))
    start = 0
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return start, a[start : len(a) - end], b[start : len(b) - end]


def is_slip(a: str, b: str) -> bool:
    """Tell whether one letter added, lost, mistaken or swapped makes one word of the other.

    A letter added in front is none: "symmetric" and "asymmetric" are different words.
    """
    if not -2 < len(a) - len(b) < 2 or (a[:1] != b[:1] and a[-1:] != b[-1:]):
        return False
    longer = max(len(a), len(b))
    if longer < SHORTEST_WITH_SLIP or a.isdigit() or b.isdigit():
        return False
    start, left, right = differing_ends(a, b)
    if not (left and right):
        return start > 0 and len(left + right) == 1
    swapped = len(left) == 2 and left == right[::-1]
    mistaken = len(left) == len(right) == 1
    return swapped or (mistaken and longer >= SHORTEST_WITH_WRONG_LETTER)


def lost_ligatures(a: str, b: str) -> bool:
    """Tell whether one word is the other without "fi", "ffi" and so on, as copied from old PDFs."""
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return len(short) < len(long) and short != "" and LIGATURE.sub("", long) == short


def few_edits(a: str, b: str, most: int) -> bool:
    """Tell whether at most so many letters added, lost or mistaken make one text of the other."""
    if abs(len(a) - len(b)) > most:
        return False
    _, a, b = differing_ends(a, b)
    row = list(range(len(b) + 1))
    for at, letter in enumerate(a, 1):
        diagonal, row[0] = row[0], at
        for to, other in enumerate(b, 1):
            cost = diagonal + (letter != other)
            diagonal = row[to]
            row[to] = min(cost, diagonal + 1, row[to - 1] + 1)
        if min(row) > most:
            return False
    return row[-1] <= most


def is_inflected(a: str, b: str) -> bool:
    """Tell whether both words have one long stem: "diagnosis" and "diagnosing"."""
    if a[:SHORTEST_STEM] != b[:SHORTEST_STEM]:
        return False
    longer = max(len(a), len(b))
    start, _, _ = differing_ends(a, b)
    return start >= SHORTEST_STEM and start >= 0.6 * longer
