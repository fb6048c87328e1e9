"""Is a mail known by its words, in any language?"""

import pytest

from bot.text.lexicon.mail import is_phones, names_place


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "*Sent from Proton Mail*",
        "Von meinem iPhone gesendet",
        "发自我的手机",
    ],
)
def test_what_a_phone_writes_below_a_mail_is_known(line: str) -> None:
    assert is_phones(line)


@pytest.mark.parametrize("line", ["Sent", "We sent from Berlin a letter", "Sent Fine Systems"])
def test_a_sentence_is_no_word_of_a_phone(line: str) -> None:
    assert not is_phones(line)


@pytest.mark.parametrize(
    "line",
    [
        "Example University",
        "Institute of Fine Systems",
        "Prof. of Systems",
        "示例大学",
        "Lab of Caches",
    ],
)
def test_a_place_is_known_by_a_word(line: str) -> None:
    assert names_place(line)


@pytest.mark.parametrize("line", ["Labels of Caches", "Incremental Proofs", "Fine Systems"])
def test_a_word_within_another_names_no_place(line: str) -> None:
    assert not names_place(line)
