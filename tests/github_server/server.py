"""How does a program over HTTP reach the stand-in? A thin server around `Hub.handle`."""

import contextlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol
from urllib.parse import urlsplit

from tests.github_server.wire import ConnectionDroppedError, Response


class Core(Protocol):
    """What answers: the hub."""

    def handle(  # noqa: D102, PLR0913, PLR0917 - the parts of a request
        self, method: str, path: str, query: str, headers: dict[str, str], body: bytes, host: str
    ) -> Response: ...


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, hub: Core) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.hub = hub


class _Handler(BaseHTTPRequestHandler):
    """Carries one connection's requests, one after the other."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # headers and body leave together
    server: _Server

    def _carry(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        url = urlsplit(self.path)
        host = f"http://{self.headers.get('Host', '127.0.0.1')}"
        try:
            found = self.server.hub.handle(
                self.command, url.path, url.query, dict(self.headers.items()), body, host
            )
        except ConnectionDroppedError:
            self.close_connection = True
            return
        time.sleep(found.delay)
        self._send(found)

    def _send(self, found: Response) -> None:
        payload = found.payload()
        self.send_response(found.status)
        for name, value in found.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _carry  # noqa: N815 - http.server's names

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Say nothing: the hub keeps its own log."""


@contextlib.contextmanager
def serving(hub: Core) -> Iterator[str]:
    """Serve on a free port of the loopback and give the address."""
    server = _Server(hub)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
