"""What does a feed say of itself, and what is none?"""

import pytest

from bot.lookup.parse.feed import BIT, DEEPEST, LONGEST, LONGEST_TAG, Feed, read_feed

HEAD = (
    '<feed xmlns="http://www.w3.org/2005/Atom"'
    ' xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">'
)
TOTAL = "<opensearch:totalResults>{}</opensearch:totalResults>"
ENTRY = "<entry><id> http://arxiv.org/abs/{} </id><title>T</title></entry>"


def feed(*parts: str) -> bytes:
    """Put a feed together."""
    return f"{HEAD}{''.join(parts)}</feed>".encode()


def nested(depth: int) -> str:
    """Give elements in one another; the innermost is so many deep below the feed."""
    return "<a>" * depth + "</a>" * depth


@pytest.mark.parametrize(
    ("parts", "read"),
    [
        ((), Feed((), None)),
        ((TOTAL.format("0"),), Feed((), 0)),
        ((TOTAL.format(" 12 "), ENTRY.format("1"), ENTRY.format("2")), Feed(("1", "2"), 12)),
        (("<id>of the feed</id>", ENTRY.format("1")), Feed(("1",), None)),
        ((ENTRY.format("1"), "<entry><title>T</title></entry>"), Feed(("1", ""), None)),
        ((TOTAL.format("many"),), Feed((), None)),
        ((TOTAL.format("-1"),), Feed((), None)),
        ((TOTAL.format("9" * 30),), Feed((), 999_999_999)),
        ((TOTAL.format("1<b/>2"),), Feed((), 12)),
        ((nested(DEEPEST - 1),), Feed((), None)),
    ],
)
def test_a_feed_tells_its_entries_and_how_many_there_are(
    parts: tuple[str, ...], read: Feed
) -> None:
    wanted = tuple(f"http://arxiv.org/abs/{id_}" if id_ else "" for id_ in read.ids)
    assert read_feed(feed(*parts), 5) == read._replace(ids=wanted)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html/>",
        feed()[:-1],
        feed().replace(b"feed", b"food"),
        feed().replace(b"2005/Atom", b"2006/Atom"),
        b'<!DOCTYPE feed SYSTEM "x">' + feed(),
        b'<?xml version="1.0" encoding="latin-1"?>' + feed(),
        feed(nested(DEEPEST)),
        feed(*(ENTRY.format(at) for at in range(6))),
        feed(f"<a b='{'c' * (LONGEST_TAG + 2 * BIT)}'/>"),
    ],
    ids=["nothing", "page", "cut", "root", "namespace", "type", "coding", "deep", "many", "tag"],
)
def test_anything_else_is_none(body: bytes) -> None:
    assert read_feed(body, 5) is None


def test_a_coding_may_be_told_where_it_is_the_right_one() -> None:
    assert read_feed(b'<?xml version="1.0" encoding="UTF-8"?>' + feed(), 5) == Feed((), None)


def test_an_id_is_read_to_a_bound() -> None:
    read = read_feed(feed(f"<entry><id>{'x' * (3 * LONGEST)}</id></entry>"), 5)
    assert read == Feed(("x" * LONGEST,), None)
