"""How are the doors to the checkout and to the services built from the environment?"""

import json
import os
import re
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from bot import __version__
from bot.errors import InvalidError
from bot.git.checkout import Checkout, on_github
from bot.model.papers.metadata import Search
from bot.render.github.files.workflows import NOT_KNOWN
from bot.settings import GitHub, Settings
from bot.store import config, files

if TYPE_CHECKING:
    from bot.lookup.ask import Lookup

_COMMIT = re.compile(r"[0-9a-f]{40}")
_TAG = re.compile(r"v?[0-9][\w.-]*")


def settings() -> Settings:
    """Read the environment; raises InvalidError with every variable that cannot be used."""
    return Settings.from_environ(os.environ)


def services_for(root: Path, chosen: Settings) -> tuple["Lookup", dict[str, Search]]:
    """Build the door to the services, which names the list to them, by ids and by titles."""
    # They take long to import, and most commands read only the settings.
    from bot.lookup.ask import Lookup
    from bot.lookup.by_title.searches import searches_at
    from bot.lookup.wire.web import Web

    web = Web(agent_for(root, chosen))
    lookup = Lookup(web, addresses=chosen.addresses, keys=chosen.keys)
    return lookup, searches_at(web, chosen.addresses)


def lookup_for(root: Path, chosen: Settings) -> "Lookup":
    """Build the door to the services that are asked by ids."""
    return services_for(root, chosen)[0]


def agent_for(root: Path, chosen: Settings) -> str:
    """Give the name under which the list asks others.

    A list.toml that cannot be read is told of where it matters, and not here.
    """
    from bot.lookup.ask import user_agent

    title, repository = "", chosen.github.repository
    with suppress(InvalidError):
        listing = config.parse(files.read(root, files.LIST))
        title, repository = listing.title, listing.repository or repository
    return user_agent(title, __version__, repository, chosen.mailto)


def checkout_for(root: Path, chosen: GitHub) -> Checkout:
    """Build the door to the checkout's history."""
    return Checkout(root, token=chosen.token)


def this_bot() -> str:
    """Name this bot as an action of its own commit, with its tag if it was installed from one.

    An installation from a repository says where it came from (PEP 610); a checkout's remote does,
    too. Where neither is known, "OWNER/REPOSITORY@COMMIT".
    """
    place = Path(__file__).parents[2]
    installed = _installed_from()
    if installed:
        return installed
    checkout = Checkout(place)
    repository = checkout.repository() if (place / "action.yml").exists() else ""
    commit = checkout.head() if repository else ""
    return f"{repository}@{commit}" if commit else NOT_KNOWN


def _installed_from() -> str:
    """Read what an installer wrote down of the repository and commit that it took."""
    with suppress(PackageNotFoundError, ValueError):
        direct_url = json.loads(distribution("paper-list-bot").read_text("direct_url.json") or "{}")
        vcs = direct_url.get("vcs_info") or {}
        repository, commit = on_github(direct_url.get("url", "")), vcs.get("commit_id", "")
        tag = vcs.get("requested_revision") or ""
        if repository and _COMMIT.fullmatch(commit):
            named = f" # {tag}" if _TAG.fullmatch(tag) and tag != commit else ""
            return f"{repository}@{commit}{named}"
    return ""


def repository_of(root: Path) -> str:
    """Give "owner/name" of the list as the environment or else the git remote has it, or ""."""
    return settings().github.repository or Checkout(root).repository()
