"""What adds up over the whole list: how much is there, what came last, and what is newest?

These blocks are refreshed on the main branch and never by a suggestion.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest

from bot.markdown.escape import link
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.render.arrivals import Arrival, arrivals, newest_first
from bot.render.work import has_code, linked_title, month, venue

NOTHING = "Nothing yet."


def summary(papers: Sequence[Paper], listing: Listing, links: Mapping[str, str]) -> str:
    """Count the works of the list and of each top-level category, its subcategories included."""
    whole = _Tally()
    tallies = {top.slug: _Tally() for top in listing.children(None)}
    for paper in papers:
        whole.count(paper)
        # A work that stands in two subcategories of one category counts once.
        for top in {listing.top(slug).slug for slug in (paper.category, *paper.also_in)}:
            tallies[top].count(paper)
    lines = ["| Category | Entries | With code | Published | Since |", "| --- |" + " --: |" * 4]
    for top, tally in tallies.items():
        label = link(listing.by_slug[top].title, links[top])
        lines.append(tally.row(label))
    return "\n".join([*lines, whole.row("**All**")])


class _Tally:
    """A running count of works."""

    def __init__(self) -> None:
        self.entries = self.code = self.published = 0
        self.since = ""

    def count(self, paper: Paper) -> None:
        self.entries += 1
        self.code += has_code(paper)
        self.published += paper.venue is not None
        if paper.date and (not self.since or paper.date[:4] < self.since):
            self.since = paper.date[:4]

    def row(self, label: str) -> str:
        return f"| {label} | {self.entries} | {self.code} | {self.published} | {self.since} |"


def tally(papers: Iterable[Paper]) -> str:
    """Count works that may stand in several categories, in a line."""
    whole = _Tally()
    for paper in {paper.id: paper for paper in papers}.values():
        whole.count(paper)
    since = f", since {whole.since}" if whole.since else ""
    code = f"{whole.code:,} with code, {whole.published:,} published"
    return f"Entries: {whole.entries:,}, {code}{since}."


def recent(papers: Sequence[Paper], listing: Listing, links: Mapping[str, str]) -> str:
    """List the works that came onto the list last; very many of one day are one line."""
    lines = [
        f"- {come.day}: {_arrival(come, listing, links)}"
        for come in arrivals(papers, listing.readme.recent)
    ]
    return "\n".join(lines) or NOTHING


def published(papers: Sequence[Paper], listing: Listing, links: Mapping[str, str]) -> str:
    """List the works that are newest by their own dates, whenever they came onto the list."""
    dates = nlargest(listing.readme.recent, (paper.date for paper in papers if paper.date))
    dated = newest_first(paper for paper in papers if paper.date and paper.date in dates)
    lines = [
        f"- {month(paper)}: {_news(paper, listing, links)}"
        for paper in dated[: listing.readme.recent]
    ]
    return "\n".join(lines) or NOTHING


def _arrival(come: Arrival, listing: Listing, links: Mapping[str, str]) -> str:
    if len(come.papers) == 1:
        return _news(come.papers[0], listing, links)
    counts = Counter(listing.top(paper.category).slug for paper in come.papers)
    # Of those that got equally many, the one that stands first in the list.
    most = max((top.slug for top in listing.children(None)), key=lambda slug: counts[slug])
    where = link(listing.by_slug[most].title, links[most])
    return f"{len(come.papers):,} works in one go, {counts[most]:,} of them in {where}"


def _news(paper: Paper, listing: Listing, links: Mapping[str, str]) -> str:
    where = f", {venue(paper)}" if paper.venue else ""
    category = listing.by_slug[paper.category]
    return f"{linked_title(paper)}{where}, in {link(category.title, links[category.slug])}"
