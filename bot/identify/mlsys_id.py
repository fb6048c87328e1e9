"""Which paper of the MLSys proceedings is this? `mlsys:2023/<hash>`."""

from bot.identify.family import Family
from bot.identify.paper_hash import bare_hash, year_and_hash
from bot.links.url import ParsedUrl

_SITE = "proceedings.mlsys.org"


def _of_link(link: ParsedUrl) -> str | None:
    value = year_and_hash(link) if link.on(_SITE) else None
    return f"mlsys:{value}" if value else None


def _landing(value: str) -> str:
    year, paper = value.split("/")
    track = {"2023": "-mlsys2023"}.get(year, "-Conference" if year > "2023" else "")
    return f"https://{_SITE}/paper_files/paper/{year}/hash/{paper}-Abstract{track}.html"


MLSYS = Family("mlsys", (_SITE,), _of_link, _landing, lambda text: bare_hash(text, "mlsys"))
