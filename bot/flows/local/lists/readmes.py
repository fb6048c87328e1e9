"""What do existing READMEs hold, and what does the list become with it?"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from bot.errors import InvalidError, Problem, within
from bot.flows.apart import handled
from bot.flows.local.load import Loaded, documents_under, load
from bot.importers import STYLES, read, read_bibliography, read_table
from bot.model.github.outcome import FileText
from bot.model.papers.imported import ImportedPaper, ImportOrigin, ImportResult, Prose
from bot.model.progress import Progress
from bot.render.readme.categories import with_categories
from bot.render.readme.readme import fresh
from bot.review.apply import applied
from bot.review.imports.adopt import Adoption, adopt
from bot.store import config, files, papers

MARKDOWN = frozenset(("", ".md", ".markdown", ".mdown", ".mkd", ".mdx", ".txt", ".html", ".htm"))
FORMATS = {
    ".rst": "reStructuredText",
    ".org": "Org",
    ".yaml": "YAML",
    ".yml": "YAML",
    ".json": "JSON",
}
RECORDS = {".bib": read_bibliography, ".csv": read_table, ".tsv": read_table}
READ = "Markdown (.md, .txt), HTML (.html), BibTeX (.bib) and CSV (.csv)"


class Import(NamedTuple):
    """What importing does: to the list, and to its files; and what could not be read."""

    adoption: Adoption
    files: tuple[FileText, ...]
    leftovers: tuple[str, ...]
    failed: tuple[Problem, ...] = ()
    prose: tuple[Prose, ...] = ()


def read_files(paths: Sequence[Path]) -> ImportResult:
    """Read the entries of several READMEs, in order; raises InvalidError for one without any."""
    results = [_read(path) for path in paths]
    return ImportResult(
        entries=tuple(entry for reading in results for entry in reading.entries),
        leftovers=tuple(text for reading in results for text in reading.leftovers),
        prose=tuple(paragraph for reading in results for paragraph in reading.prose),
        failed=tuple(problem for reading in results for problem in reading.failed),
    )


def take_in(
    root: Path, reading: ImportResult, origin: ImportOrigin, progress: Progress | None = None
) -> Import:
    """Take what was read into the list under `root`; nothing is written.

    An entry that cannot be handled is named
    under `failed`, and the others are taken in.
    """
    loaded = load(root, may_be_empty=True)
    result, failed = handled(
        reading.entries,
        lambda entries: _taken(root, entries, loaded, origin, progress),
        lambda entry: Problem("entry", entry.title or entry.name, ""),
    )
    return result._replace(
        leftovers=reading.leftovers, failed=(*reading.failed, *failed), prose=reading.prose
    )


def _taken(
    root: Path,
    entries: Sequence[ImportedPaper],
    loaded: Loaded,
    origin: ImportOrigin,
    progress: Progress | None,
) -> Import:
    catalog, listing, _ = loaded
    adoption = adopt(entries, catalog, listing, origin, progress)
    toml = with_categories(files.read(root, files.LIST), adoption.categories)
    listing = config.parse(toml)
    after = applied(catalog, adoption.changes)
    papers_text = papers.dump_checked(after, listing)
    texts = {files.LIST: toml, files.PAPERS: papers_text}
    texts |= fresh(documents_under(root, listing), after, listing).whole
    return Import(adoption, tuple(files.changed(root, files.texts(texts))), ())


def reader_for(path: Path) -> Callable[[str], ImportResult]:
    """Give what reads a file of this name; raises InvalidError for a format that is not read."""
    suffix = path.suffix.lower()
    if suffix in RECORDS:
        return RECORDS[suffix]
    if suffix in MARKDOWN:
        return read
    message = f"{FORMATS.get(suffix, 'such a format')} is not read; what is read: {READ}"
    raise InvalidError([Problem(path.name, "", message)])


def _read(path: Path) -> ImportResult:
    parse = reader_for(path)
    text = files.read(path.parent, path.name)
    with within(path.name):
        reading, failed = handled(
            text.splitlines(keepends=True),
            lambda lines: parse("".join(lines)),
            lambda line: Problem(path.name, line, ""),
        )
    if not (reading.entries or reading.leftovers):
        message = f"no entry was found in it; looked for {', '.join(STYLES)}"
        raise InvalidError([Problem(path.name, "", message)])
    lost = tuple(problem.value for problem in failed)
    return replace(reading, leftovers=(*reading.leftovers, *lost), failed=failed)
