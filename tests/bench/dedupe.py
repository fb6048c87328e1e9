"""How good, how fast and how large is the search for duplicates, and how are others?

python -m tests.bench.dedupe                             how cost grows: 1,000 to 100,000 records
python -m tests.bench.dedupe --left a.csv --right b.csv --gold gold.csv
python -m tests.bench.dedupe --left all.csv --gold gold.csv         pairs within one file

The files of records are what `bot duplicates` reads; the file of pairs has two columns of ids and
a header. Peers are measured too where `--peers PYTHON` (this interpreter, if not given) has them
installed: `python -m venv /tmp/peers && /tmp/peers/bin/pip install bib-dedupe rapidfuzz splink`.
"""

import argparse
import csv
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from math import log
from operator import itemgetter
from pathlib import Path
from statistics import median

from bot.dedupe.search.find import find
from bot.dedupe.search.scan import pairs, pairs_across
from bot.importers.records import bibtex_records, csv_records
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog, Paper
from bot.model.papers.record import Record, record_of
from bot.store import papers
from tests.bench.made import WORDS, catalog_of, listing_for
from tests.bench.measure import peak_of_process, seconds
from tests.bench.works import NARROW, VOCABULARY, bibliography

SIZES = (1_000, 10_000, 100_000)
PEERS = ("bib-dedupe", "rapidfuzz", "splink")
PEERS_FILE = Path(__file__).with_name("peers.py")
ROW = "{:<36} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}"
Pairs = set[tuple[str, str]]
Judged = tuple[str, str, str]


def records_of(path: Path) -> list[Record]:
    """Read a file of records, telling what could not be read."""
    read = bibtex_records.read if path.suffix == ".bib" else csv_records.read
    records, problems = read(path.read_text("utf-8-sig"))
    for problem in problems:
        print(f"{path.name}: {problem}", file=sys.stderr)
    return records


def gold_of(path: Path) -> Pairs:
    """Read the pairs that are one work, whichever way round."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))[1:]
    return {ordered(row[0], row[1]) for row in rows if len(row) > 1}


def ordered(a: str, b: str) -> tuple[str, str]:
    """Give a pair of ids in the order in which pairs are compared here."""
    return (a, b) if a <= b else (b, a)


def scored(name: str, found: Pairs, gold: Pairs, took: float | None, peak: float | None) -> None:
    """Print one line: precision, recall and F1, time and peak memory."""
    right = len(found & gold)
    precision, recall = right / max(1, len(found)), right / max(1, len(gold))
    f1 = 2 * right / max(1, len(found) + len(gold))
    cells = [f"{value:.4f}" for value in (precision, recall, f1)]
    spent = (f"{took:.2f} s" if took else "", f"{peak:.0f} MiB" if peak else "")
    print(ROW.format(name, f"{len(found):,}", *cells, *spent))


def of_verdict(judged: Sequence[Judged], *verdicts: str) -> Pairs:
    """Give the pairs of ids that were judged so."""
    return {ordered(a, b) for a, b, verdict in judged if verdict in verdicts}


def measure_records(left: Path, right: Path | None, gold: Pairs, python: str) -> None:
    """Measure us and the peers on labelled records."""
    print(ROW.format("", "pairs", "precision", "recall", "F1", "time", "peak"))
    verdicts, took, peak = alone("records", str(left), str(right or ""))
    scored("bot: duplicate", of_verdict(verdicts, "duplicate"), gold, took, peak)
    both = of_verdict(verdicts, "duplicate", "possible")
    scored("bot: duplicate or possible", both, gold, None, None)
    for peer in PEERS:
        measure_peer(peer, [left, right] if right else [left], gold, python, took)


def measure_peer(peer: str, paths: Sequence[Path], gold: Pairs, python: str, ours: float) -> None:
    """Run a peer in an interpreter of its own and print its figures beside ours."""
    command = [python, str(PEERS_FILE), peer, *map(str, paths)]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    if run.returncode:
        reason = (run.stderr.strip().splitlines() or ["it failed"])[-1]
        print(f"{peer}: skipped: {reason}")
        return
    answer = json.loads(run.stdout.splitlines()[-1])
    for label, found in answer["pairs"].items():
        name = f"{peer}: {label}"
        scored(name, {ordered(*pair) for pair in found}, gold, answer["seconds"], answer["peak"])
    print(f"  {answer['seconds'] / ours:.0f} times our time")


def measure_growth(sizes: Sequence[int], vocabulary: int) -> None:
    """Measure scans of made bibliographies, and how their cost grows."""
    title = f"scan, of {vocabulary:,} words"
    print(ROW.format(title, "pairs", "precision", "recall", "F1", "time", "peak"))
    before: tuple[int, float] | None = None
    for size in sizes:
        # Noise only ever adds, and most to what is short: the shortest of several runs counts.
        tries = range(min(5, max(3, 200_000 // size)))
        runs = [alone("made", str(size), str(vocabulary)) for _ in tries]
        judged, took, peak = min(runs, key=itemgetter(1))
        _, truth = bibliography(size, vocabulary)
        gold = {ordered(*pair) for pair in truth}
        scored(f"{size:,} records", of_verdict(judged, "duplicate", "possible"), gold, took, peak)
        if before:
            times = size / before[0]
            aim = times * log(size) / log(before[0])
            print(
                f"  {times:g} times the records cost {took / before[1]:.1f} times; aim: {aim:.1f}"
            )
        before = size, took


def measure_find(size: int = 10_000) -> None:
    """Measure submissions against a list that was loaded, beside the loading of that list.

    The first of a run pays for what all later ones use, so it is told by itself.
    """
    listing = listing_for(size)
    text = papers.dump(catalog_of(size, listing))
    load = seconds(lambda: loaded(text, listing), 5)
    catalog = loaded(text, listing)
    first: dict[str, float] = {}
    later: dict[str, float] = {}
    for kind, record in submissions(catalog.papers[size // 2]).items():
        first[kind] = min(first_find(record, text, listing) for _ in range(5)) / load
        later[kind] = seconds(partial(find, record, catalog), 5) / load
    print(f"one record against {size:,} papers, of {load * 1000:.0f} ms that loading them takes:")
    for name, shares in (("first", first), ("each later one", later)):
        worst = max(shares, key=shares.__getitem__)
        middle = f"{median(shares.values()):.1%} in the middle"
        print(f"  {name}: {middle}, {shares[worst]:.1%} at most ({worst}); aim: 5 %")


def first_find(record: Record, text: str, listing: Listing) -> float:
    """Tell how long the first submission takes after a list was loaded."""
    catalog = loaded(text, listing)
    return seconds(lambda: find(record, catalog), 1)


def loaded(text: str, listing: Listing) -> Catalog:
    """Load a list as every command does: read and check it."""
    catalog = papers.parse(text)
    papers.check(catalog, listing, text)
    return catalog


def submissions(listed: Paper) -> dict[str, Record]:
    """Make submissions of several kinds: of a listed work and of others."""
    same = record_of(listed)._replace(key="new", ids=("arxiv:9999.99999",), urls=())
    return {
        "its title": same,
        "its title misspelt": same._replace(title=f"{same.title[:-4]}{same.title[-3:]}"),
        "its id": same._replace(title="", ids=listed.ids),
        "a page": same._replace(ids=(), urls=("https://blog.example/a-page",)),
        "a listed page": same._replace(title="", ids=(), urls=(listed.links[0].url,)),
        "a name": same._replace(title="S3"),
        "common words": same._replace(title=" ".join(WORDS[:8]), ids=()),
        "unknown words": same._replace(title="Zebrafish Neurogenesis after Spinal Cord Injury"),
        "a long title": same._replace(title=" ".join((same.title, *WORDS))),
        "another script": same._replace(title="Nyström 大型语言模型推理综述"),
    }


def alone(*arguments: str) -> tuple[list[Judged], float, float]:
    """Scan in a process of its own, so that its peak memory is its own; time in s, peak in MiB."""
    command = [sys.executable, "-m", "tests.bench.dedupe", "--alone", *arguments]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    judged, took, peak = json.loads(run.stdout)
    return [(a, b, verdict) for a, b, verdict in judged], took, peak


def scan_alone(what: str, *arguments: str) -> None:
    """Scan as a process of its own and print matches, time and peak memory as JSON.

    How cost grows is told in processor time, which other processes disturb less.
    """
    right: list[Record] = []
    if what == "made":
        left, _ = bibliography(*map(int, arguments))
    else:
        left, *others = (records_of(Path(path)) for path in arguments if path)
        right = others[0] if others else []
    clock = time.process_time if what == "made" else time.perf_counter
    start = clock()
    matches = pairs_across(left, right) if right else pairs(left)
    took = clock() - start
    peak = peak_of_process()
    json.dump(([(match.a, match.b, match.verdict) for match in matches], took, peak), sys.stdout)


def main(argv: Sequence[str] | None = None) -> None:
    """Measure what the arguments ask for and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.dedupe", description=__doc__)
    parser.add_argument("--left", type=Path)
    parser.add_argument("--right", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--alone", nargs="+", help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    if arguments.alone:
        scan_alone(*arguments.alone)
    elif arguments.left and arguments.gold:
        gold = gold_of(arguments.gold)
        measure_records(arguments.left, arguments.right, gold, arguments.peers)
    else:
        print("labelled records: skipped, since none were given (--left, --right, --gold)")
        measure_find()
        for vocabulary in (VOCABULARY, NARROW):
            measure_growth(arguments.sizes, vocabulary)


if __name__ == "__main__":
    main()
