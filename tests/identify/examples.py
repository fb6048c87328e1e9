"""What do the examples beside the tests say?"""

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "examples" / "identify"


def pairs(name: str) -> list[tuple[str, str | None]]:
    """Read a file of `given => expected` lines; `none` expects None."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    kept = [line for line in lines if line.strip() and not line.startswith("# ")]
    split = (line.rsplit(" => ", 1) for line in kept)
    return [(given, None if expected == "none" else expected) for given, expected in split]


def texts() -> dict[str, tuple[str, list[str]]]:
    """Read the texts by their heading, each with the links that it holds."""
    found = {}
    for block in ("\n" + (FOLDER / "texts.txt").read_text("utf-8")).split("\n--- ")[1:]:
        heading, rest = block.split("\n", 1)
        text, links = f"{rest.rstrip()}\n".rsplit("\n=>\n", 1)
        found[heading] = (text, links.splitlines())
    return found
