"""How long may a server take for its answer, and how much may it send, however it does that?

A time-out of a socket holds for each read alone, so a byte now and then outlasts every one of
them: in the head, in `100 Continue`, in a chunk's length, in trailers. None holds for whoever tells
a name's address. Here all of that, whatever it is for, ends by one deadline, and after so many
bytes: a chunk of one byte may be framed by thousands, which no reader of the body counts.
"""

import io
from collections.abc import Callable, Sequence
from contextlib import suppress
from http.client import HTTPException, HTTPResponse
from queue import Empty, SimpleQueue
from threading import TIMEOUT_MAX, Thread
from typing import TYPE_CHECKING, Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LARGEST_HEAD = 256 * 1024  # everything before the body, and all that goes before the answer
LARGEST_ANSWER = 8 * 1024 * 1024  # the head, the body as it is sent, and what frames it

Left = Callable[[], float]
"""Gives the seconds that are left; none are if it is not above zero."""

Meet = Callable[[str, int], Sequence[str]]
"""Gives the addresses in numbers at which a host is to be met, the best first, at least one.

What it raises ends the request.
"""


class _TimedReader(io.RawIOBase):
    """The bytes that come in, as long as there is time, counted."""

    def __init__(self, raw: Any, sock: Any, left: Left) -> None:  # noqa: ANN401  # plain or TLS
        self._raw = raw
        self._sock = sock
        self._left = left
        self._longest = sock.gettimeout()
        self._read = 0
        self._most = LARGEST_HEAD

    def readable(self) -> bool:
        """Say yes, as a buffer asks."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int | None:
        """Read what has come; TimeoutError by the deadline, HTTPException for what has no end."""
        left = self._left()
        if left <= 0:
            raise TimeoutError
        self._sock.settimeout(left if self._longest is None else min(self._longest, left))
        count: int | None = self._raw.readinto(buffer)
        self._read += count or 0
        if self._read > self._most:
            raise HTTPException("it has no end")
        return count

    def head_is_over(self) -> None:
        """Let the rest be as long as a whole answer may be."""
        self._most = LARGEST_ANSWER

    def close(self) -> None:
        """Close what is below as well."""
        self._raw.close()
        super().close()


class TimedAdapter(HTTPAdapter):
    """The adapter of a session whose connections are read no longer than `left` says.

    With `meet`, they are made to the address that it gives, whatever else a name leads to.
    """

    def __init__(self, left: Left, meet: Meet | None = None) -> None:
        """Open nothing yet."""
        self._pools = _pools(left, meet)
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401  # as there
        """Make the manager of connections, and let it make ours."""
        super().init_poolmanager(*arguments, **named)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **named: Any) -> ProxyManager:  # noqa: ANN401
        """Give the manager of connections through a proxy, which makes ours as well."""
        manager: ProxyManager = super().proxy_manager_for(proxy, **named)
        manager.pool_classes_by_scheme = self._pools
        return manager


def _pools(left: Left, meet: Meet | None) -> dict[str, type]:
    """Make the kinds of connection that read by a `_Reader`, by scheme."""

    class TimedResponse(HTTPResponse):
        def __init__(self, sock: Any, *arguments: Any, **named: Any) -> None:  # noqa: ANN401
            super().__init__(sock, *arguments, **named)
            self._reader = _TimedReader(self.fp.detach(), sock, left)
            self.fp = io.BufferedReader(self._reader)

        def begin(self) -> None:
            super().begin()
            # `http.client` takes any interim answer but 100 for the last one (RFC 9110, 15.2).
            while self.status // 100 == 1:
                self.headers = None  # type: ignore[assignment]  # as before the first
                super().begin()
            self._reader.head_is_over()

    class Plain(HTTPConnection):
        response_class = TimedResponse

        def _new_conn(self) -> Any:  # noqa: ANN401 - a socket
            connect = super()._new_conn
            return _in_time(self, left, lambda: _met(self, connect, meet))

    class Secure(HTTPSConnection):
        response_class = TimedResponse

        def _new_conn(self) -> Any:  # noqa: ANN401 - a socket
            connect = super()._new_conn
            return _in_time(self, left, lambda: _met(self, connect, meet))

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _in_time(connection: HTTPConnection, left: Left, connect: Callable[[], Any]) -> Any:  # noqa: ANN401
    """Connect while there is time; a resolver cannot be told to end, so a thread waits for it."""
    ended: SimpleQueue[tuple[Any, Exception | None]] = SimpleQueue()

    def run() -> None:
        try:
            ended.put((connect(), None))
        except Exception as error:  # noqa: BLE001 - raised where it is waited for
            ended.put((None, error))

    Thread(target=run, daemon=True).start()
    try:
        made, error = ended.get(timeout=min(max(left(), 0.0), TIMEOUT_MAX))
    except Empty:
        raise ConnectTimeoutError(connection, "no connection came about in time") from None
    if error:
        raise error
    return made


def _met(connection: HTTPConnection, connect: Callable[[], Any], meet: Meet | None) -> Any:  # noqa: ANN401
    """Connect to where a host is to be met; its name stays what the certificate has to tell."""
    if meet is None:
        return connect()
    named = connection._dns_host  # noqa: SLF001 - urllib3 resolves by it, and has no other way in
    *others, last = meet(named, connection.port)
    try:
        for address in others:
            with suppress(NewConnectionError, ConnectTimeoutError):
                return _connected(connection, connect, address)
        return _connected(connection, connect, last)
    finally:
        connection._dns_host = named  # noqa: SLF001


def _connected(connection: HTTPConnection, connect: Callable[[], Any], address: str) -> Any:  # noqa: ANN401
    connection._dns_host = address  # noqa: SLF001
    return connect()
