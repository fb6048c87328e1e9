"""Does each format say what holds for all of them?"""

import pytest

from bot.render.export.exports import EXPORTS
from tests.render import hostile

UNLICENSED = hostile.LISTING.model_copy(update={"license": None})


@pytest.mark.parametrize("slug", ["", "below"])
@pytest.mark.parametrize("name", EXPORTS)
def test_each_format_says_under_which_licence_the_data_stand(name: str, slug: str) -> None:
    write = EXPORTS[name].write

    assert "CC-BY-4.0" in write(hostile.CATALOG, hostile.LISTING, slug)
    assert "CC-BY-4.0" not in write(hostile.CATALOG, UNLICENSED, slug)
