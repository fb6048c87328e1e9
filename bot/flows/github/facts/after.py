"""What does the world look like once an action was performed, without reading it again?"""

from dataclasses import replace

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
from bot.model.github.result import ActionResult, Merged, Opened, Overtaken, Pushed, Said
from bot.model.github.world import Comment, Issue, Pull, World

# Later than any time that GitHub gives: what the bot did in this run.
NOW = "9999"


def after(world: World, action: Action, result: ActionResult, bot: str) -> World:
    """Give the world after an action that was performed, with this result."""
    if isinstance(action, Push | OpenPull | EditPull | SetCommitStatus | Merge):
        return _pulled(world, action, result)
    if isinstance(action, OpenIssue | EditIssue | CloseIssue | ReopenIssue):
        return _filed(world, action, result, bot)
    if isinstance(action, MakeLabel):
        return replace(world, labels=world.labels | {action.name})
    return _talked(world, action, result, bot)


def _pulled(
    world: World, action: Push | OpenPull | EditPull | SetCommitStatus | Merge, result: ActionResult
) -> World:
    if isinstance(action, Push):
        return _pushed(world, action.branch, result.commit if isinstance(result, Pushed) else "")
    if isinstance(action, OpenPull):
        number = result.number if isinstance(result, Opened) else 0
        head = world.branches[action.branch]
        return world.with_pull(
            Pull(
                number=number,
                branch=action.branch,
                head=head,
                title=action.title,
                body=action.body,
            )
        )
    pull = world.pulls[action.number]
    if isinstance(action, SetCommitStatus):
        checked = "success" if action.passed else "failure"
        return world.with_pull(replace(pull, checked=checked, checked_at=NOW))
    if isinstance(action, Merge):
        return _merged(world, pull, result.commit if isinstance(result, Merged) else "")
    if action.close:
        pull = replace(pull, is_open=False, closed_at=NOW)
    astray = pull.astray and not action.back
    title = action.title or pull.title
    return world.with_pull(replace(pull, title=title, body=action.body, astray=astray))


def _pushed(world: World, branch: str, head: str) -> World:
    world = replace(world, branches=world.branches | {branch: head})
    for pull in world.pulls.values():
        if pull.is_open and pull.branch == branch:
            return world.with_pull(replace(pull, head=head, checked="", checked_at=""))
    return world


def _merged(world: World, pull: Pull, tip: str) -> World:
    """Give the world after a merge, which closes the issue that the pull request names."""
    merged = replace(pull, is_open=False, merged=True, closed_at=NOW)
    world = replace(world, tip=tip).with_pull(merged)
    issue = world.issues.get(pull.issue)
    if issue and issue.head:
        return world  # GitHub closes issues by a keyword, and no pull requests
    return world.with_issue(replace(issue, is_open=False, closed_at=NOW)) if issue else world


def _filed(
    world: World,
    action: OpenIssue | EditIssue | CloseIssue | ReopenIssue,
    result: ActionResult,
    bot: str,
) -> World:
    if isinstance(action, OpenIssue):
        number = result.number if isinstance(result, Opened) else 0
        return world.with_issue(
            Issue(
                number=number,
                title=action.title,
                body=action.body,
                author=bot,
                created_at=NOW,
                labels=action.labels,
            )
        )
    issue = world.issues[action.number]
    if isinstance(action, EditIssue):
        body = result.body if isinstance(result, Overtaken) else action.body
        issue = replace(issue, body=body)
    if isinstance(action, ReopenIssue):
        return world.with_issue(replace(issue, is_open=True, closed_at=""))
    if isinstance(action, CloseIssue) or action.close:
        issue = replace(issue, is_open=False, closed_at=NOW, closed_by=bot)
    return world.with_issue(issue)


def _talked(
    world: World, action: SetLabels | Say | Unsay | Acknowledge, result: ActionResult, bot: str
) -> World:
    issue, pull = world.issues.get(action.number), world.pulls.get(action.number)
    if isinstance(action, SetLabels):
        if issue:
            return world.with_issue(replace(issue, labels=action.labels))
        return world.with_pull(replace(pull, labels=action.labels)) if pull else world
    thread = issue or pull
    if thread is None:
        return world
    comments = _comments(thread.comments, action, result, bot)
    if isinstance(thread, Issue):
        return world.with_issue(replace(thread, comments=comments))
    return world.with_pull(replace(thread, comments=comments))


def _comments(
    comments: tuple[Comment, ...], action: Say | Unsay | Acknowledge, result: ActionResult, bot: str
) -> tuple[Comment, ...]:
    if isinstance(action, Acknowledge):
        return tuple(
            replace(comment, signs=comment.signs | {action.sign})
            if comment.id == action.comment
            else comment
            for comment in comments
        )
    if isinstance(action, Unsay):
        return tuple(comment for comment in comments if comment.id != action.comment)
    id_ = result.comment if isinstance(result, Said) else 0
    if action.comment == id_:
        return tuple(
            replace(comment, body=action.body, edited_at=NOW, editor=bot)
            if comment.id == id_
            else comment
            for comment in comments
        )
    # One that was gone by then, or could not be edited, was written anew.
    others = (comment for comment in comments if comment.id != action.comment)
    return (*others, Comment(id=id_, author=bot, body=action.body, created_at=NOW))
