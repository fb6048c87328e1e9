"""How alike are two titles, and does something in them say that they are two works?"""

from typing import Literal, NamedTuple

from bot.text.spelling import is_slip, lost_ligatures
from bot.titles.leftover import Leftover, is_near, is_run_together, leftover
from bot.titles.numbers import name_conflict, named_alike, numbers_differ, says_part
from bot.titles.read import ParsedTitle, read_title
from bot.titles.short_forms import written_short

Relation = Literal["same", "near", "part", "end", "alike", "different"]

SHORTEST_PART = 3
ALIKE = 0.5
CLOSE = 0.65
PARTS = {"part": "beginning", "end": "end"}


class TitleSimilarity(NamedTuple):
    """How two titles relate: `overlap` between 0 and 1, `reason` for a person.

    "part" is the beginning of the other, or it without its subtitle, "end" its end. `conflict` says
    what makes them two works, however alike they are; `doubt` that numbers differ, as those of one
    work do where it was revised; `same_name` whether both have one name that is hardly another
    work's ("SGLang: ..."), `within` whether one has no telling word that the other lacks.
    """

    relation: Relation
    overlap: float
    reason: str
    conflict: str = ""
    doubt: str = ""
    same_name: bool = False
    within: bool = False


SAME = TitleSimilarity("same", 1, "same title")
DIFFERENT = TitleSimilarity("different", 0, "titles differ")
RUN_TOGETHER = TitleSimilarity("near", 0.9, "same title but for its spelling")


def one_title(a: str, b: str) -> bool:
    """Tell whether two texts are one work's title: but for spelling, a name or a subtitle."""
    similarity = compare_titles(read_title(a), read_title(b))
    alike = similarity.relation in {"same", "near", "part", "end"}
    return alike and not (similarity.conflict or similarity.doubt)


def compare_titles(a: ParsedTitle, b: ParsedTitle) -> TitleSimilarity:
    """Compare two titles; the order of the two does not matter."""
    if b.whole < a.whole:
        a, b = b, a
    if a.notice != b.notice:
        return TitleSimilarity("different", 0, "", "one is a notice about the other")
    if not (a.words and b.words):
        return TitleSimilarity("different", 0, "no title to compare")
    similarity = compare_words(a, b)
    if similarity.relation in {"same", "near"}:
        return similarity
    for left, right in written_short(a, b):
        other = compare_words(left, right)
        if rank(other) > rank(similarity):
            similarity = other._replace(reason=f"{other.reason}, but for a short form")
    return similarity


def rank(similarity: TitleSimilarity) -> int:
    """Give how much a relation says for one work."""
    return ("different", "alike", "end", "part", "near", "same").index(similarity.relation)


def compare_words(a: ParsedTitle, b: ParsedTitle) -> TitleSimilarity:
    """Compare titles word by word, forgiving slips, inflections and another word order."""
    if a.whole == b.whole:
        return SAME
    fewer = min(len(a.bag), len(b.bag))
    if 3 * len(a.bag & b.bag) < fewer > SHORTEST_PART and not named_alike(a, b):
        return of_joined(a, b, DIFFERENT)
    left = leftover(a, b)
    shared = min(len(a.telling) - len(left.of_a), len(b.telling) - len(left.of_b))
    overlap = (2 * shared - 0.4 * left.inflected) / (len(a.telling) + len(b.telling))
    conflict, doubt = numbers_differ(a, b, left.of_a, left.of_b)
    similarity = TitleSimilarity(
        "different", overlap, "titles differ", name_conflict(a, b) or conflict
    )
    similarity = similarity._replace(doubt=doubt)
    return of_one(a, b, left, shared, similarity) or of_alike(a, b, left, shared, similarity)


def of_one(
    a: ParsedTitle, b: ParsedTitle, left: Leftover, shared: int, similarity: TitleSimilarity
) -> TitleSimilarity | None:
    """Give the similarity of what is one title but for a remark, its spelling or a part of it."""
    of_series = says_part(a, left.of_a) or says_part(b, left.of_b)
    if not (of_series or set(a.forms).isdisjoint(b.forms)):
        reason = "same title but for the name or a remark"
        return similarity._replace(relation="same", overlap=1, reason=reason, doubt="")
    if similarity.conflict:
        return None
    marked = not (a.marks.isdisjoint(left.of_a) and b.marks.isdisjoint(left.of_b))
    near = not (left.inflected or marked) and is_near(left, shared)
    near = near or lost_ligatures("".join(left.of_a), "".join(left.of_b))
    # Of as many words, "CNN" and "RNN" are no slip; of others, words may have been run together.
    counted = any(word[0].isdigit() for word in (*left.of_a, *left.of_b))
    if near or (len(a.words) != len(b.words) and not counted and is_slip(a.whole, b.whole)):
        return similarity._replace(
            relation="near", reason="same title but for its spelling", doubt=""
        )
    if similarity.doubt and a.marks.issuperset(left.of_a) and b.marks.issuperset(left.of_b):
        return similarity._replace(relation="near", reason="same title but for its numbers")
    if not of_series and (part := part_of(a, b)):
        numbers = [word for word in (*left.of_a, *left.of_b) if word.isdigit()]
        doubt = f"a number in one title alone: {' '.join(numbers)}" if numbers else ""
        reason = f"one title is the {PARTS[part]} of the other"
        return similarity._replace(relation=part, reason=reason, doubt=doubt)
    return None


def of_alike(
    a: ParsedTitle, b: ParsedTitle, left: Leftover, shared: int, similarity: TitleSimilarity
) -> TitleSimilarity:
    """Give the similarity of titles that share a name or most of their words, or do not."""
    enough = shared >= SHORTEST_PART or (similarity.overlap >= CLOSE and shared > 1)
    is_alike = similarity.overlap >= ALIKE and enough
    distinct = a.distinct or b.distinct
    same_name = named_alike(a, b) and (distinct or similarity.overlap >= ALIKE / 2)
    if not (is_alike or same_name):
        return of_joined(a, b, similarity)
    alike = f"titles alike ({round(100 * similarity.overlap)} % of the words)"
    reason = alike if is_alike else f"same name in front, {alike}"
    within = not (left.of_a and left.of_b)
    return similarity._replace(relation="alike", reason=reason, same_name=same_name, within=within)


def of_joined(a: ParsedTitle, b: ParsedTitle, similarity: TitleSimilarity) -> TitleSimilarity:
    """Give the similarity of titles of which one may have its words run together."""
    joined = (a.joined or b.joined) and is_run_together(a.whole, b.whole)
    return RUN_TOGETHER if joined else similarity


def part_of(a: ParsedTitle, b: ParsedTitle) -> Literal["part", "end", ""]:
    """Tell whether one title is the other without its subtitle, its end or its beginning."""
    short, long = (b, a) if len(b.whole) < len(a.whole) else (a, b)
    if short.words == long.head:
        return "part"
    if len(short.telling) < SHORTEST_PART:
        return ""
    ends = long.words[-len(short.words) :] == short.words
    return "part" if long.whole.startswith(short.whole) else "end" if ends else ""
