"""Does the comparison of two records say what a careful person would?"""

import pytest
from hypothesis import given, settings

from bot.dedupe.compare.verdict import compare_records
from bot.model.papers.record import Record
from tests.dedupe.examples import Case, cases, shown
from tests.dedupe.strategies import records


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_labelled_pair_is_judged_as_labelled(case: Case) -> None:
    assert shown(compare_records(case.a, case.b)) == case.expected


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_labelled_pair_is_judged_alike_the_other_way_round(case: Case) -> None:
    there, back = compare_records(case.a, case.b), compare_records(case.b, case.a)

    assert (there and there.verdict) == (back and back.verdict)
    assert (there and there.score) == (back and back.score)


@settings(deadline=None)
@given(records("a"), records("b"))
def test_the_order_of_two_records_makes_no_difference(a: Record, b: Record) -> None:
    there, back = compare_records(a, b), compare_records(b, a)

    assert (there and (there.verdict, there.score)) == (back and (back.verdict, back.score))


@settings(deadline=None)
@given(records("a"))
def test_a_well_known_record_is_a_duplicate_of_itself(record: Record) -> None:
    known = record._replace(title=f"{record.title} of some caches", authors=("Ada Lovelace",))

    match = compare_records(known, known)

    assert match
    assert match.verdict == "duplicate"


@settings(deadline=None)
@given(records("a"), records("b"))
def test_a_judgement_has_reasons_and_a_score(a: Record, b: Record) -> None:
    match = compare_records(a, b)

    if match:
        assert all(match.reasons)
        assert (match.verdict == "duplicate") == (match.score >= 0.9) or match.score == 0.9
        assert 0 <= match.score <= 1


def test_a_title_of_any_length_is_compared_at_once() -> None:
    long = "(a" * 40_000 + "x " * 40_000

    assert compare_records(Record("a", long), Record("b", long))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["Caches , ", "in a , 1999 , ", ". ", "abcdefghij"])
def test_a_title_of_many_pieces_is_compared_at_once(piece: str) -> None:
    a, b = (Record(key, key + piece * 5_000, authors=(piece * 500,)) for key in "ab")

    for _ in range(20):
        compare_records(a, b)
