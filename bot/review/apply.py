"""What does the list hold once the changes are made?"""

from collections.abc import Iterable

from bot.model.decision import Change
from bot.model.paper import Catalog


def applied(catalog: Catalog, changes: Iterable[Change]) -> Catalog:
    """Give the catalogue with every change in it, sorted by id as the file is."""
    after = {change.after.id: change.after for change in changes}
    kept = [paper for paper in catalog.papers if paper.id not in after]
    papers = tuple(sorted([*kept, *after.values()], key=lambda paper: paper.id))
    return catalog.model_copy(update={"papers": papers})
