"""How well does a list's own ranker find what the list wants, beside plain rankers?

    python -m tests.bench discover --train FILE --candidates FILE

FILE is a table with tabs and a heading: `title` in both, `on_topic` (1 or 0) in the candidates.
Nothing is learned but from the titles of both; no label is looked at before all is ranked.
"""

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path

from bot.discover.measures import quality
from bot.discover.ranking import baselines
from bot.discover.ranking.rank import ranked

DEPTHS = (50, 100, 300)


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table with tabs and a heading."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def main(arguments: Sequence[str]) -> None:
    """Print a line of measures for each ranker."""
    parser = argparse.ArgumentParser(prog="discover")
    parser.add_argument("--train", type=Path)
    parser.add_argument("--candidates", type=Path)
    options = parser.parse_args(arguments)
    if not (options.train and options.candidates):
        print("needs --train FILE and --candidates FILE")
        return
    listed = [row["title"] for row in rows(options.train)]
    found = rows(options.candidates)
    titles = [row["title"] for row in found]
    wanted = [row["on_topic"] == "1" for row in found]
    print(
        f"{len(listed)} listed, {len(titles)} candidates, {sum(wanted) / len(wanted):.3f} wanted\n"
    )
    scores = {
        "as given": [float(-at) for at in range(len(titles))],
        "nearest five": baselines.nearest(listed, titles),
        "centroid": baselines.centroid(listed, titles),
        "log-odds": baselines.log_odds(listed, titles),
        "ours": [score.value for score in ranked(listed, titles)],
    }
    print(f"{'':14}{'AUC':>6}{'AP':>7}" + "".join(f"{f'P@{depth}':>7}" for depth in DEPTHS))
    for name, values in scores.items():
        measured = quality(values, wanted, DEPTHS)
        first = "".join(f"{share:7.2f}" for share in measured.first)
        print(f"{name:14}{measured.auc:6.3f}{measured.average_precision:7.3f}{first}")
