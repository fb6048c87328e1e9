"""What did somebody answer about a link, and where does the link stand after all answers so far?"""

from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from bot.model.base import Day, OneLine, Strict, Url

AnswerKind = Literal["fine", "moved", "blocked", "unsure", "failed", "gone", "changed", "unasked"]
LinkVerdict = Literal["fine", "moved", "blocked", "suspect", "dead", "changed"]
# More failures than these tell nothing new.
MOST_FAILURES = 10


class Answer(NamedTuple):
    """What is known of a link after one look; `said` says why, as a phrase.

    `unsure` may pass by itself (an outage), `failed` counts towards death, `gone` is the word of
    an interface. `url` is where it has moved, and `certain` whether that may be taken over.
    `identity` is the number of a repository, which stays when it is renamed; 0 for none.
    """

    kind: AnswerKind
    said: str = ""
    url: str = ""
    certain: bool = False
    identity: int = 0


UNASKED = Answer("unasked")


class LinkState(Strict):
    """Where a link stands: `looked` is when it was last looked at, `since` when trouble began.

    `failed` are the days on which it failed in a way that counts. `moved_to` is where it leads
    now, and `certain` whether that may be taken over without a person's look at it. `archived` is
    a copy elsewhere, "" where there is none, None where nobody has asked yet.
    """

    looked: Day
    verdict: LinkVerdict = "fine"
    said: OneLine | Literal[""] = ""
    since: Day | None = None
    failed: Annotated[tuple[Day, ...], Field(max_length=MOST_FAILURES)] = ()
    moved_to: Url | None = None
    certain: bool = False
    identity: Annotated[int, Field(ge=0)] = 0
    archived: Url | Literal[""] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A link that a person has to look at, of the entries `entries`, and what there is instead."""

    url: str
    state: LinkState
    entries: tuple[str, ...]
    others: tuple[str, ...] = ()


class Repo(NamedTuple):
    """What GitHub says of a repository: its present name ("owner/name") and its number."""

    name: str
    identity: int
    archived: bool = False
    empty: bool = False
    disabled: bool = False


class Hop(NamedTuple):
    """One answer on the way to a page: the address that was asked, and the status."""

    url: str
    status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What came of the visit to a page: every hop, and of the last the beginning of its text.

    Where no answer came, `trouble` says why, as a phrase. `no_such_name` tells that no such host
    exists, `wall` that a header says only people are let in, `cut_short` that it was not asked,
    for want of time or since its host wants to be left alone.
    """

    hops: tuple[Hop, ...] = ()
    text: str = ""
    trouble: str = ""
    no_such_name: bool = False
    wall: bool = False
    cut_short: bool = False
