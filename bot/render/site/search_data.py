r"""What does the search in the browser know of each work, written as a script that holds data?

A script and not a JSON file, so that the pages also work when opened from a disk, where browsers
fetch nothing. The data is one text for `JSON.parse`, which browsers read faster than the same data
as code; in the text of a JSON document only the backslash and the quote mean something to a
JavaScript text in single quotes, since JSON holds no raw newline (ECMA-262, section 12.9.4, where
U+2028 and U+2029 are allowed too).

The order of the works is that of the lists on the pages: newest first. What repeats is an index.
"""

import json
from collections.abc import Iterable
from typing import Any

from bot.model.listing import Listing
from bot.model.paper import Paper
from bot.render.site.rows import first_url, name, newest_first
from bot.render.work import title_link

# The parts of one work, in the order of `FIELDS` in assets/search.js.
FIELDS = (
    "id", "title", "name", "authors", "kind", "venue", "venueYear", "date", "topics", "paper",
    "code", "keywords", "affiliations", "cited", "ids",
)  # fmt: skip
ARXIV = "https://arxiv.org/abs/"


def search_data(papers: Iterable[Paper], listing: Listing) -> str:
    """Write all that can be searched, filtered and shown in results."""
    ordered = newest_first(papers)
    names = sorted({paper.venue.name for paper in ordered if paper.venue})
    venues = {name: number for number, name in enumerate(names)}
    topics = {category.slug: number for number, (category, _) in enumerate(listing.tree())}
    whole = {
        "fields": FIELDS,
        "arxiv": ARXIV,
        "venues": names,
        "topics": [
            [category.slug, category.title, topics.get(category.parent or "", -1)]
            for category, _ in listing.tree()
        ],
        "works": [_work(paper, venues, topics) for paper in ordered],
    }
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"self.LIST = JSON.parse('{quoted}');\n"


def _work(paper: Paper, venues: dict[str, int], topics: dict[str, int]) -> list[Any]:
    return [
        paper.id,
        paper.title,
        name(paper),
        list(paper.authors),
        paper.kind if paper.kind != "paper" else 0,
        venues[paper.venue.name] if paper.venue else -1,
        (paper.venue.year if paper.venue else 0) or 0,
        paper.date or "",
        [topics[slug] for slug in (paper.category, *paper.also_in)],
        _paper(paper),
        first_url(paper, "code"),
        list(paper.keywords),
        list(paper.affiliations),
        paper.citations.count if paper.citations else -1,
        list(paper.ids),
    ]


def _paper(paper: Paper) -> str | int:
    """Give the link that a list shows as "paper"; 1 for the usual one, the work's page at arXiv."""
    main = title_link(paper)
    if main is None or main.kind == "code":
        return ""
    arxiv = next((each for each in paper.ids if each.startswith("arxiv:")), "")
    return 1 if main.url == arxiv.replace("arxiv:", ARXIV, 1) else main.url
