"""Which paper on the site of the VLDB Endowment? `vldb:vol9/p204-leis`: volume and file.

PVLDB names its files by the first page, `pvldb/vol9/p204-leis.pdf`; so did the conferences before,
`conf/2005/papers/p61-x.pdf` and `conf/1994/P487.PDF`.
"""

import re

from bot.identify.family import Family, bare
from bot.links.url import ParsedUrl
from bot.model.base import YEAR

_SITE = "vldb.org"
_FILE = r"(p[0-9]{1,5}(?:[-_][\w.-]{1,80})?)"
_PAPER = re.compile(
    rf"(?:pvldb/(vol[1-9][0-9]?)|(conf/{YEAR}(?:/papers)?))/{_FILE}\.pdf", re.IGNORECASE | re.ASCII
)
_BARE = re.compile(
    rf"vldb:\s?((?:vol[1-9][0-9]?|conf/{YEAR}(?:/papers)?)/{_FILE})", re.ASCII | re.IGNORECASE
)


def _of_link(link: ParsedUrl) -> str | None:
    match = _PAPER.fullmatch(link.path) if link.on(_SITE) else None
    return f"vldb:{(match[1] or match[2]).lower()}/{match[3]}" if match else None


def _landing(value: str) -> str:
    folder = "pvldb/" if value.startswith("vol") else ""
    ending = "PDF" if value.rpartition("/")[2].isupper() else "pdf"
    return f"https://www.{_SITE}/{folder}{value}.{ending}"


VLDB = Family("vldb", (_SITE,), _of_link, _landing, bare(_BARE, "vldb:{}".format))
