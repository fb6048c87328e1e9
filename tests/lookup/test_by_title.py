"""Does each search by title give what the examples say, politely and whatever is sent?"""

import json
import random
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lookup.by_title.search import MOST_HITS
from bot.lookup.by_title.searches import SEARCHES, searches_at
from bot.lookup.wire.reply import Reply
from bot.lookup.wire.web import Web
from bot.model.papers.metadata import Found, SearchReply, Unavailable
from tests.lookup.conftest import Clock, Sent, Server
from tests.lookup.test_arbitrary import JSON, Canned, mutated
from tests.lookup.test_services import EXAMPLES, fields, sent, sources

FOLDERS = {"dblp": "dblp", "openreview-search": "openreview"}
CASES = sorted(path for folder in FOLDERS for path in (EXAMPLES / folder).glob("*.json"))
TITLE = "A Paper of Note: Caches at Rest"


def ask(
    server: Server, web: Web, name: str, title: str = TITLE, seconds: float = 60
) -> SearchReply:
    """Ask one of them at the root of the local server."""
    return searches_at(web, {name: server.url}, seconds)[name](title)


def said(reply: SearchReply) -> object:
    """Give an answer as the examples write it."""
    if isinstance(reply, Unavailable):
        return f"unavailable: {reply.reason}"
    return [
        {name: value for name, value in fields(hit.metadata).items() if name != "ids"}
        for hit in reply
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_answer_becomes_what_the_example_says(path: Path, server: Server, web: Web) -> None:
    case = json.loads(path.read_text("utf-8"))
    name = FOLDERS[path.parent.name]
    server.reply("/", *(sent(exchange, path.parent) for exchange in case["exchanges"]))

    reply = ask(server, web, name, case["ask"])

    assert said(reply) == case["expect"]
    if not isinstance(reply, Unavailable):
        assert all({*sources(hit.metadata)} == {name} for hit in reply)
    (exchange,) = case["exchanges"]
    (asked,) = server.asked
    parts = urlsplit(asked.path)
    assert f"{asked.method} {parts.path}" == exchange["request"]
    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    assert exchange["query"].items() <= query.items()


def body_of(name: str) -> dict[str, object]:
    """Give the answer of the plainest example of a search."""
    folder = next(folder for folder, of in FOLDERS.items() if of == name)
    case = json.loads((EXAMPLES / folder / "found.json").read_text("utf-8"))
    body: dict[str, object] = case["exchanges"][0]["body"]
    return body


def filled(name: str, count: int) -> bytes:
    """Give an answer that holds so many works."""
    text = json.dumps(body_of(name))
    if name == "dblp":
        hits = json.loads(text)["result"]["hits"]
        return json.dumps({"result": {"hits": {**hits, "hit": hits["hit"] * count}}}).encode()
    return json.dumps({"notes": json.loads(text)["notes"] * count}).encode()


by_search = pytest.mark.parametrize("name", [search.name for search in SEARCHES])


@by_search
def test_of_thousands_only_as_many_are_read_as_were_asked_for(
    name: str, server: Server, web: Web
) -> None:
    server.reply("/", Sent(body=filled(name, 1_500)))
    reply = ask(server, web, name)
    assert not isinstance(reply, Unavailable)
    assert len(reply) == MOST_HITS
    server.reply("/", Sent(body=filled(name, 9_000)))
    reason = "answered 200 with more than can be read"
    assert said(ask(server, web, name)) == f"unavailable: {reason}"


@by_search
def test_a_title_without_a_word_is_not_asked_for(name: str, server: Server, web: Web) -> None:
    assert ask(server, web, name, "?!") == ()
    assert server.asked == []


@by_search
def test_each_keeps_the_distance_that_it_asks_for(
    name: str, server: Server, web: Web, clock: Clock
) -> None:
    server.reply("/", Sent(body=filled(name, 1)))
    for _ in range(3):
        assert not isinstance(ask(server, web, name), Unavailable)
    assert clock.slept == [{"dblp": 5.0, "openreview": 1.0}[name]] * 2


@by_search
def test_who_is_to_be_left_alone_is_left_alone(
    name: str, server: Server, web: Web, clock: Clock
) -> None:
    server.reply("/", Sent(status=429, headers={"Retry-After": "900"}))
    first = ask(server, web, name)
    assert first == Unavailable(name, "answered 429", 900)
    clock.now += 890
    assert ask(server, web, name) == Unavailable(name, "answered 429", 10)
    assert len(server.asked) == 1
    clock.now += 11
    server.reply("/", Sent(body=filled(name, 1)))
    assert not isinstance(ask(server, web, name), Unavailable)


@by_search
def test_nothing_is_asked_for_want_of_time(name: str, server: Server, web: Web) -> None:
    assert said(ask(server, web, name, seconds=0)) == "unavailable: not asked, for want of time"
    assert server.asked == []


@pytest.mark.parametrize("depth", [2, 30, 900, 5_000, 50_000])
def test_a_name_nested_in_itself_is_no_name(depth: int, server: Server, web: Web) -> None:
    author = '{"name":' * depth + '"Ada Example"' + "}" * depth
    note = json.dumps(body_of("openreview")).replace('"Ada Example"', author)
    server.reply("/", Sent(body=note.encode()))
    reply = ask(server, web, "openreview")
    if isinstance(reply, Unavailable):
        assert reply.reason == "answered 200 without readable JSON"
        return
    (hit,) = reply
    assert hit.metadata.authors
    names = ("Ada Example", "Bo Example") if depth == 2 else ("Bo Example",)
    assert hit.metadata.authors.value == names


@by_search
@settings(max_examples=150, deadline=None)
@given(place=st.randoms(use_true_random=False), put=JSON, times=st.integers(1, 3))
def test_an_answer_with_anything_in_any_place_gets_an_answer(
    name: str, place: random.Random, put: object, times: int
) -> None:
    body: object = body_of(name)
    for _ in range(times):
        body = mutated(body, place, put)
    web = Canned(Reply(200, json.dumps(body).encode()))
    reply = searches_at(web, {})[name](TITLE)
    assert isinstance(reply, Unavailable | tuple)
    for hit in reply if isinstance(reply, tuple) else ():
        assert isinstance(hit, Found)
        assert hit.metadata.title
        assert hit.metadata.authors
        assert hit.metadata.venue
        repr(hit).encode()
