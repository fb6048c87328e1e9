"""Which USENIX paper is this? `usenix:osdi22/yu`: the conference and the paper's name there.

The presentation page, the PDF under `system/files` (with `_0` when uploaded again) and the slides
are one work. Files of the Security Symposium say `sec21` where its pages say `usenixsecurity21`.
"""

import re

from bot.identify.family import Family, bare
from bot.links.url import ParsedUrl

_PAGE = re.compile(
    r"conference/([a-z]+[0-9]{2})/(?:[a-z-]+/)?presentation/([\w.-]+)", re.IGNORECASE | re.ASCII
)
_FILE = re.compile(
    r"(?:system|sites/default)/files/(?:[\w-]+/)*"
    r"([a-z]+[0-9]{2})(?:fall|summer|winter|spring)?[-_](?:(?:paper|slides?|prepub)[-_])?(?:[0-9]+-)?"
    r"([a-z0-9][a-z0-9-]*?)(?:[-_](?:slides?|prepub))?(?:_[0-9]+)?\.(?:pdf|pptx?|key)",
    re.IGNORECASE | re.ASCII,
)
_WHOLE_VOLUMES = ("full", "contents", "proceedings", "cover", "frontmatter", "message", "errata")
_BARE = re.compile(r"usenix:\s?([a-z]+[0-9]{2}/[a-z0-9][\w.-]*)", re.IGNORECASE | re.ASCII)


def _of_link(link: ParsedUrl) -> str | None:
    if not link.on("usenix.org"):
        return None
    match = _PAGE.fullmatch(link.path) or _FILE.fullmatch(link.path)
    if not match or match[2].startswith(_WHOLE_VOLUMES):
        return None
    conference, name = match[1].lower(), match[2].lower()
    return f"usenix:{re.sub(r'^sec(?=[0-9])', 'usenixsecurity', conference)}/{name}"


def _landing(value: str) -> str:
    conference, name = value.split("/")
    return f"https://www.usenix.org/conference/{conference}/presentation/{name}"


USENIX = Family(
    "usenix",
    ("usenix.org",),
    _of_link,
    _landing,
    bare(_BARE, lambda value: f"usenix:{value.lower()}"),
)
