"""Are two records certainly one work, and like which others does a change make an entry?"""

from bot.dedupe.compare.verdict import compare_records
from bot.dedupe.search.find import find
from bot.model.papers.match import Match
from bot.model.papers.paper import Catalog, Paper
from bot.model.papers.record import Record, record_of


def is_same(one: Record, other: Record) -> bool:
    """Tell whether two records are certainly one work."""
    match = compare_records(one, other)
    return match is not None and match.verdict == "duplicate"


def likened(before: Paper, after: Paper, catalog: Catalog) -> list[Match]:
    """Give the entries that a listed one was not like before a change, and is after it."""
    alike = {before.id, *(match.b for match in find(record_of(before), catalog))}
    return [match for match in find(record_of(after), catalog) if match.b not in alike]
