"""Which paper of the NeurIPS proceedings is this? `neurips:2022/<hash>`.

Links of before 2020 have a number and a slug instead, `neurips:7181-attention-is-all-you-need`:
only the site itself knows the hash to it.
"""

import re

from bot.identify.family import Family
from bot.identify.paper_hash import bare_hash, year_and_hash
from bot.links.url import ParsedUrl

_HOSTS = (
    "papers.nips.cc",
    "papers.neurips.cc",
    "proceedings.neurips.cc",
    "proceedings.nips.cc",
    *("nips.cc", "neurips.cc"),
    "datasets-benchmarks-proceedings.neurips.cc",
)
_NUMBERED = re.compile(r"paper/([0-9]{1,5}-[a-z0-9-]+)(?:\.[a-z]+)?", re.IGNORECASE | re.ASCII)
_FIRST_WITH_TRACKS = 2022


def _of_link(link: ParsedUrl) -> str | None:
    if not link.on(*_HOSTS):
        return None
    if value := year_and_hash(link):
        return f"neurips:{value}"
    match = _NUMBERED.fullmatch(link.path)
    return f"neurips:{match[1].lower()}" if match else None


def _landing(value: str) -> str:
    if "/" not in value:
        return f"https://papers.nips.cc/paper/{value}"
    year, paper = value.split("/")
    track = "-Conference" if int(year) >= _FIRST_WITH_TRACKS else ""
    return (
        f"https://proceedings.neurips.cc/paper_files/paper/{year}/hash/{paper}-Abstract{track}.html"
    )


NEURIPS = Family("neurips", _HOSTS, _of_link, _landing, lambda text: bare_hash(text, "neurips"))
