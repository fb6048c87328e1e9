"""How often is what a reader means among the first works that the site's search shows?

    python -m tests.bench search [--queries FILE ...] [--root ROOT]

A line of FILE holds a query, a tab, and the beginnings of right titles parted by `|`; empty lines
and those that begin with `#` are skipped. A query is right where one of the first works has a title
that begins so, whatever its case. Those that are not are printed with what stood first instead.
Needs Chromium, as tests/site does.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from bot.flows.local.outputs.site import build
from tests.site.conftest import ARGUMENTS, chromium

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests/examples/search"
FIRST = 3
_FIND = """async (query) => {
  await Start.load();
  await Index.ready;
  const { full, most } = Index.search(query);
  return [...full, ...most].slice(0, 3).map((at) => Works[at].title);
}"""


class Query(NamedTuple):
    """What is asked, and how the titles begin that are right."""

    text: str
    right: tuple[str, ...]


class Answer(NamedTuple):
    """A query, the titles that stood first, and the place of the first right one, 0 for none."""

    query: Query
    titles: tuple[str, ...]
    place: int


def read(path: Path) -> list[Query]:
    """Read a table of queries; raises ValueError at a line that is none."""
    queries = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        text, tab, right = line.partition("\t")
        starts = tuple(start.strip() for start in right.split("\t")[0].split("|") if start.strip())
        if not tab or not starts:
            raise ValueError(f"{path}, line {number}: no tab and title behind the query: {line!r}")
        queries.append(Query(text, starts))
    return queries


@contextmanager
def front_page(root: Path) -> Iterator[Page]:
    """Make the site of the list under `root` and open its front page from the disk."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        target = Path(place) / "site"
        build(root, target)
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=ARGUMENTS, chromium_sandbox=False
        )
        page = browser.new_page()
        page.goto((target / "index.html").as_uri())
        yield page
        browser.close()


def answer(page: Page, query: Query) -> Answer:
    """Ask the search one query."""
    titles = tuple(page.evaluate(_FIND, query.text))
    right = tuple(start.casefold() for start in query.right)
    places = [at for at, title in enumerate(titles, 1) if title.casefold().startswith(right)]
    return Answer(query, titles, min(places, default=0))


def report(answers: Sequence[Answer]) -> None:
    """Print how many were right, and each that was not."""
    first = sum(each.place == 1 for each in answers)
    three = sum(each.place > 0 for each in answers)
    count = len(answers)
    print(f"{count} queries: right at first {first} ({100 * first / count:.1f} %),")
    print(f"among the first {FIRST} {three} ({100 * three / count:.1f} %)")
    for each in answers:
        if each.place != 1:
            print(f"\n{each.place or '-'}  {each.query.text}\t{'|'.join(each.query.right)}")
            print("".join(f"     {title}\n" for title in each.titles), end="")


def main(argv: Sequence[str] | None = None) -> None:
    """Measure the queries given, or those of the examples."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench search", description=__doc__)
    parser.add_argument("--queries", nargs="+", type=Path, default=sorted(EXAMPLES.glob("*.tsv")))
    parser.add_argument("--root", type=Path, default=ROOT)
    given = parser.parse_args(argv)
    queries = [query for path in given.queries for query in read(path)]
    with front_page(given.root) as page:
        report([answer(page, query) for query in queries])


if __name__ == "__main__":
    main()
