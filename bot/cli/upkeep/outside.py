"""How are the doors built that a job of upkeep asks, and how long may it ask?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bot.cli.doors import agent_for
from bot.cli.github_door import github_for
from bot.fetch.visit import Fetcher
from bot.flows.local.upkeep.links import Outside
from bot.flows.local.upkeep.metadata import Asking
from bot.git.checkout import Checkout
from bot.github_api.hub import Hub
from bot.lookup.ask import Lookup
from bot.lookup.by_title.searches import searches_at
from bot.lookup.offers import Sources
from bot.lookup.registries.registries import Registries
from bot.lookup.wire.web import Web
from bot.model.papers.metadata import LookUp
from bot.settings import GitHub, Settings

# What repeats arXiv alone, and what knows of code alone, and takes a request for each work.
NOTHING_NEW = ("datacite",)
ONLY_CODE = ("huggingface",)
# Seconds for one run of one job; what was not reached then comes first next time. The second is for
# asking by titles, after what was asked by ids.
BUDGET = 20 * 60.0
SEARCH_BUDGET = 10 * 60.0


@contextmanager
def outside_for(root: Path, chosen: Settings) -> Iterator[Outside]:
    """Give what a look at links asks: registries, pages, and GitHub where there is a token."""
    agent = agent_for(root, chosen)
    web, fetcher = Web(agent), Fetcher(agent)
    deadline = web.deadline(BUDGET)
    hub = _repositories_for(root, chosen.github)
    try:
        yield Outside(
            Registries(web, chosen.addresses, deadline),
            hub.repositories if hub else None,
            lambda url: fetcher.visit(url, deadline),
            lambda: web.deadline(0) < deadline,
        )
    finally:
        if hub:
            hub.close()


@contextmanager
def asking_for(root: Path, chosen: Settings) -> Iterator[Asking]:
    """Give what a look at metadata asks: every service that may know, and GitHub with a token."""
    web = Web(agent_for(root, chosen))

    def asks(*without: str) -> LookUp:
        lookup = Lookup(
            web,
            addresses=chosen.addresses,
            keys=chosen.keys,
            thorough=True,
            without=without,
        )
        return lookup.ask_many

    deadline, search_deadline = web.deadline(BUDGET), web.deadline(BUDGET + SEARCH_BUDGET)
    hub = _repositories_for(root, chosen.github)
    try:
        yield Asking(
            asks(*NOTHING_NEW),
            asks(*NOTHING_NEW, *ONLY_CODE),
            hub.repositories if hub else None,
            lambda: web.deadline(0) < deadline,
            searches_at(web, chosen.addresses),
            lambda: web.deadline(0) < search_deadline,
        )
    finally:
        if hub:
            hub.close()


def sources_for(root: Path, chosen: Settings) -> Sources:
    """Give those who offer works that the list may lack."""
    web = Web(agent_for(root, chosen))
    return Sources(web, chosen.addresses, chosen.keys, web.deadline(BUDGET))


def _repositories_for(root: Path, chosen: GitHub) -> Hub | None:
    """Build a door to GitHub that asks about repositories; without a token there is none."""
    if not chosen.token:
        return None
    named = chosen.repository or Checkout(root).repository() or "nobody/nothing"
    return github_for(replace(chosen, repository=named))
