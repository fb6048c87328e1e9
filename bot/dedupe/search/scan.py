"""Which records of one file, or of two, are the same works?"""

from collections.abc import Iterable, Iterator, Sequence

from bot.dedupe.compare.reasons import OTHER_VENUE
from bot.dedupe.compare.verdict import compare_parsed
from bot.dedupe.parse.records import ParsedRecord, parse_record
from bot.dedupe.search.candidates import Pair, candidates
from bot.dedupe.search.columns import doubt_ambiguous, mark_columns
from bot.dedupe.search.containers import without_containers
from bot.dedupe.search.groups import left_to_compare
from bot.dedupe.search.rivals import doubt_rivals
from bot.model.papers.match import Match
from bot.model.papers.record import Record
from bot.model.progress import Progress

STEP = 1000


def pairs(records: Sequence[Record], progress: Progress | None = None) -> list[Match]:
    """Give all matches among `records`, certain ones first.

    `progress` is called now and then with the pairs compared so far and their number.
    """
    matches = judged(records, 0, progress)
    certain = keys_of_certain(matches)
    # The conference and the journal version of a work, each here twice: four records, two findings.
    return [m for m in matches if OTHER_VENUE not in m.reasons or not is_settled(m, certain)]


def pairs_across(
    left: Sequence[Record], right: Sequence[Record], progress: Progress | None = None
) -> list[Match]:
    """Give all matches of a record of `left` with one of `right`, certain ones first.

    The conference and the journal version of a work, both in both files, are no finding.
    """
    if not (left and right):
        return []
    matches = judged([*left, *right], len(left), progress)
    certain = keys_of_certain(matches)
    return [match for match in matches if not is_settled(match, certain)]


def keys_of_certain(matches: Sequence[Match]) -> frozenset[str]:
    """Give the keys of the records that are certainly the same as another one."""
    certain = (match for match in matches if match.verdict == "duplicate")
    return frozenset(key for match in certain for key in (match.a, match.b))


def is_settled(match: Match, certain: frozenset[str]) -> bool:
    """Tell whether a possible match is of two records that have certain partners already."""
    return match.verdict == "possible" and certain >= {match.a, match.b}


def judged(records: Sequence[Record], split: int, progress: Progress | None) -> list[Match]:
    """Compare every candidate pair, across `split` only, if it is given."""
    parsed = mark_columns(without_containers([parse_record(record) for record in records]))
    matches = compared(counted(candidates(parsed, split), progress), parsed)
    matches |= compared(left_to_compare(matches, split), parsed)
    columns = frozenset(r.record.key for r in parsed if r.title.recurring and not r.ids)
    # In the other file a column may have one partner, in its own, with every issue's once, none.
    certain = doubt_ambiguous(doubt_rivals(matches, parsed), columns, 1 if split else 0)
    return sorted(certain, key=lambda match: (match.verdict, -match.score, match.a, match.b))


def compared(pairs: Iterable[Pair], records: Sequence[ParsedRecord]) -> dict[Pair, Match]:
    """Give the matches of pairs of records, by their positions."""
    matches = ((pair, compare_parsed(records[pair[0]], records[pair[1]])) for pair in pairs)
    return {pair: match for pair, match in matches if match}


def counted(pairs: Sequence[Pair], progress: Progress | None) -> Iterator[Pair]:
    """Yield pairs, and tell now and then how many have been."""
    for done, pair in enumerate(pairs):
        if progress and done % STEP == 0:
            progress(done, len(pairs))
        yield pair
    if progress:
        progress(len(pairs), len(pairs))
