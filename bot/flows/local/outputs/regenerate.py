"""README, pages and issue forms from data: what would they be, are the ones on disk stale?"""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from bot.flows.local.load import checked_under, documents_under, load
from bot.model.github.outcome import FileText
from bot.model.lists.listing import Listing
from bot.model.paths import PAGES
from bot.render.github.files.issue_form import issue_forms
from bot.render.readme.documents.documents import OPENING, paths, size_warnings
from bot.render.readme.readme import fresh
from bot.render.readme.sums.front import Around
from bot.store import files, papers


class StaleFiles(NamedTuple):
    """What regenerating changes.

    `stale` is what differs in rows, contents and forms, and fails a check; `lagging` what differs
    only in sums. `warnings` say which documents near the size that GitHub shows, and which are
    left over.
    """

    stale: tuple[FileText, ...]
    lagging: tuple[FileText, ...]
    warnings: tuple[str, ...]


def regenerate(root: Path, site: str = "") -> StaleFiles:
    """Bring everything generated up to date, sums too; nothing is written if anything is wrong.

    `site` is where the list's pages are published, if data/list.toml does not say it.
    """
    report = compared(root, site)
    files.write(root, report.stale + report.lagging)
    return report


def compared(root: Path, site: str = "") -> StaleFiles:
    """Work out what regenerating would change, and change nothing."""
    catalog, listing, _ = load(root)
    around = Around(site=site, checked=checked_under(root))
    made = fresh(documents_under(root, listing), catalog, listing, around)
    local = {files.PAPERS: papers.dump(catalog)} | made.local
    stale = [*files.changed(root, files.texts(local)), *files.changed(root, issue_forms(listing))]
    lagging = [
        file
        for file in files.changed(root, files.texts(made.whole))
        if file.text != made.local.get(file.path)
    ]
    warnings = (*size_warnings(made.whole, listing), *_left_over(root, listing))
    return StaleFiles(tuple(stale), tuple(lagging), warnings)


def _left_over(root: Path, listing: Listing) -> Iterator[str]:
    """Name the pages of categories that are no more, or that have none any more."""
    for path in files.names(root, PAGES, ".md"):
        if path not in paths(listing) and OPENING in (files.read_if_there(root, path) or ""):
            yield f"{path} is the page of no category; nothing brings it up to date: delete it"


def diff(root: Path, texts: Sequence[FileText]) -> str:
    """Show how the files on disk would change, as a unified diff."""
    lines: list[str] = []
    for file in texts:
        before = (files.read_if_there(root, file.path) or "").splitlines(keepends=True)
        after = file.text.splitlines(keepends=True)
        lines += unified_diff(before, after, f"a/{file.path}", f"b/{file.path}", n=1)
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)
