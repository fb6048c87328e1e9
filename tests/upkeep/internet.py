"""A small internet on loopback: arXiv, DBLP, the handle server, the archive, pages that misbehave.

Every host is one server, told apart by the name it was asked by; a resolver leads all names there.
`fault` lets one request, counted over all hosts, go wrong.
"""

import json
import re
import socket
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

import pytest

from bot.cli.upkeep.outside import NOTHING_NEW, ONLY_CODE
from bot.fetch.visit import Fetcher
from bot.flows.local.upkeep.links import Outside
from bot.flows.local.upkeep.metadata import Asking
from bot.lookup.ask import Lookup
from bot.lookup.by_title.search import words_of
from bot.lookup.by_title.searches import searches_at
from bot.lookup.registries.registries import Registries
from bot.lookup.wire.web import Web
from bot.model.papers.metadata import LookUp
from bot.model.upkeep.link import Repo
from bot.settings import ADDRESSES

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns="http://www.w3.org/2005/Atom">
<id>https://arxiv.org/api/1</id><title>arXiv Query</title><updated>2026-04-12T22:10:19Z</updated>
<opensearch:totalResults>{count}</opensearch:totalResults>{entries}</feed>"""
ENTRY = """<entry><id>http://arxiv.org/abs/{id}v1</id><title>A Work {id}</title>
<updated>2023-09-12T12:50:04Z</updated><published>2023-09-12T12:50:04Z</published>
<summary>A summary.</summary><author><name>Ada Example</name></author>
<comment xmlns="http://arxiv.org/schemas/atom">{comment}</comment></entry>"""
FOUND = """<entry><id>http://arxiv.org/abs/{id}v1</id><title>{title}</title>
<updated>{day}T12:50:04Z</updated><published>{day}T12:50:04Z</published>
<summary>{abstract}</summary><author><name>Ada Example</name></author></entry>"""
# How one request goes wrong.
FAULTS = ("503", "html", "short", "reset", "429")


class Published(NamedTuple):
    """A work as DBLP has it."""

    title: str
    author: str
    venue: str
    year: int


class Submitted(NamedTuple):
    """A work that arXiv's search finds by the day on which it was submitted."""

    id: str
    title: str
    day: str
    abstract: str = ""


class Internet:
    """What each host holds, and the log of what was asked, at which moment of the run's clock."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self.port = 0
        self.now = 1_000.0
        self.arxiv: set[str] = set()
        self.submitted: list[Submitted] = []  # to arXiv
        self.dois: set[str] = set()
        self.comments: dict[str, str] = {}  # of authors at arXiv
        self.published: list[Published] = []  # at DBLP
        self.copies: dict[str, str] = {}
        self.repositories: dict[str, Repo] = {}
        self.pages: dict[str, tuple[int, str]] = {}  # by host and path: status, text or address
        self.hosts: set[str] = set()
        self.log: list[tuple[str, float]] = []
        self.fault: tuple[int, str] = (-1, "")
        self.count = 0

    def url(self, place: str) -> str:
        """Give the address of a page: "a.test/p"."""
        host, slash, path = place.partition("/")
        return f"http://{host}:{self.port}{slash}{path}"

    def resolve(self, host: str, _port: int) -> list[str]:
        """Lead every known name here."""
        if host not in self.hosts:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return ["127.0.0.1"]

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds

    def ask_github(self, names: object) -> dict[str, Repo | None]:
        """Answer as the door to GitHub does, and nothing where this request goes wrong."""
        if self.goes_wrong():
            return {}
        assert isinstance(names, list)
        return {name: self.repositories.get(name) for name in names}

    def goes_wrong(self) -> str:
        """Count a request, and tell how it goes wrong."""
        self.count += 1
        return self.fault[1] if self.count - 1 == self.fault[0] else ""

    def outside(self) -> Outside:
        """Give the doors of a run."""
        here = f"http://127.0.0.1:{self.port}"
        web = Web("a list", clock=lambda: self.now, sleep=self.sleep)
        fetcher = Fetcher(
            "a list",
            clock=lambda: self.now,
            sleep=self.sleep,
            resolve=self.resolve,
            is_forbidden=lambda address: address != "127.0.0.1",
        )
        deadline = self.now + 1_200
        addresses = {name: f"{here}/{name}" for name in ("arxiv", "doi", "archive")}
        return Outside(
            Registries(web, addresses, deadline),
            self.ask_github,
            lambda url: fetcher.visit(url, deadline),
            lambda: self.now < deadline,
        )

    def asking(self) -> Asking:
        """Give the doors of a run on metadata; there is time enough."""
        addresses = {name: f"http://127.0.0.1:{self.port}/{name}" for name in ADDRESSES.values()}
        web = Web("a list", clock=lambda: self.now, sleep=self.sleep)

        def asks(*without: str) -> LookUp:
            return Lookup(web, addresses=addresses, thorough=True, without=without).ask_many

        return Asking(
            asks(*NOTHING_NEW),
            asks(*NOTHING_NEW, *ONLY_CODE),
            None,
            lambda: True,
            searches_at(web, addresses),
            lambda: True,
        )

    def closest(self) -> dict[str, float]:
        """Give the shortest time between two requests to each page's host."""
        asked = defaultdict(list)
        for host, moment in self.log:
            asked[host].append(moment)
        return {
            host: min((later - before for before, later in pairwise(moments)), default=999.0)
            for host, moments in asked.items()
        }


def _answer(net: Internet, to: BaseHTTPRequestHandler) -> tuple[int, bytes, dict[str, str]]:
    """Give status, body and headers of an answer."""
    parts = urlsplit(to.path)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if parts.path.startswith("/arxiv/"):
        ask = _search if "search_query" in asked else _known
        return 200, ask(net, asked).encode(), {}
    if parts.path.startswith("/doi/"):
        known = unquote(parts.path.rpartition("/")[2]) in net.dois
        body = {"responseCode": 1 if known else 100, "handle": "x"}
        return 200 if known else 404, json.dumps(body).encode(), {}
    if parts.path.startswith("/dblp/"):
        return 200, json.dumps(_hits(net, asked["q"])).encode(), {}
    if parts.path.startswith("/openreview/notes/search"):
        return 200, json.dumps({"notes": [], "count": 10_000}).encode(), {}
    if parts.path.startswith("/archive/"):
        copy = net.copies.get(asked["url"])
        snapshots = {"closest": {"available": True, "url": copy}} if copy else {}
        return 200, json.dumps({"archived_snapshots": snapshots}).encode(), {}
    host = (to.headers["Host"] or "").partition(":")[0]
    status, text = net.pages.get(f"{host}{parts.path}", (404, ""))
    return status, text.encode(), {"Location": text} if 300 <= status < 400 else {}


def _known(net: Internet, asked: Mapping[str, str]) -> str:
    """Give what arXiv has of the ids that are asked for."""
    ids = [id_ for id_ in asked["id_list"].split(",") if id_ in net.arxiv]
    entries = "".join(ENTRY.format(id=id_, comment=net.comments.get(id_, "")) for id_ in ids)
    return FEED.format(count=len(ids), entries=entries)


def _search(net: Internet, asked: Mapping[str, str]) -> str:
    """Give a page of what was submitted in the days that are asked for, newest first."""
    since, until = re.findall(r"[0-9]{8}(?=0000|2359)", asked["search_query"])
    fitting = [work for work in net.submitted if since <= work.day.replace("-", "") <= until]
    fitting.sort(key=lambda work: work.day, reverse=True)
    start, most = int(asked["start"]), int(asked["max_results"])
    entries = (
        FOUND.format(**{name: escape(value) for name, value in work._asdict().items()})
        for work in fitting[start : start + most]
    )
    return FEED.format(count=len(fitting), entries="".join(entries))


def _hits(net: Internet, words: str) -> dict[str, object]:
    """Give DBLP's answer; it leaves `hit` out where there is none."""
    hits = [_hit(work) for work in net.published if words_of(work.title) == words]
    total: dict[str, object] = {"@total": str(len(hits))}
    return {"result": {"hits": {**total, "hit": hits} if hits else total}}


def _hit(work: Published) -> dict[str, object]:
    """Give a work as DBLP writes it."""
    return {
        "info": {
            "authors": {"author": {"@pid": "1/2", "text": work.author}},
            "title": f"{work.title}.",
            "venue": work.venue,
            "year": str(work.year),
            "key": f"conf/{work.venue.lower()}/Example{work.year}",
        }
    }


def _named(to: BaseHTTPRequestHandler) -> str:
    """Name who is asked: a service by its address, a page by its host."""
    service = to.path.split("/")[1]
    known = {*ADDRESSES.values()}
    return service if service in known else (to.headers["Host"] or "").partition(":")[0]


@contextmanager
def internet() -> Iterator[Internet]:
    """Serve a small internet, as long as it takes."""
    net = Internet()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(*_answer(net, self))

        def do_POST(self) -> None:
            """Know none of the works that Semantic Scholar is asked for."""
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.answer(200, json.dumps([None for _ in asked["ids"]]).encode(), {})

        def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            net.log.append((_named(self), net.now))
            wrong = net.goes_wrong()
            if wrong == "reset":
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            if wrong.isdigit():
                status, body, headers = int(wrong), b"later", {"Retry-After": "3600"}
            if wrong == "html":
                status, body, headers = 200, b"<html>Down for maintenance</html>", {}
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) + (9 if wrong == "short" else 0)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            """Keep the test's output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    net.port = server.server_address[1]
    with pytest.MonkeyPatch.context() as environment:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            environment.delenv(name, raising=False)
        try:
            yield net
        finally:
            server.shutdown()
            server.server_close()
