"""Which deposit in the open archive HAL is this? `hal:hal-01154549`, `hal:tel-00123456`.

HAL has a site for each institution and one number for all of them; versions (`v2`) are one work.
https://doc.hal.science/en/identifiers/
"""

import re

from bot.identify.family import Family
from bot.links.url import ParsedUrl

_HOSTS = ("hal.science", "archives-ouvertes.fr", "ccsd.cnrs.fr")
_INSTITUTION = re.compile(r"(?:[a-z0-9-]+\.)*hal(?:-[a-z0-9-]+)?\.[a-z0-9.-]+\.fr")
_ID = r"([a-z]+(?:[-_][a-z]+)*-[0-9]{8})(?:v[0-9]{1,3})?"
_PAGE = re.compile(rf"(?:[a-z]+/)?{_ID}(?:/.*|\.pdf)?", re.IGNORECASE)
_BARE = re.compile(
    rf"(?:hal:\s?{_ID}|((?:hal|tel|halshs|inria)-[0-9]{{8}})(?:v[0-9]{{1,3}})?)", re.IGNORECASE
)


def _of_link(link: ParsedUrl) -> str | None:
    of_hal = link.on(*_HOSTS) or _INSTITUTION.fullmatch(link.host)
    match = _PAGE.fullmatch(link.path) if of_hal else None
    return f"hal:{match[1].lower()}" if match else None


def _of_text(text: str) -> str | None:
    match = _BARE.fullmatch(text)
    return f"hal:{(match[1] or match[2]).lower()}" if match else None


HAL = Family("hal", _HOSTS[:2], _of_link, lambda value: f"https://hal.science/{value}", _of_text)
