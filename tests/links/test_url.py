"""Is a link stored without what does not belong to it, and equal to its other spellings?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.identify import address, clean_url
from bot.model.base import HTTP_URL, LONGEST_URL
from tests.identify.examples import pairs

LINKS = pairs("clean.txt")
PIECES = (
    *("http://", "https://", "//", "www.", "example.org", "bücher.de", "user:pw@", ":80", ":8080"),
    *(
        "/",
        "a",
        "B",
        "?",
        "&",
        "=",
        "#",
        "#/",
        "%41",
        "%",
        "utm_source=x",
        "ref=",
        "id=1",
        "[",
        "]",
    ),
    *(
        "(",
        ")",
        ".",
        ",",
        "，",
        "\u200b",
        " ",
        '"',
        "<",
        ">",
        "|",
        "`",
        "é",
        "\ud800",
        "\x00",
        "\n",
    ),
    *("https://www.google.com/url?q=", "&amp;", "127.0.0.1", "localhost", "!", "_", "*", "..", "@"),
)
pasted = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@pytest.mark.parametrize(("link", "stored"), LINKS, ids=[link for link, _ in LINKS])
def test_a_link_is_stored_clean(link: str, stored: str | None) -> None:
    assert clean_url(link) == stored


@given(st.text() | pasted | pasted.map("https://example.org/".__add__))
def test_what_is_stored_is_a_link_that_cleaning_leaves_alone(link: str) -> None:
    stored = clean_url(link)

    if stored is not None:
        assert re.search(HTTP_URL, stored)
        assert stored.isascii()
        assert len(stored) <= LONGEST_URL
        assert clean_url(stored) == stored
        assert address(stored) == address(link)


def test_a_link_longer_than_a_link_may_be_is_refused() -> None:
    start = "https://example.org/"

    assert clean_url(start + "a" * (LONGEST_URL - len(start))) is not None
    assert clean_url(start + "a" * LONGEST_URL) is None
    assert clean_url(start + "é" * (LONGEST_URL // 2)) is None
    assert clean_url(f"{start}?utm_source={'x' * LONGEST_URL}") == start


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/papers/a?x=1&y=2",
        "https://www.example.org/papers/a/?y=2&x=1",
        "https://EXAMPLE.org:443/papers/a/index.html?x=1&y=2&utm_source=z",
        "https://example.org/papers/a/default.asp?x=1&y=2",
        "https://example.org/papers/a/default.aspx?x=1&y=2",
        "https://example.org/papers/a/index.htm?x=1&y=2",
        "https://example.org/papers/a/index.php?x=1&y=2",
        "https://example.org/papers/%61?x=1&y=2#top",
        "example.org/papers/a?x=1&y=2.",
    ],
)
def test_two_spellings_of_one_page_have_one_address(other: str) -> None:
    assert address(other) == address("https://example.org/papers/a?x=1&y=2")


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/papers/A?x=1&y=2",
        "https://example.org/papers/a?x=2&y=1",
        "https://example.org/papers/a",
        "https://papers.example.org/papers/a?x=1&y=2",
        "https://example.org/papers/a?x=1&y=2#/b",
        "no link",
    ],
)
def test_two_pages_have_two_addresses(other: str) -> None:
    assert address(other) != address("https://example.org/papers/a?x=1&y=2")
