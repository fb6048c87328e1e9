"""What does a table of words say, which stands as data beside the code that reads it?"""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any


def read_table(package: str, name: str) -> dict[str, Any]:
    """Give the TOML file of that name in a package's folder."""
    values: dict[str, Any] = tomllib.loads(files(package).joinpath(name).read_text("utf-8"))
    return values


def phrases_of(text: str) -> Iterator[str]:
    """Give the phrases of a text in which bars and line ends stand between them."""
    for line in text.split("\n"):
        yield from filter(None, map(str.strip, line.split("|")))
