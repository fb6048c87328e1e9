"""How many requests does each act take when nothing goes wrong, and which?"""

import re

import pytest

from bot.model.github.plan import Action
from tests.github_api.scene import ACTIONS, Scene, actions, effects

EXPECTED = {
    "make a label": "POST labels",
    "set labels": "PUT issues/1/labels",
    "write a comment": ("GET issues/3/comments?per_page=100&page=1, POST issues/3/comments"),
    "edit a comment": "PATCH issues/comments/ID",
    "remove a comment": "DELETE issues/comments/ID",
    "acknowledge": "POST issues/comments/ID/reactions",
    "push a new branch": "POST git/trees, POST git/commits, POST git/refs",
    "push over a branch": (
        "POST git/trees, POST git/commits, PATCH git/refs/heads/suggest/issue-1"
    ),
    "report": "POST statuses/SHA",
    "open a pull request": "POST pulls",
    "edit a pull request": "PATCH pulls/5",
    "close a pull request": "PATCH pulls/5",
    "merge": "PUT pulls/5/merge",
    "close an issue": "PATCH issues/3",
    "open an issue": "POST issues",
    "edit an issue": "PATCH issues/4",
}


def shown(path: str) -> str:
    """Write a path without the repository, and ids as words."""
    short = re.sub(r"\b[0-9a-f]{40}\b", "SHA", path.removeprefix("/repos/octo/papers/"))
    return re.sub(r"\b[0-9]{7,}\b", "ID", short)


@pytest.mark.parametrize("name", ACTIONS)
def test_an_action_takes_these_requests(here: Scene, name: str) -> None:
    before = len(here.hub.sent)
    action: Action = actions(here.github)[name]

    here.hub.perform(action)

    found = [f"{sent.method} {shown(sent.path)}" for sent in here.hub.sent[before:]]
    assert ", ".join(found) == EXPECTED[name]


# Planned only where the world that was read shows that there is none.
ONCE = {"open an issue", "push a new branch"}


@pytest.mark.parametrize("name", [name for name in ACTIONS if name not in ONCE])
def test_an_action_done_twice_is_as_if_done_once(here: Scene, name: str) -> None:
    action = actions(here.github)[name]
    first = here.hub.perform(action)
    seen = effects(here.github)

    assert type(here.hub.perform(action)) is type(first)
    if name != "report":  # a second status of the same name replaces the first
        assert effects(here.github) == seen


def test_every_request_asks_for_one_fixed_version_of_the_api(here: Scene) -> None:
    versions: list[str] = []
    here.github.hub.before_request = lambda _, request: versions.append(
        request.headers.get("x-github-api-version", "")
    )
    here.hub.read()
    here.hub.may_command("mia")
    for action in actions(here.github).values():
        here.hub.perform(action)

    assert set(versions) == {"2022-11-28"}
    assert len(versions) > len(ACTIONS)
