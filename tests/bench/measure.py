"""How long did it take, and how large did it grow?"""

import gc
import re
import resource
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path


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


def peak_of_process() -> float:
    """Give the most memory that this process took since it began, in MiB.

    Linux carries `ru_maxrss` over from the program that started this one.
    """
    status = Path("/proc/self/status")
    if status.exists() and (found := re.search(r"VmHWM:\s+([0-9]+) kB", status.read_text())):
        return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
