"""Which paper of ECCV in the archive of the European Computer Vision Association?

`ecva:2020/2471`, the paper's number there. The PDFs of the volumes before 2024 are named by the
pages of the printed proceedings, which only the site knows the number to.
"""

import re

from bot.identify.family import Family, bare
from bot.links.url import ParsedUrl
from bot.model.base import YEAR

_SITE = "ecva.net"
_PAPER = re.compile(
    rf"papers/eccv_({YEAR})/papers_ECCV/(?:html/([0-9]{{1,5}})_ECCV_\1_paper\.php"
    r"|papers/([0-9]{5})(?:[-_]supp)?\.pdf)",
    re.IGNORECASE | re.ASCII,
)
_BARE = re.compile(rf"ecva:\s?({YEAR}/[1-9][0-9]{{0,4}})", re.IGNORECASE)


def _of_link(link: ParsedUrl) -> str | None:
    match = _PAPER.fullmatch(link.path) if link.on(_SITE) else None
    number = (match[2] or match[3]).lstrip("0") if match else ""
    return f"ecva:{match[1]}/{number}" if match and number else None


def _landing(value: str) -> str:
    year, number = value.split("/")
    return f"https://www.{_SITE}/papers/eccv_{year}/papers_ECCV/html/{number}_ECCV_{year}_paper.php"


ECVA = Family("ecva", (_SITE,), _of_link, _landing, bare(_BARE, "ecva:{}".format))
