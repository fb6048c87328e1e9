"""Which category is proposed, and why?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.review.category import MOST_PROPOSALS, Proposal, propose
from tests.review.works import CATALOG, FLASH, LISTING, PAGED, paper


def test_the_category_of_the_entries_with_the_same_rare_words_comes_first() -> None:
    papers = (
        *CATALOG.papers,
        paper("quant", "Quantized Caches for Serving"),
        paper("evict", "Evicting Tokens from the Cache"),
    )

    assert propose("Caching Tokens of Long Prompts", papers, LISTING) == [
        Proposal("caching", ("Evicting Tokens from the Cache", "Quantized Caches for Serving"))
    ]


def test_an_empty_list_answers_from_the_words_of_its_categories() -> None:
    assert propose("A Survey", (), LISTING) == [Proposal("surveys", ())]


@pytest.mark.parametrize("text", ["", "of the and", "Zebra", "!?", "\n"])
def test_what_nothing_is_like_gets_no_proposal(text: str) -> None:
    assert propose(text, CATALOG.papers, LISTING) == []


def test_an_entry_that_is_left_out_does_not_vote_for_itself() -> None:
    assert propose("Tiling", CATALOG.papers, LISTING) == [Proposal("kernels", (FLASH.title,))]
    assert propose("Tiling", CATALOG.papers, LISTING, but="flash") == []


def test_an_entry_is_found_by_its_short_name_too() -> None:
    assert propose("vLLM", CATALOG.papers, LISTING) == [Proposal("caching", (PAGED.title,))]


def test_an_entry_votes_for_the_other_categories_that_it_stands_in() -> None:
    both = paper("both", "Zebra Stripes", also_in=("surveys",))

    assert propose("Zebra", (both,), LISTING) == [
        Proposal("caching", ("Zebra Stripes",)),
        Proposal("surveys", ()),
    ]


@given(st.text())
def test_any_text_gets_at_most_three_categories_of_the_list(text: str) -> None:
    found = [each.slug for each in propose(text, CATALOG.papers, LISTING)]

    assert len(found) == len(set(found)) <= MOST_PROPOSALS
    assert set(found) <= set(LISTING.by_slug)


def test_a_rare_word_says_more_than_one_that_every_entry_has() -> None:
    papers = (
        *(paper(f"cache-{number}", f"Serving Part{number}") for number in range(9)),
        paper("zebra", "Serving Zebra", category="kernels"),
        paper("horse", "Serving Horses", category="kernels"),
    )

    assert [each.slug for each in propose("Serving Zebra", papers, LISTING)] == [
        "kernels",
        "caching",
    ]
