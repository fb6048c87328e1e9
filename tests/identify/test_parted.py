"""Does a text part at its links, and does nothing of it get lost?"""

from hypothesis import given
from hypothesis import strategies as st

from bot.identify import Linked, links_in, parted

STRETCHES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["https://a.org/b", "[T](https://a.org/c)", "arXiv:2309.06180", "http://10.0.0.1/"]
    ),
)


def test_a_line_parts_into_words_and_links() -> None:
    assert parted("- [A Title](https://a.org/x), arXiv:2309.06180; code http://10.0.0.1/ soon") == [
        Linked("- [A Title", "](https://a.org/x", "https://a.org/x"),
        Linked("), ", "arXiv:2309.06180", "https://arxiv.org/abs/2309.06180"),
        Linked("; code ", "http://10.0.0.1/", ""),
        Linked(" soon"),
    ]


@given(st.lists(STRETCHES).map(" ".join))
def test_nothing_is_lost_and_the_links_are_those_that_are_found(text: str) -> None:
    parts = parted(text)

    assert "".join(part.words + part.written for part in parts) == text.replace("\\_", "_")
    found = [part.url for part in parts if part.url]
    assert set(links_in(text)) <= set(found)
