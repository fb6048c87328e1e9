"""What does the site cost to make and to use: seconds, bytes, and milliseconds for each letter?

    python -m tests.bench.site [SIZE ...]

Needs Chromium, as tests/site does. Bytes are those of everything that the front page loads, and of
all that a search loads besides, as they lie on the disk and as a server sends them (gzip). A
search's time is from the letter typed to the results being laid out.
"""

import gzip
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Page, sync_playwright

from bot.flows.local.outputs.site import ASSETS
from bot.model.github.outcome import FileText
from bot.render.site import pages
from bot.render.site.kinds.front_page import SCRIPTS
from bot.store import files, folder
from tests.bench.made import catalog_of, listing_for
from tests.site.conftest import ARGUMENTS, Quiet, chromium

SIZES = (1_500, 20_000)
LOADED = ("index.html", "assets/site.css", *SCRIPTS, "assets/icon.svg")
SEARCH = (
    "assets/data.js",
    *(f"assets/{name}" for name in pages.ASSETS if name.startswith(("find/", "show/"))),
)
QUERIES = ("speculative decoding kernel", "sosp 2023 kofi", "attnetion routing", "a", "paged x")
# Types one letter and waits for the layout; gives the milliseconds.
TYPE = """async ([text]) => {
  const box = document.querySelector("input[name=q]");
  const start = performance.now();
  box.value = text;
  box.dispatchEvent(new InputEvent("input", {bubbles: true}));
  await new Promise((done) => setTimeout(done));
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""


def build(size: int, target: Path) -> float:
    """Write the site of a made list; gives the seconds."""
    listing = listing_for(size)
    catalog = catalog_of(size, listing)
    start = time.perf_counter()
    assets = [FileText(f"assets/{name}", files.read(ASSETS, name)) for name in pages.ASSETS]
    folder.replace(target, [*assets, *pages.site_files(catalog, listing)])
    return time.perf_counter() - start


def weight(target: Path, names: Sequence[str]) -> str:
    """Tell how large files are together."""
    texts = [(target / name).read_bytes() for name in names]
    raw, sent = sum(map(len, texts)), sum(len(gzip.compress(each)) for each in texts)
    return f"{raw / 1000:,.0f} kB ({sent / 1000:,.0f} kB as sent)"


def letters(page: Page) -> list[float]:
    """Type every query letter by letter; gives the milliseconds of each."""
    return [
        page.evaluate(TYPE, [query[:end]]) for query in QUERIES for end in range(1, len(query) + 1)
    ]


def report(size: int, target: Path, page: Page, address: str) -> None:
    """Print the figures of one size."""
    took = build(size, target)
    start = time.perf_counter()
    page.goto(f"{address}/index.html")
    shown = time.perf_counter() - start
    page.goto(f"{address}/index.html?q=zzz")
    page.get_by_text(f"0 of {size:,}").wait_for()
    ready = time.perf_counter() - start - shown
    taken = sorted(letters(page))
    print(
        f"{size:>7,} papers: made in {took:.1f} s; first page {weight(target, LOADED)}, a"
        f" search {weight(target, SEARCH)} more; shown in {shown * 1000:.0f} ms, first answer after"
        f" {ready * 1000:.0f} ms; a letter {statistics.median(taken):.0f} ms,"
        f" 95 % within {taken[int(len(taken) * 0.95)]:.0f} ms, worst {taken[-1]:.0f} ms"
    )


def main(argv: Sequence[str] = ()) -> None:
    """Measure the sizes given, or the usual ones."""
    sizes = [int(argument) for argument in argv] or SIZES
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        target = Path(place) / "site"
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(target)))
        Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=ARGUMENTS, chromium_sandbox=False
        )
        for size in sizes:
            page = browser.new_page()
            report(size, target, page, f"http://127.0.0.1:{server.server_port}")
            page.close()
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1:])
