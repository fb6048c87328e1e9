"""What does the list hold, once both of its files are known to be right, and where is it shown?"""

from pathlib import Path
from typing import NamedTuple

from bot.errors import InvalidError, Problem
from bot.model.lists.listing import Listing
from bot.model.lists.renamed import settled
from bot.model.papers.paper import Catalog
from bot.render.readme.documents.documents import paths
from bot.store import config, files, papers, upkeep


class Loaded(NamedTuple):
    """The list as it stands under a root, with the text of its entries."""

    catalog: Catalog
    listing: Listing
    papers_text: str


def load(root: Path, *, may_be_empty: bool = False) -> Loaded:
    """Read and check data/; raises InvalidError with every problem of both files at once.

    A list that `may_be_empty` needs no category.
    """
    problems: list[Problem] = []
    listing = catalog = None
    text = ""
    try:
        listing = config.parse(files.read(root, files.LIST), may_be_empty=may_be_empty)
    except InvalidError as error:
        problems += error.problems
    try:
        text = files.read(root, files.PAPERS)
        catalog = papers.parse(text)
    except InvalidError as error:
        problems += error.problems
    if listing is None or catalog is None:
        raise InvalidError(problems)
    catalog = settled(catalog, listing)
    papers.check(catalog, listing, text)
    return Loaded(catalog, listing, text)


def documents_under(root: Path, listing: Listing) -> dict[str, str]:
    """Read the documents that show the list, by path; raises InvalidError without a README.md."""
    first, *others = paths(listing)
    others_by_path = {path: files.read_if_there(root, path) for path in others}
    texts = {path: text for path, text in others_by_path.items() if text is not None}
    return {first: files.read(root, first)} | texts


def checked_under(root: Path) -> str:
    """Give the day on which all links were last looked at, or "" where nobody knows.

    Raises InvalidError if data/upkeep.json, which says it, is not right.
    """
    decisions = upkeep.parse(files.read_if_there(root, upkeep.DECISIONS))
    return decisions.checked.get("links", "")
