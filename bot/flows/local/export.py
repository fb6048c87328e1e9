"""What is the list in another format?"""

from pathlib import Path

from bot.flows.local.load import load
from bot.render.export.exports import EXPORTS


def export(root: Path, name: str) -> str:
    """Give the list in the format of this name, a key of EXPORTS.

    Raises InvalidError if the list's own files are not right.
    """
    loaded = load(root)
    return EXPORTS[name].write(loaded.catalog, loaded.listing)
