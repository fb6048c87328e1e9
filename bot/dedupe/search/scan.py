"""Which records of one file, or of two, are the same works?"""

from collections.abc import Sequence

from bot.dedupe.compare.comparison import OTHER_VENUE
from bot.dedupe.compare.verdict import compare_parsed
from bot.dedupe.parse.records import ParsedRecord, parse_record
from bot.dedupe.search.candidates import candidates
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
    readings = mark_columns(without_containers([parse_record(record) for record in records]))
    matches = judged(readings, 0, progress)
    settled = keys_of_certain(matches)
    # The conference and the journal version of a work, each here twice: four records, two findings.
    return [m for m in matches if OTHER_VENUE not in m.reasons or not is_settled(m, settled)]


def pairs_across(
    left: Sequence[Record], right: Sequence[Record], progress: Progress | None = None
) -> list[Match]:
    """Give all matches of a record of `left` with one of `right`, certain ones first."""
    if not (left and right):
        return []
    records = mark_columns(without_containers([parse_record(record) for record in (*left, *right)]))
    matches = judged(records, len(left), progress)
    return without_settled(matches)


def without_settled(matches: Sequence[Match]) -> list[Match]:
    """Leave out possible pairs of which both records have a certain partner in the other file.

    The conference and the journal version of a work, both in both files, are no finding.
    """
    settled = keys_of_certain(matches)
    return [match for match in matches if not is_settled(match, settled)]


def keys_of_certain(matches: Sequence[Match]) -> frozenset[str]:
    """Give the keys of the records that are certainly the same as another one."""
    certain = (match for match in matches if match.verdict == "duplicate")
    return frozenset(key for match in certain for key in (match.a, match.b))


def is_settled(match: Match, settled: frozenset[str]) -> bool:
    """Tell whether a possible match is of two records that have certain partners already."""
    return match.verdict == "possible" and settled >= {match.a, match.b}


def judged(records: Sequence[ParsedRecord], split: int, progress: Progress | None) -> list[Match]:
    """Compare every candidate pair, across `split` only, if it is given."""
    pairs = candidates(records, split)
    matches = {}
    for done, (left, right) in enumerate(pairs):
        if progress and done % STEP == 0:
            progress(done, len(pairs))
        match = compare_parsed(records[left], records[right])
        if match:
            matches[left, right] = match
    for left, right in left_to_compare(matches, split):
        match = compare_parsed(records[left], records[right])
        if match:
            matches[left, right] = match
    if progress:
        progress(len(pairs), len(pairs))
    columns = frozenset(r.record.key for r in records if r.title.recurring and not r.ids)
    # In the other file a column may have one partner, in its own, with every issue's once, none.
    certain = doubt_ambiguous(doubt_rivals(matches, records), columns, 1 if split else 0)
    return sorted(certain, key=lambda match: (match.verdict, -match.score, match.a, match.b))
