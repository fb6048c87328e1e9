"""Is each line of `tests/examples/lines/lines.txt` read as a careful person reads it?"""

from dataclasses import asdict
from pathlib import Path

import pytest

from bot.importers.line.builder import PaperBuilder
from bot.importers.line.read import read_line
from bot.markdown.tree.inline import scan

TEXT = Path(__file__).parents[1].joinpath("examples", "lines", "lines.txt").read_text("utf-8")
KEPT = [line for line in TEXT.splitlines() if not line.startswith("#")]
BLOCKS = [block.strip() for block in "\n".join(KEPT).split("\n\n") if block.strip()]


def shown(value: object) -> str:
    """Write a field's value as the examples do."""
    if isinstance(value, tuple):
        return "; ".join(" ".join(one) if isinstance(one, tuple) else one for one in value)
    return "" if value is None else str(value)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.partition("\n")[0][:50])
def test_a_line_is_read_as_a_careful_person_reads_it(block: str) -> None:
    line, *expected = block.splitlines()
    builder = PaperBuilder()
    read_line(builder, scan(line, {}))
    fields = asdict(builder.build(()))
    found = [f"  {name}: {shown(value)}" for name, value in fields.items() if shown(value)]
    assert sorted(found) == sorted(expected)
