"""Is a line plain text only where GitHub's own Markdown shows it as plain text?"""

from html.parser import HTMLParser

import pytest
from cmarkgfm import (  # type: ignore[import-untyped]  # it ships no types
    cmark,
    github_flavored_markdown_to_html,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.commands.plain import Standing, standing_lines

HIDING = {"blockquote", "code", "pre"}


class Shown(HTMLParser):
    """The text of a page that stands in no quote and no code."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into a quote or code."""
        del attrs
        self.depth += tag in HIDING

    def handle_endtag(self, tag: str) -> None:
        """Come out of it."""
        self.depth = max(0, self.depth - (tag in HIDING))

    def handle_data(self, data: str) -> None:
        """Keep what is seen."""
        if not self.depth:
            self.text += data


def plain_lines(comment: str) -> list[str]:
    """Give the lines that are plain and not blank."""
    lines = standing_lines(comment)
    return [line.text for line in lines if line.standing is Standing.PLAIN and line.text.strip()]


def shown(comment: str) -> str:
    """Give what cmark-gfm shows outside quotes and code."""
    html = github_flavored_markdown_to_html(comment, cmark.Options.CMARK_OPT_UNSAFE)
    page = Shown()
    page.feed(html)
    page.close()
    return page.text


PIECES = (
    "", "", "text", "/order", "/order", "/order", "> quote", ">", "- item", "- /order", "1. step",
    "2) step", "   /order", "    /order", "```", "~~~", "````", "    ```", "  ```", "   ~~~",
    "- ```", "> ```", "```text", "`", "a ` b", "`` c", "` d `", "\\`", "<!--", "-->", "a <!-- b",
    "<!-- c -->", "<pre>", "</pre>", "# heading", "---", "    code", "  text", "<div>", "- <div>",
    "</a>", "</script>", "</pre >", "<pre-x>", "<?", "?>", "<![CDATA[", "]]>", "<!X", "text <b>",
)  # fmt: skip


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=9))
@example(["</pre>", "```", "", "```", "/order"])
@example(["<div>", "```", "", "```", "/order"])
@example(["- <div>", "```", "", "```", "/order"])
@example(["<div>", "<!--", "", "```", "-->", "/order"])
@example(["a <!-- b", "<div>", "-->", "```", "", "```", "/order"])
@example(["<pre>", "</script>", "```", "</pre>", "/order", "```"])
@example(["<pre>", "</pre >", "```", "</pre>", "```", "/order"])
@example(["<?", "```", "?>", "```", "/order"])
@example(["<?", "/order", "?>"])
@example(["<?", "<div>", "<pre>", "?>", "</script>", "/order", "````"])
@example(["<![CDATA[", "", "/order", "]]>"])
def test_no_line_is_plain_that_markdown_quotes_hides_or_shows_as_code(pieces: list[str]) -> None:
    lines = [f"{line}{number}x" if "/order" in line else line for number, line in enumerate(pieces)]
    comment = "\n".join(lines)
    seen = shown(comment)

    for line in plain_lines(comment):
        if line.lstrip(" -").startswith("/order") and not line.startswith("    "):
            assert line.strip(" -") in seen


@pytest.mark.parametrize(
    "above",
    ["<div>", "</details>", "<br>", "<pre>\na\n\n</pre>", "<!-- a\n\n-->", "<?a\n?>", "<!x>",
     "<div>\n\n```\na\n```", "<div>\na\n\n> b\n", "<https://a.example>\n```\n```"],
)  # fmt: skip
def test_an_order_below_html_that_has_ended_is_plain(above: str) -> None:
    assert "/order" in shown(f"{above}\n/order")
    assert plain_lines(f"{above}\n/order")[-1:] == ["/order"]


@pytest.mark.timeout(30)  # it takes milliseconds; by the square of its length, minutes
@pytest.mark.parametrize(
    "unit",
    ["`", "` ``\n", "`\n", "<!--", "<!-- -->", "<pre", "- ", "- `\n", "> ", "\\`", "```\n", "1. "],
    ids=repr,
)
def test_the_longest_comment_of_one_thing_over_and_over_is_read(unit: str) -> None:
    list(plain_lines((unit * 65_536)[:65_536]))
    list(plain_lines("".join("`" * (1 + n % 300) + "a" for n in range(450))))
