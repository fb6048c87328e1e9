"""What time is it? A counter of seconds, so that the same calls give the same times."""

from datetime import UTC, datetime

NEW_YEAR_2026 = 1_767_225_600


class Clock:
    """Seconds since 1970 that pass only when something happens, or when a test says so."""

    def __init__(self, seconds: int = NEW_YEAR_2026, step: int = 1) -> None:
        """Begin at `seconds`; every request and every act of a person takes `step`."""
        self.seconds = seconds
        self.step = step

    def tick(self) -> None:
        """Let one request's time pass."""
        self.seconds += self.step

    def now(self) -> str:
        """Give the time as GitHub writes it: 2026-01-01T00:00:00Z."""
        return iso(self.seconds)


def iso(seconds: int) -> str:
    """Write seconds since 1970 as GitHub does."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
