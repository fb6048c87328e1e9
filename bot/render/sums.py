"""What adds up over the whole list: how much is there, and what came last?

These blocks are refreshed on the main branch and never by a suggestion.
"""

from collections.abc import Mapping, Sequence

from bot.model.listing import Listing
from bot.model.paper import Paper
from bot.render.markdown import linked, text
from bot.render.work import named_title, title_link, venue

NOTHING = "Nothing yet."


def summary(papers: Sequence[Paper], listing: Listing, anchors: Mapping[str, str]) -> str:
    """Count the works of the list and of each top-level category, its subcategories included."""
    tops = listing.children(None)
    works = _by_top(papers, listing)
    labels = [linked(text(top.title), f"#{anchors[top.slug]}") for top in tops]
    return "\n".join(
        [
            "| Category | Works | With code | Published | Since |",
            "| --- | --: | --: | --: | --: |",
            *(_counts(label, works[top.slug]) for label, top in zip(labels, tops, strict=True)),
            _counts("**All**", papers),
        ]
    )


def _by_top(papers: Sequence[Paper], listing: Listing) -> dict[str, list[Paper]]:
    """Give the works below each top-level category, each once."""
    found: dict[str, list[Paper]] = {top.slug: [] for top in listing.children(None)}
    top_of = {
        category.slug: top
        for top in found
        for category in (listing.by_slug[top], *(each for each, _ in listing.tree(top)))
    }
    for paper in papers:
        for top in dict.fromkeys(top_of[slug] for slug in (paper.category, *paper.also_in)):
            found[top].append(paper)
    return found


def _counts(label: str, papers: Sequence[Paper]) -> str:
    code = sum(any(link.kind == "code" for link in paper.links) for paper in papers)
    published = sum(paper.venue is not None for paper in papers)
    since = min((paper.date[:4] for paper in papers if paper.date), default="")
    return f"| {label} | {len(papers)} | {code} | {published} | {since} |"


def recent(papers: Sequence[Paper], listing: Listing, anchors: Mapping[str, str]) -> str:
    """List the works that came onto the list last, newest first; works without that day never."""
    dated = sorted(
        (paper for paper in papers if paper.added),
        key=lambda paper: (paper.title.casefold(), paper.id),
    )
    dated.sort(key=lambda paper: paper.added or "", reverse=True)
    lines = [_news(paper, listing, anchors) for paper in dated[: listing.readme.recent]]
    return "\n".join(lines) or NOTHING


def _news(paper: Paper, listing: Listing, anchors: Mapping[str, str]) -> str:
    main = title_link(paper)
    title = named_title(paper, main.url if main else None)
    published = f", {venue(paper)}" if paper.venue else ""
    category = listing.by_slug[paper.category]
    where = linked(text(category.title), f"#{anchors[category.slug]}")
    return f"- {paper.added}: {title}{published}, in {where}"
