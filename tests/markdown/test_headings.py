"""Do we find the headings of an owner's text as GitHub's own program does?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.markdown.anchors import slug
from bot.markdown.headings import headings
from tests.render import cmark

PIECES = [
    *("# One", "## Two ##", "###### Six # #", "#", "## ", "#nothash", "####### seven", "  ### in"),
    *("Title\n===", "Title _em_\n---", "para\nmore", "para\nmore\n----", "Foo\n\tBar\n---"),
    *("---", "* * *", "- item", "* a\n* b\n\n## After", "- [ ] # t", "text # no", "text <br>\n# t"),
    *("- item\n  # In item", "1. # Num", "> # Quote", "> text\n> ---", "> text\n---", "- a\n---"),
    *("```\n# code\n```", "~~~\n## c\n~~~", "- a\n  ```\n  # x\n  ```", "> ```\n> # x\n\n# out"),
    *(
        "``` not `a` fence\n# yes",
        "````\n```\n# no\n````",
        "text\n\n    # no",
        "text\n\n\tcode # x",
    ),
    *("<!-- c -->", "<!--\n# hidden\n-->", "<div>\n# raw\n</div>", "<pre>\n# p\n\n# p\n</pre>"),
    *('<h1 align="center">Html <b>x</b> &amp; y</h1>', "<details>\n<summary>s</summary>\n\n# In\n"),
    *("| a |\n|---|\n| # b |", "a | b\n--- | ---\nc | d", "## <a name='x'></a>Foo `a_``b_`"),
    *(
        "### [link](http://x_y.z) `co_de` ![img_alt](i)",
        "## [![b](u_v)](w_z) after",
        "# <http://a.b>",
    ),
    *(
        "#### :rocket: Fast_er & more &amp; x",
        "##### __b__ *i* \\_x\\_ a_b ~~s~~",
        "# **_both_** __",
    ),
]


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=6), st.sampled_from(["\n\n", "\r\n\r\n"]))
def test_the_headings_of_any_document_are_those_that_github_finds(
    pieces: list[str], gap: str
) -> None:
    document = gap.join(pieces)

    assert [slug(each) for each in headings(document)] == [
        slug(each) for each in cmark.headings(document)
    ]


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES[:28]), max_size=4))
def test_blocks_may_follow_each_other_without_an_empty_line(pieces: list[str]) -> None:
    document = "\n".join(pieces)

    assert [slug(each) for each in headings(document)] == [
        slug(each) for each in cmark.headings(document)
    ]


@pytest.mark.parametrize(
    "document",
    [
        "\ufeff# First",
        "# One\n<h2>Two</h2>\n\nThree\n---\n",
    ],
)
def test_a_byte_order_mark_and_html_hide_no_heading(document: str) -> None:
    assert headings(document) == cmark.headings(document.removeprefix("\ufeff"))


@pytest.mark.timeout(30)  # it takes a tenth of a second; by the square of its length, minutes
@pytest.mark.parametrize(
    "piece", ["[", "![", "`", "<", "&", "_", "*", "\\", "](", "<h1", "- ", "> "]
)
def test_a_long_line_of_marks_is_read_at_once(piece: str) -> None:
    headings("# " + piece * 100_000 + "\n" + piece * 100_000 + "\n===\n")
