"""Can two records be ruled out at a glance, before they are compared word by word?

Most pairs that have a rare word in common have nothing else in common. Passed over are also works
that other people wrote about nearly the same, but not a title that comes back word for word.
"""

from bot.dedupe.names import compare_names
from bot.dedupe.reading import Reading

FEWEST_WORDS = 4


def far_apart(a: Reading, b: Reading) -> bool:
    """Tell that two records are two works, if they share no id and no link."""
    left, right = a.title, b.title
    fewer = min(len(left.bag), len(right.bag))
    if fewer < FEWEST_WORDS:
        return False
    shared = len(left.bag & right.bag)
    if 3 * shared < fewer:
        return not (left.name and left.name == right.name)
    nearly = 4 * shared >= 3 * fewer
    if not nearly and a.surnames and b.surnames and a.surnames.isdisjoint(b.surnames):
        return True
    if nearly and a.record.year == b.record.year:
        return False
    if not set(left.forms).isdisjoint(right.forms):
        return False
    return compare_names(a.names, b.names).level == "none"
