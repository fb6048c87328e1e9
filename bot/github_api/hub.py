"""What does GitHub say of the list's repository, and how is it made so?"""

import re
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from urllib.parse import quote

from bot.errors import (
    BotError,
    ForbiddenError,
    MissingError,
    OutageError,
    RateLimitError,
    RejectedError,
    UsageError,
)
from bot.github_api import branches, pulls, talk
from bot.github_api.connection.limits import RateLimits
from bot.github_api.connection.repository import Repository
from bot.github_api.connection.wire import LoggedRequest, Wire
from bot.github_api.repositories import repositories
from bot.github_api.world import diffs, queries
from bot.github_api.world.asking import Asker
from bot.github_api.world.fetch_world import WorldReader
from bot.model.github.diff import Diff
from bot.model.github.plan import (
    Acknowledge,
    Action,
    CloseIssue,
    EditIssue,
    EditPull,
    MakeLabel,
    Merge,
    OpenIssue,
    OpenPull,
    Push,
    ReopenIssue,
    Say,
    SetCommitStatus,
    SetLabels,
    Unsay,
)
from bot.model.github.result import ActionResult, Gone, Pushed, Refused
from bot.model.github.world import GHOST, World, moment
from bot.model.upkeep.link import Repo

API = "https://api.github.com"
BOT = "github-actions[bot]"
# For how many seconds after it was read a branch is taken to stand where it stood.
FRESH = 30.0
_REPOSITORY = re.compile(r"([A-Za-z0-9_-]{1,100})/([A-Za-z0-9._-]{1,100})")
_LOCKED = re.compile(r"\block(ed|s)?\b", re.IGNORECASE)
_WRITERS = {"admin", "maintain", "write"}


class Hub:
    """GitHub, for one repository and one run."""

    def __init__(  # noqa: PLR0913 - each is a choice of its own
        self,
        token: str,
        repository: str,
        *,
        paths: Sequence[str],
        login: str = BOT,
        api_url: str = API,
        graphql_url: str = "",
        budget: int = 900,
        pause: float = 1.0,
        timeout: int = 20,
        patience: float = 60.0,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Open nothing yet; `repository` is "owner/name", `login` the account of the token.

        `paths` are the files that a push may change, and folders if they end with `/`. `budget`
        is how many requests a run begins new work with, `pause` the seconds between two requests
        that write, `timeout` the seconds to wait for an answer, `patience` how many seconds in
        all to wait where GitHub wants to be left alone. Raises UsageError for a name that no
        repository can have.
        """
        # PyGithub takes a fifth of a second to import, so only a run that needs it does.
        from bot.github_api.connection.transport import Transport  # noqa: PLC0415 - for the reason above

        parts = _REPOSITORY.fullmatch(repository)
        if parts is None:
            raise UsageError(f"{repository!r} is no repository; write owner/name")
        limits = RateLimits(clock=clock, sleep=sleep, budget=budget, pause=pause, patience=patience)
        self._carrier = Transport(token, api_url, graphql_url, timeout)
        self._limits = limits
        self._wire = Wire(self._carrier, limits, sleep)
        self._place = Repository(self._wire, parts[1], parts[2], login)
        self._paths = tuple(paths)
        self._clock = clock
        self._reader = WorldReader(self._place)
        self._trees: dict[str, str] = {}
        self._writers: dict[str, bool] = {}
        self._read_at = 0.0

    @property
    def sent(self) -> Sequence[LoggedRequest]:
        """Give all requests so far: method, path, status."""
        return self._wire.sent

    @property
    def points(self) -> int:
        """Give how many points all queries so far have cost."""
        return self._limits.points

    @property
    def near_limit(self) -> str:
        """Say why to stop before the next submission; "" while there is no reason."""
        return self._limits.near

    def read(self, numbers: Iterable[int] | None = None) -> World:
        """List what there is, and read these submissions whole, or all that have not ended.

        Two or three requests for up to a hundred open submissions. Raises OutageError,
        RateLimitError, ForbiddenError, MissingError, RejectedError.
        """
        self._read_at = self._clock()
        self._reader = WorldReader(self._place, moment(int(self._read_at)))
        world = self._reader.read(numbers)
        tip = self._reader.tip
        self._place = self._place._replace(base=tip.base)
        self._trees[tip.commit] = tip.tree
        today = time.strftime("%Y-%m-%d", time.gmtime(self._read_at))
        return replace(world, today=today)

    def look(self, world: World, numbers: Iterable[int] | None = None) -> World:
        """Give the world with these submissions read whole, unless they were so already.

        Without numbers, all that have not ended. Raises as `read` does.
        """
        return self._reader.look(world, numbers)

    def diff(self, head: str, base: str) -> Diff | None:
        """Read what a commit changes where the list stands, seen from a base commit.

        None where the two have nothing in common, or GitHub knows no such commit. Two requests.
        Raises OutageError, RateLimitError, ForbiddenError.
        """
        return diffs.read_diff(self._place, head, base)

    def may_command(self, login: str) -> bool:
        """Say whether a person has the right to write here, by GitHub's own word.

        Raises OutageError, RateLimitError, ForbiddenError.
        """
        if login == GHOST:
            return False
        if login not in self._writers:
            self._writers[login] = self._is_writer(login)
        return self._writers[login]

    def repositories(self, names: Sequence[str]) -> dict[str, Repo | None]:
        """Give what each name ("owner/name") leads to, None where GitHub knows of nothing there.

        What it could not tell, or may not be asked any more in this hour, is left out. Raises
        ForbiddenError, RejectedError.
        """
        by_name: dict[str, Repo | None] = {}
        with suppress(OutageError, RateLimitError):
            for name, repo in repositories(self._wire, names):
                by_name[name] = repo
                if self.near_limit:
                    break
        return by_name

    def declined(self) -> list[str]:
        """Give title and body of each issue that a maintainer has declined, however long ago.

        One query for a hundred. Raises OutageError, RateLimitError, ForbiddenError.
        """
        nodes = Asker(self._place).all_of(queries.DECLINED)
        return [f"{node['title']}\n{node['body']}" for node in nodes if "title" in node]

    def _is_writer(self, login: str) -> bool:
        path = self._place.path(f"collaborators/{quote(login, safe='')}/permission")
        try:
            return self._wire.ask("GET", path)["permission"] in _WRITERS
        except MissingError:
            return False

    def perform(self, action: Action) -> ActionResult:
        """Make it so, once, whatever answers get lost on the way.

        Raises OutageError where that could not be found out, RateLimitError, ForbiddenError; and
        BotError for a push that no suggestion may make, or before the world was read.
        """
        if not self._place.base:
            raise BotError("the world is to be read before it is changed")
        try:
            return self._perform(action)
        except MissingError as error:
            return Gone(str(error))
        except RejectedError as error:
            return Refused(error.message)
        except ForbiddenError as error:
            # A locked conversation concerns one submission, any other lack of rights the run.
            if not (_LOCKED.search(str(error)) or self._is_locked(action)):
                raise
            return Refused(str(error))

    def _is_locked(self, action: Action) -> bool:
        """Say whether an action is about a locked conversation, which GitHub may not say itself."""
        if not isinstance(action, SetLabels | Say | Unsay | Acknowledge):
            return False
        try:
            return bool(
                self._wire.ask("GET", self._place.path(f"issues/{action.number}"))["locked"]
            )
        except (MissingError, ForbiddenError, RejectedError):
            return False

    def _perform(self, action: Action) -> ActionResult:  # noqa: C901, PLR0911, PLR0912 - one line each
        place = self._place
        match action:
            case MakeLabel():
                return talk.make_label(place, action)
            case SetLabels():
                return talk.set_labels(place, action)
            case Say():
                return talk.say(place, action)
            case Unsay():
                return talk.unsay(place, action)
            case Acknowledge():
                return talk.acknowledge(place, action)
            case Push():
                return self._push(action)
            case SetCommitStatus():
                return branches.report(place, action)
            case OpenPull():
                return pulls.open_pull(place, action)
            case EditPull():
                return pulls.edit_pull(place, action)
            case Merge():
                return pulls.merge(place, action)
            case CloseIssue():
                return talk.close_issue(place, action)
            case ReopenIssue():
                return talk.reopen_issue(place, action)
            case OpenIssue():
                return talk.open_issue(place, action)
            case EditIssue():
                return talk.edit_issue(place, action)

    def _push(self, action: Push) -> Pushed | Refused:
        stale = self._clock() - self._read_at > FRESH
        tree = self._trees.get(action.parent)
        return branches.push(self._place, action, tree, self._paths, look=stale)

    def close(self) -> None:
        """Let the connection go."""
        self._carrier.close()
