"""What do the tests of the door begin with?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.github_api.scene import Scene, furnish, scene
from tests.github_server.client import FILES
from tests.github_server.world import World


@pytest.fixture
def github(tmp_path: Path) -> World:
    made = World.create(tmp_path, FILES)
    furnish(made)
    return made


@pytest.fixture
def here(github: World) -> Iterator[Scene]:
    with scene(github) as found:
        found.hub.read()
        github.hub.log.clear()
        yield found
