"""Are documents and lines taken apart as `tests/examples/markdown` shows?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.markdown.tree.blocks import Block, Code, End, Heading, Items, Paragraph, Table
from bot.markdown.tree.inline import scan
from bot.markdown.tree.parse import read_markdown
from bot.markdown.tree.pieces import BOLD, CODE, INSERTED, ITALIC, LITERAL, Piece
from bot.markdown.tree.source import prepare

FOLDER = Path(__file__).parents[1] / "examples" / "markdown"
DOCUMENTS = sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "README")
LINES = FOLDER.joinpath("lines.txt").read_text("utf-8").rstrip("\n").split("\n\n")
STYLES = {BOLD: "bold", ITALIC: "italic", CODE: "code", INSERTED: "inserted", LITERAL: "literal"}
REFERENCES = {"one": "https://a.example/one"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_consists_of_the_blocks_that_the_example_says(name: str) -> None:
    document = read_markdown(prepare(FOLDER.joinpath(f"{name}.md").read_text("utf-8")))
    found = [line for block in document.blocks for line in shown(block)]
    found += [f"reference {label}: {url}" for label, url in document.references.items()]

    assert found == FOLDER.joinpath(f"{name}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("case", LINES)
def test_a_line_consists_of_the_pieces_that_the_example_says(case: str) -> None:
    lines = case.split("\n")
    given = [line for line in lines if not line.startswith(("=> ", "# "))]

    found = scan("\n".join(given), REFERENCES)

    assert [piece_shown(piece) for piece in found] == [x for x in lines if x.startswith("=> ")]


def test_two_blanks_at_its_end_end_a_line() -> None:
    assert scan("one  \n two", {}) == [Piece("one"), Piece("\n\n", "break"), Piece("two")]


def shown(block: Block) -> Iterator[str]:
    """Write a block, what stands in it two blanks further in."""
    match block:
        case Heading(level, text):
            yield f"heading {level}: {text!r}"
        case End():
            yield "end of details"
        case Paragraph(text, quoted):
            yield f"{'quoted ' if quoted else ''}paragraph: {text!r}"
        case Items(items, attached):
            yield "attached list" if attached else "list"
            for item in items:
                yield f"  item: {item.text!r}"
                yield from (f"    {line}" for child in item.children for line in shown(child))
        case Table(header, rows):
            yield f"table of {header}"
            yield from (f"  row: {row}" for row in rows)
        case Code(text):
            yield f"code: {text!r}"


def piece_shown(piece: Piece) -> str:
    """Write a piece: its kind and styles, its text, and where it leads."""
    styles = [name for bit, name in STYLES.items() if piece.style & bit]
    more = {"to": piece.url, "badge": piece.badge, "lead": piece.lead}
    told = [f"{name} {value}" for name, value in more.items() if value]
    return "; ".join([f"=> {' '.join([*styles, piece.kind])}: {piece.text!r}", *told])
