"""What becomes of an entry's links, and of its identifiers, when a link is added or taken away?

An identifier goes with the link that told it. An entry has one of each family, so a link to
another arXiv paper takes the place of the wrong one; only DOIs there may be several of, a
preprint's and a publisher's.
"""

from collections.abc import Iterable, Sequence

from bot.identify import address, canonical, clean_url, landing_url
from bot.links.identifier import is_repository
from bot.model.papers.paper import Link, Paper
from bot.model.quotation import quoted
from bot.review.paper.named import linked

MOST_IDS = 20
MOST_SHOWN = 5

_NO_LINK = "this is no public http or https link; write one"


def with_link(text: str, paper: Paper, others: Iterable[Paper]) -> Paper | str:
    """Give the entry with an address of its paper more, or what is wrong with the address."""
    url = clean_url(text)
    if not url:
        return _NO_LINK
    work = canonical(url)
    if work and is_repository(work):
        return "this is a code repository; write it as “code: ” and the link"
    if owners := linked([url], others):
        return (
            f"this is the link of {quoted(owners[0].title)} ({owners[0].id}); "
            "one work has one entry: "
            "give this work's own link, or ask for the other entry's correction or removal first"
        )
    if work and work.startswith("arxiv:"):
        url = landing_url(work)
    return _joined(paper, url, work)


def without_link(text: str, paper: Paper) -> Paper | str:
    """Give the entry without one of its links, of whatever kind, or say which links it has.

    Another address of the same work will do, where the very one that was written is not there.
    """
    stored = tuple(link for link in paper.links if link.url == text.strip(" <>"))
    url = clean_url(stored[0].url if stored else text) or (stored and stored[0].url)
    if not url:
        return _NO_LINK
    work = canonical(url)
    same = stored or tuple(link for link in paper.links if address(link.url) == address(url))
    wrong = same or tuple(link for link in paper.links if work and canonical(link.url) == work)
    if not wrong and work not in paper.ids and paper.links:
        return f"the entry has no such link; it has {_shown(paper.links)}"
    links = tuple(link for link in paper.links if link not in wrong)
    told = {canonical(link.url) for link in links}
    ids = tuple(each for each in paper.ids if each != work or each in told)
    return paper.model_copy(update={"links": links, "ids": ids})


def _shown(links: Sequence[Link]) -> str:
    shown = ", ".join(quoted(link.url) for link in links[:MOST_SHOWN])
    return shown + (f" and {len(links) - MOST_SHOWN} more" if len(links) > MOST_SHOWN else "")


def _joined(paper: Paper, url: str, work: str | None) -> Paper | str:
    wrong = _displaced(paper, work)
    links = tuple(link for link in paper.links if canonical(link.url) not in wrong)
    if address(url) not in {address(link.url) for link in links}:
        links = (*links, Link(kind="paper", url=url))
    ids = tuple(each for each in paper.ids if each not in wrong)
    if work and work not in ids:
        ids = (*ids, work)
    if len(ids) > MOST_IDS:
        return f"an entry has at most {MOST_IDS} identifiers"
    return paper.model_copy(update={"links": links, "ids": ids})


def _displaced(paper: Paper, work: str | None) -> frozenset[str | None]:
    family = (work or "").partition(":")[0]
    if not work or family == "doi" or work in paper.ids:
        return frozenset()
    return frozenset(each for each in paper.ids if each.startswith(f"{family}:"))
