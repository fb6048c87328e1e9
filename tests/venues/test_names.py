"""Is a venue known by whatever people write for its name, and by nothing else?"""

import pytest

from bot.venues.names import known_name, trim

TENS = "Twentieth Thirtieth Fortieth Fiftieth Sixtieth Seventieth Eightieth Ninetieth".split()
TEENS = (
    "Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth"
    " Nineteenth"
).split()
FIRST = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth".split()


@pytest.mark.parametrize(
    "which",
    [
        *FIRST,
        *TEENS,
        *TENS,
        *(f"{ten[:-4]}y-{one}" for ten in TENS for one in FIRST[:2]),
        "1st",
        "2nd",
        "3rd",
        "60th",
        "Annual",
        "2019",
        "The",
    ],
)
def test_which_meeting_it_was_is_no_part_of_its_name(which: str) -> None:
    assert known_name(f"{which} Conference on Neural Information Processing Systems") == "NeurIPS"


@pytest.mark.parametrize("other", ["Secondary", "31stly", "Sixtyish", "Twenties"])
def test_a_word_that_only_begins_like_a_number_is_part_of_the_name(other: str) -> None:
    assert known_name(f"{other} Conference on Neural Information Systems") == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("neurips", "NeurIPS"),
        ("Conference on Machine Learning and Systems", "MLSys"),
        ("Thirty-Second AAAI Conference on Artificial Intelligence", "AAAI"),
        ("USENIX Symposium on Operating Systems Design and Implementation", "OSDI"),
        ("FAST", "FAST"),
        ("fast", ""),
        ("Fast", ""),
        ("Nature", "Nature"),
        ("nature", ""),
        ("Conference on Nothing in Particular", ""),
        ("", ""),
    ],
)
def test_a_name_that_is_a_word_as_well_counts_only_as_it_is_spelt(text: str, name: str) -> None:
    assert known_name(text) == name


@pytest.mark.parametrize("word", ["in", "at", "the", "of", "and", "by"])
def test_a_word_that_leads_to_a_venue_is_left_out(word: str) -> None:
    assert trim(f" {word}  Theory of Computing") == "Theory of Computing"
    assert trim(f"{word}side Theory") == f"{word}side Theory"


@pytest.mark.parametrize("word", ["in", "at", "the", "of", "and", "on"])
def test_a_word_that_leads_on_from_a_venue_is_left_out(word: str) -> None:
    assert trim(f"Theory of Computing {word}, ") == "Theory of Computing"


def test_signs_around_a_venue_are_no_part_of_it() -> None:
    assert trim(" (*“Theory; of\n Computing”*)[|. ") == "“Theory; of Computing”"
