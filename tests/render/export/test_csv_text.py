"""Is the CSV file one that every reader takes apart alike, and no spreadsheet runs?"""

import csv
import io
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.importers.records import csv_records
from bot.model.papers.paper import Catalog
from bot.render.export.csv_text import BYTE_ORDER_MARK, FORMULA_SIGNS, HEADER, safe
from bot.render.export.exports import EXPORTS
from tests.render import hostile


def rows(text: str) -> list[dict[str, str]]:
    """Read CSV by Python's own reader, strictly."""
    plain = io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")
    return list(csv.DictReader(plain, strict=True))


def test_every_work_is_one_row_under_the_header() -> None:
    text = EXPORTS["csv"].text(hostile.CATALOG, hostile.LISTING)

    read = rows(text)

    assert text.startswith(BYTE_ORDER_MARK + ",".join(f'"{name}"' for name in HEADER) + "\r\n")
    assert text.count("\r\n") == len(read) + 1 == 5
    assert read[3]["title"] == hostile.UNICODE
    assert read[3]["category"] == f"Top {hostile.MARKUP} / Below {hostile.MARKUP}"
    assert read[3]["ids"] == "arxiv:2401.00001; doi:10.1/<script>&{}; openreview:a?b&c"
    assert (read[3]["doi"], read[3]["arxiv"]) == ("10.1/<script>&{}", "arXiv:2401.00001")


def test_an_id_stays_a_text_and_the_reader_of_csv_takes_it_back() -> None:
    paper = hostile.paper(1, "Quiet Kernels").model_copy(update={"ids": ("arxiv:2309.06180",)})
    text = EXPORTS["csv"].text(Catalog(schema_version=1, papers=(paper,)), hostile.LISTING)

    records, problems = csv_records.read(text)

    assert '"arXiv:2309.06180"' in text
    assert (records[0].key, records[0].ids, problems) == (paper.id, ("arxiv:2309.06180",), [])


def test_a_cell_that_looks_like_a_formula_becomes_text() -> None:
    read = rows(EXPORTS["csv"].text(hostile.CATALOG, hostile.LISTING))

    assert read[1]["title"] == "'" + hostile.FORMULA
    assert read[1]["authors"].startswith("'=")


@example(" =1+1")
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40))
def test_any_text_comes_back_as_it_was_or_with_an_apostrophe_before_it(text: str) -> None:
    catalog = Catalog(schema_version=1, papers=(hostile.paper(1, text),))

    (read,) = rows(EXPORTS["csv"].text(catalog, hostile.LISTING))

    assert read["title"] in {text, f"'{text}"}
    assert not any(
        unicodedata.normalize("NFKC", cell.strip())[:1] in FORMULA_SIGNS for cell in read.values()
    )


UNSEEN = [
    chr(code)
    for code in range(0x110000)
    if unicodedata.category(chr(code)) in {"Zs", "Zl", "Zp", "Cc", "Cf"}
]


@pytest.mark.parametrize(
    "sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"]
)
def test_nothing_that_a_spreadsheet_trims_hides_a_formula(sign: str) -> None:
    hidden = [
        f"{blank}{sign}1" for blank in (*UNSEEN, "\u00a0 \ufeff", "\u3164", "\u2800", "\u0301")
    ]

    assert [safe(cell) for cell in hidden] == [f"'{cell}" for cell in hidden]
