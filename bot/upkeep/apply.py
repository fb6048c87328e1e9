"""What does the list hold once proposals are taken over, and which still apply to it?"""

from collections.abc import Callable, Iterable, Mapping

from bot.identify import canonical
from bot.model.papers.paper import Catalog, Paper
from bot.model.upkeep.proposal import Proposal


def applied(catalog: Catalog, proposals: Iterable[Proposal]) -> tuple[Catalog, list[Proposal]]:
    """Give the catalog with the proposals in it, and those that are, in their order.

    One whose entry is gone, or holds something else by now than the proposal says, or would
    become another entry's, is left out: somebody has changed it since.
    """
    papers = {paper.id: paper for paper in catalog.papers}
    owners = {work: paper.id for paper in catalog.papers for work in paper.ids}
    taken = []
    for each in proposals:
        paper, put = papers.get(each.entry), FIELDS.get(each.field)
        found = put(paper, each) if paper and put else None
        if found is None or any(owners.get(work, found.id) != found.id for work in found.ids):
            continue
        papers[found.id] = found
        owners |= dict.fromkeys(found.ids, found.id)
        taken.append(each)
    return catalog.model_copy(update={"papers": tuple(papers.values())}), taken


def _link(paper: Paper, proposal: Proposal) -> Paper | None:
    """Put an address in the place of another, or take it out where nothing comes in its place.

    The identifier that it told goes with it; that of a work whose address is taken out stays.
    """
    before, after = proposal.before, proposal.after
    urls = [link.url for link in paper.links]
    if before not in urls or after in urls:
        return None
    if after is None:
        rest = tuple(link for link in paper.links if link.url != before)
        return paper.model_copy(update={"links": rest})
    links = tuple(
        link.model_copy(update={"url": after}) if link.url == before else link
        for link in paper.links
    )
    old, new = canonical(before), canonical(after)
    ids = tuple(new if each == old and new else each for each in paper.ids)
    return paper.model_copy(update={"links": links, "ids": tuple(dict.fromkeys(ids))})


# How a proposal of each field is put in place; None where it does not apply any more.
FIELDS: Mapping[str, Callable[[Paper, Proposal], Paper | None]] = {"link": _link}
