"""Do a stranger's words do nothing where they are quoted, and are they all there?"""

import pytest

from bot.markdown.quote import begun, block, inline, sentence


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a title", "`a title`"),
        (" two\n  lines ", "`two lines`"),
        ("a `tick`", "`` a `tick` ``"),
        ("``", "``` `` ```"),
        ("", "(empty)"),
        (" \n\t ", "(empty)"),
        ("\u200b\u202e", "(empty)"),
        ("a\u202eb", "`ab`"),
    ],
    ids=repr,
)
def test_a_line_is_quoted_as_one_code_span(words: str, shown: str) -> None:
    assert inline(words) == shown


def test_a_long_line_says_that_it_goes_on() -> None:
    assert inline("abcdef", 4) == "`abc…`"
    assert inline("abcd", 4) == "`abcd`"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the list has “A *Title*”, this has “”", "the list has `A *Title*`, this has (empty)"),
        (
            "mend *this* [link](x) <b> “a” and _that_",
            r"mend \*this\* \[link\](x) &lt;b> `a` and \_that\_",
        ),
        ("no quotation", "no quotation"),
        (" “a” ", " `a` "),
        ("“a” “b”", "`a` `b`"),
        ("“a”” @ann", "`a`” <span>@</span>ann"),
    ],
    ids=repr,
)
def test_of_a_sentence_the_quotations_are_code_and_the_rest_is_escaped(
    words: str, shown: str
) -> None:
    assert sentence(words) == shown


def test_a_block_has_a_fence_longer_than_any_inside() -> None:
    assert block("a\r\nb\n") == "```text\na\nb\n```"
    assert block("````\na", info="") == "`````\n````\na\n`````"
    assert block("abcdef", longest=4) == "```text\nabc…\n```"


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("the list is broken", "The list is broken"),
        ("it cannot be read", "It cannot be read"),
        ("data/list.toml cannot be read", "data/list.toml cannot be read"),
        ("list.toml: line 3 is no TOML", "list.toml: line 3 is no TOML"),
        ("arXiv knows it not", "arXiv knows it not"),
        ("“vllm” is no category", "“vllm” is no category"),
        ("`bot` failed", "`bot` failed"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_unless_it_begins_with_a_name_in_code(
    words: str, begins: str
) -> None:
    assert begun(words) == begins
