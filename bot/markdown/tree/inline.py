"""What stands in one line of Markdown or HTML: text, links, images, and how they are set off?

A reader's view of https://spec.commonmark.org/0.31.2/#inlines, which forgives what GitHub shows
as plain text and a reader still takes for a link: `[a] (url)`, `[a]([b](url))`, spaces in an
address, tags that are not closed. Linear in the length of the text.
"""

import html
import re
from collections.abc import Mapping

from bot.links.url import without_trailing
from bot.markdown.tree.pieces import (
    BOLD,
    CODE,
    INSERTED,
    ITALIC,
    LITERAL,
    Piece,
    joined,
    link_of_words,
    merged,
)
from bot.markdown.tree.tags import attributes

DEEPEST_EMPHASIS = 8
MOST_PIECES = 2_000  # of one line; the rest of it is taken as text

# Where a token may begin: looked for alone, since trying every token everywhere is slow.
_SPECIAL = re.compile(r"[\\`$!\[\]*_<\n]|https?:| {2,}\n|/(?=(?:ins|b|strong|i|em|u)>)")
_TOKEN = re.compile(
    r"\\(?P<escape>[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|(?P<math>\$(?![\s$])[^$\n`]{1,160}(?<![\s\\])\$(?!\d))"
    r"|(?<!!)\[(?P<label>[^\[\]\n`*_<>\\!$&]{1,300})\]\((?P<href>[^\s()\[\]<>\\]+)\)"
    r"|(?P<open>!?\[)|(?P<close>\])"
    r"|(?P<mark>\*+|_+)"
    r"|<(?P<auto>https?://[^\s<>]+)>"
    r"|<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)(?P<attributes>(?:[\s/][^<>]*)?)>"
    r"|(?P<loose>(?<=[\w ])/(?:ins|b|strong|i|em|u)>)"
    r"|(?P<url>https?://[^\s<>\[\]\"“”|，。；、（）《》`]+)"
    r"|(?P<newline>(?: {2,}|\\)?\n[ \t]*)"
)
_DESTINATION = re.compile(
    r"\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<plain>(?:[^\s()\[\]\\<]|\\.|\([^\s()\[\]]*\))*+))"
    r"(?P<rest>\s[^()\n\[\]]{0,300})?\)"
)
_TITLE = re.compile(r"\s[\"'“]")  # of a link, behind its address
_NESTED = re.compile(r"\(\s*\[[^\[\]\n]{0,500}\]\(\s*(?P<inner>[^\s()\[\]]*)\s*\)\s*\)")
_SPACED = re.compile(r"(?:[ \t]?\(\s*|[:：]?[ \t]?)(?P<loose>https?://[^\s<>\[\]()\"|]+)[ \t]*\)?")
_REFERENCE = re.compile(r"\[([^\[\]\n]{0,200})\]")
_STYLES = {
    "b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC, "code": CODE, "ins": INSERTED,
    "u": INSERTED,
}  # fmt: skip
_BREAKS = frozenset(("br", "p", "div", "li", "tr", "td", "summary", "details", "hr", "dd", "dt"))
_OPENING = frozenset("([{<（【“‘")
_NO_TARGET = frozenset(("", "]", ",", ".", ")", "|", ";"))


def scan(text: str, references: Mapping[str, str]) -> list[Piece]:
    """Take one block's text apart; `references` are link definitions by their folded label."""
    return _Scanner(text, references).pieces()


def folded(label: str) -> str:
    """Give the form in which a reference's label equals its definition's."""
    return " ".join(label.split()).casefold()


class _Scanner:
    """One pass over a text; brackets and emphasis still open stand in stacks of positions."""

    def __init__(self, text: str, references: Mapping[str, str]) -> None:
        self.text = text
        self.references = references
        self.out: list[Piece] = []
        self.brackets: list[tuple[int, str]] = []  # where in `out`, and "[", "![" or an address
        self.marks: list[tuple[int, str]] = []  # where in `out`, and the marks still to be closed
        self.tags: list[int] = []  # styles set by HTML tags
        self.unclosed: set[str] = set()  # runs of backticks known to have no closing run

    def pieces(self) -> list[Piece]:
        """Scan all of it, and give text of one style in one piece."""
        position = start = 0
        text = self.text
        while len(self.out) < MOST_PIECES and (special := _SPECIAL.search(text, position)):
            match = _TOKEN.match(text, special.start())
            if not match:
                position = special.end()
                continue
            if match.start() > start:
                self._add(text[start : match.start()])
            handler = _HANDLERS[match.lastgroup or "tag"]
            position = start = handler(self, match)
        position = start
        if position < len(text):
            self._add(text[position:])
        return merged(self.out)

    def _add(self, text: str) -> None:
        style = self.tags[-1] if self.tags else 0
        self.out.append(Piece(html.unescape(text), style=style))

    def escape(self, match: re.Match[str]) -> int:
        """Take an escaped character for itself."""
        self._add(match["escape"])
        if match["escape"] == "|" and not self._glued(match):
            self.out[-1] = self.out[-1]._replace(style=self.out[-1].style | LITERAL)
        return match.end()

    def _glued(self, match: re.Match[str]) -> bool:
        around = self.text[match.start() - 1 : match.start()] + self.text[match.end() :][:1]
        return len(around) == 2 and around.isalnum()

    def code(self, match: re.Match[str]) -> int:
        """Take code, if its backticks are closed."""
        ticks = match["code"]
        end = -1 if ticks in self.unclosed else self.text.find(ticks, match.end())
        if end < 0:
            self.unclosed.add(ticks)
            self._add(ticks)
            return match.end()
        self.out.append(Piece(self.text[match.end() : end].strip(), style=CODE))
        return end + len(ticks)

    def literal(self, match: re.Match[str]) -> int:
        """Take what stands there as text."""
        self._add(match[0])
        return match.end()

    def simple(self, match: re.Match[str]) -> int:
        """Take a link without any markup in it at once: most are such."""
        style = self.tags[-1] if self.tags else 0
        self.out.append(Piece(" ".join(match["label"].split()), "link", match["href"], style))
        return match.end()

    def open(self, match: re.Match[str]) -> int:
        """Remember where a bracket opens."""
        self.brackets.append((len(self.out), match[0]))
        self._add(match[0])
        return match.end()

    def close(self, match: re.Match[str]) -> int:
        """Make a link or an image of a bracket that closes, if an address follows."""
        if not self.brackets or self.brackets[-1][1] not in {"[", "!["}:
            return self.literal(match)
        start, opened = self.brackets.pop()
        url, end = self._target(start, match.end())
        if end < 0:
            return self.literal(match)
        if opened == "![":
            self._collapse(start, Piece(joined(self.out[start + 1 :]), "image", url))
        else:
            self._link(start, url)
        return end

    def _target(self, start: int, position: int) -> tuple[str, int]:
        """Find where the bracket that closes before `position` leads; -1 if it is no link."""
        text = self.text
        if text[position : position + 1] in _NO_TARGET and not self.references:
            return "", -1
        if match := _DESTINATION.match(text, position):
            rest = match["rest"] or ""
            url = match["angle"] if match["angle"] is not None else match["plain"]
            url += "%20".join(["", *_TITLE.split(rest, maxsplit=1)[0].split()])
            return url.strip(), match.end()
        if match := _NESTED.match(text, position):
            return match["inner"], match.end()
        if self.references:
            match = _REFERENCE.match(text, position)
            label = match[1] if match and match[1] else joined(self.out[start + 1 :])
            if folded(label) in self.references:
                return self.references[folded(label)], match.end() if match else position
        if match := _SPACED.match(text, position):
            return without_trailing(match["loose"]), match.end()
        return "", -1

    def _link(self, start: int, url: str) -> None:
        """Turn what stands since `start` into one link, unless a link stands in it already."""
        label = self.out[start + 1 :]
        if any(piece.kind == "link" for piece in label):
            self._collapse(start, *label)
            if url and all(piece.url != url for piece in label):
                self.out.append(Piece("", "link", url))
            return
        images = [piece for piece in label if piece.kind == "image"]
        words = joined([piece for piece in label if piece.kind != "image"])
        if words or not images:
            self._collapse(start, link_of_words(words, url, label), *images)
        else:
            badge = Piece(joined(images), "link", url, badge=images[0].url)
            self._collapse(start, badge if url else images[0])

    def _collapse(self, start: int, *pieces: Piece) -> None:
        self.out[start:] = pieces
        while self.marks and self.marks[-1][0] >= start:
            self.marks.pop()

    def mark(self, match: re.Match[str]) -> int:
        """Open or close emphasis by CommonMark's flanking rules."""
        run, text = match["mark"], self.text
        before = text[match.start() - 1] if match.start() else " "
        after = text[match.end()] if match.end() < len(text) else " "
        word = run[0] == "_" and before.isalnum() and after.isalnum()
        closes = not before.isspace() and not word and not (before in _OPENING and after.isalnum())
        opens = not after.isspace() and not word
        if run[0] == "*" and before.isalnum():
            opens = opens and after.isalnum() and not (len(run) == 1 and after.isdigit())
        if closes:
            run = self._close_marks(run)
        if run and opens and len(self.marks) < DEEPEST_EMPHASIS:
            self.marks.append((len(self.out), run))
        if run:
            self._add(run)
        return match.end()

    def _close_marks(self, run: str) -> str:
        """Close what `run` can close, innermost first; give what is left of it."""
        while run and any(opened[0] == run[0] for _, opened in self.marks):
            start, opened = self.marks.pop()
            if opened[0] != run[0]:
                continue
            width = 2 if len(run) > 1 and len(opened) > 1 else 1
            style = BOLD if width == 2 else ITALIC
            self.out[start:] = [p._replace(style=p.style | style) for p in self.out[start:]]
            run, left = run[width:], opened[width:]
            self.out[start] = Piece(left)
            if left:
                self.marks.append((start, left))
        return run

    def auto(self, match: re.Match[str]) -> int:
        """Take an address in angle brackets."""
        self.out.append(Piece(match["auto"], "link", match["auto"]))
        return match.end()

    def url(self, match: re.Match[str]) -> int:
        """Take a bare address."""
        url = without_trailing(match["url"])
        self.out.append(Piece(url, "link", url))
        return match.start() + len(url)

    def newline(self, match: re.Match[str]) -> int:
        """Take the end of a line, soft or hard."""
        self.out.append(Piece("\n" if match[0][0] == "\n" else "\n\n", "break"))
        return match.end()

    def loose(self, match: re.Match[str]) -> int:
        """Take a closing tag that has lost its angle bracket."""
        if self.tags:
            self.tags.pop()
        return match.end()

    def tag(self, match: re.Match[str]) -> int:
        """Take an HTML tag for what it does to the line; a tag that does nothing is dropped."""
        name = match["tag"].lower()
        if name == "a":
            self._anchor(match)
        elif name == "img":
            named = attributes(match["attributes"])
            self.out.append(Piece(named.get("alt", ""), "image", named.get("src", "")))
        elif name in _STYLES:
            if not match["end"]:
                self.tags.append((self.tags[-1] if self.tags else 0) | _STYLES[name])
            elif self.tags:
                self.tags.pop()
        elif name in _BREAKS:
            self.out.append(Piece("\n\n", "break"))
        return match.end()

    def _anchor(self, match: re.Match[str]) -> None:
        if not match["end"]:
            href = attributes(match["attributes"]).get("href", "")
            self.brackets.append((len(self.out), "<" + href))
            self.out.append(Piece(""))
            return
        for index in range(len(self.brackets) - 1, max(-1, len(self.brackets) - 9), -1):
            start, opened = self.brackets[index]
            if opened.startswith("<"):
                del self.brackets[index:]
                self._link(start, opened[1:])
                return


_HANDLERS = {
    "escape": _Scanner.escape,
    "code": _Scanner.code,
    "math": _Scanner.literal,
    "href": _Scanner.simple,
    "open": _Scanner.open,
    "close": _Scanner.close,
    "mark": _Scanner.mark,
    "auto": _Scanner.auto,
    "attributes": _Scanner.tag,
    "loose": _Scanner.loose,
    "url": _Scanner.url,
    "newline": _Scanner.newline,
}
