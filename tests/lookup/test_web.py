"""Is every request polite and bounded, and does every fault have its answer?"""

import gzip
import json
import socket
import time
from pathlib import Path

import pytest
import requests

from bot.lookup.services.service import Connection
from bot.lookup.services.services import SERVICES
from bot.lookup.wire.body import LARGEST_BODY
from bot.lookup.wire.reply import NoAnswerError, Reply
from bot.lookup.wire.web import Call, Web, read_retry_after
from bot.model.papers.metadata import Unavailable
from tests.lookup.conftest import Asked, Clock, Sent, Server

GOOD = Sent(body=b'{"fine": true}')
ASKED_BY = {
    "arxiv": "arxiv:2309.06180",
    "openreview": "openreview:abcDEF123",
    "openreview-v1": "openreview:abcDEF123",
    "crossref": "doi:10.1145/3600006.3613165",
    "semantic-scholar": "arxiv:2309.06180",
    "datacite": "doi:10.5281/zenodo.1",
    "huggingface": "arxiv:2309.06180",
}
HTML = b"<!DOCTYPE html><html><body>Please wait</body></html>"
WALL = b'<!doctype html><script id="anubis_challenge" type="application/json">{}</script>'
FAULTS = {
    "500": (Sent(status=500, body=HTML), "answered 500"),
    "502": (Sent(status=502), "answered 502"),
    "429": (Sent(status=429), "answered 429"),
    "503": (Sent(status=503, body=HTML), "answered 503"),
    "page": (Sent(body=HTML), "answered 200 without"),
    "truncated": (Sent(body=b'{"title": "A Pap'), "answered 200 without"),
    "empty": (Sent(), "answered 200 without"),
    "binary": (Sent(body=b"\xff\xfe\x00\x01"), "answered 200 without"),
    "deep": (Sent(body=b"[" * 100_000), "answered 200 without"),
    "forbidden": (Sent(status=403, body=HTML), "answered 403"),
    "wall": (Sent(body=WALL), "answered 200 and lets only people in"),
    "wall by error": (
        Sent(status=403, body=b'{"name": "ChallengeRequiredError"}'),
        "answered 403 and lets only people in",
    ),
    "law": (Sent(status=451), "answered 451"),
    "elsewhere": (
        Sent(status=302, headers={"Location": "https://example.org/"}),
        "redirects to another place, which is not followed",
    ),
    "broken-off": (
        Sent(body=b"{", headers={"Content-Length": "5000"}),
        "broke off while answering",
    ),
    "bad-gzip": (
        Sent(body=b"no gzip", headers={"Content-Encoding": "gzip"}),
        "broke off while answering",
    ),
}


def fetch(server: Server, web: Web, *, delay: float = 0, seconds: float = 60) -> Reply:
    """Ask the server for something."""
    return web.fetch(call(server, delay), web.deadline(seconds))


def call(server: Server, delay: float = 0, path: str = "/thing") -> Call:
    """Give a request to the server."""
    return Call(service="thing", url=server.url + path, delay=delay, params={"a": "b c"})


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("service", SERVICES, ids=[service.name for service in SERVICES])
def test_a_fault_makes_a_service_unavailable_and_nothing_else(
    service: object, fault: str, server: Server, web: Web
) -> None:
    [row] = [one for one in SERVICES if one is service]
    work_id = ASKED_BY[row.name]
    fault_sent, reason = FAULTS[fault]
    server.reply("/", fault_sent)
    connection = Connection(
        web=web, service=row.name, address=server.url, delay=0, deadline=web.deadline(60)
    )
    answers = row.ask(connection, [work_id])
    answer = answers[work_id]
    assert list(answers) == [work_id]
    assert isinstance(answer, Unavailable)
    assert answer.service == row.name
    assert answer.reason.startswith(reason)
    assert answer.refused == (fault in {"forbidden", "wall", "wall by error", "law"})


def test_a_silent_service_is_given_up(server: Server, clock: Clock) -> None:
    server.reply("/", Sent(hang=True))
    web = Web("tests/1", clock=clock.time, sleep=clock.sleep, read_timeout=0.05)
    with pytest.raises(NoAnswerError, match="did not answer in time"):
        fetch(server, web)
    until = time.monotonic() + 10
    while len(server.asked) < 3 and time.monotonic() < until:
        time.sleep(0.01)  # it may hear of a request after that was given up
    assert len(server.asked) == 3


@pytest.mark.parametrize("service", SERVICES, ids=[service.name for service in SERVICES])
def test_a_refused_connection_makes_a_service_unavailable(service: object, web: Web) -> None:
    [row] = [one for one in SERVICES if one is service]
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
        connection = Connection(
            web=web, service=row.name, address=address, delay=0, deadline=web.deadline(60)
        )
        answers = row.ask(connection, [ASKED_BY[row.name]])
    assert answers == {ASKED_BY[row.name]: Unavailable(row.name, "could not be reached")}


@pytest.mark.parametrize(
    ("trouble", "tries"), [(requests.ConnectTimeout, 1), (requests.ConnectionError, 3)]
)
def test_a_host_that_takes_no_connection_is_tried_once(
    trouble: type[Exception],
    tries: int,
    server: Server,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = list[str]()

    def send(_session: requests.Session, _method: str, url: str, **_options: object) -> None:
        asked.append(url)
        raise trouble

    monkeypatch.setattr(requests.Session, "request", send)
    with pytest.raises(NoAnswerError, match="could not be reached"):
        fetch(server, Web("tests/1", clock=clock.time, sleep=clock.sleep))
    assert len(asked) == tries


def test_a_good_answer_is_read_whole(server: Server, web: Web) -> None:
    server.reply("/", GOOD)
    assert fetch(server, web) == Reply(200, b'{"fine": true}')
    assert server.asked[0].path == "/thing?a=b+c"
    assert server.asked[0].headers["user-agent"] == "tests/1"


def test_a_compressed_answer_is_unpacked(server: Server, web: Web) -> None:
    body = gzip.compress(json.dumps(["x" * 200_000]).encode())
    server.reply("/", Sent(body=body, headers={"Content-Encoding": "gzip"}))
    assert fetch(server, web).json() == ["x" * 200_000]


def test_a_passing_fault_is_asked_again_after_a_pause(
    server: Server, web: Web, clock: Clock
) -> None:
    server.reply("/", Sent(status=502), Sent(status=503), GOOD)
    assert fetch(server, web).status == 200
    assert clock.slept == [2.0, 8.0]


def test_three_failures_are_enough(server: Server, web: Web) -> None:
    server.reply("/", Sent(status=500))
    with pytest.raises(NoAnswerError, match="answered 500"):
        fetch(server, web)
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418])
def test_an_answer_to_the_question_is_not_asked_for_again(
    status: int, server: Server, web: Web
) -> None:
    server.reply("/", Sent(status=status))
    assert fetch(server, web).status == status
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("headers", "slept"),
    [
        ({"Retry-After": "12"}, [12.0]),
        ({"Retry-After": "0"}, [2.0]),
        ({"Retry-After": "1.5"}, [2.0]),
        ({"Retry-After": "-3"}, [2.0]),
        ({"Retry-After": "²"}, [2.0]),
        ({"Retry-After": "soon"}, [2.0]),
    ],
    ids=str,
)
def test_a_short_retry_after_is_waited_for(
    headers: dict[str, str], slept: list[float], server: Server, web: Web, clock: Clock
) -> None:
    server.reply("/", Sent(status=429, headers=headers), GOOD)
    assert fetch(server, web).status == 200
    assert clock.slept == slept


def test_a_retry_after_date_is_measured_by_the_clock_of_the_service() -> None:
    headers = {
        "Date": "Wed, 01 Apr 2026 10:00:00 GMT",
        "Retry-After": "Wed, 01 Apr 2026 10:00:25 GMT",
    }
    assert read_retry_after(headers) == 25.0
    assert read_retry_after({**headers, "Date": "Wed, 01 Apr 2026 11:00:00 GMT"}) == 0.0
    assert read_retry_after({**headers, "Date": "x"}) is None
    assert read_retry_after({"Retry-After": "9" * 5_000}) == 86_400.0


def test_a_long_retry_after_is_handed_on_at_once(server: Server, web: Web, clock: Clock) -> None:
    server.reply("/", Sent(status=429, headers={"Retry-After": "3000"}))
    with pytest.raises(NoAnswerError) as trouble:
        fetch(server, web)
    assert trouble.value.retry_after == 3_000.0
    assert clock.slept == []


def test_a_service_that_asked_to_be_left_alone_is_left_alone(
    server: Server, web: Web, clock: Clock
) -> None:
    server.reply("/", Sent(status=503, headers={"Retry-After": "3000"}), GOOD)
    for left in (3_000.0, 2_900.0):
        with pytest.raises(NoAnswerError) as trouble:
            fetch(server, web)
        assert (trouble.value.reason, trouble.value.retry_after) == ("answered 503", left)
        clock.now += 100
    assert len(server.asked) == 1
    clock.now += 2_900
    assert fetch(server, web).status == 200


def test_a_question_that_breaks_a_service_does_not_stop_the_next_question(
    server: Server, web: Web
) -> None:
    server.reply("/thing", Sent(status=500))
    server.reply("/thing/else", GOOD)
    with pytest.raises(NoAnswerError):
        fetch(server, web)
    assert web.fetch(call(server, path="/thing/else"), web.deadline(60)).status == 200


def test_requests_to_one_host_keep_their_distance(server: Server, web: Web, clock: Clock) -> None:
    server.reply("/", GOOD)
    fetch(server, web, delay=3)
    clock.now += 1
    fetch(server, web, delay=3)
    clock.now += 10
    fetch(server, web, delay=3)
    assert clock.slept == [2.0]


def test_what_cannot_be_asked_in_time_is_not_asked(server: Server, web: Web) -> None:
    server.reply("/", GOOD)
    fetch(server, web, delay=3)
    with pytest.raises(NoAnswerError, match="for want of time"):
        fetch(server, web, delay=3, seconds=2)
    assert len(server.asked) == 1


def test_no_pause_reaches_beyond_the_deadline(server: Server, web: Web, clock: Clock) -> None:
    server.reply("/", Sent(status=500))
    with pytest.raises(NoAnswerError, match="answered 500"):
        fetch(server, web, seconds=9)
    assert clock.slept == [2.0]


def test_an_endless_answer_is_cut_off(server: Server, web: Web) -> None:
    server.reply("/", Sent(body=b" " * (LARGEST_BODY + 1)))
    with pytest.raises(NoAnswerError, match="more than"):
        fetch(server, web)


def test_a_small_body_that_unpacks_to_a_large_one_is_cut_off(server: Server, web: Web) -> None:
    bomb = gzip.compress(b" " * (LARGEST_BODY + 1))
    server.reply("/", Sent(body=bomb, headers={"Content-Encoding": "gzip"}))
    with pytest.raises(NoAnswerError, match="more than"):
        fetch(server, web)


def test_an_answer_that_comes_byte_by_byte_ends_with_the_deadline(server: Server) -> None:
    server.reply("/", Sent(body=b"[", drip=True))
    web = Web("tests/1", read_timeout=5)  # with a clock that runs
    with pytest.raises(NoAnswerError, match="took too long"):
        fetch(server, web, seconds=1)


@pytest.mark.parametrize(
    "location", ["/there", "there", "{url}/there"], ids=["path", "relative", "absolute"]
)
def test_a_redirect_within_the_host_is_followed(location: str, server: Server, web: Web) -> None:
    server.reply("/", Sent(status=301, headers={"Location": location.format(url=server.url)}))
    server.reply("/there", GOOD)
    assert fetch(server, web).status == 200
    assert server.paths() == ["/thing", "/there"]


@pytest.mark.parametrize(
    "location",
    [
        "https://example.org/",
        "http://localhost:1/",
        "//example.org/",
        "file:///etc/passwd",
        "http://[broken/",
        "http://127.0.0.1:1/",
        "ftp://127.0.0.1/",
    ],
)
def test_a_redirect_to_another_place_is_not_followed(
    location: str, server: Server, web: Web
) -> None:
    server.reply("/", Sent(status=302, headers={"Location": location}))
    with pytest.raises(NoAnswerError, match="not followed"):
        fetch(server, web)


def test_the_body_of_a_redirect_is_not_read(server: Server, web: Web) -> None:
    server.reply("/", Sent(status=302, headers={"Location": "/there"}, drip=True))
    server.reply("/there", GOOD)
    assert fetch(server, web).status == 200


def test_a_redirect_keeps_its_distance_as_well(server: Server, web: Web, clock: Clock) -> None:
    asked: list[float] = []

    def moved(_asked: Asked) -> Sent:
        asked.append(clock.now)
        return Sent(status=301, headers={"Location": "/there"})

    def there(_asked: Asked) -> Sent:
        asked.append(clock.now)
        return GOOD

    server.reply("/", moved)
    server.reply("/there", there)
    assert fetch(server, web, delay=3).status == 200
    assert asked[1] - asked[0] == 3


def test_redirects_in_circles_end(server: Server, web: Web) -> None:
    server.reply("/", Sent(status=302, headers={"Location": "/thing"}))
    with pytest.raises(NoAnswerError, match="circles"):
        fetch(server, web)
    assert len(server.asked) == 4


def test_a_question_that_was_posted_is_not_redirected(server: Server, web: Web) -> None:
    server.reply("/", Sent(status=307, headers={"Location": "/there"}))
    posted = Call(service="thing", url=f"{server.url}/thing", delay=0, payload={"ids": []})
    with pytest.raises(NoAnswerError, match="not followed"):
        web.fetch(posted, web.deadline(60))


def test_passwords_of_the_netrc_file_are_not_sent(
    server: Server, web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n", "utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    server.reply("/", GOOD)
    fetch(server, web)
    assert "authorization" not in server.asked[0].headers


def test_a_proxy_of_the_environment_is_used_and_gets_no_password_of_the_netrc_file(
    server: Server, web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("default login me password secret\n", "utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("http_proxy", server.url)
    server.reply("http://papers.invalid/", GOOD)
    asked = Call(service="thing", url="http://papers.invalid/works", delay=0)
    assert web.fetch(asked, web.deadline(60)).status == 200
    assert [each.path for each in server.asked] == ["http://papers.invalid/works"]
    assert not {"authorization", "proxy-authorization"} & server.asked[0].headers.keys()

    monkeypatch.setenv("no_proxy", "papers.invalid")
    with pytest.raises(NoAnswerError, match="could not be reached"):
        web.fetch(asked, web.deadline(60))
    assert len(server.asked) == 1


def test_a_proxy_that_drips_or_that_cannot_be_used_ends_by_the_deadline(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.reply("http://papers.invalid/", Sent(body=b"[", drip=True))
    for address in (server.url, "http://127.0.0.1:1", "socks5://127.0.0.1:1", "http://[x", ":::"):
        monkeypatch.setenv("http_proxy", address)
        web = Web("tests/1", sleep=lambda _seconds: None)
        begun = time.monotonic()
        asked = Call(service="thing", url="http://papers.invalid/works", delay=0)
        with pytest.raises(NoAnswerError):
            web.fetch(asked, web.deadline(0.3))
        assert time.monotonic() - begun < 3
