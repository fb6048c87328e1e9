r"""What does the search in the browser know of each work, written as a script that holds data?

A script and not a JSON file, so that the pages also work when opened from a disk, where browsers
fetch nothing. The data is one text for `JSON.parse`, which browsers read faster than the same data
as code; in the text of a JSON document only the backslash and the quote mean something to a
JavaScript text in single quotes, since JSON holds no raw newline (ECMA-262, section 12.9.4, where
U+2028 and U+2029 are allowed too).

The order of the works is that of the lists on the pages: newest first. Every reader loads all of
it, so it is packed: what repeats is an index, what the browser can tell from the rest is left out,
and so is what is empty at a work's end. assets/find/works.js unpacks it. How texts are folded and
which acronyms there are comes along, so that assets/find/words.js reads a question as Python would.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.people.name import spoken
from bot.render.site.parts.rows import first_url, name
from bot.render.work import title_link
from bot.text.fold import GREEK_NAMES, SPELLED
from bot.text.lexicon.acronyms import ACRONYMS

# The parts of one work; those that most works lack stand last.
FIELDS = (
    "title", "id", "authors", "topics", "date", "arxiv", "venue", "venueYear", "code",
    "keywords", "name", "kind", "ids", "cited", "affiliations", "paper",
)  # fmt: skip
PREFIXES = {"arxiv": "https://arxiv.org/abs/", "code": "https://github.com/"}
_ARXIV = "arxiv:"
_SEPARATOR = ";"


def search_data(papers: Sequence[Paper], listing: Listing) -> str:
    """Write all that can be searched, filtered and shown in results; the works stand in order."""
    names = sorted({paper.venue.name for paper in papers if paper.venue})
    venues = {name: number for number, name in enumerate(names)}
    topics = {category.slug: number for number, (category, _) in enumerate(listing.tree())}
    months = ["", *((paper.date or "")[:7] for paper in papers)]
    dates = [0 if month == before else month for before, month in pairwise(months)]
    whole = {
        "fields": FIELDS,
        "prefixes": PREFIXES,
        "venues": names,
        "topics": [
            [
                category.slug,
                category.title,
                topics.get(category.parent or "", -1),
                category.description or "",
            ]
            for category, _ in listing.tree()
        ],
        "groups": [
            [group.title, [venues[name] for name in group.venues if name in venues]]
            for group in listing.venue_groups
        ],
        "spelled": SPELLED,
        "greek": GREEK_NAMES,
        "acronyms": ["|".join(forms) for forms in ACRONYMS],
        "works": [
            _work(paper, date, venues, topics) for paper, date in zip(papers, dates, strict=True)
        ],
    }
    return _script("LIST", whole)


def bibtex_data(papers: Iterable[Paper], records: Mapping[str, str]) -> str:
    """Write the BibTeX records, which are given by the works' ids, in the works' order."""
    return _script("BIBTEX", [records[paper.id] for paper in papers])


def _script(name: str, data: Any) -> str:  # noqa: ANN401  (whatever JSON can hold)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"self.{name} = JSON.parse('{quoted}');\n"


def _work(
    paper: Paper, date: str | int, venues: dict[str, int], topics: dict[str, int]
) -> list[Any]:
    """Pack one work; `date` is 0 where it is that of the work before, "" stands for nothing."""
    arxiv = next((id_ for id_ in paper.ids if id_.startswith(_ARXIV)), "")
    values = [
        paper.title,
        _id(paper),
        _joined(map(spoken, paper.authors)),
        [topics[slug] for slug in (paper.category, *paper.also_in)],
        date,
        arxiv.removeprefix(_ARXIV),
        venues[paper.venue.name] if paper.venue else "",
        (paper.venue.year if paper.venue else None) or "",
        _code(paper),
        _joined(paper.keywords),
        _name(paper),
        paper.kind if paper.kind != "paper" else "",
        _joined([id_ for id_ in paper.ids if id_ != arxiv]),
        paper.citations.count if paper.citations else "",
        _joined(paper.affiliations),
        _paper(paper, arxiv),
    ]
    while values[-1] == "":
        values.pop()
    return values


def _id(paper: Paper) -> str | int:
    """Give the id; where it is the beginning of the title's words joined, only how long it is."""
    words = "-".join(re.findall("[A-Za-z0-9]+", paper.title)).lower()
    return len(paper.id) if words.startswith(paper.id) else paper.id


def _name(paper: Paper) -> str | int:
    """Give the short name; "" where it stands before the title's colon, else its length there."""
    short = paper.short_name or ""
    return name(paper) or ("" if paper.title.partition(":")[0] == short else len(short)) or ""


def _joined(texts: Iterable[str]) -> str | list[str]:
    """Write texts as one; as they are where one of them holds what separates them."""
    whole = list(texts)
    return whole if any(_SEPARATOR in text for text in whole) else _SEPARATOR.join(whole)


def _code(paper: Paper) -> str:
    """Give the link to the code, without its beginning where that is the usual one."""
    url = first_url(paper, "code")
    rest = url.removeprefix(PREFIXES["code"])
    return url if "://" in rest else rest


def _paper(paper: Paper, arxiv: str) -> str | int:
    """Give the link that a list shows as "paper"; "" for the usual one, 0 where there is none.

    The usual one is the work's page at arXiv, and none of a work that arXiv does not have.
    """
    main = title_link(paper)
    url = main.url if main and main.kind != "code" else ""
    usual = arxiv.replace(_ARXIV, PREFIXES["arxiv"], 1)
    return "" if url == usual else url or 0
