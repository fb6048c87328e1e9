"""Does every choice of the form lead back to exactly one category?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.form import read
from bot.model.form import NOT_SURE, PAPER_FORM
from bot.model.lists.listing import Category, Listing

HOSTILE_TITLES = [
    "None",
    NOT_SURE,
    "_No response_",
    "### Venue",
    "```text",
    "~~~",
    " ",
    "A",
    "A / B",
]


def listing(*categories: Category) -> Listing:
    """Make a list that has nothing but categories."""
    return Listing(schema_version=1, title="A list", introduction="Papers.", categories=categories)


@st.composite
def listings(draw: st.DrawFn) -> Listing:
    """Make a list whose categories' titles are anything that `list.toml` allows."""
    drawn = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1)
    titles = draw(st.lists(st.sampled_from(HOSTILE_TITLES) | drawn, min_size=1, max_size=12))
    categories = []
    for number, title in enumerate(titles):
        parent = draw(st.sampled_from([None, *range(number)]))
        above = None if parent is None else f"c-{parent}"
        categories.append(Category(slug=f"c-{number}", title=title, parent=above))
    return listing(*categories)


@given(listings())
def test_every_choice_read_from_a_body_leads_back_to_its_category(categories: Listing) -> None:
    assert sorted(slug for _, slug in categories.options()) == sorted(categories.by_slug)
    for option, slug in categories.options():
        body = f"### Paper link(s)\n\n```text\nx\n```\n\n### Category\n\n{option}\n\n### Title\n\ny"
        reading = read(body, PAPER_FORM)

        assert reading.ambiguous == {}
        assert categories.category_of(reading.values["category"]) == slug
        assert categories.category_of(slug) == slug


@given(listings(), st.text())
def test_not_sure_is_no_category_whatever_they_are_called(categories: Listing, text: str) -> None:
    assert categories.category_of(NOT_SURE) is None
    assert categories.category_of(text) in {None, *categories.by_slug}


SERVING = listing(
    Category(slug="serving", title="Serving"),
    Category(slug="cache", title="KV cache,  paging", parent="serving"),
    Category(slug="serving-surveys", title="Surveys", parent="serving"),
    Category(slug="training", title="Training"),
    Category(slug="training-surveys", title="Surveys", parent="training"),
    Category(slug="long", title="x" * 300),
)


def test_the_choices_stand_in_reading_order_with_the_titles_above_them() -> None:
    assert dict(SERVING.options()) == {
        "Serving": "serving",
        "Serving / KV cache, paging": "cache",
        "Serving / Surveys": "serving-surveys",
        "Training": "training",
        "Training / Surveys": "training-surveys",
        f"{'x' * 100} (long)": "long",
    }


@pytest.mark.parametrize(
    ("answer", "slug"),
    [
        ("Serving / Surveys", "serving-surveys"),
        ("serving /  surveys", "serving-surveys"),
        ("kv cache, paging", "cache"),
        ("TRAINING-SURVEYS", "training-surveys"),
        ("Surveys", None),
        ("Not sure", None),
        ("Compilers", None),
        ("", None),
    ],
    ids=repr,
)
def test_a_category_is_found_by_what_people_call_it(answer: str, slug: str | None) -> None:
    assert SERVING.category_of(answer) == slug
