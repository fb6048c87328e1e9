"""Which links are in trouble together: those of a site whose pages have all gone, or one alone?

A site that has gone with twenty pages is one thing to look at, not twenty.
"""

from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import urlsplit

from bot.model.upkeep.link import Finding
from bot.upkeep.board.boxes import key_of
from bot.upkeep.links.ways import asked

LEAST = 3  # fewer links of a site than this are told one by one

Trouble = tuple[Finding, ...]


def troubles(findings: Iterable[Finding]) -> list[Trouble]:
    """Put those together that are pages of one host and fare alike; the order stays."""
    together: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        together[_alike(finding)].append(finding)
    parted: list[Trouble] = []
    for some in together.values():
        parted += [tuple(some)] if len(some) >= LEAST else [(finding,) for finding in some]
    return parted


def _alike(finding: Finding) -> tuple[str, ...]:
    """Name what two have in common that are told together.

    An interface knows each by itself, and where one leads now has to be seen.
    """
    if asked(finding.url).way != "page" or finding.state.moved_to:
        return (finding.url,)
    copy = "archived" if finding.state.archived else ""
    return (urlsplit(finding.url).netloc, finding.state.verdict, finding.state.said, copy)


def key(trouble: Trouble) -> str:
    """Give the name by which boxes are about exactly these links, and none that came since."""
    return key_of("\n".join(finding.url for finding in trouble))
