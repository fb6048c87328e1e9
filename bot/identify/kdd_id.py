"""Which paper on the conference sites of ACM SIGKDD? `kdd:2016/papers/files/rfp0573-chenA`.

A page names the paper by its title, a file by the committee's number; what either is to the
other, or to the DOI, only the site knows.
"""

import re

from bot.identify.family import Family
from bot.links.url import ParsedUrl
from bot.model.base import YEAR

_SITE = "kdd.org"
_FILES = "/files/"
_PAPER = re.compile(
    rf"kdd({YEAR}/(?:papers/files|(?:papers|subtopic|accepted-papers)/view)/[\w-]{{3,150}})(?:\.pdf)?",
    re.IGNORECASE | re.ASCII,
)


def _of_link(link: ParsedUrl) -> str | None:
    match = _PAPER.fullmatch(link.path) if link.on(_SITE) else None
    return f"kdd:{match[1]}" if match else None


def _landing(value: str) -> str:
    return f"https://www.{_SITE}/kdd{value}{'.pdf' if _FILES in value else ''}"


KDD = Family("kdd", (_SITE,), _of_link, _landing)
