"""Does a run on metadata lose nothing by an outage, and go on where it stopped?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count

import pytest

from bot.flows.local.upkeep.metadata import CHUNK, Asking, KeptList, look
from bot.flows.local.upkeep.search import MOST_FAILURES
from bot.model.papers.metadata import (
    Found,
    LookupReply,
    LookupResult,
    Metadata,
    NotFound,
    Search,
    SearchReply,
    Sourced,
    Unavailable,
    merge,
)
from bot.model.papers.paper import Catalog, Link, Paper, Venue
from bot.model.upkeep.kept import Decision, Decisions, Observations
from bot.model.upkeep.link import Repo
from bot.model.upkeep.meanwhile import Meanwhile
from tests.upkeep.internet import FAULTS, Internet, Published, internet

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
        self.asked_repositories: list[str] = []
        self.repositories: dict[str, Repo | None] = {"a/fine": Repo("a/fine", 1)}
        self.chunks = 99
        self.searches: dict[str, Search] = {}
        self.searched: list[tuple[str, str]] = []
        self.questions = 999

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

    def ask_repositories(self, names: Sequence[str]) -> Mapping[str, Repo | None]:
        """Answer as GitHub does."""
        self.asked_repositories += names
        return self.repositories

    def in_time(self) -> bool:
        """Let there be time for so many chunks."""
        self.chunks -= 1
        return self.chunks >= 0

    def in_time_to_search(self) -> bool:
        """Let there be time for so many questions."""
        self.questions -= 1
        return self.questions >= 0

    def search(self, service: str, said: Mapping[str, SearchReply]) -> None:
        """Let a service be asked by titles, and say this; nothing under any other title."""

        def ask(title: str) -> SearchReply:
            self.searched.append((service, title))
            return said.get(title, ())

        self.searches[service] = ask

    def run(
        self, listed: Catalog, before: Observations, day: str, decisions: Decisions | None = None
    ) -> Observations:
        """Look once."""
        return look(KeptList(listed, before, decisions or Decisions()), day, self.asking())

    def asking(self) -> Asking:
        """Give the doors of a run."""
        return Asking(
            self.look_up,
            self.look_up,
            self.ask_repositories,
            self.in_time,
            self.searches,
            self.in_time_to_search,
        )


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


def test_github_is_asked_once_about_a_repository_however_often_what_was_learnt_is_kept() -> None:
    world, listed = World(), catalog(2 * CHUNK)
    world.venues = {"arxiv": "SOSP", "huggingface": "SOSP"}
    world.code = ("arxiv", "huggingface")
    kept, offered = list[Observations](), count(1)

    def keep(seen: Callable[[], Observations]) -> None:
        if next(offered) % CHUNK:
            return
        asked = list(world.asked_repositories)
        kept.append(seen())
        assert world.asked_repositories == asked, "nobody is asked to write what is known"

    kept_list = KeptList(listed, Observations(), Decisions())
    first = look(kept_list, FIRST, world.asking(), Meanwhile(keep=keep))
    assert world.asked_repositories == ["a/fine"]
    assert [told(seen).count(("sure", "code", CODE)) for seen in kept] == [CHUNK, 2 * CHUNK]

    world.silent, world.repositories = {"arxiv", "huggingface"}, {"a/fine": None}
    second = look(kept_list._replace(seen=first), SECOND, world.asking(), Meanwhile(keep=keep))
    assert world.asked_repositories == ["a/fine", "a/fine"], "another run asks anew"
    assert "code" not in {change.field for change in second.sure}


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


def hit(service: str, title: str, venue: str, authors: tuple[str, ...] = ("A. Bell",)) -> Found:
    """Give a work as a service has it under a title."""
    return Found(
        service,
        Metadata(
            title=Sourced(title, service),
            authors=Sourced(authors, service),
            venue=Sourced(Venue(name=venue, year=2025), service),
        ),
    )


DBLP_SAYS = {"Work 1": (hit("dblp", "Work 1", "SOSP"),)}


def test_dblp_seconds_the_authors_and_is_asked_only_where_the_venue_is_not_sure() -> None:
    world = World()
    world.search("dblp", DBLP_SAYS)
    assert told(world.run(catalog(), Observations(), FIRST)) == SURE
    assert world.searched == [], "arXiv and Semantic Scholar agree"
    world.venues = {"arxiv": "SOSP"}
    seen = world.run(catalog(), Observations(), FIRST)
    assert told(seen) == SURE
    assert seen.sure[0].said_by == ("arXiv", "DBLP")
    assert world.searched == [("dblp", "Work 1")]


def test_dblp_does_not_second_whoever_has_it_from_dblp() -> None:
    world = World()
    world.venues = {"semantic-scholar": "SOSP"}
    world.search("dblp", DBLP_SAYS)
    seen = world.run(catalog(), Observations(), FIRST)
    assert told(seen) == [("likely", "venue", "SOSP 2025")]
    assert seen.likely[0].said_by == ("Semantic Scholar (by DBLP)", "DBLP")
    world.search("openreview", {"Work 1": (hit("openreview", "Work 1", "SOSP"),)})
    assert told(world.run(catalog(), Observations(), FIRST)) == SURE


def test_a_disputed_venue_is_searched_and_all_sides_are_shown() -> None:
    world = World()
    world.venues = {"arxiv": "SOSP", "semantic-scholar": "OSDI"}
    world.search("dblp", {"Work 1": (hit("dblp", "Work 1", "OSDI"),)})
    seen = world.run(catalog(), Observations(), FIRST)
    assert told(seen) == [("likely", "venue", "SOSP 2025")]
    assert seen.likely[0].said_by == (
        "arXiv",
        "but Semantic Scholar (by DBLP): OSDI 2025",
        "but DBLP: OSDI 2025",
    )


def test_what_stands_under_another_title_or_by_others_is_not_the_work() -> None:
    world = World()
    world.venues = {"arxiv": "SOSP"}
    others = (
        hit("dblp", "Work 2", "OSDI"),
        hit("dblp", "Work 1", "NSDI", ("Cy Dorn", "Eve Fox")),
        hit("dblp", "Work 1, Part II", "ATC"),
    )
    world.search("dblp", {"Work 1": others})
    seen = world.run(catalog(), Observations(), FIRST)
    assert told(seen) == [("likely", "venue", "SOSP 2025")]
    assert seen.likely[0].said_by == ("arXiv",)
    assert seen.searches["work-001"]["dblp"].venues == ()


def test_a_search_is_made_once_a_month_and_what_it_said_seconds_others_meanwhile() -> None:
    world = World()
    world.venues = {}
    world.unknown = {"arxiv"}
    world.search("dblp", DBLP_SAYS)
    world.venues = {"arxiv": "SOSP"}
    first = world.run(catalog(), Observations(), FIRST)
    assert told(first) == [("likely", "venue", "SOSP 2025")]
    assert first.likely[0].said_by == ("DBLP",)
    world.unknown = set()
    second = world.run(catalog(), first, SECOND)
    assert told(second) == SURE
    world.venues = {"arxiv": "OSDI"}
    again = world.run(catalog(), second, "2026-11-28")
    assert told(again) == [("likely", "venue", "OSDI 2025")]
    assert again.likely[0].said_by == ("arXiv", "but DBLP: SOSP 2025")
    assert world.searched == [("dblp", "Work 1")]
    world.run(catalog(), again, "2026-11-29")
    assert world.searched == [("dblp", "Work 1")] * 2, "after four weeks"


def test_under_another_title_an_entry_is_searched_anew() -> None:
    world = World()
    world.venues = {"semantic-scholar": "SOSP"}
    world.unknown = {"semantic-scholar"}
    world.search("dblp", DBLP_SAYS)
    first = world.run(catalog(), Observations(), FIRST)
    (paper,) = catalog().papers
    renamed = Catalog(schema_version=1, papers=(paper.model_copy(update={"title": "Play 1"}),))
    second = world.run(renamed, first, SECOND)
    assert world.searched == [("dblp", "Work 1"), ("dblp", "Play 1")]
    assert second.searches["work-001"]["dblp"].venues == ()


def test_a_search_that_finds_nothing_any_more_is_no_news() -> None:
    world = World()
    world.venues = {"arxiv": "SOSP"}
    world.search("dblp", DBLP_SAYS)
    first = world.run(catalog(), Observations(), FIRST)
    world.search("dblp", {})
    world.venues = {"arxiv": "OSDI"}
    later = world.run(catalog(), first, "2026-12-24")
    assert len(world.searched) == 2
    assert later.likely[0].said_by == ("arXiv", "but DBLP: SOSP 2025")


def test_a_search_without_an_answer_is_made_again_next_time_and_others_go_on() -> None:
    world, listed = World(), catalog(9)
    world.venues = {"arxiv": "SOSP"}
    silent = {f"Work {at}": Unavailable("dblp", "answered 500") for at in range(1, 10)}
    world.search("openreview", {})
    world.search("dblp", silent)
    first = world.run(listed, Observations(), FIRST)
    assert [name for name, _ in world.searched].count("dblp") == MOST_FAILURES
    assert [name for name, _ in world.searched].count("openreview") == 9
    world.searched = []
    world.search("dblp", DBLP_SAYS)
    second = world.run(listed, first, SECOND)
    assert world.searched == [("dblp", f"Work {at}") for at in range(1, 10)]
    assert [each.entry for each in second.sure] == ["work-001"]


def test_failures_that_do_not_follow_each_other_stop_no_search() -> None:
    world, listed = World(), catalog(12)
    world.venues = {"arxiv": "SOSP"}
    odd = {f"Work {at}": Unavailable("dblp", "answered 500") for at in range(1, 13) if at % 3}
    world.search("dblp", odd)
    world.run(listed, Observations(), FIRST)
    assert len(world.searched) == 12


def test_what_was_not_searched_in_time_comes_first_next_time() -> None:
    world, listed = World(), catalog(9)
    world.venues = {"arxiv": "SOSP"}
    world.search("openreview", {})
    world.search("dblp", {})
    world.questions = 7
    first = world.run(listed, Observations(), FIRST)
    asked = [(name, f"Work {at}") for at in range(1, 10) for name in ("openreview", "dblp")]
    assert world.searched == asked[:7]
    world.searched, world.questions = [], 999
    world.run(listed, first, SECOND)
    assert world.searched == asked[7:]


def test_a_work_without_ids_is_searched_too_and_one_without_authors_is_not() -> None:
    world = World()
    world.search("dblp", DBLP_SAYS)
    (paper,) = catalog().papers
    nameless = paper.model_copy(update={"id": "nameless", "ids": (), "authors": ()})
    papers = (paper.model_copy(update={"ids": ()}), nameless)
    seen = world.run(Catalog(schema_version=1, papers=papers), Observations(), FIRST)
    assert told(seen) == [("likely", "venue", "SOSP 2025")]
    assert world.searched == [("dblp", "Work 1")]
    assert world.asked == []


def test_authors_that_the_services_know_are_as_good_as_the_entrys() -> None:
    world = World()
    (paper,) = catalog().papers
    bare = Catalog(schema_version=1, papers=(paper.model_copy(update={"authors": ()}),))
    answer = Found(
        "arxiv",
        Metadata(
            title=Sourced("Work 1", "arxiv"), authors=Sourced(("Ada Bell", "Cy Dorn"), "arxiv")
        ),
    )
    world.search("dblp", DBLP_SAYS)

    def look_up(works: Sequence[Sequence[str]]) -> list[LookupResult]:
        return [LookupResult(tuple(ids), (answer,), merge([answer])) for ids in works]

    world.look_up = look_up  # type: ignore[method-assign]
    assert ("likely", "venue", "SOSP 2025") in told(world.run(bare, Observations(), FIRST))


def test_who_stops_the_run_by_hand_stops_the_search_too() -> None:
    world, listed = World(), catalog(2 * CHUNK)
    world.venues = {"arxiv": "SOSP"}
    world.search("dblp", DBLP_SAYS)
    look_up = world.look_up

    def stopped(works: Sequence[Sequence[str]]) -> list[LookupResult]:
        if world.asked:
            raise KeyboardInterrupt
        return look_up(works)

    world.look_up = stopped  # type: ignore[method-assign]
    seen = world.run(listed, Observations(), FIRST)
    assert len(seen.works) == CHUNK
    assert world.searched == []


def test_what_was_learnt_so_far_is_offered_with_what_follows_from_it() -> None:
    world, listed = World(), catalog(2 * CHUNK)
    world.venues = {"arxiv": "SOSP"}
    kept = list[Observations]()
    told = Meanwhile(keep=lambda seen: kept.append(seen()))
    seen = look(KeptList(listed, Observations(), Decisions()), FIRST, world.asking(), told)

    assert [len(each.works) for each in kept] == list(range(1, 2 * CHUNK + 1))
    assert kept[CHUNK - 1].runs["metadata"].said.startswith(f"{CHUNK} of {2 * CHUNK} works")
    assert len(kept[CHUNK - 1].likely) > 0
    assert kept[-1] == seen


@pytest.fixture(scope="module")
def net() -> Iterator[Internet]:
    with internet() as made:
        yield made


def furnish(net: Internet) -> Catalog:
    """Let there be works that DBLP seconds, contradicts, does not know, and has by others."""
    ids = [f"2501.{at:05d}" for at in range(1, 6)]
    net.arxiv = set(ids)
    net.comments = dict.fromkeys(ids, "Accepted at SOSP 2023")
    one, two, three, _, five = (f"A Work {id_}" for id_ in ids)
    net.published = [
        Published(one, "Ada Example", "SOSP", 2023),
        Published(two, "Ada Example", "OSDI", 2023),
        Published(three, "Cy Dorn", "SOSP", 2023),
        Published(five, "Ada Example", "CoRR", 2023),
        Published(five, "Ada Example 0001", "SOSP", 2023),
    ]
    net.fault, net.count, net.log = (-1, ""), 0, []
    works = (
        Paper(
            id=f"work-{at}",
            title=f"A Work {id_}",
            category="serving",
            ids=(f"arxiv:{id_}",),
            authors=("Ada Example",),
            date="2023",
        )
        for at, id_ in enumerate(ids, 1)
    )
    return Catalog(schema_version=1, papers=tuple(works))


def concluded(seen: Observations) -> list[tuple[str, str, str | None, tuple[str, ...]]]:
    """Give all that is concluded: how sure, of which entry, what, and by whom."""
    return [
        (name, each.entry, each.after, each.said_by)
        for name, some in (("sure", seen.sure), ("likely", seen.likely))
        for each in some
    ]


WANTED = [
    ("sure", "work-1", "SOSP 2023", ("arXiv", "DBLP")),
    ("sure", "work-5", "SOSP 2023", ("arXiv", "DBLP")),
    ("likely", "work-2", "SOSP 2023", ("arXiv", "but DBLP: OSDI 2023")),
    ("likely", "work-3", "SOSP 2023", ("arXiv",)),
    ("likely", "work-4", "SOSP 2023", ("arXiv",)),
]


def on_the_net(net: Internet, listed: Catalog, before: Observations, day: str) -> Observations:
    return look(KeptList(listed, before, Decisions()), day, net.asking())


def test_a_fault_at_any_request_is_made_good_by_the_next_run(net: Internet) -> None:
    listed = furnish(net)
    undisturbed = on_the_net(net, listed, Observations(), FIRST)
    assert concluded(undisturbed) == WANTED
    assert net.closest()["dblp"] >= 5
    assert net.closest()["openreview"] >= 1
    requests = net.count
    assert requests == 1 + 1 + 5 + 2 * 5, "arXiv, Semantic Scholar, Hugging Face, two searches"
    for at in range(requests):
        for fault in FAULTS:
            net.fault, net.count = (at, fault), 0
            disturbed = on_the_net(net, listed, Observations(), FIRST)
            net.fault = (-1, "")
            sure = {each.entry for each in disturbed.sure}
            assert sure <= {"work-1", "work-5"}, "what is sure is never made so by a fault"
            assert concluded(on_the_net(net, listed, disturbed, SECOND)) == WANTED, (at, fault)


def test_a_wall_before_dblp_takes_nothing_back(net: Internet) -> None:
    listed = furnish(net)
    first = on_the_net(net, listed, Observations(), FIRST)
    asking = net.asking()
    walled = {"dblp": lambda _: Unavailable("dblp", "answered 200 and lets only people in")}
    asking = asking._replace(searches={**asking.searches, **walled})
    later = look(KeptList(listed, first, Decisions()), "2026-12-24", asking)
    assert concluded(later) == WANTED
