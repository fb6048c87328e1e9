"""What did the list hold at a commit?"""

from typing import NamedTuple, Protocol

from bot.errors import InvalidError, Problem
from bot.model.listing import Bot, Listing
from bot.model.paper import Catalog
from bot.store import config, files, papers


class Texts(Protocol):
    """Whatever gives the text of a file at a commit: the git door."""

    def text(self, sha: str, path: str) -> str | None:
        """Give the text of `path` at the commit `sha`, or None if there is no such file."""
        ...


class Base(NamedTuple):
    """The list at the commit `tip`, read and checked."""

    tip: str
    catalog: Catalog
    listing: Listing
    papers_text: str
    readme: str


def base_at(texts: Texts, tip: str) -> Base:
    """Read the list at a commit; raises InvalidError with every problem of what stands there."""
    listing = config.parse(_needed(texts, tip, files.LIST))
    papers_text = _needed(texts, tip, files.PAPERS)
    catalog = papers.parse(papers_text)
    papers.check(catalog, listing, papers_text)
    return Base(tip, catalog, listing, papers_text, _needed(texts, tip, files.README))


def earlier_logins(texts: Texts, tip: str) -> tuple[str, ...]:
    """Tell which accounts the bot had before, also while the entries are broken.

    Of a list.toml that cannot be read it is not known; then they are the usual ones.
    """
    try:
        return config.parse(_needed(texts, tip, files.LIST)).bot.earlier_logins
    except InvalidError:
        return Bot().earlier_logins


def _needed(texts: Texts, tip: str, path: str) -> str:
    text = texts.text(tip, path)
    if text is None:
        raise InvalidError([Problem(path, "", "this file is missing; restore it")])
    return text
