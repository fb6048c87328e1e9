"""What are we going to do: which files will hold which text?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileText:
    """The text that the file at `path` (relative to the root, with `/`) should hold."""

    path: str
    text: str
