"""What has become of other people's repositories, in one query for a hundred of them?"""

from bot.model.upkeep.link import Repo
from tests.github_api.scene import scene
from tests.github_server.elsewhere import Elsewhere
from tests.github_server.world import World as GitHub


def furnish(github: GitHub) -> list[str]:
    """Let there be a hundred and twenty, and give their names."""
    names = [f"person-{at}/work" for at in range(120)]
    for at, name in enumerate(names):
        github.state.elsewhere[name] = Elsewhere(full_name=name, number=1_000 + at)
    return names


def test_each_is_told_by_its_present_name_and_number(github: GitHub) -> None:
    known = {
        "old/name": Elsewhere(full_name="New/Name", number=7),
        "a/archived": Elsewhere(full_name="a/archived", number=8, archived=True),
        "an/empty": Elsewhere(full_name="an/empty", number=9, empty=True),
        "a/disabled": Elsewhere(full_name="a/disabled", number=10, disabled=True),
    }
    github.state.elsewhere |= known
    with scene(github) as here:
        found = here.hub.repositories([*known, "gone/away"])
    assert found == {
        "old/name": Repo("New/Name", 7),
        "a/archived": Repo("a/archived", 8, archived=True),
        "an/empty": Repo("an/empty", 9, empty=True),
        "a/disabled": Repo("a/disabled", 10, disabled=True),
        "gone/away": None,
    }


def test_a_hundred_take_one_request_and_one_point(github: GitHub) -> None:
    names = furnish(github)
    with scene(github) as here:
        found = here.hub.repositories(names)
        assert (len(here.hub.sent), here.hub.points) == (2, 2)
    assert {name: repo and repo.name for name, repo in found.items()} == {n: n for n in names}


def test_what_github_does_not_tell_is_left_out_and_is_not_taken_for_gone(github: GitHub) -> None:
    names = furnish(github)
    with scene(github) as here:
        github.hub.fault("502 after", times=3)
        some = here.hub.repositories(names)
        assert 0 < len(some) < len(names)
        assert None not in some.values()
        github.state.rate.points = 0
        assert here.hub.repositories(names) == {}
