"""What does one page of a stranger's answer, hop by hop?

Bounded in all: the hops, the seconds, the bytes that are read of the head and of the last body.
Neither a proxy nor a `.netrc` of the environment is used: a proxy would stand between the guard
and whom it guards against, and a password would go to strangers. No host is asked faster than
every few seconds, whatever leads to it, and one that wants to be left alone (429, 503) is left
alone for the run. What a page wants to have remembered (cookies) is forgotten before the next: on
sites with a host for everybody, one page could make all others refuse us.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError

from bot.fetch.guard import (
    ForbiddenAddressError,
    Resolve,
    is_forbidden,
    is_no_name,
    meeting_places,
    resolve,
)
from bot.lookup.wire.body import beginning_of
from bot.lookup.wire.line import TimedAdapter
from bot.lookup.wire.reply import NoAnswerError
from bot.model.upkeep.link import Hop, Visit

DELAY = 2.0  # seconds between two requests to one host
SECONDS = 20.0  # for one page, all of its hops together
READ_TIMEOUT = 10.0
MOST_HOPS = 6
MOST_BYTES = 64 * 1024
REDIRECTS = {301, 302, 303, 307, 308}
LEAVE_ALONE = {429, 503}
SCHEMES = {"http", "https"}


class Fetcher:
    """The way to strangers' pages, one for the whole run: it remembers whom it has asked when."""

    def __init__(  # noqa: PLR0913 - each is a choice of its own
        self,
        user_agent: str,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        resolve: Resolve = resolve,
        is_forbidden: Callable[[str], bool] = is_forbidden,
        seconds: float = SECONDS,
    ) -> None:
        """Open nothing yet; `clock` gives seconds, `sleep` waits them.

        `resolve` gives the addresses of a name, and `is_forbidden` tells those that are never
        connected to; `seconds` is how long one page may take.
        """
        self._clock = clock
        self._sleep = sleep
        self._resolve = resolve
        self._is_forbidden = is_forbidden
        self._seconds = seconds
        self._until = 0.0
        self._refusals: list[OSError] = []
        self._asked: dict[str, float] = {}
        self._left_alone: set[str] = set()
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers.clear()
        self._session.headers.update(
            {
                "User-Agent": user_agent,
                "Accept": "text/html, */*;q=0.5",
                "Accept-Encoding": "gzip",
                "Connection": "close",
            }
        )
        for scheme in ("http://", "https://"):
            self._session.mount(
                scheme, TimedAdapter(lambda: self._until - self._clock(), self._meet)
            )

    def visit(self, url: str, deadline: float) -> Visit:
        """Look at a page, and where it sends on, before `deadline` on the run's clock.

        Raises nothing: what went wrong stands in the answer.
        """
        visit = Visit()
        self._session.cookies.clear()
        target, end = url, min(deadline, self._clock() + self._seconds)
        while True:
            host = _host_of(target)
            if host in self._left_alone or not self._in_turn(host, deadline):
                return replace(visit, cut_short=True)
            end = max(end, self._clock() + 1.0) if not visit.hops else end
            visit, target = self._hop(visit, target, end)
            if not target:
                return visit
            if len(visit.hops) >= MOST_HOPS:
                return replace(visit, trouble="it redirects in circles")

    def _in_turn(self, host: str, deadline: float) -> bool:
        """Wait until a host may be asked again; False where that is too late."""
        now = self._clock()
        wait = max(0.0, self._asked.get(host, now - DELAY) + DELAY - now)
        if now + wait >= deadline:
            return False
        if wait:
            self._sleep(wait)
        self._asked[host] = self._clock()
        return True

    def _hop(self, visit: Visit, url: str, end: float) -> tuple[Visit, str]:
        """Ask once; give what is known now, and where to go on ("" for nowhere)."""
        self._until = end
        self._refusals.clear()
        try:
            with self._session.get(
                url,
                timeout=(min(READ_TIMEOUT, max(0.05, end - self._clock())), READ_TIMEOUT),
                allow_redirects=False,
                stream=True,
            ) as response:
                return self._read(visit, url, response)
        except (requests.RequestException, HTTPError, NoAnswerError, OSError, ValueError) as error:
            gone = any(map(is_no_name, self._refusals))
            return replace(visit, trouble=self._trouble(error, end), no_such_name=gone), ""
        finally:
            # A connection that is used again after a while is often closed by then.
            self._session.close()

    def _trouble(self, error: Exception, end: float) -> str:
        """Say what went wrong; what was refused on the way tells more than what came of it."""
        if any(map(is_no_name, self._refusals)):
            return "there is no such host"
        if any(isinstance(refusal, ForbiddenAddressError) for refusal in self._refusals):
            return "it leads to an address that nobody outside has"
        if isinstance(error, requests.exceptions.SSLError):
            return "its certificate is not right"
        if isinstance(error, requests.Timeout | TimeoutError):
            return "it did not answer in time"
        return "it could not be reached" if self._clock() < end else "it took too long"

    def _read(self, visit: Visit, url: str, response: requests.Response) -> tuple[Visit, str]:
        status, headers = response.status_code, response.headers
        visit = replace(visit, hops=(*visit.hops, Hop(url, status)))
        if status in LEAVE_ALONE:
            self._left_alone.add(_host_of(url))
        if status in REDIRECTS and headers.get("Location"):
            return _led_on(visit, url, headers["Location"])
        text = beginning_of(response, MOST_BYTES).decode("utf-8", "replace")
        return replace(visit, text=text, wall="cf-mitigated" in headers), ""

    def _meet(self, host: str, port: int) -> list[str]:
        try:
            return meeting_places(host, port, self._resolve, self._is_forbidden)
        except OSError as error:
            self._refusals.append(error)
            raise


def _host_of(url: str) -> str:
    """Give the host of an address, written once; "" for what is none, which nobody answers."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _led_on(visit: Visit, url: str, location: str) -> tuple[Visit, str]:
    """Give where an answer leads on; only the web is followed."""
    target = ""
    try:
        target = urljoin(url, location)
        parts = urlsplit(target)
        there = parts.scheme in SCHEMES and bool(parts.hostname) and parts.username is None
        _ = parts.port
    except ValueError:
        there = False
    if not there:
        return replace(visit, trouble="it redirects to what is no page"), ""
    return visit, target
