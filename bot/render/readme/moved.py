"""What becomes of the pages of categories that are called otherwise now, or are no more?"""

from collections.abc import Mapping
from typing import NamedTuple

from bot.markdown.escape import link
from bot.model.lists.listing import Listing
from bot.model.paths import PAGES
from bot.render.readme.documents.documents import paths


class Moved(NamedTuple):
    """Pages by path: those that take over what their owner wrote, and those that lead on."""

    taken: dict[str, str]
    leading: dict[str, str]


def moved_pages(texts: Mapping[str, str], before: Listing, after: Listing) -> Moved:
    """Lead on from each page that the list had and has no more.

    A page that only moved takes what stood on the old one; where a category is now below another,
    its old page leads to the top one's.
    """
    taken: dict[str, str] = {}
    leading: dict[str, str] = {}
    now = set(paths(after))
    for path in paths(before):
        slug = after.slug_now(path.removeprefix(PAGES).removesuffix(".md"))
        if path in now or path not in texts or not slug:
            continue
        top = after.top(slug).slug
        new = f"{PAGES}{top}.md"
        if new in now:
            title = after.by_slug[slug].title
            leading[path] = f"This page has moved: {link(title, f'{top}.md')}\n"
            if new not in texts:
                taken[new] = texts[path]
    return Moved(taken, leading)
