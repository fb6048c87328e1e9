"""What does a list hold once the entries of an existing README are taken into it?

New works are added, known ones gain what they lack, and where both know something and it differs
the list's value stays and the difference is told. Taking the same README in again changes nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from bot.dedupe.scan import pairs
from bot.model.base import LONGEST_TITLE
from bot.model.decision import Change
from bot.model.entry import Entry
from bot.model.listing import Category, Listing
from bot.model.paper import Catalog, Paper
from bot.model.quotation import quoted
from bot.model.record import record_of
from bot.review.entries import paper_of
from bot.review.merge import disagreements, merged
from bot.review.naming import new_id
from bot.review.sections import place

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """What importing does to a list.

    `changes` are the new and the changed entries in the order of the README; `categories` the
    headings that the list lacked, parents first; `notes` sentences about what contradicts the
    list or was guessed.
    """

    changes: tuple[Change, ...] = ()
    categories: tuple[Category, ...] = ()
    notes: tuple[str, ...] = ()


def adopt(
    entries: Sequence[Entry],
    catalog: Catalog,
    listing: Listing,
    origin: tuple[str, str],
    progress: Progress | None = None,
) -> Adoption:
    """Take entries into a list; `origin` is the name of their source and today's day."""
    source, added = origin
    placement = place(entries, catalog, listing)
    offered, left_out = _offered(entries, placement.slugs, source, added)
    groups = _groups(catalog, offered, progress)
    taken = {paper.id for paper in catalog.papers} | {work.id for work in catalog.removed}
    listed = {paper.id: paper for paper in catalog.papers}
    changes: list[Change] = []
    notes = [*placement.notes, *left_out]
    for key, group in groups.items():
        before = listed.get(key)
        after, told = _united(before, group)
        notes += told
        if before is None:
            after = after.model_copy(update={"id": new_id(after.title, after.ids, taken)})
            taken.add(after.id)
        if after != before:
            changes.append(Change(after, before))
    settled, told = _one_owner_each(changes, catalog)
    return Adoption(changes=tuple(settled), categories=placement.new, notes=(*notes, *told))


def _offered(
    entries: Sequence[Entry], slugs: Sequence[str], source: str, added: str
) -> tuple[list[Paper], list[str]]:
    """Make entries of ours; what the list's file cannot hold is left out, and told."""
    offered, notes = [], []
    for entry, slug in zip(entries, slugs, strict=True):
        try:
            offered.append(paper_of(entry, slug, source, added))
        except ValidationError as error:
            fault = error.errors(include_url=False)[0]
            where = ".".join(map(str, fault["loc"]))
            shown = quoted(entry.title[:LONGEST_TITLE])
            notes.append(f"“{shown}” was left out: its {where} cannot be ({fault['msg'].lower()})")
    return offered, notes


def _groups(
    catalog: Catalog, offered: Sequence[Paper], progress: Progress | None
) -> dict[str, list[Paper]]:
    """Put entries that are one work together, under the id of the listed entry if there is one."""
    records = [record_of(paper) for paper in catalog.papers]
    records += [record_of(paper)._replace(key=f"#{number}") for number, paper in enumerate(offered)]
    leader = {record.key: record.key for record in records}
    order = {record.key: place for place, record in enumerate(records)}
    for match in pairs(records, progress):
        if match.verdict == "duplicate":
            one, other = _leader(leader, match.a), _leader(leader, match.b)
            first, second = sorted((one, other), key=order.__getitem__)
            # Two listed entries stay two: whether they are one work is for a person to decide.
            if first != second and second.startswith("#"):
                leader[second] = first
    groups: dict[str, list[Paper]] = {}
    for number, paper in enumerate(offered):
        groups.setdefault(_leader(leader, f"#{number}"), []).append(paper)
    return groups


def _one_owner_each(changes: Sequence[Change], catalog: Catalog) -> tuple[list[Change], list[str]]:
    """Leave an identifier to one of two works that both claim it: one link was miscopied.

    The listed work keeps it, else the one whose id comes first, so that the order of a README
    decides nothing.
    """
    owners = {work: paper for paper in catalog.papers for work in paper.ids}
    for change in sorted(changes, key=lambda each: (each.before is None, each.after.id)):
        for work in change.after.ids:
            owners.setdefault(work, change.after)
    settled, notes = [], []
    for change in changes:
        lost = [work for work in change.after.ids if owners[work].id != change.after.id]
        for work in lost:
            owner = owners[work].title
            notes.append(
                f"{quoted(change.after.title)} carries {quoted(work)}, which {quoted(owner)} has; "
                "one is wrong"
            )
        ids = tuple(work for work in change.after.ids if work not in lost)
        after = change.after.model_copy(update={"ids": ids}) if lost else change.after
        if after != change.before:
            settled.append(Change(after, change.before))
    return settled, notes


def _leader(leader: dict[str, str], key: str) -> str:
    while leader[key] != key:
        key = leader[key]
    return key


def _united(before: Paper | None, group: Sequence[Paper]) -> tuple[Paper, list[str]]:
    """Unite what the list and the README say of one work; gives it with what contradicts it."""
    after, rest = (before, group) if before else (group[0], group[1:])
    notes = []
    for offered in rest:
        notes += [f"{quoted(after.title)}: {each}" for each in disagreements(after, offered)]
        after = merged(after, offered)
        extra: dict[str, tuple[str, ...]] = {}
        if new := tuple(each for each in offered.sources if each not in after.sources):
            extra["sources"] = after.sources + new
        places = (after.category, *after.also_in)
        if before is None and offered.category not in places:
            extra["also_in"] = (*after.also_in, offered.category)
        if extra:
            after = after.model_copy(update=extra)
    return after, notes
