"""What did the list hold at a commit?"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from bot.errors import InvalidError, Problem
from bot.flows.github.facts.doors import History
from bot.model.lists.listing import Bot, Listing
from bot.model.lists.renamed import settled
from bot.model.papers.paper import Catalog
from bot.render.readme.documents.documents import paths
from bot.store import config, files, papers

_WATCH = re.compile(r"^\s*mode\s*=\s*[\"']watch", re.MULTILINE)


class Base(NamedTuple):
    """The list at the commit `tip`, read and checked, and the documents that show it, by path."""

    tip: str
    catalog: Catalog
    listing: Listing
    papers_text: str
    documents: Mapping[str, str]


def base_at(history: History, tip: str) -> Base:
    """Read the list at a commit; raises InvalidError with every problem of what stands there."""
    listing = config.parse(_needed(history, tip, files.LIST))
    papers_text = _needed(history, tip, files.PAPERS)
    catalog = settled(papers.parse(papers_text), listing)
    papers.check(catalog, listing, papers_text)
    _needed(history, tip, files.README)
    return Base(tip, catalog, listing, papers_text, documents_at(history, tip, listing))


def documents_at(history: History, sha: str, listing: Listing) -> dict[str, str]:
    """Read the documents that show the list at a commit, by path; some may not be there."""
    texts_by_path = {path: history.text(sha, path) for path in paths(listing)}
    return {path: text for path, text in texts_by_path.items() if text is not None}


def listing_at(history: History, sha: str, base: Base) -> Listing:
    """Give the list's configuration at a commit; where that is faulty, the one of the base."""
    try:
        return config.parse(history.text(sha, files.LIST) or "")
    except InvalidError:
        return base.listing


def bot_at(history: History, tip: str) -> Bot:
    """Tell how the bot is set at a commit, also while the entries are broken.

    Of a list.toml that cannot be read that is not known; then it is the usual way, except that
    nothing is written where nothing seems to have been.
    """
    try:
        return config.parse(_needed(history, tip, files.LIST)).bot
    except InvalidError:
        watching = _WATCH.search(history.text(tip, files.LIST) or "")
        return Bot(mode="watch" if watching else "act")


def _needed(history: History, tip: str, path: str) -> str:
    text = history.text(tip, path)
    if text is None:
        raise InvalidError([Problem(path, "", "this file is missing; restore it")])
    return text
