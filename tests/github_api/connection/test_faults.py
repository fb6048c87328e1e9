"""Does every action have its effect exactly once, whatever goes wrong with any of its requests?"""

import pytest

from bot.errors import ForbiddenError, OutageError
from bot.model.github.result import ActionResult, Done, Merged, Opened, Pushed, Said
from tests.github_api.scene import ACTIONS, Scene, actions, effects, furnish, scene
from tests.github_server.client import FILES
from tests.github_server.faults import AFTER, Fault
from tests.github_server.world import World

TOO_SLOW = 1_000.0  # seconds, none of which passes in process
# How many requests an action takes when nothing goes wrong.
# A comment is looked for before it is first written.
REQUESTS = dict.fromkeys(ACTIONS, 1) | {
    "write a comment": 2,
    "push a new branch": 3,
    "push over a branch": 3,
}
# How often it looks, after a refusal, whether that is about one thread alone: is it locked, and is
# the comment the bot's own?
LOOKS = {
    "set labels": 1,
    "write a comment": 1,
    "edit a comment": 2,
    "remove a comment": 1,
    "acknowledge": 1,
}
CALLS = [(name, at) for name in ACTIONS for at in range(1, REQUESTS[name] + 1)]
PASSING = [fault for fault in Fault if fault not in {Fault.FORBIDDEN, Fault.REFUSED}]
LASTING = [Fault.RESET_BEFORE, Fault.ERROR_BEFORE, *sorted(AFTER)]


def has_body(name: str, fault: Fault) -> bool:
    """Tell whether an action's answer can suffer this: what is removed is answered by nothing."""
    return not (name == "remove a comment" and fault is Fault.TRUNCATED)


RESULTS: dict[str, type[ActionResult]] = dict.fromkeys(ACTIONS, Done) | {
    "write a comment": Said,
    "edit a comment": Said,
    "push a new branch": Pushed,
    "push over a branch": Pushed,
    "open a pull request": Opened,
    "open an issue": Opened,
    "merge": Merged,
}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """Give, for each action, what there is after it when nothing goes wrong."""
    found = {}
    for name in ACTIONS:
        github = World.create(tmp_path_factory.mktemp("undisturbed"), FILES)
        furnish(github)
        with scene(github) as here:
            here.hub.read()
            assert isinstance(here.hub.perform(actions(github)[name]), RESULTS[name])
        found[name] = effects(github)
    return found


def test_each_action_has_an_effect_of_its_own(
    undisturbed: dict[str, dict[str, object]], github: World
) -> None:
    seen = [effects(github), *undisturbed.values()]

    assert all(seen.count(found) == 1 for found in seen)


@pytest.mark.parametrize(
    ("name", "at", "fault"),
    [(name, at, fault) for name, at in CALLS for fault in PASSING if has_body(name, fault)],
)
def test_a_passing_fault_leaves_one_effect(
    here: Scene, undisturbed: dict[str, dict[str, object]], name: str, at: int, fault: Fault
) -> None:
    here.github.hub.fault(fault, at=at, delay=TOO_SLOW)

    result = here.hub.perform(actions(here.github)[name])

    assert isinstance(result, RESULTS[name])
    assert effects(here.github) == undisturbed[name]
    assert len(here.hub.sent) - 2 == len(here.github.hub.log) > REQUESTS[name]


@pytest.mark.parametrize(
    ("name", "at", "fault"),
    [(name, at, fault) for name, at in CALLS for fault in LASTING if has_body(name, fault)],
)
def test_a_lasting_outage_is_told_and_has_at_most_one_effect(
    here: Scene, undisturbed: dict[str, dict[str, object]], name: str, at: int, fault: Fault
) -> None:
    before = effects(here.github)
    here.github.hub.fault(fault, at=at, times=99, delay=TOO_SLOW)

    with pytest.raises(OutageError):
        here.hub.perform(actions(here.github)[name])

    found = effects(here.github)
    unseen = at < REQUESTS[name]  # a look, or an object that no branch holds
    assert found == (undisturbed[name] if fault in AFTER and not unseen else before)
    assert 3 <= len(here.hub.sent) - 2 - (at - 1) <= 8
    assert sum(here.time.slept) < 60


@pytest.mark.parametrize(("name", "at"), CALLS, ids=[f"{name}, {at}" for name, at in CALLS])
def test_what_the_token_may_not_is_told_at_once_and_not_tried_again(
    here: Scene, name: str, at: int
) -> None:
    before, sent = effects(here.github), len(here.hub.sent)
    here.github.hub.fault(Fault.FORBIDDEN, at=at)

    with pytest.raises(ForbiddenError, match="Resource not accessible by integration"):
        here.hub.perform(actions(here.github)[name])

    assert effects(here.github) == before
    assert len(here.hub.sent) - sent == at + LOOKS.get(name, 0)
    assert {line.method for line in here.hub.sent[sent + at :]} <= {"GET"}
