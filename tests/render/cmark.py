"""What does GitHub's own Markdown program make of a text?"""

import re
from html.parser import HTMLParser

# The package ships no types.
from cmarkgfm import cmark, markdown_to_html_with_extensions  # type: ignore[import-untyped]

_EXTENSIONS = ["table", "autolink", "strikethrough", "tagfilter", "tasklist"]
_OPTIONS = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_FOOTNOTES
_VOID = {"br", "hr", "img", "input"}


class Shown:
    """One element: its own pieces of text, as they stand between tags, and the tags inside it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pieces: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []

    @property
    def text(self) -> str:
        """All text of the element."""
        return "".join(self.pieces)


class _Collector(HTMLParser):
    def __init__(self, names: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.names = names
        self.open: list[Shown] = []
        self.found: list[Shown] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for shown in self.open:
            shown.tags.append(tag)
            shown.addresses += [value or "" for name, value in attrs if name == "href"]
            shown.pieces.append("")
        if tag in self.names:
            shown = Shown(tag)
            self.open.append(shown)
            self.found.append(shown)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.names:
            self.open.pop()
        for shown in self.open:
            shown.pieces.append("")

    def handle_data(self, data: str) -> None:
        for shown in self.open:
            shown.pieces.append(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def html(markdown: str) -> str:
    """Render as GitHub does."""
    return str(markdown_to_html_with_extensions(markdown, options=_OPTIONS, extensions=_EXTENSIONS))


def shown(markdown: str, *names: str) -> list[Shown]:
    """List the elements of these names, in order, as a reader sees them."""
    collector = _Collector(frozenset(names))
    # Between blocks the program writes newlines that no reader sees.
    collector.feed(re.sub(r"\n(?=<)|(?<=>)\n", "", html(markdown)))
    collector.close()
    return collector.found


def headings(markdown: str) -> list[str]:
    """List the headings' texts."""
    return [each.text for each in shown(markdown, "h1", "h2", "h3", "h4", "h5", "h6")]
