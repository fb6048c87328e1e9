"""In which documents does the list stand, and which categories does each of them show whole?

A short list is one document, README.md. With `[readme] pages` each top-level category, with all
below it, is a document of its own, and README.md is the front page that leads there.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bot.model.lists.listing import Listing
from bot.model.paths import PAGES, README
from bot.render.readme.documents.sections import ListSection, sections

# What a page of the bot's holds, and nobody else's file.
OPENING = "<!-- bot:papers -->"
SHOWN_BY_GITHUB = 500 * 1024
_BLOCKS = ("contents", "summary", "search", "papers")
_BLANK = "\n".join(f"<!-- bot:{name} -->\n<!-- /bot:{name} -->\n" for name in _BLOCKS)


class Document(NamedTuple):
    """A document of the bot's: the sections that it shows whole, and what it begins with."""

    path: str
    sections: tuple[ListSection, ...]
    blank: str = ""


def documents(listing: Listing) -> tuple[Document, ...]:
    """List the documents, README.md first."""
    if listing.readme.pages:
        return (Document(README, ()), *_pages(listing))
    return (Document(README, tuple(sections(listing))),)


def paths(listing: Listing) -> tuple[str, ...]:
    """List the documents' paths in the repository, README.md first."""
    return tuple(document.path for document in documents(listing))


def size_warnings(texts: Mapping[str, str], listing: Listing) -> Iterator[str]:
    """Say what to do when a document comes near the size beyond which GitHub cuts it."""
    for path in paths(listing):
        size = len(texts[path].encode())
        if size > SHOWN_BY_GITHUB * 0.8:
            yield (
                f"{path} has {size // 1024} KiB, and GitHub shows no more than its first"
                f" {SHOWN_BY_GITHUB // 1024} KiB; {_advice(path, listing)}"
            )


def _advice(path: str, listing: Listing) -> str:
    if listing.readme.pages and path != README:
        return "divide this category into two top-level ones in data/list.toml"
    if listing.readme.pages:
        return "shorten it outside of the bot's blocks"
    return "set pages = true under [readme] in data/list.toml, and run: bot regenerate"


def _pages(listing: Listing) -> Iterator[Document]:
    every = sections(listing)
    starts = [number for number, section in enumerate(every) if section.depth == 0]
    for start, end in zip(starts, [*starts[1:], len(every)], strict=True):
        path = f"{PAGES}{every[start].category.slug}.md"
        yield Document(path, tuple(every[start:end]), _BLANK)
