"""Which fields of an entry may a person set by writing, and what does the written text mean?

One line each, in a command (`/set venue SOSP 2023`) or in the correction form (`venue: SOSP 2023`).
What names a work or says where an entry came from is not set by hand: id, ids, added, sources.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias, get_args

from pydantic import ValidationError

from bot.errors import Problem
from bot.links.url import clean_url
from bot.model.base import (
    LONGEST_KEYWORD,
    LONGEST_TEXT,
    LONGEST_TITLE,
    LONGEST_VENUE,
    MOST_KEYWORDS,
    MOST_LINKS,
)
from bot.model.papers.paper import Capability, Kind, Link, Paper, Venue, is_day
from bot.text.clean import clean
from bot.venues.parse import parse_venue

EMPTY = "-"

SettingValue: TypeAlias = str | Venue | tuple[str, ...] | tuple[Link, ...] | None


@dataclass(frozen=True, slots=True)
class Setting:
    """A field of an entry and what it is to hold; made by `read_setting`."""

    field: str
    value: SettingValue

    def on(self, paper: Paper) -> Paper:
        """Give the entry with this field set; code links take the place of those it had."""
        if self.field != "code":
            return paper.model_copy(update={self.field: self.value})
        others = tuple(link for link in paper.links if link.kind != "code")
        return paper.model_copy(update={"links": (*others, *(self.value or ()))})


class _FieldRule(NamedTuple):
    """What a field may hold, in words, and how its text becomes the value of `attribute`."""

    expected: str
    value: Callable[[str], SettingValue]
    attribute: str = ""
    empty: SettingValue = None
    needed: bool = False


def _venue(text: str) -> Venue | None:
    venue = parse_venue(text) if len(text) <= LONGEST_VENUE else None
    return Venue(name=venue.name, year=venue.year) if venue and venue.name else None


def _day(text: str) -> str | None:
    """Give a date as it is written, or None if it names a day that does not exist."""
    return None if len(text) == len("YYYY-MM-DD") and not is_day(text) else text


def _words(text: str) -> tuple[str, ...]:
    """Split at semicolons, or at commas where there are none ("Gomez, A.; Kaiser, L.")."""
    parts = text.split(";" if ";" in text else ",")
    return tuple(dict.fromkeys(word for part in parts if (word := clean(part))))


def _keywords(text: str) -> tuple[str, ...]:
    words = _words(text)
    fit = len(words) <= MOST_KEYWORDS and all(len(word) <= LONGEST_KEYWORD for word in words)
    return words if fit else ()


def _code(text: str) -> tuple[Link, ...]:
    """Give the links as they are stored; none where one of them cannot be."""
    urls = dict.fromkeys(map(clean_url, text.split()))
    fit = len(urls) <= MOST_LINKS
    links = tuple(Link(kind="code", url=url) for url in urls if url) if fit else ()
    return links if len(links) == len(urls) else ()


_LINE = f"one line of at most {LONGEST_TITLE} characters"
_RULES = {
    "title": _FieldRule(_LINE, clean, needed=True),
    "short_name": _FieldRule(f"{_LINE}, as vLLM", clean),
    "kind": _FieldRule(f"one of {', '.join(get_args(Kind))}", str.casefold, needed=True),
    "date": _FieldRule("a date, as 2023, 2023-09 or 2023-09-12", _day),
    "venue": _FieldRule("a venue where it was published, with the year, as NeurIPS 2023", _venue),
    "authors": _FieldRule("names, separated by commas, or by semicolons", _words, empty=()),
    "affiliations": _FieldRule("names, separated by commas, or by semicolons", _words, empty=()),
    "keywords": _FieldRule(
        f"at most {MOST_KEYWORDS} words, separated by commas, of at most {LONGEST_KEYWORD} "
        "characters each",
        _keywords,
        empty=(),
    ),
    "code": _FieldRule("public http or https links to the code", _code, "links", ()),
    "capabilities": _FieldRule(f"some of {', '.join(get_args(Capability))}", _words, empty=()),
    "note": _FieldRule(f"one line of at most {LONGEST_TEXT} characters", clean),
}
SETTABLE = tuple(_RULES)


def read_setting(name: str, text: str) -> Setting | Problem:
    """Read what a person wants a field to hold; `-` empties it.

    The name may be written with hyphens and capitals. The problem, if it is one, names the fields
    there are or says what this one may hold.
    """
    field = name.strip().casefold().replace("-", "_")
    rule = _RULES.get(field)
    if not rule:
        return Problem(name, text, f"there is no such field; the fields are {', '.join(SETTABLE)}")
    if text.strip() == EMPTY and not rule.needed:
        return Setting(field, rule.empty)
    value = _valid(rule.attribute or field, rule.value, text.strip())
    if not value or value == EMPTY:
        hint = "" if rule.needed else f", or “{EMPTY}” to empty it"
        return Problem(field, text, f"write {rule.expected}{hint}")
    return Setting(field, value)


def _valid(attribute: str, read: Callable[[str], SettingValue], text: str) -> SettingValue:
    """Read a value; None if an entry cannot hold it."""
    if len(text) > LONGEST_TEXT:
        return None
    try:
        value = read(text)
        Paper.model_validate({"id": "x", "title": "x", "category": "x", attribute: value})
    except ValidationError:
        return None
    return value
