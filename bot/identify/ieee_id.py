"""Which document of IEEE Xplore is this? `ieee:10253886`, the site's article number.

It stands in the path of a page (`document/10253886`), as the parameter `arnumber` of many older
ones, and names the file: `iel7/6287639/8948470/09075247.pdf` (publication, issue, article).
"""

import re

from bot.identify.family import Family, bare
from bot.links.url import ParsedUrl

_SITE = "ieeexplore.ieee.org"
_PAGE = re.compile(
    r"(?:(?:abstract|rest)/)?document/0*([1-9][0-9]{2,9})(?:/.*)?"
    r"|ielx?[0-9]?/(?:[^/]+/){2,3}0*([1-9][0-9]{2,9})\.pdf"
)
_NUMBER = re.compile(r"0*([1-9][0-9]{2,9})")
_BARE = re.compile(r"ieee:\s?0*([1-9][0-9]{2,9})", re.IGNORECASE)


def _of_link(link: ParsedUrl) -> str | None:
    if not link.on(_SITE):
        return None
    if match := _PAGE.fullmatch(link.path):
        return f"ieee:{match[1] or match[2]}"
    match = _NUMBER.fullmatch(link.query.get("arnumber", ""))
    return f"ieee:{match[1]}" if match else None


IEEE = Family(
    "ieee",
    (_SITE,),
    _of_link,
    lambda value: f"https://{_SITE}/document/{value}",
    bare(_BARE, "ieee:{}".format),
)
