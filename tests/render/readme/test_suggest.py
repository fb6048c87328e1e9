"""Does every category have a link that opens the form for it?"""

from bot.model.lists.listing import Category, Listing
from bot.render.readme.sums.suggest import suggest

FORM = "../../issues/new?template=paper.yml&category="
LISTING = Listing(
    schema_version=1,
    title="A list",
    introduction="What it is.",
    categories=(
        Category(slug="serving", title="Serving [Systems] & more"),
        Category(slug="attention", title="Attention"),
        Category(slug="kernels", title="Kernels", parent="attention"),
        Category(slug="gpu", title="GPU", parent="kernels"),
    ),
)


def test_each_top_category_has_a_line_with_those_below_it() -> None:
    serving, attention = suggest(LISTING).split("\n")
    assert (
        serving == f"- [Serving \\[Systems\\] & more](<{FORM}Serving%20%5BSystems%5D%20%26%20more>)"
    )
    below = ", ".join(
        (
            f"[Kernels](<{FORM}Attention%20%2F%20Kernels>)",
            f"[GPU](<{FORM}Attention%20%2F%20Kernels%20%2F%20GPU>)",
        )
    )
    assert attention == f"- [Attention](<{FORM}Attention>): {below}"
