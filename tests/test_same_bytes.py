"""Does the same input give the same bytes, whatever a process draws and wherever it runs?"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
# The order of a set of texts is drawn anew in each process, unless it is told how.
PLACES = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/Los_Angeles", "PYTHONUTF8": "1"},
)


def made_in(place: dict[str, str]) -> list[str]:
    """Give the digest of each output, made in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.outputs"],
        cwd=ROOT,
        env=os.environ | place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


def test_the_same_input_gives_the_same_bytes_in_every_process() -> None:
    first, *others = [made_in(place) for place in PLACES]
    assert len(first) > 100
    for other in others:
        assert other == first
