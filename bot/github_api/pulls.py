"""How is a pull request opened, given its text, closed, merged?

https://docs.github.com/en/rest/pulls/pulls
"""

import re
from typing import Any
from urllib.parse import quote

from bot.errors import ForbiddenError, OutageError, RejectedError
from bot.github_api.branches import commit_of
from bot.github_api.connection.repository import Repository
from bot.github_api.world import queries
from bot.model.github.plan import EditPull, Merge, OpenPull
from bot.model.github.result import Behind, Done, Merged, NotPermitted, NotReady, Opened, Refused

# Seconds before each further try: GitHub may not see a push yet, or may still be computing whether
# the merge is possible.
PAUSES = (1.0, 2.0, 4.0)
_UNSEEN = "head invalid"
# Why a merge that is turned down will be turned down again; see GraphQL's MergeStateStatus.
_SETTLED = {"behind", "blocked", "dirty", "draft"}

# How GitHub says that the repository or a rule set allows another way of merging only; see
# https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository
_NOT_THIS_WAY = re.compile(
    r"(merge commits?|squash\w*|rebas\w+|merge method)\W.*\b(not allowed|not permitted|prohibited)"
    r"|must not contain merge commits|linear history|allowed merge method",
    re.IGNORECASE | re.DOTALL,
)


def open_pull(place: Repository, action: OpenPull) -> Opened | Refused | NotPermitted:
    """Open the pull request of a branch, or find the one that is open.

    One that was just made is not seen at once: where it is there, it is tried three times more.
    """
    for pause in PAUSES:
        result = _opened(place, action)
        unseen = isinstance(result, Refused) and _UNSEEN in result.message
        if not unseen or commit_of(place, action.branch) is None:
            return result
        place.wire.sleep(pause)
    return _opened(place, action)


def _opened(place: Repository, action: OpenPull) -> Opened | Refused | NotPermitted:
    asked = {
        "head": action.branch,
        "base": place.base,
        "title": action.title,
        "body": action.body,
    }
    try:
        pull = place.wire.create(
            place.path("pulls"), asked, lambda: _open_one(place, action.branch)
        )
    except ForbiddenError as refusal:
        if "not permitted to create" not in str(refusal):
            raise
        return NotPermitted(str(refusal))
    except RejectedError as refusal:
        pull = _open_one(place, action.branch) if "already exists" in refusal.message else None
        if pull is None:
            return Refused(refusal.message)
    return Opened(int(pull["number"]))


def _open_one(place: Repository, branch: str) -> dict[str, Any] | None:
    """Find the open pull request from a branch of this repository into the base branch."""
    head = quote(f"{place.owner}:{branch}", safe=":/")
    base = quote(place.base, safe="/")
    for pull in place.listed(f"pulls?state=open&head={head}&base={base}"):
        if pull["head"]["ref"] == branch and pull["base"]["ref"] == place.base:
            return pull
    return None


def edit_pull(place: Repository, action: EditPull) -> Done:
    """Give a pull request its text, lead it back or close it if so asked, in one request."""
    asked = {"body": action.body}
    if action.title:
        asked["title"] = action.title
    if action.close:
        asked["state"] = "closed"
    if action.back:
        asked["base"] = place.base
    place.wire.ask("PATCH", place.path(f"pulls/{action.number}"), asked)
    return Done()


def merge(place: Repository, action: Merge) -> Merged | Refused | Behind | NotReady:
    """Merge a pull request whose head is still the one that was approved.

    A way of merging that rules forbid is followed by the next one.
    """
    result = _merged_by(place, action, action.methods[0])
    for method in action.methods[1:]:
        if not (isinstance(result, Refused) and _NOT_THIS_WAY.search(result.message)):
            break
        result = _merged_by(place, action, method)
    return result


def _merged_by(
    place: Repository, action: Merge, method: str
) -> Merged | Refused | Behind | NotReady:
    """Merge in one way.

    After a refusal (405, 409) or an outage the pull request is read, so that one that is merged
    is not merged again and one that has changed is left alone; else it is tried three times more.
    """
    asked = {
        "sha": action.head,
        "merge_method": method,
        "commit_title": action.title,
        "commit_message": action.message,
    }
    for pause in (*PAUSES, None):
        trouble: RejectedError | OutageError
        try:
            path = place.path(f"pulls/{action.number}/merge")
            return Merged(str(place.wire.ask("PUT", path, asked, again=False)["sha"]))
        except (RejectedError, OutageError) as error:
            trouble = error
        pull = place.wire.ask("GET", place.path(f"pulls/{action.number}"))
        if pull["merged"]:
            return Merged(_merge_commit(place, action.number))
        if isinstance(trouble, RejectedError) and _is_settled(place, pull, action.head, trouble):
            behind = pull["mergeable_state"] == "behind"
            return Behind(trouble.message) if behind else Refused(trouble.message)
        if pause is None:
            return _not_ready(trouble)
        place.wire.sleep(pause)
    raise AssertionError("the last try returns or raises")


def _not_ready(trouble: RejectedError | OutageError) -> NotReady:
    if isinstance(trouble, OutageError):
        raise trouble
    return NotReady(trouble.message)


def _merge_commit(place: Repository, number: int) -> str:
    """Give the commit of a merge whose answer got lost; REST tells it in older versions only."""
    answer = place.wire.query(
        queries.MERGE_COMMIT, {"owner": place.owner, "name": place.name, "number": number}
    )
    return str(answer.repository["pull"]["mergeCommit"]["oid"])


def _is_settled(place: Repository, pull: dict[str, Any], head: str, trouble: RejectedError) -> bool:
    """Say whether another try would be turned down as well.

    After a push the pull request has its old head for a while, and what GitHub says until then is
    about that one: only the branch tells whether it has moved on.
    """
    if _NOT_THIS_WAY.search(trouble.message):
        return True
    if pull["state"] != "open":
        return True
    if pull["head"]["sha"] != head:
        return commit_of(place, str(pull["head"]["ref"])) != head
    return trouble.status == 422 or pull["mergeable_state"] in _SETTLED
