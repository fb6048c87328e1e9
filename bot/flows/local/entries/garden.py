"""What do the files of a list become when its maintainer gardens it, as one commit's worth?"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.errors import InvalidError, Problem
from bot.flows.local.load import documents_under, load
from bot.gardening.entries import distinct
from bot.gardening.garden import Garden
from bot.model.github.outcome import FileText
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog
from bot.render.github.files.issue_form import issue_forms
from bot.render.readme.categories import edited
from bot.render.readme.moved import moved_pages
from bot.render.readme.readme import fresh
from bot.store import config, files, papers, upkeep

Gardener = Callable[[Catalog, Listing], Garden]
_MARK = re.compile(r"(<!--[ \t]*/?bot:papers:)([a-z0-9-]+)(?::([0-9a-z]+))?([ \t]*-->)")
_BY_HAND = (
    "could not be changed as asked; change the categories there by hand, then: bot regenerate"
)


def garden(root: Path, gardener: Gardener) -> tuple[FileText, ...]:
    """Work out what changes; nothing is written.

    Raises InvalidError where the list is not right, before or afterwards, and UsageError for what
    cannot be done.
    """
    loaded = load(root)
    done = gardener(loaded.catalog, loaded.listing)
    text = files.read(root, files.LIST)
    toml = text
    if done.categories != loaded.listing.categories or done.renamed:
        now = {old: new for old, new in done.marks.items() if ":" not in new}
        toml = edited(text, done.categories, done.renamed, now)
    listing = config.parse(toml)
    if listing.categories != done.categories:
        raise InvalidError([Problem(files.LIST, "", _BY_HAND)])
    papers_text = papers.dump_checked(done.catalog, listing)
    there = {
        path: _remarked(words, done.marks)
        for path, words in documents_under(root, loaded.listing).items()
    }
    led = moved_pages(there, loaded.listing, listing)
    made = fresh(there | led.taken, done.catalog, listing).local | led.leading
    every = files.texts({files.LIST: toml, files.PAPERS: papers_text} | made)
    return tuple(files.changed(root, [*every, *issue_forms(listing)]))


def tell_apart(root: Path, one: str, other: str, on: str) -> tuple[FileText, ...]:
    """Work out what changes where two entries are said to be different works."""
    decision = distinct(one, other, load(root).catalog, on)
    decisions = upkeep.parse(files.read_if_there(root, upkeep.DECISIONS))
    text = upkeep.dump(decisions.decided([decision]))
    return tuple(files.changed(root, files.texts({upkeep.DECISIONS: text})))


def _remarked(text: str, marks: Mapping[str, str]) -> str:
    """Give a document whose parts are called by what their categories are called now."""

    def now(match: re.Match[str]) -> str:
        opening, slug, key, closing = match.groups("")
        new = marks.get(slug, slug)
        name = f"{new}{key}" if ":" in new else f"{new}:{key}" if key else new
        return f"{opening}{name}{closing}"

    return _MARK.sub(now, text)
