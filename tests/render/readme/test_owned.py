"""Do a category's rows stand where the owner of a README has them, and all others below?"""

import pytest

from bot.errors import InvalidError
from bot.model.lists.listing import Category, Listing, Readme
from bot.model.papers.paper import Catalog, Printed
from bot.model.paths import README
from bot.render.readme.readme import fresh
from tests.review.works import paper

LISTING = Listing(
    schema_version=1,
    title="A List",
    introduction="For tests.",
    categories=(
        Category(slug="caching", title="KV Cache", description="Keys *and* values."),
        Category(slug="kernels", title="Kernels"),
        Category(slug="surveys", title="Surveys", parent="kernels"),
        Category(slug="empty", title="Empty"),
    ),
    renamed={"cache": "caching"},
    readme=Readme(layout="numbered", order="as is"),
)


def placed(id_: str, title: str, key: str = "", **fields: object) -> object:
    """Make an entry, which has a place in its owner's order where a key is given."""
    printed = (Printed(category="caching", key=key, text=None),) if key else ()
    return paper(id_, title, printed=printed, **fields)


PAPERS = (
    placed("one", "One", "b"),
    placed("two", "Two", "d"),
    placed("newer", "Newer", added="2026-02-02"),
    placed("new", "New", added="2026-01-01"),
    placed("survey", "A Survey", category="surveys"),
)
CATALOG = Catalog.model_validate({"schema_version": 1, "papers": PAPERS})
OWNED = """# Ours

Words.

<!-- bot:papers:cache -->
<!-- /bot:papers:cache -->

More words.

<!-- bot:papers:cache:c -->
<!-- /bot:papers:cache:c -->

<!-- bot:contents -->
<!-- /bot:contents -->

<!-- bot:papers -->
<!-- /bot:papers -->
"""


def shown(readme: str, listing: Listing = LISTING) -> str:
    return fresh({README: readme}, CATALOG, listing).whole[README]


def between(text: str, name: str) -> str:
    """Give what stands in a block."""
    return text.partition(f"<!-- bot:{name} -->\n")[2].partition(f"<!-- /bot:{name} -->")[0].strip()


def test_rows_stand_in_the_part_of_their_place_and_new_ones_where_new_ones_come() -> None:
    text = shown(OWNED)

    assert between(text, "papers:cache") == "1. One"
    assert between(text, "papers:cache:c") == "1. Two\n1. New\n1. Newer"


def test_new_rows_come_first_where_the_owner_has_them_so() -> None:
    first = LISTING.model_copy(
        update={"readme": LISTING.readme.model_copy(update={"new": "first"})}
    )
    text = shown(OWNED, first)

    assert between(text, "papers:cache") == "1. Newer\n1. New\n1. One"
    assert between(text, "papers:cache:c") == "1. Two"


def test_works_of_a_category_without_a_place_stand_in_the_common_block_under_its_whole_path() -> (
    None
):
    text = shown(OWNED)

    assert between(text, "papers") == "## Kernels / Surveys\n\n1. A Survey"
    assert "# Ours\n\nWords.\n\n" in text
    assert "\n\nMore words.\n\n" in text


def test_the_contents_lead_to_the_owners_heading_and_to_ours() -> None:
    assert between(shown(OWNED), "contents").split("\n") == [
        "- [KV Cache](#ours)",
        "- [Kernels](#kernels--surveys)",
        "  - [Surveys](#kernels--surveys)",
        "- [Empty](#)",
    ]


def test_without_parts_of_their_own_all_categories_stand_in_the_common_block() -> None:
    text = between(shown("<!-- bot:papers -->\n<!-- /bot:papers -->\n"), "papers")

    assert text == (
        "## KV Cache\n\nKeys \\*and\\* values.\n\n1. One\n1. Two\n1. New\n1. Newer\n\n"
        "## Kernels\n\n### Surveys\n\n1. A Survey\n\n## Empty\n\nNo entries yet."
    )


def test_a_part_of_a_category_that_the_list_does_not_have_is_refused_with_its_line() -> None:
    with pytest.raises(InvalidError) as raised:
        shown(OWNED.replace("papers:cache:c", "papers:kernel").replace("papers:cache", "papers:zz"))

    said = "data/list.toml has no category with this slug; "
    problems = raised.value.problems
    assert [(each.field, each.value, each.message.removeprefix(said)) for each in problems] == [
        ("README.md:5", "papers:zz", "delete both marks"),
        ("README.md:10", "papers:kernel", "did you mean papers:kernels?"),
    ]
