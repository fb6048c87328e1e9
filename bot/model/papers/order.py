"""At which place among others does an entry stand, such that a new one moves nobody else?

A key is a fraction between 0 and 1, written in base 36 without its point. Between any two there
is room for another, and they sort as texts.
"""

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
    found = ""
    while True:
        first = DIGITS.index(low[len(found)]) if len(found) < len(low) else 0
        last = DIGITS.index(high[len(found)]) if len(found) < len(high) else len(DIGITS)
        if last - first > 1:
            return found + DIGITS[(first + last) // 2]
        if last > first:
            high = ""  # whatever follows this digit is below
        found += DIGITS[first]


def _written(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits.rstrip("0")
