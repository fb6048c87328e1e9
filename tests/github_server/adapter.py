"""How does PyGithub reach the stand-in without a socket?

Everything above the socket stays real: PyGithub, requests, urllib3 with its retries. Only
urllib3's connection is replaced by one that calls `Hub.handle`.
"""

import contextlib
import itertools
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import requests.adapters
from github.Requester import (
    HTTPRequestsConnectionClass,
    HTTPSRequestsConnectionClass,
    Requester,
)
from urllib3 import HTTPConnectionPool, HTTPResponse
from urllib3.connection import HTTPConnection

from tests.github_server.hub import Hub
from tests.github_server.wire import ConnectionDroppedError, Response

_HUBS: dict[str, Hub] = {}
_NUMBERS = itertools.count(1)


class _Connection(HTTPConnection):
    """A connection that asks the hub of its host's name."""

    def connect(self) -> None:
        """Need nothing."""

    def request(  # type: ignore[override]  # fewer options than urllib3 has are ever given
        self,
        method: str,
        url: str,
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
        **_: object,
    ) -> None:
        """Keep the request until its answer is asked for."""
        data = body.encode() if isinstance(body, str) else body or b""
        self._asked = (method, url, dict(headers or {}), data)

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as urllib3's own does
        """Let the hub answer; faults become what urllib3 would have met on a socket."""
        method, url, headers, data = self._asked
        parts = urlsplit(url)
        hub, host = _HUBS[self.host], f"http://{self.host}"
        try:
            found = hub.handle(method, parts.path, parts.query, headers, data, host)
        except ConnectionDroppedError as error:
            raise ConnectionResetError(104, "Connection reset by peer") from error
        limit = self.timeout if isinstance(self.timeout, int | float) else None
        if limit is not None and found.delay > limit:
            raise TimeoutError("timed out")
        return _response(found, method, url)


def _response(found: Response, method: str, url: str) -> HTTPResponse:
    return HTTPResponse(
        BytesIO(found.payload()),
        headers=found.headers,
        status=found.status,
        preload_content=False,
        request_method=method,
        request_url=url,
    )


class _Pool(HTTPConnectionPool):
    """A pool of such connections."""

    ConnectionCls = _Connection  # type: ignore[assignment]  # a protocol that it fulfils


class HubAdapter(requests.adapters.HTTPAdapter):
    """The transport adapter of a requests session that talks to hubs."""

    def get_connection_with_tls_context(  # noqa: D102 - as in requests
        self,
        request: requests.PreparedRequest,
        verify: Any,  # noqa: ANN401 - as in requests
        proxies: Any = None,  # noqa: ANN401 - likewise
        cert: Any = None,  # noqa: ANN401 - likewise
    ) -> HTTPConnectionPool:
        del verify, proxies, cert
        host = urlsplit(request.url or "").hostname
        return _POOLS[str(host)]


class _HubConnectionClass(HTTPRequestsConnectionClass):
    """What PyGithub makes a connection with; PyGithub makes a new one for each request."""

    def __init__(self, host: str, port: int | None = None, *rest: Any, **options: Any) -> None:  # noqa: ANN401 - as in PyGithub
        retry = options.get("retry")
        known = _SESSIONS.get((host, id(retry)))
        if known is None:
            super().__init__(host, port, *rest, **options)
            if host in _POOLS:
                self.session.trust_env = False  # no proxy leads here
                self.session.mount("http://", HubAdapter(max_retries=self.retry))
            _SESSIONS[host, id(retry)] = self
        else:
            self.__dict__.update(known.__dict__)

    def close(self) -> None:
        """Keep the session for the next request."""


_POOLS: dict[str, HTTPConnectionPool] = {}
# With the connection the retry settings are kept, so that their id stays theirs.
_SESSIONS: dict[tuple[str, int], _HubConnectionClass] = {}


@contextlib.contextmanager
def in_process(hub: Hub) -> Iterator[str]:
    """Let PyGithub reach `hub` at the `base_url` given, as long as the context lasts."""
    host = f"hub-{next(_NUMBERS)}.invalid"
    _HUBS[host], _POOLS[host] = hub, _Pool(host)
    Requester.injectConnectionClasses(_HubConnectionClass, HTTPSRequestsConnectionClass)
    try:
        yield f"http://{host}"
    finally:
        del _HUBS[host], _POOLS[host]
        for key in [key for key in _SESSIONS if key[0] == host]:
            del _SESSIONS[key]
        if not _HUBS:
            Requester.resetConnectionClasses()
