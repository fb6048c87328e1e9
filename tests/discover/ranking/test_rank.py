"""Does the list's own ranker show first what is like the list, and say why?"""

from collections.abc import Sequence
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discover.measures import quality
from bot.discover.ranking import baselines
from bot.discover.ranking.rank import ranked
from bot.discover.ranking.share import probabilities, wanted_share
from bot.discover.ranking.words import only_frequent, stems

PARTS = ("Paged", "Quantized", "Evicting", "Sharing", "Compressed", "Streaming", "Pruned", "Tiled")
THINGS = ("KV Cache", "Attention Kernel", "Weights", "Prefill", "Batches", "Decoding")
WAYS = ("for Fast Serving", "in Practice", "with Agents", "at Scale")
SUBJECTS = ("Diagnosing", "Teaching", "Translating", "Judging")
OBJECTS = ("Patients", "Pupils", "Poems", "Lawsuits", "Harvests", "Markets", "Molecules", "Songs")
DRAW = Random(7)  # drawn once, so that how a title ends tells nothing of what it is about


def drawn(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Give a title for each pair, in no order."""
    titles = [f"{one} {other} {DRAW.choice(WAYS)}" for one, other in product(first, second)]
    DRAW.shuffle(titles)
    return titles


OURS, OTHERS = drawn(PARTS, THINGS), drawn(SUBJECTS, OBJECTS)
LISTED, WANTED = OURS[:24], OURS[24:]
CANDIDATES = [*WANTED, *OTHERS]
IS_WANTED = [*(True for _ in WANTED), *(False for _ in OTHERS)]
TEXTS = st.lists(st.text(max_size=60), max_size=8)


def test_what_is_like_the_list_comes_first() -> None:
    measured = quality([score.value for score in ranked(LISTED, CANDIDATES)], IS_WANTED, [10])

    assert measured.first == (1.0,)
    assert measured.auc > 0.9


def test_a_candidate_says_by_its_own_words_why_it_fits() -> None:
    [score] = [score for title, score in zip(CANDIDATES, ranked(LISTED, CANDIDATES), strict=True)
               if title == "Compressed KV Cache for Fast Serving"]  # fmt: skip

    assert score.reasons == ("compressed",)


def test_no_word_that_speaks_against_a_candidate_is_a_reason() -> None:
    scores = ranked(LISTED, CANDIDATES)

    assert {
        score.reasons for score, wanted in zip(scores, IS_WANTED, strict=True) if not wanted
    } == {()}


def test_a_word_that_few_texts_hold_tells_nothing() -> None:
    texts = [frozenset({"a", "b"}), frozenset({"a"}), frozenset({"a", "c"})]

    assert only_frequent(texts, 2) == [{"a"}, {"a"}, {"a"}]
    assert only_frequent(texts, 1) == texts


def test_what_has_a_score_above_nought_is_mostly_like_the_list() -> None:
    scores = ranked(LISTED, CANDIDATES)
    fitting = [wanted for score, wanted in zip(scores, IS_WANTED, strict=True) if score.value > 0]

    assert sum(fitting) > 0.8 * len(fitting) > 0.5 * len(WANTED)


def test_the_share_of_wanted_ones_is_guessed_from_how_the_list_scores() -> None:
    listed, found = ([stems(text) for text in texts] for texts in (LISTED, CANDIDATES))
    share = wanted_share(listed, found)

    assert 0.2 < share < 0.7
    assert wanted_share([], found) == wanted_share(listed, []) == 0
    assert abs(sum(probabilities(listed, found)) - share * len(found)) < 1e-6


@pytest.mark.parametrize("size", [3, len(LISTED)])
def test_what_one_candidate_alone_holds_says_nothing_of_how_many_are_wanted(size: int) -> None:
    listed, plain = ([stems(text) for text in texts] for texts in (LISTED[:size], CANDIDATES))
    alone = [text | {f"{word} {at}" for word in range(40)} for at, text in enumerate(plain)]
    in_two = [text | {f"{word} {at // 2}" for word in range(40)} for at, text in enumerate(plain)]

    assert wanted_share(listed, alone) == wanted_share(listed, plain)
    assert wanted_share(listed, in_two) != wanted_share(listed, plain)


@given(TEXTS, TEXTS)
def test_any_texts_have_scores_and_the_same_texts_the_same(
    listed: list[str], candidates: list[str]
) -> None:
    scores = ranked(listed, candidates)

    assert len(scores) == len(candidates)
    assert scores == ranked(listed, candidates)


def test_the_order_of_the_candidates_changes_no_score() -> None:
    forth, back = ranked(LISTED, CANDIDATES), ranked(LISTED, CANDIDATES[::-1])

    assert [score.reasons for score in forth] == [score.reasons for score in back[::-1]]
    assert [score.value for score in forth] == pytest.approx([score.value for score in back[::-1]])


def test_the_plain_rankers_put_the_same_first() -> None:
    for ranker in (baselines.log_odds, baselines.centroid, baselines.nearest):
        assert quality(ranker(LISTED, CANDIDATES), IS_WANTED, [8]).auc > 0.9
