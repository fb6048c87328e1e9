"""What does the world know of a work, who said so, and where do they contradict each other?

A service that was asked gives one of three answers, never two: found, not found, or unavailable.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

from bot.model.papers.paper import Citations, Kind, Link, Venue
from bot.titles.compare import one_title
from bot.venues.compare import are_two_meetings

T = TypeVar("T")

# Families in which one work has one id; it may have several forums on OpenReview, say.
SINGLE = {"acl", "arxiv", "doi"}

# When a list's owner says nothing: the preprint's own record first, since it knows when the work
# was first made public; then who decides on acceptance; then who registers and collects.
DEFAULT_ORDER = (
    "arxiv",
    "openreview",
    "openreview-v1",
    "crossref",
    "semantic-scholar",
    "datacite",
    "huggingface",
)


class Sourced(NamedTuple, Generic[T]):
    """A value, and the service (or the person: "form") that gave it."""

    value: T
    source: str


class Warned(NamedTuple):
    """Something that speaks against a work: what it is, and why, in the service's words or "".

    A concern is a publisher's expression of concern. Corrections are no warning.
    """

    what: Literal["withdrawn", "rejected", "retracted", "concern"]
    reason: str = ""


class Conflict(NamedTuple):
    """Two sources contradict each other in a field ("title", "date") or a family of ids ("doi").

    `a` is what the source that comes first in the owner's order says; the merged value holds it.
    """

    field: str
    a: Sourced[str]
    b: Sourced[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of one work, each field with its source; unknown fields are None or empty.

    `date` is when the work was first made public: YYYY, YYYY-MM or YYYY-MM-DD. `ids` are
    canonical work ids. A venue is only ever one that has accepted the work. `kind` is known of
    what is registered as something else than a paper. An `abstract` helps to propose a category
    in the run that looked it up, and is kept nowhere.
    """

    title: Sourced[str] | None = None
    authors: Sourced[tuple[str, ...]] | None = None
    affiliations: Sourced[tuple[str, ...]] | None = None
    date: Sourced[str] | None = None
    venue: Sourced[Venue] | None = None
    ids: tuple[Sourced[str], ...] = ()
    links: tuple[Sourced[Link], ...] = ()
    citations: Sourced[Citations] | None = None
    kind: Sourced[Kind] | None = None
    warnings: tuple[Sourced[Warned], ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    abstract: Sourced[str] | None = None

    def knows(self, field: str) -> bool:
        """Say whether anything is known of the field called `field`."""
        return bool(getattr(self, field))


@dataclass(frozen=True, slots=True)
class Found:
    """The service knows the work."""

    service: str
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class NotFound:
    """The service answered, and has no such work."""

    service: str


@dataclass(frozen=True, slots=True)
class Unavailable:
    """The service gave no usable answer, so nothing is known; `reason` is a phrase for people.

    `retry_after` is in how many seconds it makes sense to ask again, where the service said so.
    `refused` tells that it turns programs away, which does not pass as an outage does.
    """

    service: str
    reason: str
    retry_after: float | None = None
    refused: bool = False


LookupReply = Found | NotFound | Unavailable


@dataclass(frozen=True, slots=True)
class LookupResult:
    """All that was learnt of one work: the ids it was asked by, the answers, and their union.

    `unknown` holds those of the ids that do not exist, according to all who register such ids.
    """

    ids: tuple[str, ...]
    answers: tuple[LookupReply, ...]
    metadata: Metadata
    unknown: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Say whether any service knows the work."""
        return any(isinstance(answer, Found) for answer in self.answers)

    @property
    def unavailable(self) -> tuple[Unavailable, ...]:
        """Give the services that must be asked again before "not found" can be believed."""
        return tuple(answer for answer in self.answers if isinstance(answer, Unavailable))


# Asks what the world knows of several works, each given by all ids that are known of it.
LookUp = Callable[[Sequence[Sequence[str]]], list[LookupResult]]
# What is published under a title, as one service has it; which of it is the work is not decided.
SearchReply = tuple[Found, ...] | Unavailable
Search = Callable[[str], SearchReply]


def merge(answers: Iterable[LookupReply], order: Sequence[str] = DEFAULT_ORDER) -> Metadata:
    """Unite what was found: of each field, the first source in `order` that knows it wins.

    What a person says is one more answer, `Found("form", ...)`, whose name stands first in the
    order. Sources that the order does not name come last, in the order of `answers`. Of links the
    first source wins for each kind; of ids for each family, but ids that agree are all kept.
    """
    hits = [answer for answer in answers if isinstance(answer, Found)]
    rank = {name: place for place, name in enumerate(order)}
    hits.sort(key=lambda answer: rank.get(answer.service, len(rank)))
    metadata = [answer.metadata for answer in hits]
    return Metadata(
        title=_first(one.title for one in metadata),
        authors=_first(one.authors for one in metadata),
        affiliations=_first(one.affiliations for one in metadata),
        date=_first(one.date for one in metadata),
        venue=_first(one.venue for one in metadata),
        ids=_ids(metadata),
        links=_links(metadata),
        citations=_first(one.citations for one in metadata),
        kind=_first(one.kind for one in metadata),
        warnings=tuple(dict.fromkeys(warned for one in metadata for warned in one.warnings)),
        conflicts=_conflicts(metadata),
        abstract=_first(one.abstract for one in metadata),
    )


def _first(values: Iterable[Sourced[T] | None]) -> Sourced[T] | None:
    return next((value for value in values if value), None)


def _family(work_id: str) -> str:
    return work_id.partition(":")[0]


def _ids(metadata: Sequence[Metadata]) -> tuple[Sourced[str], ...]:
    """Keep every id, except those of a family in which a source before names only others."""
    kept: dict[str, Sourced[str]] = {}
    for one in metadata:
        rivals = _rival_families(kept.values(), one.ids)
        for id_ in one.ids:
            if _family(id_.value) not in rivals:
                kept.setdefault(id_.value, id_)
    return tuple(kept.values())


def _rival_families(a: Iterable[Sourced[str]], b: Iterable[Sourced[str]]) -> set[str]:
    """Give the families of which both sides name ids, but none in common."""
    left, right = {id_.value for id_ in a}, {id_.value for id_ in b}
    both = {_family(value) for value in left} & {_family(value) for value in right}
    return (both & SINGLE) - {_family(value) for value in left & right}


def _links(metadata: Sequence[Metadata]) -> tuple[Sourced[Link], ...]:
    """Keep, for each kind of link, those of the first source that has one."""
    kept: list[Sourced[Link]] = []
    for one in metadata:
        taken = {link.value.kind for link in kept}
        kept += [link for link in one.links if link.value.kind not in taken]
    return tuple(kept)


def _conflicts(metadata: Sequence[Metadata]) -> tuple[Conflict, ...]:
    """Set what wins beside every later source that contradicts it."""
    conflicts: list[Conflict] = []
    for place, later in enumerate(metadata):
        before = metadata[:place]
        title, date = _first(one.title for one in before), _first(one.date for one in before)
        venue = _first(one.venue for one in before)
        if title and later.title and not one_title(title.value, later.title.value):
            conflicts.append(Conflict("title", title, later.title))
        if date and later.date and _far(int(date.value[:4]), int(later.date.value[:4])):
            conflicts.append(Conflict("date", date, later.date))
        if venue and later.venue and _two_venues(venue.value, later.venue.value):
            conflicts.append(Conflict("venue", _shown(venue), _shown(later.venue)))
        conflicts += _id_conflicts(_ids(before), later.ids)
    return tuple(dict.fromkeys(conflicts))


def _id_conflicts(a: Sequence[Sourced[str]], b: Sequence[Sourced[str]]) -> list[Conflict]:
    rivals = _rival_families(a, b)
    sides = {_family(id_.value): id_ for id_ in reversed(a) if _family(id_.value) in rivals}
    return [
        Conflict(family, sides[family], id_) for id_ in b if (family := _family(id_.value)) in sides
    ]


def _two_venues(a: Venue, b: Venue) -> bool:
    """Tell whether no two versions of one work appeared so: proceedings come a year later."""
    return _far(a.year, b.year) or are_two_meetings(str(a), str(b))


def _shown(venue: Sourced[Venue]) -> Sourced[str]:
    return Sourced(str(venue.value), venue.source)


def _far(a: int | None, b: int | None) -> bool:
    return a is not None and b is not None and abs(a - b) > 1
