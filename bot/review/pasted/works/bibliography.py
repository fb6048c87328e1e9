"""Which entries of a bibliography were pasted into a text, and what stands around them?"""

import re
from itertools import islice

from bot.importers import read_bibliography
from bot.model.papers.imported import ImportedPaper

MOST = 20  # entries; more works than one submission may have
_ENTRY = re.compile(r"^[ \t>*+-]*@[A-Za-z]{3,30}[ \t]*[{(]", re.MULTILINE)


def entries_in(text: str) -> tuple[list[ImportedPaper], str]:
    """Give the entries of BibTeX in a text, and the text without those; broken ones stay in it."""
    papers: list[ImportedPaper] = []
    kept, done = [], 0
    for start in islice(_ENTRY.finditer(text), MOST):
        if start.start() < done:
            continue
        end = _end(text, start.end())
        read = read_bibliography(text[start.start() : end].lstrip(" \t>*+-"))
        if read.entries and not read.leftovers:
            papers += read.entries
            kept.append(text[done : start.start()])
            done = end
    return papers, "\n\n".join([*kept, text[done:]])


def _end(text: str, start: int) -> int:
    """Find the place behind the brace that closes an entry; the end of the text if none does."""
    depth = 1
    for mark in re.finditer(r"\\.|[{}]", text[start:]):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0:
            return start + mark.end()
    return len(text)
