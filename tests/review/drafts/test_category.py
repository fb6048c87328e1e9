"""Which category is proposed, and why?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.lists.listing import Category, Listing
from bot.review.drafts.category import MOST_PROPOSALS, FittingCategory, index_of, propose
from tests.review.works import CATALOG, FLASH, LISTING, PAGED, paper


def test_the_category_of_the_entries_with_the_same_rare_words_comes_first() -> None:
    papers = (
        *CATALOG.papers,
        paper("quant", "Quantized Caches for Serving"),
        paper("evict", "Evicting Tokens from the Cache"),
    )

    assert propose("Caching Tokens of Long Prompts", index_of(papers, LISTING)) == [
        FittingCategory(
            "caching", ("Evicting Tokens from the Cache", "Quantized Caches for Serving")
        )
    ]


def test_an_empty_list_answers_from_the_words_of_its_categories() -> None:
    assert propose("A Survey", index_of((), LISTING)) == [FittingCategory("surveys", ())]


@pytest.mark.parametrize("text", ["", "of the and", "Zebra", "!?", "\n"])
def test_what_nothing_is_like_gets_no_proposal(text: str) -> None:
    assert propose(text, index_of(CATALOG.papers, LISTING)) == []


def test_an_entry_that_is_left_out_does_not_vote_for_itself() -> None:
    assert propose("Tiling", index_of(CATALOG.papers, LISTING)) == [
        FittingCategory("kernels", (FLASH.title,))
    ]
    assert (
        propose("Tiling", index_of(CATALOG.papers, LISTING), but=CATALOG.papers.index(FLASH)) == []
    )


def test_an_entry_is_found_by_its_short_name_too() -> None:
    assert propose("vLLM", index_of(CATALOG.papers, LISTING)) == [
        FittingCategory("caching", (PAGED.title,))
    ]


def test_an_entry_votes_for_the_other_categories_that_it_stands_in() -> None:
    both = paper("both", "Zebra Stripes", also_in=("surveys",))

    assert propose("Zebra", index_of((both,), LISTING)) == [
        FittingCategory("caching", ("Zebra Stripes",)),
        FittingCategory("surveys", ()),
    ]


@given(st.text())
def test_any_text_gets_at_most_three_categories_of_the_list(text: str) -> None:
    found = [each.slug for each in propose(text, index_of(CATALOG.papers, LISTING))]

    assert len(found) == len(set(found)) <= MOST_PROPOSALS
    assert set(found) <= set(LISTING.by_slug)


def test_a_rare_word_says_more_than_one_that_every_entry_has() -> None:
    papers = (
        *(paper(f"cache-{number}", f"Serving Part{number}") for number in range(9)),
        paper("zebra", "Serving Zebra", category="kernels"),
        paper("horse", "Serving Horses", category="kernels"),
    )

    assert [each.slug for each in propose("Serving Zebra", index_of(papers, LISTING))] == [
        "kernels",
        "caching",
    ]


def test_an_abstract_speaks_where_the_title_does_not_and_less_than_the_title() -> None:
    index = index_of(CATALOG.papers, LISTING)
    abstract = "We propose tiling for attention that reads and writes less."

    assert propose("Zebra", index, abstract=abstract)[0].slug == "kernels"
    assert propose("Paged Memory", index, abstract=abstract)[0].slug == "caching"


def test_what_speaks_for_a_branch_speaks_for_its_categories() -> None:
    categories = (
        Category(slug="models", title="Models"),
        Category(slug="small", title="Small", parent="models"),
        Category(slug="large", title="Large", parent="models"),
        Category(slug="other", title="Other"),
    )
    under = Listing.model_validate(LISTING.model_dump() | {"categories": categories})
    papers = (
        paper("a", "Zebra Weights", category="small"),
        paper("b", "Zebra Layers", category="small"),
        paper("c", "Sparse Stripes", category="large"),
        paper("d", "Sparse Stripes Again", category="other"),
    )

    found = propose("Sparse Zebra Stripes", index_of(papers, under))

    assert [each.slug for each in found].index("large") < [each.slug for each in found].index(
        "other"
    )
