"""Which day is it, for what a command writes down?"""

from datetime import UTC, datetime


def today() -> str:
    """Give the day, YYYY-MM-DD, in UTC."""
    return datetime.now(UTC).date().isoformat()
