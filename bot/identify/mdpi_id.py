"""Which article of an MDPI journal? `mdpi:2076-3417/9/8/1665`: ISSN, volume, issue, number."""

import re

from bot.identify.family import Family, bare
from bot.links.url import ParsedUrl

_ARTICLE = r"([0-9]{4}-[0-9]{3}[0-9X](?:/[1-9][0-9]{0,5}){3})"
_PAGE = re.compile(rf"{_ARTICLE}(?:/.*)?", re.IGNORECASE)
_BARE = re.compile(rf"mdpi:\s?{_ARTICLE}", re.IGNORECASE)


def _of_link(link: ParsedUrl) -> str | None:
    match = _PAGE.fullmatch(link.path) if link.on("mdpi.com") else None
    return f"mdpi:{match[1].upper()}" if match else None


MDPI = Family(
    "mdpi",
    ("mdpi.com",),
    _of_link,
    lambda value: f"https://www.mdpi.com/{value}",
    bare(_BARE, lambda value: f"mdpi:{value.upper()}"),
)
