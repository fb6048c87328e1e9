"""Does any answer whatsoever become one of the three, and never an exception?"""

import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lookup.services.service import Connection, Service
from bot.lookup.services.services import SERVICES
from bot.lookup.wire.reply import Reply
from bot.lookup.wire.web import Call, Web
from bot.model.papers.metadata import Found, NotFound, Unavailable

EXAMPLES = Path(__file__).parents[1] / "examples" / "lookup"
IDS = [
    "arxiv:2309.06180",
    "doi:10.1145/3600006.3613165",
    "acl:2023.acl-demo.54",
    "openreview:abcDEF123",
]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["9" * 5_000, "\ud800", "x" * 3_000, "2024-13-01", 10**400, -1, [[]], {}]),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


class Canned(Web):
    """A way out that always gives the same reply."""

    def __init__(self, reply: Reply) -> None:
        """Keep the reply."""
        super().__init__("tests/1")
        self._canned = reply

    def fetch(self, call: Call, deadline: float) -> Reply:
        """Give it."""
        assert call.url
        assert deadline
        return self._canned


def outcome_is_an_answer(service: Service, reply: Reply) -> None:
    """Ask the service, and check that what comes out can be stored and shown."""
    ids = [id_ for id_ in IDS if service.asks(id_)]
    connection = Connection(
        web=Canned(reply), service=service.name, address="https://x", delay=0, deadline=1
    )
    answers = service.ask(connection, ids)
    assert list(answers) == ids
    for answer in answers.values():
        assert isinstance(answer, Found | NotFound | Unavailable)
        assert answer.service == service.name
        repr(answer).encode()
        if isinstance(answer, Found):
            known = answer.metadata
            assert known.title or known.authors or known.date or known.venue
            assert known.title is None or 0 < len(known.title.value) <= 300


@cache
def examples_of(name: str) -> list[object]:
    """Give the JSON bodies of a service's examples."""
    cases = [json.loads(path.read_text("utf-8")) for path in EXAMPLES.glob(f"{name}/*.json")]
    return [
        exchange["body"] for case in cases for exchange in case["exchanges"] if "body" in exchange
    ]


def mutated(value: Any, place: random.Random, put: object) -> object:  # noqa: ANN401  # JSON
    """Put something else at a random place of a JSON value."""
    if isinstance(value, dict) and value and place.random() < 0.85:
        key = place.choice(sorted(value))
        return {**value, key: mutated(value[key], place, put)}
    if isinstance(value, list) and value and place.random() < 0.85:
        index = place.randrange(len(value))
        return [*value[:index], mutated(value[index], place, put), *value[index + 1 :]]
    return put


by_service = pytest.mark.parametrize("service", SERVICES, ids=[one.name for one in SERVICES])


@by_service
@settings(max_examples=25, deadline=None)
@given(value=JSON, status=st.sampled_from([200, 200, 204, 400, 403, 404]))
def test_any_json_gets_an_answer(service: Service, value: object, status: int) -> None:
    outcome_is_an_answer(service, Reply(status, json.dumps(value).encode()))


@by_service
@settings(max_examples=25, deadline=None)
@given(body=st.binary(max_size=200))
def test_any_bytes_get_an_answer(service: Service, body: bytes) -> None:
    outcome_is_an_answer(service, Reply(200, body))


@pytest.mark.parametrize(
    "service", [one for one in SERVICES if one.name != "arxiv"], ids=lambda one: one.name
)
@settings(max_examples=80, deadline=None)
@given(place=st.randoms(use_true_random=False), put=JSON, times=st.integers(1, 3))
def test_a_record_with_anything_in_any_place_gets_an_answer(
    service: Service, place: random.Random, put: object, times: int
) -> None:
    body = place.choice(examples_of(service.name))
    for _ in range(times):
        body = mutated(body, place, put)
    outcome_is_an_answer(service, Reply(200, json.dumps(body).encode()))


FEEDS = [feed for path in sorted(EXAMPLES.glob("arxiv/*.xml")) if (feed := path.read_bytes())]
CHANGES: list[Callable[[bytes, int, int, bytes], bytes]] = [
    lambda feed, a, b, _: feed[:a] + feed[b:],
    lambda feed, a, _, new: feed[:a] + new + feed[a:],
    lambda feed, a, b, _: feed[:b] + feed[a:b] + feed[b:],
]


@settings(max_examples=120, deadline=None)
@given(place=st.randoms(use_true_random=False), new=st.binary(max_size=8))
def test_a_feed_cut_or_stretched_anywhere_gets_an_answer(place: random.Random, new: bytes) -> None:
    feed = place.choice(FEEDS)
    a, b = sorted((place.randrange(len(feed)), place.randrange(len(feed))))
    changed = place.choice(CHANGES)(feed, a, b, new)
    [arxiv] = [one for one in SERVICES if one.name == "arxiv"]
    outcome_is_an_answer(arxiv, Reply(200, changed))


@pytest.mark.parametrize("text", ["<id/>", "<title>x</title>", "<author/>", "<published>", "&#0;"])
def test_elements_of_a_feed_in_the_wrong_place_get_an_answer(text: str) -> None:
    [arxiv] = [one for one in SERVICES if one.name == "arxiv"]
    assert len(FEEDS) > 1
    for feed in FEEDS:
        for mark in (b"<entry>", b"<title>", b"</feed>"):
            outcome_is_an_answer(arxiv, Reply(200, feed.replace(mark, text.encode() + mark)))
