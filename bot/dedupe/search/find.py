"""Is this one record in the list already, and where?

Records with an id or a link in common, and those whose titles share the most telling pieces, are
compared; not all, since a run asks this of every open suggestion.
"""

from collections import defaultdict

from bot.dedupe.compare.verdict import compare_parsed
from bot.dedupe.parse.records import ParsedRecord, parse_record
from bot.model.papers.index import Index
from bot.model.papers.match import Match
from bot.model.papers.paper import Catalog, Paper
from bot.model.papers.record import Record, record_of
from bot.text.pieces import pieces

MOST_COMPARED = 30


def find(record: Record, catalog: Catalog) -> list[Match]:
    """Give the entries that are, or may be, the work of `record`; certain ones first."""
    wanted, index = parse_record(record), catalog.index
    places = {
        *index.with_id(record.ids),
        *index.with_url(record.urls),
        *resembling(wanted, index),
    }
    papers = [catalog.papers[place] for place in sorted(places)]
    matches = [match for paper in papers if (match := _compared(wanted, paper))]
    return sorted(matches, key=_rank)


def _compared(wanted: ParsedRecord, paper: Paper) -> Match | None:
    """Compare with an entry, under each title that its work has had; the closest counts."""
    record = record_of(paper)
    named = (record, *(record._replace(title=title) for title in paper.other_titles))
    matches = (compare_parsed(wanted, parse_record(version)) for version in named)
    return min(filter(None, matches), key=_rank, default=None)


def _rank(match: Match) -> tuple[str, float, str]:
    return match.verdict, -match.score, match.b


def resembling(wanted: ParsedRecord, index: Index) -> list[int]:
    """Give the places whose titles share most with this one; what few titles hold counts most."""
    texts = (wanted.record.title, wanted.record.short_name, wanted.title.name, *wanted.title.forms)
    shares: defaultdict[int, float] = defaultdict(float)
    for piece in sorted(frozenset().union(*map(pieces, texts))):
        places = index.by_piece.get(piece, ())
        for place in places:
            shares[place] += 1 / len(places)
    return sorted(shares, key=lambda place: (-shares[place], place))[:MOST_COMPARED]
