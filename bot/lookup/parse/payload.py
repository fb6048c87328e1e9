"""What does a foreign answer hold where we look, whatever shape it came in?

Everything here takes any value that JSON can hold and gives a bounded, cleaned one, or nothing.
"""

import re
import time
from collections.abc import Iterable

from bot.model.base import HTTP_URL, LONGEST_TEXT, LONGEST_TITLE, LONGEST_URL, PARTIAL_DATE
from bot.model.papers.paper import Link, LinkKind, Venue
from bot.text.clean import clean
from bot.text.cut import clipped
from bot.venues.parse import parse_venue

MOST_ITEMS = 5_000  # the longest author lists of physics have some 3,000 names
LONGEST_NAME = 200
LONGEST_REASON = 300
FIRST_YEAR, LAST_YEAR = 1900, 2100

# What is said of a work that a venue has not accepted, or no longer has.
_NOT_ACCEPTED = re.compile(
    r"submi(?:t|ssion)|(?:under|in)[ _]review|reject|withdr|retract|preprint|in preparation|"
    r"arxiv|\bcorr\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\W*(?:anonymous(?: authors?| acl submission)?|anonymi[sz]ed(?: authors?)?|author names? "
    r"(?:withheld|hidden)|(?:paper )?under (?:double.blind )?review|unknown(?: authors?)?|"
    r"no authors?(?: listed)?|et al|others|and|n/?a|none|null)\W*",
    re.IGNORECASE,
)
_REPOSITORY = re.compile(
    r"https?://(?:www\.)?(github|gitlab)\.com/([\w.-]{1,100})/([\w.-]{1,100})", re.IGNORECASE
)


def at(value: object, *path: str | int) -> object:
    """Follow keys and positions into `value`; None where the path leads nowhere."""
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def items(value: object) -> list[object]:
    """Give a list as it is, a single value as a list of one, nothing as an empty list."""
    if isinstance(value, list):
        return value[:MOST_ITEMS]
    return [] if value is None else [value]


def text(value: object, longest: int = LONGEST_TEXT) -> str:
    """Give `value` as one cleaned line; "" if it is no text, or too long to be what we look for.

    A whole number is the text of its digits: a title may be "1984".
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    line = clean(str(value)[: 4 * longest])
    return line if len(line) <= longest else ""


def abstract(value: object) -> str:
    """Give as much of an abstract as tells what a work is about, in one line."""
    return clean(value[: 2 * LONGEST_TEXT])[:LONGEST_TEXT] if isinstance(value, str) else ""


def title(value: object) -> str:
    """Give the title of a work; a title cut short would be a wrong one, so a long one is none."""
    return text(value, LONGEST_TITLE)


def names(values: Iterable[object]) -> tuple[str, ...]:
    """Give the names of people or institutions, each once, in order.

    Marks are no names, nor is "Anonymous authors", by which those who review a work know it.
    """
    cleaned = (text(value, LONGEST_NAME).strip(" :;,") for value in values)
    return tuple(dict.fromkeys(name for name in cleaned if _is_name(name)))


def _is_name(text: str) -> bool:
    return any(map(str.isalpha, text)) and not _NO_NAME.fullmatch(text)


def reason(value: object) -> str:
    """Give why something was done to a work, as one line that is short enough to be shown."""
    return clipped(text(value), LONGEST_REASON)


def number(value: object) -> int | None:
    """Give a count: a whole number of at most nine digits, written as a number or as text."""
    if not isinstance(value, str | int):
        return None
    digits = value.strip() if isinstance(value, str) else str(value) if 0 <= value < 10**9 else ""
    return int(digits) if re.fullmatch(r"[0-9]{1,9}", digits) else None


def year(value: object) -> int | None:
    """Give a year in which a paper can have appeared."""
    read = number(value)
    return read if read is not None and FIRST_YEAR <= read <= LAST_YEAR else None


def date(value: object) -> str:
    """Give YYYY-MM-DD, YYYY-MM or YYYY from an ISO date, with or without a time; else ""."""
    written = text(value, 40)
    for length in (10, 7, 4):
        part = written[:length]
        if re.fullmatch(PARTIAL_DATE.strip("^$"), part) and year(part[:4]):
            return part
    return ""


def date_of_parts(value: object) -> str:
    """Give the date of Crossref's `date-parts`: [[2023, 10, 23]], shorter where less is known."""
    parts = [number(part) for part in items(at(value, "date-parts", 0))]
    numbers = [f"{part:02}" for part in parts[:3] if part]
    return date("-".join(numbers))


def date_of_milliseconds(value: object) -> str:
    """Give the day (UTC) of a time in milliseconds since 1970."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 5 * 10**12:
        return ""
    return time.strftime("%Y-%m-%d", time.gmtime(value // 1000))


def is_undecided(written: str) -> bool:
    """Say whether a text speaks of a work that is submitted, rejected, withdrawn or a preprint."""
    return bool(_NOT_ACCEPTED.search(written))


def venue(
    candidates: Iterable[object], in_year: int | None = None, *, known_only: bool = False
) -> Venue | None:
    """Read the best of `candidates`: the first that names a venue we know, else the first at all.

    One that the work was only submitted to is none. `known_only` is for prose, in which anything
    could be taken for an unknown venue. `in_year` is the year where the text tells none.
    """
    unknown: Venue | None = None
    for candidate in candidates:
        written = text(candidate)
        if not written or is_undecided(written):
            continue
        parsed = parse_venue(written)
        if parsed.name:
            read = Venue(name=parsed.name, year=year(parsed.year) or in_year)
            if parsed.known:
                return read
            unknown = unknown or read
    return None if known_only else unknown


def link(kind: LinkKind, value: object) -> Link | None:
    """Give a link if `value` is a plain http or https address."""
    if not isinstance(value, str) or len(value) > LONGEST_URL:
        return None
    url = value.strip()
    usable = re.fullmatch(HTTP_URL.strip("^$"), url) and url.isprintable()
    return Link(kind=kind, url=url) if usable else None


def repository(value: object) -> Link | None:
    """Give the one code repository that a text names; None if it names none or several."""
    if not isinstance(value, str):
        return None
    urls = {
        f"https://{host.lower()}.com/{owner}/{_bare(name)}"
        for host, owner, name in _REPOSITORY.findall(value[: 10 * LONGEST_TEXT])
    }
    return link("code", urls.pop()) if len(urls) == 1 else None


def _bare(name: str) -> str:
    """Drop what a sentence or git adds to a repository's name."""
    return name.rstrip(".").removesuffix(".git")
