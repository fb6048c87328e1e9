"""Which entries of the list may be one work, and has nobody said that they are two?"""

from collections.abc import Iterable

from bot.dedupe.search.scan import pairs
from bot.model.base import LONGEST_TEXT
from bot.model.papers.match import Match
from bot.model.papers.paper import Catalog
from bot.model.papers.record import record_of
from bot.model.upkeep.kept import Decisions, Doubt

MOST = 50


def doubts(catalog: Catalog, decisions: Decisions) -> tuple[Doubt, ...]:
    """Give the pairs of entries that may be one work, the likeliest first."""
    matches = pairs([record_of(paper) for paper in catalog.papers])
    return tuple(map(_doubt, undecided(matches, decisions)[:MOST]))


def undecided(matches: Iterable[Match], decisions: Decisions) -> list[Match]:
    """Leave out the pairs of which a maintainer has said that they are two works."""
    decided = {key for key, _ in decisions.about("distinct")}
    return [match for match in matches if _doubt(match).key not in decided]


def _doubt(match: Match) -> Doubt:
    return Doubt(a=match.a, b=match.b, why="; ".join(match.reasons)[:LONGEST_TEXT] or "alike")
