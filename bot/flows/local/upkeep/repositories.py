"""Which repositories that changes would link does GitHub have, and do they hold something?"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.identify import canonical
from bot.model.upkeep.link import Repo
from bot.model.upkeep.proposal import Proposal

AskRepositories = Callable[[Sequence[str]], Mapping[str, Repo | None]]


class Repositories:
    """What GitHub said in one run, in which it is asked about each repository once."""

    def __init__(self, ask: AskRepositories | None) -> None:
        """Let nothing be known yet; nothing ever is where nobody can be asked."""
        self._ask = ask
        self._is_holding: dict[str, bool] = {}

    def learn(self, changes: Iterable[Proposal]) -> None:
        """Ask about the repositories that changes would link, but for those asked about before."""
        named = {_repository(change) for change in changes}
        names = sorted(named - self._is_holding.keys() - {""})
        repositories = self._ask(names) if self._ask and names else {}
        for name in names:
            repository = repositories.get(name)
            self._is_holding[name] = repository is not None and not repository.empty

    def parted(
        self, changes: Sequence[Proposal]
    ) -> tuple[tuple[Proposal, ...], tuple[Proposal, ...]]:
        """Give the changes but for doubtful code, and that: what is not known to hold something."""
        doubtful = tuple(change for change in changes if self._is_doubtful(change))
        return tuple(change for change in changes if not self._is_doubtful(change)), doubtful

    def _is_doubtful(self, change: Proposal) -> bool:
        return change.field == "code" and not self._is_holding.get(_repository(change), False)


def _repository(change: Proposal) -> str:
    """Name the repository at GitHub ("owner/name") that a change would link, "" for none."""
    family, _, name = (canonical(change.after or "") or "").partition(":")
    return name if change.field == "code" and family == "github" else ""
