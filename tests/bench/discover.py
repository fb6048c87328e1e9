"""How well does a list's own ranker find what the list wants, beside plain rankers?

    python -m tests.bench discover --train FILE --candidates FILE

FILE is a table with tabs and a heading, in any order: `title` in both, `on_topic` (1 or 0) in the
candidates, and, where it is known, `abstract` (or `summary`) in either. Nothing is learned but from
these; no label is looked at before all is ranked. Plain rankers read titles alone.
"""

import argparse
import csv
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from bot.discover.measures import quality
from bot.discover.ranking import baselines
from bot.discover.ranking.abstracts import Abstracts
from bot.discover.ranking.rank import ranked

DEPTHS = (50, 100, 300)


def rows(path: Path) -> list[dict[str, str | None]]:
    """Read a table with tabs and a heading; a row that is too short lacks its last values."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        names, *table = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    keys = [name.strip().casefold() for name in names]
    return [dict(zip_longest(keys, row[: len(keys)])) for row in table if row]


def abstract(row: Mapping[str, str | None]) -> str:
    """Give a row's abstract, "" where it has none."""
    return (row.get("abstract") or row.get("summary") or "").strip()


def main(arguments: Sequence[str]) -> None:
    """Print a line of measures for each ranker."""
    parser = argparse.ArgumentParser(prog="discover")
    parser.add_argument("--train", type=Path)
    parser.add_argument("--candidates", type=Path)
    options = parser.parse_args(arguments)
    if not (options.train and options.candidates):
        print("needs --train FILE and --candidates FILE")
        return
    train, offered = rows(options.train), rows(options.candidates)
    listed, titles = ([row["title"] or "" for row in table] for table in (train, offered))
    wanted = [row["on_topic"] == "1" for row in offered]
    abstracts = Abstracts(*([abstract(row) for row in table] for table in (train, offered)))
    told = [sum(map(bool, side)) for side in abstracts]
    print(
        f"{len(listed)} listed, {len(titles)} candidates, {sum(wanted) / len(wanted):.3f} wanted; "
        f"with abstract: {told[0]} and {told[1]}\n"
    )
    scores = {
        "as given": [float(-at) for at in range(len(titles))],
        "nearest five": baselines.nearest(listed, titles),
        "centroid": baselines.centroid(listed, titles),
        "log-odds": baselines.log_odds(listed, titles),
        "ours": [score.value for score in ranked(listed, titles, abstracts)],
    }
    if any(abstracts.candidates):
        scores["by title alone"] = [score.value for score in ranked(listed, titles)]
    print(f"{'':14}{'AUC':>6}{'AP':>7}" + "".join(f"{f'P@{depth}':>7}" for depth in DEPTHS))
    for name, values in scores.items():
        measured = quality(values, wanted, DEPTHS)
        first = "".join(f"{share:7.2f}" for share in measured.first)
        print(f"{name:14}{measured.auc:6.3f}{measured.average_precision:7.3f}{first}")
