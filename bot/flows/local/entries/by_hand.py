"""What does an edit by hand of a document that is made from the data mean for the list?

Both texts, the edited one and the one that the data give, are read as any list's README is; what
only the edited one holds is what somebody wrote.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from bot.flows.local.load import Loaded, documents_under, load
from bot.flows.local.outputs.regenerate import StaleFiles
from bot.importers import read
from bot.model.github.outcome import FileText
from bot.model.papers.imported import ImportedPaper, ImportOrigin
from bot.model.papers.paper import Paper
from bot.render.github.by_hand import MOST, HandEdit, advice
from bot.render.readme.documents.documents import paths
from bot.review.imports.adopt import adopt
from bot.review.imports.edits import ListedWorks, only_in
from bot.store import files


def advice_for(root: Path, report: StaleFiles, day: str, repository: str) -> str:
    """Say what to do instead of the edit; "" if no row of README.md or a page was edited.

    `day` is today, `repository` the "owner/name" of the list, "" if nobody knows it. Of sums that
    lag, as the newest works of a front page, only rows of works that the list lacks are an edit:
    all others may have been right once.
    """
    loaded = load(root)
    there = documents_under(root, loaded.listing)
    works = ListedWorks(loaded.catalog.papers)
    documents = set(paths(loaded.listing))
    written = _written(report.stale, documents, there)
    sums = _written(report.lagging, documents - {file.path for file in report.stale}, there)
    written += [entry for entry in sums if works.listed(entry) is None]
    if not written and documents.isdisjoint(file.path for file in report.stale):
        return ""
    listed = [works.listed(entry) for entry in written]
    unknown = [entry for entry, paper in zip(written, listed, strict=True) if paper is None]
    changed = list({paper.id: paper for paper in listed if paper}.values())
    new = list(islice(_entries(unknown, loaded, day), MOST))
    rest = len(unknown) - len(new) + len(changed[MOST:])
    return advice(HandEdit(new, changed[:MOST], rest), loaded.listing, repository)


def _written(
    made: Iterable[FileText], documents: Container[str], there: Mapping[str, str]
) -> list[ImportedPaper]:
    """Give the entries that the documents hold and what is made does not."""
    return [
        entry
        for file in made
        if file.path in documents
        for entry in only_in(read(there.get(file.path, "")).entries, read(file.text).entries)
    ]


def _entries(unknown: Iterable[ImportedPaper], loaded: Loaded, day: str) -> Iterator[Paper]:
    """Make entries of the list of rows, leaving out what no entry can be."""
    origin = ImportOrigin(files.README, day)
    for entry in unknown:
        try:
            adopted = adopt([entry], loaded.catalog, loaded.listing, origin)
        except ValueError:  # pydantic's: a title that is too long, a year that is none
            continue
        for change in adopted.changes:
            yield change.paper.model_copy(update={"sources": ()})
