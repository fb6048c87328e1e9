"""What do the maintainers have to hear while the list itself is broken?

One rolling issue names path and line; it is edited in place and closed once the list is right.
"""

from collections.abc import Iterator

from bot.markdown.quote import begun, sentence
from bot.model.github.account import Account
from bot.model.github.plan import Action, EditIssue, OpenIssue
from bot.model.github.world import World

MARKER = "<!-- bot:broken -->"
TITLE = "The list has to be mended before the bot can go on"


def broken_steps(world: World, broken: str, bot: Account) -> Iterator[Action]:
    """Open, edit or close the rolling issue; `broken` is the reason, or ""."""
    mine = [
        issue
        for _, issue in sorted(world.issues.items())
        if bot.wrote(issue) and issue.body.startswith(MARKER) and issue.is_open
    ]
    body = (
        f"{MARKER}\n{sentence(begun(broken))}.\n\n"
        "Suggestions wait until then and are taken up by themselves. `bot validate` names every "
        "problem; this issue is closed once there is none."
    )
    if broken and not mine:
        yield OpenIssue(TITLE, body)
    elif broken and mine[0].body.strip() != body:
        yield EditIssue(mine[0].number, body)
    elif not broken:
        for issue in mine:
            yield EditIssue(issue.number, issue.body, close=True)
