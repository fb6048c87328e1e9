"""In which formats can the list be taken away, and in which file does each stand on the site?"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog
from bot.render.addresses import category_export_path, feed_path
from bot.render.export.atom import atom
from bot.render.export.bibtex import bibtex, records
from bot.render.export.csv_text import csv_text, rows
from bot.render.export.json_text import json_text, objects


class Export(NamedTuple):
    """One format: the file's name, what people call it, and how it is written.

    `works` gives the text of each work, by its id, which is the same in every file; `write` takes
    the slug of a category, or "" for the whole list, and those texts.
    """

    path: str
    label: str
    works: Callable[[Catalog, Listing], Mapping[str, str]]
    write: Callable[[Catalog, Listing, str, Mapping[str, str]], str]

    def text(self, catalog: Catalog, listing: Listing, slug: str = "") -> str:
        """Write a single file."""
        return self.write(catalog, listing, slug, self.works(catalog, listing))

    def path_of(self, slug: str) -> str:
        """Give the file of a category."""
        return category_export_path(slug, self.path.rpartition(".")[2])


EXPORTS = {
    "bibtex": Export("papers.bib", "BibTeX", records, bibtex),
    "csv": Export("papers.csv", "CSV", rows, csv_text),
    "json": Export("papers.json", "JSON", objects, json_text),
    # A feed holds a few works of all, so it writes them itself.
    "atom": Export(
        feed_path,
        "Atom feed",
        lambda *_: {},
        lambda catalog, listing, slug, _: atom(catalog, listing, slug),
    ),
}
