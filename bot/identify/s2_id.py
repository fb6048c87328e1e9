"""Which Semantic Scholar paper is this? `s2:<40 hex digits>` or `s2:CorpusID:<number>`.

Semantic Scholar also answers under other sites' ids (`/arxiv/2309.06180`, `DOI:10...`): those
name the other site's work.
"""

import re

from bot.identify.arxiv_id import ARXIV_FAMILY
from bot.identify.family import Family
from bot.links.url import ParsedUrl

_SHA = re.compile(r"[0-9a-f]{40}", re.IGNORECASE)
_CORPUS = re.compile(r"(?:s2:\s?)?corpus_?id:\s?([1-9][0-9]{0,11})", re.IGNORECASE)
_BARE = re.compile(r"s2:\s?([0-9a-f]{40})", re.IGNORECASE)


def _of_link(link: ParsedUrl) -> str | None:
    if link.on("connectedpapers.com"):
        return _sha_in(link.segments[1:2])
    if not link.on("semanticscholar.org") or link.on("pdfs.semanticscholar.org"):
        return None
    if link.segments[0] == "arxiv":
        return ARXIV_FAMILY.of_text(link.path.removeprefix("arxiv/"))
    named = [work_id for part in link.segments if (work_id := _of_text(part) or _arxiv(part))]
    return named[0] if named else _sha_in(link.segments)


def _sha_in(segments: list[str]) -> str | None:
    """Find the hash in a path such as paper/<title>/<hash>/figure/3."""
    return next((f"s2:{part.lower()}" for part in segments if _SHA.fullmatch(part)), None)


def _arxiv(part: str) -> str | None:
    return ARXIV_FAMILY.of_text(part) if part.lower().startswith("arxiv:") else None


def _of_text(text: str) -> str | None:
    if match := _CORPUS.fullmatch(text):
        return f"s2:CorpusID:{match[1]}"
    match = _BARE.fullmatch(text)
    return f"s2:{match[1].lower()}" if match else None


def _landing(value: str) -> str:
    if value.startswith("CorpusID:"):
        return f"https://api.semanticscholar.org/{value}"
    return f"https://www.semanticscholar.org/paper/{value}"


S2 = Family("s2", ("semanticscholar.org",), _of_link, _landing, _of_text)
