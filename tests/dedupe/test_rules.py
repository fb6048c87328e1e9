"""Is every rule about two records needed: does it decide a pair of the examples?"""

import pytest

from bot.dedupe.compare.citations import compare_cited
from bot.dedupe.compare.comparison import DOUBTS, Comparison, DoubtRule, as_said, believed
from bot.dedupe.compare.same_title import (
    NO_AUTHORS,
    OTHER_AUTHORS,
    SHARED_AUTHORS,
    SameTitleRule,
    rule_for,
)
from bot.dedupe.parse.records import parse_record
from tests.dedupe.examples import cases


def said() -> list[Comparison]:
    """Give what the records of every example say."""
    read = [(parse_record(case.a), parse_record(case.b)) for case in cases()]
    return [as_said(*compare_cited(a, b)) for a, b in read]


SAID = said()
OF_ONE_TITLE = [believed(each) for each in SAID if each.title.relation in {"same", "near"}]
DECIDED = {id(rule_for(each)) for each in OF_ONE_TITLE}


@pytest.mark.parametrize(
    "rule", [*OTHER_AUTHORS, *NO_AUTHORS, *SHARED_AUTHORS], ids=lambda rule: rule.because
)
def test_a_rule_decides_an_example(rule: SameTitleRule) -> None:
    assert id(rule) in DECIDED


@pytest.mark.parametrize("doubt", DOUBTS, ids=lambda doubt: doubt.because)
def test_a_doubt_changes_what_an_example_says(doubt: DoubtRule) -> None:
    doubted = [each for each in SAID if doubt.holds(each)]

    assert any(doubt.taken_back(each) != each for each in doubted)


def test_every_rule_says_why() -> None:
    assert all(rule.because for rule in (*OTHER_AUTHORS, *NO_AUTHORS, *SHARED_AUTHORS, *DOUBTS))
