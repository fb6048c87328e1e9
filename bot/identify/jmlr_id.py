"""Which paper of the Journal of Machine Learning Research? `jmlr:v23/21-0998`."""

import re

from bot.identify.family import Family, bare
from bot.links.url import ParsedUrl

_PAPER = re.compile(
    r"(?:beta/)?papers/(?:v|volume)([0-9]{1,3})/([a-z0-9]+-[a-z0-9]+|[a-z]+[0-9]{2}[a-z])"
    r"(?:\.(?:html?|pdf|bib)|/\2\.[a-z]+)?",
    re.IGNORECASE | re.ASCII,
)
_BARE = re.compile(r"jmlr:\s?(v[0-9]{1,3}/[a-z0-9-]+)", re.IGNORECASE | re.ASCII)


def _of_link(link: ParsedUrl) -> str | None:
    match = _PAPER.fullmatch(link.path) if link.on("jmlr.org", "jmlr.csail.mit.edu") else None
    return f"jmlr:v{match[1]}/{match[2].lower()}" if match else None


JMLR = Family(
    "jmlr",
    ("jmlr.org",),
    _of_link,
    lambda value: f"https://jmlr.org/papers/{value}.html",
    bare(_BARE, lambda value: f"jmlr:{value.lower()}"),
)
