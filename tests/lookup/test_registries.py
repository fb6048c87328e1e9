"""How long may one question to a registry take?"""

import pytest

from bot.lookup.registries.registries import LONGEST, Registries
from tests.lookup.conftest import Slow


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
