"""What do other programs find in the same files? Run by an interpreter that has them installed.

python peers.py PEER LEFT.csv [RIGHT.csv]     prints {"pairs": {label: [[a, b]]}, "seconds", "peak"}

Each peer gets what its documentation asks for and no labels. This file imports nothing of the bot.
"""

import csv
import importlib
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

Row = dict[str, str]
Found = dict[str, list[tuple[str, str]]]


def rows_of(paths: list[str]) -> list[Row]:
    """Read all files; `side` says which file a row is of."""
    rows = []
    for side, path in enumerate(paths):
        with Path(path).open(encoding="utf-8-sig", newline="") as lines:
            rows += [{**row, "side": str(side)} for row in csv.DictReader(lines)]
    return rows


def bib_dedupe(rows: list[Row]) -> Found:
    """Run bib-dedupe as its README does: prep, block, match.

    It never pairs records of one search set, and takes records of none for those of several.
    """
    library: Any = importlib.import_module("bib_dedupe.bib_dedupe")
    pandas: Any = importlib.import_module("pandas")
    across = len({row["side"] for row in rows}) > 1
    frame = pandas.DataFrame(
        [
            {
                "ID": row["id"],
                "ENTRYTYPE": "article",
                "title": row["title"],
                "author": in_bibtex(row["authors"]),
                "journal": row["venue"],
                "year": row["year"],
                **{name: row.get(name) or "" for name in ("volume", "number", "pages", "doi")},
                "booktitle": "",
                "abstract": "",
                "search_set": row["side"] if across else "",
            }
            for row in rows
        ]
    )
    matched = library.match(library.block(library.prep(frame)))
    labels = {"duplicate": ("duplicate",), "duplicate or maybe": ("duplicate", "maybe")}
    return {
        name: [
            (row.ID_1, row.ID_2) for row in matched.itertuples() if row.duplicate_label in wanted
        ]
        for name, wanted in labels.items()
    }


def in_bibtex(authors: str) -> str:
    """Write a list of authors as BibTeX does, however the file parts them."""
    if " and " in authors:
        return authors
    return authors.replace(";" if ";" in authors else ", ", " and ")


def rapidfuzz(rows: list[Row]) -> Found:
    """Compare every title with every title: nine tenths alike in the same year."""
    fuzz: Any = importlib.import_module("rapidfuzz.fuzz")
    process: Any = importlib.import_module("rapidfuzz.process")
    default: Any = importlib.import_module("rapidfuzz.utils").default_process
    titles = [default(row["title"]) for row in rows]
    found = []
    for at, title in enumerate(titles[:-1]):
        alike = process.extract(
            title, titles[at + 1 :], scorer=fuzz.token_sort_ratio, score_cutoff=90, limit=None
        )
        found += [
            (rows[at]["id"], rows[at + 1 + other]["id"])
            for _, _, other in alike
            if rows[at]["year"] == rows[at + 1 + other]["year"]
        ]
    return {"title 90 %, same year": found}


def splink(rows: list[Row]) -> Found:
    """Let Splink estimate its own parameters, and take what it holds for likelier than not."""
    library: Any = importlib.import_module("splink")
    comparisons: Any = importlib.import_module("splink.comparison_library")
    pandas: Any = importlib.import_module("pandas")
    columns = ("id", "title", "authors", "venue", "year", "side")
    frame = pandas.DataFrame([{name: row.get(name) or None for name in columns} for row in rows])
    frame["start"] = frame["title"].str.lower().str[:6]
    rule = library.block_on
    settings = library.SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=[
            comparisons.JaroWinklerAtThresholds("title", [0.95, 0.85]),
            comparisons.JaroWinklerAtThresholds("authors", [0.9, 0.7]),
            comparisons.ExactMatch("year"),
        ],
        blocking_rules_to_generate_predictions=[rule("start"), rule("authors"), rule("year")],
    )
    linker = library.Linker(library.DuckDBAPI().register(frame), settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(rule("start"))
    linker.training.estimate_parameters_using_expectation_maximisation(rule("year"))
    predicted = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
    return {"likelier than not": list(zip(predicted["id_l"], predicted["id_r"], strict=True))}


PEERS: dict[str, Callable[[list[Row]], Found]] = {
    "bib-dedupe": bib_dedupe,
    "rapidfuzz": rapidfuzz,
    "splink": splink,
}


def main() -> None:
    """Run one peer and print what it found as JSON, pairs across only where there are two files."""
    name, *paths = sys.argv[1:]
    rows = rows_of(paths)
    sides = {row["id"]: row["side"] for row in rows}
    start = time.perf_counter()
    try:
        with Path(os.devnull).open("w", encoding="utf-8") as silence, redirect_stdout(silence):
            found = PEERS[name](rows)
    except ImportError as error:
        sys.exit(f"{name} is not installed ({error})")
    took = time.perf_counter() - start
    pairs = {
        label: [(a, b) for a, b in each if len(paths) == 1 or sides[a] != sides[b]]
        for label, each in found.items()
    }
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"pairs": pairs, "seconds": took, "peak": peak}))


if __name__ == "__main__":
    main()
