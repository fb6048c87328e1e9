"""What does the front page of a long list show of each category, whose works stand on pages?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.markdown.escape import link, linked, text
from bot.model.lists.listing import Category, Listing
from bot.model.papers.paper import Paper
from bot.render.arrivals import newest_first
from bot.render.readme.documents.sections import EMPTY
from bot.render.readme.layouts import LAYOUTS
from bot.render.readme.sums.sums import NOTHING
from bot.render.work import linked_title, venue

SHOWN = 5


class Around(NamedTuple):
    """What is not told by the entries: "" and None for what is not known.

    `site` is the address of the list's pages where the list's configuration does not name it,
    `waiting` how many suggestions are open, `checked` the day on which all links were last looked
    at.
    """

    site: str = ""
    waiting: int | None = None
    checked: str = ""


NOTHING_AROUND = Around()


def newest(works: Mapping[str, Sequence[Paper]], listing: Listing, links: Mapping[str, str]) -> str:
    """Show of each top-level category, with those below it, the newest works and the way to all."""
    return "\n\n".join(
        part for top in listing.children(None) for part in _part(top, works, listing, links)
    )


def start(papers: Sequence[Paper], listing: Listing) -> str:
    """List the works that the owner marks, in their order, each with the reason.

    A mark whose work is not listed, as after its removal, shows nothing.
    """
    by_id = {paper.id: paper for paper in papers}
    lines = [
        f"1. {_titled(by_id[star.id])}: {text(star.why)}"
        for star in listing.starred
        if star.id in by_id
    ]
    return "\n".join(lines) or NOTHING


def around_blocks(listing: Listing, around: Around) -> dict[str, str]:
    """Give the blocks that tell what the data do not; what is not known is left as it stands."""
    blocks = {}
    if address := listing.site.url or around.site:
        blocks["search"] = link("Search the list", address)
    if around.waiting is not None:
        many = "suggestion is" if around.waiting == 1 else "suggestions are"
        address = "../../issues?q=is%3Aissue+is%3Aopen+label%3Asuggestion"
        blocks["queue"] = linked(f"{around.waiting:,} {many} open", address) + "."
    return blocks


def _titled(paper: Paper) -> str:
    return linked_title(paper) + (f" ({venue(paper)})" if paper.venue else "")


def _part(
    top: Category,
    works: Mapping[str, Sequence[Paper]],
    listing: Listing,
    links: Mapping[str, str],
) -> Iterator[str]:
    slugs = [top.slug, *(category.slug for category, _ in listing.tree(top.slug))]
    by_id = {paper.id: paper for slug in slugs for paper in works.get(slug, ())}
    yield f"## {text(top.title)}"
    if top.description:
        yield text(top.description)
    if by_id:
        shown = newest_first(by_id.values())[:SHOWN]
        yield LAYOUTS[listing.readme.layout].body(shown, listing.readme)
    rest = f"All {len(by_id):,}" if by_id else EMPTY.rstrip(".")
    yield linked(f"{rest} in {text(top.title)}", links[top.slug])
