"""How alike are two titles, and does something in them say that they are two works?"""

from typing import Literal, NamedTuple

from bot.text.spelling import is_inflected, is_slip
from bot.titles.read import PARTED, Title, read_title

Relation = Literal["same", "near", "part", "alike", "different"]

SHORTEST_PART = 3
ALIKE = 0.5
MOST_RESIDUE = 40


class TitleSimilarity(NamedTuple):
    """How two titles relate: `overlap` between 0 and 1, `reason` for a person.

    `conflict` says what makes them two works, however alike they are; `same_name` whether both
    start with one name ("SGLang: ...").
    """

    relation: Relation
    overlap: float
    reason: str
    conflict: str = ""
    same_name: bool = False


DIFFERENT = TitleSimilarity("different", 0, "titles differ")


def one_title(a: str, b: str) -> bool:
    """Tell whether two texts are one work's title: but for spelling, a name or a subtitle."""
    similarity = compare_titles(read_title(a), read_title(b))
    return similarity.relation in {"same", "near", "part"} and not similarity.conflict


def compare_titles(a: Title, b: Title) -> TitleSimilarity:
    """Compare two titles; the order of the two does not matter."""
    if b.whole < a.whole:
        a, b = b, a
    if a.notice != b.notice:
        return TitleSimilarity("different", 0, "", "one is a notice about the other")
    if not (a.words and b.words):
        return TitleSimilarity("different", 0, "no title to compare")
    if a.whole == b.whole:
        return TitleSimilarity("same", 1, "same title")
    fewer = min(len(a.bag), len(b.bag))
    if 3 * len(a.bag & b.bag) < fewer > SHORTEST_PART and not (a.name and a.name == b.name):
        return DIFFERENT
    return compare_words(a, b, name_conflict(a, b))


def name_conflict(a: Title, b: Title) -> str:
    """Say so where both titles start with one name but another number: "FlashAttention-2"."""
    if a.name and a.name == b.name and a.name_numbers != b.name_numbers:
        left, right = (" ".join(t.name_numbers) or "none" for t in (a, b))
        return f"other version or part: {left} and {right}"
    return ""


def compare_words(a: Title, b: Title, conflict: str) -> TitleSimilarity:
    """Compare titles word by word, forgiving slips, inflections and another word order."""
    only_a, only_b, slips, inflected = residue(a, b)
    shared = min(len(a.telling) - len(only_a), len(b.telling) - len(only_b))
    overlap = (2 * shared - 0.4 * inflected) / (len(a.telling) + len(b.telling))
    conflict = conflict or number_conflict(a, b, only_a, only_b)
    of_series = says_part(a, only_a) or says_part(b, only_b)
    if not (of_series or set(a.forms).isdisjoint(b.forms)):
        return TitleSimilarity("same", 1, "same title but for the name or a remark", conflict)
    marked = not (a.marks.isdisjoint(only_a) and b.marks.isdisjoint(only_b))
    near = not (inflected or marked) and is_near(only_a, only_b, slips, shared)
    if not conflict and (near or is_slip(a.whole, b.whole)):
        return TitleSimilarity("near", overlap, "same title but for its spelling")
    if not conflict and is_part(a, b) and not of_series:
        return TitleSimilarity("part", overlap, "one title is the beginning or end of the other")
    named = bool(a.name) and a.name == b.name
    if (overlap >= ALIKE and shared >= SHORTEST_PART) or (named and overlap >= ALIKE / 2):
        reason = f"titles alike ({round(100 * overlap)} % of the words)"
        return TitleSimilarity("alike", overlap, reason, conflict, named)
    return TitleSimilarity("different", overlap, "titles differ", conflict)


def residue(a: Title, b: Title) -> tuple[list[str], list[str], int, int]:
    """Give the telling words that only one title has, and how many were matched with a slip."""
    only_a = [word for word in a.telling if word not in b.bag]
    only_b = [word for word in b.telling if word not in a.bag]
    if len(only_a) * len(only_b) > MOST_RESIDUE:
        return only_a, only_b, 0, 0
    slips = inflected = 0
    for word in tuple(only_a):
        for other in only_b:
            if word[0] != other[0] and word[-1] != other[-1]:
                continue
            is_one = is_slip(word, other)
            if is_one or is_inflected(word, other):
                slips, inflected = slips + is_one, inflected + (not is_one)
                only_a.remove(word)
                only_b.remove(other)
                break
    return only_a, only_b, slips, inflected


def number_conflict(a: Title, b: Title, only_a: list[str], only_b: list[str]) -> str:
    """Say so where the titles count differently: other numbers, or one after a shared word."""
    if not (a.marks or b.marks):
        return ""
    marks_a = [word for word in only_a if word in a.marks]
    marks_b = [word for word in only_b if word in b.marks]
    if not (marks_a or marks_b):
        return ""
    if marks_a and marks_b:
        return f"other version or part: {' '.join(marks_a)} and {' '.join(marks_b)}"
    for title, marks, other in ((a, marks_a, b), (b, marks_b, a)):
        for before, word in zip(title.words, title.words[1:], strict=False):
            if word in marks and word.isdigit() and before in other.words:
                return f"other version or part: {before} {word} and {before}"
    return ""


def says_part(title: Title, own: list[str]) -> bool:
    """Tell whether a title says, and the other does not, which part it is: "... (Part II)"."""
    return bool(title.marks) and any(
        before in PARTED and word in own and word in title.marks
        for before, word in zip(title.words, title.words[1:], strict=False)
    )


def is_near(only_a: list[str], only_b: list[str], slips: int, shared: int) -> bool:
    """Tell whether nothing is left of either title but a few slips and words joined or parted."""
    left, right = "".join(only_a), "".join(only_b)
    return 2 * slips <= max(2, shared) and (left == right or is_slip(left, right))


def is_part(a: Title, b: Title) -> bool:
    """Tell whether one title is the other without its subtitle, its beginning or its end."""
    short, long = (b, a) if len(b.whole) < len(a.whole) else (a, b)
    if short.words == long.head:
        return True
    ends = long.words[-len(short.words) :] == short.words
    return len(short.telling) > SHORTEST_PART and (ends or long.whole.startswith(short.whole))
