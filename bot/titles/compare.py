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


class TitlePair(NamedTuple):
    """Two titles beside each other: what only one of them has, and what speaks against one work.

    `shared` telling words are in both, the share `overlap` of all.
    """

    a: ParsedTitle
    b: ParsedTitle
    left: Leftover
    shared: int
    overlap: float
    conflict: str
    doubt: str

    @property
    def of_series(self) -> bool:
        """Whether one of them says which part of several it is."""
        return says_part(self.a, self.left.of_a) or says_part(self.b, self.left.of_b)

    def related(self, relation: Relation, reason: str, doubt: str = "") -> TitleSimilarity:
        """Give the similarity of the two, if they relate so."""
        return TitleSimilarity(relation, self.overlap, reason, self.conflict, doubt)


def compare_words(a: ParsedTitle, b: ParsedTitle) -> TitleSimilarity:
    """Compare titles word by word, forgiving slips, inflections and another word order."""
    if a.whole == b.whole:
        return SAME
    fewer = min(len(a.bag), len(b.bag))
    if 3 * len(a.bag & b.bag) < fewer > SHORTEST_PART and not named_alike(a, b):
        return RUN_TOGETHER if are_run_together(a, b) else DIFFERENT
    pair = beside(a, b)
    steps = (but_for_a_remark, alike) if pair.conflict else STEPS
    if similarity := next(filter(None, (step(pair) for step in steps)), None):
        return similarity
    different = pair.related("different", DIFFERENT.reason, pair.doubt)
    return RUN_TOGETHER if are_run_together(a, b) else different


def beside(a: ParsedTitle, b: ParsedTitle) -> TitlePair:
    """Put two titles beside each other."""
    left = leftover(a, b)
    shared = min(len(a.telling) - len(left.of_a), len(b.telling) - len(left.of_b))
    overlap = (2 * shared - 0.4 * left.inflected) / (len(a.telling) + len(b.telling))
    conflict, doubt = numbers_differ(a, b, left.of_a, left.of_b)
    return TitlePair(a, b, left, shared, overlap, name_conflict(a, b) or conflict, doubt)


def but_for_a_remark(pair: TitlePair) -> TitleSimilarity | None:
    """Relate titles that are one without a name in front or a parenthesis."""
    if pair.of_series or set(pair.a.forms).isdisjoint(pair.b.forms):
        return None
    same = pair.related("same", "same title but for the name or a remark")
    return same._replace(overlap=1)


def but_for_spelling(pair: TitlePair) -> TitleSimilarity | None:
    """Relate titles that differ by slips, or by words that are joined or parted."""
    a, b, left = pair.a, pair.b, pair.left
    marked = not (a.marks.isdisjoint(left.of_a) and b.marks.isdisjoint(left.of_b))
    near = not (left.inflected or marked) and is_near(left, pair.shared)
    near = near or lost_ligatures("".join(left.of_a), "".join(left.of_b))
    # Of as many words, "CNN" and "RNN" are no slip; of others, words may have been run together.
    counted = any(word[0].isdigit() for word in (*left.of_a, *left.of_b))
    joined = len(a.words) != len(b.words) and not counted and is_slip(a.whole, b.whole)
    return pair.related("near", RUN_TOGETHER.reason) if near or joined else None


def but_for_numbers(pair: TitlePair) -> TitleSimilarity | None:
    """Relate titles of which each has its own number, and no more."""
    a, b, left = pair.a, pair.b, pair.left
    if not (pair.doubt and a.marks.issuperset(left.of_a) and b.marks.issuperset(left.of_b)):
        return None
    return pair.related("near", "same title but for its numbers", pair.doubt)


def but_for_a_part(pair: TitlePair) -> TitleSimilarity | None:
    """Relate titles of which one is the other's beginning or end."""
    part = "" if pair.of_series else part_of(pair.a, pair.b)
    if not part:
        return None
    numbers = [word for word in (*pair.left.of_a, *pair.left.of_b) if word.isdigit()]
    doubt = f"a number in one title alone: {' '.join(numbers)}" if numbers else ""
    return pair.related(part, f"one title is the {PARTS[part]} of the other", doubt)


def alike(pair: TitlePair) -> TitleSimilarity | None:
    """Relate titles that share most of their words, or a name in front."""
    enough = pair.shared >= SHORTEST_PART or (pair.overlap >= CLOSE and pair.shared > 1)
    in_words = pair.overlap >= ALIKE and enough
    distinct = pair.a.distinct or pair.b.distinct
    same_name = named_alike(pair.a, pair.b) and (distinct or pair.overlap >= ALIKE / 2)
    if not (in_words or same_name):
        return None
    share = f"titles alike ({round(100 * pair.overlap)} % of the words)"
    reason = share if in_words else f"same name in front, {share}"
    within = not (pair.left.of_a and pair.left.of_b)
    similarity = pair.related("alike", reason, pair.doubt)
    return similarity._replace(same_name=same_name, within=within)


# In this order: what is one title is no part of the other, and what is a part is more than alike.
STEPS = (but_for_a_remark, but_for_spelling, but_for_numbers, but_for_a_part, alike)


def are_run_together(a: ParsedTitle, b: ParsedTitle) -> bool:
    """Tell whether of two titles one has its words run together, and is the other but for that."""
    return (a.joined or b.joined) and is_run_together(a.whole, b.whole)


def part_of(a: ParsedTitle, b: ParsedTitle) -> Literal["part", "end", ""]:
    """Tell whether one title is the other without its subtitle, its end or its beginning."""
    short, long = (b, a) if len(b.whole) < len(a.whole) else (a, b)
    if short.words == long.head:
        return "part"
    if len(short.telling) < SHORTEST_PART:
        return ""
    ends = long.words[-len(short.words) :] == short.words
    return "part" if long.whole.startswith(short.whole) else "end" if ends else ""
