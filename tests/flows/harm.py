"""Does what the bot writes do anything but show a stranger's words?

Judged by cmark-gfm for what Markdown makes of a text, and by the patterns below for what GitHub
makes of the text that is then left outside code
(https://docs.github.com/get-started/writing-on-github and
https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue).
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from tests.render.cmark import html, shown

# The word that every stranger's text carries, and the issue that none of them may reach.
CANARY, VICTIM = "wyvern", 1

_OURS = {"h3", "p", "strong", "ul", "li", "code", "pre", "details", "summary"}
_FOLDING = {"details", "summary"}
_TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
# What a fold of the bot's own shows of itself; there is no other, and none in another one.
_SUMMARIES = {
    "Its row in the README",
    "Its row in the README, and its identifiers",
    "Its row in the README, which goes",
}
_HARMLESS = {("code", "class", "language-text"), ("code", "class", "language-markdown")}
_MARKS = re.compile(
    r" (?:/?bot:pull|bot:answer|bot:closed|bot:title [0-9a-f]{64}|bot:memory \{(?:(?!--)[^<>])*\}) "
)
_MENTION = re.compile(r"(?<![\w`])@[A-Za-z0-9]")
_REFERENCE = re.compile(rf"#{VICTIM}\b|\bGH-[0-9]|[\w-]/[\w.-]+#[0-9]", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|\bwww\.|\w@\w", re.IGNORECASE)
_COMMIT = re.compile(r"\b(?=[a-f]*[0-9])[0-9a-f]{12,40}\b")
_SKIPS = re.compile(
    r"\[(?:skip (?:ci|actions)|(?:ci|actions) skip|no ci)\]|^skip-checks:", re.IGNORECASE
)
LIVE = (_MENTION, _REFERENCE, _ADDRESS, _COMMIT)
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class _Outside(HTMLParser):
    """Collects what stands outside code: tags, their attributes, text and comments."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str, str]] = set()
        self.words: list[str] = []
        self.comments: list[str] = []
        self.folds: list[str] = []
        self._code = 0
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {(tag, name, value or "") for name, value in attrs}
        self._code += tag in {"code", "pre"}
        if tag in _FOLDING:
            if tag == "summary" and self._open != ["details"]:
                self.folds.append("a summary outside a fold")
            if tag == "details" and self._open:
                self.folds.append("a fold inside another one")
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in {"code", "pre"}
        if tag in _FOLDING and (not self._open or self._open.pop() != tag):
            self.folds.append(f"a {tag} closed that was not open")

    def close(self) -> None:
        super().close()
        self.folds += [f"a {tag} left open" for tag in self._open]

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["summary"] and data not in _SUMMARIES:
            self.folds.append(f"a stranger's fold: {data}")
        if not self._code:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def in_comment(markdown: str) -> Iterator[str]:
    """Name what a comment or a pull request's text does besides showing words."""
    outside = _Outside()
    outside.feed(html(markdown))
    outside.close()
    yield from (f"tag {tag}" for tag in sorted(outside.tags - _OURS - _TABLE))
    yield from (f"attribute {found}" for found in sorted(outside.attributes - _HARMLESS))
    yield from outside.folds
    yield from (f"mark {each}" for each in outside.comments if not _MARKS.fullmatch(each))
    for words in outside.words:
        yield from in_words(words)
        if CANARY in words.casefold():
            yield f"outside code: {words}"


def in_words(words: str) -> Iterator[str]:
    """Name what GitHub would bring to life in plain text, as in a title."""
    yield from in_file(words)
    if found := _SKIPS.search(words):
        yield f"live {found[0]!r} in {words!r}"


def in_file(words: str) -> Iterator[str]:
    """Name what GitHub would bring to life in a file, where no words skip a workflow."""
    for pattern in (*LIVE, _HIDDEN):
        if found := pattern.search(words):
            yield f"live {found[0]!r} in {words!r}"


def in_row(row: str, addresses: set[str]) -> Iterator[str]:
    """Name what a row of the README's table does besides standing in its four cells."""
    table = f"| a | b | c | d |\n| --- | --- | --- | --- |\n{row}\n"
    cells = shown(table, "td")
    if len(cells) != 4 or len(shown(table, "tr")) != 2:
        yield f"{len(cells)} cells in {row}"
    for cell in cells:
        yield from (
            f"tag {tag} in {row}" for tag in cell.tags if tag not in {"a", "span", "strong"}
        )
        yield from (f"link {url} in {row}" for url in cell.addresses if url not in addresses)
        for piece in () if "a" in cell.tags else cell.pieces:
            yield from in_file(piece)
