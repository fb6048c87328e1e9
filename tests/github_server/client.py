"""How do the tests of the stand-in ask it something, without PyGithub between them?"""

import json
from typing import Any, NamedTuple

from tests.github_server.hub import Hub
from tests.github_server.people import WORKFLOW_TOKEN
from tests.github_server.wire import Json, Response
from tests.github_server.world import World

README = "# Papers\n\n- one\n- two\n"
HEAD = "suggest/issue-1"
FILES = {"README.md": README, "data/papers.json": "[]\n", "LICENSE": "MIT\n"}


class Reply(NamedTuple):
    """An answer, its body read."""

    status: int
    body: Any
    headers: dict[str, str]


class Client:
    """Asks a hub with one token, with paths below the repository's own."""

    def __init__(self, hub: Hub, token: str = WORKFLOW_TOKEN) -> None:
        """Ask `hub` in the name of `token`."""
        self.hub = hub
        self.headers = {"Authorization": f"token {token}"}
        self.accept: dict[str, str] = {}

    def ask(self, method: str, path: str, asked: object = None) -> Reply:
        """Send one request; a path that begins with `//` is not below the repository."""
        place, _, query = path.partition("?")
        whole = place[1:] if place.startswith("//") else f"/repos/{self.hub.state.full_name}{place}"
        body = b"" if asked is None else json.dumps(asked).encode()
        found = self.hub.handle(method, whole, query, self.headers | self.accept, body)
        return _read(found)

    def get(self, path: str) -> Any:  # noqa: ANN401 - whatever JSON it is
        """Give the body of a GET that has to succeed."""
        return self._done("GET", path, None)

    def post(self, path: str, asked: object = None) -> Any:  # noqa: ANN401 - likewise
        """Give the body of a POST that has to succeed."""
        return self._done("POST", path, asked or {})

    def patch(self, path: str, asked: object) -> Any:  # noqa: ANN401 - likewise
        """Give the body of a PATCH that has to succeed."""
        return self._done("PATCH", path, asked)

    def put(self, path: str, asked: object = None) -> Any:  # noqa: ANN401 - likewise
        """Give the body of a PUT that has to succeed."""
        return self._done("PUT", path, asked or {})

    def delete(self, path: str) -> Any:  # noqa: ANN401 - likewise
        """Give the body of a DELETE that has to succeed."""
        return self._done("DELETE", path, None)

    def refused(self, method: str, path: str, asked: object = None) -> tuple[int, str]:
        """Give status and message of a request that has to be refused."""
        reply = self.ask(method, path, asked)
        assert reply.status >= 300, reply
        details = [error.get("message") or error["code"] for error in reply.body.get("errors", ())]
        return reply.status, ": ".join([reply.body["message"], *details])

    def query(self, text: str, **variables: object) -> Json:
        """Give the answer to a GraphQL document."""
        found: Json = self.post("//graphql", {"query": text, "variables": variables})
        return found

    def _done(self, method: str, path: str, asked: object) -> Any:  # noqa: ANN401 - likewise
        reply = self.ask(method, path, asked)
        assert reply.status < 300, reply
        return reply.body


def _read(found: Response) -> Reply:
    payload = found.payload()
    kind = found.headers.get("Content-Type", "")
    return Reply(
        found.status,
        json.loads(payload or b"null") if kind.startswith("application/json") else payload,
        found.headers,
    )


def suggest(world: World, bot: Client, number: int = 1, line: str = "three", body: str = "") -> int:
    """Let the bot open a pull request that adds a line to the README."""
    branch = f"suggest/issue-{number}"
    world.push_commit(branch, {"README.md": README + f"- {line}\n"}, "github-actions[bot]")
    asked = {"head": branch, "base": "main", "title": f"Add {line}", "body": body}
    return int(bot.post("/pulls", asked)["number"])
