"""Which categories stand where the owner of a README put them, and where do the others stand?"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from bot.errors import InvalidError, Problem
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.model.paths import README
from bot.render.readme.documents.blocks import OWN, Marked, Own
from bot.render.readme.documents.sections import ListSection


def unowned(
    sections: Sequence[ListSection],
    own: Mapping[str, Own],
    works: Mapping[str, Sequence[Paper]],
    listing: Listing,
) -> Iterator[ListSection]:
    """Give the sections that the bot writes with their headings.

    Those are all, unless the owner gave some a place: then those without one that hold works.
    """
    now = {listing.slug_now(part.slug) for part in own.values()}
    for section in sections:
        category = section.category
        if not own:
            yield section
        elif category.slug not in now and works.get(category.slug):
            title = " / ".join(listing.path(category.slug))[:300]
            yield ListSection(category.model_copy(update={"title": title}), 0, is_parent=False)


def check_owned(document: Marked, listing: Listing) -> None:
    """Refuse, with InvalidError, parts for categories that the list does not have."""
    problems = []
    own = document.own
    for block in document.blocks:
        part = own.get(block.name)
        if part and not listing.slug_now(part.slug):
            line = document.text.count("\n", 0, block.start)
            near = get_close_matches(part.slug, sorted(listing.by_slug), n=1)
            hint = f"did you mean {OWN}{near[0]}?" if near else "delete both marks"
            message = f"data/list.toml has no category with this slug; {hint}"
            problems.append(Problem(f"{README}:{line}", block.name, message))
    if problems:
        raise InvalidError(problems)
