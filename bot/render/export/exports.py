"""In which formats can the list be taken away, and in which file does each stand on the site?"""

from collections.abc import Callable
from typing import NamedTuple

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog
from bot.render.addresses import category_export_path, feed_path
from bot.render.export.atom import atom
from bot.render.export.bibtex import bibtex
from bot.render.export.csv_text import csv_text
from bot.render.export.json_text import json_text


class Export(NamedTuple):
    """One format: the file's name, what people call it, and how it is written.

    `write` takes the slug of a category, or "" for the whole list.
    """

    path: str
    label: str
    write: Callable[[Catalog, Listing, str], str]

    def path_of(self, slug: str) -> str:
        """Give the file of a category."""
        return category_export_path(slug, self.path.rpartition(".")[2])


EXPORTS = {
    "bibtex": Export("papers.bib", "BibTeX", bibtex),
    "csv": Export("papers.csv", "CSV", csv_text),
    "json": Export("papers.json", "JSON", json_text),
    "atom": Export(feed_path, "Atom feed", atom),
}
