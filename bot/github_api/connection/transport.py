"""How does one request reach GitHub, and exactly once?

PyGithub carries it, with nothing of its own on top: it would send a POST again after a 502 or a
read time-out, up to ten times, and so write a comment twice. Here every answer is given as it is.
"""

from typing import NamedTuple

import github
import requests
from github.Requester import Requester

from bot.errors import HeavyError, OutageError

PER_PAGE = 100
# The oldest version that GitHub supports, until March 2028 at least; nothing is read that the
# next one drops: https://docs.github.com/en/rest/about-the-rest-api/breaking-changes
API_VERSION = "2022-11-28"


class Response(NamedTuple):
    """What came back: status, headers by their names in lower case, and the text."""

    status: int
    headers: dict[str, str]
    text: str


class Transport:
    """A way to one GitHub with one token."""

    def __init__(self, token: str, api_url: str, graphql_url: str, timeout: int) -> None:
        """Open nothing yet; `timeout` is in seconds."""
        self._requester: Requester = github.Github(
            auth=github.Auth.Token(token),
            base_url=api_url,
            timeout=timeout,
            per_page=PER_PAGE,
            retry=0,
            seconds_between_requests=None,
            seconds_between_writes=None,
            user_agent="paper-list-bot",
            lazy=True,
            api_version=API_VERSION,
        ).requester
        self.graphql_url = graphql_url or self._requester.graphql_url

    def send(self, method: str, url: str, payload: object = None) -> Response:
        """Send one request once; `url` is a path below the API's address, or a whole address.

        Raises OutageError where nothing usable came back. PyGithub's own exceptions and those of
        requests end here; they are not chained, since they hold headers and addresses.
        """
        try:
            status, headers, text = self._requester.requestJson(method, url, input=payload)
        except requests.Timeout:
            raise HeavyError("GitHub did not answer in time") from None
        except requests.RequestException:
            raise OutageError("GitHub could not be reached") from None
        except (github.GithubException, AssertionError, RuntimeError, ValueError):
            # RuntimeError is PyGithub's for a redirect to another host.
            raise OutageError("GitHub's answer could not be used") from None
        return Response(status, {name: str(value) for name, value in headers.items()}, text)

    def close(self) -> None:
        """Let the connection go."""
        self._requester.close()
