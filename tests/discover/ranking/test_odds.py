"""What do the words of a text say for it?"""

from math import log

import pytest

from bot.discover.ranking.odds import scores, shrunk, smoothed


def test_a_share_is_compared_as_if_each_word_stood_in_half_a_text_more() -> None:
    assert smoothed(3, 6, 1, 9) == pytest.approx(log(3.5 / 7) - log(1.5 / 10))
    assert smoothed(0, 4, 0, 4) == 0


def test_a_word_that_one_side_lacks_says_the_same_however_large_that_side_is() -> None:
    assert shrunk(1, 500, 0, 90) > 0 > shrunk(0, 500, 1, 90)
    assert smoothed(1, 500, 0, 90) < 0  # which is why
    assert shrunk(2, 10, 1, 20) == pytest.approx(log(2.1 / 11) - log(1.1 / 21))
    assert shrunk(0, 5, 0, 5) == 0


def test_what_a_candidate_alone_holds_does_not_speak_against_it() -> None:
    listed, alone, like = frozenset({"cache"}), frozenset({"poems"}), frozenset({"cache"})

    assert scores([listed], [alone, like], [0.0, 0.0]) == pytest.approx([0.0, log(0.75 / 0.25)])


def test_what_is_thought_to_be_wanted_speaks_for_what_is_like_it_and_not_for_itself() -> None:
    texts = [frozenset({"draft"}), frozenset({"draft"}), frozenset({"poems"})]
    unsure = scores([], texts, [0.0, 0.0, 0.0])
    sure = scores([], texts, [1.0, 0.0, 0.0])

    assert sure[1] > unsure[1]
    assert sure[0] == pytest.approx(smoothed(0, 0, 1, 2))
