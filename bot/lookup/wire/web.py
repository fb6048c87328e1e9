"""What does a service answer over HTTP, asked politely and within bounds?

Nothing here waits for ever, reads for ever or follows anyone: every request has time-outs and a
deadline (`line`), every body a largest size (`body`), and a redirect is followed only on the same
host. A proxy is used if the environment names one, a `.netrc` file never. Requests to
one host keep the distance its owners ask for; what a service says with `Retry-After` (RFC 9110,
section 10.2.3) is obeyed if it is short, and else handed on, so that a later run asks again.
"""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError, NewConnectionError, ReadTimeoutError

from bot.lookup.wire.body import body_of
from bot.lookup.wire.line import TimedAdapter
from bot.lookup.wire.reply import NoAnswerError, Reply

PAUSES = (2.0, 8.0)  # seconds before the second and the third try
LONGEST_PAUSE = 30.0
REST = 60.0  # seconds a service is left alone when it fails without saying for how long
CONNECT_TIMEOUT = 5.0
READ_TIMEOUT = 15.0
MOST_REDIRECTS = 3
REDIRECTS = {301, 302, 303, 307, 308}
OVERLOADED = {429, 503}
BROKEN = {500, 502, 504}
A_DAY = 86_400.0

# What went wrong stands in the answer; its own log would repeat, at length, what a server wrote.
logging.getLogger("urllib3").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request to one service; `delay` is the distance in seconds its owners ask for."""

    service: str
    url: str
    delay: float
    params: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    payload: object = None  # what to POST as JSON; None is a GET


class _Session(requests.Session):
    """A session that leaves redirects alone; the original reads their bodies, however long."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Say that there is none."""


class Web:
    """The way out, one for the whole process: it remembers when each host was asked last."""

    def __init__(
        self,
        user_agent: str,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        read_timeout: float = READ_TIMEOUT,
    ) -> None:
        """Open nothing yet; `clock` gives seconds and `sleep` waits them."""
        self._clock = clock
        self._sleep = sleep
        self._read_timeout = read_timeout
        self._session = _Session()
        self._session.headers.update({"User-Agent": user_agent, "Accept-Encoding": "gzip"})
        self._until = 0.0
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, TimedAdapter(lambda: self._until - self._clock()))
        # Without this, requests would send along what ~/.netrc holds for a host.
        self._session.auth = _add_nothing
        self._asked: dict[str, float] = {}
        self._resting: dict[str, tuple[float, str]] = {}

    def deadline(self, seconds: float) -> float:
        """Give the moment, on this clock, that is `seconds` from now."""
        return self._clock() + seconds

    def fetch(self, call: Call, deadline: float) -> Reply:
        """Send `call`, up to three times if need be, before `deadline`; give what was answered.

        Any status that is an answer to the question is a Reply. Raises NoAnswerError for an
        overloaded, broken, silent, endless or wandering service.
        """
        self._let_rest(call.service)
        for pause in (*PAUSES, None):
            self._keep_distance(call, deadline)
            try:
                return self._send(call, deadline)
            except NoAnswerError as trouble:
                wait = self._wait_before_next(trouble, pause, deadline)
                if wait is None:
                    self._remember(call.service, trouble)
                    raise
            self._sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _let_rest(self, service: str) -> None:
        """Raise what a service said last, while the time it wants to be left alone is not over."""
        until, reason = self._resting.get(service, (0.0, ""))
        left = until - self._clock()
        if reason and left > 0:
            raise NoAnswerError(reason, left)

    def _remember(self, service: str, trouble: NoAnswerError) -> None:
        if trouble.down:
            rest = REST if trouble.retry_after is None else trouble.retry_after
            self._resting[service] = (self._clock() + rest, trouble.reason)

    def _wait_before_next(
        self, trouble: NoAnswerError, pause: float | None, deadline: float
    ) -> float | None:
        """Give the seconds to wait before another try; None if there should be none."""
        if not trouble.again or pause is None:
            return None
        wait = max(pause, trouble.retry_after or 0.0)
        in_time = self._clock() + wait < deadline
        return wait if wait <= LONGEST_PAUSE and in_time else None

    def _keep_distance(self, call: Call, deadline: float) -> None:
        host = urlsplit(call.url).netloc
        now = self._clock()
        wait = max(0.0, self._asked.get(host, now - call.delay) + call.delay - now)
        if now + wait >= deadline:
            raise NoAnswerError("not asked, for want of time")
        if wait:
            self._sleep(wait)
        self._asked[host] = self._clock()

    def _send(self, call: Call, deadline: float) -> Reply:
        """Send once, following redirects within the host."""
        url, self._until = call.url, deadline
        for _ in range(1 + MOST_REDIRECTS):
            if url != call.url:
                self._keep_distance(call, deadline)
            try:
                with self._request(call, url, deadline) as response:
                    target = _redirect(response, url, follow=call.payload is None)
                    if not target:
                        return self._reply(response)
                    url = target
            except (requests.ReadTimeout, ReadTimeoutError):
                late = self._clock() >= deadline
                reason = "took too long to answer" if late else "did not answer in time"
                raise NoAnswerError(reason, again=True, down=True) from None
            except (requests.RequestException, UnicodeError) as error:
                again = not _is_out_of_reach(error)
                raise NoAnswerError("could not be reached", again=again, down=True) from None
            except HTTPError:
                raise NoAnswerError("broke off while answering", again=True) from None
        raise NoAnswerError("redirects in circles")

    def _request(self, call: Call, url: str, deadline: float) -> requests.Response:
        left = max(0.05, deadline - self._clock())
        return self._session.request(
            "GET" if call.payload is None else "POST",
            url,
            params=dict(call.params) if url == call.url else None,
            json=call.payload,
            headers=dict(call.headers),
            timeout=(min(CONNECT_TIMEOUT, left), min(self._read_timeout, left)),
            allow_redirects=False,
            stream=True,
        )

    def _reply(self, response: requests.Response) -> Reply:
        status = response.status_code
        if status in OVERLOADED or status in BROKEN:
            raise NoAnswerError(
                f"answered {status}",
                read_retry_after(response.headers),
                again=True,
                down=status in OVERLOADED,
            )
        return Reply(status, body_of(response))


def _is_out_of_reach(error: Exception) -> bool:
    """Tell whether no connection came about: without network a second try only takes time."""
    if isinstance(error, requests.ConnectTimeout):
        return True
    cause = error.args[0] if error.args else None
    return isinstance(getattr(cause, "reason", None), NewConnectionError)


def _add_nothing(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _redirect(response: requests.Response, url: str, *, follow: bool) -> str:
    """Give where a redirect leads if it may be followed, "" if there is none."""
    if response.status_code not in REDIRECTS:
        return ""
    try:
        target = urljoin(url, response.headers.get("Location", ""))
        here, there = urlsplit(url), urlsplit(target)
        upgraded = here.hostname == there.hostname and there.scheme == "https"
        same = here.netloc == there.netloc and here.scheme == there.scheme
    except ValueError:
        upgraded = same = False
        target = ""
    if not (follow and (same or upgraded)):
        raise NoAnswerError("redirects to another place, which is not followed")
    return target


def read_retry_after(headers: Mapping[str, str]) -> float | None:
    """Read `Retry-After`: seconds, or a date, which is measured by the service's own clock."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:9]), A_DAY)
    try:
        then, now = parsedate_to_datetime(value), parsedate_to_datetime(headers.get("Date", ""))
        return min(max(0.0, (then - now).total_seconds()), A_DAY)
    except (ValueError, TypeError, OverflowError):
        return None
