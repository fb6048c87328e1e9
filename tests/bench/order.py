"""Does the bot come to the right end in histories far more and longer than the tests play?

python -m tests.bench.order --number 1000 --seed 7

Each history has a number, from the seed on. One that ends wrongly is shown as short as it can be
made by leaving out steps; the others are played all the same.
"""

import argparse
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from statistics import median

from tests.flows.crowd import Crowd, Spent
from tests.flows.histories import History, drawn, drawn_before_the_bot, tell, tell_twice

Tell = Callable[[History], Crowd]
LONGEST, LONGEST_BEFORE = 50, 20
MOST = 500  # characters of the poison
EACH = 5  # of so many histories, one is told twice


def fault(tell_one: Tell, history: History) -> str:
    """Play a history; gives the last lines of what was wrong with it, "" if nothing was."""
    try:
        tell_one(history)
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return "\n".join(traceback.format_exc(limit=-4).splitlines()[-24:])
    return ""


def shortened(tell_one: Tell, history: History, said: str) -> History:
    """Leave out steps as long as the history ends with the same fault."""
    size = len(history.steps) // 2
    while size:
        at = 0
        while at < len(history.steps):
            less = history._replace(steps=history.steps[:at] + history.steps[at + size :])
            if fault(tell_one, less).splitlines()[:6] == said.splitlines()[:6]:
                history = less
            else:
                at += size
        size //= 2
    return history


def shown(history: History) -> str:
    """Write a history down, so that it can be played again but for long words of the poison."""
    steps = "\n".join(f"    Step({each.name!r}, {each.at}, {each.what})," for each in history.steps)
    return f"{steps}\n    {str(history.poison)[:MOST]}" if history.poison else steps


def main(argv: Sequence[str] | None = None) -> int:
    """Play as many as the arguments say; gives 1 if any ended wrongly."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.order", description=__doc__)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--longest", type=int, default=LONGEST)
    given = parser.parse_args(argv)
    start, wrong, spent = time.perf_counter(), 0, list[Spent]()
    for number in range(given.seed, given.seed + given.number):
        tell_one: Tell = tell_twice if number % EACH == 0 else tell
        draw = drawn_before_the_bot if tell_one is tell_twice else drawn
        history = draw(number, LONGEST_BEFORE if tell_one is tell_twice else given.longest)
        try:
            spent += tell_one(history).spent
        except Exception:  # noqa: BLE001 - as above
            wrong += 1
            said = fault(tell_one, history)
            print(f"--- {number}: {said}\n{shown(shortened(tell_one, history, said))}", flush=True)
    took = time.perf_counter() - start
    print(f"{given.number} histories, {wrong} of them with a fault, in {took:.0f} s")
    for name, event in (("event", True), ("sweep", False)):
        points = sorted(each.points for each in spent if each.event is event)
        requests = sorted(each.requests for each in spent if each.event is event)
        if points:
            print(
                f"{name}: {len(points)} runs; points {median(points)}, at most {points[-1]}; "
                f"requests {median(requests)}, at most {requests[-1]}"
            )
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
