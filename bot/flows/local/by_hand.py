"""What does an edit by hand of a document that is made from the data mean for the list?

Both texts, the edited one and the one that the data give, are read as any list's README is; what
only the edited one holds is what somebody wrote.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from bot.flows.local.load import Loaded, documents_under, load
from bot.flows.local.regenerate import StaleFiles
from bot.importers import read
from bot.model.github.outcome import FileText
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.paper import Paper
from bot.render.github.by_hand import MOST, advice
from bot.render.readme.documents.documents import paths
from bot.review.imports.adopt import adopt
from bot.store import files
from bot.titles.read import read_title


def advice_for(root: Path, report: StaleFiles, day: str, repository: str) -> str:
    """Say what to do instead of the edit; "" if no row of README.md or a page was edited.

    `day` is today, `repository` the "owner/name" of the list, "" if nobody knows it. Of sums that
    lag, as the newest works of a front page, only rows of works that the list lacks are an edit:
    all others may have been right once.
    """
    loaded = load(root)
    there = documents_under(root, loaded.listing)
    papers = loaded.catalog.papers
    by_title = {read_title(paper.title).whole: paper for paper in reversed(papers)}

    def listed(entry: ImportedPaper) -> Paper | None:
        return _listed(entry, papers, by_title)

    documents = set(paths(loaded.listing))
    written = _written(report.stale, documents, there)
    sums = _written(report.lagging, documents - {file.path for file in report.stale}, there)
    written += [entry for entry in sums if listed(entry) is None]
    if not written and documents.isdisjoint(file.path for file in report.stale):
        return ""
    found = [listed(entry) for entry in written]
    unknown = [entry for entry, paper in zip(written, found, strict=True) if paper is None]
    changed = list({paper.id: paper for paper in found if paper}.values())
    new = list(islice(_entries(unknown, loaded, day), MOST))
    rest = len(unknown) - len(new) + len(changed[MOST:])
    return advice((new, changed[:MOST], rest), loaded.listing, repository)


def _written(
    made: Iterable[FileText], documents: Container[str], there: Mapping[str, str]
) -> list[ImportedPaper]:
    """Give the entries that the documents hold and what is made does not."""
    return [
        entry
        for file in made
        if file.path in documents
        for entry in _only_in(there.get(file.path, ""), file.text)
    ]


def _only_in(edited: str, made: str) -> Iterator[ImportedPaper]:
    """Give the entries that only the edited text holds, in its order."""
    left = Counter(read(made).entries)
    for entry in read(edited).entries:
        if left[entry]:
            left[entry] -= 1
        else:
            yield entry


def _listed(
    entry: ImportedPaper, papers: Sequence[Paper], by_title: Mapping[str, Paper]
) -> Paper | None:
    """Give the listed work that a row is about: by an identifier, else by its title."""
    by_ids = (paper for paper in papers if not set(paper.ids).isdisjoint(entry.ids))
    return next(by_ids, None) or by_title.get(read_title(entry.title).whole)


def _entries(unknown: Iterable[ImportedPaper], loaded: Loaded, day: str) -> Iterator[Paper]:
    """Make entries of the list of rows, leaving out what no entry can be."""
    for entry in unknown:
        try:
            adopted = adopt([entry], loaded.catalog, loaded.listing, (files.README, day))
        except ValueError:  # pydantic's: a title that is too long, a year that is none
            continue
        for change in adopted.changes:
            yield change.after.model_copy(update={"sources": ()})
