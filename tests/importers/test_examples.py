"""Is each list under `tests/examples/importers` read as a careful person reads it?"""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from bot.importers import read

EXAMPLES = Path(__file__).parents[1] / "examples" / "importers"
LISTS = sorted(path for path in EXAMPLES.glob("*.md") if path.name != "README.md")


def shown(path: Path) -> dict[str, object]:
    """Give what is read from a file, as its JSON has it."""
    reading = read(path.read_text("utf-8"))
    entries = [
        {key: value for key, value in asdict(entry).items() if value not in ("", (), None)}
        for entry in reading.entries
    ]
    plain: dict[str, object] = json.loads(
        json.dumps({"entries": entries, "leftovers": reading.leftovers})
    )
    return plain


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_is_read_as_a_careful_person_reads_it(path: Path) -> None:
    assert shown(path) == json.loads(path.with_suffix(".json").read_text("utf-8"))
