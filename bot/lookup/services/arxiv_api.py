"""What does arXiv know of a preprint?

`GET /api/query?id_list=...` (https://info.arxiv.org/help/api/user-manual.html), one request in
three seconds. The entries are read by the `arxiv` package. The rest of its work is done here, for
its client has no time-outs, ignores `Retry-After`, pages by what it could read, takes an HTML page
or a truncated feed for "no results", and yields an error as a paper titled "Error".
"""

import logging
import re
from collections.abc import Iterator, Sequence
from functools import partial

import arxiv  # type: ignore[import-untyped]  # the package ships no type information

from bot.links.identifier import arxiv_id, doi_id
from bot.lookup.parse import payload
from bot.lookup.parse.feed import Feed, read_feed
from bot.lookup.services.service import OK, Connection, Facts, Service, attempt, in_batches, sourced
from bot.lookup.wire.reply import NoAnswerError, Reply
from bot.model.papers.metadata import Found, LookupReply, NotFound, Unavailable, Warned
from bot.model.papers.paper import Link, Venue

NAME = "arxiv"
BATCH = 100  # keeps the address of a request below 2,000 characters
ERRORS = "/api/errors#"
BAD_ID = "incorrect_id_format"
LONGEST_READ = 1_000

# It tells, in a feed's own words, of each entry that it leaves out; here they are counted.
logging.getLogger("arxiv").setLevel(logging.CRITICAL)

# A comment is prose, so a venue is read only after words that say so, or where it stands alone
# with its year ("SOSP 2023"); "extended version of our SOSP 2023 paper" is neither.
_SENTENCE = re.compile(r"[;\n]|\.\s")
_ACCEPTED = re.compile(
    r"\b(?:accepted|appear(?:s|ed|ing)?|published|presented|camera.ready)\b", re.IGNORECASE
)
_PREPOSITION = re.compile(r"\b(?:at|by|in|to|for)\s")
_OTHER_WORK = re.compile(r"version of|extension of|extends|based on|follow", re.IGNORECASE)
# What is said of the work itself; "replaces the withdrawn version" is said of another.
_WITHDRAWN = re.compile(
    r"(?:\A|(?<=[.;:!?] ))\W*(?:(?:this |the |our )?(?:paper|article|submission|work|manuscript"
    r"|preprint|document|version|v[0-9]+) ?)?(?:is |was |has been |have been |had to be |is being "
    r"|needs to be )?(?:temporarily |hereby )?withdrawn\b(?! (?:version|paper|submission|work))"
    r"|\b(?:has|have|is|was) (?:been )?(?:temporarily )?withdrawn (?:by|due|because|from|as|since"
    r"|for|pending|until|in order)\b|\bauthors? (?:have |has )?(?:withdrew|withdrawn)\b"
    r"|\bwe (?:have )?(?:withdraw|withdrew|withdrawn)\b"
    r"|\bwithdrawn by (?:the )?(?:author|arxiv|admin)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:\b(?:19|20)|['’])[0-9]{2}\b")
_SAYS_CODE = re.compile(
    r"\bcode|implement|open-?\s?sourc|available|releas|repositor", re.IGNORECASE
)


def ask(connection: Connection, ids: Sequence[str]) -> dict[str, LookupReply]:
    """Ask for all ids, a hundred in one request."""
    return in_batches(connection, ids, BATCH, _ask_batch)


def _ask_batch(connection: Connection, ids: Sequence[str]) -> dict[str, LookupReply]:
    numbers = ",".join(work_id.removeprefix("arxiv:") for work_id in ids)
    params = {"id_list": numbers, "start": "0", "max_results": str(len(ids))}
    reply = connection.get("api", "query", params=params)
    feed = _checked(reply, 2 * len(ids))  # paging may give an entry twice
    results = {arxiv_id(result.get_short_id()): result for result in _entries(reply.body, feed)}
    if not results.keys() <= set(ids):
        raise NoAnswerError("answered with works that were not asked for")
    # Now and then a page is empty, or short, though its own count says otherwise.
    short = len(results) < max(len(set(feed.ids)), feed.total or 0)
    missing = Unavailable(NAME, "sent fewer works than it counted") if short else NotFound(NAME)
    return {
        id_: attempt(NAME, partial(_read_result, results[id_])) if id_ in results else missing
        for id_ in ids
    }


def read_results(reply: Reply, most: int) -> tuple[int, list[arxiv.Result]]:
    """Read a whole feed: how many works there are in all, and those that it holds, at most `most`.

    Raises NoAnswerError unless it is a feed without errors.
    """
    feed = _checked(reply, most)
    return feed.total or 0, _entries(reply.body, feed)


def _checked(reply: Reply, most: int) -> Feed:
    """Give what a feed holds; NoAnswerError unless it is one, whole and free of errors."""
    feed = read_feed(reply.body, most)
    if feed is None:
        raise reply.trouble("without a readable feed")
    errors = [id_.partition(ERRORS)[2] for id_ in feed.ids if ERRORS in id_]
    if any(error.startswith(BAD_ID) for error in errors):
        return Feed((), 0)
    if errors:
        message = payload.text(errors[0].replace("_", " "), 200)
        raise NoAnswerError(f"answered with an error: {message}")
    if reply.status != OK:
        raise reply.trouble()
    return feed


class _Sent:
    """Stands where the package's client has its HTTP session, and gives what was sent already."""

    def __init__(self, body: bytes) -> None:
        self.status_code = OK
        self.content = body

    def get(self, _url: str, **_options: object) -> "_Sent":
        """Answer every request of the client with the one feed that there is."""
        return self


def _entries(body: bytes, feed: Feed) -> list[arxiv.Result]:
    """Let the package read the entries; it leaves out those without an id or a date."""
    count = len(feed.ids)
    client = arxiv.Client(page_size=count, delay_seconds=0, num_retries=0)
    client._session = _Sent(body)  # noqa: SLF001  # the only way in to its reader of feeds
    try:
        first_page = client.results(arxiv.Search(id_list=["-"], max_results=count))
        return list(first_page) if count else []
    except (arxiv.ArxivError, ValueError, OverflowError):  # a date that is none
        raise NoAnswerError("answered with a feed that cannot be read") from None


def _read_result(result: arxiv.Result) -> Found:
    comment = (result.comment or "")[:LONGEST_READ]
    affiliations = (name for author in result.authors for name in author.affiliation)
    return sourced(
        NAME,
        Facts(
            title=payload.title(result.title),
            authors=payload.names(author.name for author in result.authors),
            affiliations=payload.names(affiliations),
            date=payload.date(result.published.date().isoformat()),
            venue=_venue(result.journal_ref or "", comment),
            ids=(arxiv_id(result.get_short_id()), *map(doi_id, (result.doi or "").split()[:1])),
            links=(_code(comment, result.summary),),
            warnings=tuple(_withdrawn(comment, result.summary)),
            abstract=payload.abstract(result.summary),
        ),
    )


def _venue(journal_ref: str, comment: str) -> Venue | None:
    """Read where it was published from the journal reference, else from the authors' comment."""
    if _WITHDRAWN.search(comment):
        return None
    return payload.venue((journal_ref, *_said_in(comment)), known_only=True)


def _withdrawn(comment: str, abstract: str) -> Iterator[Warned]:
    """Tell a work that its authors or arXiv took back; old ones say it in place of an abstract."""
    instead = (abstract or "")[:LONGEST_READ]
    if _WITHDRAWN.search(comment):
        yield Warned("withdrawn", payload.reason(comment))
    elif _WITHDRAWN.match(instead.strip()):
        yield Warned("withdrawn", payload.reason(instead))


def _said_in(comment: str) -> Iterator[str]:
    """Give the parts of a comment that name a venue, if they name anything."""
    for sentence in _SENTENCE.split(comment):
        if payload.is_undecided(sentence) or _OTHER_WORK.search(sentence):
            continue
        accepted = _ACCEPTED.search(sentence)
        rest = sentence[accepted.end() :] if accepted else ""
        places = [rest[word.end() :] for word in _PREPOSITION.finditer(rest)]
        for place in places:
            yield from (place, place.partition(",")[0])
        if not places:
            yield from (part for part in sentence.split(",") if _YEAR.search(part))


def _code(comment: str, abstract: str) -> Link | None:
    """Give the only repository named there, if the text speaks of code of its own."""
    written = f"{comment} {abstract}"
    return payload.repository(written) if _SAYS_CODE.search(written) else None


SERVICE = Service(
    name=NAME,
    address="https://export.arxiv.org",
    delay=3.0,
    gives=("title", "authors", "date", "venue", "links"),
    asks=lambda work_id: work_id.startswith("arxiv:"),
    ask=ask,
    registers=("arxiv",),
)
