"""How long did it take, and how large did it grow?"""

import gc
import time
import tracemalloc
from collections.abc import Callable


def seconds(work: Callable[[], object], tries: int = 3) -> float:
    """Give the shortest of several runs: noise only ever adds."""
    best = float("inf")
    for _ in range(tries):
        gc.collect()
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def peak_mib(work: Callable[[], object]) -> float:
    """Give the most memory that Python objects took during one run, in MiB."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()
