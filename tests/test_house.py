"""Does every module import only what the house allows? Checked by reading the source."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "bot").rglob("*.py"))

# Each room, and each sub-room of a big one, may import the rooms named here, and itself.
MAY_IMPORT: dict[str, set[str]] = {
    "": set(),  # bot/__init__.py
    "errors": set(),
    "settings": {"errors"},
    "text": set(),
    "venues": {"text"},
    "model": {"errors", "text", "venues"},
    # Rooms: pure, no disk, no network, no clock.
    "identify": {"model", "text"},
    "form": {"model"},
    "commands": {"model", "errors"},
    # What is asked of a record <- of two records <- of whole files.
    "dedupe": set(),
    "dedupe.parse": {"model", "text", "venues"},
    "dedupe.compare": {"model", "venues", "dedupe.parse"},
    "dedupe.search": {"model", "text", "dedupe.parse", "dedupe.compare"},
    "render": {"model", "errors", "text", "venues"},
    "markdown": {"errors", "model"},
    # What a stretch of text says <- a line <- records of a bibliography <- lines <- a document.
    "importers.phrases": {"text", "venues", "markdown"},
    "importers.line": {"model", "text", "venues", "identify", "markdown", "importers.phrases"},
    "importers.records": {"model", "text", "errors", "identify"},
    "importers.works": {
        *("model", "text", "venues", "identify", "markdown"),
        *("importers.phrases", "importers.line", "importers.records"),
    },
    "importers.shapes": {
        *("model", "text", "venues", "identify", "markdown"),
        *("importers.phrases", "importers.line", "importers.works"),
    },
    "importers": {
        *("model", "markdown"),
        *("importers.works", "importers.shapes"),
    },
    "lifecycle": {"model", "commands"},
    "review": {"model", "errors", "text", "venues", "identify", "dedupe"},
    # Doors: one outside thing each, no decisions.
    "store": {"model", "errors"},
    "lookup": {"model", "errors", "text", "venues"},
    "github_api": {"model", "errors"},
    "git": {"errors"},
}
MAY_IMPORT["flows"] = set(MAY_IMPORT) - {"", "settings"}
MAY_IMPORT["cli"] = {
    *("", "errors", "model", "settings", "flows"),
    *("store", "git", "github_api", "lookup"),
}
MAY_IMPORT["__main__"] = {"cli"}

# The only rooms that may import each outside thing.
ONLY_IN = {
    "arxiv": {"lookup"},
    "click": {"cli"},
    "datetime": {"cli", "model"},
    "github": {"github_api"},
    "mistune": {"markdown"},
    "os": {"cli", "git", "store"},
    "random": set[str](),
    "requests": {"github_api", "lookup"},
    "shutil": {"store"},
    "socket": set[str](),
    "subprocess": {"git"},
    "sys": {"cli"},
    "tempfile": {"cli", "store"},
    "time": {"github_api", "lookup"},
    "urllib.request": set[str](),
}
LONGEST_MODULE = 300
WITH_FLOORS = {name.partition(".")[0] for name in MAY_IMPORT if "." in name}


def room(parts: Sequence[str]) -> str:
    """Give the room that a dotted name such as ("bot", "importers", "works") stands in.

    In a room with floors that is the sub-room, here "importers.works".
    """
    floor = ".".join(parts[1:3])
    if floor in MAY_IMPORT or (len(parts) > 2 and parts[1] in WITH_FLOORS and is_folder(parts[:3])):
        return floor
    return parts[1] if len(parts) > 1 and parts[1] in MAY_IMPORT else ""


def is_folder(parts: Sequence[str]) -> bool:
    """Tell whether a dotted name is that of a package."""
    return ROOT.joinpath(*parts).is_dir()


def may(here: str, there: str) -> bool:
    """Tell whether a room may import another, or the room in which that one is a floor."""
    return bool({there, there.partition(".")[0]} & MAY_IMPORT[here])


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield every imported name with its line, those inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write imports in full"
            assert node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_keeps_the_house_rules(path: Path) -> None:
    parts = path.relative_to(ROOT).with_suffix("").parts
    here = room(tuple(part for part in parts if part != "__init__"))
    text = path.read_text("utf-8")
    tree = ast.parse(text)

    assert here in MAY_IMPORT, f"give {here!r} a row in MAY_IMPORT"
    assert here or len(parts) == 2, f"give the room of {path.name} a row in MAY_IMPORT"
    for line, name in imports(tree):
        there = room(tuple(name.split(".")))
        if name.split(".")[0] == "bot" and there != here:
            assert there in MAY_IMPORT, f"line {line}: give {there!r} a row in MAY_IMPORT"
            assert may(here, there), f"line {line}: {here} may not import {name}"
        for outside, rooms in ONLY_IN.items():
            if name == outside or name.startswith(outside + "."):
                assert here in rooms, f"line {line}: only {sorted(rooms)} may import {outside}"
    lines = text.count("\n")
    assert lines <= LONGEST_MODULE, f"{lines} lines: split it"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_opens_by_saying_what_it_answers(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_no_room_waits_for_itself() -> None:
    left = dict(MAY_IMPORT)
    while left:
        free = [name for name, needs in left.items() if not needs & set(left)]
        assert free, f"these import each other: {sorted(left)}"
        for name in free:
            del left[name]
