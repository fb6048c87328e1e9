"""A site of a made list, served on this machine, and Debian's Chromium to read it with.

Chromium is needed: `apt-get install chromium`. Where there is none, these tests are skipped in the
open, and fail where the variable CI is set. A page may log no error and ask nothing of any other
origin; every test checks that by using `visit`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bot.flows.local.outputs.site import ASSETS
from bot.model.github.outcome import FileText
from bot.render.site import pages
from bot.store import files, folder
from tests.site.library import CATALOG, LISTING

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
# Nothing of the browser's own may go out either.
ARGUMENTS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
MISSING = "no Chromium here, which these tests drive; on Debian: apt-get install chromium"
# In milliseconds; only a test that fails waits so long.
TIME_OUT = 10_000

Visit = Callable[..., Page]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a log."""

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def chromium() -> str | None:
    """Give the path of the Chromium that is installed, if one is."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a running Chromium."""
    program = chromium()
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=program, args=ARGUMENTS, chromium_sandbox=False
        )
        yield running
        running.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a site."""
    target = tmp_path_factory.mktemp("site")
    assets = [FileText(f"assets/{name}", files.read(ASSETS, name)) for name in pages.ASSETS]
    folder.replace(target, [*assets, *pages.site_files(CATALOG, LISTING)])
    return target


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """Give the address at which the site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def plain(browser: Browser) -> BrowserContext:
    """Give a browser window without any setting; the site stores nothing that could linger."""
    return browser.new_context()


@pytest.fixture
def visit(browser: Browser, plain: BrowserContext, origin: str) -> Iterator[Visit]:
    """Give a function that opens a page of the site, as a browser with these settings shows it."""
    closing: list[Page | BrowserContext] = []
    troubles: list[str] = []

    def opened(path: str = "index.html", **settings: Any) -> Page:  # noqa: ANN401  (Playwright's)
        context = browser.new_context(**settings) if settings else plain
        page = context.new_page()
        page.set_default_timeout(TIME_OUT)
        closing.append(context if settings else page)
        page.on("console", lambda message: troubles.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: troubles.extend(_elsewhere(request.url, origin)))
        page.goto(path if "://" in path else f"{origin}/{path}")
        return page

    yield opened
    for each in closing:
        each.close()
    assert troubles == []


def _elsewhere(url: str, origin: str) -> list[str]:
    return [] if url.startswith((f"{origin}/", "file://")) else [f"request: {url}"]
