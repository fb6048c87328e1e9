"""Does everything that JSON can hold become a bounded, cleaned value, or nothing?"""

import pytest

from bot.lookup.parse import payload
from bot.model.papers.paper import Venue


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (12, 12),
        ("12", 12),
        (" 7 ", 7),
        (0, 0),
        (True, None),
        (-1, None),
        (1.0, None),
        ("1e3", None),
        ("١٢", None),
        (10**400, None),
        ("9" * 10_000, None),
        (None, None),
        ([1], None),
    ],
    ids=lambda value: str(value)[:12],
)
def test_a_count_is_a_whole_number_or_unknown(value: object, expected: int | None) -> None:
    assert payload.number(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-09-12T12:50:04Z", "2023-09-12"),
        ("2023-09", "2023-09"),
        ("2023", "2023"),
        (2023, "2023"),
        ("2023-13-01", "2023"),
        ("2023-09-99", "2023-09"),
        ("0023-01-01", ""),
        ("12 September 2023", ""),
        (None, ""),
        ({}, ""),
    ],
    ids=str,
)
def test_a_date_is_as_exact_as_it_can_be_read(value: object, expected: str) -> None:
    assert payload.date(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1697190000000, "2023-10-13"),
        (0, ""),
        (-5, ""),
        (10**30, ""),
        ("1697190000000", ""),
        (True, ""),
        (None, ""),
    ],
    ids=str,
)
def test_milliseconds_become_a_day(value: object, expected: str) -> None:
    assert payload.date_of_milliseconds(value) == expected


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("https://github.com/a/b", "https://github.com/a/b"),
        ("see https://github.com/A/b.c.git.", "https://github.com/A/b.c"),
        ("https://github.com/a/b and https://github.com/a/b/tree/main", "https://github.com/a/b"),
        ("https://github.com/a/b, https://gitlab.com/c/d", None),
        ("https://github.com/a", None),
        ("https://example.org/a/b", None),
        ("https://github.com.example.org/a/b", None),
        (["https://github.com/a/b"], None),
        (None, None),
    ],
    ids=str,
)
def test_one_repository_is_a_code_link(value: object, url: str | None) -> None:
    link = payload.repository(value)
    assert (link.url if link else None) == url


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "https://a b",
        "https://x/<script>",
        "https://x/\u202eabc",
        "data:text/html,x",
        "//x",
        "https://" + "x" * 3_000,
        7,
        None,
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_plain_address_is_no_link(value: object) -> None:
    assert payload.link("project", value) is None


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        (["ICML 2024"], "ICML 2024"),
        (["ICML"], "ICML 2020"),
        (["Some Unheard-of Meeting", "ICML"], "ICML 2020"),
        (["Some Unheard-of Meeting"], "Some Unheard-of Meeting 2020"),
        (["Submitted to ICML 2024"], None),
        (["ICLR 2024 Conference Withdrawn Submission"], None),
        (["Rejected from ICML"], None),
        (["under review at ICML 2024"], None),
        (["Retracted from ICML 2024", "ICML preprint"], None),
        (["arXiv.org", "ArXiv", "CoRR", "arXiv preprint arXiv:2309.06180"], None),
        ([None, 7, "", ["ICML"]], None),
    ],
    ids=str,
)
def test_a_venue_is_one_that_accepted_the_work(
    candidates: list[object], expected: str | None
) -> None:
    venue = payload.venue(candidates, 2020)
    assert (str(venue) if venue else None) == expected


def test_in_prose_only_a_venue_that_is_known_counts() -> None:
    assert payload.venue(["the annual gathering", "SOSP 2023"], known_only=True) == Venue(
        name="SOSP", year=2023
    )
    assert payload.venue(["the annual gathering"], known_only=True) is None


def test_a_title_too_long_to_be_one_is_not_cut() -> None:
    assert payload.title("x" * 300) == "x" * 300
    assert payload.title("x" * 301) == ""
    assert payload.text("x" * 10**6) == ""


def test_names_are_cleaned_and_each_stands_once() -> None:
    given = [" Ada  Example\n", "Ada Example", None, {"name": "x"}, "Christopher R\\'e", ""]
    assert payload.names(given) == ("Ada Example", "Christopher Ré")


def test_a_path_that_leads_nowhere_gives_nothing() -> None:
    value = {"a": [{"b": 1}]}
    assert payload.at(value, "a", 0, "b") == 1
    for path in (("a", 1), ("a", "b"), ("x", "y"), ("a", 0, "b", "c"), (0,)):
        assert payload.at(value, *path) is None
