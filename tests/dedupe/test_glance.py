"""Are only records ruled out at a glance that are two works?"""

import pytest
from hypothesis import given, settings

from bot.dedupe.compare.verdict import compare_records
from bot.dedupe.parse.records import parse_record
from bot.dedupe.search.glance import far_apart
from bot.model.record import Record
from tests.dedupe.strategies import records

CACHES = Record("a", "Sparse Caches Serve Long Contexts Well", authors=("Ada Lovelace",), year=2020)
NEAR = [
    CACHES._replace(title="Sprase Cahces Serve Lnog Contexts Well", authors=()),
    CACHES._replace(title="Sparse Cachse Serve Lnog Contxts Well", authors=("Ada Lovelcae",)),
    CACHES._replace(title="Dense Caches Serve Long Contexts Badly"),
    CACHES._replace(title="Caches Serve Long Contexts", authors=("Lovelace",), year=2021),
    CACHES._replace(authors=("Grace Hopper",), year=2011),
    CACHES._replace(title="Caches"),
]
FAR = [
    CACHES._replace(title="Sparse Graphs Make Small Networks Fast"),
    CACHES._replace(title="Long Sparse Caches Make Answers Short", authors=("Grace Hopper",)),
    CACHES._replace(title="Long Sparse Caches Make Answers Short", authors=()),
    CACHES._replace(title=f"{CACHES.title} Again", authors=("Grace Hopper",), year=2011),
]


@pytest.mark.parametrize("other", NEAR)
def test_what_may_be_one_work_is_looked_at(other: Record) -> None:
    assert not far_apart(parse_record(CACHES), parse_record(other))


@pytest.mark.parametrize("other", FAR)
def test_what_has_little_in_common_is_not(other: Record) -> None:
    assert far_apart(parse_record(CACHES), parse_record(other))
    assert compare_records(CACHES, other) is None


@settings(deadline=None)
@given(records(), records())
def test_a_glance_from_either_side_sees_the_same(a: Record, b: Record) -> None:
    assert far_apart(parse_record(a), parse_record(b)) == far_apart(
        parse_record(b), parse_record(a)
    )
    assert not far_apart(parse_record(a), parse_record(a))
