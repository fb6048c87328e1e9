"""Does any text stand in GitHub's Markdown as exactly that text?"""

import pytest
from hypothesis import example, given, settings

from bot.markdown.escape import link, text
from tests.render.cmark import shown
from tests.render.nasty import as_read, is_inert, texts


@settings(max_examples=1000, deadline=None)
@given(texts, texts)
@example("\\", "|")
@example("a|b\\|c", "`|`")
@example("![", "](u)")
@example("-- 2024. [x] :a:b:", "[ ] www.")
def test_a_row_shows_exactly_its_texts_one_to_a_cell(first: str, second: str) -> None:
    source = f"| a | b | c |\n| - | - | - |\n| {text(first)} | {text(second)} | end |\n"

    cells = shown(source, "td")

    assert [cell.text for cell in cells] == [as_read(first), as_read(second), "end"]
    assert all(map(is_inert, cells))


@settings(max_examples=400, deadline=None)
@given(texts, texts)
@example("[x] (u)", "!")
@example("a]", "[b")
@example("a!", "!")
def test_a_link_has_exactly_its_label_and_leads_to_one_place(label: str, after: str) -> None:
    source = f"| a | b |\n| - | - |\n| {link(label, 'https://a.org/b')} {text(after)} | end |\n"

    cell, end = shown(source, "td")

    assert as_read(cell.text) == as_read(f"{as_read(label)} {as_read(after)}")
    assert [each.text for each in shown(source, "a")] == [as_read(label)]
    assert cell.addresses == ["https://a.org/b"]
    assert is_inert(cell, "a")
    assert end.text == "end"


@settings(max_examples=300, deadline=None)
@given(texts, texts)
@example("1.", "# x")
@example("-", "=")
@example("[ ] x", "+ y")
@example("> x", "- y")
@example("= x", "see www.example.org")
def test_an_item_of_a_list_shows_exactly_its_text(first: str, second: str) -> None:
    items = shown(f"- {text(first)}\n- {text(second)}\n- end\n", "li")

    assert [item.text for item in items] == [as_read(first), as_read(second), "end"]
    assert all(map(is_inert, items))


@settings(max_examples=300, deadline=None)
@given(texts)
@example("C #")
@example("### x ##")
def test_a_heading_shows_exactly_its_text(words: str) -> None:
    (heading,) = shown(f"## {text(words)}\n", "h2")

    assert heading.text == as_read(words)
    assert is_inert(heading)


@settings(max_examples=300, deadline=None)
@given(texts)
@example("x*")
@example("*")
def test_text_in_bold_stays_in_bold(words: str) -> None:
    # Bold text that is nothing but white space is not shown as bold by anybody.
    if not as_read(words).strip("\u00a0\u3000") or as_read(words)[0].isspace():
        return
    cell, *_ = shown(f"| a |\n| - |\n| **{text(words)}**: x |\n", "strong")
    assert cell.text == as_read(words)


@settings(max_examples=400, deadline=None)
@given(texts)
@example("https://a.org/x?a=1&copy;=2")
@example("https://a.org/(x")
@example("https://a.org/x|y")
def test_an_address_of_any_characters_makes_one_link(url: str) -> None:
    source = f"| a | b |\n| - | - |\n| {link('x', url)} | end |\n"

    cell, end = shown(source, "td")

    assert (cell.text, end.text, len(cell.addresses)) == ("x", "end", 1)


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2309.06180v1",
        "https://doi.org/10.1016/S0167-8191(05)80115-9",
        "https://example.org/a?b=1&copy;=2#c_d*e~f",
        "https://example.org/%7Cfoo%20bar/ünïcode",
        "https://example.org/$a$/@b",
    ],
)
def test_an_address_leads_where_it_says(url: str) -> None:
    (cell,) = shown(f"| a |\n| - |\n| {link('x', url)} |\n", "td")

    assert cell.addresses == [url.replace("ü", "%C3%BC").replace("ï", "%C3%AF")]


@pytest.mark.parametrize(
    ("given_", "written"),
    [
        ("FlashAttention-2: Faster Attention (v2.1)", "FlashAttention-2: Faster Attention (v2.1)"),
        ("Fast & Small: 2x, C++ and 50% of R&D?", "Fast & Small: 2x, C++ and 50% of R&D?"),
        ("snake_case and A -> B", "snake_case and A -> B"),
        ("a|b", r"a\|b"),
        ("\\alpha \\| \\", "\\alpha \\\\\\| \\\\"),
        ("$O(n)$", "<span>$</span>O(n)<span>$</span>"),
        ("me@example.org", "me<span>@</span>example.org"),
        ("see https://a.org", "see https<span>:</span>//a.org"),
        ("<b>AT&amp;T</b>", "&lt;b>AT&amp;amp;T&lt;/b>"),
        (":smile:", "<span>:</span>smile:"),
        ("a\u202eb", '<span dir="auto">a&#x202E;b</span>'),
        ("x\n\ny", "x y"),
        ("1. [x] - *y*", r"1\. \[x\] - \*y\*"),
        ("{{ site.github.token }}", r"{\{ site.github.token }}"),
    ],
)
def test_only_what_means_something_is_escaped(given_: str, written: str) -> None:
    assert text(given_) == written
