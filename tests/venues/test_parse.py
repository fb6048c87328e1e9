"""Is a venue recognised however it is spelled, and left alone where it is unknown?"""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.venues.parse import parse_venue

EXAMPLES = Path(__file__).parents[1] / "examples" / "venues" / "venues.tsv"
with EXAMPLES.open(encoding="utf-8") as lines:
    ROWS = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_venue_is_read_as_listed(row: dict[str, str]) -> None:
    year = int(row["year"]) if row["year"] else None
    venue = parse_venue(row["text"])

    assert (venue.name, venue.year) == (row["venue"] or "", year)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_canonical_name_is_its_own_canonical_name(row: dict[str, str]) -> None:
    name = row["venue"] or ""
    venue = parse_venue(f"{name} 2021" if name else "arXiv 2021")

    assert (venue.name, venue.year) == (name, 2021)


def test_only_a_known_venue_is_called_known() -> None:
    assert parse_venue("NeurIPS 2023").known
    assert parse_venue("arXiv, 2023").known
    assert not parse_venue("a fast engine, 2023").known


KINDS = [
    ("arXiv preprint arXiv:2309.06180", "preprint", ()),
    ("Proc. 27th Conf. on Very Large Data Bases", "meeting", ("very", "large", "data", "bases")),
    ("Trans. Hives and Bees (Torino)", "journal", ("trans", "hives", "bees")),
    ("J Hives. Conference: 3rd Meeting of Keepers", "", ("j", "hives")),
    ("Machine Learning: proceedings of the 14th conference", "meeting", ("machine", "learning")),
    ("Hives and Bees", "", ("hives", "bees")),
    ("under review", "", ()),
]


@pytest.mark.parametrize(("text", "kind", "words"), KINDS)
def test_a_venue_has_a_kind_and_the_words_that_tell_it(
    text: str, kind: str, words: tuple[str, ...]
) -> None:
    venue = parse_venue(text)

    assert (venue.kind, venue.words) == (kind, words)


def test_what_may_be_another_venue_is_not_called_by_our_name() -> None:
    assert parse_venue("Very Large Data Bases").canonical == "VLDB"
    assert parse_venue("Proc. Conf. on Very Large Data Bases and …").canonical == ""
    assert parse_venue("Machine Learning: proceedings of the 14th conference").canonical == ""


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error(text: str) -> None:
    venue = parse_venue(text)

    assert len(venue.name) <= 400
    assert venue.year is None or 1900 <= venue.year <= 2099
