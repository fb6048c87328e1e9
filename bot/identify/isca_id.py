"""Which paper in ISCA's archive of speech research? `isca:interspeech_2020/kim20_interspeech`.

Page and PDF differ in their ending. Of the Interspeech conferences of 2016 to 2020 the older
pages are named by the end of the DOI: `Interspeech_2018/abstracts/1110.html`.
"""

import re

from bot.identify.family import Family, bare
from bot.links.identifier import doi_id
from bot.links.url import ParsedUrl

_HOSTS = ("isca-archive.org", "isca-speech.org")
_PAPER = re.compile(
    r"(?:archive(?:_v0)?/(?:pdfs/)?)?([a-z0-9-]+_[0-9]{4}|[a-z]+_?[0-9]{2,4})/(?:pdfs?/)?"
    r"([a-z]+[0-9]{2}[a-z]*_[a-z0-9-]+)(?:\.(?:html|pdf|bib))?",
    re.IGNORECASE | re.ASCII,
)
_NUMBERED = re.compile(
    r"archive(?:_v0)?/interspeech_(201[6-9]|2020)/(?:abstracts|pdfs)/([0-9]{1,5})\.(?:html|pdf)",
    re.IGNORECASE | re.ASCII,
)
_BARE = re.compile(r"isca:\s?([a-z0-9_-]+/[a-z]+[0-9]{2}[a-z]*_[a-z0-9-]+)", re.IGNORECASE)


def _of_link(link: ParsedUrl) -> str | None:
    if not link.on(*_HOSTS):
        return None
    if numbered := _NUMBERED.fullmatch(link.path):
        return doi_id(f"10.21437/Interspeech.{numbered[1]}-{int(numbered[2])}") or None
    match = _PAPER.fullmatch(link.path)
    return f"isca:{match[1]}/{match[2]}".lower() if match else None


ISCA = Family(
    "isca",
    _HOSTS,
    _of_link,
    lambda value: f"https://www.isca-archive.org/{value}.html",
    bare(_BARE, lambda value: f"isca:{value.lower()}"),
)
