"""Do two titles count differently: another version or part, or only another number?"""

from itertools import pairwise

from bot.titles.read import ParsedTitle
from bot.titles.words import LONGEST_VERSION, PARTED, STOP


def named_alike(a: ParsedTitle, b: ParsedTitle) -> bool:
    """Tell whether both titles start with one name."""
    return a.name != "" and a.name == b.name


def name_conflict(a: ParsedTitle, b: ParsedTitle) -> str:
    """Say so where both titles start with one name but another number: "FlashAttention-2"."""
    if named_alike(a, b) and a.name_numbers != b.name_numbers:
        left, right = (" ".join(t.name_numbers) or "none" for t in (a, b))
        return f"other version or part: {left} and {right}"
    return ""


def numbers_differ(
    a: ParsedTitle, b: ParsedTitle, only_a: list[str], only_b: list[str]
) -> tuple[str, str]:
    """Say whether the titles count differently: a conflict, or a doubt.

    Other versions or parts, or one after a word of both, are two works; other quantities and years
    may be corrected ones.
    """
    marks_a = [word for word in only_a if word in a.marks]
    marks_b = [word for word in only_b if word in b.marks]
    if marks_a and marks_b:
        numbers = f"{' '.join(marks_a)} and {' '.join(marks_b)}"
        if a.versions.isdisjoint(marks_a) or b.versions.isdisjoint(marks_b):
            return "", f"numbers differ: {numbers}"
        return f"other version or part: {numbers}", ""
    for title, marks, other in ((a, marks_a, b), (b, marks_b, a)):
        for before, word in pairwise(title.words):
            counts = word in marks and word.isdigit() and len(word) <= LONGEST_VERSION
            if counts and before in other.bag and before not in STOP:
                return f"other version or part: {before} {word} and {before}", ""
    return "", ""


def says_part(title: ParsedTitle, own: list[str]) -> bool:
    """Tell whether a title says, and the other does not, which part it is: "... (Part II)"."""
    return bool(title.marks) and any(
        before in PARTED and word in own and word in title.marks
        for before, word in pairwise(title.words)
    )
