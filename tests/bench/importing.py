"""What does reading a README cost beside Markdown's bare parse, in time and in memory?

    python -m tests.bench.importing [--size CHARACTERS]

The lists are made by a seeded generator in the five styles that lists have: each work has a title,
a link and a venue of its own, so that nothing is read faster for having been read before.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random
from time import process_time

import mistune

from bot.importers import read
from tests.bench.made import NAMES, VENUES, WORDS
from tests.bench.measure import peak_mib

SIZE = 1_000_000
MOST_TIME, MOST_MEMORY = 2.5, 2.0
ROW = "{:<12} {:>9} {:>11} {:>11} {:>11} {:>12}"


def works(seed: int) -> Iterator[tuple[str, str, str, str]]:
    """Make works without end: title, link, venue with year, and code."""
    random = Random(seed)
    number = 0
    while True:
        number += 1
        title = " ".join(random.choices(WORDS, k=7)).title()
        paper = f"https://arxiv.org/abs/{random.randint(15, 25)}{number % 12 + 1:02}.{number:05}"
        code = f"https://github.com/{random.choice(NAMES).lower()}/{random.choice(WORDS)}-{number}"
        yield title, paper, f"{random.choice(VENUES)} {random.randint(2015, 2025)}", code


def table(title: str, paper: str, venue: str, code: str) -> str:
    """Write a row."""
    return f"| [{title}]({paper}) | {venue} | [code]({code}) |\n"


def bullets(title: str, paper: str, venue: str, code: str) -> str:
    """Write a bullet with its fields below it."""
    name = title.partition(" ")[0]
    return f"- {name}\n  - Venue: {venue}\n  - [Link: {title}]({paper})\n  - [Code]({code})\n\n"


def numbered(title: str, paper: str, _: str, code: str) -> str:
    """Write a numbered line."""
    return f"1. {title}, [Paper]({paper}), [Code]({code})\n"


def citation(title: str, paper: str, venue: str, code: str) -> str:
    """Write a line that cites."""
    published = venue.replace(" ", ", ")
    return f"- {title}, <ins>{published}</ins> [[Paper]({paper})] [[Code]({code})]\n"


def paragraphs(title: str, paper: str, venue: str, code: str) -> str:
    """Write a paragraph with its title in bold."""
    return f"**{title}** <br>\n*{venue}* [[paper]]({paper}) [[code]]({code})\n\n"


STYLES: dict[str, Callable[[str, str, str, str], str]] = {
    "table": table,
    "bullets": bullets,
    "numbered": numbered,
    "citation": citation,
    "paragraphs": paragraphs,
}


def made(style: str, size: int) -> str:
    """Make a README of about `size` characters, a heading to every fifty works."""
    write = STYLES[style]
    head = "\n| Title | Venue | Code |\n| --- | --- | --- |\n" if style == "table" else "\n"
    parts = ["# A made list\n"]
    length = 0
    for number, work in enumerate(works(size)):
        if number % 50 == 0:
            parts.append(f"\n## Topic {number // 50}\n{head}")
        parts.append(write(*work))
        length += len(parts[-1])
        if length > size:
            return "".join(parts)
    return ""


def measure(style: str, size: int) -> None:
    """Measure one style, and print its line."""
    took, floor, peak, least = (
        min(alone(style, size, what) for _ in range(tries))
        for what, tries in (("read", 3), ("parse", 3), ("read-peak", 1), ("parse-peak", 1))
    )
    time, memory = f"{took / floor:.2f}", f"{peak / least:.2f}"
    entries = len(read(made(style, size)).entries)
    print(ROW.format(style, entries, f"{took:.2f} s", time, f"{peak:.0f} MiB", memory), flush=True)


def alone(style: str, size: int, what: str) -> float:
    """Measure in a process of its own, as every import is: nothing has been read before."""
    command = [sys.executable, "-m", "tests.bench.importing", "--size", str(size)]
    run = subprocess.run([*command, "--alone", style, what], check=True, capture_output=True)
    return float(run.stdout)


def measure_alone(style: str, size: int, what: str) -> None:
    """Print the processor seconds, or the peak in MiB, of one reading or one bare parse."""
    text = made(style, size)
    bare = mistune.create_markdown(renderer=None, plugins=["table"])
    work = partial(read if what.startswith("read") else bare, text)
    if what.endswith("peak"):
        print(peak_mib(work))
        return
    start = process_time()
    work()
    print(process_time() - start)


def main(argv: Sequence[str] | None = None) -> None:
    """Measure all styles at the size that the arguments give."""
    parser = argparse.ArgumentParser(prog="bench importing", description=__doc__)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--alone", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    if arguments.alone:
        measure_alone(arguments.alone[0], arguments.size, arguments.alone[1])
        return
    print(ROW.format("style", "entries", "time", f"<= {MOST_TIME}", "peak", f"<= {MOST_MEMORY}"))
    for style in STYLES:
        measure(style, arguments.size)


if __name__ == "__main__":
    main()
