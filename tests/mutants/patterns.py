"""Which small changes has a regular expression?"""

import re
from collections.abc import Iterator

# What only patterns hold; any other text is no pattern.
SIGNS = re.compile(r"\\[bdsw]|\[\^?\S+?\]|\(\?|[\])\w][*+?]|\|")
PIECE = re.compile(r"(?<![\\(])(?:[*+?](?!\?)|\{\d+,\d*\}|\\b|\^|\$)")
ALTERNATIVE = re.compile(r"(?<=[|(:])(?:[\w ]|\\[.\-])+\|")


def tweaked(pattern: str) -> Iterator[str]:
    """Give the pattern without one of its alternatives, repetitions or bounds, where it is one."""
    if not SIGNS.search(pattern):
        return
    for found in (*ALTERNATIVE.finditer(pattern), *PIECE.finditer(pattern)):
        other = pattern[: found.start()] + pattern[found.end() :]
        if is_pattern(other):
            yield other


def is_pattern(text: str) -> bool:
    """Tell whether a text is a regular expression that can be read."""
    try:
        re.compile(text)
    except re.error:
        return False
    return True
