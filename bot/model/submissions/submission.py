"""Which works does a submission ask for, once its form is understood?"""

from dataclasses import dataclass, replace

from bot.errors import Problem
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.metadata import Metadata
from bot.model.papers.paper import Kind, Link, Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedCategory:
    """The category that was proposed for a work, and the sentence that says why.

    It is made once and kept, so that what lands is what was approved, however the list grows.
    """

    slug: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestedPaper:
    """One work that a person asks for: its links, and what was said of it.

    `line` is the line of its first link as written; `links`, cleaned, lead to the work itself and
    `also` to what goes with it; `ids` are canonical; empty is unknown. `title` and `venue` are what
    the form's own fields say, and `kind`; `guess` is what the words beside the links seem to say.
    `metadata` is what the services know of it, None where they were not asked; `proposal` the
    category that was proposed for it earlier. `written` is the entry as whoever edited the list by
    hand wrote it, `category` the slug of the heading under which it stands there.
    """

    line: str
    links: tuple[str, ...] = ()
    also: tuple[Link, ...] = ()
    ids: tuple[str, ...] = ()
    title: str = ""
    venue: str = ""
    kind: Kind | None = None
    guess: ImportedPaper | None = None
    metadata: Metadata | None = None
    proposal: ProposedCategory | None = None
    written: Paper | None = None
    category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the form's fields say of one work: a title and a venue as written, further links."""

    title: str = ""
    venue: str = ""
    also: tuple[Link, ...] = ()

    def on(self, requested: RequestedPaper) -> RequestedPaper:
        """Give the work as the form says it is."""
        return replace(
            requested,
            title=self.title,
            venue=self.venue,
            also=tuple(dict.fromkeys((*requested.also, *self.also))),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A whole submission: its works, what holds for all of them, and what is wrong already.

    `statement` is about one work, and is held back until it is clear that there is only one: two
    links may turn out to be one work's. `category` is a slug, or None where the submitter is not
    sure; `why` is for the maintainers and no part of an entry. `notes` are sentences for the
    submitter, `leftovers` every text that was not understood. `distinct` says that a maintainer
    knows the works to be none of those that they look like.
    """

    papers: tuple[RequestedPaper, ...] = ()
    statement: Statement = Statement()
    category: str | None = None
    keywords: tuple[str, ...] = ()
    why: str = ""
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
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
