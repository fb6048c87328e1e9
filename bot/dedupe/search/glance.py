"""Can two records be ruled out at a glance, before they are compared word by word?

Most pairs that have a rare word in common have nothing else in common. Passed over are also works
that other people wrote about nearly the same, or nobody knows who, but not a title that comes back
word for word.
"""

from bot.dedupe.parse.names import compare_names
from bot.dedupe.parse.records import ParsedRecord

FEWEST_WORDS = 4
MOST_SLIPS = 4
LETTERS_AT_AN_END = 3


def far_apart(a: ParsedRecord, b: ParsedRecord) -> bool:
    """Tell that two records are two works, if they share no id and no link."""
    left, right = a.title, b.title
    fewer = min(len(left.bag), len(right.bag))
    if fewer < FEWEST_WORDS:
        return False
    shared = len(left.bag & right.bag)
    if 3 * shared < fewer:
        return not (left.name and left.name == right.name)
    if not (a.names and b.names):
        few = 3 * shared < 2 * fewer
        return few and share_no_form(a, b) and not spelt_alike(left.whole, right.whole)
    nearly = 4 * shared >= 3 * fewer
    if not nearly and a.people and b.people and a.people.isdisjoint(b.people):
        return not spelt_alike(left.whole, right.whole)
    if nearly and a.record.year == b.record.year:
        return False
    return share_no_form(a, b) and compare_names(a.names, b.names).level == "none"


def share_no_form(a: ParsedRecord, b: ParsedRecord) -> bool:
    """Tell that two titles are not the same in any of their forms."""
    return set(a.title.forms).isdisjoint(b.title.forms)


def spelt_alike(a: str, b: str) -> bool:
    """Tell whether one title may be the other with slips in many words: as long, and one end."""
    if abs(len(a) - len(b)) > MOST_SLIPS:
        return False
    return a[:LETTERS_AT_AN_END] == b[:LETTERS_AT_AN_END] or (
        a[-LETTERS_AT_AN_END:] == b[-LETTERS_AT_AN_END:]
    )
