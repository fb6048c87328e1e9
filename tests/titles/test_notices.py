"""Is a notice about a work told from a work? `tests/examples/titles/notices.txt` holds both."""

import pytest

from bot.titles.notices import is_notice, work_of
from tests.titles.examples import FOLDER

NOTICES, OTHERS = (
    part.splitlines()[1:]
    for part in FOLDER.joinpath("notices.txt").read_text("utf-8").split("# ")[1:]
)


@pytest.mark.parametrize("case", NOTICES)
def test_a_notice_is_told_and_the_work_that_it_is_about(case: str) -> None:
    title, _, work = case.partition(" => ")

    assert is_notice(title)
    assert work_of(title) == (work or title)


@pytest.mark.parametrize("title", OTHERS)
def test_a_title_that_holds_such_a_word_is_no_notice(title: str) -> None:
    assert not is_notice(title)
