"""At which place among others does an entry stand, such that a new one moves nobody else?

A key is a fraction between 0 and 1, written in base 36 without its point. Between any two there
is room for another, and they sort as texts.
"""

from bisect import bisect_left
from collections.abc import Sequence

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
KEY = r"^[0-9a-z]*[1-9a-z]$"
_ROOM = 4  # so that the first few insertions make no key longer


def spread(count: int) -> list[str]:
    """Give so many keys, in order and evenly apart."""
    width = 1
    while len(DIGITS) ** width < _ROOM * (count + 1):
        width += 1
    step = len(DIGITS) ** width // (count + 1)
    return [_written(step * (place + 1), width) for place in range(count)]


def between(low: str, high: str) -> str:
    """Give a key above `low` and below `high`; "" is the end on either side."""
    key = ""
    while True:
        first = DIGITS.index(low[len(key)]) if len(key) < len(low) else 0
        last = DIGITS.index(high[len(key)]) if len(key) < len(high) else len(DIGITS)
        if last - first > 1:
            return key + DIGITS[(first + last) // 2]
        if last > first:
            high = ""  # whatever follows this digit is below
        key += DIGITS[first]


def placed(keys_before: Sequence[str]) -> list[str]:
    """Give keys in order, those that are known where they rise, and others between them."""
    fixed = _rising(keys_before)
    if not fixed:
        return spread(len(keys_before))
    keys: list[str] = []
    for at in range(len(keys_before)):
        above = next((keys_before[i] for i in fixed if i > at), "")
        keys.append(keys_before[at] if at in fixed else between(keys[-1] if keys else "", above))
    return keys


def _rising(keys: Sequence[str]) -> list[int]:
    """Give the places of a longest rising chain of the keys; "" is none."""
    tails: list[str] = []
    chains: list[list[int]] = []
    for at, key in enumerate(keys):
        if key:
            length = bisect_left(tails, key)
            chain = [*(chains[length - 1] if length else []), at]
            tails[length : length + 1] = [key]
            chains[length : length + 1] = [chain]
    return chains[-1] if chains else []


def _written(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits.rstrip("0")
