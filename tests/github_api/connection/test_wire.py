"""Is an answer taken for what it means, and a request sent again only where that is safe?"""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import (
    BotError,
    ForbiddenError,
    MissingError,
    OutageError,
    RateLimitError,
    RejectedError,
)
from bot.github_api.connection.limits import AT_ONCE
from bot.github_api.connection.repository import Repository
from bot.github_api.connection.wire import LoggedRequest
from bot.github_api.world import queries
from bot.github_api.world.fetch_world import WorldReader
from bot.model.github.world import World
from tests.github_api.wires import Answer, refusal, wired

NOTHING = Answer(0)
HTML = Answer(200, "<html><h1>Unicorn!</h1></html>")
LIMITED = "You have exceeded a secondary rate limit. Please wait a few minutes."


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (refusal(401, "Bad credentials"), ForbiddenError, r"Bad credentials \(401 for GET x\)"),
        (refusal(403, "Resource not accessible"), ForbiddenError, "Resource not accessible"),
        (refusal(404, "Not Found"), MissingError, r"Not Found \(404 for GET x\)"),
        (refusal(410, "This issue was deleted"), MissingError, "This issue was deleted"),
        (refusal(409, "Conflict"), RejectedError, "^Conflict$"),
        (refusal(422, "Validation Failed"), RejectedError, "^Validation Failed$"),
        (Answer(422, "{}"), RejectedError, "no reason given, status 422"),
        (Answer(301, "{}"), RejectedError, "status 301"),
        (Answer(500, "{}"), OutageError, "GET x with 500"),
        (Answer(502, "<html>"), OutageError, "502"),
        (Answer(408, "{}"), OutageError, "408"),
        (Answer(403, "<html>"), OutageError, "403 and no readable JSON"),
        (Answer(200, '{"a": 1'), OutageError, "no readable JSON"),
        (Answer(200, "[" * 100_000), OutageError, "no readable JSON"),
        (HTML, OutageError, "no readable JSON"),
        (NOTHING, OutageError, "could not be reached"),
    ],
    ids=lambda value: str(getattr(value, "status", "")),
)
def test_an_answer_means_one_kind_of_trouble(
    answer: Answer, error: type[BotError], words: str
) -> None:
    here = wired(answer)

    with pytest.raises(error, match=words):
        here.wire.ask("GET", "x")

    tries = 3 if error is OutageError else 1
    assert here.wire.sent == [LoggedRequest("GET", "x", answer.status)] * tries


def test_a_refusal_is_told_in_one_short_line_with_its_details() -> None:
    errors = [{"code": "already_exists"}, {"message": "body\nis too long"}, "plain", None, {}]
    body = {"message": "Validation Failed", "errors": errors}

    with pytest.raises(RejectedError) as caught:
        wired(Answer(422, json.dumps(body))).wire.ask("POST", "x", again=False)
    assert caught.value.message == (
        "Validation Failed: already_exists: body is too long: plain: None"
    )
    assert caught.value.status == 422

    with pytest.raises(RejectedError) as caught:
        wired(refusal(422, "x\n" * 100_000)).wire.ask("POST", "x", again=False)
    assert len(caught.value.message) == 300


def test_an_empty_answer_is_none() -> None:
    assert wired(Answer(204, "")).wire.ask("DELETE", "x") is None


def test_what_creates_is_not_sent_again_before_a_look() -> None:
    here = wired(NOTHING, Answer(201, '{"id": 2}'))
    looks = []

    found = here.wire.create("x", {}, lambda: looks.append(len(here.wire.sent)))

    assert (found, looks) == ({"id": 2}, [1])


def test_what_a_look_finds_is_not_created_again() -> None:
    here = wired(NOTHING)

    assert here.wire.create("x", {}, lambda: {"id": 1}) == {"id": 1}
    assert len(here.wire.sent) == 1


def test_creating_is_given_up_after_three_tries() -> None:
    here = wired(NOTHING)

    with pytest.raises(OutageError):
        here.wire.create("x", {}, lambda: None)
    assert (len(here.wire.sent), here.time.slept) == (3, [1.0, 4.0])


@pytest.mark.parametrize(
    ("answer", "slept"),
    [
        (refusal(429, "Too Many Requests"), 60),
        (refusal(429, "Too Many Requests", retry_after="7"), 7),
        (refusal(429, "Too Many Requests", retry_after="0"), 1),
        (refusal(429, "Too Many Requests", retry_after="soon"), 60),
        (Answer(429, "<html>"), 60),
        (refusal(403, LIMITED), 60),
        (refusal(403, LIMITED, retry_after="5"), 5),
        (refusal(403, "Forbidden", retry_after="5"), 5),
        (
            refusal(
                403,
                "API rate limit exceeded",
                x_ratelimit_remaining="0",
                x_ratelimit_reset="1767225610",
            ),
            11,
        ),
    ],
)
def test_a_limit_is_waited_for_and_the_request_sent_again(answer: Answer, slept: float) -> None:
    here = wired(answer, Answer(201, "[1]"))

    assert here.wire.ask("POST", "x", again=False) == [1]
    assert here.time.slept == [slept]


def test_a_run_waits_only_so_long_in_all() -> None:
    limited = refusal(429, "Too Many Requests", retry_after="25")
    here = wired(limited)

    with pytest.raises(RateLimitError, match="left alone for 25 seconds"):
        here.wire.ask("GET", "x")
    assert here.time.slept == [25, 25]

    with pytest.raises(RateLimitError):
        here.wire.ask("GET", "x")
    assert here.time.slept == [25, 25]


def test_a_limit_until_the_next_hour_is_not_waited_for() -> None:
    spent = {"x_ratelimit_remaining": "0", "x_ratelimit_reset": "1767229200"}
    here = wired(refusal(403, "API rate limit exceeded", **spent))

    with pytest.raises(RateLimitError, match="3601 seconds"):
        here.wire.ask("GET", "x")
    assert here.time.slept == []


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ({"data": {"repository": None}, "errors": [{"type": "NOT_FOUND"}]}, MissingError),
        ({"data": {"repository": {}}, "errors": [{"type": "FORBIDDEN"}]}, ForbiddenError),
        ({"data": None, "errors": [{"type": "RATE_LIMITED"}]}, RateLimitError),
        ({"data": {"repository": {}}, "errors": [{"type": "SERVICE_UNAVAILABLE"}]}, OutageError),
        ({"errors": [{"message": "Something went wrong while executing"}]}, OutageError),
        ({"errors": [{"message": "Field 'x'", "locations": []}]}, RejectedError),
        ({"data": {"repository": None}}, OutageError),
        ({"data": {"repository": []}}, OutageError),
        ({"message": "x"}, OutageError),
        ([], OutageError),
        (None, OutageError),
    ],
)
def test_an_error_in_a_query_counts_for_all_of_it(answer: object, error: type[BotError]) -> None:
    with pytest.raises(error):
        wired(Answer(200, json.dumps(answer))).wire.query("query", {})


def test_what_is_not_found_within_the_repository_is_none() -> None:
    answer = {
        "data": {"repository": {"i1": None}},
        "errors": [{"type": "NOT_FOUND", "path": ["repository", "i1"]}],
    }

    assert wired(Answer(200, json.dumps(answer))).wire.query("query", {}).repository == {"i1": None}


def test_a_query_counts_neither_as_writing_nor_as_creating() -> None:
    here = wired(Answer(200, '{"data": {"repository": {}}}'), pause=1.0)

    for _ in range(500):
        here.wire.query("query", {})
    assert (here.time.slept, here.limits.near) == ([], "")


def test_what_writes_much_keeps_its_distance() -> None:
    here = wired(Answer(), pause=1.0)
    for _ in range(AT_ONCE - 1):
        here.wire.ask("PATCH", "x")
    assert here.time.slept == []

    here.wire.ask("PATCH", "x")
    here.wire.ask("GET", "x")
    here.time.now += 0.25
    here.wire.ask("POST", "x", again=False)
    here.time.now += 5
    here.wire.ask("PUT", "x")

    assert here.time.slept == [0.75]


@pytest.mark.parametrize(("left", "near"), [("31", ""), ("30", "only 30 more requests (graphql)")])
def test_the_end_of_the_hours_requests_is_seen_coming(left: str, near: str) -> None:
    headers = {"x-ratelimit-remaining": left, "x-ratelimit-resource": "graphql"}
    here = wired(Answer(200, "{}", headers), Answer(200, "{}", {"x-ratelimit-remaining": "999"}))
    here.wire.ask("GET", "x")
    here.wire.ask("GET", "x")

    assert (near in here.limits.near) if near else not here.limits.near


def test_the_end_of_the_hours_creations_is_seen_coming_and_passes() -> None:
    here = wired(Answer())
    for _ in range(469):
        here.wire.ask("POST", "x", again=False)
    assert not here.limits.near
    here.wire.ask("POST", "x", again=False)
    assert "created 470 things" in here.limits.near

    here.time.now += 3_600
    assert not here.limits.near


def test_the_end_of_the_budget_is_seen_coming() -> None:
    here = wired(Answer(), budget=2)
    here.wire.ask("GET", "x")
    assert not here.limits.near
    here.wire.ask("GET", "x")
    assert "has sent its 2 requests" in here.limits.near


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["nodes", *queries.LISTS, "defaultBranchRef", "pageInfo"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
@settings(max_examples=60)
def test_an_answer_of_any_shape_is_an_outage_or_a_world(repository: object) -> None:
    answer = Answer(200, json.dumps({"data": {"repository": repository}}))
    try:
        found: object = WorldReader(Repository(wired(answer).wire, "octo", "papers", "bot")).read()
    except BotError:
        return
    assert isinstance(found, World)


def test_a_repository_without_a_commit_cannot_be_read() -> None:
    lists = dict.fromkeys(queries.LISTS)
    answer = Answer(200, json.dumps({"data": {"repository": {"defaultBranchRef": None} | lists}}))
    repository = Answer(200, '{"default_branch": "main"}')
    empty = refusal(409, "Git Repository is empty.")

    with pytest.raises(RejectedError, match="no commit"):
        WorldReader(
            Repository(wired(answer, repository, empty).wire, "octo", "papers", "bot")
        ).read()
