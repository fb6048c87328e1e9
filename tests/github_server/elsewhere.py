"""Which repositories of other people does the stand-in know, as far as a link to one goes?"""

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Elsewhere:
    """A repository of somebody else: its present name, its number, and what it has become."""

    full_name: str
    number: int
    archived: bool = False
    empty: bool = False
    disabled: bool = False

    @property
    def name(self) -> str:
        """Give the name without the owner."""
        return self.full_name.partition("/")[2]

    @property
    def settings(self) -> "Elsewhere":
        """Give what the owner chose, as far as it is known."""
        return self
