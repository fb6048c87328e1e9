"""Where a record has certain partners that are two works, which of them is it?

A citation without a venue fits the conference and the journal version of a work alike; with the
year of one of them it is that one, and the other is only possible.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from bot.dedupe.citations import compare_cited
from bot.dedupe.evidence import Evidence, gather
from bot.dedupe.reading import Reading
from bot.model.match import Match

MOST_PARTNERS = 12

Pair = tuple[int, int]


def doubt_rivals(found: Mapping[Pair, Match], readings: Sequence[Reading]) -> list[Match]:
    """Take back certainty from the partners that another, which is another work, outdoes."""
    partners: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair, match in found.items():
        if match.verdict == "duplicate":
            for position in pair:
                partners[position].append(pair)
    judged = dict(found)
    for position, pairs in partners.items():
        if 1 < len(pairs) <= MOST_PARTNERS:
            for pair in outdone(position, pairs, readings):
                judged[pair] = doubted(found[pair])
    return list(judged.values())


def outdone(position: int, pairs: Sequence[Pair], readings: Sequence[Reading]) -> list[Pair]:
    """Give the pairs of a record that have a rival with more to speak for it."""
    evidence = {pair: evidence_of(*pair, readings) for pair in pairs}
    support = {pair: support_of(found) for pair, found in evidence.items()}
    losers = []
    for pair, other in combinations(pairs, 2):
        if support[pair] != support[other]:
            (p,), (q,) = ({*each} - {position} for each in (pair, other))
            apart = readings[p].ids.isdisjoint(readings[q].ids)
            if apart and evidence_of(p, q, readings).separated:
                losers.append(min(pair, other, key=support.__getitem__))
    # What agrees in venue, year and pages is outdone by nothing.
    return [pair for pair in losers if not evidence[pair].on_same_pages]


def evidence_of(left: int, right: int, readings: Sequence[Reading]) -> Evidence:
    """Gather what two records say about being one work."""
    a, b = readings[left], readings[right]
    return gather(a, b, compare_cited(a, b))


def support_of(found: Evidence) -> int:
    """Count what agrees besides title and authors; an id in common outdoes all else."""
    agree = [found.years, found.venues, found.volumes, found.pages].count("same")
    return agree + 10 * bool(found.a.ids & found.b.ids)


def doubted(match: Match) -> Match:
    """Give the match as a possible one, with the reason."""
    reason = "another record is like this one in more"
    return Match(
        match.a, match.b, "possible", round(match.score - 0.1, 3), (reason, *match.reasons)
    )
