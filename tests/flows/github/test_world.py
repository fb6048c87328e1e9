"""Does a run know what it has just done, also where that came out otherwise than asked?"""

from dataclasses import replace

import pytest

from bot.flows.github.facts.after import NOW, after
from bot.model.github.plan import Say
from bot.model.github.result import Said
from bot.model.github.world import Comment, Issue, World

BOT = "github-actions[bot]"
OTHERS = Comment(id=4, author="ann", body="Hello.", created_at="2026-01-01T00:00:00Z")
ANSWER = Comment(id=5, author=BOT, body="Old.", created_at="2026-01-01T00:00:01Z")
NEW = Comment(id=9, author=BOT, body="New.", created_at=NOW)
EDITED = replace(ANSWER, body="New.", edited_at=NOW, editor=BOT)


@pytest.mark.parametrize(
    ("action", "result", "wanted"),
    [
        pytest.param(Say(1, "New.", 5), Said(5), (OTHERS, EDITED), id="edit"),
        pytest.param(Say(1, "New.", 5), Said(9), (OTHERS, NEW), id="gone meanwhile"),
        pytest.param(Say(1, "New."), Said(9), (OTHERS, ANSWER, NEW), id="written anew"),
    ],
)
def test_the_comment_that_was_written_is_the_one_that_is_edited_next(
    action: Say, result: Said, wanted: tuple[Comment, ...]
) -> None:
    issue = Issue(
        number=1, title="", body="", author="ann", created_at="", comments=(OTHERS, ANSWER)
    )
    world = World(name="octo/papers", base="main", tip="", methods=(), labels=frozenset())

    assert after(world.with_issue(issue), action, result, BOT).issues[1].comments == wanted
