"""Who wrote it, and where do they work, when a name has its place in brackets behind it?"""

import re
from typing import NamedTuple

from bot.importers.phrases.names import authors, is_byline
from bot.text.clean import clean

_MEMBERS = re.compile(
    r"([^(),;]{3,80}(?:[,;][^(),;]{3,80}){0,20})"
    r"\s?\(((?:[^()]|\([^()]{0,60}\)){2,160})\)[\s,;.]{0,4}"
)
_LETTER = re.compile(r"[^\W\d_]{2}")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Placed(NamedTuple):
    """People in order, and the places that stood behind them."""

    people: tuple[str, ...]
    places: tuple[str, ...]


def with_places(text: str) -> Placed | None:
    """Read "Ann Lee (ETH Zurich), Bo Wu and Cy Day (Inria)"; None if it is anything else."""
    people: list[str] = []
    places: list[str] = []
    position = 0
    while match := _MEMBERS.match(text, position):
        if not is_byline(_names(match[1])) or not _is_place(match[2]):
            return None
        if match[2] == "".join(word[0] for word in match[1].split()):
            return None  # "Digital Signature Standard (DSS)"
        people += authors(_names(match[1]))
        places.append(clean(match[2]))
        position = match.end()
    rest = _names(text[position:])
    if not places or (rest and not is_byline(rest)):
        return None
    return Placed((*people, *authors(rest)), tuple(places))


def _names(text: str) -> str:
    """Drop what joins some names to those before them."""
    return re.sub(r"^\W*(?:and\s)?\s*|\W+$", "", text)


def _is_place(text: str) -> bool:
    return bool(_LETTER.search(text)) and not _YEAR.search(text)
