"""Are two records certainly one work?"""

from bot.dedupe.compare.verdict import compare_records
from bot.model.papers.record import Record


def is_same(one: Record, other: Record) -> bool:
    """Tell whether two records are certainly one work."""
    match = compare_records(one, other)
    return match is not None and match.verdict == "duplicate"
