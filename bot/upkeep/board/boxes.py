"""Which boxes of the dashboard are ticked, and how do they stay so when its text changes?

A line of a task list begins with a box and a hidden mark, which says what a tick means and about
what: `- [ ] <!-- bot:keep 0a1b2c3d4e5f --> ...`. Only the boxes are anybody's word; all else is
computed. They are read leniently, since GitHub and people rearrange lists.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

_BOX = re.compile(
    r"^(?P<before>[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)\[(?P<tick>[ xX])\]"
    r"(?P<mark>[ \t]*<!--[ \t]*bot:"
    r"(?P<verb>[a-z-]{1,20})[ \t]+(?P<key>[0-9a-z-]{1,100})[ \t]*-->)",
    re.MULTILINE,
)


# On a line of its own, where nothing stands that others have written.
_BY = re.compile(
    r"^<!-- bot:ticked-by (?P<login>[0-9A-Za-z-]{1,60}(?:\[bot\])?) -->\r?$", re.MULTILINE
)

_OBEYED = re.compile(r"<!-- bot:obeyed (?P<comments>[0-9]{1,20}(?: [0-9]{1,20}){0,99}) -->")


class Tick(NamedTuple):
    """A box that is ticked: what is to be done, and with what."""

    verb: str
    key: str


def key_of(text: str) -> str:
    """Give a short name for anything, such as an address, that may stand in a mark."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def box(verb: str, key: str) -> str:
    """Give the beginning of a line with a box that nobody has ticked."""
    return f"- [ ] <!-- bot:{verb} {key} --> "


def ticks(body: str) -> frozenset[Tick]:
    """Give the boxes of a text that are ticked."""
    return frozenset(
        Tick(box["verb"], box["key"]) for box in _BOX.finditer(body) if box["tick"] != " "
    )


def ticked_by(body: str) -> str:
    """Tell whose ticks a text carries that somebody else has written since, "" if none."""
    mark = _BY.search(body)
    return mark["login"] if mark else ""


def obeyed_in(body: str) -> frozenset[int]:
    """Give the comments whose orders were obeyed though they could be given no sign of it."""
    mark = _OBEYED.search(body)
    return frozenset(map(int, mark["comments"].split())) if mark else frozenset()


def obeyed_mark(comments: Iterable[int]) -> str:
    """Give a hidden mark that names these comments, at least one and a hundred at most."""
    return f"<!-- bot:obeyed {' '.join(map(str, sorted(comments)))} -->"


def with_ticks(body: str, ticked: Iterable[Tick], by: str) -> str:
    """Give a text in which these boxes are ticked, as far as it has them, and no others.

    It says, hidden, whose ticks they are: who is said to have edited it last is somebody else.
    """
    wanted = frozenset(ticked)

    def put(box: re.Match[str]) -> str:
        tick = "x" if Tick(box["verb"], box["key"]) in wanted else " "
        return f"{box['before']}[{tick}]{box['mark']}"

    new = _BOX.sub(put, body)
    return f"{new.rstrip()}\n\n<!-- bot:ticked-by {by} -->\n" if ticks(new) else new
