"""To which anchor does GitHub give each heading of a document?

The rule is GitHub's own, as https://github.com/Flet/github-slugger records it: lower case, keep
letters, marks, decimal digits, letter numbers, connectors, hyphens and circled letters, turn each
space into a hyphen, and number what recurs. The headings are those of the GitHub Flavored
Markdown spec, sections 4.2, 4.3 and 4.6, read line by line.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from unicodedata import category

from bot.render.lines import visible_lines

_KEPT = frozenset("Lu Ll Lt Lm Lo Mn Mc Me Nd Nl Pc".split())
_CIRCLED = ((0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))
_LONGEST_HEADING = 1_000

_CONTAINER = re.compile(r" {0,3}(?:>[ ]?|(?:[-+*]|[0-9]{1,9}[.)])[ ]{1,4}(?=\S))")
_ATX = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?))??(?:[ \t]+#*)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_NO_PARAGRAPH = re.compile(r" {0,3}(?:(?:[-*_][ \t]*){3,}$|\||[-+*][ \t]|[0-9]{1,9}[.)][ \t])")
_HTML_BLOCK = re.compile(
    r" {0,3}(?:</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col"
    r"|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset"
    r"|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol"
    r"|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr"
    r"|track|ul)(?:[\s/>]|$)|</?[a-z][^<>]*>[ \t]*$)",
    re.IGNORECASE,
)
_HTML_HEADING = re.compile(r"<h([1-6])(?=[\s>])[^<>]*>(.*?)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>")
_INLINE = re.compile(
    r"(?P<code>`+)(?P<inside>.+?)(?<!`)(?P=code)(?!`)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*)>"
    r"|(?P<tag><!--.*?-->|</?[A-Za-z][^<>]*>)"
    r"|(?P<image>!\[[^\[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])?)"
    r"|(?P<target>\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\]\[[^\[\]]*\])"
    r"|(?P<emphasis>(?<![^\W_])_+|_+(?![^\W_]))"
)


def slug(heading: str) -> str:
    """Give the anchor of a heading's text where no earlier heading has it."""
    return "".join("-" if char == " " else char for char in heading.lower() if _stays(char))


def _stays(char: str) -> bool:
    if char in " -" or category(char) in _KEPT:
        return True
    return any(first <= ord(char) <= last for first, last in _CIRCLED)


def anchors(headings: Iterable[str]) -> list[str]:
    """Give the anchor of each heading of a document, in order; a repeated one gets a number."""
    seen: dict[str, int] = {}
    given = []
    for heading in headings:
        base = anchor = slug(heading)
        while anchor in seen:
            seen[base] += 1
            anchor = f"{base}-{seen[base]}"
        seen[anchor] = 0
        given.append(anchor)
    return given


def headings(document: str) -> list[str]:
    """List the headings of a Markdown document, each as far as its anchor depends on it."""
    return [found[:_LONGEST_HEADING] for found in _headings(document)]


def _headings(document: str) -> Iterator[str]:
    paragraph: list[str] = []
    html: list[str] | None = None
    for line in visible_lines(document):
        bare = _without_containers(line.text)
        if html is not None or (not paragraph and _HTML_BLOCK.match(bare)):
            html = [*(html or []), bare]
            if not bare.strip():
                yield from _in_html("\n".join(html))
                html = None
            continue
        if atx := _ATX.fullmatch(bare):
            yield _plain(atx[1] or "")
        elif paragraph and _UNDERLINE.fullmatch(bare):
            yield _plain(" ".join(paragraph))
        elif bare.strip() and (paragraph or bare[:4].strip()) and not _NO_PARAGRAPH.match(bare):
            paragraph.append(bare.strip())
            continue
        yield from _in_html("\n".join(paragraph))
        paragraph = []
    yield from _in_html("\n".join([*(html or []), *paragraph]))


def _without_containers(line: str) -> str:
    while found := _CONTAINER.match(line):
        line = line[found.end() :]
    return line


def _in_html(source: str) -> Iterator[str]:
    if "<h" in source or "<H" in source:
        yield from (
            unescape(_TAG.sub("", each[2])).strip() for each in _HTML_HEADING.finditer(source)
        )


def _plain(inline: str) -> str:
    """Take the marks of links, images, code, HTML and emphasis out of a heading's source."""
    return _INLINE.sub(_shown, inline[:_LONGEST_HEADING])


def _shown(match: re.Match[str]) -> str:
    return match["inside"] or match["escaped"] or match["address"] or ""
