"""Which pull requests of people's may be submissions, out of GitHub's answer?

Those that lead into the base branch and change only files in which the list stands, and those that
the bot has labelled once. Each is read as the issue that it stands for.
"""

from dataclasses import replace

from bot.github_api.world import payload
from bot.github_api.world.payload import Node
from bot.model.form import PAPER_LABEL
from bot.model.github.world import Issue
from bot.model.paths import LISTED
from bot.model.state import FINAL

# How all branches of the bot's own are called.
OWN = "suggest/"
_A_BOT = "[bot]"


def is_persons(pull: Node, base: str) -> bool:
    """Tell whether a pull request is somebody's and leads into the base branch."""
    person = pull["isCrossRepository"] or not str(pull["headRefName"]).startswith(OWN)
    return person and bool(pull["baseRefName"] == base)


def is_up(pull: Node) -> bool:
    """Tell whether a pull request is open, or was taken up once by what its labels say."""
    return pull["pullState"] == "OPEN" or PAPER_LABEL in payload.labels(pull)


def is_listed(path: str) -> bool:
    """Tell whether the list stands in a file."""
    return any(
        path == place or (place.endswith("/") and path.startswith(place)) for place in LISTED
    )


def offered(node: Node, bot: str, now: str) -> Issue | None:
    """Read such a pull request, but for what was said; None for one that is people's own business.

    `now` bounds the time of its last commit, which whoever made it could choose.
    """
    issue = _read(node, bot, now)
    changed = [str(file["path"]) for file in payload.nodes(node["files"])]
    whole = len(changed) == node["changedFiles"] and all(map(is_listed, changed))
    if PAPER_LABEL in issue.labels or (whole and not issue.author.endswith(_A_BOT)):
        return issue
    return None


def _read(node: Node, bot: str, now: str) -> Issue:
    created = str(node["createdAt"])
    made = [str(node["commit"]["committedDate"]) for node in payload.nodes(node["commits"])]
    issue = Issue(
        number=int(node["number"]),
        title=str(node["title"]),
        body=str(node["body"]),
        author=payload.login(node["author"]),
        author_id=int((node["author"] or {}).get("databaseId") or 0),
        created_at=created,
        edited_at=max((min(time, now) for time in made if time > created), default=""),
        reopened_at=payload.reopened(node, bot),
        locked=bool(node["locked"]),
        labels=payload.labels(node),
        head=str(node["headRefOid"]),
        merged=node["pullState"] == "MERGED",
    )
    return issue if node["pullState"] == "OPEN" else _ended(issue, node)


def _ended(issue: Issue, node: Node) -> Issue:
    """Say how it ended.

    Who deletes the repository that it comes from closes it, and means nothing by that.
    """
    closer = payload.last_closer(node)
    lost = node["headRepository"] is None and closer in {issue.author, ""}
    if lost and not issue.merged and not FINAL & set(issue.labels):
        return issue
    return replace(
        issue,
        closed_at=str(node["closedAt"] or ""),
        closed_by=closer,
        rejected=not issue.merged,
        is_open=False,
    )
