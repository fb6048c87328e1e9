"""Do the pages in docs/ say what the program does?"""

import re
from pathlib import Path

import pytest

from bot import commands
from bot.cli import COMMANDS
from bot.model.github.plan import STATUS
from bot.model.github.world import REFRESH
from bot.model.state import State
from bot.render.github.submissions.sentences import HEADLINES
from bot.settings import KEYS, MAILTO
from tests.effects import effects_text

ROOT = Path(__file__).parents[1]
PAGES = sorted([*(ROOT / "docs").glob("*.md"), ROOT / "CONTRIBUTING.md", ROOT / "tests/README.md"])


def page(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text("utf-8")


def test_the_commands_of_maintainers_are_those_that_the_bot_shows() -> None:
    assert commands.help_text().strip() in page("maintain")


def test_what_each_command_does_in_each_state_is_what_the_bot_answers_by() -> None:
    assert effects_text() in page("states")


@pytest.mark.parametrize("state", State)
def test_every_state_stands_in_the_picture_and_in_the_table(state: State) -> None:
    text = page("states")
    drawn = text.partition("```mermaid")[2].partition("```")[0]
    name = state.replace(" ", "_")
    assert re.search(rf"--> {name}\b", drawn)
    assert name == state or f"    {name}: {state}\n" in drawn
    assert f"| `{state}` | {HEADLINES[state]} |" in text


def test_the_picture_has_no_other_states() -> None:
    drawn = page("states").partition("```mermaid")[2].partition("```")[0]
    names = set(re.findall(r"(\w+|\[\*\]) --> (\w+|\[\*\])", drawn))
    found = {name.replace("_", " ") for pair in names for name in pair} - {"[*]"}
    assert found == set(State)


def test_setting_up_names_what_the_bot_reads_and_publishes() -> None:
    text = page("setup")
    for name in (STATUS, REFRESH, MAILTO, *KEYS):
        assert f"`{name}`" in text


def links(path: Path) -> list[str]:
    text = re.sub(r"`[^`\n]*`|\n    .*", "", path.read_text("utf-8"))
    return re.findall(r"\]\(([^)#]+)[^)]*\)", text)


def named(path: Path) -> list[str]:
    return re.findall(r"(?:`|\n    (?:\S+=\S+ )*)bot ([a-z]+)", path.read_text("utf-8"))


@pytest.mark.parametrize("path", [one for one in PAGES if links(one)], ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    for target in links(path):
        local = "://" not in target and "issues/new" not in target
        assert not local or (path.parent / target).exists(), target


@pytest.mark.parametrize("path", [one for one in PAGES if named(one)], ids=lambda path: path.name)
def test_commands_that_are_named_exist(path: Path) -> None:
    for name in named(path):
        assert name in COMMANDS, name
