"""What does the front page of a long list show of each category, whose works stand on pages?"""

from collections.abc import Iterator, Mapping, Sequence

from bot.markdown.escape import linked, text
from bot.model.papers.listing import Category, Listing
from bot.model.papers.paper import Paper
from bot.render.arrivals import newest_first
from bot.render.readme.layouts import LAYOUTS
from bot.render.readme.sections import EMPTY

SHOWN = 5


def newest(works: Mapping[str, Sequence[Paper]], listing: Listing, links: Mapping[str, str]) -> str:
    """Show of each top-level category, with those below it, the newest works and the way to all."""
    return "\n\n".join(
        part for top in listing.children(None) for part in _part(top, works, listing, links)
    )


def _part(
    top: Category,
    works: Mapping[str, Sequence[Paper]],
    listing: Listing,
    links: Mapping[str, str],
) -> Iterator[str]:
    slugs = [top.slug, *(category.slug for category, _ in listing.tree(top.slug))]
    found = {paper.id: paper for slug in slugs for paper in works.get(slug, ())}
    yield f"## {text(top.title)}"
    if top.description:
        yield text(top.description)
    if found:
        shown = newest_first(found.values())[:SHOWN]
        yield LAYOUTS[listing.readme.layout].body(shown, listing.readme)
    rest = f"All {len(found):,}" if found else EMPTY.rstrip(".")
    yield linked(f"{rest} in {text(top.title)}", links[top.slug])
