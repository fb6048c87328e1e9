"""Are records that were cited in many ways one group, and thousands of copies of one record too?"""

from itertools import combinations

import pytest

from bot.dedupe.parse.records import ParsedRecord, parse_record
from bot.dedupe.search.candidates import candidates
from bot.dedupe.search.groups import groups_of, left_to_compare
from bot.dedupe.search.scan import pairs, pairs_across
from bot.model.papers.match import Match
from bot.model.papers.record import Record

SEVERAL = 500
COPY = Record(
    "0", "Sparse Caches for Long Contexts", authors=("Ada Lovelace", "Grace Hopper"), year=2020
)


def certain(a: int, b: int) -> Match:
    return Match(str(a), str(b), "duplicate", 1, ("same title",))


def test_pairs_that_share_a_record_are_one_group() -> None:
    found = [(5, 7), (1, 2), (2, 9), (7, 8), (3, 4), (9, 1)]

    assert list(groups_of(found)) == [[1, 2, 9], [3, 4], [5, 7, 8]]


def test_only_what_was_not_compared_within_a_group_is_left() -> None:
    judged = {(0, 1): certain(0, 1), (1, 2): certain(1, 2), (3, 4): certain(3, 4)}

    assert left_to_compare(judged) == [(0, 2)]
    assert left_to_compare(judged, split=2) == [(0, 2)]
    assert left_to_compare(judged, split=3) == []


@pytest.mark.parametrize(
    "copy",
    [COPY, COPY._replace(authors=()), COPY._replace(ids=("doi:10.1/x",)), COPY._replace(year=None)],
    ids=["told", "without authors", "with an id", "without a year"],
)
def test_copies_of_one_record_are_one_group_without_all_their_pairs(copy: Record) -> None:
    copies = [copy._replace(key=str(number)) for number in range(SEVERAL)]

    found = pairs(copies)

    assert list(groups_of((int(m.a), int(m.b)) for m in found)) == [list(range(SEVERAL))]
    assert len(found) < 40 * SEVERAL


def test_spellings_that_share_little_are_found_through_a_third() -> None:
    whole = "Sparse Caches Serve Long Contexts in Small Rooms of Many Bees"
    titles = [
        *(f"{word} {whole}" for word in ("Lovelace, A.:", "Hopper, G.:")),
        *(f"{whole}, {rest}" for rest in ("Proc. VLDB '99", "ACM SIGMOD Int")),
        whole,
        whole.replace("Caches Serve", "CachesServe"),
        whole.replace("Long", "Lnog").replace("Small", "Samll"),
    ]
    cited = [COPY._replace(key=str(at), title=title, year=None) for at, title in enumerate(titles)]

    found = {(m.a, m.b) for m in pairs(cited)}

    assert found == {(a.key, b.key) for a, b in combinations(cited, 2)}
    assert {(m.a, m.b) for m in pairs_across(cited[:3], cited[3:])} == {
        (a.key, b.key) for a in cited[:3] for b in cited[3:]
    }


def test_what_is_compared_of_near_equal_titles_hardly_grows_faster_than_they() -> None:
    def near(size: int) -> list[ParsedRecord]:
        title = "Sparse Caches for Long Contexts in Small Rooms of Bees, Hive"
        made = [f"{title} {chr(97 + at % 26)}{at}" for at in range(size)]
        return [parse_record(COPY._replace(key=each, title=each)) for each in made]

    few, many = len(candidates(near(300))), len(candidates(near(1200)))

    assert few > 300
    assert many <= 5 * few
