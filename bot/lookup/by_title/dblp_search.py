"""Which publications has DBLP under this title?

`GET /search/publ/api?q=...` (https://dblp.org/faq/How+to+use+the+dblp+search+API.html) finds what
holds all words, each as the beginning of one. `hit` is missing where there is none; several authors
are a list, one alone is not; a title ends in a full stop, and a name that several people bear in a
number. CoRR is arXiv under another name. Since September 2026 pages stand before it that let only
people in, some of them as a 200.
"""

import re
from collections.abc import Iterator

from bot.lookup.by_title.search import MOST_HITS, TitleSearch, words_of
from bot.lookup.parse import payload
from bot.lookup.services.service import OK, Connection, Facts, sourced
from bot.lookup.wire.reply import NoAnswerError
from bot.model.papers.metadata import Found

NAME = "dblp"
# The keys of what was published at a meeting or in a journal; books and theses have others.
_PUBLISHED = re.compile(r"(?:conf|journals)/(?!corr/)[^/]+/.+")
_NUMBER_OF_NAMESAKE = re.compile(r" [0-9]{4}$")


def ask(connection: Connection, title: str) -> list[Found]:
    """Ask for the publications under a title; raises NoAnswerError."""
    reply = connection.get(
        *("search", "publ", "api"),
        # No completions of the last word.
        params={"q": words_of(title), "format": "json", "h": str(MOST_HITS), "c": "0"},
    )
    if reply.status != OK:
        raise reply.trouble()
    hits = payload.at(reply.json(), "result", "hits")
    total = payload.number(payload.at(hits, "@total"))
    records = payload.items(payload.at(hits, "hit"))
    if total is None:
        raise NoAnswerError("answered without hits")
    if total and not records:
        raise NoAnswerError("sent fewer works than it counted")
    publications = (payload.at(record, "info") for record in records[:MOST_HITS])
    return [hit for publication in publications for hit in _read(publication)]


def _read(publication: object) -> Iterator[Found]:
    """Yield a publication that tells all by which it is known, and where it was published."""
    title = payload.title(payload.at(publication, "title")).rstrip(".")
    authors = payload.names(map(_name, payload.items(payload.at(publication, "authors", "author"))))
    # The series in which proceedings stand comes first.
    venues = reversed(payload.items(payload.at(publication, "venue")))
    venue = payload.venue(venues, payload.year(payload.at(publication, "year")))
    is_published = _PUBLISHED.fullmatch(payload.text(payload.at(publication, "key")).lower())
    if is_published and title and authors and venue:
        yield sourced(NAME, Facts(title=title, authors=authors, venue=venue))


def _name(author: object) -> str:
    """Give a name, which is the text of an object, or was the author itself in older answers."""
    text = payload.at(author, "text") if isinstance(author, dict) else author
    return _NUMBER_OF_NAMESAKE.sub("", payload.text(text))


SEARCH = TitleSearch(name=NAME, address="https://dblp.org", delay=5.0, ask=ask)
