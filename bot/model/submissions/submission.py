"""Which works does a submission ask for, once its form is understood?"""

from dataclasses import dataclass

from bot.errors import Problem
from bot.model.papers.metadata import Metadata
from bot.model.papers.paper import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The category that was proposed for a work, and the sentence that says why.

    It is made once and kept, so that what lands is what was approved, however the list grows.
    """

    slug: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestedPaper:
    """One work that a person asks for: the links of one line, and what was said of it.

    `line` is the line as written; `links` are cleaned, `ids` canonical; empty is unknown.
    `metadata` is what the services know of it, None where they were not asked; `proposal` the
    category that was proposed for it earlier. `written` is the entry as whoever edited the list by
    hand wrote it, `category` the slug of the heading under which it stands there.
    """

    line: str
    links: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    title: str = ""
    venue: str = ""
    code: str = ""
    metadata: Metadata | None = None
    proposal: Proposal | None = None
    written: Paper | None = None
    category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A whole submission: its works, what holds for all of them, and what is wrong already.

    `category` is a slug, or None where the submitter is not sure; `why` is for the maintainers
    and no part of an entry. `leftovers` holds every text that was not understood. `distinct` says
    that a maintainer knows the works to be none of those that they look like.
    """

    papers: tuple[RequestedPaper, ...] = ()
    category: str | None = None
    keywords: tuple[str, ...] = ()
    why: str = ""
    problems: tuple[Problem, ...] = ()
    leftovers: tuple[str, ...] = ()
    distinct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A work that another open submission asked for first."""

    issue: int
    title: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """When and as what a submission arrived: the day (YYYY-MM-DD, UTC) and the issue's number.

    `waited` is for how many days its text has stood as it is now.
    """

    added: str
    issue: int | None = None
    waited: int = 0
