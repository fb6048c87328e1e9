"""Is who acts next said in the language of whoever wrote, and by whose writing only?"""

import tomllib
from importlib.resources import files

import pytest

from bot.model.state import State
from bot.render.github.submissions.own_language import in_own_language
from bot.render.github.submissions.sentences import (
    TURN,
    TURN_HELD,
    TURN_ON_PULL,
    TURN_TO_MEND,
    who_acts,
)

HERE = files("bot.render.github.submissions")
TABLE = tomllib.loads(HERE.joinpath("own_language.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("希望收录我们的论文", "zh"),
        ("請收錄我們的論文，謝謝", "zh"),
        ("この論文を追加してください", "ja"),
        ("이 논문을 추가해 주세요", "ko"),
        ("Добавьте, пожалуйста", "ru"),
    ],
)
def test_the_writing_tells_the_language(words: str, language: str) -> None:
    for who, line in TABLE[language].items():
        assert in_own_language(f"{words} https://arxiv.org/abs/2501.00001", who) == line


@pytest.mark.parametrize(
    "words", ["Please add this", "Por favor, añadan esto", "The α-β method", "", "无"]
)
def test_english_has_to_do_where_it_does_not(words: str) -> None:
    assert in_own_language(words, "you") == ""


def test_each_language_has_a_short_line_for_each_who() -> None:
    every = (*TURN.values(), *TURN_ON_PULL.values(), TURN_HELD, TURN_TO_MEND)
    for lines in TABLE.values():
        assert {*lines} == {who_acts(words) for words in every}
        assert all(len(line) < 160 and "\n" not in line for line in lines.values())
    assert who_acts(TURN[State.NEEDS_WORK]) == "you"
    assert who_acts(TURN[State.READY]) == who_acts(TURN_TO_MEND) == "maintainer"
    assert who_acts(TURN[State.WAITING]) == "bot"
    assert who_acts(TURN[State.ACCEPTED]) == "nobody"
