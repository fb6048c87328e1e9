"""Is each column of a CSV file read for what it says, and is no row lost?"""

import pytest

from bot.errors import InvalidError
from bot.importers import read_table, read_work, role_of_label, role_of_line
from bot.model.papers.imported import ImportedPaper

HEADER = (
    "Title,Short Name,Type,Category,Authors,Affiliations,Publication Venue,Publication Date,DOI,"
    "arXiv,URL,Code,Keywords,Cited by,Notes\n"
)
FULL = (
    '"Quiet Kernels, Loud Fans",QK,Survey,Systems / Kernels,"Lee, Ann; Chen, Bo",'
    "A University; B Lab,ICML 2024,2024-02-03,10.1145/3600006.3613165,2401.00002,"
    "https://a.example/q https://github.com/a/q,https://github.com/a/q,cache; gpu,12,A  note\n"
)


def test_every_column_of_a_row_becomes_the_field_that_it_names() -> None:
    (entry,) = read_table(HEADER + FULL).entries

    assert entry == ImportedPaper(
        title="Quiet Kernels, Loud Fans",
        name="QK",
        kind="survey",
        section=("Systems", "Kernels"),
        links=(("url", "https://a.example/q"), ("code", "https://github.com/a/q")),
        ids=("arxiv:2401.00002", "doi:10.1145/3600006.3613165"),
        venue="ICML",
        year=2024,
        date="2024-02-03",
        authors=("Ann Lee", "Bo Chen"),
        affiliations=("A University", "B Lab"),
        keywords=("cache", "gpu"),
        citations=12,
        note="A note",
    )


@pytest.mark.parametrize(
    ("cell", "authors"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ("Ann Lee and Bo Chen", ("Ann Lee", "Bo Chen")),
        ('"Lee, Ann; Chen, Bo"', ("Ann Lee", "Bo Chen")),
        ('"Ann Lee, Bo Chen"', ("Ann Lee", "Bo Chen")),
        ("Ann Lee;; Bo Chen;", ("Ann Lee", "Bo Chen")),
    ],
)
def test_people_of_a_cell_are_parted_however_they_are_written(
    cell: str, authors: tuple[str, ...]
) -> None:
    assert read_table(f"Title,Authors\nA Title,{cell}\n").entries[0].authors == authors


@pytest.mark.parametrize("count", ["many", "-1", "1.5", "1" * 10, ""])
def test_a_count_that_is_none_is_left_out(count: str) -> None:
    assert read_table(f"Title,Citations\nA Title,{count}\n").entries[0].citations is None


def test_the_apostrophe_of_an_export_is_no_part_of_a_cell() -> None:
    titles = [each.title for each in read_table("Title\n'=Sum\n'Quoted'\n''-x\n").entries]

    assert titles == ["=Sum", "'Quoted'", "''-x"]


def test_a_code_that_stands_among_the_links_is_code_alone() -> None:
    (entry,) = read_table(
        "Title,URL,Code\nA,https://github.com/a/q,https://github.com/a/q\n"
    ).entries

    assert (entry.links, entry.ids) == ((("code", "https://github.com/a/q"),), ("github:a/q",))


def test_a_row_without_a_title_or_with_too_many_cells_is_left_over_whole() -> None:
    result = read_table("Title,Year\n,2020\nToo Wide,2020,more\nWide,2020,,\nFine,2021\n\n")

    assert [each.title for each in result.entries] == ["Wide", "Fine"]
    assert result.leftovers == (" | 2020", "Too Wide | 2020 | more")


def test_a_table_without_a_column_of_titles_is_refused() -> None:
    with pytest.raises(InvalidError):
        read_table("Year,Venue\n2020,ICML\n")


def test_lines_about_one_work_are_read_together() -> None:
    lines = ["[Efficient Serving of Models](https://a.example/p)", "Venue: SOSP 2023"]

    assert read_work(lines) == ImportedPaper(
        title="Efficient Serving of Models",
        links=(("Efficient Serving of Models", "https://a.example/p"),),
        venue="SOSP",
        year=2023,
    )
    assert read_work([]) is None
    assert read_work(["", "Venue: SOSP"]) is None


def test_what_a_line_or_a_label_announces_is_told() -> None:
    assert [role_of_line(each) for each in ("Venue: SOSP", "Authors: A", "Code: x", "A line")] == [
        "venue",
        "authors",
        "code",
        "",
    ]
    assert [role_of_label(each) for each in ("论文标题", "Venue", "hello")] == [
        "title",
        "venue",
        "",
    ]
