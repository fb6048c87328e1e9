"""Does each format say what holds for all of them?"""

import pytest

from bot.render.export.exports import EXPORTS
from tests.render import hostile

UNLICENSED = hostile.LISTING.model_copy(update={"license": None})


@pytest.mark.parametrize("slug", ["", "below"])
@pytest.mark.parametrize("name", EXPORTS)
def test_each_format_says_under_which_licence_the_data_stand(name: str, slug: str) -> None:
    text = EXPORTS[name].text

    assert "CC-BY-4.0" in text(hostile.CATALOG, hostile.LISTING, slug)
    assert "CC-BY-4.0" not in text(hostile.CATALOG, UNLICENSED, slug)
