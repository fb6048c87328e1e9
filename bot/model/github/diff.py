"""Which files does a commit change, seen from where it was forked off, and what do they hold?"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """What a commit changes since `fork`, the newest commit that the base branch has as well.

    `texts` gives the text of each file by its path, None where it is gone, or cannot be read: it
    is larger than any list, or no text. `others` are the changed files that were not to be read.
    """

    fork: str
    texts: Mapping[str, str | None] = field(default_factory=dict)
    others: tuple[str, ...] = ()
