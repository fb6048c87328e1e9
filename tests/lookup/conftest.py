"""A real HTTP server on this machine, which answers what a test tells it to."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from bot.lookup.ask import Lookup
from bot.lookup.services.services import SERVICES
from bot.lookup.wire.reply import NoAnswerError
from bot.lookup.wire.reply import Reply as Answered
from bot.lookup.wire.web import Call, Web


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One answer: what the server sends, and how it misbehaves while doing so."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    hang: bool = False  # say nothing until the test is over
    drip: bool = False  # send a byte now and then, for ever


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as the server saw it."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> object:
        """Read the request's body."""
        return json.loads(self.body)


Reply = Sent | Callable[[Asked], Sent]


@dataclass(slots=True)
class Server:
    """The server: `replies` by the beginning of a path, longest first; the last one stays."""

    url: str
    over: threading.Event = field(default_factory=threading.Event)
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def reply(self, path: str, *sent: Reply) -> None:
        """Answer requests whose path begins so with these, one after the other."""
        self.replies[path] = list(sent)

    def next_for(self, asked: Asked) -> Sent:
        """Give the answer to a request and remember that it came."""
        self.asked.append(asked)
        for path in sorted(self.replies, key=len, reverse=True):
            if asked.path.startswith(path):
                queue = self.replies[path]
                reply = queue.pop(0) if len(queue) > 1 else queue[0]
                return reply if isinstance(reply, Sent) else reply(asked)
        return Sent(status=404, body=b"Resource not found.")

    def paths(self) -> list[str]:
        """Give the paths asked for, without their queries."""
        return [urlsplit(asked.path).path for asked in self.asked]


def handler_for(server: Server) -> type[BaseHTTPRequestHandler]:
    """Make the class that Python's server wants, bound to our `server`."""

    class Handler(BaseHTTPRequestHandler):
        """Sends what the test prepared."""

        def answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(self.command, self.path, headers, self.rfile.read(length))
            sent = server.next_for(asked)
            if sent.hang:
                server.over.wait(10)
                self.close_connection = True
                return
            self.send_response(sent.status)
            for name, value in sent.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in sent.headers:
                self.send_header("Content-Length", str(10**6 if sent.drip else len(sent.body)))
            self.end_headers()
            self.wfile.write(sent.body)
            while sent.drip and not server.over.wait(0.02):
                try:
                    self.wfile.write(b" ")
                    self.wfile.flush()
                except OSError:
                    return

        do_GET = do_POST = answer  # noqa: N815  # the names that http.server looks for

        def log_message(self, *_arguments: object) -> None:
            """Keep the test's output clean."""

    return Handler


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Serve on a free port of the loopback; ended with the test."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    state = Server("")
    http = ThreadingHTTPServer(("127.0.0.1", 0), handler_for(state))
    http.daemon_threads = True
    state.url = f"http://127.0.0.1:{http.server_address[1]}"
    thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield state
    state.over.set()
    http.shutdown()
    http.server_close()


class Slow(Web):
    """A way out that answers nothing, and takes the time it is given for each request."""

    def __init__(self) -> None:
        """Begin somewhere."""
        super().__init__("a list", clock=lambda: self.now)
        self.now = 1_000.0

    def fetch(self, call: Call, deadline: float) -> Answered:  # noqa: ARG002 - as there
        """Take all the time there is."""
        self.now = max(self.now, deadline)
        raise NoAnswerError("took too long to answer")


@dataclass(slots=True)
class Clock:
    """A clock that only sleeping moves."""

    now: float = 1_000.0
    slept: list[float] = field(default_factory=list)

    def time(self) -> float:
        """Give the seconds."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Take no time, but remember."""
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    """Give a clock that stands still."""
    return Clock()


@pytest.fixture
def web(clock: Clock) -> Web:
    """Give a way out whose waiting takes no time."""
    return Web("tests/1", clock=clock.time, sleep=clock.sleep)


@pytest.fixture
def lookup(server: Server, web: Web) -> Lookup:
    """Give all services, each at a path of its own on the local server."""
    return Lookup(web, addresses=addresses(server))


def addresses(server: Server) -> dict[str, str]:
    """Give each service's address on the local server."""
    return {service.name: f"{server.url}/{service.name}" for service in SERVICES}
