"""Do the tests notice a mutant? They run on a copy of the tree."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutants.mutant import Mutant
from tests.mutants.nearest import nearest_tests

SECONDS = 600
# What pytest ends with if nothing failed.
ALL_PASSED = 0
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", ".hypothesis")


@contextmanager
def copy_of(root: Path) -> Iterator[Path]:
    """Lend a copy of the tree, which is gone afterwards."""
    with TemporaryDirectory() as folder:
        copied = Path(folder, "tree")
        shutil.copytree(root, copied, ignore=LEFT_OUT)
        yield copied


def is_noticed(mutant: Mutant, tree: Path) -> bool:
    """Tell whether the nearest tests fail, or run far too long, with the mutant in the tree."""
    path = tree / mutant.module
    original = path.read_bytes()
    path.write_text(mutant.source, "utf-8", newline="")
    try:
        return not passes(tree, nearest_tests(tree, mutant.module))
    finally:
        path.write_bytes(original)


def passes(tree: Path, tests: list[str]) -> bool:
    """Tell whether tests pass in a tree, within the time that they have."""
    pytest = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:cov"]
    try:
        done = subprocess.run(
            [*pytest, *tests], check=False, cwd=tree, capture_output=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == ALL_PASSED
