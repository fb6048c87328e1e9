"""Who is there, what may they do here, and whose is a token?

Roles: https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.github_server.objects import Signature
from tests.github_server.wire import ApiError

WORKFLOW_LOGIN = "github-actions[bot]"
WORKFLOW_TOKEN = "workflow-token"  # noqa: S105 - opens nothing but this stand-in
APP_LOGIN = "paper-list[bot]"
APP_TOKEN = "app-token"  # noqa: S105 - likewise
GHOST_ID = 10_137
LEVELS = ("none", "read", "write", "admin")
JOB_PERMISSIONS = {
    "contents": "write",
    "issues": "write",
    "pull_requests": "write",
    "statuses": "write",
    "metadata": "read",
}


@dataclass(slots=True, eq=False)
class Person:
    """An account: someone with a browser, or an app."""

    login: str
    number: int
    kind: str = "User"
    permission: str = "read"
    invited: bool = False
    deleted: bool = False

    @property
    def shown(self) -> str:
        """Give the login to show: what a deleted account wrote is by the ghost."""
        return "ghost" if self.deleted else self.login

    @property
    def email(self) -> str:
        """Give the address that GitHub writes into commits made in the browser or the API."""
        return f"{self.number}+{self.login}@users.noreply.github.com"

    def can(self, level: str) -> bool:
        """Say whether the account has at least this level: read, write or admin."""
        return LEVELS.index(self.permission) >= LEVELS.index(level)

    def signs(self, seconds: int) -> Signature:
        """Give what stands in a commit."""
        return Signature(self.login, self.email, seconds)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person as seen through one token."""

    person: Person
    token: str = "person"  # noqa: S105 - the kind: person, app or workflow
    grants: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_workflow(self) -> bool:
        """Say whether this is a job's own token, whose acts start no workflow."""
        return self.token == "workflow"  # noqa: S105 - likewise

    @property
    def is_app(self) -> bool:
        """Say whether the token belongs to an app (a job's own token does, too)."""
        return self.token != "person"  # noqa: S105 - likewise

    def can(self, level: str, *areas: str) -> bool:
        """Say whether the token reaches a level in one of the areas (`issues`, `contents`)."""
        if not self.is_app:
            return self.person.can(level)
        granted = (self.grants.get(area, "none") for area in areas)
        return any(LEVELS.index(grant) >= LEVELS.index(level) for grant in granted)

    def needs(self, level: str, *areas: str) -> None:
        """Raise ApiError 403 unless the token reaches the level in one of the areas."""
        if not self.can(level, *areas):
            raise self.refusal("Must have push access to repository")

    def refusal(self, words: str) -> ApiError:
        """Make the refusal that a person reads; an app reads always the same."""
        return ApiError(403, "Resource not accessible by integration" if self.is_app else words)


class People:
    """All accounts, found by login whatever its case."""

    def __init__(self, owner: str) -> None:
        """Begin with the owner, the account of Actions, and an app's."""
        self._by_login: dict[str, Person] = {}
        self._tokens: dict[str, Actor] = {}
        self.add(owner, "admin")
        for login, number, token, kind in (
            (WORKFLOW_LOGIN, 41_898_282, WORKFLOW_TOKEN, "workflow"),
            (APP_LOGIN, 150_000_000, APP_TOKEN, "app"),
        ):
            bot = Person(login, number, "Bot", "none")
            self._by_login[login.lower()] = bot
            self._tokens[token] = Actor(bot, kind, dict(JOB_PERMISSIONS))

    def add(self, login: str, permission: str = "read") -> Person:
        """Give the account with this login, after making it if there is none.

        Its token is its login followed by `-token`.
        """
        person = self._by_login.get(login.lower())
        if person is None:
            person = Person(login, 1_000 + len(self._by_login), permission=permission)
            person.invited = permission not in {"none", "read"}
            self._by_login[login.lower()] = person
            self._tokens[f"{login}-token"] = Actor(person)
        return person

    def allow(self, login: str, permission: str) -> Person:
        """Give someone a permission: admin, write, read or none."""
        person = self.add(login)
        person.permission = permission
        person.invited = permission != "none"
        return person

    def grant(self, token: str, **areas: str) -> None:
        """Change what an app's or a job's token may do: `grant(WORKFLOW_TOKEN, issues="read")`."""
        actor = self._tokens[token]
        self._tokens[token] = Actor(actor.person, actor.token, {**actor.grants, **areas})

    def find(self, login: str) -> Person | None:
        """Give the account with this login, unless it was deleted."""
        person = self._by_login.get(login.lower())
        return None if person is None or person.deleted else person

    def by_token(self, token: str) -> Actor | None:
        """Give who a token stands for."""
        actor = self._tokens.get(token)
        return None if actor is None or actor.person.deleted else actor

    def acting(self, login: str) -> Actor:
        """Give someone as seen by their browser."""
        return Actor(self.add(login))
