"""Does every comment begin with what happened and who acts next, and fold away what is long?"""

import re
from pathlib import Path

import pytest

from bot.render.github.submissions.hint import HINT
from tests.flows.comments import STORIES, staged

# Who has to act, of whoever opened the thread, the list's maintainers and the bot.
TURNS = {
    "needs-work": "you, `ann`",
    "needs-work-without-form": "you, `ann`",
    "correction-of-what-is-not-listed": "you, `ann`",
    "pull-request-with-what-cannot-be-read": "you, `ann`",
    "pull-request-that-removes": "you, `ann`",
    "duplicate": "nobody",
    "accepted": "nobody",
    "edited-too-late": "you, `ann`, if",
    "too-long": "you, `ann`",
    "pull-request-landed": "nobody",
    "declined": "nobody",
    "reverted": "nobody",
    "withdrawn": "nobody",
    "waiting-for-a-service": "the bot",
    "waiting-for-another": "the bot",
    "on-hold-by-the-limit": "the bot",
}
FIRST = re.compile(r"### (?P<what>[A-Z].+)\n\n\*\*Who acts next:\*\* (?P<who>.+)")
HINTED = re.compile(r"Thank you! .+\n\n\*\*Who acts next:\*\* (?P<who>.+)")


@pytest.mark.parametrize("name", STORIES)
def test_a_comment_says_first_what_happened_and_who_acts_next(name: str, tmp_path: Path) -> None:
    stage = staged(tmp_path)
    comment = stage.comment(STORIES[name](stage))
    lead = HINTED if comment.startswith(HINT) else FIRST
    found = lead.match(comment.partition("\n")[2])

    assert found, comment
    assert found["who"].startswith(TURNS.get(name, "a maintainer")), comment
    seen = re.sub(r"<details>.*?</details>", "", comment, flags=re.DOTALL)
    assert not re.search(r"^\||\*\*Id in the list", seen, re.MULTILINE) or "| Command |" in seen
