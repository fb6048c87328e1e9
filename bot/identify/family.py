"""What does one family of identifiers know: which links are its own, and where its works live?"""

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.links.url import ParsedUrl


def nothing(_: object) -> None:
    """Recognise nothing: for a family that has no bare form."""


def bare(
    pattern: re.Pattern[str], id_of: Callable[[str], str | None]
) -> Callable[[str], str | None]:
    """Give the reader of bare identifiers of a form: `id_of` what its first group holds, if any."""

    def of_text(text: str) -> str | None:
        match = pattern.fullmatch(text)
        return (id_of(match[1]) or None) if match else None

    return of_text


class Family(NamedTuple):
    """One way of naming works; `bot.identify.families.FAMILIES` holds them in order.

    `hosts` are the sites whose addresses are known without `https://`, subdomains included.
    `of_link` and `of_text` give the whole id (`arxiv:2309.06180`; it may be another family's) of
    a link or of a bare identifier; None where it is not theirs. `landing` gives the page of an
    id's value.
    """

    name: str
    hosts: tuple[str, ...]
    of_link: Callable[[ParsedUrl], str | None]
    landing: Callable[[str], str]
    of_text: Callable[[str], str | None] = nothing
