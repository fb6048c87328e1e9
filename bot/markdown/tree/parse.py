"""Which blocks does this Markdown consist of?

The block level is mistune's (https://mistune.lepture.com), made lenient where GitHub is: its table
plugin takes one row with a cell too many for the end of the table
(https://github.github.com/gfm/#tables-extension- pads and cuts instead). The inline level is left
to `bot.markdown.tree.inline`, which is asked only for what may be an entry.
"""

import re
from typing import Any, cast

import mistune
from mistune.block_parser import BlockParser
from mistune.core import BlockState

from bot.markdown.tree.blocks import (
    Block,
    Code,
    Heading,
    Item,
    Items,
    Paragraph,
    ParsedDocument,
    Table,
)
from bot.markdown.tree.html import html_blocks
from bot.markdown.tree.inline import folded
from bot.markdown.tree.source import MARK, Source

_TABLE = (
    r"^[ ]{0,3}(?![ ])[^\n|]*\|[^\n]*\n"
    r"[ \t]*(?=[^\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*\|?[ \t]*(?:\n|$)"
)
# The last of all rules: what begins with it begins no other block. Without it mistune searches a
# paragraph for the next block, which tries every rule at each character.
_LINE = r"^[^\n]"
_BREAKS_TABLE = re.compile(r"[ ]{0,3}(?:#{1,6}\s|>|(?:[-*+]|\d+[.)])\s+\S|```|~~~|\x1a)")
_MARK = re.compile(rf"{MARK}(\d+){MARK}")
_SPLIT = re.compile(r"(?<!\\)\|")
_GUARDED = re.compile(r"`[^`\n]*`|\$[^$\n]*\$|\]\([^()\n]*\)|\[[^\[\]\n]*\](?=\()")
_TASK = re.compile(r"\[[ xX]\]\s+")
# "##Papers", which GitHub once took for a heading; "#topic" is none.
_UNSPACED = re.compile(r"(#{2,6}(?=[^\s#])|#(?=[^\s#]+ ))([^\n\[\]]{1,100})")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")


def read_markdown(source: Source) -> ParsedDocument:
    """Give the blocks of a prepared text."""
    parser = mistune.Markdown()
    parser.block.register("table", _TABLE, _parse_table)
    parser.block.register("line", _LINE, _parse_lines)
    for rules in (parser.block.list_rules, parser.block.block_quote_rules):
        rules += ["table", "line"]
    state = parser.block.state_cls()
    state.process(source.text)
    parser.block.parse(state)
    links = cast("dict[str, dict[str, str]]", state.env["ref_links"])
    references = {folded(key["label"]): key["url"] for key in links.values()}
    return ParsedDocument(tuple(_BlockReader(source).blocks(state.tokens)), references)


def split_row(line: str, columns: int = 0) -> tuple[str, ...]:
    """Give the cells of a table's row.

    A pipe in code, in a formula or in a link divides cells only if `columns` need it.
    """
    line = line.strip()
    line = line.removeprefix("|")
    line = line[:-1] if line.endswith("|") and not line.endswith("\\|") else line
    cells = _SPLIT.split(line)
    if columns and len(cells) > columns and _GUARDED.search(line):
        guarded = _GUARDED.sub(lambda match: match[0].replace("|", MARK), line)
        cells = [cell.replace(MARK, "|") for cell in _SPLIT.split(guarded)]
    return tuple(cell.strip() for cell in cells)


def _parse_table(_: BlockParser, match: re.Match[str], state: BlockState) -> int:
    """Take a table's rows up to a blank line; a row that goes on in the next line is one row."""
    header = split_row(match[0].split("\n", 1)[0])
    piped = match[0].lstrip().startswith("|")
    position = match.end()
    rows: list[tuple[str, ...]] = []
    while position < state.cursor_max:
        line = state.get_line(position)
        if not line.strip() or _BREAKS_TABLE.match(line):
            break
        short = bool(rows) and len(rows[-1]) < len(header)
        if short and piped and not line.lstrip().startswith("|"):
            more = split_row(line)
            rows[-1] = (*rows[-1][:-1], f"{rows[-1][-1]} {more[0]}", *more[1:])
        elif "|" not in line:
            break
        else:
            rows.append(split_row(line, len(header)))
        position += len(line)
    state.append_token({"type": "table", "table": Table(header, tuple(rows))})
    return position


def _parse_lines(_: BlockParser, match: re.Match[str], state: BlockState) -> int:
    """Take a paragraph's lines, up to one that another rule knows."""
    end = state.find_line_end()
    while (following := match.re.match(state.src, end)) and following.lastgroup == "line":
        end = state.find_line_end_at(end)
    state.add_paragraph(state.get_text(end))
    return end


class _BlockReader:
    """Turns mistune's tokens into blocks; `source` holds what was put aside."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def blocks(self, tokens: list[dict[str, Any]], *, quoted: bool = False) -> list[Block]:
        """Give the blocks of some tokens."""
        read: list[Block] = []
        blank = True
        for token in tokens:
            if token["type"] == "list":
                attached = not blank and bool(read) and isinstance(read[-1], Paragraph)
                read.append(Items(tuple(map(self._item, token["children"])), attached))
            else:
                read += self._block(token, quoted=quoted)
            blank = token["type"] == "blank_line"
        return read

    def _block(self, token: dict[str, Any], *, quoted: bool) -> list[Block]:
        """Give the blocks of a token that is no list."""
        kind = token["type"]
        if kind == "heading":
            return [Heading(token["attrs"]["level"], token["text"].strip())]
        if kind in {"paragraph", "block_text"}:
            return self._paragraph(token["text"].strip("\n"), quoted=quoted)
        if kind == "table":
            return [token["table"]]
        if kind == "block_quote":
            return self.blocks(token["children"], quoted=True)
        if kind == "block_code":
            return self._code(token)
        return html_blocks(token["raw"]) if kind == "block_html" else []

    def _paragraph(self, text: str, *, quoted: bool) -> list[Block]:
        """Give a paragraph, the HTML it stands for, or the rows of a table without a header."""
        if mark := _MARK.fullmatch(text.strip()):
            return html_blocks(self.source.aside[int(mark[1])])
        if unspaced := _UNSPACED.fullmatch(text.strip()):
            return [Heading(len(unspaced[1]), unspaced[2])]
        lines = text.split("\n")
        if len(lines) > 0 and all(map(_ROW.fullmatch, lines)):
            return [Table((), tuple(map(split_row, lines)))]
        return [Paragraph(text, quoted)]

    def _code(self, token: dict[str, Any]) -> list[Block]:
        """Read indented lines as what they would be with less indentation: few mean code."""
        raw = token["raw"]
        if token["style"] == "fenced":
            return [Code(raw)]
        lines = [line.strip() for line in raw.split("\n")]
        read: list[Block] = []
        for line in filter(None, lines):
            bullet = re.fullmatch(r"(?:[-*+]|\d+[.)])\s+(.+)", line)
            if bullet and read and isinstance(read[-1], Items):
                read[-1] = Items((*read[-1].items, Item(bullet[1])))
            elif bullet:
                read.append(Items((Item(bullet[1]),)))
            else:
                read += self._paragraph(line, quoted=False)
        return read

    def _item(self, token: dict[str, Any]) -> Item:
        """Give a list item: its own text, and the blocks under it."""
        children = self.blocks(token["children"])
        if children and isinstance(children[0], Paragraph):
            return Item(
                _TASK.sub("", children[0].text, count=1)
                if _TASK.match(children[0].text)
                else children[0].text,
                tuple(children[1:]),
            )
        return Item("", tuple(children))
