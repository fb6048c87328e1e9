"""Which records of the list, of any file, or of two files are the same works?"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bot.dedupe.search.scan import pairs, pairs_across
from bot.errors import InvalidError, Problem, within
from bot.flows.apart import handled
from bot.flows.local.entries.doubts import undecided
from bot.flows.local.load import load
from bot.importers import read
from bot.importers.records import bibtex_records, csv_records
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.match import Match
from bot.model.papers.record import Record, record_of
from bot.model.progress import Progress
from bot.store import files, papers, upkeep


class Scan(NamedTuple):
    """The pairs found, certain ones first, and what of the files could not be read.

    `titles` holds, for the first and the second of each pair, the titles by the records' keys.
    `failed` are the records that could not be compared, and were left out.
    """

    pairs: tuple[Match, ...]
    titles: tuple[Mapping[str, str], Mapping[str, str]]
    problems: tuple[Problem, ...] = ()
    failed: tuple[Problem, ...] = ()


def in_list(root: Path, progress: Progress | None = None) -> Scan:
    """Compare the entries of the list with each other, but for pairs that were decided on."""
    records = [record_of(paper) for paper in load(root).catalog.papers]
    decisions = upkeep.parse(files.read_if_there(root, upkeep.DECISIONS))
    titles = _titles(records)
    matches, failed = handled(records, lambda some: tuple(pairs(some, progress)), _named)
    return Scan(tuple(undecided(matches, decisions)), (titles, titles), failed=failed)


def in_files(paths: Sequence[Path], progress: Progress | None = None) -> Scan:
    """Compare the records of one file with each other, or those of two files across."""
    read = [_records(path) for path in paths]
    problems = tuple(problem for _, trouble in read for problem in trouble)
    problems += tuple(
        Problem(path.name, "", "no record was found in it")
        for path, (records, _) in zip(paths, read, strict=True)
        if not records
    )
    first, *others = (records for records, _ in read)
    second = others[0] if others else first

    def compared(some: Sequence[tuple[int, Record]]) -> tuple[Match, ...]:
        left, right = ([record for at, record in some if at == side] for side in (0, 1))
        if not others:
            return tuple(pairs(left, progress))
        # Against nothing it would not even be read.
        matches = tuple(pairs_across(left, right or left, progress))
        return matches if right else ()

    sided = [(0, record) for record in first] + [(1, record) for record in second if others]
    matches, failed = handled(sided, compared, lambda one: _named(one[1]))
    return Scan(matches, (_titles(first), _titles(second)), problems, failed)


def _named(record: Record) -> Problem:
    return Problem(f"record {record.key}", record.title, "")


def _titles(records: Iterable[Record]) -> dict[str, str]:
    return {record.key: record.title for record in records}


def _records(path: Path) -> tuple[list[Record], list[Problem]]:
    """Read a file by its ending; problems get the file's name before their line."""
    name = path.name
    if path.suffix == ".json":
        entries, faulty = papers.parse_apart(files.read(path.parent, name), name)
        return [record_of(entry) for entry in entries], list(faulty)
    if path.suffix == ".md":
        text = files.read(path.parent, name)
        return [_record_of(entry, at) for at, entry in enumerate(read(text).entries, 1)], []
    readers = {".csv": csv_records.read, ".tsv": csv_records.read, ".bib": bibtex_records.read}
    if path.suffix not in readers:
        message = "this kind of file cannot be compared; give .json, .csv, .tsv, .bib or .md"
        raise InvalidError([Problem(name, path.suffix, message)])
    text, encoding = files.read_foreign(path)
    with within(name):
        records, trouble = readers[path.suffix](text)
    problems = [
        Problem(f"{name}:{problem.field}", problem.value, problem.message) for problem in trouble
    ]
    if encoding != "utf-8":
        problems.insert(0, Problem(name, encoding, "the file is not UTF-8; it was read as this"))
    return records, problems


def _record_of(entry: ImportedPaper, number: int) -> Record:
    return Record(
        key=str(number),
        title=entry.title,
        short_name=entry.name,
        authors=entry.authors,
        venue=entry.venue,
        year=entry.year,
        ids=entry.ids,
        urls=tuple(url for _, url in entry.links),
    )
