"""What does the list hold once the changes are made, of which one may take an entry off it?"""

from collections.abc import Iterable

from bot.model.papers.paper import Catalog, Paper, Removed
from bot.model.submissions.review import Change


def removal(paper: Paper, reason: str, issue: int | None = None) -> Change:
    """Give the change that takes an entry off the list and keeps why."""
    kept = Removed(id=paper.id, title=paper.title, ids=paper.ids, reason=reason, issue=issue)
    return Change(before=paper, after=None, removed=kept)


def applied(catalog: Catalog, changes: Iterable[Change]) -> Catalog:
    """Give the catalog with every change in it, sorted by id as the file is."""
    papers = {paper.id: paper for paper in catalog.papers}
    removed = {work.id: work for work in catalog.removed}
    for change in changes:
        if change.after:
            papers[change.after.id] = change.after
        else:
            papers.pop(change.paper.id, None)
        if change.removed:
            removed[change.removed.id] = change.removed
    return catalog.model_copy(
        update={
            "papers": tuple(papers[key] for key in sorted(papers)),
            "removed": tuple(removed[key] for key in sorted(removed)),
        }
    )
