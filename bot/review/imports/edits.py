"""Which entries does somebody add, change or take out who edits a document of the list by hand?

Both texts, the one before and the one after, are read as any list's README is; what only one of
them holds was written, or taken out.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from pydantic import ValidationError

from bot.errors import Problem
from bot.model.base import LONGEST_TITLE
from bot.model.lists.listing import Listing
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.offer import UNPLACED, Edit, Offer
from bot.model.papers.paper import Paper
from bot.model.paths import README
from bot.review.imports.entries import paper_of
from bot.review.imports.sections import slug_of
from bot.titles.read import read_title

# What an entry that is only compared says of where it comes from.
_NO_DAY = "2000-01-01"


def only_in(
    entries: Iterable[ImportedPaper], others: Iterable[ImportedPaper]
) -> list[ImportedPaper]:
    """Give the entries that the others are not among, in their order."""
    left = Counter(others)
    own = []
    for entry in entries:
        if left[entry]:
            left[entry] -= 1
        else:
            own.append(entry)
    return own


def is_one(one: Paper, other: Paper) -> bool:
    """Tell whether two texts say of an entry that it is the same, by id, identifier or title."""
    titles = {read_title(paper.title).whole for paper in (one, other)}
    return one.id == other.id or len(titles) == 1 or not set(one.ids).isdisjoint(other.ids)


class ListedWorks:
    """The works of a list, to be found by what a row says of one."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        """Know these."""
        self._papers = papers
        self._by_title = {read_title(paper.title).whole: paper for paper in reversed(papers)}
        self._by_work = {work: paper for paper in reversed(papers) for work in paper.ids}

    def listed(self, entry: ImportedPaper) -> Paper | None:
        """Give the listed work that a row is about: by an identifier, else by its title."""
        by_ids = (self._by_work[work] for work in entry.ids if work in self._by_work)
        return next(by_ids, None) or self._by_title.get(read_title(entry.title).whole)


def edits_of(
    before: Sequence[ImportedPaper],
    after: Sequence[ImportedPaper],
    papers: Sequence[Paper],
    listing: Listing,
) -> Offer:
    """Tell what became of the entries of a list's documents; `papers` are those it showed."""
    works = ListedWorks(papers)
    gone: dict[str, list[ImportedPaper]] = {}
    for entry in only_in(before, after):
        if paper := works.listed(entry):
            gone.setdefault(paper.id, []).append(entry)
    edits, problems = [], []
    for entry in only_in(after, before):
        paper = works.listed(entry)
        old = gone[paper.id].pop(0) if paper and gone.get(paper.id) else None
        try:
            edits.append(_edit(old, entry, paper.id if paper and old else "", listing))
        except ValidationError as error:
            problems.append(_unfit(entry, error))
    left = {paper.id for entry in after if (paper := works.listed(entry))}
    edits += [
        Edit(before=_paper(entries[0], listing, id_))
        for id_, entries in gone.items()
        if entries and id_ not in left
    ]
    return Offer(edits=tuple(edits), problems=tuple(problems))


def _edit(old: ImportedPaper | None, new: ImportedPaper, id_: str, listing: Listing) -> Edit:
    before = _paper(old, listing, id_) if old else None
    return Edit(before=before, after=_paper(new, listing, id_))


def _paper(entry: ImportedPaper, listing: Listing, id_: str) -> Paper:
    """Give a row as an entry, under the id that the list has for it, if it has one."""
    category = slug_of(entry.section, listing) or UNPLACED
    paper = paper_of(entry, category, README, _NO_DAY)
    own = {"sources": (), "added": None} | ({"id": id_} if id_ else {})
    return paper.model_copy(update=own)


def _unfit(entry: ImportedPaper, error: ValidationError) -> Problem:
    """Say what of a row no entry can hold."""
    fault = error.errors(include_url=False)[0]
    # A part of an entry, such as its venue, is checked by itself, and tells no more than its own.
    part = () if error.title == Paper.__name__ else (error.title.lower(),)
    where = ".".join(map(str, (*part, *fault["loc"])))
    shown = entry.title[:LONGEST_TITLE]
    return Problem("Row", shown, f"its {where} cannot be listed as it is; shorten or mend it")
