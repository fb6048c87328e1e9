"""Which texts try to be more than text?"""

import re

from hypothesis import strategies as st

from tests.render.cmark import Shown

PIECES = [
    *"\\`*_{}[]()<>#+-.!|~$@&:;^=/\"'%, aZ09\u00a0\u200b\u202e\u2067\u2069\u061cé∞🤖",
    *("http://", "www.", "a@b.c", "mailto:", "xmpp:", ":smile:", "<b>", "</td>", "<!--", "-->"),
    *("&amp;", "&lt;", "&#64;", "&copy", "[x]", "[ ] ", "[^1]", "![i](u)", "](u)", "1. ", "#1"),
    *("GH-1", "\\|", "``", "```", "$$", "{{", "{%", "|---|", "<script>", "<a href=x>", "~~", "**"),
    *("__", "  ", "<!-- /bot:papers -->"),
]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join) | st.text(
    st.characters(codec="utf-8"), min_size=1, max_size=20
)

# What GitHub looks for in text after Markdown has been parsed, and at the beginning of an item.
LIVE = re.compile(r"://|www\.|.@|@.|.\$|\$.|:[\w+-]+:|#[0-9]|\bgh-[0-9]", re.IGNORECASE)
TASK = re.compile(r"\s*\[[ xX]\]\s")
GAPS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")


def as_read(words: str) -> str:
    """Give what a reader sees on one line: white space and control characters are single spaces."""
    return GAPS.sub(" ", words).strip()


def is_inert(element: Shown, *allowed: str) -> bool:
    """Whether an element holds no tags but these, and nothing that GitHub would bring to life."""
    first = element.pieces[0] if element.pieces else ""
    return (
        set(element.tags) <= {"span", *allowed}
        and not any(map(LIVE.search, element.pieces))
        and not TASK.match(first)
    )
