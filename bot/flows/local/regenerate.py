"""README and issue forms from data: what would they be, and are the ones on disk stale?"""

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from bot.flows.local.load import Loaded, load
from bot.model.github.outcome import FileText
from bot.model.papers.listing import Listing
from bot.model.papers.paper import Catalog
from bot.render.github.issue_form import issue_forms
from bot.render.readme.pictures import picture_files, shows_pictures
from bot.render.readme.readme import fresh, size_warning
from bot.store import files, papers


class StaleFiles(NamedTuple):
    """What regenerating changes.

    `stale` is what differs in rows, contents and forms, and fails a check; `lagging` what differs
    only in sums over the whole list. `warning` says when README.md nears the size GitHub shows.
    """

    stale: tuple[FileText, ...]
    lagging: tuple[FileText, ...]
    warning: str | None


def regenerate(root: Path) -> StaleFiles:
    """Bring everything generated up to date, sums too; nothing is written if anything is wrong."""
    report = compared(root)
    files.write(root, report.stale + report.lagging)
    return report


def compared(root: Path) -> StaleFiles:
    """Work out what regenerating would change, and change nothing."""
    loaded = load(root)
    before = files.read(root, files.README)
    local, whole = fresh(before, loaded.catalog, loaded.listing)
    stale = files.changed(root, [*_from_data(loaded), FileText(files.README, local)])
    lagging = files.changed(root, pictures(before, loaded.catalog, loaded.listing))
    if whole != local:
        lagging.append(FileText(files.README, whole))
    return StaleFiles(tuple(stale), tuple(lagging), size_warning(whole))


def pictures(document: str, catalog: Catalog, listing: Listing) -> list[FileText]:
    """Draw the pictures if the README shows any."""
    if not shows_pictures(document):
        return []
    return picture_files(catalog.papers, listing)


def _from_data(loaded: Loaded) -> list[FileText]:
    return [FileText(files.PAPERS, papers.dump(loaded.catalog)), *issue_forms(loaded.listing)]


def diff(root: Path, texts: Sequence[FileText]) -> str:
    """Show how the files on disk would change, as a unified diff."""
    lines: list[str] = []
    for file in texts:
        before = (files.read_if_there(root, file.path) or "").splitlines(keepends=True)
        after = file.text.splitlines(keepends=True)
        lines += unified_diff(before, after, f"a/{file.path}", f"b/{file.path}", n=1)
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)
