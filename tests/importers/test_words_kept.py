"""Does every word of a list come back, whatever shapes stand in each other in it?"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import count, product
from random import Random
from string import ascii_lowercase

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.importers import read

COMMON = "quiet kernels for long streams with memory Efficient Large Models of Serving A".split()
SAID = ("ICML 2023", "NeurIPS'23", "arXiv 2024", "2023-10", "(ACL 2022)", "Ann Lee, Bo Wu", "<br>")
LABELS = ("Paper", "Code", "pdf", "Link")
HEADERS = ("Title", "Paper", "Venue", "Code", "", "Name", "Notes", "Size", "Year")


class List:
    """A list made at random, in which each title holds a word that stands nowhere else."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.words = ("zq" + "".join(each) for each in product(ascii_lowercase, repeat=3))
        self.numbers = count(1)
        self.marks: list[str] = []

    def mark(self) -> str:
        """Make a word that stands nowhere else."""
        self.marks.append(next(self.words))
        return self.marks[-1]

    def title(self) -> str:
        """Make a title with such a word."""
        return " ".join((*self.random.choices(COMMON, k=self.random.randint(1, 6)), self.mark()))

    def link(self) -> str:
        """Make an address."""
        number = next(self.numbers)
        return self.random.choice(
            (f"https://arxiv.org/abs/2301.{number:05}", f"https://a.org/{number}")
        )

    def piece(self) -> str:
        """Make a part of a line."""
        kind = self.random.randint(0, 8)
        if kind == 0:
            return self.title()
        if kind == 1:
            return f"[{self.title()}]({self.link()})"
        if kind == 2:
            return f"[{self.random.choice(LABELS)}]({self.link()})"
        around = ("**{}**", "*{}*", '"{}"', "`{}`", "[{}] ")
        if kind < 8:
            return around[kind - 3].format(self.title())
        return self.random.choice(SAID)

    def line(self) -> str:
        """Make a line of some parts."""
        pieces = [self.piece() for _ in range(self.random.randint(1, 5))]
        return self.random.choice((" ", ", ", " - ")).join(pieces)

    def items(self, depth: int = 0) -> Iterator[str]:
        """Make the lines of a nested list."""
        for _ in range(self.random.randint(1, 4)):
            yield f"{'  ' * depth}{self.random.choice(('- ', '* '))}{self.line()}"
            if depth < 3 and self.random.random() < 0.3:
                yield from self.items(depth + 1)

    def table(self) -> Iterator[str]:
        """Make the lines of a table."""
        columns = self.random.randint(2, 4)
        yield f"| {' | '.join(self.random.choice(HEADERS) for _ in range(columns))} |"
        yield f"|{'---|' * columns}"
        for _ in range(self.random.randint(1, 4)):
            yield f"| {' | '.join(self.line() for _ in range(columns))} |"

    def document(self) -> str:
        """Make the whole list."""
        blocks = ["# A list"]
        for _ in range(self.random.randint(1, 4)):
            blocks.append(
                f"## {self.random.choice(('ICML 2023', 'News', '2024', ''))}{self.title()}"
            )
            shapes = (self.items, self.table, lambda: iter((self.line(),)))
            blocks += ["\n".join(self.random.choice(shapes)()) for _ in range(3)]
        return "\n\n".join(blocks)


@settings(deadline=None, max_examples=120)
@given(st.integers(0, 1_000_000))
def test_no_word_of_a_list_vanishes(seed: int) -> None:
    made = List(seed)
    reading = read(made.document())
    entries = json.dumps([asdict(entry) for entry in reading.entries])
    rest = (*reading.leftovers, *reading.headings, *(each.text for each in reading.prose))
    there = " ".join((entries, *rest))
    assert [mark for mark in made.marks if mark not in there] == []
