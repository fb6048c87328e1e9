"""What does the bot answer to the body of an issue, and what does it write?"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.flows.local.entries.submit import read_form, submit
from bot.flows.local.outputs.regenerate import diff
from bot.model.papers.metadata import Found, LookUp, LookupResult, Metadata, Sourced, Warned, merge
from bot.model.papers.paper import Venue
from bot.model.submissions.submission import Origin
from bot.store import files

EXAMPLES = Path(__file__).parents[2] / "examples"
LIST = EXAMPLES / "list"
BODIES = sorted(
    path
    for folder in ("corrections", "submissions")
    for path in (EXAMPLES / folder).glob("*.md")
    if path.name != "README.md" and not path.name.endswith(".answer.md")
)


def found(said: Mapping[str, Any]) -> Found:
    """Read what a file says of a work: plain values, and the service that gives them."""
    service = said["service"]

    def sourced(value: Any) -> Any:  # noqa: ANN401 - of whatever kind a file holds
        return Sourced(value, service) if value else None

    return Found(
        service,
        Metadata(
            title=sourced(said.get("title")),
            authors=sourced(tuple(said.get("authors", ()))),
            date=sourced(said.get("date")),
            venue=sourced(Venue(**said["venue"]) if "venue" in said else None),
            ids=tuple(map(sourced, said.get("ids", ()))),
            kind=sourced(said.get("kind")),
            warnings=tuple(sourced(Warned(*each)) for each in said.get("warnings", ())),
        ),
    )


def knowing(known: Mapping[str, Any]) -> LookUp:
    """Give services that know what a file says of works, by their ids, and answer nothing else."""
    answers = {id_: found(said) for id_, said in known.items()}

    def look_up(works: Sequence[Sequence[str]]) -> list[LookupResult]:
        return [
            LookupResult(tuple(ids), (), merge(answers[id_] for id_ in ids if id_ in answers))
            for ids in works
        ]

    return look_up


def answer(body: str, look_up: LookUp | None = None) -> str:
    """Give all that becomes of an issue's body, as one text."""
    result = submit(LIST, read_form(body), Origin(added="2026-02-03", issue=34), look_up)
    change = diff(LIST, result.files)
    parts = [f"decision: {result.review.verdict}", result.comment]
    if change:
        parts.append(f"~~~~~diff\n{change}~~~~~\n")
    return "\n\n".join(parts)


@pytest.mark.parametrize("path", BODIES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_issue_gets_its_answer(path: Path) -> None:
    expected = path.with_suffix(".answer.md")
    known = path.with_suffix(".known.json")
    look_up = knowing(json.loads(known.read_text("utf-8"))) if known.exists() else None
    assert answer(files.read(path.parent, path.name), look_up) == (
        files.read_if_there(expected.parent, expected.name) or ""
    )
