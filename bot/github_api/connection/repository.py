"""Where does the bot write, under which name, and how are lists there read?"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from bot.github_api.connection.wire import Wire

PER_PAGE = 100
MOST_PAGES = 50


class Repository(NamedTuple):
    """One repository, as the account `login`; its pull requests lead into `base`."""

    wire: Wire
    owner: str
    name: str
    login: str
    base: str = ""

    def path(self, rest: str) -> str:
        """Give the path of something of this repository."""
        return f"/repos/{self.owner}/{self.name}/{rest}"

    def listed(self, rest: str) -> Iterator[dict[str, Any]]:
        """Yield what a list of REST holds, page by page; `rest` carries its query, if any."""
        join = "&" if "?" in rest else "?"
        for page in range(1, MOST_PAGES + 1):
            items = self.wire.ask("GET", self.path(f"{rest}{join}per_page={PER_PAGE}&page={page}"))
            yield from items
            if len(items) < PER_PAGE:
                return
