"""Which link opens the form with a category chosen already?

One line for each top-level category. The links are relative to the README's place in the
repository, so that they lead to its own issues wherever it is kept, a fork or a copy included; they
name no labels, which would be a 404 for whoever may not set them.
"""

from bot.markdown.escape import linked, text
from bot.model.lists.listing import Category, Listing
from bot.render.form_link import empty_link

# From the page that shows README.md on GitHub, /owner/name/blob/branch.
_HOME = "../.."


def suggest(listing: Listing) -> str:
    """Write the links as a list."""
    options = {slug: option for option, slug in listing.options()}
    lines = []
    for category in listing.children(None):
        links = ", ".join(
            _link(below, options)
            for below in listing.categories
            if below.parent and listing.top(below.slug) == category
        )
        lines.append(f"- {_link(category, options)}" + (f": {links}" if links else ""))
    return "\n".join(lines)


def _link(category: Category, options: dict[str, str]) -> str:
    return linked(text(category.title), empty_link(_HOME, options[category.slug]))
