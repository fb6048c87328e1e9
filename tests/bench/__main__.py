"""`make bench`: what does each thing cost, as a ratio to a floor measured beside it?

    make bench                                    all parts
    make bench BENCH="lists --sizes 1000 10000"   one part, with its own arguments
    make bench BENCH="dedupe --left a.csv --right b.csv --gold gold.csv"

The machine should have nothing else to do. No test asserts a time.
"""

import sys
from importlib import import_module

# The parts, in the order in which they are run, and what each measures.
PARTS = {
    "lists": "loading, regenerating, a submission, the form, the start",
    "against": "whole commands beside another version of the bot",
    "importing": "reading READMEs of 1 MB, against mistune's bare parse",
    "dedupe": "one submission against a list, and scans of growing files",
    "category": "how often the category proposed is right",
    "site": "the site's pages and their search",
    "search": "how often the search shows what is meant",
    "discover": "how well a list's own ranker finds what the list wants",
    "train": "suggestions for one table, merged by hand and by the train",
}


def main() -> None:
    """Run the part that is named, with the rest of the arguments, or all."""
    name, *rest = sys.argv[1:] or [""]
    if name and name not in PARTS:
        sys.exit(f"{__doc__}\nThe parts: {', '.join(PARTS)}")
    for part in [name] if name else PARTS:
        print(f"\n# {part}: {PARTS[part]}\n", flush=True)
        import_module(f"tests.bench.{part}").main(rest)


if __name__ == "__main__":
    main()
