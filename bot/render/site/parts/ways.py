"""Where does a page lead: up to its categories, and to the search for what it shows?"""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from bot.model.lists.listing import Listing
from bot.render.addresses import category_path, home_path, relative

Step = tuple[str, str]


def search(question: Mapping[str, str | Sequence[str]], page: str) -> str:
    """Give the link to the search with this question, as it must stand in the page."""
    return f"{relative(home_path, page)}?{urlencode(question, doseq=True)}"


def steps(slug: str, page: str, listing: Listing) -> list[Step]:
    """Give the way from the front page down to a category: links, each with its title."""
    above = [above_slug for above_slug in _way(slug, listing) if category_path(above_slug) != page]
    return [
        (relative(home_path, page), "All"),
        *(
            (relative(category_path(above_slug), page), listing.by_slug[above_slug].title)
            for above_slug in above
        ),
    ]


def _way(slug: str, listing: Listing) -> list[str]:
    parent = listing.by_slug[slug].parent
    return [*_way(parent, listing), slug] if parent else [slug]
