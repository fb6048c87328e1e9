"""Is this text fit to be parsed, and where does HTML stand in the way of its Markdown?

GitHub shows what stands between `<details>` tags as Markdown only after a blank line, and a list's
author sees to that; a comment inside a table, or a `<div>` right before one, is nothing to a
reader. So comments are taken out here, lines of mere tags become blank, and whole HTML tables and
lists are put aside, each with a mark left in its place.
"""

import re
from typing import NamedTuple

from bot.errors import InvalidError, Problem
from bot.markdown.fences import Fences

LARGEST = 2_000_000  # characters; GitHub shows no more than 500 KiB of a README
LONGEST_TAG = 20  # lines from a heading's or summary's opening tag to its closing one
MARK = "\x1a"

_REGION = re.compile(r"<(table|ul|ol|dl)\b", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"[ \t]*</?(?:details|summary|div|p|center|h[1-6]|br|hr|section|article|span|sup|sub|font|a"
    r"|b|strong|i|em|picture|source|img|blockquote|tbody|thead|tr|td|th|table|ul|ol|li|dl|dd|dt"
    r"|body|html|main|header|footer|nav|figure|figcaption|style|script)\b",
    re.IGNORECASE,
)
_STRUCTURE = re.compile(
    r"</?(?:details|summary|h[1-6]|div|p|center|section|article|blockquote)\b[^<>]*>", re.IGNORECASE
)


_PART = re.compile(r"^[ \t]*<!-- bot:papers:", re.MULTILINE)
_BLOCK = re.compile(r"<!-- bot:(?!papers)(\w+) -->.*?<!-- /bot:\1 -->", re.DOTALL)
_GAP = re.compile(r"(?<![^\S\n])[^\S\n]{200,}")  # a run of blanks in a line
_OURS = re.compile(r" {0,3}<!--[ \t]*(/?)bot:papers[ \t]*-->[ \t]*")


class Source(NamedTuple):
    """Text for the Markdown parser; a line of MARK, number, MARK stands for `aside[number]`."""

    text: str
    aside: tuple[str, ...]


def normalised(text: str) -> str:
    """Give a text with plain line ends and without gaps that no reader could see the length of.

    Raises InvalidError where it is too large.
    """
    if len(text) > LARGEST:
        size = f"{len(text):,} characters"
        raise InvalidError(
            [Problem("", size, f"is too large: at most {LARGEST:,} are read; split the file")]
        )
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _GAP.sub(" ", text.replace("\x00", "").replace(MARK, ""))


def prepare(text: str) -> Source:
    """Normalise line ends and put HTML aside. Raises InvalidError where the text is too large."""
    text = normalised(text)
    aside: list[str] = []
    lines = _without_html(_without_comments(text.split("\n")), aside)
    return Source("\n".join(lines) + "\n", tuple(aside))


def generated(text: str) -> tuple[str, str]:
    """Split off what stands between `<!-- bot:papers -->` and its end; ("", text) without them.

    Of a README that we wrote only that block lists works, each once: its other blocks (contents,
    counts, recently added) repeat them. Marks in a fence are somebody's example. Where categories
    have parts of their own, their headings are the owner's: all but the bot's other blocks is read.
    """
    if _PART.search(text):
        return _BLOCK.sub("", text), "\n".join(match[0] for match in _BLOCK.finditer(text))
    lines = text.split("\n") if "bot:papers" in text else []
    fences, start = Fences(), -1
    for index, line in enumerate(lines):
        mark = None if fences.around(line) else _OURS.fullmatch(line.rstrip("\r"))
        if mark and not mark[1]:
            start = index
        elif mark and start >= 0:
            rest = [*lines[:start], *lines[index + 1 :]]
            return "\n".join(lines[start + 1 : index]), "\n".join(rest)
    return "", text


def _without_comments(lines: list[str]) -> list[str]:
    """Drop `<!-- ... -->`, outside of fences; one that is never closed hides nothing."""
    kept: list[str] = []
    fences = Fences()
    last = max((i for i, line in enumerate(lines) if "-->" in line), default=-1)
    inside = False
    for index, line in enumerate(lines):
        if not inside and (fences.around(line) or "<!--" not in line):
            kept.append(line)
            continue
        left = []
        rest = line
        while rest:
            if inside:
                _, end, rest = rest.partition("-->")
                inside = not end
            else:
                if index >= last and "-->" not in rest:
                    left.append(rest.replace("<!--", ""))
                    break
                before, start, rest = rest.partition("<!--")
                left.append(before)
                inside = bool(start)
        visible = "".join(left)
        if visible.strip() or not line.strip():
            kept.append(visible)
    return kept


def _without_html(lines: list[str], aside: list[str]) -> list[str]:
    """Put HTML tables, lists and structure aside, and set the lines around them apart."""
    kept: list[str] = []
    fences = Fences()
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        if fences.around(line) or "<" not in line or not _BLOCK_TAG.match(line):
            kept.append(line)
            continue
        indent = line[: len(line) - len(line.lstrip())]
        if region := _REGION.match(line.lstrip()):
            end = _end_of(region[1].lower(), lines, index - 1)
            aside.append("\n".join(lines[index - 1 : end]))
            index = end
        elif _STRUCTURE.search(line):
            limit = min(len(lines), index + LONGEST_TAG)
            while index < limit and _unfinished(line) and lines[index].strip():
                line += "\n" + lines[index]
                index += 1
            aside.append(line)
        else:
            kept.append(line)
            continue
        kept += ["", f"{indent}{MARK}{len(aside) - 1}{MARK}", ""]
    return kept


def _unfinished(text: str) -> bool:
    """Tell whether a heading, summary or tag that opens in `text` is still to be closed in it."""
    opened = re.findall(r"<(h[1-6]|summary)\b", text, re.IGNORECASE)
    return any(f"</{name.lower()}" not in text.lower() for name in opened) or text.count(
        "<"
    ) > text.count(">")


def _end_of(name: str, lines: list[str], start: int) -> int:
    """Find the line behind the one where the element that opens on `start` closes.

    One that is never closed ends before the next Markdown heading.
    """
    tag = re.compile(rf"<(/?){name}\b", re.IGNORECASE)
    depth = 0
    for index in range(start, len(lines)):
        if "<" in lines[index]:
            for match in tag.finditer(lines[index]):
                depth += -1 if match[1] else 1
            if depth <= 0:
                return index + 1
        if lines[index].startswith("#"):
            return index
    return len(lines)
