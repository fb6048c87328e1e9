"""Does every text, however broken, give a reading or a clear error, and soon?"""

import pytest

from bot.errors import InvalidError
from bot.importers import read
from bot.markdown.tree.source import LARGEST
from bot.model.papers.imported import ImportResult

WORK = "- [A Title of Some Work](https://arxiv.org/abs/2301.00001)\n"
BROKEN = {
    "ten thousand nested bullets in a line": "- " * 10_000 + "x",
    "ten thousand nested quotes": "> " * 10_000 + "x",
    "bullets a thousand levels deep": "\n".join("  " * n + "- x" for n in range(1000)),
    "one long line of links": "[a](https://arxiv.org/abs/2301.00001) " * 5_000,
    "brackets never closed": "[" * 100_000,
    "links never closed": "[a](" * 50_000,
    "emphasis never closed": "*a " * 50_000,
    "backticks of every length": "".join("`" * n + " " for n in range(300)),
    "tags never closed": "<table><tr><td><ul><li><details><summary>" * 3_000,
    "comments never closed": "<!--\n" * 20_000,
    "a table of pipes": "|" * 100_000,
    "rows without end": "|a|b|\n|-|-|\n" + "|x|y|\n" * 10_000,
    "fences never closed": "```\n" * 20_001,
    "lines of addresses": "|a|b|\n|-|-|\n"
    + f"|{''.join(f'http://a{n}.b/c ' for n in range(1_300))}|\n" * 20,
    "lines of people": f"- {'<br>Lee, A., ' * 1_400}\n" * 20,
    "an empty list before a list": f"<ul></ul>\n\n{WORK}",
    "empty tables and lists": "<table></table><ul><li></li></ul><ol></ol>\n- x\n" * 500,
    "a gap in a title": f"- A Title of{' ' * 16_000}a Work, ICML 2023 [p](https://a.org/b.pdf)\n"
    * 20,
    "a gap in an address": f"- [A](https://arxiv.org/abs/{chr(0x3000) * 16_000})\n" * 20,
    "numbers in a cell": f"| A | B |\n| - | - |\n| {'12 ' * 16_000}| {'# ' * 16_000}|\n",
    "years in a paragraph": f"## S\n\n{'2020 ' * 13_000}\n\n",
    "stops in a paragraph": f"## S\n\nSome{' :' * 8_000} words\n\n" * 20,
}


@pytest.mark.timeout(90)  # each takes seconds at most
@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_text_is_read_without_an_error(text: str) -> None:
    assert isinstance(read(text), ImportResult)


def test_a_text_too_large_is_refused_with_its_size_and_the_limit() -> None:
    with pytest.raises(InvalidError, match="too large: at most 2,000,000"):
        read("x" * (LARGEST + 1))


def test_nul_bytes_a_byte_order_mark_and_mixed_newlines_change_nothing() -> None:
    clean = read("# List\n\n## Part\n\n" + WORK)
    assert read("\ufeff# List\r\n\r## Part\r\n\r\n\x00" + WORK) == clean
    assert [entry.title for entry in clean.entries] == ["A Title of Some Work"]


def test_an_empty_text_holds_nothing() -> None:
    assert read("") == ImportResult()
