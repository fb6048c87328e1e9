"""What are sources asked, which works do they offer, and which are shown as candidates?"""

from typing import Annotated, NamedTuple

from pydantic import Field

from bot.model.base import Day, OneLine, Slug, Strict, Title, Url, WorkId
from bot.model.lists.listing import Discover
from bot.model.papers.paper import MOST_COUNTED


class Question(NamedTuple):
    """Which works are wanted: as the owner says, that appeared from `since` to `until` (days).

    `works` are listed ones, by work id and the entry's id, those that say most of the list first.
    """

    asked: Discover
    since: str
    until: str
    works: tuple[tuple[str, str], ...] = ()


class OfferedWork(NamedTuple):
    """What a source says of a work: its work id, title, and the day of its first appearance.

    `cites` are the ids of the entries that it cites, as far as the source was asked for them.
    """

    work: str
    url: str
    title: str
    day: str
    abstract: str = ""
    authors: tuple[str, ...] = ()
    cites: frozenset[str] = frozenset()


class Offered(NamedTuple):
    """All offers of all sources, and a sentence about each source that did not answer in full."""

    offers: tuple[OfferedWork, ...] = ()
    troubles: tuple[str, ...] = ()


class Candidate(Strict):
    """A work that the list may want: its number, which stays, and the reasons, as phrases.

    `category` is the one it would go into, `on` the day on which it was first shown.
    """

    number: Annotated[int, Field(ge=1, le=MOST_COUNTED)]
    work: WorkId
    url: Url
    title: Title
    day: Day
    category: Slug | None = None
    reasons: tuple[OneLine, ...] = ()
    on: Day


class Measured(Strict):
    """How good the ranker would have been on the list's own past: of its first ten, which share.

    `windows` is in how many quarters that could be told; None for the share if in none.
    """

    on: Day
    windows: Annotated[int, Field(ge=0)]
    first_ten: Annotated[float, Field(ge=0, le=1)] | None = None
