"""What becomes of an entry's links, and of its identifiers, when a link is added or taken away?

An identifier goes with the link that told it. An entry has one of each family, so a link to
another arXiv paper takes the place of the wrong one; only DOIs there may be several of, a
preprint's and a publisher's.
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.identify import ParsedLink, landing_url, parse_any_link, parse_link
from bot.model.papers.paper import Link, Paper
from bot.model.quotation import quoted
from bot.review.paper.named import linked

MOST_IDS = 20
MOST_SHOWN = 5

_NO_LINK = "this is no public http or https link; write one"


def with_link(text: str, paper: Paper, others: Iterable[Paper]) -> Paper | str:
    """Give the entry with an address of its paper more, or what is wrong with the address."""
    link = parse_link(text)
    if not link:
        return _NO_LINK
    if link.leads_to_code:
        return "this is a code repository; write it as “code: ” and the link"
    if owners := linked([link.url], others):
        return (
            f"this is the link of {quoted(owners[0].title)} ({owners[0].id}); "
            "one work has one entry: "
            "give this work's own link, or ask for the other entry's correction or removal first"
        )
    if link.work.startswith("arxiv:"):
        link = parse_any_link(landing_url(link.work))
    return _joined(paper, link)


def without_link(text: str, paper: Paper) -> Paper | str:
    """Give the entry without one of its links, of whatever kind, or say which links it has.

    Another address of the same work will do, where the very one that was written is not there.
    """
    stored = {link.url: parse_any_link(link.url) for link in paper.links}
    written = text.strip(" <>")
    link = stored.get(written) or parse_link(text)
    if not link:
        return _NO_LINK
    wrong = _same(written, link, stored)
    if stored and not (wrong or link.work in paper.ids):
        return f"the entry has no such link; it has {_shown(paper.links)}"
    links = tuple(kept for kept in paper.links if kept.url not in wrong)
    works = {stored[kept.url].work for kept in links}
    ids = tuple(work for work in paper.ids if work != link.work or work in works)
    return paper.model_copy(update={"links": links, "ids": ids})


def _same(written: str, link: ParsedLink, stored: Mapping[str, ParsedLink]) -> set[str]:
    """Give the stored address that was written, else those of its page, else those of its work."""
    if written in stored:
        return {written}
    of_page = {url for url, other in stored.items() if other.address == link.address}
    return of_page or {
        url for url, other in stored.items() if link.work and other.work == link.work
    }


def _shown(links: Sequence[Link]) -> str:
    shown = ", ".join(quoted(link.url) for link in links[:MOST_SHOWN])
    return shown + (f" and {len(links) - MOST_SHOWN} more" if len(links) > MOST_SHOWN else "")


def _joined(paper: Paper, link: ParsedLink) -> Paper | str:
    wrong = _displaced(paper, link.work)
    stored = {kept: parse_any_link(kept.url) for kept in paper.links}
    links = tuple(kept for kept in paper.links if stored[kept].work not in wrong)
    if link.address not in {stored[kept].address for kept in links}:
        links = (*links, Link(kind="paper", url=link.url))
    ids = tuple(kept for kept in paper.ids if kept not in wrong)
    if link.work and link.work not in ids:
        ids = (*ids, link.work)
    if len(ids) > MOST_IDS:
        return f"an entry has at most {MOST_IDS} identifiers"
    return paper.model_copy(update={"links": links, "ids": ids})


def _displaced(paper: Paper, work: str) -> frozenset[str]:
    """Give the ids whose place a work takes: those of its family, if an entry has one of it."""
    family = work.partition(":")[0]
    if not work or family == "doi" or work in paper.ids:
        return frozenset()
    return frozenset(other for other in paper.ids if other.startswith(f"{family}:"))
