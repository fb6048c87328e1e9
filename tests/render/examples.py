"""Which lists stand among the examples of generated READMEs?"""

import json
import tomllib
from pathlib import Path
from typing import NamedTuple

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog

FOLDER = Path(__file__).parents[1] / "examples" / "render"


class Example(NamedTuple):
    """A list, and its README as it must come out."""

    name: str
    listing: Listing
    catalog: Catalog
    readme: str


def example(name: str) -> Example:
    """Read one list."""
    folder = FOLDER / name
    listing = json.dumps(tomllib.loads((folder / "list.toml").read_text("utf-8")))
    catalog = (folder / "papers.json").read_text("utf-8")
    return Example(
        name,
        Listing.model_validate_json(listing),
        Catalog.model_validate_json(catalog),
        (folder / "README.md").read_bytes().decode(),
    )


EXAMPLES = tuple(example(folder.name) for folder in sorted(FOLDER.iterdir()) if folder.is_dir())
