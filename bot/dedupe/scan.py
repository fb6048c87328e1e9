"""Which records of one file, or of two, are the same works?"""

from collections.abc import Callable, Sequence

from bot.dedupe.blocking import candidates
from bot.dedupe.columns import doubt_ambiguous, mark_columns
from bot.dedupe.compare import compare_readings
from bot.dedupe.reading import Reading, read
from bot.model.match import Match
from bot.model.record import Record

Progress = Callable[[int, int], None]

STEP = 1000


def pairs(records: Sequence[Record], progress: Progress | None = None) -> list[Match]:
    """Give all matches among `records`, certain ones first.

    `progress` is called now and then with the pairs compared so far and their number.
    """
    readings = mark_columns([read(record) for record in records])
    return judged(readings, candidates(readings), progress)


def pairs_across(
    left: Sequence[Record], right: Sequence[Record], progress: Progress | None = None
) -> list[Match]:
    """Give all matches of a record of `left` with one of `right`, certain ones first."""
    if not (left and right):
        return []
    readings = mark_columns([read(record) for record in (*left, *right)])
    matches = judged(readings, candidates(readings, split=len(left)), progress)
    return without_settled(matches)


def without_settled(matches: Sequence[Match]) -> list[Match]:
    """Leave out possible pairs of which both records have a certain partner in the other file.

    The conference and the journal version of a work, both in both files, are no finding.
    """
    settled = {
        key for match in matches if match.verdict == "duplicate" for key in (match.a, match.b)
    }
    return [m for m in matches if m.verdict == "duplicate" or not settled >= {m.a, m.b}]


def judged(
    readings: Sequence[Reading], found: Sequence[tuple[int, int]], progress: Progress | None
) -> list[Match]:
    """Compare every candidate pair."""
    matches = []
    for done, (left, right) in enumerate(found):
        if progress and done % STEP == 0:
            progress(done, len(found))
        match = compare_readings(readings[left], readings[right])
        if match:
            matches.append(match)
    if progress:
        progress(len(found), len(found))
    columns = frozenset(r.record.key for r in readings if r.title.recurring and not r.ids)
    matches = doubt_ambiguous(matches, columns)
    return sorted(matches, key=lambda match: (match.verdict, -match.score, match.a, match.b))
