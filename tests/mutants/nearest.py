"""Which tests should notice a change in a module?

Those in the folder that mirrors it (or its floor, or its room), those that import it, and those in
the folders that mirror the modules which import it. A test further off may notice too, so what
survives here is a question to the nearest tests, not yet a hole.
"""

import re
from pathlib import Path

IMPORT = re.compile(
    r"^ *(?:from (bot[\w.]*) import ([\w, ]+|\([^)]*\))|import (bot[\w.]*))", re.MULTILINE
)


def nearest_tests(root: Path, module: str) -> list[str]:
    """Give the test files and folders for a module, nearest first, as paths below `root`."""
    importers = [path for path in below(root, "bot") if imports(root / path, module)]
    around = [folder for path in importers for folder in mirrors(root, path, 2)]
    users = [
        path for path in below(root, "tests") if is_test(path) and imports(root / path, module)
    ]
    # pytest runs a file twice that is named beside its folder.
    nearest = dict.fromkeys([*mirrors(root, module, module.count("/")), *around, *users])
    return [
        path
        for path in nearest
        if not any(path != other and path.startswith(f"{other}/") for other in nearest)
    ]


def below(root: Path, folder: str) -> list[str]:
    """Give the modules of a folder in order, as paths below the root."""
    return [path.relative_to(root).as_posix() for path in sorted((root / folder).rglob("*.py"))]


def is_test(path: str) -> bool:
    """Tell whether a file holds tests."""
    return Path(path).name.startswith("test_")


def imports(path: Path, module: str) -> bool:
    """Tell whether a file imports a module, by its name or as a name of its package."""
    wanted = module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    package, _, name = wanted.rpartition(".")
    return any(
        wanted in {found[1], found[3]}
        or (found[1] == package and name in re.findall(r"\w+", found[2]))
        for found in IMPORT.finditer(path.read_text("utf-8"))
    )


def mirrors(root: Path, module: str, steps: int) -> list[str]:
    """Give the folder of tests that mirrors a module, or none, from so many steps up at most.

    `bot/store/files.py` is mirrored by `tests/store/files`, and a step up by `tests/store`.
    """
    parts = Path(module).with_suffix("").parts[1:]
    lengths = range(len(parts), max(0, len(parts) - steps), -1)
    folders = [Path("tests", *parts[:length]) for length in lengths]
    return [path.as_posix() for path in folders if (root / path).is_dir()][:1]
