"""How much of a README comes back as its owner wrote it once it is a list of the bot's?

python -m tests.bench.adoption FILE...    any READMEs; without one, the styles of the tests

Of each: the lines between the bot's marks and how many of them are as they were, the entries that
were read and how many of them stand in the section that they were read under, how many the list's
template would write just so, and what was left as it is.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bot.importers import read
from bot.store import config, files
from tests.adoption.test_look import STYLES, adopted, catalog, text_of, without_marks

ROW = "{:<38} {:>6} {:>6} {:>7} {:>6} {:>7} {:>8} {:>6} {:>6}  {}"
HEAD = (
    *("list", "lines", "same", "share", "read", "placed", "template", "lost", "left"),
    "whole file",
)


class Figures(NamedTuple):
    """What came of one README."""

    name: str
    lines: int
    same: int
    read: int
    placed: int
    exact: int
    lost: int
    left: int
    whole: bool

    @property
    def share(self) -> float:
        """The share of the lines that are as they were."""
        return self.same / self.lines if self.lines else 0.0

    def __str__(self) -> str:
        shares = (f"{self.share:.1%}", self.read, self.placed, self.exact, self.lost, self.left)
        same = "same" if self.whole else "differs"
        return ROW.format(self.name[:38], self.lines, self.same, *shares, same)


def measured(path: Path) -> Figures:
    """Make a list of a README, and hold it against what the importer read there."""
    readme = text_of(path)
    with tempfile.TemporaryDirectory() as folder:
        found = adopted(Path(folder), readme)
        listing = config.parse(text_of(Path(folder) / files.LIST))
        ours = {
            (paper.title, listing.path(slug))
            for paper in catalog(Path(folder)).papers
            for slug in (paper.category, *paper.also_in)
        }
        there = text_of(Path(folder) / files.README)
    entries = read(readme).entries
    placed = sum((entry.title, entry.section or ("Papers",)) in ours for entry in entries)
    whole = without_marks(there).rstrip() == readme.rstrip()
    counts = (found.lines, found.same, len(entries), placed, found.exact)
    return Figures(path.stem, *counts, len(found.lost), len(found.leftovers), whole)


def main(argv: Sequence[str] | None = None) -> None:
    """Measure each README, and print the median of the shares."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.adoption", description=__doc__)
    parser.add_argument("file", nargs="*", type=Path, default=STYLES)
    paths = parser.parse_args(argv).file
    print(ROW.format(*HEAD))
    found = [measured(path) for path in paths]
    for figures in found:
        print(figures)
    recall = [each.placed / each.read for each in found if each.read]
    print(f"median: {median(each.share for each in found):.1%} of the lines as they were,", end="")
    print(f" {median(recall):.1%} of the entries in their section")


if __name__ == "__main__":
    main()
