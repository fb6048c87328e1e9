"""Which works do all sources together offer, and which source gave no answer?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from bot.lookup.services import arxiv_api, huggingface_api, semantic_scholar_api
from bot.lookup.services.service import Connection, Service
from bot.lookup.sources import arxiv_search, daily_papers, semantic_scholar
from bot.lookup.wire.reply import NoAnswerError
from bot.lookup.wire.web import Web
from bot.model.progress import Progress
from bot.model.upkeep.candidate import Offered, OfferedWork, Question

T = TypeVar("T")

# How each source is called, at whose address it stands, and who asks it.
_SOURCES: tuple[
    tuple[str, Service, Callable[[Connection, Question], Iterator[OfferedWork]]], ...
] = (
    ("arXiv", arxiv_api.SERVICE, arxiv_search.ask),
    ("Hugging Face's daily papers", huggingface_api.SERVICE, daily_papers.ask),
    (
        "Semantic Scholar's recommendations",
        semantic_scholar_api.SERVICE,
        semantic_scholar.recommended,
    ),
    ("Semantic Scholar's citations", semantic_scholar_api.SERVICE, semantic_scholar.citing),
)

# Seconds for one source: one that drips must not take a whole run from the others.
LONGEST = 300.0


class Sources:
    """The sources at their addresses, with the keys there are, until a deadline of `web`."""

    def __init__(
        self, web: Web, addresses: Mapping[str, str], keys: Mapping[str, str], deadline: float
    ) -> None:
        """Ask nothing yet."""
        self._web = web
        self._addresses = addresses
        self._keys = keys
        self._deadline = deadline

    def offers(self, question: Question, draw: Progress | None = None) -> Offered:
        """Ask every source that the owner names; one that fails spoils no other."""
        asked = (
            (name, partial(ask, self._connection(service), question))
            for name, service, ask in _SOURCES
        )
        return _gathered(_drawing(asked, draw))

    def of_venue(self, venue: str, year: int, words: str) -> Offered:
        """Ask for the works of a venue that hold one of the words ("a | b")."""
        there = self._connection(semantic_scholar_api.SERVICE)
        ask = partial(semantic_scholar.of_venue, there, venue, year, words)
        return _gathered([("Semantic Scholar", ask)])

    def _connection(self, service: Service) -> Connection:
        key = self._keys.get(service.name, "")
        return Connection(
            web=self._web,
            service=service.name,
            address=self._addresses.get(service.name, service.address),
            delay=service.delay,
            deadline=min(self._deadline, self._web.deadline(LONGEST)),
            headers=service.credentials(key) if key else {},
        )


def _drawing(asked: Iterable[T], draw: Progress | None) -> Iterator[T]:
    """Draw, before each source but the first one, and at the end, how many have answered."""
    for done, source in enumerate(asked, 1):
        yield source
        if draw:
            draw(done, len(_SOURCES))


def _gathered(asked: Iterable[tuple[str, Callable[[], Iterator[OfferedWork]]]]) -> Offered:
    """Collect the offers; what came before a source failed is kept, and that it failed is told."""
    offers, troubles = list[OfferedWork](), list[str]()
    for name, ask in asked:
        try:
            offers.extend(ask())
        except NoAnswerError as trouble:
            troubles.append(f"{name} {trouble.reason}")
    return Offered(tuple(offers), tuple(troubles))
