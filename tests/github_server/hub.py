"""What does GitHub answer to this request? The whole of the stand-in, without a socket.

`Hub.handle` is the core: server.py carries it over HTTP, adapter.py hands PyGithub's requests to
it directly.
"""

import json
import re
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, Self
from urllib.parse import parse_qsl

from tests.descriptions.rest import Asked
from tests.descriptions.watch import watch
from tests.github_server.endpoints import ROUTES
from tests.github_server.faults import AFTER, Fault, Plan
from tests.github_server.history import Repository, found_repository
from tests.github_server.objects import FILE_MODE, Commit, Entry
from tests.github_server.people import Actor, Person
from tests.github_server.routing import Call, match
from tests.github_server.show import VERSIONS, Show
from tests.github_server.state import Event, State
from tests.github_server.trees import edited
from tests.github_server.wire import (
    Answer,
    ApiError,
    ConnectionDroppedError,
    Json,
    Request,
    Response,
    not_found,
)

NOBODY = Actor(Person("", 0, permission="none"))
BOT = "paper-list-bot"  # how the bot's own requests say whose they are
PREFIXES = ("/api/v3", "/api")
Hook = Callable[[int, Request], None]


class Logged(NamedTuple):
    """One line of the request log; `writes` names what the request changed."""

    at: int
    method: str
    path: str
    status: int  # 0: the connection was dropped
    writes: tuple[str, ...]


class Hub:
    """A GitHub with one repository."""

    def __init__(self, state: State) -> None:
        """Answer from `state`."""
        self.state = state
        self.log: list[Logged] = []
        self.before_request: Hook | None = None
        self.after_request: Hook | None = None
        self._plans: list[Plan] = []
        self._count = 0
        self.lock = threading.RLock()

    @classmethod
    def create(
        cls,
        folder: Path,
        files: Mapping[str, str | bytes],
        default_branch: str = "main",
        full_name: str = "octo/papers",
    ) -> Self:
        """Make a bare repository in `folder` with one commit that holds `files`."""
        path = folder / "repository.git"
        found_repository(path, default_branch)
        owner, _, name = full_name.partition("/")
        state = State(Repository(path), owner, name, default_branch)
        objects = state.repo.objects
        blobs = {
            file: Entry(
                FILE_MODE, objects.write("blob", text.encode() if isinstance(text, str) else text)
            )
            for file, text in files.items()
        }
        who = state.people.add(owner).signs(state.clock.seconds)
        commit = Commit(edited(objects, None, blobs), (), who, who, "Begin\n")
        state.branches[default_branch] = objects.write_commit(commit)
        state.repo.refs.set(f"refs/heads/{default_branch}", state.branches[default_branch])
        return cls(state)

    @property
    def events(self) -> list[Event]:
        """Give all events so far, oldest first."""
        return self.state.events

    def fault(  # noqa: PLR0913 - each is a choice of its own
        self,
        kind: Fault | str,
        *,
        at: int = 1,
        path: str | None = None,
        method: str | None = None,
        times: int = 1,
        retry_after: int | None = None,
        delay: float = 0.0,
        status: int = 405,
        message: str = "Base branch was modified. Review and try the merge again.",
    ) -> None:
        """Let calls go wrong: the `at`-th from now (1 is the next), or the first then to fit.

        What fits is said by `path` and `method`; so do as many after it as `times` says. `delay`
        is for "slow"; `status` and `message` are for "refused".
        """
        pattern = re.compile(path) if path else None
        first = self._count + at
        plan = Plan(Fault(kind), first, pattern, method, times, retry_after, delay, status, message)
        self._plans.append(plan)

    def clear_faults(self) -> None:
        """Forget the faults that have not come up."""
        self._plans.clear()

    def handle(  # noqa: PLR0913, PLR0917 - the parts of a request
        self,
        method: str,
        path: str,
        query: str | Mapping[str, str] = "",
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        host: str = "http://hub.invalid",
    ) -> Response:
        """Answer one request; `host` is what the addresses in the answer begin with.

        Raises ConnectionDroppedError where a fault closes the connection without an answer.
        """
        given = dict(parse_qsl(query, keep_blank_values=True)) if isinstance(query, str) else query
        prefix = next((p for p in PREFIXES if path.startswith(p + "/")), "")
        low = {name.lower(): value for name, value in (headers or {}).items()}
        request = Request(method, path[len(prefix) :], given, low, body, host + prefix)
        with self.lock:
            return self._counted(request)

    def act(self, login: str, method: str, path: str, asked: Json | None = None) -> Answer:
        """Do something in a person's name, as in a browser: no log, hooks, faults or limits.

        Raises ApiError for a refusal.
        """
        body = b"" if asked is None else json.dumps(asked).encode()
        request = Request(method, path, {}, {}, body, self.state.base_url)
        with self.lock:
            return self.serve(request, self.state.people.acting(login)).body

    def _counted(self, request: Request) -> Response:
        """Answer with log, hooks and faults."""
        self._count += 1
        count = self._count
        if self.before_request:
            self.before_request(count, request)
        plan = next((plan for plan in self._plans if plan.meets(count, request)), None)
        self.state.writes.clear()
        status = 0
        try:
            answer = self._faulty(request, plan)
            status = answer.status
        finally:
            writes = tuple(self.state.writes)
            self.log.append(Logged(count, request.method, request.path, status, writes))
        if self.after_request:
            self.after_request(count, request)
        return answer

    def _faulty(self, request: Request, plan: Plan | None) -> Response:
        if plan is None:
            return self._limited(request)
        plan.times -= 1
        if plan.kind is Fault.RESET_BEFORE:
            raise ConnectionDroppedError
        if plan.kind not in AFTER:
            refused = plan.answer()
            _watch(request, refused)
            return self._with_headers(refused, request.path)
        answer = self._limited(request)
        if plan.kind is Fault.RESET_AFTER:
            raise ConnectionDroppedError
        return plan.spoil(answer)

    def _limited(self, request: Request) -> Response:
        """Answer while the hour's requests last."""
        rate = self.state.rate
        if rate.remaining is not None and request.path not in {"/rate_limit", "/graphql"}:
            if rate.remaining <= 0:
                refusal = ApiError(403, "API rate limit exceeded for installation.")
                return self._with_headers(refusal.response(), request.path)
            rate.remaining -= 1
        try:
            answer = self.serve(request, self._actor(request))
        except ApiError as refusal:
            answer = refusal.response()
            if answer.headers.get("Location", "").startswith("/"):
                answer.headers["Location"] = request.base + answer.headers["Location"]
        _watch(request, answer)
        return self._with_headers(answer, request.path)

    def _with_headers(self, answer: Response, path: str) -> Response:
        rate, of_points = self.state.rate, path == "/graphql"
        left = rate.points_left if of_points else rate.left
        answer.headers |= {
            "X-RateLimit-Limit": str(rate.limit),
            "X-RateLimit-Remaining": str(left),
            "X-RateLimit-Used": str(rate.limit - left),
            "X-RateLimit-Reset": str(self.state.reset),
            "X-RateLimit-Resource": "graphql" if of_points else "core",
        }
        answer.headers.setdefault("Content-Type", "application/json; charset=utf-8")
        return answer

    def _actor(self, request: Request) -> Actor:
        """Find out whose token came with a request.

        Raises ApiError 401 for an unknown token, and for a change without one.
        """
        word, _, token = request.headers.get("authorization", "").partition(" ")
        if not word:
            if request.method != "GET":
                raise ApiError(401, "Requires authentication")
            return NOBODY
        actor = self.state.people.by_token(token.strip())
        if actor is None:
            raise ApiError(401, "Bad credentials")
        return actor

    def serve(self, request: Request, actor: Actor) -> Response:
        """Answer one request of someone known, without log, hooks, faults and limits.

        Raises ApiError for a refusal.
        """
        self.state.clock.tick()
        found = match(ROUTES, request.method, request.path)
        if found is None:
            raise not_found()
        function, values = found
        here = self.state.full_name.lower()
        if "owner" in values and f"{values['owner']}/{values['repo']}".lower() != here:
            raise not_found()
        version = _version(request)
        if version not in VERSIONS:
            raise ApiError(400, f"Version {version} of the API is not supported.")
        show = Show(self.state, request.base, version)
        return function(Call(self.state, actor, request, show, values))


def _version(request: Request) -> str:
    """Give the version of the API that a request asks for."""
    return request.headers.get("x-github-api-version", VERSIONS[0])


def _watch(request: Request, answer: Response) -> None:
    """Hold a request and its answer against GitHub's own descriptions."""
    asked = Asked(request.method, request.path, request.query, request.body, _version(request))
    by_bot = request.headers.get("user-agent", "").startswith(BOT)
    watch(asked, answer.status, answer.body, by_bot=by_bot)
