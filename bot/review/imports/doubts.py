"""What should a person look at after an import, and has not settled already?"""

from collections.abc import Container, Iterator, Sequence

from bot.identify import canonical
from bot.model.papers.paper import Paper
from bot.model.quotation import quoted
from bot.review.drafts.merge import disagreements
from bot.review.imports.known import EntryGroup, Miscopied


def told(
    group: EntryGroup, offered: Sequence[Paper], wrong: Sequence[Miscopied], guessed: Container[int]
) -> Iterator[str]:
    """Say, a sentence each, what is doubtful about the entries `offered` of one work.

    `wrong` are ids of other works among those of all entries; `guessed` the positions whose
    category was.
    """
    first = offered[0]
    if group.removed:
        reason = quoted(group.removed.reason)
        yield f"{quoted(first.title)} is left out, it was removed from the list: {reason}"
        return
    # A contradiction that the listed entry already holds was told when it came in.
    works = {canonical(link.url) for link in group.listed.links} if group.listed else set()
    contesting = {work: owner for at, work, owner in wrong if at in group.positions}
    for work, owner in contesting.items():
        if work not in works:
            yield contested(first, work, owner)
    if group.positions[0] in guessed:
        yield f"the category of {quoted(first.title)} was guessed from the nearest entries"
    for other, reasons in () if group.listed else group.alike:
        if other not in contesting.values():
            yield f"{quoted(first.title)} may be {quoted(other.title)}: {', '.join(reasons)}"
    before = group.listed or first
    for paper in offered if group.listed else offered[1:]:
        yield from (f"{quoted(before.title)}: {what}" for what in disagreements(before, paper))


def contested(paper: Paper, work: str, owner: Paper) -> str:
    """Say that an id of one work stands at two."""
    carried = f"{quoted(paper.title)} carries {quoted(work)}, which {quoted(owner.title)} has"
    return f"{carried}; one is wrong"
