"""Is every link found in a text, and nothing else?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.identify import address, clean_url, links_in, without_links
from tests.identify.examples import pairs, texts

TEXTS = texts()
STORED = sorted({stored for _, stored in pairs("clean.txt") if stored and "url?" not in stored})


@pytest.mark.parametrize("heading", TEXTS)
def test_the_links_of_a_text_are_found_in_order(heading: str) -> None:
    text, links = TEXTS[heading]

    assert links_in(text) == links


@given(
    st.lists(
        st.tuples(
            st.sampled_from(STORED),
            st.sampled_from(
                ("[x]({})", "<{}>", "({})", "{},", "**{}**", '<a href="{}">', "见{}，")
            ),
            st.sampled_from(("", " ", "\n", "words ", "| ", "，")),
        )
    )
)
def test_links_written_in_any_way_are_all_found(written: list[tuple[str, str, str]]) -> None:
    text = " ".join(gap + form.format(link) for link, form, gap in written)
    once = {address(link): link for link, _, _ in reversed(written)}
    order = list(dict.fromkeys(address(link) for link, _, _ in written))

    assert links_in(text) == [once[key] for key in order]


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            (
                "https://",
                "a.org/",
                "](",
                ")",
                "_",
                "é",
                "<",
                ">",
                " ",
                "arXiv:",
                "2309.06180",
                "doi:10.1145/",
                "www.",
            )
        )
    ).map("".join)
)
def test_every_link_found_is_stored_as_it_is_and_once(text: str) -> None:
    links = links_in(text)

    assert [clean_url(link) for link in links] == links
    assert len({address(link) for link in links}) == len(links)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("PagedAttention https://arxiv.org/abs/2309.06180", "PagedAttention \n"),
        ("title(https://arxiv.org/abs/2309.06180)next", "title(\n)next"),
        ("[title](https://arxiv.org/abs/2309.06180), SOSP", "[title\n), SOSP"),
        ("arXiv:2309.06180v2 [cs.LG]", "\n [cs.LG]"),
        ("no link at all", "no link at all"),
    ],
)
def test_what_is_no_link_is_left(text: str, rest: str) -> None:
    assert without_links(text) == rest


def test_an_identifier_on_a_line_with_windows_ends_is_found() -> None:
    assert links_in("2309.06180\r\n2205.14135\r\n") == [
        "https://arxiv.org/abs/2309.06180",
        "https://arxiv.org/abs/2205.14135",
    ]
