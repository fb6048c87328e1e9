"""What does somebody's pull request offer, read from the texts of the files that it changes?

Nothing of it is checked out or run. It is held against the list as it was where it was forked off.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.errors import InvalidError, Problem
from bot.flows.github.facts.base import Base, documents_at, listing_at
from bot.flows.github.facts.doors import History
from bot.importers import read, read_work
from bot.model.github.diff import Diff
from bot.model.lists.listing import Listing
from bot.model.papers.imported import ImportResult
from bot.model.papers.offer import UNPLACED, Edit, Offer
from bot.model.papers.paper import Catalog, Paper, Removed
from bot.render.readme.documents.documents import paths
from bot.render.readme.readme import fresh
from bot.review.imports.edits import ListedWorks, edits_of, is_one, only_in
from bot.store import files, papers

MOST_PROBLEMS = 5
_UNREADABLE = "the bot cannot read it: it is gone, too large, or no text; put it back"
_OTHERS = "the list's own pages and data are all that the bot takes over; put the rest into another"


def read_offer(diff: Diff, history: History, base: Base, *, asked: bool = False) -> Offer | None:
    """Give what a commit offers; None where nobody has to do anything about it.

    That is what changes nothing that the bot makes, and, unless somebody `asked` for it, what is
    complete: data and documents agree.
    """
    listing = listing_at(history, diff.fork, base)
    before = documents_at(history, diff.fork, listing)
    before[files.PAPERS] = history.text(diff.fork, files.PAPERS) or ""
    after = before | {path: text or "" for path, text in diff.texts.items() if path in before}
    whole = not diff.others and is_complete(after, listing) and not _adds_rows(before, after)
    if whole and not asked:
        return None
    problems = [
        *(Problem(path, "", _UNREADABLE) for path, text in diff.texts.items() if text is None),
        *(Problem(path, "", _OTHERS) for path in diff.others[:MOST_PROBLEMS]),
    ]
    offer = _read(before, after, base.catalog, listing)
    if not problems and not _is_any(offer) and not is_complete(before, listing):
        return None
    return replace(offer, problems=(*problems, *offer.problems))


def _is_any(offer: Offer) -> bool:
    return bool(offer.edits or offer.problems or offer.leftovers)


def is_complete(there: Mapping[str, str], listing: Listing) -> bool:
    """Tell whether data are right and the documents say what they say, as a check wants it."""
    text = there[files.PAPERS]
    try:
        catalog = papers.parse(text)
        papers.check(catalog, listing, text)
        documents = {path: there[path] for path in paths(listing) if path in there}
        return (
            papers.dump(catalog) == text and fresh(documents, catalog, listing).local == documents
        )
    except InvalidError:
        return False


def added_rows(documents: Mapping[str, str], catalog: Catalog, listing: Listing) -> Offer | None:
    """Give the works that documents show and the data neither list nor once listed, None if none.

    In sums, that is: where the rest of the documents is as it should be.
    """
    listed = ListedWorks((*catalog.papers, *(_once(removal) for removal in catalog.removed)))
    lacking = [entry for entry in _shown(documents).entries if listed.listed(entry) is None]
    return edits_of((), lacking, (), listing) if lacking else None


def _once(work: Removed) -> Paper:
    return Paper(id=work.id, title=work.title, category=UNPLACED, ids=work.ids)


def _adds_rows(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Tell whether documents show works that right data lack, where only sums are to be shown."""
    catalog = _entries(after[files.PAPERS])
    listed = ListedWorks(catalog.papers if catalog else ())
    added = only_in(_shown(after).entries, _shown(before).entries)
    return any(listed.listed(entry) is None for entry in added)


def _read(
    before: Mapping[str, str], after: Mapping[str, str], catalog: Catalog, listing: Listing
) -> Offer:
    """Read the edits of the data, and those of documents that say something else."""
    catalog_before = _entries(before[files.PAPERS]) or catalog
    problems: list[Problem] = []
    edits: list[Edit] = []
    if after[files.PAPERS] != before[files.PAPERS]:
        try:
            edits += _of_data(catalog_before, papers.parse(after[files.PAPERS]))
        except InvalidError as error:
            problems += error.problems[:MOST_PROBLEMS]
    try:
        old, new = (_shown(texts) for texts in (before, after))
    except InvalidError as error:
        return Offer(edits=tuple(edits), problems=(*problems, *error.problems))
    # What the importer takes for a heading may be a row of which nothing else was filled in.
    new_words, known_words = ((*readme.leftovers, *readme.headings) for readme in (new, old))
    left = [text for text in new_words if text not in known_words]
    # A row that fits no column of its table may still say which work it is.
    alone = {text: work for text in left if (work := read_work(text.split("\n"))) and work.links}
    written = (*new.entries, *alone.values())
    shown = edits_of(old.entries, written, catalog_before.papers, listing)
    edits += [edit for edit in shown.edits if not _is_among(edit, edits)]
    left = [text for text in left if text not in alone]
    return Offer(edits=tuple(edits), problems=(*problems, *shown.problems), leftovers=tuple(left))


def _entries(text: str) -> Catalog | None:
    try:
        return papers.parse(text)
    except InvalidError:
        return None


def _shown(there: Mapping[str, str]) -> ImportResult:
    """Read all documents as one."""
    results = [read(text) for path, text in sorted(there.items()) if path != files.PAPERS]
    return ImportResult(
        entries=tuple(entry for result in results for entry in result.entries),
        leftovers=tuple(text for result in results for text in result.leftovers),
        headings=tuple(text for result in results for text in result.headings),
    )


def _of_data(before: Catalog, after: Catalog) -> Iterator[Edit]:
    old, new = ({paper.id: paper for paper in catalog.papers} for catalog in (before, after))
    reasons = {work.id: work.reason for work in after.removed}
    for id_ in sorted(old.keys() | new.keys()):
        if old.get(id_) != new.get(id_):
            reason = reasons.get(id_, "")
            yield Edit(before=old.get(id_), after=new.get(id_), reason=reason)


def _is_among(edit: Edit, others: list[Edit]) -> bool:
    """Tell whether the data say the same, or more, of the work that a row is about."""
    ours = [paper for paper in (edit.before, edit.after) if paper]
    theirs = [paper for other in others for paper in (other.before, other.after) if paper]
    return any(is_one(one, other) for one in ours for other in theirs)
