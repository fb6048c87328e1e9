"""Does a look-up end in time, small and quietly, whatever a server sends, and however slowly?"""

import encodings
import gzip
import pkgutil
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from encodings import aliases

import pytest

from bot.lookup.ask import Lookup
from bot.lookup.services.service import Connection
from bot.lookup.services.services import SERVICES
from bot.lookup.wire.body import LARGEST_BODY
from bot.lookup.wire.line import LARGEST_HEAD
from bot.lookup.wire.reply import MOST_VALUES, NoAnswerError, Reply
from bot.lookup.wire.web import Call, Web
from bot.model.papers.metadata import DEFAULT_ORDER, LookupReply, NotFound, Unavailable
from tests.lookup.test_arbitrary import Canned

SECONDS = 0.3  # the deadline of a look-up here
LEEWAY = 4.0  # for a machine that has other things to do
MEGABYTE = 1024 * 1024
MOST_MEMORY = 20 * MEGABYTE

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
GZIPPED = OK + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
PAUSE = 0.02


def chunk(data: bytes) -> bytes:
    """Give one chunk of a body (RFC 9112, section 7.1)."""
    return b"%x\r\n%b\r\n" % (len(data), data)


# What is sent first, and what is then sent again and again: slowly, or as fast as it is read.
ENDLESS = {
    "nothing at all": (b"", b""),
    "the status, a letter at a time": (b"HTTP/1.1 ", b"2"),
    "head without end": (OK, b"X-More: yes\r\n"),
    "a header without end": (OK + b"X-Long: ", b"x"),
    "lines of a folded header": (OK + b"X-Long: x\r\n", b" x\r\n"),
    "100 Continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "100 Continue with headers": (b"", b"HTTP/1.1 100 Continue\r\nX: y\r\n\r\n"),
    "102 and 103": (b"", b"HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n"),
    "body by length": (OK + b"Content-Length: 999999\r\n\r\n", b" "),
    "body until the end": (OK + b"\r\n", b" "),
    "chunks": (CHUNKED, chunk(b" ")),
    "one chunk": (CHUNKED + b"fffff\r\n", b" "),
    "length of a chunk": (CHUNKED, b"0"),
    "extension of a chunk": (CHUNKED + b"1;", b"x"),
    "trailers": (CHUNKED + chunk(b"{}") + b"0\r\n", b"X-After: all\r\n"),
    "a trailer": (CHUNKED + chunk(b"{}") + b"0\r\nX-After: ", b"x"),
    "empty members of gzip": (GZIPPED, chunk(gzip.compress(b""))),
    "empty blocks of gzip": (GZIPPED + chunk(gzip.compress(b"")[:10]), chunk(b"\0\0\0\xff\xff")),
    "name in a gzip header": (GZIPPED + chunk(b"\x1f\x8b\x08\x08\0\0\0\0\0\0"), chunk(b"n")),
    "overloaded, without end": (b"HTTP/1.1 503 Wait\r\n", b"X: y\r\n"),
    "redirect without end": (b"HTTP/1.1 302 Found\r\nLocation: /\r\n", b"X: y\r\n"),
    "missing work, without end": (b"HTTP/1.1 404 Not Found\r\n\r\n", b"x"),
}
PACES = {"slowly": (PAUSE, 1), "fast": (0.0, 500)}


@contextmanager
def answering(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """Serve on the loopback; each connection is answered by `answer` until either side ends it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    line, _ = listening.accept()
                    threading.Thread(target=talk, args=(line,), daemon=True).start()

        def talk(line: socket.socket) -> None:
            with line, suppress(OSError):
                line.recv(65_536)
                answer(line)

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def endless(first: bytes, again: bytes, pace: str) -> Callable[[socket.socket], None]:
    """Send `first`, then `again` for ever."""
    pause, times = PACES[pace]

    def answer(line: socket.socket) -> None:
        line.sendall(first)
        while again:
            line.sendall(again * times)
            time.sleep(pause)
        line.recv(1)

    return answer


def once(sent: bytes) -> Callable[[socket.socket], None]:
    """Send so much and close."""
    return lambda line: line.sendall(sent)


def ask(url: str, name: str = "crossref", seconds: float = SECONDS) -> LookupReply:
    """Ask one service, at this address, for a work."""
    [service] = [one for one in SERVICES if one.name == name]
    web = Web("tests/1", sleep=lambda _seconds: None)
    work = {"arxiv": "arxiv:2309.06180"}.get(name, "doi:10.1145/1")
    deadline = web.deadline(seconds)
    connection = Connection(web=web, service=name, address=url, delay=0, deadline=deadline)
    return service.ask(connection, [work])[work]


@contextmanager
def within(megabytes: int = 20) -> Iterator[None]:
    """Hold what is done inside to so much memory, beyond what there was before."""
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        yield
        peak = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    assert peak <= megabytes * MEGABYTE


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("what", ENDLESS)
def test_a_look_up_ends_by_its_deadline_whatever_goes_on_without_end(
    what: str, pace: str, caplog: pytest.LogCaptureFixture
) -> None:
    with answering(endless(*ENDLESS[what], pace)) as url, within(20):
        begun = time.monotonic()
        answer = ask(url)
        took = time.monotonic() - begun
    assert isinstance(answer, Unavailable)
    assert took < SECONDS + LEEWAY
    assert caplog.records == []


def test_a_look_up_ends_by_its_deadline_whoever_tells_no_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(60) and [])
    begun = time.monotonic()
    try:
        answer = ask("https://api.example.org")
        took = time.monotonic() - begun
    finally:
        over.set()
    assert isinstance(answer, Unavailable)
    assert took < SECONDS + LEEWAY


def test_a_look_up_of_all_services_ends_by_its_own_deadline() -> None:
    with answering(endless(CHUNKED, chunk(b" "), "slowly")) as url:
        lookup = Lookup(Web("tests/1"), addresses=dict.fromkeys(DEFAULT_ORDER, url), budget=1)
        begun = time.monotonic()
        report = lookup.ask(["arxiv:2309.06180", "doi:10.1145/1", "openreview:abcDEF123"])
        took = time.monotonic() - begun
    assert {answer.service for answer in report.unavailable} == set(DEFAULT_ORDER)
    assert took < 1 + LEEWAY


def test_a_connection_that_nobody_accepts_ends_by_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listening:
        address = listening.getsockname()
        waiting = [socket.socket() for _ in range(4)]
        for line in waiting:  # they fill the queue
            line.setblocking(False)
            line.connect_ex(address)
        begun = time.monotonic()
        answer = ask(f"http://127.0.0.1:{address[1]}")
        took = time.monotonic() - begun
        for line in waiting:
            line.close()
    assert isinstance(answer, Unavailable)
    assert took < SECONDS + LEEWAY


def test_a_tls_handshake_that_never_comes_ends_by_the_deadline() -> None:
    with answering(endless(b"", b"", "slowly")) as url:
        begun = time.monotonic()
        answer = ask(url.replace("http:", "https:"))
        took = time.monotonic() - begun
    assert isinstance(answer, Unavailable)
    assert took < SECONDS + LEEWAY


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 ", b"HTTP/1.1 200 OK\r\n"])
def test_a_proxy_that_opens_no_tunnel_ends_by_the_deadline(
    first: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with answering(endless(first, b"X: y\r\n" if first else b"", "slowly")) as proxy:
        monkeypatch.setenv("https_proxy", proxy)
        begun = time.monotonic()
        answer = ask("https://papers.invalid")
        took = time.monotonic() - begun
    assert isinstance(answer, Unavailable)
    assert took < SECONDS + LEEWAY


def test_a_long_head_ends_though_there_is_time() -> None:
    long = b"X-Long: " + b"x" * 60_000 + b"\r\n"
    with answering(once(OK + long * 10 + b"Content-Length: 2\r\n\r\n{}")) as url, within(4):
        answer = ask(url, seconds=30)
    assert len(long) * 10 > LARGEST_HEAD
    assert isinstance(answer, Unavailable)


def with_coding(coding: str, body: bytes) -> bytes:
    """Give an answer whose body has a content coding."""
    head = f"Content-Encoding: {coding}\r\nContent-Length: {len(body)}\r\n\r\n"
    return OK + head.encode() + body


def raw_deflate(data: bytes) -> bytes:
    """Give the blocks alone, as some servers send them for "deflate"."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


SPACES = b" " * (64 * MEGABYTE)
BOMBS = {
    "gzip": lambda: with_coding("gzip", gzip.compress(SPACES)),
    "gzip twice": lambda: with_coding("gzip, gzip", gzip.compress(gzip.compress(SPACES))),
    "x-gzip": lambda: with_coding("X-GZip", gzip.compress(SPACES)),
    "many members": lambda: with_coding("gzip", gzip.compress(SPACES[:MEGABYTE]) * 40),
    "many empty members": lambda: with_coding("gzip", gzip.compress(b"") * (8 * MEGABYTE // 20)),
    "deflate": lambda: with_coding("deflate", zlib.compress(SPACES)),
    "raw deflate": lambda: with_coding("deflate", raw_deflate(SPACES)),
    "br": lambda: with_coding("br", b"\x0b\x02\x80\x20\x20\x03"),
    "zstd": lambda: with_coding("zstd", b"\x28\xb5\x2f\xfd"),
    "unknown": lambda: with_coding("x-foo", b"{}"),
    "codings without end": lambda: with_coding(", ".join(["gzip"] * 1_000), b"{}"),
    "plain": lambda: with_coding("identity", SPACES[: 2 * LARGEST_BODY]),
    "not there": lambda: with_coding("gzip", b"{}"),
    "cut off": lambda: with_coding("gzip", gzip.compress(b'{"message": {}}' * 500)[:60]),
    "garbage after": lambda: with_coding("gzip", gzip.compress(b"{}") + b"garbage"),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_body_that_unpacks_to_something_huge_or_to_nothing_is_no_answer(bomb: str) -> None:
    sent = BOMBS[bomb]()
    with answering(once(sent)) as url, within(20):
        begun = time.monotonic()
        answer = ask(url, seconds=10)
        took = time.monotonic() - begun
    assert isinstance(answer, Unavailable)
    assert took < 10 + LEEWAY


def test_a_body_of_several_members_is_read_whole() -> None:
    body = gzip.compress(b'{"a": ') + gzip.compress(b"") + gzip.compress(b"1}")
    with answering(once(with_coding("gzip", body))) as url:
        web = Web("tests/1")
        reply = web.fetch(Call(service="x", url=url, delay=0), web.deadline(9))
    assert reply == Reply(200, b'{"a": 1}')


# --- what a feed may be ---

FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom" '
    'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">{}</feed>'
)
WORK = "<id>http://arxiv.org/abs/{}v1</id><title>A Work</title>"
DATED = "<updated>2023-09-12T12:50:04Z</updated><published>2023-09-12T12:50:04Z</published>"
GOOD = f"<entry>{WORK.format('2309.06180')}{DATED}</entry>"
UNASKED = f"<entry>{WORK.format('2401.00001')}{DATED}</entry>"
COMMAND = "<entry><id>http://x/\n::error::y</id><title>\n##[error]z</title></entry>"


def of_feed(body: bytes) -> LookupReply:
    """Ask for one work, and get this feed."""
    [service] = [one for one in SERVICES if one.name == "arxiv"]
    connection = Connection(
        web=Canned(Reply(200, body)), service="arxiv", address="https://x", delay=0, deadline=1
    )
    return service.ask(connection, ["arxiv:2309.06180"])["arxiv:2309.06180"]


CODECS = sorted(
    {module.name for module in pkgutil.iter_modules(encodings.__path__)}
    | {*aliases.aliases.keys(), *aliases.aliases.values()}
    | {
        "x-foo",
        "rot-13",
        "hex",
        "base64",
        "zip",
        "bz2",
        "undefined",
        "UTF-7",
        "utf-8-sig",
        "a" * 999,
    }
)


def test_there_are_codecs_to_try() -> None:
    assert {"rot_13", "hex_codec", "idna", "punycode", "utf_7"} <= set(CODECS)


@pytest.mark.parametrize("encoding", [name for name in CODECS if name != "utf_8"])
def test_a_feed_in_another_encoding_than_it_may_have_is_no_answer(
    encoding: str, caplog: pytest.LogCaptureFixture
) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{FEED.format(GOOD)}'
    assert isinstance(of_feed(declared.encode()), Unavailable)
    assert caplog.records == []


@pytest.mark.parametrize("declared", ["", ' encoding="UTF-8"', " encoding='utf-8'"])
def test_a_feed_in_its_own_encoding_is_read(declared: str) -> None:
    body = f'<?xml version="1.0"{declared}?>{FEED.format(GOOD)}'
    answer = of_feed(body.encode())
    assert not isinstance(answer, Unavailable | NotFound)
    assert answer.metadata.title == ("A Work", "arxiv")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "cp037"])
def test_a_feed_encoded_otherwise_without_a_word_is_no_answer(encoding: str) -> None:
    assert isinstance(of_feed(FEED.format(GOOD).encode(encoding)), Unavailable)


def nested(count: int) -> str:
    """Give elements in one another."""
    return "<a>" * count + "</a>" * count


HUGE = {
    "empty entries": lambda: FEED.format("<entry/>" * (16 * MEGABYTE // 8)),
    "entries without a date": lambda: FEED.format(f"<entry>{WORK}</entry>" * 200_000),
    "entries with commands": lambda: FEED.format(COMMAND * 200_000),
    "entries not asked for": lambda: FEED.format(UNASKED * 20_000),
    "one not asked for": lambda: FEED.format(GOOD + UNASKED),
    "only another than asked for": lambda: FEED.format(UNASKED),
    "deep": lambda: FEED.format(nested(1_000_000)),
    "deep in an entry": lambda: FEED.format(GOOD.replace("<title>", nested(300) + "<title>")),
    "many elements in an entry": lambda: FEED.format(f"{GOOD[:-8]}{'<a/>' * MEGABYTE}</entry>"),
    "many attributes": lambda: FEED.format(
        "<a " + " ".join(f'a{one}=""' for one in range(500_000)) + "/>" + GOOD
    ),
    "attributes of many": lambda: FEED.format('<a b="" c=""/>' * 500_000 + GOOD),
    "many namespaces": lambda: FEED.format(
        "<a " + " ".join(f'xmlns:a{one}="b"' for one in range(300_000)) + "/>" + GOOD
    ),
    "one long attribute": lambda: FEED.format(f'<a b="{"c" * 8 * MEGABYTE}"/>{GOOD}'),
    "one long comment": lambda: FEED.format(f"<!--{'c' * 8 * MEGABYTE}-->{GOOD}"),
    "one long name": lambda: FEED.format(f"<{'c' * 8 * MEGABYTE}/>{GOOD}"),
    "entities": lambda: "<!DOCTYPE a [<!ENTITY b 'c'>]>" + FEED.format("&b;" + GOOD),
    "entities of entities": lambda: (
        "<!DOCTYPE a [<!ENTITY l0 'ha'>"
        + "".join(f"<!ENTITY l{n + 1} '{f'&l{n};' * 10}'>" for n in range(20))
        + "]>"
        + FEED.format("&l20;" + GOOD)
    ),
    "an entity from elsewhere": lambda: (
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + FEED.format("&b;" + GOOD)
    ),
    "a parameter entity": lambda: (
        '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1/x">%b;]>' + FEED.format(GOOD)
    ),
    "an unknown entity": lambda: FEED.format("&b;" + GOOD),
    "cut off": lambda: FEED.format(GOOD)[:-8],
    "total of many digits": lambda: FEED.format(
        f"<opensearch:totalResults>{'9' * 5_000}</opensearch:totalResults>{GOOD}{GOOD}{GOOD}"
    ),
}


@pytest.mark.parametrize("feed", HUGE)
def test_a_feed_that_is_more_than_was_asked_for_is_no_answer(
    feed: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    body = HUGE[feed]().encode()
    with within(8):
        begun = time.monotonic()
        answer = of_feed(body)
        took = time.monotonic() - begun
    assert isinstance(answer, Unavailable)
    assert took < LEEWAY
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_sixteen_megabytes_of_empty_entries_over_the_wire_are_no_answer() -> None:
    body = FEED.format("<entry/>" * (2 * MEGABYTE)).encode()
    for sent in (with_coding("identity", body), with_coding("gzip", gzip.compress(body))):
        with answering(once(sent)) as url, within(20):
            assert isinstance(ask(url, "arxiv", 10), Unavailable)


# --- what JSON may be ---

NO_JSON = {
    "a number of 5,000 digits": b'{"message": {"title": ["x"], "year": ' + b"9" * 5_000 + b"}}",
    "not a number": b'{"message": {"title": ["x"], "year": NaN}}',
    "infinity": b'{"message": {"title": ["x"], "year": -Infinity}}',
    "many lists": b'{"message": [' + b"[]," * MEGABYTE + b"[]]}",
    "many objects": b'{"message": [' + b'{"a":1},' * 500_000 + b"1]}",
    "many numbers": b"[" + b"0," * (2 * MEGABYTE) + b"0]",
    "deep lists": b"[" * MEGABYTE,
    "deep objects": b'{"a":' * 500_000,
    "utf-7": b"+AHsAfQ-",
    "a byte too many": b'{"message": {"title": ["x"]}}\xff',
}


@pytest.mark.parametrize("body", NO_JSON)
def test_what_is_no_json_or_very_much_of_it_is_no_answer(body: str) -> None:
    with within(20), pytest.raises(NoAnswerError):
        Reply(200, NO_JSON[body]).json()


def test_as_much_json_as_can_be_read_takes_little_memory() -> None:
    body = b"[" + b",".join([b'{"a":1}'] * (MOST_VALUES // 2 - 1)) + b"]"
    with within(16):
        assert isinstance(Reply(200, body).json(), list)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (r'"A \ud800 Work"', "A Work"),
        (r'"A \ud83d\ude80 Work"', "A 🚀 Work"),
        (r'"A \u0000 Work"', "A Work"),
        (r'"A Work\n::error::x"', "A Work ::error::x"),
        ('"Another", "title": "A Work"', "A Work"),
    ],
)
def test_a_title_is_one_clean_line_whatever_json_holds(title: str, said: str) -> None:
    body = f'{{"message": {{"title": {title}}}}}'.encode()
    [service] = [one for one in SERVICES if one.name == "crossref"]
    connection = Connection(
        web=Canned(Reply(200, body)), service="crossref", address="https://x", delay=0, deadline=1
    )
    answer = service.ask(connection, ["doi:10.1145/1"])["doi:10.1145/1"]
    assert not isinstance(answer, Unavailable | NotFound)
    assert answer.metadata.title == (said, "crossref")


@pytest.mark.parametrize("title", ["1e999", "1.5", "9" * 4_000, "-1e999", "true", "null"])
def test_a_number_that_no_title_is_makes_no_title(title: str) -> None:
    body = f'{{"message": {{"title": {title}}}}}'.encode()
    [service] = [one for one in SERVICES if one.name == "crossref"]
    connection = Connection(
        web=Canned(Reply(200, body)), service="crossref", address="https://x", delay=0, deadline=1
    )
    assert service.ask(connection, ["doi:10.1145/1"])["doi:10.1145/1"] == Unavailable(
        "crossref", "answered without a title"
    )
