"""What does the list hold once proposals are taken over, and which still apply to it?"""

import re
from collections.abc import Callable, Iterable, Mapping

from pydantic import ValidationError
from pydantic_core import to_json

from bot.errors import Problem
from bot.identify import canonical
from bot.model.commands.setting import read_setting
from bot.model.papers.paper import Catalog, Citations, Paper
from bot.model.upkeep.proposal import Proposal


def applied(catalog: Catalog, proposals: Iterable[Proposal]) -> tuple[Catalog, list[Proposal]]:
    """Give the catalog with the proposals in it, and those that are, in their order.

    One whose entry is gone, or holds something else by now than the proposal says, or would
    become another entry's, is left out: somebody has changed it since.
    """
    papers = {paper.id: paper for paper in catalog.papers}
    owners = {work: paper.id for paper in catalog.papers for work in paper.ids}
    taken = []
    for proposal in proposals:
        paper, put = papers.get(proposal.entry), FIELDS.get(proposal.field)
        changed = put(paper, proposal) if paper and put else None
        if changed is None or any(
            owners.get(work, changed.id) != changed.id for work in changed.ids
        ):
            continue
        papers[changed.id] = changed
        owners |= dict.fromkeys(changed.ids, changed.id)
        taken.append(proposal)
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
    ids = tuple(new if id_ == old and new else id_ for id_ in paper.ids)
    return paper.model_copy(update={"links": links, "ids": tuple(dict.fromkeys(ids))})


def _missing(paper: Paper, proposal: Proposal) -> Paper | None:
    """Fill in what an entry lacks; what stands there by now is left alone."""
    there = getattr(paper, proposal.field)
    setting = read_setting(proposal.field, proposal.after or "")
    if isinstance(setting, Problem) or (str(there) if there else None) != proposal.before:
        return None
    return setting.on(paper)


def _title(paper: Paper, proposal: Proposal) -> Paper | None:
    """Let a work have its present title; by the old one it is still found."""
    setting = read_setting("title", proposal.after or "")
    if isinstance(setting, Problem) or paper.title != proposal.before:
        return None
    titles = tuple(dict.fromkeys((*paper.other_titles, paper.title)))
    return setting.on(paper).model_copy(update={"other_titles": titles})


def _id(paper: Paper, proposal: Proposal) -> Paper | None:
    """Add an identifier of the same work."""
    new = proposal.after or ""
    if not new or new in paper.ids:
        return None
    return _valid(paper, {"ids": [*paper.ids, new]})


def _code(paper: Paper, proposal: Proposal) -> Paper | None:
    """Add a link to code where there is none."""
    if any(link.kind == "code" for link in paper.links):
        return None
    setting = read_setting("code", proposal.after or "")
    return None if isinstance(setting, Problem) else setting.on(paper)


def _citations(paper: Paper, proposal: Proposal) -> Paper | None:
    """Let a count be the newer one: "1200 (2026-11-30, semantic-scholar)"."""
    match = _COUNT.fullmatch(proposal.after or "")
    if not match or written_count(paper.citations) != proposal.before:
        return None
    counted = {"count": int(match[1]), "as_of": match[2], "source": match[3]}
    return _valid(paper, {"citations": counted})


def _status(paper: Paper, proposal: Proposal) -> Paper | None:
    """Mark a work: "withdrawn, see https://..."; it stays listed."""
    what, _, see = (proposal.after or "").partition(", see ")
    if paper.status is not None:
        return None
    by = (proposal.said_by or ("upkeep",))[0]
    return _valid(paper, {"status": {"what": what, "by": by, "see": see or None}})


def written_count(citations: Citations | None) -> str:
    """Write a count as a proposal tells it."""
    if citations is None:
        return ""
    return f"{citations.count} ({citations.as_of or ''}, {citations.source or ''})"


def _valid(paper: Paper, update: Mapping[str, object]) -> Paper | None:
    """Give an entry with other values, None where it cannot hold them."""
    try:
        return Paper.model_validate_json(to_json(paper.model_dump(mode="json") | dict(update)))
    except ValidationError:
        return None


_COUNT = re.compile(r"([0-9]{1,9}) \(([0-9-]{10}), ([a-z-]{1,30})\)")
# How a proposal of each field is put in place; None where it does not apply any more.
FIELDS: Mapping[str, Callable[[Paper, Proposal], Paper | None]] = {
    "link": _link,
    "venue": _missing,
    "date": _missing,
    "authors": _missing,
    "title": _title,
    "id": _id,
    "code": _code,
    "citations": _citations,
    "status": _status,
}
