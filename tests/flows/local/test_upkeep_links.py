"""Does a run see what is so, whatever goes wrong on the way, and is it polite?"""

from collections.abc import Iterator

import pytest

from bot.flows.local.upkeep.links import look
from bot.model.papers.paper import Catalog, Link, Paper
from bot.model.upkeep.kept import Decisions, Observations
from bot.model.upkeep.link import Repo, Visit
from bot.model.upkeep.meanwhile import Meanwhile
from bot.upkeep.apply import applied
from bot.upkeep.links.outcome import findings, proposals
from tests.upkeep.internet import FAULTS, Internet, internet

FIRST, SECOND, THIRD = "2026-11-01", "2026-11-08", "2026-11-15"


@pytest.fixture(scope="module")
def net() -> Iterator[Internet]:
    with internet() as made:
        yield made


def furnish(net: Internet) -> Catalog:
    """Let there be a link of each kind, and give the list that has them."""
    net.arxiv = {"2501.00001", "2501.00002"}
    net.dois = {"10.1145/1"}
    net.repositories = {
        "fine/code": Repo("fine/code", 1),
        "old/name": Repo("new/name", 2),
        "taken/over": Repo("taken/over", 3),
    }
    net.pages = {
        "a.test/fine": (200, "A paper"),
        "a.test/old": (301, "/new"),
        "a.test/new": (200, "A paper"),
        "wall.test/": (403, "no"),
        "b.test/gone": (404, "no such page"),
        "sold.test/": (200, "This domain is for sale"),
        "far.test/": (301, net.url("a.test/fine")),
    }
    net.hosts = {place.partition("/")[0] for place in net.pages}
    net.copies = {
        net.url("sold.test/"): "http://web.archive.org/web/2020/http://sold.test/",
        "https://doi.org/10.1145/2": "http://example.org/no-archive",
    }
    net.fault, net.count, net.log = (-1, ""), 0, []
    urls = [
        *("https://arxiv.org/abs/2501.00001", "https://arxiv.org/abs/2501.00002"),
        *("https://doi.org/10.1145/1", "https://doi.org/10.1145/2"),
        *(f"https://github.com/{name}" for name in net.repositories),
        *("https://github.com/gone/away", "http://no-such.test/p"),
        *map(net.url, net.pages),
    ]
    return Catalog(schema_version=1, papers=tuple(map(entry, range(len(urls)), urls)))


def entry(at: int, url: str) -> Paper:
    return Paper(
        id=f"work-{at:02d}",
        title=f"Work {at}",
        category="serving",
        links=(Link(kind="paper", url=url),),
    )


def run(net: Internet, catalog: Catalog, before: Observations, day: str) -> Observations:
    return look(catalog, before, day, net.outside()).seen


def verdicts(net: Internet, seen: Observations) -> dict[str, str]:
    """Give the verdicts by what is behind the scheme, without the port."""
    return {
        url.partition("://")[2].replace(f":{net.port}", ""): state.verdict
        for url, state in seen.links.items()
    }


def known_before(net: Internet, catalog: Catalog) -> Observations:
    """Look once, with the repository that is taken over still its old owner's."""
    net.repositories["taken/over"] = Repo("taken/over", 99)
    seen = run(net, catalog, Observations(), FIRST)
    net.repositories["taken/over"] = Repo("taken/over", 3)
    return seen


def test_every_link_gets_its_verdict_from_whoever_knows(net: Internet) -> None:
    catalog = furnish(net)
    seen = run(net, catalog, known_before(net, catalog), SECOND)
    assert verdicts(net, seen) == {
        "arxiv.org/abs/2501.00001": "fine",
        "arxiv.org/abs/2501.00002": "fine",
        "doi.org/10.1145/1": "fine",
        "doi.org/10.1145/2": "dead",
        "github.com/fine/code": "fine",
        "github.com/old/name": "moved",
        "github.com/taken/over": "changed",
        "github.com/gone/away": "dead",
        "no-such.test/p": "suspect",
        "a.test/fine": "fine",
        "a.test/old": "moved",
        "a.test/new": "fine",
        "wall.test/": "blocked",
        "b.test/gone": "suspect",
        "sold.test/": "changed",
        "far.test/": "moved",
    }
    seen = run(net, catalog, seen, THIRD)
    assert verdicts(net, seen)["b.test/gone"] == "dead"
    found = {each.url: each.state.archived for each in findings(catalog, seen.links, Decisions())}
    assert net.url("far.test/") in found
    assert found[net.url("sold.test/")] == "https://web.archive.org/web/2020/http://sold.test/"
    assert found["https://doi.org/10.1145/2"] == ""
    assert net.url("wall.test/") not in found


def test_pages_that_all_lead_to_one_are_not_said_to_have_moved_there(net: Internet) -> None:
    furnish(net)
    net.pages |= {
        "a.test/one": (301, "/maintenance"),
        "a.test/two": (301, "/maintenance"),
        "a.test/maintenance": (200, "Back soon"),
    }
    urls = [net.url(f"a.test/{page}") for page in ("one", "two", "old")]
    catalog = Catalog(schema_version=1, papers=tuple(map(entry, range(3), urls)))

    seen = run(net, catalog, Observations(), FIRST)

    assert [seen.links[url].certain for url in urls] == [False, False, True]
    (proposal,) = proposals(catalog, seen.links, Decisions())
    assert proposal.entry == "work-02"


def test_what_is_certain_is_proposed_and_put_in_place(net: Internet) -> None:
    catalog = furnish(net)
    seen = run(net, catalog, Observations(), FIRST)
    wanted = proposals(catalog, seen.links, Decisions())
    assert [(each.before, each.after) for each in wanted] == [
        ("https://github.com/old/name", "https://github.com/new/name"),
        (net.url("a.test/old"), net.url("a.test/new")),
    ]
    after, taken = applied(catalog, wanted)
    assert taken == list(wanted)
    urls = [link.url for paper in after.papers for link in paper.links]
    assert "https://github.com/new/name" in urls
    assert applied(after, wanted) == (after, [])


def test_nine_in_ten_take_a_few_requests_and_no_host_is_asked_too_fast(net: Internet) -> None:
    catalog = furnish(net)
    run(net, catalog, Observations(), FIRST)
    asked = [host for host, _ in net.log]
    assert (asked.count("arxiv"), asked.count("doi")) == (1, 2)
    allowed = {"arxiv": 3.0, "doi": 1.0, "archive": 5.0}
    for host, seconds in net.closest().items():
        assert seconds >= allowed.get(host, 2.0), host


@pytest.mark.parametrize("first", [0, 2])
def test_nothing_comes_of_a_fault_and_the_next_run_knows_as_much_as_without(
    net: Internet, first: int
) -> None:
    catalog = furnish(net)
    before = known_before(net, catalog)
    net.count = 0
    undisturbed = run(net, catalog, before, SECOND)
    requests = net.count
    after = run(net, catalog, undisturbed, THIRD)
    assert requests > 10
    for at in range(requests):
        fault = FAULTS[(first + at) % len(FAULTS)]
        net.fault, net.count = (at, fault), 0
        disturbed = run(net, catalog, before, SECOND)
        net.fault = (-1, "")
        for url, state in disturbed.links.items():
            if state.verdict != undisturbed.links[url].verdict:
                assert state.verdict in {"suspect", "blocked", "fine", before.links[url].verdict}
        wanted = proposals(catalog, undisturbed.links, Decisions())
        assert set(proposals(catalog, disturbed.links, Decisions())) <= {*wanted}
        settled = run(net, catalog, disturbed, THIRD)
        assert seen_of(settled) == seen_of(after), (at, fault)


def seen_of(seen: Observations) -> dict[str, tuple[object, ...]]:
    """Give what is concluded of each link, but for the day on which its trouble was first seen."""
    return {
        url: (state.verdict, state.moved_to, state.certain, state.identity, state.archived)
        for url, state in seen.links.items()
        if state.verdict not in {"suspect", "dead"}
    }


def test_an_outage_of_everything_changes_nothing_that_is_shown(net: Internet) -> None:
    catalog = furnish(net)
    before = run(net, catalog, known_before(net, catalog), SECOND)
    outside = net.outside()
    net.arxiv, net.hosts = set(), set()
    outside = outside._replace(repositories=lambda _: {})
    seen = look(catalog, before, THIRD, outside).seen
    assert proposals(catalog, seen.links, Decisions()) == proposals(
        catalog, before.links, Decisions()
    )
    shown = {each.url for each in findings(catalog, seen.links, Decisions())}
    assert shown == {each.url for each in findings(catalog, before.links, Decisions())}


def test_what_was_not_reached_in_time_comes_first_next_time(net: Internet) -> None:
    catalog = furnish(net)
    outside = net.outside()
    left = [3]

    def in_time() -> bool:
        left[0] -= 1
        return left[0] >= 0

    first = look(catalog, Observations(), FIRST, outside._replace(in_time=in_time))
    assert 0 < first.answered < first.links
    asked = list[str]()

    def visit(url: str) -> object:
        asked.append(url)
        return outside.visit(url)

    look(catalog, first.seen, SECOND, outside._replace(visit=visit))  # type: ignore[arg-type]
    assert asked[0] not in first.seen.links


def test_what_was_learnt_before_somebody_stopped_it_is_kept(net: Internet) -> None:
    catalog = furnish(net)
    outside = net.outside()

    def stopped(_names: object) -> dict[str, Repo | None]:
        raise KeyboardInterrupt

    found = look(catalog, Observations(), FIRST, outside._replace(repositories=stopped))
    assert set(verdicts(net, found.seen)) == {
        "arxiv.org/abs/2501.00001",
        "arxiv.org/abs/2501.00002",
    }


def test_nobody_is_asked_for_copies_once_somebody_stopped_it(net: Internet) -> None:
    catalog = furnish(net)
    before = run(net, catalog, Observations(), FIRST)
    links = {
        url: state.model_copy(update={"archived": None}) for url, state in before.links.items()
    }
    before = before.model_copy(update={"links": links})

    def stopped(_names: object) -> dict[str, Repo | None]:
        raise KeyboardInterrupt

    for repositories, copies in ((stopped, 0), (net.outside().repositories, 1)):
        outside = net.outside()._replace(repositories=repositories)
        seen = look(catalog, before, SECOND, outside).seen
        assert sum(bool(state.archived) for state in seen.links.values()) == copies


def test_what_was_seen_so_far_is_offered_after_each_answer(net: Internet) -> None:
    catalog = furnish(net)
    kept = list[Observations]()
    told = Meanwhile(keep=lambda seen: kept.append(seen()))
    looked = look(catalog, Observations(), FIRST, net.outside(), told)

    counts = [len(seen.links) for seen in kept]
    assert counts == sorted(counts)
    assert counts[0] == 1
    assert counts[-1] == len(looked.seen.links)
    assert kept[2].runs["links"].said == "3 of 16 links had an answer"
    assert verdicts(net, kept[-1]) == verdicts(net, looked.seen)


def test_a_page_is_judged_as_soon_as_one_has_answered(net: Internet) -> None:
    furnish(net)
    urls = ["http://no-such.test/1", "http://no-such.test/2", net.url("a.test/fine")]
    urls += [net.url("a.test/old"), "http://no-such.test/3"]
    catalog = Catalog(schema_version=1, papers=tuple(map(entry, range(5), urls)))
    outside, visits, offered = net.outside(), list[str](), list[int]()

    def visit(url: str) -> Visit:
        visits.append(url)
        return outside.visit(url)

    told = Meanwhile(keep=lambda _: offered.append(len(visits)))
    look(catalog, Observations(), FIRST, outside._replace(visit=visit), told)
    answered = next(at for at, url in enumerate(visits, 1) if "a.test" in url)
    assert offered == [*[answered] * answered, *range(answered + 1, 6)]


def test_a_warning_stands_until_a_run_has_come_to_its_end(net: Internet) -> None:
    catalog = furnish(net)
    before = Observations(warning="a new wall")
    outside = net.outside()

    def stopped(_names: object) -> dict[str, Repo | None]:
        raise KeyboardInterrupt

    for cut in (outside._replace(repositories=stopped), outside._replace(in_time=lambda: False)):
        assert look(catalog, before, FIRST, cut).seen.warning == "a new wall"
    assert run(net, catalog, before, FIRST).warning is None
