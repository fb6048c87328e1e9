"""What stands in a page: which elements, with which attributes, and which text?"""

from html.parser import HTMLParser
from typing import NamedTuple

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Element(NamedTuple):
    """One start tag, and the names of the elements that it stands in."""

    tag: str
    attributes: dict[str, str]
    inside: tuple[str, ...]


class Read(HTMLParser):
    """Reads a page whose tags must pair up; `elements` in order, texts joined in `text`."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[str] = []
        self.text = ""
        self.titles: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"{tag} has an attribute twice"
        given = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, given, tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, which must be the one opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text, and that of the works of a list apart."""
        self.text += data
        if self.open[-1:] == ["bdi"] and self.elements[-2].attributes.get("class") == "title":
            self.titles.append(data)

    def all(self, tag: str) -> list[Element]:
        """Give the elements of this name."""
        return [each for each in self.elements if each.tag == tag]

    def tags(self) -> list[str]:
        """Name the elements in order."""
        return [each.tag for each in self.elements]
