"""Does the bot come to the right end in histories far more and longer than the tests play?

python -m tests.bench.order --number 1000 --seed 7
"""

import argparse
import time
from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, given, seed, settings
from hypothesis.strategies import SearchStrategy

from tests.flows.crowd import EVERYTHING, ON_ISSUES, ON_MAIN, ON_PULLS
from tests.flows.test_order import Step, steps, tell, tell_twice

ANYTHING = steps([*EVERYTHING, *ON_PULLS, *3 * ["suggest"], *4 * ["event"], "sweep"], 50)
BEFORE_THE_BOT = steps([*ON_ISSUES, *ON_MAIN, *3 * ["suggest"]], 20)


def play(
    play_one: Callable[[list[Step]], None],
    histories: SearchStrategy[list[Step]],
    number: int,
    chosen: int,
) -> None:
    """Play so many histories, drawn from this seed; a fault is shrunk and shown."""
    played = 0

    def counted(history: list[Step]) -> None:
        nonlocal played
        played += 1
        play_one(history)

    start = time.perf_counter()
    longer = settings(
        max_examples=number, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    seed(chosen)(longer(given(history=histories)(counted)))()
    took = time.perf_counter() - start
    print(f"{play_one.__name__}: {played} histories without a fault in {took:.0f} s")


def main(argv: Sequence[str] | None = None) -> None:
    """Play as many as the arguments say."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.order", description=__doc__)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args(argv)
    play(tell, ANYTHING, arguments.number, arguments.seed)
    play(tell_twice, BEFORE_THE_BOT, arguments.number, arguments.seed)


if __name__ == "__main__":
    main()
