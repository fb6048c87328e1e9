"""Can a stranger's page lead anywhere, take for ever, or be asked too fast?

The servers stand on loopback; a resolver gives them names, and which of their addresses count as
forbidden is told to the door, as `tests/fetch/test_guard.py` holds the real answer.
"""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from bot.fetch.visit import DELAY, MOST_BYTES, Fetcher
from bot.lookup.wire.line import LARGEST_ANSWER
from bot.model.upkeep.link import Visit

PUBLIC, PRIVATE = "127.0.0.1", "127.0.0.2"
Handler = Callable[[BaseHTTPRequestHandler], None]


class Net:
    """Two servers, one of which is forbidden, and the names that lead to them."""

    def __init__(self) -> None:
        """Serve nothing yet."""
        self.names: dict[str, list[list[str]]] = {"a.test": [[PUBLIC]]}
        self.pages: dict[str, Handler] = {}
        self.asked: list[tuple[str, str]] = []
        self.over = threading.Event()
        self.port = 0

    def resolve(self, host: str, _port: int) -> list[str]:
        """Give the next answer to a name; the last one stays. Numbers are themselves."""
        if host[0].isdigit() or host.startswith("["):
            return [host.strip("[]")]
        answers = self.names.get(host)
        if answers is None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if not answers:
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def url(self, path: str, host: str = "a.test") -> str:
        """Give the address of a page."""
        return f"http://{host}:{self.port}{path}"


def serve(net: Net, address: str, port: int) -> ThreadingHTTPServer:
    """Serve the pages at an address."""

    class Answers(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            net.asked.append((address, self.path))
            self.close_connection = True
            page = net.pages.get(self.path.partition("?")[0])
            if page is None:
                sent(self, 404)
            else:
                page(self)

        def log_message(self, *_arguments: object) -> None:
            """Keep the test's output clean."""

    server = ThreadingHTTPServer((address, port), Answers)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    return server


def sent(to: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    """Send a whole answer."""
    to.send_response(status)
    for name, value in headers.items():
        to.send_header(name.replace("_", "-"), value)
    to.send_header("Content-Length", str(len(body)))
    to.end_headers()
    to.wfile.write(body)


@pytest.fixture
def net() -> Iterator[Net]:
    made = Net()
    public = serve(made, PUBLIC, 0)
    made.port = public.server_address[1]
    private = serve(made, PRIVATE, made.port)
    yield made
    made.over.set()
    for server in (public, private):
        server.shutdown()
        server.server_close()


def look(net: Net, url: str, *, seconds: float = 5.0) -> Visit:
    """Visit a page as a run does, and never wait for a host's sake."""
    fetcher = Fetcher(
        "a list",
        resolve=net.resolve,
        is_forbidden=lambda address: address != PUBLIC,
        sleep=lambda _: None,
        seconds=seconds,
    )
    return fetcher.visit(url, time.monotonic() + 60)


def leads(to: str, status: int = 302) -> Handler:
    return lambda page: sent(page, status, Location=to)


def test_a_page_is_read_and_its_redirects_are_followed(net: Net) -> None:
    net.pages["/new"] = lambda page: sent(page, 200, b"A paper")
    net.pages["/old"] = leads("/new", 301)
    found = look(net, net.url("/old"))
    assert [hop.status for hop in found.hops] == [301, 200]
    assert (found.hops[-1].url, found.text) == (net.url("/new"), "A paper")


@pytest.mark.parametrize(
    "to",
    [
        "http://secret.test:{port}/",
        "http://127.0.0.2:{port}/",
        "http://both.test:{port}/",
        "//secret.test:{port}/",
        "http://a.test@127.0.0.2:{port}/",
        "http://[64:ff9b::7f00:2]:{port}/",
        "http://[2002:7f00:2::1]:{port}/",
        "http://127.0.0.2:{port}\\@a.test/",
        "http://169.254.169.254/latest/meta-data/",
        "file:///etc/hostname",
        "gopher://secret.test:{port}/",
        "http://secret.test:{port}:80/",
        "http://[::1/",
    ],
)
def test_nobody_leads_to_a_forbidden_place(net: Net, to: str) -> None:
    net.names |= {"secret.test": [[PRIVATE]], "both.test": [[PUBLIC, PRIVATE]]}
    net.pages["/"] = lambda page: sent(page, 200, b"secret")
    net.pages["/leads"] = leads(to.format(port=net.port))
    found = look(net, net.url("/leads"))
    assert found.trouble
    assert [address for address, _ in net.asked] == [PUBLIC]
    assert look(net, to.format(port=net.port)).trouble
    assert all(address == PUBLIC for address, _ in net.asked)


def test_a_name_that_leads_elsewhere_when_it_is_asked_again_gains_nothing(net: Net) -> None:
    net.names["two-faced.test"] = [[PUBLIC], [PRIVATE]]
    net.pages["/"] = lambda page: sent(page, 200, b"a page")
    assert look(net, net.url("/", "two-faced.test")).text == "a page"
    assert look(net, net.url("/", "two-faced.test")).trouble
    assert [address for address, _ in net.asked] == [PUBLIC]


def test_proxies_and_passwords_of_the_environment_are_left_alone(
    net: Net, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://{PRIVATE}:{net.port}")
    netrc = tmp_path / "netrc"
    netrc.write_text("machine a.test login me password secret\n", "utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    told: list[str | None] = []

    def page(to: BaseHTTPRequestHandler) -> None:
        told.append(to.headers["Authorization"])
        sent(to, 200, b"a page")

    net.pages["/"] = page
    assert look(net, net.url("/")).text == "a page"
    assert told == [None]
    assert [address for address, _ in net.asked] == [PUBLIC]


def endless(net: Net, piece: bytes) -> Handler:
    def page(to: BaseHTTPRequestHandler) -> None:
        to.send_response(200)
        to.send_header("Content-Length", str(10**9))
        to.end_headers()
        while not net.over.wait(0.001 if len(piece) > 1 else 0.02):
            try:
                to.wfile.write(piece)
            except OSError:
                return

    return page


def test_a_huge_page_is_left_after_its_beginning(net: Net) -> None:
    net.pages["/"] = endless(net, b"a" * 8192)
    assert len(look(net, net.url("/")).text) == MOST_BYTES


def test_a_page_that_drips_is_left_by_the_deadline(net: Net) -> None:
    net.pages["/"] = endless(net, b"a")
    began = time.monotonic()
    found = look(net, net.url("/"), seconds=0.5)
    assert time.monotonic() - began < 3
    assert found.trouble


def test_few_bytes_that_stand_for_very_many_are_left_after_their_beginning(net: Net) -> None:
    bomb = gzip.compress(b"a" * 50_000_000)
    net.pages["/"] = lambda page: sent(page, 200, bomb, Content_Encoding="gzip")
    assert look(net, net.url("/")).text == "a" * MOST_BYTES
    net.pages["/"] = lambda page: sent(page, 200, b"xx", Content_Encoding="br")
    found = look(net, net.url("/"))
    assert (found.text, found.hops[-1].status) == ("", 200)
    net.pages["/"] = lambda page: sent(page, 200, b"no gzip", Content_Encoding="gzip")
    assert look(net, net.url("/")).trouble


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("status", ["100 Continue", "102 Processing", "103 Early Hints"])
def test_answers_in_between_are_waited_through(net: Net, status: str, count: int) -> None:
    def page(to: BaseHTTPRequestHandler) -> None:
        to.wfile.write(f"HTTP/1.1 {status}\r\nLink: </a.css>\r\n\r\n".encode() * count)
        sent(to, 200, b"A paper")

    net.pages["/"] = page
    found = look(net, net.url("/"))
    assert ([hop.status for hop in found.hops], found.text, found.trouble) == ([200], "A paper", "")


def test_answers_in_between_have_an_end(net: Net) -> None:
    def page(to: BaseHTTPRequestHandler) -> None:
        with suppress(OSError):
            while not net.over.is_set():
                to.wfile.write(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100)

    net.pages["/"] = page
    found = look(net, net.url("/"), seconds=30)
    assert (found.hops, found.trouble) == ((), "it could not be reached")


@pytest.mark.parametrize(
    ("header", "body", "nothing"),
    [
        ("Content-Length: 999", b"A paper", b""),
        ("Transfer-Encoding: chunked", b"7\r\nA paper\r\n", b""),
        ("Content-Encoding: gzip", gzip.compress(b"A paper")[:-4], gzip.compress(b"")[:4]),
    ],
    ids=["by its length", "in chunks", "gzip"],
)
def test_a_page_that_breaks_off_is_as_long_as_what_came(
    net: Net, header: str, body: bytes, nothing: bytes
) -> None:
    def page(to: BaseHTTPRequestHandler) -> None:
        came = body if to.path == "/" else nothing
        to.wfile.write(f"HTTP/1.1 404 Not Found\r\n{header}\r\n\r\n".encode() + came)

    net.pages |= {"/": page, "/nothing": page}
    found = look(net, net.url("/"))
    assert ([hop.status for hop in found.hops], found.text, found.trouble) == ([404], "A paper", "")
    found = look(net, net.url("/nothing"))
    assert (found.hops, found.text, bool(found.trouble)) == ((), "", True)


@pytest.mark.parametrize(
    ("header", "beginning", "piece"),
    [
        ("Transfer-Encoding: chunked", b"", b"1;" + b"x" * 5_000 + b"\r\na\r\n"),
        ("Transfer-Encoding: chunked", b"2\r\nhi\r\n0\r\n", b"A: " + b"b" * 5_000 + b"\r\n"),
        ("Content-Encoding: gzip", b"\x1f\x8b\x08\x08\0\0\0\0\0\x03", b"n" * 10_000),
        ("Content-Encoding: gzip", b"", gzip.compress(b"") * 500),
    ],
    ids=["frames of chunks", "trailers", "a name within gzip", "members of gzip that hold nothing"],
)
def test_very_many_bytes_that_stand_for_few_are_not_read(
    net: Net, header: str, beginning: bytes, piece: bytes
) -> None:
    count = 0

    def page(to: BaseHTTPRequestHandler) -> None:
        nonlocal count
        to.wfile.write(f"HTTP/1.1 200 OK\r\n{header}\r\n\r\n".encode() + beginning)
        with suppress(OSError):
            while not net.over.is_set():
                count += to.wfile.write(piece)

    net.pages["/"] = page
    assert look(net, net.url("/"), seconds=30).trouble == "it could not be reached"
    assert count < 4 * LARGEST_ANSWER  # what is sent and not read waits in the buffers between


def test_what_one_page_wants_remembered_is_told_to_no_other(net: Net) -> None:
    told: list[str | None] = []

    def page(to: BaseHTTPRequestHandler) -> None:
        told.append(to.headers["Cookie"])
        sent(to, 302, Location="/door", Set_Cookie="a=b; Domain=.pages.test; Path=/")

    def door(to: BaseHTTPRequestHandler) -> None:
        told.append(to.headers["Cookie"])
        sent(to, 200, b"a page")

    net.pages |= {"/": page, "/door": door}
    net.names |= {"one.pages.test": [[PUBLIC]], "other.pages.test": [[PUBLIC]]}
    fetcher = Fetcher(
        "a list", resolve=net.resolve, is_forbidden=lambda _: False, sleep=lambda _: None
    )
    for host in ("one.pages.test", "other.pages.test"):
        assert fetcher.visit(net.url("/", host), time.monotonic() + 60).text == "a page"
    assert told == [None, "a=b", None, "a=b"]


def test_redirects_in_circles_have_an_end(net: Net) -> None:
    net.pages["/"] = leads("/")
    assert look(net, net.url("/")).trouble == "it redirects in circles"
    assert len(net.asked) == 6


def test_a_huge_body_of_a_redirect_is_not_read(net: Net) -> None:
    net.pages["/new"] = lambda page: sent(page, 200, b"A paper")

    def page(to: BaseHTTPRequestHandler) -> None:
        to.send_response(301)
        to.send_header("Location", "/new")
        to.send_header("Content-Length", str(10**9))
        to.end_headers()

    net.pages["/"] = page
    assert look(net, net.url("/")).text == "A paper"


def test_no_such_host_is_told_from_a_resolver_that_is_down(net: Net) -> None:
    net.names["down.test"] = []
    assert look(net, "http://gone.test/").no_such_name
    found = look(net, "http://down.test/")
    assert (found.no_such_name, bool(found.trouble)) == (False, True)


def test_a_resolver_that_is_slow_ends_by_the_deadline(net: Net) -> None:
    def slow(_host: str, _port: int) -> list[str]:
        net.over.wait(5)
        return [PUBLIC]

    began = time.monotonic()
    found = Fetcher("tests/1", resolve=slow, seconds=0.3).visit(net.url("/"), began + 60)

    assert found.trouble == "it did not answer in time"
    assert time.monotonic() - began < 4


def test_what_is_no_tls_is_a_trouble(net: Net) -> None:
    assert look(net, f"https://a.test:{net.port}/").trouble == "its certificate is not right"


class Clock:
    """A clock that only waiting moves."""

    def __init__(self) -> None:
        """Begin somewhere."""
        self.now = 1_000.0

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds


def on_time(net: Net, clock: Clock) -> Fetcher:
    """Give a fetcher that goes by a clock."""
    return Fetcher(
        "a list",
        clock=lambda: clock.now,
        sleep=clock.sleep,
        resolve=net.resolve,
        is_forbidden=lambda _: False,
    )


def test_no_host_is_asked_faster_than_every_few_seconds(net: Net) -> None:
    clock, asked = Clock(), list[float]()

    def page(to: BaseHTTPRequestHandler) -> None:
        asked.append(clock.now)
        sent(to, 301, Location="/") if len(asked) % 2 else sent(to, 200, b"a page")

    net.pages["/"] = page
    fetcher = on_time(net, clock)
    for _ in range(3):
        assert fetcher.visit(net.url("/"), clock.now + 600).hops[-1].status == 200
    assert [later - before for before, later in pairwise(asked)] == [DELAY] * 5


def test_a_host_is_one_however_a_redirect_writes_it(net: Net) -> None:
    clock, asked = Clock(), list[float]()
    spellings = iter(["A.test", "a.test.", "a.TEST.", "a.test"])

    def page(to: BaseHTTPRequestHandler) -> None:
        asked.append(clock.now)
        host = next(spellings, "")
        sent(to, 302, Location=net.url("/", host)) if host else sent(to, 200, b"a page")

    net.pages["/"] = page
    net.names |= {host: [[PUBLIC]] for host in ("A.test", "a.test.", "a.TEST.")}
    fetcher = on_time(net, clock)
    assert fetcher.visit(net.url("/"), clock.now + 600).text == "a page"
    assert [later - before for before, later in pairwise(asked)] == [DELAY] * 4


def test_a_host_that_wants_to_be_left_alone_is_left_alone(net: Net) -> None:
    net.pages["/"] = lambda page: sent(page, 429, Retry_After="3600")
    fetcher = Fetcher(
        "a list", resolve=net.resolve, is_forbidden=lambda _: False, sleep=lambda _: None
    )
    deadline = time.monotonic() + 60
    assert fetcher.visit(net.url("/"), deadline).hops[-1].status == 429
    assert fetcher.visit(net.url("/other"), deadline).cut_short
    assert len(net.asked) == 1


def test_a_run_that_is_out_of_time_asks_nobody(net: Net) -> None:
    fetcher = Fetcher("a list", resolve=net.resolve, is_forbidden=lambda _: False)
    assert fetcher.visit(net.url("/"), time.monotonic() - 1).cut_short
    assert net.asked == []
