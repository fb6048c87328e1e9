"""What do the tests of the stand-in begin with? A repository, a bot and a few people."""

from pathlib import Path

import pytest

from tests.github_server.client import FILES, Client
from tests.github_server.world import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World.create(tmp_path, FILES)
    made.state.people.allow("mia", "write")
    return made


@pytest.fixture
def bot(world: World) -> Client:
    return Client(world.hub)
