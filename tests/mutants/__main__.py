"""Change the code at random and say what the tests do not notice: `python -m tests.mutants`.

PATHS are modules or folders (all of `bot/` unless told); of all their small changes N are drawn,
the same for the same seed. One line for each that survived (module, line, operator, before, after,
between tabs), then the share noticed for each room. It is no part of `make test`: it takes minutes.
"""

import argparse
import random
from collections import Counter
from pathlib import Path

from tests.mutants.mutant import Mutant, mutants
from tests.mutants.nearest import below, nearest_tests
from tests.mutants.trial import copy_of, is_noticed, passes

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Read the command line, try the mutants and print what came of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("paths", nargs="*", default=["bot"], metavar="PATH")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--number", type=int, default=25)
    options = parser.parse_args()
    drawn = draw(options.paths, options.seed, options.number)
    tried, noticed = Counter[str](), Counter[str]()
    with copy_of(ROOT) as tree:
        check(tree, drawn)
        for mutant in drawn:
            tried[room(mutant)] += 1
            if is_noticed(mutant, tree):
                noticed[room(mutant)] += 1
            else:
                print(*mutant[:-1], sep="\t", flush=True)
    for name, number in sorted(tried.items()):
        print(f"{name}: {noticed[name]} of {number} noticed ({noticed[name] / number:.0%})")


def draw(paths: list[str], seed: int, number: int) -> list[Mutant]:
    """Draw some of the mutants below the paths, in the order of the code."""
    modules = [
        each for path in paths for each in ([path] if path[-3:] == ".py" else below(ROOT, path))
    ]
    every = [mutant for module in modules for mutant in mutants(ROOT, module)]
    chosen = random.Random(seed).sample(every, min(number, len(every)))
    return sorted(chosen, key=lambda mutant: (mutant.module, mutant.line))


def check(tree: Path, drawn: list[Mutant]) -> None:
    """Refuse to begin where tests fail without any change: everything would seem noticed."""
    needed = {test for mutant in drawn for test in nearest_tests(tree, mutant.module)}
    if not passes(tree, sorted(needed)):
        raise SystemExit(f"these tests do not pass as they are: {' '.join(sorted(needed))}")


def room(mutant: Mutant) -> str:
    """Name the room of a mutant: the folder below `bot/`, or the module there."""
    return "/".join(mutant.module.split("/")[:2])


if __name__ == "__main__":
    main()
