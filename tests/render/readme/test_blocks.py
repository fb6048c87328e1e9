"""Does everything outside our marks stay, and is every broken mark explained?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InvalidError
from bot.render.readme.documents.blocks import filled, marked

PAPERS = "<!-- bot:papers -->\n<!-- /bot:papers -->\n"


def fill(document: str, **contents: str) -> str:
    return filled(marked(document), contents)


def problems(document: str) -> str:
    with pytest.raises(InvalidError) as caught:
        marked(document)
    return "\n".join(f"{each.field}: {each.message}" for each in caught.value.problems)


MISSING = (
    "README.md: the block papers is missing; put <!-- bot:papers --> and, on the next line,"
    " <!-- /bot:papers --> where it shall stand"
)


def test_a_block_is_filled_between_its_marks() -> None:
    assert fill(f"above\n{PAPERS}below", papers="a\nb") == (
        "above\n<!-- bot:papers -->\n\na\nb\n\n<!-- /bot:papers -->\nbelow"
    )


def test_a_block_that_is_not_given_stays_as_it_is() -> None:
    document = f"<!-- bot:recent -->\nold\n<!-- /bot:recent -->\n{PAPERS}"

    assert fill(document, papers="x").startswith("<!-- bot:recent -->\nold\n<!-- /bot:recent -->")


def test_marks_may_be_indented_and_close_together() -> None:
    assert fill("  <!--bot:papers-->  \n <!--  /bot:papers -->", papers="x") == (
        "  <!--bot:papers-->  \n\nx\n\n <!--  /bot:papers -->"
    )


outside = st.text(st.sampled_from("ab #-|\r\n\x0b\x0c\u2028\ufeff"), max_size=30)


@given(outside, outside, st.sampled_from(["", "\ufeff"]))
def test_what_stands_outside_is_kept_byte_for_byte(above: str, below: str, bom: str) -> None:
    document = f"{bom}{above}\n{PAPERS}{below}"

    made = fill(document, papers="x\ny")

    head, _, rest = made.partition("<!-- bot:papers -->")
    inside, _, tail = rest.partition("<!-- /bot:papers -->")
    assert (head, tail) == (f"{bom}{above}\n", f"\n{below}")
    assert inside.split() == ["x", "y"]
    assert fill(made, papers="x\ny") == made


def test_a_mark_on_the_first_line_may_follow_a_byte_order_mark() -> None:
    assert fill("\ufeff" + PAPERS, papers="x").startswith("\ufeff<!-- bot:papers -->\n\nx\n")


@pytest.mark.parametrize(
    ("above", "newline"),
    [("a\r\n" * 4 + "b\n", "\r\n"), ("a\r\nb\nc\n", "\n"), ("", "\n")],
    ids=["mostly-windows", "mostly-unix", "unix"],
)
def test_inside_stands_the_newline_that_the_owner_uses_most(above: str, newline: str) -> None:
    inside = fill(above + PAPERS, papers="x\ny").split("bot:papers -->")[1]

    assert inside == "\n" + newline + newline.join(["x", "y", "", "<!-- /"])


@pytest.mark.parametrize(
    "hidden",
    [
        "```\n<!-- bot:papers -->\n```\n",
        "~~~ md\n<!-- bot:contents -->\n<!-- /bot:papers -->\n~~~\n",
        "- item\n  ```html\n  <!-- bot:papers -->\n  ```\n",
        "<!--\n<!-- bot:papers -->\n",
        "    <!-- bot:papers -->\n",
        "Write `<!-- bot:papers -->` there.\n",
    ],
)
def test_marks_in_code_and_in_comments_are_text(hidden: str) -> None:
    assert fill(hidden + PAPERS, papers="x").startswith(hidden)


def test_a_readme_without_marks_says_what_to_paste() -> None:
    assert problems("# My list\n") == MISSING


@pytest.mark.parametrize(
    "document",
    [
        f"# T\n```\n{PAPERS}",
        f"# T\n<!-- a note\n{PAPERS}",
        "# T\n\n- <!-- bot:papers --> here\n",
    ],
    ids=["code", "comment", "item"],
)
def test_a_mark_that_cannot_work_is_pointed_out(document: str) -> None:
    assert problems(document).startswith("README.md:3: this stands in code, in a comment or beside")


BROKEN = """\
<!-- /bot:recent -->
<!-- bot:contents -->
<!-- bot:paperz -->
<!-- /bot:paperz -->
<!-- bot:summary -->
<!-- /bot:summary -->
<!-- bot:summary -->
"""
EXPLAINED = f"""\
{MISSING}
README.md:1: nothing is open here that this closes; put <!-- bot:recent --> above it, or delete \
this line
README.md:2: this block is not closed; put <!-- /bot:contents --> on a line of its own before line 3
README.md:3: there is no block of this name; did you mean bot:papers?
README.md:7: this block stands here a second time; keep one
README.md:7: this block is not closed; put <!-- /bot:summary --> on a line of its own below it"""


def test_everything_that_is_wrong_is_named_at_once_with_its_line() -> None:
    assert problems(BROKEN) == EXPLAINED


def test_a_name_like_no_other_gets_the_names_there_are() -> None:
    assert problems(PAPERS + "<!-- bot:zzz -->\n<!-- /bot:zzz -->\n") == (
        "README.md:3: there is no block of this name; known are contents, papers, suggest,"
        " summary, recent, published, badges, picture, counts, browse, start, search, queue"
    )
