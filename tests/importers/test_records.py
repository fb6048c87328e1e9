"""Are the records of CSV and BibTeX files read, and is what cannot be read told by its line?"""

import json
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import InvalidError, Problem
from bot.importers.records import bibtex_records, csv_records
from bot.importers.records.bibtex_entries import entries
from bot.importers.records.bibtex_fields import verbatim
from bot.model.papers.record import Record
from bot.people.listed import listed

EXAMPLES = Path(__file__).parents[1] / "examples" / "records"
FILES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".csv", ".bib"})


def read(path: Path) -> tuple[list[Record], list[Problem]]:
    """Read a file as its suffix says."""
    text = path.read_bytes().decode("utf-8")
    return bibtex_records.read(text) if path.suffix == ".bib" else csv_records.read(text)


def shown(records: list[Record], problems: list[Problem]) -> object:
    """Write what was read as the examples do: fields that hold nothing are left out."""
    known = [{k: v for k, v in record._asdict().items() if v} for record in records]
    return json.loads(json.dumps({"records": known, "problems": [str(each) for each in problems]}))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_read_as_its_example_says(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))

    assert shown(*read(path)) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Lovelace and Grace Hopper", ("Ada Lovelace", "Grace Hopper")),
        ("Lovelace, Ada; Hopper, Grace", ("Lovelace, Ada", "Hopper, Grace")),
        ("Ada Lovelace, Grace Hopper, and Wei Wang", ("Ada Lovelace", "Grace Hopper", "Wei Wang")),
        ("A. B. Lovelace, C. Hopper and E. Wang", ("A. B. Lovelace", "C. Hopper", "E. Wang")),
        ("Smith, J., Doe, B. A.", ("Smith, J.", "Doe, B. A.")),
        ("Smith JA, Doe B, et al.", ("Smith JA", "Doe B")),
        ("Smith, John A., Doe, Jane", ("Smith, John A.", "Doe, Jane")),
        ("Smith, J., Jr., Doe, K.", ("Smith, J., Jr.", "Doe, K.")),
        ("Lovelace, Ada and Hopper, Grace", ("Lovelace, Ada", "Hopper, Grace")),
        ("Knuth, Donald", ("Knuth, Donald",)),
        ("D. DeWitt & J. Gray", ("D. DeWitt", "J. Gray")),
        ("Ada Lovelace*, Grace Hopper2", ("Ada Lovelace", "Grace Hopper")),
        ("A Grattafiori, ...", ("A Grattafiori",)),
        ("Ada Lovelace | Grace Hopper", ("Ada Lovelace", "Grace Hopper")),
        ("Blum A., Furst M.L., Kearns M.J.", ("Blum A.", "Furst M.L.", "Kearns M.J.")),
        ("BLUM A., LI X.", ("BLUM A.", "LI X.")),
        ("LI, X., WU, Y.", ("LI, X.", "WU, Y.")),
        ("blum, a., furst, m., & kearns, m. j.", ("blum, a.", "furst, m.", "kearns, m. j.")),
        ("Blum, A., M. Furst and M. Kearns", ("Blum, A.", "M. Furst", "M. Kearns")),
        ("Garcia Molina, H. and Ullman, J. D.", ("Garcia Molina, H.", "Ullman, J. D.")),
        ("Barnes, Jr., John and Li, Wei", ("Barnes, Jr., John", "Li, Wei")),
        ("A Blum, M Furst, JC…", ("A Blum", "M Furst")),
        (
            "so hvasshovd , se bratsberg , p holager , x",
            ("so hvasshovd", "se bratsberg", "p holager"),
        ),
        ("Tan A.Schulze A.O'Donnell C. P.", ("Tan A.", "Schulze A.", "O'Donnell C. P.")),
        ("A.Blum, M.Furst", ("A.Blum", "M.Furst")),
        ("Ada Lovelace (UK), Grace Hopper (US)", ("Ada Lovelace", "Grace Hopper")),
        ("['Ada Lovelace', 'Grace Hopper']", ("Ada Lovelace", "Grace Hopper")),
        ("Ada Lovelace / Grace Hopper", ("Ada Lovelace", "Grace Hopper")),
        ("", ()),
    ],
)
def test_authors_are_parted_however_they_are_listed(text: str, names: tuple[str, ...]) -> None:
    assert listed(text) == names


@pytest.mark.timeout(30)  # it takes a second at most; by the square of its length, minutes
@pytest.mark.parametrize("piece", [", ", "A. ", "(1991) ", "and ", "…,", "Tan A.", "& ", "x\n"])
def test_parting_authors_stays_linear(piece: str) -> None:
    assert all(listed(piece * 30_000))


@pytest.mark.parametrize("text", ["", "\n\n", "name of nothing,year\nx,2000\n", "a;b;c"])
def test_a_file_without_titles_is_refused_with_what_was_found(text: str) -> None:
    with pytest.raises(InvalidError) as refused:
        csv_records.read(text)

    assert "no column is called" in str(refused.value)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = "id,title,year\n1,A Title,2001\n".replace(",", delimiter)

    assert csv_records.read(text) == ([Record("1", "A Title", year=2001)], [])


def test_a_row_without_an_id_is_called_by_its_line() -> None:
    records, _ = csv_records.read("title\n\nFirst\nSecond\n")

    assert [record.key for record in records] == ["line 3", "line 4"]


@settings(deadline=None)
@given(st.text(alphabet='a,;"\n\t ', max_size=60))
def test_no_text_under_a_header_breaks_the_reader_of_csv(text: str) -> None:
    records, problems = csv_records.read(f"id,title\n{text}\n1,Last\n")

    assert records or problems
    assert all(record.title for record in records)


@settings(deadline=None)
@given(st.text(alphabet='@ab{}(),="#\n\\ ', max_size=60))
def test_no_text_breaks_the_reader_of_bibtex(text: str) -> None:
    found, _ = entries(f"{text}\n@article{{last, title = {{Last}}}}")

    assert found[-1].fields["title"] == "Last" or '"' in text or "=" in text or "(" in text


@pytest.mark.timeout(30)  # as above
@pytest.mark.parametrize(
    "piece", ["@a{", '@a{b, c = "', "@string{", "{", "@article{a, title = {", " ,", "@a{b, x # "]
)
def test_reading_bibtex_stays_linear(piece: str) -> None:
    entries(piece * 20_000)
    entries("@a{b, " + piece * 20_000)


# Each would once have ended the run, or taken minutes.
BROKEN_ROWS = {
    "a header without end": "title," + "x" * 131_072 + "\nQuiet Kernels,2\n",
    "a cell without end": 'title\n"' + "x" * 140_000 + '"\n',
    "quotes never closed": "title,year\n" + '"Quiet Kernels,2023\n' * 40_000,
    "quotes inside cells": "title,year\n" + 'A "quiet" of "kernels,2023\n' * 40_000,
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("text", BROKEN_ROWS.values(), ids=BROKEN_ROWS)
def test_broken_csv_costs_seconds_and_names_its_rows(text: str) -> None:
    start = process_time()
    records, problems = csv_records.read(text)
    assert records or problems
    assert process_time() - start < 20


def test_names_that_stand_for_names_spell_out_no_more_than_a_million_characters() -> None:
    doubled = "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 30))
    text = f'@string{{s0 = "journal "}}\n{doubled}@article{{a, title = {{A}}, journal = s29}}\n'
    found, _ = entries(text)
    assert sum(len(value) for entry in found for value in entry.fields.values()) < 2_000_000


ADDRESSES = [
    (r"https://example.org/foo\_bar", "https://example.org/foo_bar"),
    (r"https://example.org/foo{\_}bar", "https://example.org/foo_bar"),
    (r"https://example.org/a\%20b", "https://example.org/a%20b"),
    (r"https://example.org/x?a=1\&b=2\#c", "https://example.org/x?a=1&b=2#c"),
    (r"https://example.org/\~{}user", "https://example.org/~user"),
    (r"https://example.org/{\textasciitilde}user", "https://example.org/~user"),
    (r"\url{https://example.org/foo_bar}", "https://example.org/foo_bar"),
    (r"\href{https://example.org/a}{the page}", "https://example.org/a"),
    (r"10.1007/978-3-319-10602-1\_48", "10.1007/978-3-319-10602-1_48"),
    ("10.1007/978_48", "10.1007/978_48"),
]


@pytest.mark.parametrize(("written", "meant"), ADDRESSES)
def test_an_address_is_read_without_what_latex_needs_in_it(written: str, meant: str) -> None:
    assert verbatim(written) == meant
