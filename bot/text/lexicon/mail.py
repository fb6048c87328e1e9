"""By which words does a mail give itself away: what a program quotes, how its writer ends it?

The words are in `mail.toml`; a date and an address are read in any language.
"""

import re
from collections.abc import Iterable

from bot.text.lexicon.tables import phrases_of, read_table

_TABLE = read_table(__package__, "mail.toml")


def _all(name: str) -> tuple[str, ...]:
    """Give the phrases of all languages in one part of the table."""
    return tuple(phrase for row in _TABLE[name].values() for phrase in phrases_of(row))


def _any_of(phrases: Iterable[str]) -> str:
    """Give an expression for any of some phrases, which in spaced writing are whole words."""
    return "|".join(
        rf"(?<!\w){re.escape(phrase)}(?!\w)" if phrase[0] < "\u2e80" else re.escape(phrase)
        for phrase in sorted(phrases, key=len, reverse=True)
    )


HEADERS: dict[str, str] = {
    label: kind for kind, labels in _TABLE["headers"].items() for label in phrases_of(labels)
}
"""What a line above a quoted mail tells ("from", "sent", "to", "subject"), by its label."""
TITLES = frozenset(_all("titles"))
CLOSINGS = frozenset(_all("closings"))

ADDRESS = re.compile(r"[<(\[][^<>()\[\]\s]{1,100}@[^<>()\[\]\s]{1,100}[>)\]]|\bmailto:")
_WROTE = re.compile(_any_of(_all("wrote")), re.IGNORECASE)
_WROTE_LAST = re.compile(rf"(?:{_WROTE.pattern})\W{{0,3}}$", re.IGNORECASE)
_LONGEST_VERB = 40
LONGEST = 400  # characters of what introduces a mail
# A day written in figures, a time of the day, or a year beside the number of a day.
_DATED = re.compile(
    r"\d{1,4}[./-] ?\d{1,2}[./-] ?\d{2}|(?<!\d)\d{1,2}[:.h]\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d(?!\d).*?(?<!\d)\d{1,2}(?!\d)"
    r"|(?<!\d)\d{1,2}(?!\d).*?(?<!\d)(?:19|20)\d\d(?!\d)"
)
_PHONE = re.compile(
    "|".join(re.escape(phrase).replace("…", ".{1,60}") for phrase in _all("phones")), re.IGNORECASE
)
_PLACE = re.compile(
    "|".join(map(re.escape, phrases_of(_TABLE["places"]["stems"])))
    + f"|{_any_of(phrases_of(_TABLE['places']['words']))}",
    re.IGNORECASE,
)


def introduces(text: str) -> bool:
    """Tell "On 5 Jan 2026, Ann wrote:", which holds a day, and such a verb or an address."""
    named = len(text) <= LONGEST and (_WROTE.search(text) or ADDRESS.search(text))
    return bool(named and _DATED.search(text))


def ends_as_introduction(line: str) -> bool:
    """Tell whether the last words before a line's colon are those of an introduction."""
    return bool(_WROTE_LAST.search(line.rstrip(":\uff1a ")[-_LONGEST_VERB:]))


def is_phones(line: str) -> bool:
    """Tell what a phone writes below a mail: "Sent from my phone"."""
    return bool(_PHONE.fullmatch(line.strip(" \t.*_-")))


def names_place(line: str) -> bool:
    """Tell a line that holds the name of a university, a firm, or somebody's post there."""
    return bool(_PLACE.search(line))
