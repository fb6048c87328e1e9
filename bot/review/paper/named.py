"""Which listed entry does a person mean by its id, a link, its title or its name?"""

from collections.abc import Iterable, Sequence

from bot.identify import links_in, parse_any_link
from bot.model.base import LONGEST_TITLE
from bot.model.papers.paper import Paper
from bot.text.fold import fold

MOST_NAMED = 5
MOST_LINKS = 10
# Of the runs of three letters that were written, an entry that is worth naming has this share.
_NEAR = 0.5


def named(text: str, papers: Sequence[Paper]) -> list[Paper]:
    """Give the entries that `text` names: one if it is clear, none or several if it is not.

    An id beats a link, a link a title, a title a short name.
    """
    wanted = text.strip().strip("`\"'“”")
    if by_id := [paper for paper in papers if paper.id == wanted]:
        return by_id
    if links := links_in(wanted)[:MOST_LINKS]:
        return linked(links, papers)
    folded = fold(wanted[:LONGEST_TITLE])
    titled = [paper for paper in papers if folded and fold(paper.title) == folded]
    return titled or [paper for paper in papers if folded in _names(paper)]


def linked(links: Iterable[str], papers: Iterable[Paper]) -> list[Paper]:
    """Give the entries that have one of the links, or of the works that they lead to."""
    wanted = [parse_any_link(link) for link in links]
    works = {link.work for link in wanted if link.work}
    addresses = {link.address for link in wanted}

    def leads_there(url: str) -> bool:
        link = parse_any_link(url)
        return link.address in addresses or link.work in works

    return [
        paper
        for paper in papers
        if not works.isdisjoint(paper.ids) or any(leads_there(link.url) for link in paper.links)
    ]


def near(text: str, papers: Iterable[Paper]) -> list[Paper]:
    """Give the entries whose titles and names hold most of what was written, nearest first."""
    wanted = _pieces(fold(text[:LONGEST_TITLE]))
    if not wanted:
        return []
    shares = [
        (len(wanted & _pieces(fold(f"{paper.title} {paper.short_name or ''}"))), paper)
        for paper in papers
    ]
    shares = [(held, paper) for held, paper in shares if held >= _NEAR * len(wanted)]
    shares.sort(key=lambda pair: (-pair[0], pair[1].id))
    return [paper for _, paper in shares[:MOST_NAMED]]


def _names(paper: Paper) -> set[str]:
    """Give the short name and what stands before the title's colon ("vLLM: ...")."""
    before, colon, _ = paper.title.partition(":")
    return {fold(paper.short_name or ""), fold(before) if colon else ""} - {""}


def _pieces(folded: str) -> set[str]:
    squeezed = folded.replace(" ", "")
    return {squeezed[at : at + 3] for at in range(len(squeezed) - 2)}
