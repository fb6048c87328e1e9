"""Do the properties and the random histories hold for cases that nobody has tried yet?

python -m tests.seeds                 with a new seed, which is printed
python -m tests.seeds --seed 7        the same cases again
python -m tests.seeds --rounds 1 --number 50        fewer of them
"""

import argparse
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Sequence


def commands(seed: int, rounds: int, number: int) -> Iterator[list[str]]:
    """Give what to run: each round of the property tests has a seed of its own."""
    for turn in range(seed, seed + rounds):
        chosen = ["-m", "hypothesis", f"--hypothesis-seed={turn}", "--timeout=3600"]
        yield [sys.executable, "-m", "pytest", "-q", "-n", "auto", *chosen]
    histories = ["--number", str(number), "--seed", str(seed)]
    yield [sys.executable, "-m", "tests.bench.order", *histories]


def main(argv: Sequence[str] | None = None) -> int:
    """Try everything, also after a failure; gives 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.seeds", description=__doc__)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--number", type=int, default=300)
    given = parser.parse_args(argv)
    again = f"--seed {given.seed} --rounds {given.rounds} --number {given.number}"
    print(f'to try the same cases again: make seeds SEEDS="{again}"', flush=True)  # noqa: T201
    long = os.environ | {"HYPOTHESIS_PROFILE": "long"}
    runs = [
        subprocess.run(command, env=long, check=False).returncode
        for command in commands(given.seed, given.rounds, given.number)
    ]
    return int(any(runs))


if __name__ == "__main__":
    sys.exit(main())
