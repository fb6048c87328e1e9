"""Is a month known by its name, however it is cut short, and nothing else taken for one?"""

import calendar

import pytest

from bot.text.months import MONTHS, month_number


def test_each_month_is_known_by_its_name_and_by_three_letters() -> None:
    for number in range(1, 13):
        name = calendar.month_name[number]
        assert month_number(name) == month_number(name[:3].upper()) == number
        assert MONTHS[number - 1] == name[:3].lower()


@pytest.mark.parametrize(
    ("name", "number"), [("Sept.", 9), ("AUG", 8), ("", 0), ("ja", 0), ("3", 0)]
)
def test_a_shortened_name_is_a_month_and_what_is_none_is_zero(name: str, number: int) -> None:
    assert month_number(name) == number
