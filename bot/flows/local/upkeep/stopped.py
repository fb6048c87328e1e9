"""What was done before somebody stopped a long command by hand?"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def until_stopped(items: Iterable[T]) -> Iterator[T]:
    """Give what comes until the keyboard says stop: that is kept, and the next run goes on."""
    coming = iter(items)
    while True:
        try:
            item = next(coming)
        except (StopIteration, KeyboardInterrupt):
            return
        yield item
