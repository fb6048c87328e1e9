"""What do all services together know of these works?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.lookup.services.service import Connection, Service
from bot.lookup.services.services import SERVICES
from bot.lookup.wire.web import Web
from bot.model.papers.metadata import (
    DEFAULT_ORDER,
    Found,
    LookupReply,
    LookupResult,
    Metadata,
    NotFound,
    Unavailable,
    merge,
)

ROUNDS = 2  # the second asks for the ids learnt in the first
BUDGET = 60.0  # seconds for one work
FURTHER = 5.0  # seconds for every further work of a batch
# No service may use more of the time left than this, so that one that hangs starves no other.
SHARE = 1 / 3


def user_agent(title: str, version: str, repository: str = "", mailto: str = "") -> str:
    """Name the list that asks, in what may stand in a header, with an address for complaints."""
    contact = (
        f"+https://github.com/{repository}" if repository else "",
        mailto and f"mailto:{mailto}",
    )
    remarks = "; ".join(filter(None, (_header_text(title), *contact)))
    return f"paper-list-bot/{version} ({remarks})"


def _header_text(text: str) -> str:
    """Keep the ASCII characters that need no quoting in a header's comment."""
    kept = (
        char if char.isascii() and (char.isalnum() or char in " -_.,'") else " " for char in text
    )
    return " ".join("".join(kept).split())[:100]


@dataclass(slots=True)
class _LookedUpWork:
    """One work while it is looked up: the ids it was given by, and each answer so far."""

    ids: tuple[str, ...]
    order: tuple[str, ...]
    thorough: bool = False
    answers: dict[tuple[str, str], LookupReply] = field(default_factory=dict)  # by service and id

    def ids_for(self, service: Service) -> list[str]:
        """Give the ids to ask `service` for: those given, else those learnt, none twice.

        A service is needless once those before it in the owner's order know all that it gives;
        even then it is asked for a given id that nobody vouches for, since ids that a person gave
        may contradict each other.
        """
        learnt = [id_.value for id_ in merge(self.answers.values(), self.order).ids]
        before = self._known_before(service)
        needless = not self.thorough and all(map(before.knows, service.gives))
        wanted = [id_ for id_ in self.ids if not (needless and id_ in learnt)]
        fresh = self._not_asked(service, wanted)
        if fresh or needless or self._found_by(service):
            return fresh
        return self._not_asked(service, learnt)

    def _known_before(self, service: Service) -> Metadata:
        """Unite what the services say that come before this one in the owner's order."""
        ahead = self.order[: self.order.index(service.name)]
        return merge((one for one in self.answers.values() if one.service in ahead), self.order)

    def _not_asked(self, service: Service, ids: Iterable[str]) -> list[str]:
        asked = self.answers
        return [id_ for id_ in ids if service.asks(id_) and (service.name, id_) not in asked]

    def _found_by(self, service: Service) -> bool:
        pairs = self.answers.items()
        return any(name == service.name and isinstance(one, Found) for (name, _), one in pairs)

    def report(self) -> LookupResult:
        """Sum up; a service that found the work by one id is not held against by another."""
        answers = tuple(_one_each(self.answers))
        unknown = tuple(id_ for id_ in self.ids if self._is_unknown(id_))
        return LookupResult(self.ids, answers, merge(answers, self.order), unknown)

    def _is_unknown(self, work_id: str) -> bool:
        """Say whether all who register ids of this family have no such work, nor has anyone."""
        family = work_id.partition(":")[0]
        registrars = [service.name for service in SERVICES if family in service.registers]
        replies = [self.answers.get((name, work_id)) for name in registrars]
        is_known = any(
            isinstance(one, Found) for (_, id_), one in self.answers.items() if id_ == work_id
        )
        return bool(replies) and all(isinstance(one, NotFound) for one in replies) and not is_known


def _one_each(answers: Mapping[tuple[str, str], LookupReply]) -> list[LookupReply]:
    """Give what each service found; of one that found nothing, the answer that leaves most open."""
    by_service: dict[str, list[LookupReply]] = {}
    for (name, _), answer in answers.items():
        by_service.setdefault(name, []).append(answer)
    kept: list[LookupReply] = []
    for replies in by_service.values():
        hits: list[LookupReply] = [one for one in replies if isinstance(one, Found)]
        open_: list[LookupReply] = [one for one in replies if isinstance(one, Unavailable)]
        kept += list(dict.fromkeys(hits)) or open_[:1] or replies[:1]
    return kept


class Lookup:
    """The services, at their addresses, asked in the order of the list's owner.

    `addresses` and `keys` are by service name; one that is not named has its public address and
    no key. Services that `order` does not name are asked last.
    """

    def __init__(  # noqa: PLR0913 - each is a choice of its own
        self,
        web: Web,
        *,
        addresses: Mapping[str, str] | None = None,
        keys: Mapping[str, str] | None = None,
        order: Sequence[str] = DEFAULT_ORDER,
        budget: float = BUDGET,
        thorough: bool = False,
        without: Sequence[str] = (),
    ) -> None:
        """Ask nothing yet; `budget` is the time for one work, in seconds.

        A `thorough` one asks every service that may know, also for what others have said already,
        but those `without` which it can do.
        """
        self._web = web
        self._addresses = addresses or {}
        self._keys = keys or {}
        self._budget = budget
        self._thorough = thorough
        self._order = tuple(dict.fromkeys((*order, *(one.name for one in SERVICES))))
        asked = (one for one in SERVICES if one.name not in without)
        self._services = sorted(asked, key=lambda one: self._order.index(one.name))

    def ask(self, ids: Sequence[str]) -> LookupResult:
        """Look up one work by all ids that are known of it. Raises nothing: see `LookupResult`."""
        return self.ask_many([ids])[0]

    def ask_many(self, works: Sequence[Sequence[str]]) -> list[LookupResult]:
        """Look up several works, in as few requests as the services allow; a report for each."""
        states = [
            _LookedUpWork(tuple(dict.fromkeys(ids)), self._order, thorough=self._thorough)
            for ids in works
        ]
        deadline = self._web.deadline(self._budget + FURTHER * max(0, len(works) - 1))
        for _ in range(ROUNDS):
            for service in self._services:
                self._ask_service(service, states, deadline)
        return [state.report() for state in states]

    def _ask_service(
        self, service: Service, states: Sequence[_LookedUpWork], deadline: float
    ) -> None:
        wanted = [state.ids_for(service) for state in states]
        ids = list(dict.fromkeys(id_ for some in wanted for id_ in some))
        answers = service.ask(self._connection(service, deadline), ids) if ids else {}
        for state, some in zip(states, wanted, strict=True):
            state.answers |= {(service.name, id_): answers[id_] for id_ in some}

    def _connection(self, service: Service, deadline: float) -> Connection:
        now = self._web.deadline(0)
        key = self._keys.get(service.name, "")
        return Connection(
            web=self._web,
            service=service.name,
            address=self._addresses.get(service.name, service.address),
            delay=service.delay,
            deadline=now + (deadline - now) * SHARE,
            headers=service.credentials(key) if key else {},
        )
