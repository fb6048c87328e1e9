"""Which entries does this README hold, and what could not be read?

An importer per shape (table, list, paragraph, HTML, BibTeX), none per list, and one reading of a
work's line that they share (`bot.importers.line.read`).
"""

from dataclasses import replace

from bot.importers.shapes.document import read_document
from bot.importers.works.bibtex import read_bibtex
from bot.importers.works.one_work import read_work, role_of_label, role_of_line
from bot.importers.works.rows import read_csv
from bot.importers.works.sections import Section
from bot.markdown.tree.parse import read_markdown
from bot.markdown.tree.source import generated, normalised, prepare
from bot.model.papers.imported import ImportResult, Prose

STYLES = (
    "tables",
    "bulleted lists",
    "numbered lists",
    "paragraphs with a title and links",
    "HTML tables and lists",
    "BibTeX blocks",
)
"""The styles that are looked for, as a sentence about an empty reading names them."""

__all__ = [
    "STYLES",
    "read",
    "read_bibliography",
    "read_table",
    "read_work",
    "role_of_label",
    "role_of_line",
]


def read(text: str) -> ImportResult:
    """Read a README: every visible word is in an entry, a heading, prose or a leftover.

    Of a README that the bot wrote only what stands between `<!-- bot:papers -->` and its end
    counts, unless nothing stands there yet: its other blocks repeat the works.

    Raises InvalidError where the text is larger than 2 million characters.
    """
    ours, rest = generated(text)
    if ours:
        result = read_document(read_markdown(prepare(ours)))
        if result.entries:
            return replace(result, prose=(Prose(rest), *result.prose))
    return read_document(read_markdown(prepare(text)))


def read_bibliography(text: str) -> ImportResult:
    """Read a file of BibTeX; what is no work, or is broken, is left over.

    Raises InvalidError where the text is larger than 2 million characters.
    """
    entries, leftovers = read_bibtex(normalised(text), Section())
    return ImportResult(tuple(entries), tuple(leftovers))


def read_table(text: str) -> ImportResult:
    """Read a file of CSV; a row that cannot be read is left over.

    Raises InvalidError where the text is larger than 2 million characters, or names no column of
    titles.
    """
    entries, leftovers = read_csv(normalised(text))
    return ImportResult(tuple(entries), tuple(leftovers))
