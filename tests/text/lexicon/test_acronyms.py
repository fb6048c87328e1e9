"""Is the table of short and long forms written as texts are folded, each form once?"""

from bot.text.fold import fold
from bot.text.lexicon.acronyms import ACRONYMS


def test_every_form_is_folded_and_stands_in_one_line() -> None:
    forms = [form for line in ACRONYMS for form in line]

    assert forms == [fold(form) for form in forms]
    assert len(forms) == len(set(forms))
    assert all(len(line) > 1 for line in ACRONYMS)
