"""Which entries bear only the short name of a work whose title another entry tells?"""

from collections.abc import Iterable
from dataclasses import replace

from bot.importers.phrases.names import is_name
from bot.model.papers.imported import ImportedPaper
from bot.text.fold import fold


def with_titles(entries: Iterable[ImportedPaper]) -> list[ImportedPaper]:
    """Give "GPT-3" the title that another entry has for the same id; what it bore is its name."""
    papers = list(entries)
    titled: dict[str, ImportedPaper] = {}
    for entry in papers:
        if not _is_bare(entry):
            for work in entry.ids[:1]:
                titled.setdefault(work, entry)
    return [_titled(entry, titled.get(entry.ids[0])) if entry.ids else entry for entry in papers]


def _is_bare(entry: ImportedPaper) -> bool:
    words = entry.title.split()
    marked = all(sum(map(str.isupper, word)) > 1 or word.isdigit() for word in words)
    return is_name(entry.title) and not entry.name and (len(words) == 1 or marked)


def _titled(entry: ImportedPaper, other: ImportedPaper | None) -> ImportedPaper:
    """Take the other's title where it is one, and not the same word in another spelling."""
    if other is None or not _is_bare(entry) or fold(other.title) == fold(entry.title):
        return entry
    return replace(entry, title=other.title, name=entry.title)
