"""Who waits for whom on GitHub, and since when has no maintainer acted?"""

from collections.abc import Callable, Iterable, Iterator

from bot.model.github.account import Account
from bot.model.github.world import Comment, Issue, World, days_between, written_at
from bot.model.state import State
from bot.model.upkeep.board import Waiting

FOR_MAINTAINERS = frozenset({State.READY, State.STUCK})
FOR_SUBMITTERS = frozenset({State.NEEDS_WORK, State.DUPLICATE})
HELD = frozenset({State.APPROVED})
# So many people who wrote last are asked about, whether they are maintainers.
MOST_ASKED = 10


def waiting(world: World, states: frozenset[State]) -> tuple[Waiting, ...]:
    """List the open submissions in these states, those that were opened first at the front."""
    issues = [
        issue
        for issue in world.issues.values()
        if issue.is_open and not states.isdisjoint(issue.labels)
    ]
    issues.sort(key=lambda issue: (issue.created_at, issue.number))
    return tuple(
        Waiting(
            issue.number,
            issue.title,
            days_between(issue.created_at, world.today),
            next((pull.number for pull in world.pulls_of(issue.number) if pull.is_open), 0),
        )
        for issue in issues
    )


def last_act(world: World, bot: Account, may: Callable[[str], bool]) -> str:
    """Tell when a maintainer last wrote, closed something or was obeyed; "" for never.

    As far as what is read of the repository tells: of everything open, and what was closed lately.
    """
    newest = sorted(_acts(world, bot), reverse=True)
    asked: dict[str, bool] = {}
    for when, who in newest:
        if who not in asked and len(asked) < MOST_ASKED:
            asked[who] = may(who)
        if asked.get(who):
            return when
    return ""


def _acts(world: World, bot: Account) -> Iterator[tuple[str, str]]:
    """Yield when somebody did something to what others suggested, and who."""
    for issue in world.issues.values():
        yield from _said(issue, issue.comments, bot)
        if issue.closed_by and issue.closed_by not in {issue.author, bot.login}:
            yield issue.closed_at, issue.closed_by
        if bot.wrote(issue) and issue.editor and issue.editor != bot.login:
            yield issue.edited_at, issue.editor
    for pull in world.pulls.values():
        yield from _said(world.issues.get(pull.issue), pull.said, bot)


def _said(
    issue: Issue | None, comments: Iterable[Comment], bot: Account
) -> Iterator[tuple[str, str]]:
    for comment in comments:
        own = issue is not None and comment.author == issue.author
        if not own and not bot.wrote(comment):
            yield written_at(comment), comment.author
