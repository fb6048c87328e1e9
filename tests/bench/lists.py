"""What do loading, regenerating, a submission and `bot --help` cost, as ratios to floors?"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bot import form
from bot.flows.local.entries.submit import from_flags, submit
from bot.flows.local.load import load
from bot.flows.local.outputs.regenerate import regenerate
from bot.model.form import PAPER_FORM
from bot.model.github.outcome import FileText
from bot.model.submissions.submission import Origin
from bot.store import files, papers
from tests.bench.made import catalog_of, listing_for
from tests.bench.measure import peak_mib, seconds

SIZES = (1_000, 10_000, 100_000)
ROW = "{:<44} {:>10} {:>10} {:>8} {:>8} {:>9}"


def report(name: str, took: float, floor: float, aim: float | None, peak: float | None) -> None:
    """Print one line: time, floor, their ratio, the ratio aimed at, and peak memory."""
    print(
        ROW.format(
            name,
            f"{took * 1000:.1f} ms",
            f"{floor * 1000:.1f} ms",
            f"{took / floor:.2f}",
            f"<= {aim:g}" if aim else "",
            f"{peak:.0f} MiB" if peak else "",
        )
    )


def made_list(root: Path, size: int, *, pages: bool) -> None:
    """Put a list of `size` papers, its README fresh, under `root`; perhaps on pages."""
    listing = listing_for(size)
    categories = "".join(
        f'\n[[categories]]\nslug = "{each.slug}"\ntitle = "{each.title}"\n'
        for each in listing.categories
    )
    head = f'schema_version = 1\ntitle = "{listing.title}"\nintroduction = "For measuring."\n'
    head += "\n[readme]\npages = true\n" if pages else ""
    readme = "# A made list\n\n" + "\n".join(
        f"<!-- bot:{name} -->\n<!-- /bot:{name} -->\n"
        for name in ("counts", "browse", "contents", "summary", "recent", "papers")
    )
    texts = [
        FileText(files.LIST, head + categories),
        FileText(files.PAPERS, papers.dump(catalog_of(size, listing))),
        FileText(files.README, readme),
    ]
    files.write(root, texts)
    regenerate(root)


def measure_list(size: int, *, pages: bool) -> dict[str, float]:
    """Measure loading, regenerating and a submission on a list of `size` papers."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        made_list(root, size, pages=pages)
        text = files.read(root, files.PAPERS)
        parsed = json.loads(text)
        read = seconds(lambda: json.loads(files.read(root, files.PAPERS)))
        written = seconds(lambda: json.dumps(parsed, indent=2, ensure_ascii=False))
        works: dict[str, tuple[Callable[[], object], float | None]] = {
            "load": (lambda: load(root), 5),
            "regenerate": (lambda: regenerate(root), 2),
            "submit": (lambda: submitted(root), 1.5),
        }
        took = {name: seconds(work) for name, (work, _) in works.items()}
        floors = {"load": read, "regenerate": read + written, "submit": took["load"]}
        for name, (work, aim) in works.items():
            report(f"{name} at {size:,}", took[name], floors[name], aim, peak_mib(work))
    return took


def submitted(root: Path) -> None:
    """Handle one new submission and write what comes of it, beside the list."""
    raw = from_flags(
        ["https://arxiv.org/abs/2401.99999"],
        {"title": "A Work That Nobody Has Made Yet", "category": "topic-1", "venue": "OSDI 2024"},
    )
    result = submit(root, raw, Origin(added="2026-01-02"))
    assert result.review.verdict == "accepted"
    paths = [file.path for file in result.files]
    assert paths in ([files.PAPERS, files.README], [files.PAPERS, "papers/topic-1.md"])
    files.write(root / "after", result.files)


def measure_form() -> None:
    """Measure the parser of issue bodies on the largest body that GitHub allows."""
    answer = "```text\n" + "### not a label `x`\n" * 3000 + "```"
    body = "\n\n".join(f"### {field.label}\n\n{answer}" for field in PAPER_FORM)[:65_536]
    took = seconds(lambda: [form.read(body, PAPER_FORM) for _ in range(20)])
    floor = seconds(lambda: [body.splitlines() for _ in range(20)])
    report("form.read of 65,536 characters, 20 times", took, floor, 20, None)


def measure_start() -> None:
    """Measure what a person waits for until `bot --help` answers."""

    def run(*arguments: str) -> float:
        command = [sys.executable, *arguments]
        return seconds(lambda: subprocess.run(command, check=True, capture_output=True), 9)

    report("bot --help", run("-m", "bot", "--help"), run("-c", "import click"), 1.5, None)


def main(argv: Sequence[str] | None = None) -> None:
    """Measure what the arguments ask for and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.lists", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--pages", action="store_true", help="each category on a page of its own")
    arguments = parser.parse_args(argv)
    print(ROW.format("", "time", "floor", "ratio", "aim", "peak"))
    measure_start()
    measure_form()
    before: tuple[int, dict[str, float]] | None = None
    for size in arguments.sizes:
        took = measure_list(size, pages=arguments.pages)
        if before:
            smaller, took_before = before
            growth = ", ".join(f"{name} {took[name] / took_before[name]:.1f}" for name in took)
            print(f"  {size / smaller:g} times the papers cost: {growth}")
        before = size, took


if __name__ == "__main__":
    main()
