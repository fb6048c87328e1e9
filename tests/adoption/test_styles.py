"""Does a list come back byte for byte, whatever the style in which its entries are written?"""

from pathlib import Path

import pytest

from bot.flows.local.lists.init import init
from bot.store import files
from tests.adoption.test_look import adopted, source, text_of, without_marks
from tests.importers.test_styles import STYLES, TITLES, written


@pytest.mark.parametrize("style", STYLES[::3], ids=lambda style: style[0][:60])
def test_a_list_of_any_style_comes_back(style: list[str], tmp_path: Path) -> None:
    readme = written(style[0])

    found = adopted(tmp_path, readme)

    there = text_of(tmp_path / files.README)
    assert without_marks(there) == readme
    assert (found.entries, found.same, found.lost) == (len(TITLES), found.lines, ())
    assert not init(tmp_path, source(there)).files
