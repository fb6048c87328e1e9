"""Does `bot event` survive every event that GitHub may send, and what is none?

Examples: @octokit/webhooks-examples, all actions of what starts our workflows and more.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.flows.github.runs.run import numbers_of
from bot.settings import ADDRESSES
from tests.flows.on_github import Stage, arxiv
from tests.github_server.server import serving

Json = dict[str, Any]
EXAMPLES: dict[str, list[Json]] = json.loads(
    (Path(__file__).parent / "made/events.json").read_text("utf-8")
)
# The last example of each event and action.
EACH = {
    f"{name} {example.get('action', '')}".strip(): example
    for name, examples in EXAMPLES.items()
    for example in examples
}
MOST = 2**31 - 1  # of GraphQL's Int
HOSTILE: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 7, MOST + 1, 10**400, 1.5, float("nan"), float("inf")),
    *("", "7", "\ud800", "suggest/issue-", "suggest/issue-²", "suggest/issue-1-²"),
    *("suggest/issue-" + "9" * 5_000, "suggest/issue-7-" + "9" * 5_000),
    *([], [None], {}, {"ref": 7}, {"number": "7"}, {"head": [], "number": {}}),
)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    made = Stage(tmp_path_factory.mktemp("event"))
    made.suggest("ann", arxiv(1), "Something new")
    return made


@pytest.fixture
def event(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the command line find the stand-in, and its event in the file given."""
    path = tmp_path / "event.json"
    with serving(stage.world.hub) as url:
        for name in ADDRESSES:
            monkeypatch.setenv(name, "http://127.0.0.1:1")
        monkeypatch.setenv("GITHUB_TOKEN", "workflow-token")
        monkeypatch.setenv("GITHUB_REPOSITORY", "octo/papers")
        monkeypatch.setenv("GITHUB_API_URL", url)
        monkeypatch.setenv("GITHUB_GRAPHQL_URL", f"{url}/graphql")
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(path))
        clone = Path(stage.world.state.repo.path).parents[1] / "clone"
        monkeypatch.setattr("sys.argv", ["bot", "event", "--root", str(clone)])
        yield path


def left_with() -> object:
    """Run the command line and give its exit code."""
    with pytest.raises(SystemExit) as end:
        main()
    return end.value.code


@pytest.mark.parametrize("name", EACH)
def test_every_event_of_github_is_survived(event: Path, name: str) -> None:
    event.write_text(json.dumps(EACH[name]), "utf-8")
    assert left_with() == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{}", 0),
        ('{"issue": null, "pull_request": null, "workflow_run": null}', 0),
        ('{"issue": {"number": 99999999999999999999999}}', 0),
        ('{"issue": {"number": -1}, "workflow_run": "main"}', 0),
        ('{"issue": {"number": 4294967296}, "pull_request": {"head": "main"}}', 0),
        ('{"workflow_run": {"head_branch": "suggest/issue-' + "9" * 5_000 + '"}}', 0),
        ('{"issue": {"number": ' + "9" * 5_000 + "}}", 2),
        ("[" * 100_000, 2),
        ('"issue"', 2),
        ("", 2),
        ("\ufeff{}", 2),
    ],
)
def test_what_is_no_event_is_told_and_what_names_no_issue_leads_to_none(
    event: Path, text: str, code: int
) -> None:
    event.write_text(text, "utf-8")
    assert left_with() == code


def test_bytes_that_are_no_text_are_no_event(event: Path) -> None:
    event.write_bytes(b'{"issue": "\xff"}')
    assert left_with() == 2


def places(found: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - any JSON
    """Give every object or list in some JSON, with each of its keys."""
    if isinstance(found, dict | list):
        for key in list(found) if isinstance(found, dict) else range(len(found)):
            yield found, key
            yield from places(found[key])


def is_plausible(numbers: list[int]) -> bool:
    return all(type(number) is int and 0 < number <= MOST for number in numbers)


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_payload_keeps_its_numbers_from_being_read(name: str) -> None:
    """Each key dropped, and each value replaced by whatever it is not."""
    for example in EXAMPLES[name]:
        example |= {"workflow_run": {"head_branch": "suggest/issue-3"}}
        assert is_plausible(list(numbers_of(example)))
        for holder, key in places(example):
            kept = holder[key]
            for hostile in HOSTILE:
                holder[key] = hostile
                assert is_plausible(list(numbers_of(example))), (key, hostile)
            if isinstance(holder, dict):
                del holder[key]
                assert is_plausible(list(numbers_of(example))), key
            holder[key] = kept


def test_an_event_names_the_issue_that_github_says() -> None:
    assert list(numbers_of({"issue": {"number": 7}})) == [7]
    assert list(numbers_of({"issue": {"number": MOST}})) == [MOST]
    assert list(numbers_of({"pull_request": {"head": {"ref": "suggest/issue-7-2"}}})) == [7]
    assert list(numbers_of({"workflow_run": {"head_branch": "suggest/issue-7"}})) == [7]
