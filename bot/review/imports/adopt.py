"""What does a list hold once the entries of an existing README are taken into it?

New works are added, known ones gain what they lack, and where both know something and it differs
the list's value stays and the difference is told. Taking the same README in again changes nothing.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pydantic import ValidationError

from bot.links.identifier import without_repositories
from bot.model.base import LONGEST_TITLE
from bot.model.lists.listing import Category, Listing
from bot.model.papers.imported import ImportedPaper, ImportOrigin
from bot.model.papers.offer import UNPLACED
from bot.model.papers.paper import Catalog, Paper
from bot.model.progress import Progress
from bot.model.quotation import quoted
from bot.model.submissions.review import Change
from bot.review.drafts.merge import merged, recounted
from bot.review.drafts.naming import new_id
from bot.review.drafts.told import date_told
from bot.review.imports.doubts import contested, told
from bot.review.imports.entries import paper_of
from bot.review.imports.known import Miscopied, grouped, miscopied
from bot.review.imports.sections import place


class Became(NamedTuple):
    """An imported entry, and as which entry, in which category, it is listed."""

    imported: ImportedPaper
    id: str
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """What importing does to a list.

    `changes` are the new and the changed entries in the order of the README; `categories` the
    headings that the list lacked, parents first; `notes` sentences about what contradicts the
    list or was guessed. `stands` says which entry of the README became which of the list, by its
    id, in which category; it leaves out what could not be taken in.
    """

    changes: tuple[Change, ...] = ()
    categories: tuple[Category, ...] = ()
    notes: tuple[str, ...] = ()
    stands: tuple[Became, ...] = field(default=(), compare=False)


def adopt(
    entries: Sequence[ImportedPaper],
    catalog: Catalog,
    listing: Listing,
    origin: ImportOrigin,
    progress: Progress | None = None,
) -> Adoption:
    """Take the entries of a source into a list."""
    entries, offered, left_out = _offered(entries, origin)
    wrong = miscopied(offered, catalog)
    offered = _without(offered, wrong)
    groups = grouped(offered, catalog, progress)
    new = [at for group in groups if not (group.listed or group.removed) for at in group.positions]
    placement = place(entries, sorted(new), catalog, listing)
    taken = {paper.id for paper in catalog.papers} | {work.id for work in catalog.removed}
    changes: list[Change] = []
    stands: dict[int, Became] = {}
    notes = left_out
    for group in groups:
        papers = [offered[at] for at in group.positions]
        notes += told(group, papers, wrong, placement.guessed)
        if group.removed:
            continue
        placed = [placement.slugs.get(at, UNPLACED) for at in group.positions]
        after = _united(group.listed, papers) if group.listed else _new(papers, placed, taken)
        taken.add(after.id)
        for at in group.positions:
            slug = placement.known.get(at, after.category)
            stands_there = slug in (after.category, *after.also_in)
            stands[at] = Became(entries[at], after.id, slug if stands_there else after.category)
        if after != group.listed:
            changes.append(Change(before=group.listed, after=after))
    settled, lost = _one_owner_each(changes, catalog)
    dated = tuple(change if change.before else _dated(change) for change in settled)
    return Adoption(
        changes=dated,
        categories=placement.new,
        notes=(*notes, *lost),
        stands=tuple(stands[at] for at in sorted(stands)),
    )


def _dated(new: Change) -> Change:
    """Give a new entry the month that its identifier tells, unless a README says otherwise."""
    date, month = new.paper.date or "", date_told(new.paper.ids)
    if not month or not month.startswith(date):
        return new
    return Change(after=new.paper.model_copy(update={"date": month}))


def _offered(
    entries: Sequence[ImportedPaper], origin: ImportOrigin
) -> tuple[list[ImportedPaper], list[Paper], list[str]]:
    """Make entries of ours; what the list's file cannot hold is left out, and told."""
    kept, offered, notes = [], [], []
    for entry in entries:
        try:
            offered.append(paper_of(entry, UNPLACED, origin.source, origin.added))
            kept.append(entry)
        except ValidationError as error:
            fault = error.errors(include_url=False)[0]
            where = ".".join(map(str, fault["loc"]))
            shown = quoted(entry.title[:LONGEST_TITLE])
            notes.append(f"{shown} was left out: its {where} cannot be ({fault['msg'].lower()})")
    return kept, offered, notes


def _without(offered: Sequence[Paper], wrong: Sequence[Miscopied]) -> list[Paper]:
    """Leave out ids that are other works', so that the title alone tells which work is meant."""
    lost = {(id_.position, id_.work) for id_ in wrong}
    return [
        paper.model_copy(update={"ids": tuple(w for w in paper.ids if (at, w) not in lost)})
        for at, paper in enumerate(offered)
    ]


def _united(listed: Paper, offered: Sequence[Paper]) -> Paper:
    """Give a listed work what others say of it and it lacks."""
    for paper in offered:
        listed = recounted(merged(listed, paper), paper)
        listed = listed.model_copy(update={"sources": _both(listed.sources, paper.sources)})
    return listed


def _new(offered: Sequence[Paper], slugs: Sequence[str], taken: Container[str]) -> Paper:
    """Make one new entry of all that is said of a work; where it stands twice, it is listed so."""
    first = _united(offered[0], offered[1:])
    category, *others = dict.fromkeys(slugs)
    place = {"id": new_id(first.title, first.ids, taken), "category": category}
    return first.model_copy(update={**place, "also_in": tuple(others)})


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _one_owner_each(changes: Sequence[Change], catalog: Catalog) -> tuple[list[Change], list[str]]:
    """Leave an identifier to one of two works that both claim it: one link was miscopied.

    The listed work keeps it, else the one whose id comes first, so that the order of a README
    decides nothing.
    """
    owners = dict[str, Paper]()
    for change in sorted(changes, key=lambda change: (change.before is None, change.paper.id)):
        for work in change.paper.ids:
            owners.setdefault(work, catalog.owner(work) or change.paper)
    settled, notes = [], []
    for change in changes:
        lost = [work for work in change.paper.ids if owners[work].id != change.paper.id]
        # Papers may share a repository.
        wrong = without_repositories(lost)
        notes += [contested(change.paper, work, owners[work]) for work in wrong]
        ids = tuple(work for work in change.paper.ids if work not in lost)
        after = change.paper.model_copy(update={"ids": ids}) if lost else change.paper
        if after != change.before:
            settled.append(Change(before=change.before, after=after))
    return settled, notes
