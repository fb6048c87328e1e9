"""Which paper of the Proceedings of Machine Learning Research? `pmlr:v97/houlsby19a`.

Before 2016 the same volumes stood under jmlr.org/proceedings/papers; the PDFs of newer ones are
served from the volume's repository, github.com/mlresearch/v235.
"""

import re

from bot.identify.family import Family, bare
from bot.links.url import ParsedUrl

_NAME = r"[a-z0-9][a-z0-9._-]{0,60}[0-9]{2}[a-z]{0,3}"
_VOLUME = re.compile(
    rf"(?:proceedings/papers/)?([vr][0-9]{{1,4}})/({_NAME})"
    rf"(?:\.(?:html?|pdf|bib)|/(?:\2(?:[-_]supp[a-z]*)?\.[a-z]+)?)?",
    re.IGNORECASE | re.ASCII,
)
_REPOSITORY = re.compile(
    rf"mlresearch/([vr][0-9]{{1,4}})/(?:\w+/)+({_NAME})/[^/]+", re.IGNORECASE | re.ASCII
)
_BARE = re.compile(rf"pmlr:\s?([vr][0-9]{{1,4}}/{_NAME})", re.IGNORECASE | re.ASCII)


def _of_link(link: ParsedUrl) -> str | None:
    before_2016 = link.on("jmlr.org", "jmlr.csail.mit.edu") and link.segments[0] == "proceedings"
    match = None
    if link.on("proceedings.mlr.press") or before_2016:
        match = _VOLUME.fullmatch(link.path)
    elif link.on("raw.githubusercontent.com", "github.com"):
        match = _REPOSITORY.fullmatch(link.path)
    return f"pmlr:{match[1]}/{match[2]}".lower() if match else None


PMLR = Family(
    "pmlr",
    ("proceedings.mlr.press",),
    _of_link,
    lambda value: f"https://proceedings.mlr.press/{value}.html",
    bare(_BARE, lambda value: f"pmlr:{value.lower()}"),
)
