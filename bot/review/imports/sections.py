"""Under which category does an imported entry come, given the headings it stood under?

By the heading of the same name. A README most of whose headings the list knows is a newer state of
the list itself, so that an unknown heading is a new category; so it is in a list that has no entry
yet. In any other README the nearest entries of the list decide, and it is told.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.model.lists.listing import Category, Listing
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.paper import Catalog
from bot.review.drafts.category import CategoryIndex, index_of, propose
from bot.review.drafts.naming import new_id
from bot.text.fold import fold

# Where an entry stands that had no heading.
NO_SECTION = ("Papers",)

HeadingPath = tuple[str, ...]


class Placement(NamedTuple):
    """Categories by an entry's position, those that have to be made, and whose was guessed.

    `known` are those of all entries whose headings the list has.
    """

    slugs: dict[int, str]
    new: tuple[Category, ...]
    guessed: frozenset[int]
    known: dict[int, str]


def place(
    entries: Sequence[ImportedPaper], wanted: Iterable[int], catalog: Catalog, listing: Listing
) -> Placement:
    """Find a category for the entries at the positions `wanted`; all tell whose README it is."""
    paths = [entry.section or NO_SECTION for entry in entries]
    slug_by_heading = _known(listing)
    slug_by_path = {path: slug for path in paths if (slug := _slug_of(path, slug_by_heading))}
    distinct = set(paths)
    ours = not catalog.papers or 2 * len(slug_by_path) >= len(distinct)
    new: list[Category] = []
    slugs: dict[int, str] = {}
    guessed = set()
    index = index_of(catalog.papers, listing)
    for position in wanted:
        path = paths[position]
        guess = None
        if path not in slug_by_path and not ours:
            guess = _guess(entries[position], index)
        if guess:
            guessed.add(position)
        elif path not in slug_by_path:
            slug_by_path[path] = _made(path, slug_by_heading, new, listing)
        slugs[position] = guess or slug_by_path[path]
    known_places = {at: slug_by_path[path] for at, path in enumerate(paths) if path in slug_by_path}
    return Placement(slugs, tuple(new), frozenset(guessed), known_places)


def slug_of(section: HeadingPath, listing: Listing) -> str | None:
    """Find the category that the headings above an entry name, if they do."""
    return _slug_of(section, _known(listing)) if section else None


def _known(listing: Listing) -> dict[HeadingPath, str]:
    """Give the slug of each category by its folded path, also by what it was called before."""
    before = {
        tuple(map(fold, option.split(" / "))): slug
        for option in listing.renamed
        if (slug := listing.slug_now(option))
    }
    return before | {
        tuple(fold(title) for title in listing.path(category.slug)): category.slug
        for category in listing.categories
    }


def _slug_of(path: HeadingPath, slug_by_heading: dict[HeadingPath, str]) -> str | None:
    """Find a category by its whole path, else by its last heading if only one has it."""
    folded = tuple(fold(title) for title in path)
    if folded in slug_by_heading:
        return slug_by_heading[folded]
    same = [slug for other, slug in slug_by_heading.items() if other[-1] == folded[-1]]
    return same[0] if len(same) == 1 and len(folded) == 1 else None


def _made(
    path: HeadingPath,
    slug_by_heading: dict[HeadingPath, str],
    new: list[Category],
    listing: Listing,
) -> str:
    """Make the category of a path, and those above it that are missing."""
    parent: str | None = None
    for depth in range(1, len(path) + 1):
        folded = tuple(fold(title) for title in path[:depth])
        if folded not in slug_by_heading:
            taken = {*listing.by_slug, *(category.slug for category in new)}
            slug = new_id(path[depth - 1], (), taken)
            new.append(Category(slug=slug, title=path[depth - 1], parent=parent))
            slug_by_heading[folded] = slug
        parent = slug_by_heading[folded]
    assert parent
    return parent


def _guess(entry: ImportedPaper, index: CategoryIndex) -> str | None:
    text = " ".join((entry.title, *entry.keywords, *entry.section))
    proposals = propose(text, index)
    return proposals[0].slug if proposals else None
