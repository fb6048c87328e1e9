"""Which article of a journal run with Open Journal Systems? `ojs:jair.org/index.php/jair/11196`.

Page, PDF and download of an article have one number on the whole site:
`index.php/<journal>/article/view/<number>/<file>`. The AAAI conference, which is linked most and
under two addresses, has a name of its own: `aaai:20881`. The same makers' conference system says
`paper` for `article`: `ojs:aaai.org/ocs/index.php/aaai/aaai18/paper/16488`.
"""

import re

from bot.identify.family import Family, bare
from bot.links.url import ParsedUrl

_AAAI = ("ojs.aaai.org", "aaai.org")
_ARTICLE = re.compile(
    r"((?:[\w.~-]+/){0,4}?index\.php/[\w.~-]+|(?:[\w.~-]+/){0,2}[\w.~-]+)/article/"
    r"(?:view(?:file|article)?|download(?:suppfile)?)/([1-9][0-9]{0,8})(?:/[\w.-]+)*",
    re.IGNORECASE | re.ASCII,
)
_PAPER = re.compile(
    r"((?:[\w.~-]+/){0,2}index\.php/[\w.~-]+/[\w.~-]+/paper)/"
    r"(?:view(?:file|paper)?|download)/([1-9][0-9]{0,8})(?:/[\w.-]+)*",
    re.IGNORECASE | re.ASCII,
)
_BARE = re.compile(r"aaai:\s?([1-9][0-9]{0,8})", re.IGNORECASE)


def _of_aaai(link: ParsedUrl) -> str | None:
    match = _ARTICLE.fullmatch(link.path) if link.host in _AAAI else None
    own = match and match[1].lower().endswith("index.php/aaai")
    return f"aaai:{match[2]}" if match and own else None


def _of_link(link: ParsedUrl) -> str | None:
    shown = _ARTICLE.fullmatch(link.path) or _PAPER.fullmatch(link.path)
    match = shown if "." in link.host else None
    return f"ojs:{link.host}/{match[1].lower()}/{match[2]}" if match else None


def _landing(value: str) -> str:
    journal, _, number = value.rpartition("/")
    page = "view" if journal.endswith("/paper") else "article/view"
    return f"https://{journal}/{page}/{number}"


AAAI = Family(
    "aaai",
    ("ojs.aaai.org",),
    _of_aaai,
    lambda value: f"https://ojs.aaai.org/index.php/AAAI/article/view/{value}",
    bare(_BARE, "aaai:{}".format),
)
OJS = Family("ojs", (), _of_link, _landing)
