"""What was done before somebody stopped a long command by hand?"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


class UntilStopped:
    """Gives what comes until the keyboard says stop: that is kept, and the next run goes on."""

    def __init__(self) -> None:
        """Let nobody have stopped it yet."""
        self._stopped = False

    def __call__(self, items: Iterable[T]) -> Iterator[T]:
        """Yield the items; none of what follows once the keyboard has said stop."""
        coming = iter(items)
        while not self._stopped:
            try:
                item = next(coming)
            except StopIteration:
                return
            except KeyboardInterrupt:
                self._stopped = True
                return
            yield item
