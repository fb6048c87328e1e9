"""Do the services together tell all that can be known, and does one that is down stop no other?"""

import json
from collections.abc import Callable

import pytest

from bot.lookup.ask import Lookup, user_agent
from bot.lookup.by_title.searches import SEARCHES
from bot.lookup.registries import archive_api, handle_api
from bot.lookup.services.services import SERVICES
from bot.lookup.wire.web import Web
from bot.model.papers.metadata import DEFAULT_ORDER, LookupResult, Unavailable
from bot.settings import ADDRESSES, KEYS
from tests.lookup.conftest import Asked, Clock, Sent, Server, addresses

TITLE = "Efficient Memory Management for Large Language Model Serving with PagedAttention"
ARXIV, DOI = "arxiv:2309.06180", "doi:10.1145/3600006.3613165"
FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
{}</feed>"""
ENTRY = """<entry><id>http://arxiv.org/abs/2309.06180v1</id><title>{title}</title>
<updated>2023-09-12T12:50:04Z</updated><published>2023-09-12T12:50:04Z</published>
<author><name>Woosuk Kwon</name></author>{more}</entry>"""
CODE = "https://github.com/vllm-project/vllm"


def feed(more: str = "", title: str = TITLE) -> Sent:
    """Give arXiv's answer."""
    return Sent(body=FEED.format(ENTRY.format(title=title, more=more)).encode())


def as_json(value: object, status: int = 200) -> Sent:
    """Give an answer in JSON."""
    return Sent(status=status, body=json.dumps(value).encode())


def scholar(**more: object) -> dict[str, object]:
    """Give Semantic Scholar's record."""
    return {"title": TITLE, "authors": [{"name": "W. Kwon"}], "citationCount": 9, **more}


def scholar_knows(records: dict[str, dict[str, object]]) -> Callable[[Asked], Sent]:
    """Let Semantic Scholar answer a batch from these records, by its own ids."""

    def answer(asked: Asked) -> Sent:
        body = asked.json()
        assert isinstance(body, dict)
        return as_json([records.get(id_) for id_ in body["ids"]])

    return answer


def crossref(**more: object) -> Sent:
    """Give Crossref's answer."""
    record = {
        "title": [TITLE],
        "issued": {"date-parts": [[2023, 10, 23]]},
        "type": "proceedings-article",
        "event": {"acronym": "SOSP '23"},
        **more,
    }
    return as_json({"message": record})


def all_up(server: Server) -> None:
    """Let every service know the work by its preprint, and Crossref by its DOI."""
    server.reply("/arxiv/", feed())
    ids = {"ArXiv": "2309.06180", "DOI": "10.1145/3600006.3613165"}
    record = scholar(externalIds=ids)
    known = {"ARXIV:2309.06180": record, "DOI:10.1145/3600006.3613165": record}
    server.reply("/semantic-scholar/", scholar_knows(known))
    server.reply("/crossref/works/10.1145%2F3600006.3613165", crossref())
    server.reply("/huggingface/", as_json({"title": TITLE, "githubRepo": CODE}))


def services_of(report: LookupResult) -> dict[str, str]:
    """Give the kind of each service's answer."""
    return {answer.service: type(answer).__name__ for answer in report.answers}


def test_a_bare_preprint_is_enough_to_know_the_rest(server: Server, lookup: Lookup) -> None:
    all_up(server)
    report = lookup.ask([ARXIV])
    known = report.metadata
    assert known.title == (TITLE, "arxiv")
    assert known.authors == (("Woosuk Kwon",), "arxiv")
    assert known.date == ("2023-09-12", "arxiv")
    assert known.venue
    assert (str(known.venue.value), known.venue.source) == ("SOSP 2023", "crossref")
    assert [id_.value for id_ in known.ids] == [ARXIV, DOI]
    assert [(link.value.url, link.source) for link in known.links] == [(CODE, "huggingface")]
    assert known.citations
    assert known.citations.value.count == 9
    assert known.conflicts == ()
    assert report.unknown == ()
    assert services_of(report) == dict.fromkeys(
        ["arxiv", "semantic-scholar", "huggingface", "crossref"], "Found"
    )


def test_nobody_is_asked_for_what_is_known_already(server: Server, lookup: Lookup) -> None:
    all_up(server)
    lookup.ask([ARXIV])
    assert server.paths() == [
        "/arxiv/api/query",
        "/semantic-scholar/graph/v1/paper/batch",
        "/huggingface/api/papers/2309.06180",
        "/crossref/works/10.1145%2F3600006.3613165",
    ]


def test_a_doi_leads_to_the_preprint(server: Server, lookup: Lookup) -> None:
    all_up(server)
    report = lookup.ask([DOI])
    assert [id_.value for id_ in report.metadata.ids] == [ARXIV, DOI]
    assert report.metadata.date == ("2023-09-12", "arxiv")
    assert len(server.asked) == 4


def test_an_outage_of_arxiv_is_bridged(server: Server, lookup: Lookup) -> None:
    all_up(server)
    server.reply("/arxiv/", Sent(status=429))
    attributes = {"titles": [{"title": TITLE}], "creators": [{"name": "Kwon, Woosuk"}]}
    server.reply("/datacite/", as_json({"data": {"attributes": attributes}}))
    report = lookup.ask([ARXIV])
    assert report.unavailable == (Unavailable("arxiv", "answered 429"),)
    assert report.found
    assert report.metadata.title == (TITLE, "crossref")
    assert report.metadata.authors == (("W. Kwon",), "semantic-scholar")
    assert report.unknown == ()


@pytest.mark.parametrize("down", [service.name for service in SERVICES])
def test_one_service_that_is_down_fails_no_other(down: str, server: Server, lookup: Lookup) -> None:
    all_up(server)
    server.reply(f"/{down}/", Sent(status=500))
    report = lookup.ask([ARXIV, DOI])
    assert report.found
    assert report.metadata.title
    assert {answer.service for answer in report.unavailable} <= {down}
    assert {name for name, kind in services_of(report).items() if kind == "Found"} >= {
        "arxiv",
        "semantic-scholar",
        "crossref",
        "huggingface",
    } - {down}


def test_everything_down_is_not_the_same_as_not_found(server: Server, lookup: Lookup) -> None:
    server.reply("/", Sent(status=503))
    report = lookup.ask([ARXIV])
    assert not report.found
    assert set(services_of(report).values()) == {"Unavailable"}
    assert report.unknown == ()


def test_an_id_that_was_never_given_is_unknown(server: Server, lookup: Lookup) -> None:
    server.reply("/arxiv/", Sent(body=FEED.format("").encode()))
    server.reply("/semantic-scholar/", scholar_knows({}))
    report = lookup.ask(["arxiv:0001.00001"])
    assert services_of(report) == dict.fromkeys(
        ["arxiv", "semantic-scholar", "datacite", "huggingface"], "NotFound"
    )
    assert report.unknown == ("arxiv:0001.00001",)


def test_an_id_that_anybody_knows_is_not_unknown(server: Server, lookup: Lookup) -> None:
    all_up(server)
    server.reply("/arxiv/", Sent(body=FEED.format("").encode()))
    report = lookup.ask([ARXIV])
    assert services_of(report)["arxiv"] == "NotFound"
    assert report.unknown == ()


def test_a_dead_doi_beside_a_good_preprint_is_named(server: Server, lookup: Lookup) -> None:
    all_up(server)
    report = lookup.ask([ARXIV, "doi:10.1145/1"])
    assert report.unknown == ("doi:10.1145/1",)
    assert report.found


def test_contradicting_ids_are_reported_with_both_sides(server: Server, lookup: Lookup) -> None:
    all_up(server)
    server.reply("/crossref/", crossref(title=["Quite Another Paper"]))
    report = lookup.ask([ARXIV, "doi:10.1145/1"])
    shown = [(one.field, tuple(one.a), tuple(one.b)) for one in report.metadata.conflicts]
    assert shown == [
        ("title", (TITLE, "arxiv"), ("Quite Another Paper", "crossref")),
        ("doi", ("doi:10.1145/1", "crossref"), (DOI, "semantic-scholar")),
    ]


def test_the_owners_order_decides_who_wins(server: Server, web: Web) -> None:
    all_up(server)
    order = ("crossref", "semantic-scholar", "arxiv")
    report = Lookup(web, addresses=addresses(server), order=order).ask([ARXIV, DOI])
    assert report.metadata.date == ("2023-10-23", "crossref")
    assert report.metadata.authors == (("W. Kwon",), "semantic-scholar")


def test_an_id_that_nobody_can_be_asked_for_costs_no_request(
    server: Server, lookup: Lookup
) -> None:
    report = lookup.ask(["usenix:osdi22/yu"])
    assert (report.answers, report.found, server.asked) == ((), False, [])


def test_many_works_share_requests(server: Server, lookup: Lookup) -> None:
    second = ENTRY.format(title="Another", more="").replace("2309.06180", "2205.14135")
    both = FEED.format(ENTRY.format(title=TITLE, more="") + second)
    server.reply("/arxiv/", Sent(body=both.encode()))
    known = {"ARXIV:2309.06180": scholar(), "ARXIV:2205.14135": scholar(title="Another")}
    server.reply("/semantic-scholar/", scholar_knows(known))
    reports = lookup.ask_many([[ARXIV], ["arxiv:2205.14135"], []])
    titles = [one.metadata.title.value if one.metadata.title else "" for one in reports]
    assert titles == [TITLE, "Another", ""]
    assert [path for path in server.paths() if "huggingface" not in path] == [
        "/arxiv/api/query",
        "/semantic-scholar/graph/v1/paper/batch",
    ]


def test_a_service_that_hangs_leaves_time_for_the_others(
    server: Server, web: Web, clock: Clock
) -> None:
    all_up(server)
    server.reply("/arxiv/", Sent(status=429, headers={"Retry-After": "15"}))
    report = Lookup(web, addresses=addresses(server), budget=60).ask([ARXIV])
    assert [answer.service for answer in report.unavailable] == ["arxiv"]
    assert sum(clock.slept) <= 20 + 10


def test_no_time_at_all_is_unavailable(server: Server, web: Web) -> None:
    all_up(server)
    report = Lookup(web, addresses=addresses(server), budget=0).ask([ARXIV])
    assert set(services_of(report).values()) == {"Unavailable"}
    assert server.asked == []


def test_keys_go_to_their_own_service_only(server: Server, web: Web) -> None:
    all_up(server)
    keys = {"semantic-scholar": "s2-secret", "huggingface": "hf-secret"}
    Lookup(web, addresses=addresses(server), keys=keys).ask([ARXIV])
    assert len(server.asked) == 4
    for asked in server.asked:
        sent = (asked.headers.get("x-api-key"), asked.headers.get("authorization"))
        expected = {
            "semantic-scholar": ("s2-secret", None),
            "huggingface": (None, "Bearer hf-secret"),
        }
        assert sent == expected.get(asked.path.split("/")[1], (None, None))


def test_without_a_key_none_is_sent(server: Server, web: Web) -> None:
    all_up(server)
    Lookup(web, addresses=addresses(server)).ask([ARXIV])
    assert len(server.asked) == 4
    for asked in server.asked:
        assert not {"x-api-key", "authorization"} & asked.headers.keys()


def test_each_stands_at_its_public_address_unless_told_otherwise() -> None:
    services = {one.name: one.address for one in (*SERVICES, *SEARCHES)}
    registries = {one.NAME: one.ADDRESS for one in (archive_api, handle_api)}
    assert services | registries == {
        "archive": "https://archive.org",
        "arxiv": "https://export.arxiv.org",
        "crossref": "https://api.crossref.org",
        "datacite": "https://api.datacite.org",
        "dblp": "https://dblp.org",
        "doi": "https://doi.org",
        "huggingface": "https://huggingface.co",
        "openreview": "https://api2.openreview.net",
        "openreview-v1": "https://api.openreview.net",
        "semantic-scholar": "https://api.semanticscholar.org",
    }


def test_the_user_agent_names_the_list_and_whom_to_write_to() -> None:
    assert user_agent("Awesome LLM Serving", "1.2.3", "owner/list", "me@example.org") == (
        "paper-list-bot/1.2.3 (Awesome LLM Serving; +https://github.com/owner/list; "
        "mailto:me@example.org)"
    )
    assert user_agent("Ä\r\nX: (y)", "1") == "paper-list-bot/1 (X y)"


def test_every_service_has_a_place_in_the_settings_and_in_the_order() -> None:
    names = [service.name for service in SERVICES]
    # Those who are asked by titles, and those who only register links, upkeep alone asks.
    others = {archive_api.NAME, handle_api.NAME, *(search.name for search in SEARCHES)}
    assert sorted(ADDRESSES.values()) == sorted({*names, *others})
    assert set(KEYS.values()) <= set(names)
    assert sorted(DEFAULT_ORDER) == sorted(names)
