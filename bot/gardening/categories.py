"""What becomes of the list when a category is renamed, merged, split or moved?"""

from collections.abc import Iterable, Mapping, Sequence

from bot.errors import UsageError
from bot.gardening.garden import Garden, category_named, papers_named, with_papers
from bot.model.lists.listing import Category, Listing
from bot.model.lists.renamed import places, renamed, renamed_in
from bot.model.papers.order import between
from bot.model.papers.paper import Catalog, Kept, Paper
from bot.review.drafts.naming import new_id


def rename(name: str, title: str, slug: str, catalog: Catalog, listing: Listing) -> Garden:
    """Call a category otherwise; with a `slug` its slug, too, changes."""
    old = category_named(name, listing)
    new = slug or old.slug
    if new != old.slug and new in listing.by_slug:
        raise UsageError(
            f"the list has a category {new!r} already; merge the two, or choose another"
        )
    changed = [
        category.model_copy(update={"slug": new, "title": title or category.title})
        if category.slug == old.slug
        else category
        for category in _put_under(new, [old.slug], listing)
    ]
    papers = renamed_in(catalog, {old.slug: new})
    marks = {old.slug: new} if new != old.slug else {}
    return Garden(papers, tuple(changed), _led(listing, [old.slug], {old.slug: new}), marks)


def merge(names: Sequence[str], into: str, catalog: Catalog, listing: Listing) -> Garden:
    """Put what is in some categories into another; what stands below them stands below that."""
    target = category_named(into, listing).slug
    gone = [category_named(name, listing).slug for name in names]
    above = _above(target, listing)
    if target in gone or above & set(gone):
        raise UsageError(f"{target!r} cannot go into itself, nor what stands above it into it")
    kept = [category for category in _put_under(target, gone, listing) if category.slug not in gone]
    marks: dict[str, str] = {}
    after = catalog
    for slug in gone:
        start = _behind(after, target)
        marks[slug] = f"{target}:{start}"
        after = _headed(_poured(after, slug, target, start), slug, target, start, listing)
    led = _led(listing, gone, dict.fromkeys(gone, target))
    return Garden(after, _in_order(kept), led, marks)


def split(name: str, title: str, ids: Sequence[str], catalog: Catalog, listing: Listing) -> Garden:
    """Put some entries of a category into a new one, which stands right behind it."""
    old = category_named(name, listing)
    papers = papers_named(ids, catalog)
    if strangers := [paper.id for paper in papers if old.slug not in places(paper)]:
        raise UsageError(f"not in {old.slug}: {', '.join(strangers)}")
    slug = new_id(title, (), listing.by_slug)
    new = Category(slug=slug, title=title, parent=old.parent)
    below = [old.slug, *_below(old.slug, listing)]
    place = max(at for at, category in enumerate(listing.categories) if category.slug in below) + 1
    categories = (*listing.categories[:place], new, *listing.categories[place:])
    return Garden(with_papers(catalog, [renamed(p, {old.slug: slug}) for p in papers]), categories)


def move(name: str, under: str, catalog: Catalog, listing: Listing) -> Garden:
    """Put a category, with all below it, under another, or, under "", at the top."""
    old = category_named(name, listing)
    parent = category_named(under, listing).slug if under else None
    if parent in {old.slug, *_below(old.slug, listing)}:
        raise UsageError(f"{old.slug!r} cannot stand under itself")
    changed = [
        category.model_copy(update={"parent": parent}) if category.slug == old.slug else category
        for category in listing.categories
    ]
    led = _led(listing, [old.slug], {})
    return Garden(catalog, _in_order(changed), led)


def _put_under(new: str, old: Sequence[str], listing: Listing) -> list[Category]:
    """Give the categories, those under some of them put under another."""
    return [
        category.model_copy(update={"parent": new}) if category.parent in old else category
        for category in listing.categories
    ]


def _led(listing: Listing, slugs: Iterable[str], now: Mapping[str, str]) -> dict[str, str]:
    """Lead on from the slugs, and from what a form called these and all that stands below them."""
    touched = {name for slug in slugs for name in (slug, *_below(slug, listing))}
    led = {slug: new for slug, new in now.items() if slug != new}
    for option, slug in listing.options():
        if slug in touched:
            led[option] = now.get(slug, slug)
    return led


def _in_order(categories: Sequence[Category]) -> tuple[Category, ...]:
    """Put every category behind the one it stands under, and otherwise leave them as they are."""
    ordered: list[Category] = []
    left = list(categories)
    while left:
        slugs = {None, *(category.slug for category in ordered)}
        ready = [category for category in left if category.parent in slugs]
        first = left[0] if left[0].parent in slugs else ready[0]
        left.remove(first)
        ordered.append(first)
    return tuple(ordered)


def _below(slug: str, listing: Listing) -> list[str]:
    return [category.slug for category, _ in listing.tree(slug)]


def _above(slug: str, listing: Listing) -> set[str]:
    parent = listing.by_slug[slug].parent
    return {parent} | _above(parent, listing) if parent else set()


def _behind(catalog: Catalog, slug: str) -> str:
    """Give a place behind all of a category."""
    keys = [kept.key for kept in catalog.kept if kept.category == slug]
    keys += [p.key for paper in catalog.papers for p in paper.printed if p.category == slug]
    return between(max(keys, default=""), "")


def _headed(catalog: Catalog, slug: str, target: str, start: str, listing: Listing) -> Catalog:
    """Keep the head of a table of its own, which is no longer its category's first."""
    own = listing.by_slug[slug].head
    head = own if own is not None else listing.readme.head
    placed = any(printed.key.startswith(start) for p in catalog.papers for printed in p.printed)
    if not head or not placed:
        return catalog
    return catalog.model_copy(
        update={"kept": (*catalog.kept, Kept(category=target, key=start, text=head))}
    )


def _poured(catalog: Catalog, slug: str, target: str, start: str) -> Catalog:
    """Put what is in one category behind all of another, in its own order."""
    kept = tuple(
        row.model_copy(update={"category": target, "key": start + row.key})
        if row.category == slug
        else row
        for row in catalog.kept
    )
    papers = tuple(
        _added(paper, slug, target, start) if slug in places(paper) else paper
        for paper in catalog.papers
    )
    return catalog.model_copy(update={"papers": papers, "kept": kept})


def _added(paper: Paper, slug: str, target: str, start: str) -> Paper:
    """Put an entry behind all of another category; one that stands there already stays there."""
    there = any(printed.category == target for printed in paper.printed)
    printed = tuple(
        printed.model_copy(update={"key": start + printed.key})
        if printed.category == slug
        else printed
        for printed in paper.printed
        if not (there and printed.category == slug)
    )
    return renamed(paper.model_copy(update={"printed": printed}), {slug: target})
