"""What does an entry become by the lines `field: value` that a person wrote?

The fields are those of bot.model.commands.setting; besides, `category` moves the entry to another
place, `link` adds an address of the paper, and `remove link` takes any address away.
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from bot.errors import Problem
from bot.model.commands.setting import SETTABLE, read_setting
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.model.papers.printed import moved
from bot.model.quotation import quoted
from bot.review.corrections.relink import with_link, without_link

FIELDS = (*SETTABLE, "category", "link", "remove link")
MOST_LINES = 40

_BULLET = re.compile(r"^(?:[-*+>]+|[0-9]{1,3}[.)])\s+")
_LINE = re.compile(
    r"[*`_ \t]{0,9}([A-Za-z][A-Za-z _-]{0,30})[*`_ \t]{0,9}[:：](?:[*`_]{1,3}(?=\s))?(.*)"
)
_REPEATABLE = frozenset({"link", "remove_link"})


class Rewritten(NamedTuple):
    """An entry as the lines that could be read make it; the other lines, each with its fault."""

    paper: Paper
    faults: tuple[tuple[str, str], ...]


def rewritten(text: str, paper: Paper, others: Sequence[Paper], listing: Listing) -> Rewritten:
    """Do what the lines of `text` say to `paper`, and to none of the `others`."""
    lines = [bare for line in text.split("\n") if (bare := _BULLET.sub("", line.strip()))]
    if len(lines) > MOST_LINES:
        message = f"these are more than {MOST_LINES} lines; write one line for each change"
        return Rewritten(paper, ((f"{len(lines)} lines", message),))
    faults = []
    done: set[str] = set()
    for line in lines:
        field, value = _parted(line)
        if field in done - _REPEATABLE:
            after: Paper | str = f"there is a line for {field} already; leave one of them"
        else:
            after = _after(field, value, paper, others, listing)
        if isinstance(after, str):
            faults.append((line, after))
        else:
            paper = after
        done.add(field)
    return Rewritten(paper, tuple(faults))


def _parted(line: str) -> tuple[str, str]:
    """Split `field: value`; the field of a line that is written otherwise is empty."""
    match = _LINE.fullmatch(line)
    if not match:
        return "", line
    return re.sub(r"[ _-]+", "_", match[1].strip(" _-").casefold()), match[2].strip()


def _after(
    field: str, value: str, paper: Paper, others: Sequence[Paper], listing: Listing
) -> Paper | str:
    """Give the entry after one line, or what is wrong with the line."""
    if field == "category":
        return _moved(value, paper, listing)
    if field == "link":
        return with_link(value, paper, others)
    if field == "remove_link":
        return without_link(value, paper)
    if field not in SETTABLE:
        return f"write it as “field: value”; the fields are {', '.join(FIELDS)}"
    setting = read_setting(field, value)
    return setting.message if isinstance(setting, Problem) else setting.on(paper)


def _moved(answer: str, paper: Paper, listing: Listing) -> Paper | str:
    slug = listing.category_of(answer)
    if not slug:
        options = [option for option, _ in listing.options()]
        close = get_close_matches(answer[:100], options, n=1, cutoff=0.4)
        advice = f"; did you mean {quoted(close[0])}?" if close else "; write its slug or title"
        return f"the list has no such category{advice}"
    return moved(paper, slug)
