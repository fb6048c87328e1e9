"""Where a record has certain partners that are two works, which of them is it?

A citation without a venue fits the conference and the journal version of a work alike; with the
year of one of them it is that one, and the other is only possible.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from bot.dedupe.compare.citations import compare_cited
from bot.dedupe.compare.comparison import Comparison, compare_fields
from bot.dedupe.parse.records import ParsedRecord
from bot.dedupe.search.candidates import Pair
from bot.model.papers.match import Match

MOST_PARTNERS = 12


def doubt_rivals(compared: Mapping[Pair, Match], records: Sequence[ParsedRecord]) -> list[Match]:
    """Take back certainty from the partners that another, which is another work, outdoes."""
    partners: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair, match in compared.items():
        if match.verdict == "duplicate":
            for position in pair:
                partners[position].append(pair)
    judged = dict(compared)
    for position, pairs in partners.items():
        if 1 < len(pairs) <= MOST_PARTNERS:
            for pair in outdone(position, pairs, records):
                judged[pair] = compared[pair].doubted("another record is like this one in more")
    return list(judged.values())


def outdone(position: int, pairs: Sequence[Pair], records: Sequence[ParsedRecord]) -> list[Pair]:
    """Give the pairs of a record that have a rival with more to speak for it."""
    evidence = {pair: evidence_of(*pair, records) for pair in pairs}
    support = {pair: support_of(compared) for pair, compared in evidence.items()}
    losers = []
    for pair, other in combinations(pairs, 2):
        if support[pair] != support[other]:
            (p,), (q,) = ({*one} - {position} for one in (pair, other))
            apart = records[p].ids.isdisjoint(records[q].ids)
            if apart and evidence_of(p, q, records).separated:
                losers.append(min(pair, other, key=support.__getitem__))
    # What agrees in venue, year and pages is outdone by nothing.
    return [pair for pair in losers if not evidence[pair].on_same_pages]


def evidence_of(left: int, right: int, records: Sequence[ParsedRecord]) -> Comparison:
    """Gather what two records say about being one work."""
    return compare_fields(*compare_cited(records[left], records[right]))


def support_of(compared: Comparison) -> int:
    """Count what agrees besides title and authors; an id in common outdoes all else."""
    agree = [compared.years, compared.venues, compared.volumes, compared.pages].count("same")
    return agree + 10 * bool(compared.a.ids & compared.b.ids)
