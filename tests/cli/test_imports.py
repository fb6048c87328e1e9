"""Does a command start without what it never uses? Read from the imports at the top of modules."""

import ast
from functools import cache
from pathlib import Path

import pytest

from bot.cli import COMMANDS

ROOT = Path(__file__).parents[2]
# What takes long to import, and which commands may need it.
SLOW = {
    "github": {"event", "reconcile", "upkeep"},
    "jinja2": {"site", "demo"},
    "arxiv": {"lookup", "upkeep"},
    "snowballstemmer": {"upkeep"},
}


def at_the_top(module: str) -> set[str]:
    """Give the modules that are imported with this one, and what else these import from outside."""
    reached: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        path = path_of(name)
        if name not in reached and path:
            waiting += imported(path)
            waiting += [name.rpartition(".")[0]] if "." in name else []
        reached.add(name)
    return {name for name in reached if not name.startswith("bot")}


def path_of(name: str) -> Path | None:
    """Give the file of a module of the bot, None for anything else."""
    base = ROOT / name.replace(".", "/")
    files = (base.with_suffix(".py"), base / "__init__.py")
    return next((path for path in files if name.startswith("bot") and path.is_file()), None)


@cache
def imported(path: Path) -> frozenset[str]:
    """Give what a file imports as soon as it is imported itself."""
    names: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module or "", *(f"{node.module}.{each.name}" for each in node.names)}
    return frozenset(names)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_imports_only_what_it_may_need(name: str) -> None:
    outside = at_the_top(f"bot.cli.{COMMANDS[name].floor}.{name}_command")
    packages = {each.partition(".")[0] for each in outside}

    assert "click" in packages
    assert {each for each, users in SLOW.items() if each in packages and name not in users} == set()
