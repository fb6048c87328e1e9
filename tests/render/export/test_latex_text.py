"""Does LaTeX print the text that was written?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.export.latex_text import latex
from bot.text.markup.latex import plain
from bot.text.markup.latex_table import GREEK, LETTERS


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Christopher Ré", r"Christopher R{\'{e}}"),
        ("Łukasz Kaiser", r"{\L}ukasz Kaiser"),
        ("Piotr Miłoś", r"Piotr Mi{\l}o{\'{s}}"),
        ("Nguyễn", r"Nguy{\~{\^{e}}}n"),
        ("PanGu-Σ", r"PanGu-{$\Sigma$}"),
        ("S³", r"S{\textthreesuperior}"),
        ("$100K & 0.5% of A_B #1", r"\$100K \& 0.5\% of A\_B \#1"),
        ("a{b}c\\d", r"a{\textbraceleft}b{\textbraceright}c{\textbackslash}d"),
        ("Llama Team, AI @ Meta", "Llama Team, AI {@} Meta"),
        (
            "“so” – it’s",
            r"{\textquotedblleft}so{\textquotedblright} -- it{\textquoteright}s",
        ),
        ("大模型", "大模型"),
    ],
)
def test_a_text_is_written_as_latex_prints_it(text: str, written: str) -> None:
    assert latex(text) == written


@given(st.text(alphabet="éèêëñçşłŁøåßÅőžůąñαβΣ aZ", max_size=30))
def test_letters_with_accents_come_back_as_they_were(text: str) -> None:
    assert plain(latex(text)).replace("{", "").replace("}", "") == " ".join(text.split())


def test_every_letter_that_is_read_is_written_as_it_is_read() -> None:
    for table in (LETTERS, GREEK):
        letters = "".join(table.values())
        assert plain(latex(letters)).replace("{", "").replace("}", "") == letters
        assert latex(letters).isascii()


@given(st.text(max_size=60))
def test_braces_always_pair_up_and_the_text_stays_on_one_line(text: str) -> None:
    depth = 0
    written = latex(text)
    for char in written:
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0
    assert len(written.splitlines()) <= 1
