"""Does a run on metadata lose nothing by an outage, and go on where it stopped?"""

from collections.abc import Iterator, Sequence

from bot.flows.local.upkeep.metadata import CHUNK, Asking, KeptList, look
from bot.model.papers.metadata import (
    Found,
    LookupReply,
    LookupResult,
    Metadata,
    NotFound,
    Sourced,
    Unavailable,
)
from bot.model.papers.paper import Catalog, Link, Paper, Venue
from bot.model.upkeep.kept import Decision, Decisions, Observations
from bot.model.upkeep.link import Repo

FIRST, SECOND = "2026-11-01", "2026-11-08"
CODE = "https://github.com/a/fine"


def catalog(number: int = 1) -> Catalog:
    """Give a list of so many works, of which only title and arXiv id are known."""
    works = (
        Paper(
            id=f"work-{at:03d}",
            title=f"Work {at}",
            category="serving",
            ids=(f"arxiv:2501.{at:05d}",),
            authors=("Ada Bell",),
            date="2025",
        )
        for at in range(1, number + 1)
    )
    return Catalog(schema_version=1, papers=tuple(works))


class World:
    """What the services say by now, and who of them is silent."""

    def __init__(self) -> None:
        """Let everybody know the venue of every work."""
        self.silent: set[str] = set()
        self.unknown: set[str] = set()
        self.venues = {"arxiv": "SOSP", "semantic-scholar": "SOSP"}
        self.code: tuple[str, ...] = ()
        self.asked: list[str] = []
        self.repositories: dict[str, Repo | None] = {"a/fine": Repo("a/fine", 1)}
        self.chunks = 99

    def look_up(self, works: Sequence[Sequence[str]]) -> list[LookupResult]:
        """Answer as the services do."""
        self.asked += [ids[0] for ids in works]
        return [LookupResult(tuple(ids), tuple(self._answers(ids[0])), Metadata()) for ids in works]

    def _answers(self, id_: str) -> Iterator[LookupReply]:
        for service, venue in self.venues.items():
            if service in self.silent:
                yield Unavailable(service, "answered 503")
            elif service in self.unknown:
                yield NotFound(service)
            else:
                links = tuple(
                    Sourced(Link(kind="code", url=CODE), service)
                    for name in self.code
                    if name == service
                )
                yield Found(
                    service,
                    Metadata(
                        title=Sourced(f"Work {int(id_[-5:])}", service),
                        venue=Sourced(Venue(name=venue, year=2025), service),
                        links=links,
                    ),
                )

    def in_time(self) -> bool:
        """Let there be time for so many chunks."""
        self.chunks -= 1
        return self.chunks >= 0

    def run(
        self, listed: Catalog, before: Observations, day: str, decisions: Decisions | None = None
    ) -> Observations:
        """Look once."""
        asking = Asking(self.look_up, self.look_up, lambda _: self.repositories, self.in_time)
        return look(KeptList(listed, before, decisions or Decisions()), day, asking)


def told(seen: Observations) -> list[tuple[str, str, str | None]]:
    """Give what is sure and what is likely, field and value."""
    return [
        *(("sure", each.field, each.after) for each in seen.sure),
        *(("likely", each.field, each.after) for each in seen.likely),
    ]


SURE = [("sure", "venue", "SOSP 2025")]


def test_a_service_that_is_silent_takes_nothing_back() -> None:
    world = World()
    first = world.run(catalog(), Observations(), FIRST)
    assert told(first) == SURE
    for silent in ({"semantic-scholar"}, {"arxiv"}, {"arxiv", "semantic-scholar"}):
        world.silent = silent
        assert told(world.run(catalog(), first, SECOND)) == SURE
    world.silent = set()
    assert told(world.run(catalog(), first, SECOND)) == SURE


def test_a_service_that_knows_less_is_no_news_and_one_that_says_otherwise_is() -> None:
    world = World()
    first = world.run(catalog(), Observations(), FIRST)
    world.unknown = {"arxiv", "semantic-scholar"}
    assert told(world.run(catalog(), first, SECOND)) == SURE
    world.unknown = {"semantic-scholar"}
    assert told(world.run(catalog(), first, SECOND)) == SURE
    world.unknown = set()
    world.venues["semantic-scholar"] = "OSDI"
    second = world.run(catalog(), first, SECOND)
    assert told(second) == [("likely", "venue", "SOSP 2025")]
    assert second.likely[0].said_by == ("arXiv", "but Semantic Scholar (by DBLP): OSDI 2025")


def test_what_was_not_reached_comes_first_next_time() -> None:
    world, listed = World(), catalog(2 * CHUNK + 10)
    world.chunks = 1
    first = world.run(listed, Observations(), FIRST)
    assert len(first.works) == CHUNK
    world.asked, world.chunks = [], 99
    second = world.run(listed, first, SECOND)
    assert world.asked[: CHUNK + 10] == [paper.ids[0] for paper in listed.papers[CHUNK:]]
    assert len(second.sure) == 2 * CHUNK + 10
    assert second.runs["metadata"].said.startswith("210 of 210 works were looked at")


def test_of_a_work_that_nobody_could_tell_of_nothing_is_remembered() -> None:
    world = World()
    world.silent = {"arxiv", "semantic-scholar"}
    assert world.run(catalog(), Observations(), FIRST).works == {}


def test_a_repository_has_to_be_there_and_to_hold_something() -> None:
    world = World()
    world.venues = {"arxiv": "SOSP", "huggingface": "SOSP"}
    world.code = ("arxiv", "huggingface")
    seen = world.run(catalog(), Observations(), FIRST)
    assert ("sure", "code", CODE) in told(seen)
    for repo in (None, Repo("a/fine", 1, empty=True)):
        world.repositories["a/fine"] = repo
        seen = world.run(catalog(), Observations(), FIRST)
        assert ("likely", "code", CODE) in told(seen)
        assert ("sure", "code", CODE) not in told(seen)


def test_what_a_maintainer_refused_is_not_likely_any_more() -> None:
    world = World()
    world.venues = {"arxiv": "SOSP"}
    (likely,) = world.run(catalog(), Observations(), FIRST).likely
    refused = Decision(about="drop", key=likely.key, by="mia", on=FIRST)
    assert world.run(catalog(), Observations(), FIRST, Decisions(decisions=(refused,))).likely == ()


def test_what_went_off_the_list_is_forgotten() -> None:
    world = World()
    first = world.run(catalog(2), Observations(), FIRST)
    second = world.run(catalog(1), first, SECOND)
    assert set(second.works) == {"work-001"}
    assert [each.entry for each in second.sure] == ["work-001"]
