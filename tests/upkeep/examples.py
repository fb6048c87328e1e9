"""How are the cases of a table in tests/examples/upkeep read?"""

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "examples" / "upkeep"


def rows(name: str) -> list[list[str]]:
    """Give the cells of each case of a table."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
