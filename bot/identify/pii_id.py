"""Which article has this Publisher Item Identifier? `pii:S0950705124011110`, without its signs.

Elsevier's sites name articles so: ScienceDirect as one word, Cell Press, The Lancet and the
journals of societies as "S0092-8674(20)30229-4": an S, the ISSN, the year, a number and a check
digit; a B and the ISBN for chapters. The older ones without an S are the end of the DOI,
10.1016/0005-2736(75)90109-1. https://en.wikipedia.org/wiki/Publisher_Item_Identifier
"""

import re

from bot.identify.family import Family, bare
from bot.links.identifier import doi_id
from bot.links.url import ParsedUrl

_ELSEVIER = ("sciencedirect.com", "elsevier.com", "els-cdn.com", "sciencedirectassets.com")
_WORD = (
    r"(S[0-9]{7}[0-9X][0-9]{7}[0-9X]|B[0-9]{9}[0-9X][0-9]{5,8}[0-9X]|[0-9]{7}[0-9X][0-9]{7}[0-9X])"
)
_ON_ELSEVIER = re.compile(rf"(?:^|/)(?:pii/|1-s2\.0-){_WORD}(?=$|[/.\-])", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:^|/)(?:PII)?(S[0-9]{4}-[0-9]{3}[0-9X]\([0-9]{2}\)[0-9]{5}-[0-9X])(?=$|[/.])", re.IGNORECASE
)
_SIGNED_PII = re.compile(_SIGNED.pattern.removeprefix("(?:^|/)"), re.IGNORECASE)
_OLD = re.compile(r"([0-9]{4})([0-9]{3}[0-9X])([0-9]{2})([0-9]{5})([0-9X])")
_BARE = re.compile(rf"pii:\s?{_WORD}", re.IGNORECASE)


def _of_link(link: ParsedUrl) -> str | None:
    if link.on(*_ELSEVIER) and (match := _ON_ELSEVIER.search(link.path)):
        return _id(match[1])
    if "10.1016" in link.segments:  # it is the tail of the DOI that the address spells out
        return None
    match = _SIGNED.search(link.path) or _SIGNED_PII.fullmatch(link.query.get("pii", ""))
    return _id(re.sub(r"[()-]", "", match[1])) if match else None


def _id(word: str) -> str | None:
    if old := _OLD.fullmatch(word.upper()):
        first, second, year, number, check = old.groups()
        return doi_id(f"10.1016/{first}-{second}({year}){number}-{check}") or None
    return f"pii:{word.upper()}"


PII = Family(
    "pii",
    ("sciencedirect.com", "cell.com"),
    _of_link,
    lambda value: f"https://www.sciencedirect.com/science/article/pii/{value}",
    bare(_BARE, _id),
)
