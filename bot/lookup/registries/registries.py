"""What do those who register papers, DOIs and copies of pages say of a link?

No page is fetched here: publishers turn programs away, and the registries do not.
"""

from collections.abc import Mapping, Sequence

from bot.lookup.registries import archive_api, handle_api
from bot.lookup.services import arxiv_api
from bot.lookup.services.service import Connection
from bot.lookup.wire.web import Web
from bot.model.papers.metadata import LookupReply

# Seconds for one question: one of them that drips must not take a whole run from the others.
LONGEST = 90.0


class Registries:
    """arXiv, the handle server and the Internet Archive, each at its address, until a deadline.

    `addresses` are by name; one that is not named has its public address.
    """

    def __init__(self, web: Web, addresses: Mapping[str, str], deadline: float) -> None:
        """Ask nothing yet; `deadline` is a moment on the clock of `web`."""
        self._web = web
        self._addresses = addresses
        self._deadline = deadline

    def works(self, ids: Sequence[str]) -> dict[str, LookupReply]:
        """Ask arXiv for works by their ids ("arxiv:..."), a hundred in one request."""
        service = arxiv_api.SERVICE
        return service.ask(self._connection(service.name, service.address, service.delay), ids)

    def dois(self, dois: Sequence[str]) -> dict[str, bool | None]:
        """Ask whether DOIs are registered; None where there was no answer."""
        where = self._connection(handle_api.NAME, handle_api.ADDRESS, handle_api.DELAY)
        return handle_api.ask(where, dois)

    def archived(self, url: str) -> str | None:
        """Ask for a copy of a page: its address, "" where none is known, None without an answer."""
        where = self._connection(archive_api.NAME, archive_api.ADDRESS, archive_api.DELAY)
        return archive_api.ask(where, url)

    def _connection(self, name: str, address: str, delay: float) -> Connection:
        return Connection(
            web=self._web,
            service=name,
            address=self._addresses.get(name, address),
            delay=delay,
            deadline=min(self._deadline, self._web.deadline(LONGEST)),
        )
