"""What does the bot answer to the body of an issue, and what does it write?"""

from pathlib import Path

import pytest

from bot.flows.local.regenerate import diff
from bot.flows.local.submit import read_form, submit
from bot.model.submissions.submission import Origin
from bot.store import files

EXAMPLES = Path(__file__).parents[1] / "examples"
LIST = EXAMPLES / "list"
BODIES = sorted(
    path
    for folder in ("corrections", "submissions")
    for path in (EXAMPLES / folder).glob("*.md")
    if path.name != "README.md" and not path.name.endswith(".answer.md")
)


def answer(body: str) -> str:
    """Give all that becomes of an issue's body, as one text."""
    result = submit(LIST, read_form(body), Origin(added="2026-02-03", issue=34))
    change = diff(LIST, result.files)
    parts = [f"decision: {result.review.verdict}", result.comment]
    if change:
        parts.append(f"~~~~~diff\n{change}~~~~~\n")
    return "\n\n".join(parts)


@pytest.mark.parametrize("path", BODIES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_issue_gets_its_answer(path: Path) -> None:
    expected = path.with_suffix(".answer.md")
    assert answer(files.read(path.parent, path.name)) == (
        files.read_if_there(expected.parent, expected.name) or ""
    )
