"""Which entries does this README hold, and what could not be read?

An importer per shape (table, list, paragraph, HTML, BibTeX), none per list, and one reading of a
work's line that they share (`bot.importers.reading`).
"""

from bot.importers.document import read_document
from bot.importers.markdown import read_markdown
from bot.importers.source import prepare
from bot.model.entry import Reading

STYLES = (
    "tables",
    "bulleted lists",
    "numbered lists",
    "paragraphs with a title and links",
    "HTML tables and lists",
    "BibTeX blocks",
)
"""The styles that are looked for, as a sentence about an empty reading names them."""

__all__ = ["STYLES", "read"]


def read(text: str) -> Reading:
    """Read a README: every visible word is in an entry, a heading, prose or a leftover.

    Raises InvalidError where the text is larger than 2 million characters.
    """
    return read_document(read_markdown(prepare(text)))
