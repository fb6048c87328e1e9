"""How long may one question to a registry take?"""

import pytest

from bot.lookup.registries.registries import LONGEST, Registries
from bot.lookup.wire.reply import NoAnswerError, Reply
from bot.lookup.wire.web import Call, Web


class Slow(Web):
    """A way out that answers nothing, and takes the time it is given for each request."""

    def __init__(self) -> None:
        """Begin somewhere."""
        super().__init__("a list", clock=lambda: self.now)
        self.now = 1_000.0

    def fetch(self, call: Call, deadline: float) -> Reply:
        """Take all the time there is."""
        self.now = max(self.now, deadline)
        raise NoAnswerError(f"{call.service} took too long to answer")


@pytest.mark.parametrize(("budget", "taken"), [(1_200.0, LONGEST), (5.0, 5.0)])
def test_a_registry_that_hangs_takes_no_more_than_its_share_of_a_run(
    budget: float, taken: float
) -> None:
    web = Slow()
    began = web.now
    registries = Registries(web, {}, began + budget)

    assert registries.dois(["10.1145/1", "10.1145/2"]) == {"10.1145/1": None, "10.1145/2": None}
    assert web.now - began == taken
    assert registries.archived("https://example.org") is None
    assert web.now - began == min(2 * taken, budget)
