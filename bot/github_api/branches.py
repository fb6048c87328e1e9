"""How does a branch come to hold one commit, and how is a commit's status published?

Through the Git Data API and without an author of its own, so that GitHub signs the commit:
https://docs.github.com/en/rest/git and
https://docs.github.com/en/authentication/managing-commit-signature-verification
"""

from collections.abc import Sequence

from bot.errors import BotError, MissingError, RejectedError
from bot.github_api.connection.repository import Repository
from bot.model.github.plan import STATUS, Commit, Push, SetCommitStatus
from bot.model.github.result import Done, Pushed, Refused

_OURS = "suggest/"
_NEVER = (".git", ".github/workflows", ".github/actions")
LONGEST_DESCRIPTION = 140


def push(
    place: Repository, action: Push, tree: str | None, allowed: Sequence[str], *, look: bool
) -> Pushed | Refused:
    """Make a tree and a commit, for each commit of it, and the branch: three requests for one.

    `tree` is that of the parent, None if not known. Where `look`, what is known of the branch is
    so old that somebody may have pushed to it since: it is looked at before it is moved. Raises
    BotError for a branch that is not the bot's, or a path that it may not touch.
    """
    _check(action, allowed)
    if look and action.head is not None and commit_of(place, action.branch) != action.head:
        return Refused(f"the branch {action.branch} has moved since it was looked at")
    base = tree or str(_parent(place, action.parent)["tree"]["sha"])
    parent = action.parent
    for commit in action.commits:
        made = _tree(place, base, commit)
        if made == base:
            return Refused("the change is empty")
        # Sent again after an outage, these leave at most an object that nothing leads to.
        asked = {"message": commit.message, "tree": made, "parents": [parent]}
        parent = str(place.wire.ask("POST", place.path("git/commits"), asked)["sha"])
        base = made
    return _move(place, action, parent)


def _tree(place: Repository, base: str, commit: Commit) -> str:
    """Make the tree of a commit on top of the tree `base`."""
    lines = [
        {"path": file.path, "mode": "100644", "type": "blob", "content": file.text}
        for file in commit.files
    ]
    asked = {"base_tree": base, "tree": lines}
    return str(place.wire.ask("POST", place.path("git/trees"), asked)["sha"])


def _check(action: Push, allowed: Sequence[str]) -> None:
    if not action.branch.startswith(_OURS):
        raise BotError(f"refused to push to {action.branch!r}, which is not the bot's")
    for path in (file.path for commit in action.commits for file in commit.files):
        known = any(path == one or (one.endswith("/") and path.startswith(one)) for one in allowed)
        plain = not path.startswith("/") and not set(path.split("/")) & {"", ".", ".."}
        if not (known and plain) or path.startswith(_NEVER):
            raise BotError(f"refused to change {path!r}, which a suggestion may not touch")


def _parent(place: Repository, commit: str) -> dict[str, dict[str, str]]:
    commit_object: dict[str, dict[str, str]] = place.wire.ask(
        "GET", place.path(f"git/commits/{commit}")
    )
    return commit_object


def commit_of(place: Repository, branch: str) -> str | None:
    """Give the commit at which a branch stands, None where there is no such branch."""
    try:
        ref = place.wire.ask("GET", place.path(f"git/ref/heads/{branch}"))
    except MissingError:
        return None
    return str(ref["object"]["sha"])


def _move(place: Repository, action: Push, commit: str) -> Pushed | Refused:
    """Let the branch stand at the commit; one that went with its merge meanwhile stays away."""
    if action.head is None:
        return _make(place, action.branch, commit)
    path = place.path(f"git/refs/heads/{action.branch}")
    try:
        place.wire.ask("PATCH", path, {"sha": commit, "force": True})
    except RejectedError as refusal:
        if "does not exist" not in refusal.message:
            raise
        return Refused(f"the branch {action.branch} was deleted meanwhile")
    return Pushed(commit)


def _make(place: Repository, branch: str, commit: str) -> Pushed | Refused:
    try:
        # Sent again after an outage, it is turned down where the first had its effect.
        asked = {"ref": f"refs/heads/{branch}", "sha": commit}
        place.wire.ask("POST", place.path("git/refs"), asked)
    except RejectedError as refusal:
        if "already exists" not in refusal.message:
            raise
        if commit_of(place, branch) != commit:
            return Refused(f"the branch {branch} was made by somebody else meanwhile")
    return Pushed(commit)


def report(place: Repository, action: SetCommitStatus) -> Done:
    """Publish the status of a commit."""
    asked = {
        "state": "success" if action.passed else "failure",
        "context": STATUS,
        "description": action.description[:LONGEST_DESCRIPTION],
    }
    place.wire.create(
        place.path(f"statuses/{action.head}"), asked, lambda: _published(place, action.head, asked)
    )
    return Done()


def _published(place: Repository, commit: str, asked: dict[str, str]) -> dict[str, str] | None:
    """Give the status if it is the last that was published; GitHub lists the newest first."""
    for status in place.listed(f"commits/{commit}/statuses"):
        if status["context"] == STATUS:
            return status if all(status[key] == asked[key] for key in asked) else None
    return None
