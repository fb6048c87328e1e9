"""What does an identifier alone tell of its work?

An arXiv id begins with the month of submission (arXiv help, "Understanding the arXiv
identifier"); proceedings put the venue and the year into their addresses.
"""

import re

from bot.links.identifier import arxiv_month
from bot.model.papers.paper import Venue

_USENIX = re.compile(r"usenix:([a-z]+)([0-9]{2})(?:[a-z]*)/")
_NAMED = re.compile(r"(neurips|mlsys):([0-9]{4})/")
_CVF = re.compile(r"cvf:(CVPR|ICCV|WACV|ACCV)_?([0-9]{4})(/|W)", re.IGNORECASE)
_ACL = re.compile(r"acl:([0-9]{4})\.(acl|emnlp|naacl|eacl|coling|tacl|findings)-([a-z]+)")

# The short names that USENIX uses in its addresses, for those whose venue is called otherwise.
USENIX_VENUES = {
    "atc": "USENIX ATC",
    "sec": "USENIX Security",
    "usenixsecurity": "USENIX Security",
}
NAMED_VENUES = {"neurips": "NeurIPS", "mlsys": "MLSys"}


def date_told(ids: tuple[str, ...]) -> str | None:
    """Give the month (YYYY-MM) in which the work was put on arXiv, if an id tells it."""
    return arxiv_month(ids) or None


def venue_told(ids: tuple[str, ...]) -> Venue | None:
    """Give the venue and year that an id of proceedings names."""
    for work in ids:
        if match := _USENIX.match(work):
            name = USENIX_VENUES.get(match[1], match[1].upper())
            return Venue(name=name, year=2000 + int(match[2]))
        if match := _NAMED.match(work):
            return Venue(name=NAMED_VENUES[match[1]], year=int(match[2]))
        if match := _CVF.match(work):
            workshop = " Workshops" if match[3] in "Ww" else ""
            return Venue(name=match[1].upper() + workshop, year=int(match[2]))
        if match := _ACL.match(work):
            return Venue(name=_acl_venue(match[2], match[3]), year=int(match[1]))
    return None


def _acl_venue(event: str, volume: str) -> str:
    if event == "findings":
        return f"{volume.upper()} Findings"
    return event.upper()
