"""Is every order found as it was meant, with its argument?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import MOST_ORDERS, help_text, read
from bot.errors import Problem
from bot.model.base import LONGEST_TEXT
from bot.model.commands.command import GRAMMAR, Command, Misused, Unknown
from bot.model.commands.setting import SETTABLE, Setting
from bot.model.papers.paper import Venue


@pytest.mark.parametrize(
    ("comment", "order"),
    [
        ("/approve", Command("approve")),
        ("/Approve", Command("approve")),
        ("  /APPROVE!  ", Command("approve")),
        ("/approve.", Command("approve")),
        ("/not-duplicate", Command("not-duplicate")),
        ("/not_duplicate", Command("not-duplicate")),
        ("/refresh", Command("refresh")),
        ("/withdraw", Command("withdraw")),
        ("/help", Command("help")),
        ("/hold", Command("hold")),
        ("/hold until it is public", Command("hold", "until it is public")),
        ("/decline", Command("decline")),
        ("/decline: off  topic, `sorry` @all", Command("decline", "off topic, `sorry` @all")),
        ("/decline a\u202eb\x00c", Command("decline", "abc")),
        ("/category kv-cache", Command("category", "kv-cache")),
        ("/category `kv-cache`", Command("category", "kv-cache")),
        ("/category KV cache", Command("category", "KV cache")),
        (
            "/set venue SOSP 2023",
            Command("set", setting=Setting("venue", Venue(name="SOSP", year=2023))),
        ),
        ("/Set Short-Name: vLLM", Command("set", setting=Setting("short_name", "vLLM"))),
        ("/set note=-", Command("set", setting=Setting("note", None))),
    ],
    ids=repr,
)
def test_an_order_is_read_with_its_argument(comment: str, order: Command) -> None:
    assert read(comment) == (order,)


@pytest.mark.parametrize(
    "comment",
    [
        "- /approve", "* /approve", "+ /approve", "1. /approve", "12) /approve", " - - /approve",
        "**/approve**", "*/approve*", "__/approve__", "_/approve_", "***/approve!***",
        "**/approve**.", "- **/Approve**", "yes:\n\n- /approve\n",
    ],
    ids=repr,
)  # fmt: skip
def test_an_order_may_stand_in_a_list_or_be_emphasised(comment: str) -> None:
    assert read(comment) == (Command("approve"),)


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("**/decline** out of scope", "out of scope"),
        ("**/decline out of scope**", "out of scope"),
        ("- /decline *out* of scope", "*out* of scope"),
        ("/decline\nIt is about databases.\n\nSorry!", "It is about databases. Sorry!"),
        ("/decline out of scope,\nsee above", "out of scope, see above"),
        ("/decline\n> a quote\n\nno", ""),
        ("/decline no\n-- \nMia, University of X", "no"),
        ("/decline no\n\nSent from my phone", "no"),
        ("/decline no\n```\ncode\n```\nmore", "no"),
        ("/decline no\n\nOn 2 May 2026 at 10:11, Ann wrote:\nplease", "no"),
        ("/decline no\n" + "x" * LONGEST_TEXT + "\nmore", "no"),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_a_reason_goes_on_in_the_lines_below(comment: str, reason: str) -> None:
    assert read(comment) == (Command("decline", reason),)


def test_a_reason_ends_where_the_next_order_begins() -> None:
    assert read("/hold\nwait\n- /category kv-cache\nthanks") == (
        Command("hold", "wait"),
        Command("category", "kv-cache"),
    )


@pytest.mark.parametrize(
    "comment",
    [
        "`/approve`", "``/approve``", "- `/approve`.", "**`/approve`**", "please /approve",
        "LGTM, /approve!", "@mia /approve", "@mia: /approve", "@mia, @max /approve thanks",
        "(/approve)", "**/approve", "*/approve**",
        "```\n/approve\n```", "~~~sh\n/approve", "    /approve", "\t/approve",
        "- ```\n  /approve\n  ```", "````\n```\n/approve\n````",
        "Bob wrote:\nfine\n/approve", "---- somebody said ----\n/approve",
        "_" * 32 + "\n/approve",
        "_" * 32 + "\n/approve\n\n\n\n\nOn 2 May 2026 at 10:11, Ann wrote:\nfine",
        "／approve", "\\approve", "\u200b/approve", "\ufeff／Approve",
    ],
    ids=repr,
)  # fmt: skip
def test_what_comes_close_to_an_order_is_answered_and_never_obeyed(comment: str) -> None:
    (order,) = read(comment)

    assert isinstance(order, Misused)
    assert order.name == "approve"
    assert order.problem.message == (
        "it counts only on a line of its own, at the beginning of the line, as plain text and not "
        "as code or in what a mail quotes; write it so: “/approve”"
    )


def test_orders_stand_anywhere_in_a_comment_and_keep_their_order() -> None:
    comment = "Thanks!\r\n/category kv-cache\r\n\r\nand so:\r\n/approve\r\n"

    assert read(comment) == (Command("category", "kv-cache"), Command("approve"))


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "> /approve",
        "> yes\n/approve",
        "- > yes\n/approve",
        "* > yes\n/approve",
        "+ > yes\n/approve",
        "1) > yes\n/approve",
        "a `code\n/approve\nspan` b",
        "- ` a\n- b ` c\n/approve `",
        "\\` ` a\n/approve\nb ` c",
        '<a title="`"> ` b\n/approve\nc ` d',
        "<!-- /approve -->",
        "<!--\n/approve\n\n/hold\n-->",
        "text <!-- never closed\n\n/approve",
        "<!-- a --> b <!-- c\n/approve\n-->",
        "<pre>\n/approve\n</pre>",
        "<pre>\n<!--\n</pre>\n/approve",
        "`\n/approve\na <!-- b\n`",
        "a <!-- b\n> quote\n-->\n/approve",
        "- ```\n```\n/approve",
        "- ```\n  ```\n  ```\n```\n/approve",
        "text\n    ```\n/approve\n2) step\n    ```",
        "<blockquote>\n\n/approve\n\n</blockquote>",
        "/usr/bin/approve",
        "/approve/",
        "//approve",
        "/ approve",
        "/approve2",
        "/approve-",
        "/\u0430pprove",
        "/appro\u200bve",
        "\\/approve",
        "~~/approve~~",
        "a comment with `/approve` in it merges this",
        "Should we /hold this one?",
        "I would not /decline it",
        "see https://example.org/approve",
        "/" + "a" * 40,
    ],
    ids=repr,
)
def test_what_is_quoted_code_hidden_or_a_path_is_no_order(comment: str) -> None:
    assert read(comment) == ()


def test_a_line_of_blanks_ends_a_paragraph_and_what_it_left_open() -> None:
    assert read("a lone ` tick\n  \t \n/approve\nand ` another") == (Command("approve"),)


@pytest.mark.parametrize(
    "before",
    [
        "> yes\n\n",
        "```\ncode\n```\n",
        "1. step\n\n   ```\n   code\n   ```\n\n",
        "para\n    ```\n",
        "<!-- note -->\n",
        "<!-->\n",
        "use `<!--` to hide\n",
        "<!--\n<pre>\n-->\n",
        "a `b` and a lone ` tick\n\n",
        "<textarea>\n> quote\n</textarea>\n",
        "<script>\n```\n</script>\n",
        "- item\n\ntext\n\n    ```\n",
        "escaped \\` tick, `code`\n",
        "see `a\nb` then\n",
        "- item\n",
    ],
    ids=repr,
)
def test_what_ends_before_an_order_does_not_hide_it(before: str) -> None:
    assert read(f"{before}/approve") == (Command("approve"),)


@pytest.mark.parametrize(
    ("comment", "meant"),
    [("/aprove", "approve"), ("/Declined off topic", "decline"), ("/notduplicate", "not-duplicate"),
     ("/merge now", ""), ("/usr", ""), ("/hello", ""), ("/refuse", ""), ("/reopen", "")],
    ids=repr,
)  # fmt: skip
def test_a_word_like_a_command_is_unknown_and_may_resemble_one(comment: str, meant: str) -> None:
    assert read(comment) == (Unknown(comment.split(maxsplit=1)[0][1:], meant),)


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        (
            "/approve once the tests pass",
            Problem(
                "/approve",
                "once the tests pass",
                "it stands alone on its line; delete what follows it: “/approve”",
            ),
        ),
        (
            "/category",
            Problem("/category", "", "it needs the category's slug or title: “/category slug”"),
        ),
        (
            "/set",
            Problem(
                "/set",
                "",
                f"it needs one of the fields {', '.join(SETTABLE)}: “/set field value”",
            ),
        ),
        (
            "/set id x",
            Problem("id", "x", f"there is no such field; the fields are {', '.join(SETTABLE)}"),
        ),
        (
            "/set kind poem",
            Problem(
                "kind",
                "poem",
                "write one of paper, survey, thesis, book, software, dataset, model, blog, talk",
            ),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_order_that_cannot_be_obeyed_says_how_to_write_it(
    comment: str, problem: Problem
) -> None:
    (order,) = read(comment)

    assert isinstance(order, Misused)
    assert order.problem == problem


def test_a_line_longer_than_those_of_mail_programs_begins_no_mail() -> None:
    footer = "Reply to this email directly"

    assert read(f"{footer}\n/approve") == ()
    assert read(f"{footer}{' and so on' * 40}\n/approve") == (Command("approve"),)


def test_a_reason_may_be_long_but_not_endless() -> None:
    assert read("/decline " + "x" * LONGEST_TEXT) == (Command("decline", "x" * LONGEST_TEXT),)
    assert isinstance(read("/decline " + "x" * (LONGEST_TEXT + 1))[0], Misused)


def test_of_very_many_orders_the_first_are_read_and_the_rest_refused() -> None:
    orders = read("/hold\n" * 1_000)

    assert orders[:-1] == (Command("hold"),) * MOST_ORDERS
    assert orders[-1] == Misused(
        "hold",
        Problem("comment", "/hold", "a comment holds at most 20 commands; write another comment"),
    )


def test_what_is_unknown_beyond_twenty_orders_is_unknown() -> None:
    assert read("/hold\n" * 20 + "/frob")[-1] == Unknown("frob", "")


@given(st.text(alphabet="/abcdeilnoprstuvy-_ :=`>\n<!", max_size=80) | st.text())
def test_any_comment_is_read_without_an_error(comment: str) -> None:
    assert len(read(comment)) <= MOST_ORDERS + 1


def test_the_help_names_every_command_and_who_may() -> None:
    lines = help_text().splitlines()

    assert lines[:2] == ["| Command | Who may | What it does |", "| --- | --- | --- |"]
    for rule, line in zip(GRAMMAR, lines[2:], strict=False):
        assert line.startswith(f"| `/{rule.name}")
        assert line.endswith(f"| {rule.who} | {rule.does} |")
    assert lines[-1] == f"The fields of `/set`: {', '.join(f'`{name}`' for name in SETTABLE)}."


def test_the_help_orders_nothing() -> None:
    assert read(help_text()) == ()
