"""What do we record of one paper, and in which order does it stand in `data/papers.json`?

The order of the fields here is the order of the keys in the file; a field that holds its default
(nothing) is left out of the file.
"""

from datetime import date
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field

from bot.model.base import (
    Day,
    ManyLines,
    OneLine,
    PartialDate,
    Slug,
    Strict,
    Title,
    Url,
    WorkId,
    Year,
)
from bot.model.papers.index import Index, Indexed
from bot.model.papers.order import KEY

# The last author of a list that was cut.
OTHERS = "et al."
Kind = Literal[
    "paper", "survey", "thesis", "book", "software", "dataset", "model", "blog", "talk"
]  # fmt: skip
# As people choose among them.
KIND_NAMES: dict[Kind, str] = {
    "paper": "Paper",
    "survey": "Survey",
    "thesis": "Thesis",
    "book": "Book",
    "software": "Software",
    "dataset": "Dataset",
    "model": "Model",
    "blog": "Blog post",
    "talk": "Talk",
}
LinkKind = Literal[
    "paper", "code", "project", "blog", "slides", "video", "summary", "dataset", "model", "other"
]
Capability = Literal["training", "inference", "fine-tuning"]


# What is counted here stays far below it: no work is cited a billion times.
MOST_COUNTED = 10**9


class Venue(Strict):
    """Where a work was published: its canonical short name ("NeurIPS") and the year, if known."""

    name: OneLine
    year: Year | None = None

    def __str__(self) -> str:
        """Give the venue as a reader knows it: "NeurIPS 2023"."""
        return f"{self.name} {self.year}" if self.year else self.name


class Link(Strict):
    """One address that belongs to the work, and what a reader finds there."""

    kind: LinkKind
    url: Url


class Citations(Strict):
    """How often the work was cited, on which day, according to whom."""

    count: int = Field(ge=0, le=MOST_COUNTED)
    as_of: PartialDate | None = None
    source: OneLine | None = None


class Status(Strict):
    """What became of a work that stays listed, who says so, and what took its place, if known."""

    what: Literal["withdrawn", "retracted"]
    by: OneLine
    see: Url | None = None


Key = Annotated[str, Field(pattern=KEY, max_length=200)]


class Printed(Strict):
    """How an entry stands in a category as the list's owner wrote it there.

    `key` is its place among the others. `text` are its lines, and `of` says of which values
    (`bot.model.papers.printed`).
    """

    category: Slug
    key: Key
    text: ManyLines | None = None
    of: OneLine | None = None


class Kept(Strict):
    """Lines that the list's owner wrote between the entries of a category, and their place."""

    category: Slug
    key: Key
    text: ManyLines


class Paper(Strict):
    """One work of the list: a paper, a survey, a piece of software, a blog post.

    `id` is permanent. `date` is when the work was first made public. `ids` are its canonical
    identifiers, all of one work. `added` is the day it came onto the list, `issue` the number of
    the issue that suggested it, `sources` the lists it was imported from, `printed` how it stands
    in a README that its owner wrote. `other_titles` are those that it had before.
    """

    id: Slug
    title: Title
    other_titles: tuple[Title, ...] = ()
    short_name: Title | None = None
    kind: Kind = "paper"
    category: Slug
    also_in: tuple[Slug, ...] = ()
    authors: tuple[OneLine, ...] = ()
    affiliations: tuple[OneLine, ...] = ()
    date: PartialDate | None = None
    venue: Venue | None = None
    ids: tuple[WorkId, ...] = ()
    links: tuple[Link, ...] = ()
    keywords: tuple[OneLine, ...] = ()
    citations: Citations | None = None
    note: OneLine | None = None
    status: Status | None = None
    capabilities: tuple[Capability, ...] = ()
    added: Day | None = None
    issue: int | None = Field(default=None, ge=1, le=MOST_COUNTED)
    sources: tuple[OneLine, ...] = ()
    printed: tuple[Printed, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """The authors by name, without the mark that there are more."""
        return tuple(name for name in self.authors if name != OTHERS)


class Removed(Strict):
    """A work that was taken off the list, and why; suggesting it again shows the reason."""

    id: Slug
    title: Title
    ids: tuple[WorkId, ...] = ()
    reason: OneLine
    issue: int | None = Field(default=None, ge=1, le=MOST_COUNTED)


class Catalog(Strict):
    """All of `data/papers.json`: the works listed and the works removed, each sorted by id.

    `kept` is what stands between the works and is none.
    """

    schema_version: Literal[1]
    papers: tuple[Paper, ...]
    removed: tuple[Removed, ...] = ()
    kept: tuple[Kept, ...] = ()

    @cached_property
    def index(self) -> Index:
        """The places of the papers by id, address and the pieces of their titles."""
        return Index([_indexed(paper) for paper in self.papers])

    def owner(self, work: str) -> Paper | None:
        """Give the paper that has this canonical id."""
        places = self.index.with_id((work,))
        return self.papers[places[0]] if places else None

    def __copy__(self) -> Self:
        copied = super().__copy__()
        # A copy is made to hold other papers, and this is the index of these.
        copied.__dict__.pop("index", None)
        return copied


def is_day(text: str) -> bool:
    """Tell whether a day, written YYYY-MM-DD, exists."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _indexed(paper: Paper) -> Indexed:
    texts = (paper.title, *paper.other_titles, *filter(None, (paper.short_name,)))
    return Indexed(texts, paper.ids, tuple(link.url for link in paper.links))
