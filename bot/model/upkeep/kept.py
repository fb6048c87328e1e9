"""What does upkeep keep: what people decided, for good, and what was seen, until it is lost?

`Decisions` is the whole of `data/upkeep.json`, which upkeep alone changes, so that no suggestion
conflicts with it. `Observations` stands outside of the list's history and may be lost: that costs
requests, and never leads to a wrong change.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from bot.model.base import Day, Login, OneLine, Slug, Strict, Title, Url, WorkId
from bot.model.papers.paper import MOST_COUNTED, Venue
from bot.model.upkeep.candidate import Candidate, Measured
from bot.model.upkeep.link import LinkState
from bot.model.upkeep.proposal import FieldName, Proposal

Job = Literal["links", "metadata", "discover"]
JOBS: tuple[Job, ...] = ("links", "metadata", "discover")
# How many proposals one pull request shows: more than that nobody reads.
MOST_PROPOSALS = 150
LONGEST_KEY = 3_000


class Decision(Strict):
    """What a person decided, once and for good.

    `about` "link": the link `key` stays as it is although it is `value` (a verdict); "drop": the
    proposal `key` is not to be made again; "take": the likely change `key` is to be made;
    "candidate": the work `key` is not to be shown again; "distinct": the two entries of `key` are
    two works.
    """

    about: Literal["link", "drop", "take", "candidate", "distinct"]
    key: Annotated[str, Field(min_length=1, max_length=LONGEST_KEY)]
    value: OneLine | None = None
    by: Login
    on: Day


class Decisions(Strict):
    """All of `data/upkeep.json`: when each job last looked at all, and what people decided.

    `dashboard` is the number of the issue that is the dashboard, once there is one.
    """

    schema_version: Literal[1] = 1
    dashboard: Annotated[int, Field(ge=1, le=MOST_COUNTED)] | None = None
    checked: dict[Job, Day] = Field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()

    def about(self, kind: str) -> frozenset[tuple[str, str]]:
        """Give keys and values of the decisions of one kind."""
        return frozenset(
            (decision.key, decision.value or "")
            for decision in self.decisions
            if decision.about == kind
        )

    def decided(self, new: Iterable[Decision]) -> "Decisions":
        """Give these and the new ones, of which those decided already are left out."""
        decisions = {(decision.about, decision.key): decision for decision in self.decisions}
        for decision in new:
            before = decisions.get((decision.about, decision.key))
            if before is None or before.value != decision.value:
                decisions[decision.about, decision.key] = decision
        return self.model_copy(
            update={"decisions": tuple(decisions[key] for key in sorted(decisions))}
        )


class Ran(Strict):
    """When a job last ran, and what came of it, as a sentence; `failed`, if it broke off."""

    on: Day
    said: OneLine
    failed: bool = False


class Doubt(Strict):
    """Two entries that may be one work, and why."""

    a: Slug
    b: Slug
    why: OneLine

    @property
    def key(self) -> str:
        """What a person decides about: the pair, in the order of the ids."""
        return " ".join(sorted((self.a, self.b)))


class Searched(Strict):
    """When a service was asked by which title, and where it says that the work was published."""

    on: Day
    title: Title
    venues: tuple[Venue, ...] = ()


class Observations(Strict):
    """What upkeep has seen: the last run of each job, links by address, works by id.

    `works` says when the metadata of each entry was last looked at, `searches` what each service
    said that was asked by its title. `sure` are the proposals of
    the rolling pull request, `likely` those that only the dashboard shows. `offered` says when each
    work was first shown as a candidate; none is shown again.
    """

    schema_version: Literal[1] = 1
    runs: dict[Job, Ran] = Field(default_factory=dict)
    links: dict[Url, LinkState] = Field(default_factory=dict)
    works: dict[Slug, Day] = Field(default_factory=dict)
    searches: dict[Slug, dict[FieldName, Searched]] = Field(default_factory=dict)
    sure: tuple[Proposal, ...] = ()
    likely: tuple[Proposal, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    offered: dict[WorkId, Day] = Field(default_factory=dict)
    measured: Measured | None = None
    doubts: tuple[Doubt, ...] = ()
    warning: OneLine | None = None
