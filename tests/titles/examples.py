"""What do the files of `tests/examples/titles` hold? Their README tells how they are written."""

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "examples" / "titles"


def blocks(name: str) -> list[list[str]]:
    """Give the lines of each block of a file, comments left out."""
    text = FOLDER.joinpath(name).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [block.splitlines() for block in "\n".join(lines).split("\n\n") if block.strip()]


def lines(name: str) -> list[str]:
    """Give the lines of a file that holds a case a line, comments left out."""
    text = FOLDER.joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
