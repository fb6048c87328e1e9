"""What would upkeep change in an entry, and who says so?"""

from typing import Annotated

from pydantic import Field

from bot.model.base import OneLine, Slug, Strict

FieldName = Annotated[str, Field(pattern=r"^[a-z][a-z_-]{0,40}$")]


class Proposal(Strict):
    """One change of one field of one entry, as people read it.

    `kind` names the group of changes that make one commit ("links", "venues"); `field` says how
    `before` and `after` are read and put in place ("link": one address for another). "" stands
    for nothing there. `said_by` names who says so.
    """

    kind: FieldName
    entry: Slug
    field: FieldName
    before: OneLine | None = None
    after: OneLine | None = None
    said_by: tuple[OneLine, ...] = ()

    @property
    def key(self) -> str:
        """What a person refuses by: the same field of the same entry, to the same value."""
        return f"{self.entry} {self.field} {self.after or ''}"
