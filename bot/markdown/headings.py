"""Which headings does a Markdown document have, as far as their anchors depend on them?

Read line by line, by the GitHub Flavored Markdown spec, sections 4.2 (ATX headings), 4.3 (setext
headings) and 4.6 (HTML blocks), in quotations and list items too. Not read are headings that are
indented more than three spaces below a list item.
"""

import re
from collections.abc import Iterator
from html import unescape

from bot.markdown.lines import visible_lines

_LONGEST_HEADING = 1_000

_CONTAINER = re.compile(r" {0,3}(?:>[ ]?|(?:[-+*]|[0-9]{1,9}[.)])[ ]{1,4}(?=\S))")
_ATX = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?))??(?:[ \t]+#*)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_BREAK = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_COMMENT = re.compile(r" {0,3}<!--")
# Indented code, or the definition of a link.
_NO_TEXT = re.compile(r"[ ]{4}|[ ]{0,3}(?:\t|\[[^\[\]]+\]:)")
_HTML_BLOCK = re.compile(
    r" {0,3}</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col"
    r"|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset"
    r"|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol"
    r"|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr"
    r"|track|ul)(?:[\s/>]|$)",
    re.IGNORECASE,
)
# Any other element alone on its line begins a block too, but does not interrupt a paragraph.
_HTML_LINE = re.compile(r" {0,3}</?[A-Za-z][^<>]*>[ \t]*")
_HTML_HEADING = re.compile(r"<h([1-6])(?=[\s>])[^<>]*>(.*?)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>")
_INLINE = re.compile(
    r"(?P<code>`++)(?P<inside>.+?)(?<!`)(?P=code)(?!`)|`+"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&#?[0-9A-Za-z]{1,40};)"
    r"|<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*)>"
    r"|(?P<tag><!--.*?-->|</?[A-Za-z][^<>]*>)"
    r"|(?P<image>!\[[^\[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])?)"
    r"|(?P<target>\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\]\[[^\[\]]*\])"
    r"|(?P<emphasis>(?<![^\W_])_+(?=[^\s_])|(?<=[^\s_])_+(?![^\W_]))"
)


def headings(document: str) -> list[str]:
    """List the headings of a Markdown document, each as far as its anchor depends on it."""
    return [heading[:_LONGEST_HEADING] for heading in _headings(document)]


class _HeadingReader:
    """Reads a document line by line: the paragraph, table or HTML that is open decides."""

    def __init__(self) -> None:
        self.html: list[str] = []
        self.paragraph: list[str] = []
        self.containers = ""
        self.in_table = False

    def close(self) -> Iterator[str]:
        """End what is open; headings may stand in it as HTML."""
        yield from _in_html("\n".join(self.html or self.paragraph))
        self.html, self.paragraph, self.in_table = [], [], False

    def read(self, line: str) -> Iterator[str]:
        """Yield the headings that this line completes."""
        before, bare = _split(line)
        inside = not self.paragraph or _inside(self.containers, before, line)
        if self.html and bare.strip():
            self.html.append(bare)
        elif _ends_all(bare) and not (inside and self.paragraph and _UNDERLINE.fullmatch(bare)):
            yield from self.close()
        elif atx := _ATX.fullmatch(bare):
            yield from self.close()
            yield _plain(atx[1] or "")
        elif self.paragraph and inside and _UNDERLINE.fullmatch(bare):
            yield _plain("\n".join(self.paragraph))
            self.paragraph = []
        elif _begins_html(bare, interrupts=bool(self.paragraph) and inside):
            yield from self.close()
            self.html = [bare]
        else:
            if before and (self.in_table or not inside):
                yield from self.close()
            yield from self._text(before, bare)

    def _text(self, before: str, bare: str) -> Iterator[str]:
        if len(self.paragraph) == 1 and "|" in self.paragraph[0] and _DELIMITERS.fullmatch(bare):
            yield from self.close()
            self.in_table = True
        elif not self.in_table and (self.paragraph or not _NO_TEXT.match(bare)):
            self.containers = self.containers if self.paragraph else before
            self.paragraph.append(bare.strip())


def _headings(document: str) -> Iterator[str]:
    reader = _HeadingReader()
    last = 0
    for line in visible_lines(document):
        if line.number != last + 1:
            yield from reader.close()
        yield from reader.read(line.text)
        last = line.number
    yield from reader.close()


def _ends_all(bare: str) -> bool:
    return not bare.strip() or bool(_BREAK.fullmatch(bare) or _COMMENT.match(bare))


def _begins_html(bare: str, *, interrupts: bool) -> bool:
    return bool(_HTML_BLOCK.match(bare) or (not interrupts and _HTML_LINE.fullmatch(bare)))


def _split(line: str) -> tuple[str, str]:
    """Cut a line into the marks of quotations and list items it stands in, and its own text."""
    start = 0
    while not _BREAK.fullmatch(line, start) and (container := _CONTAINER.match(line, start)):
        start = container.end()
    return line[:start], line[start:]


def _inside(containers: str, before: str, line: str) -> bool:
    """Whether a line stands in the same quotations and list items as a paragraph above it."""
    if not containers.replace(">", "").strip():
        return before.count(">") == containers.count(">") and not before.replace(">", "").strip()
    return not line[: len(containers)].strip()


def _in_html(source: str) -> Iterator[str]:
    if "<h" in source or "<H" in source:
        yield from (
            unescape(_TAG.sub("", match[2])).strip() for match in _HTML_HEADING.finditer(source)
        )


def _plain(inline: str) -> str:
    """Take the marks of links, images, code, HTML and emphasis out of a heading's source."""
    return _INLINE.sub(_shown, inline[:_LONGEST_HEADING])


def _shown(match: re.Match[str]) -> str:
    return (
        match["inside"] or match["escaped"] or match["address"] or unescape(match["entity"] or "")
    )
