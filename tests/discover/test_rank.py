"""Does the list's own ranker show first what is like the list, and say why?"""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from bot.discover import baselines
from bot.discover.measures import quality
from bot.discover.rank import ranked
from bot.discover.share import probabilities, wanted_share
from bot.discover.words import stems

PARTS = ("Paged", "Quantized", "Evicting", "Sharing", "Compressed", "Streaming")
THINGS = ("KV Cache", "Attention Kernel", "Weights", "Prefill", "Batches")
LISTED = [f"{part} {thing} for Fast Serving" for part, thing in product(PARTS, THINGS)]
# Newer than the list: they share a word it does not know, as the works of a new year do.
WANTED = [f"{part} {thing} in Agent Serving" for part, thing in product(PARTS[:4], THINGS[:4])]
OTHERS = [
    f"{what} {of} with Agents"
    for what, of in product(
        ("Diagnosing", "Teaching", "Translating", "Judging"),
        ("Patients", "Pupils", "Poems", "Lawsuits", "Harvests", "Markets", "Molecules", "Songs"),
    )
]
CANDIDATES = [*WANTED, *OTHERS]
IS_WANTED = [*(True for _ in WANTED), *(False for _ in OTHERS)]
TEXTS = st.lists(st.text(max_size=60), max_size=8)


def test_what_is_like_the_list_comes_first() -> None:
    scores = [score.value for score in ranked(LISTED, CANDIDATES)]

    assert quality(scores, IS_WANTED, [len(WANTED)]).first == (1.0,)


def test_a_candidate_says_by_its_own_words_why_it_fits() -> None:
    first = ranked(LISTED, CANDIDATES)[0]

    assert CANDIDATES[0] == "Paged KV Cache in Agent Serving"
    assert first.reasons == ("serving", "cache", "kv")


def test_what_fits_no_list_has_a_score_below_nought() -> None:
    assert all(score.value < 0 for score in ranked(LISTED, CANDIDATES)[len(WANTED) :])


def test_the_share_of_wanted_ones_is_guessed_from_how_the_list_scores() -> None:
    listed, others = ([stems(text) for text in texts] for texts in (LISTED, OTHERS))
    candidates = [*listed[::2], *others]

    assert 0.2 < wanted_share(listed[1::2], candidates) < 0.7
    assert wanted_share([], candidates) == wanted_share(listed, []) == 0


def test_the_probabilities_sum_to_as_many_as_are_wanted() -> None:
    listed, others = ([stems(text) for text in texts] for texts in (LISTED, OTHERS))
    candidates = [*listed[::2], *others]
    wanted = wanted_share(listed[1::2], candidates) * len(candidates)

    assert abs(sum(probabilities(listed[1::2], candidates)) - wanted) < 1e-6


@given(TEXTS, TEXTS)
def test_any_texts_have_scores_and_the_same_texts_the_same(
    listed: list[str], candidates: list[str]
) -> None:
    scores = ranked(listed, candidates)

    assert len(scores) == len(candidates)
    assert scores == ranked(listed, candidates)


def test_the_order_of_the_candidates_changes_no_score() -> None:
    forth = {score.reasons: round(score.value, 6) for score in ranked(LISTED, CANDIDATES)}
    back = {score.reasons: round(score.value, 6) for score in ranked(LISTED, CANDIDATES[::-1])}

    assert forth == back


def test_the_plain_rankers_put_the_same_first_but_for_the_words_that_are_new() -> None:
    for ranker in (baselines.log_odds, baselines.centroid, baselines.nearest):
        assert quality(ranker(LISTED, CANDIDATES), IS_WANTED, [8]).auc > 0.9
