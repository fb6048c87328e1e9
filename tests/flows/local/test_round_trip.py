"""Does a list that is taken over and shown in its own style read as it did before?"""

from pathlib import Path
from typing import Any

import pytest

from bot.flows.local.lists.readmes import Import, read_files, take_in
from bot.flows.local.load import load
from bot.importers import read_bibliography, read_table
from bot.model.papers.imported import ImportOrigin, ImportResult
from bot.model.papers.paper import Paper
from bot.render.export.exports import EXPORTS
from bot.render.work import title_link
from bot.review.imports.entries import paper_of
from bot.store import files, papers

EXAMPLES = Path(__file__).parents[2] / "examples" / "importers"
ORIGIN = ImportOrigin("The list", "2026-01-02")
STYLES = {
    "table-with-citations": (
        "table",
        ("keywords", "title", "links", "affiliations", "date", "citations"),
    ),
    "table-name-in-brackets": ("table", ("date", "title", "links", "affiliations")),
    "nested-name-and-fields": ("bullets", ("title", "venue", "code", "links", "date")),
    "numbered-two-in-a-line": ("numbered", ("title", "venue")),
    "bullets-with-ins": ("citation", ("title",)),
}
NEWER = """# A list

## Serving

- A Paper About Paging, <ins>SOSP, 2023</ins> [[Paper](https://arxiv.org/abs/2309.00001)]
- A Paper About Batching, <ins>OSDI, 2022</ins> [[Paper](https://arxiv.org/abs/2207.00002)]
"""


def fresh(root: Path, layout: str, columns: tuple[str, ...]) -> Path:
    """Make a list without entries under `root`."""
    shown = ", ".join(f'"{column}"' for column in columns)
    (root / "data").mkdir(parents=True)
    (root / files.LIST).write_text(
        'schema_version = 1\ntitle = "A list"\nintroduction = "For reading."\n\n[readme]\n'
        f'layout = "{layout}"\ncolumns = [{shown}]\n\n[[categories]]\nslug = "other"\n'
        'title = "Other"\n'
    )
    (root / files.PAPERS).write_text('{\n  "schema_version": 1,\n  "papers": []\n}\n')
    blocks = ("contents", "summary", "recent", "papers")
    (root / files.README).write_text(
        "# A list\n\n"
        + "\n".join(f"<!-- bot:{name} -->\n<!-- /bot:{name} -->\n" for name in blocks)
    )
    return root


def taken(root: Path, reading: ImportResult) -> Import:
    """Take a reading into the list under `root`, and write what comes of it."""
    found = take_in(root, reading, ORIGIN)
    files.write(root, found.files)
    return found


def listed(root: Path) -> list[dict[str, Any]]:
    """Give the entries of the list under `root`, without what is said of where they came from."""
    catalog = papers.parse((root / files.PAPERS).read_text("utf-8"))
    return [paper.model_dump(mode="json", exclude={"note", "sources"}) for paper in catalog.papers]


@pytest.mark.parametrize("name", STYLES)
def test_a_list_shown_in_its_own_style_is_read_as_before(name: str, tmp_path: Path) -> None:
    once = fresh(tmp_path / "once", *STYLES[name])
    taken(once, read_files([EXAMPLES / f"{name}.md"]))
    again = fresh(tmp_path / "again", *STYLES[name])
    reading = read_files([once / files.README])
    found = taken(again, reading)
    assert listed(once)
    assert listed(again) == listed(once)
    assert not reading.leftovers
    assert not found.adoption.notes


@pytest.mark.parametrize("name", STYLES)
def test_a_second_import_changes_nothing(name: str, tmp_path: Path) -> None:
    root = fresh(tmp_path / "once", *STYLES[name])
    reading = read_files([EXAMPLES / f"{name}.md"])
    taken(root, reading)
    found = take_in(root, reading, ORIGIN)
    assert found.adoption.changes == ()
    assert found.files == ()


def versions(tmp_path: Path, newer: str) -> tuple[Path, Import]:
    """Take in an older state of a list, then a newer one."""
    root = fresh(tmp_path / "root", "citation", ("title",))
    older = tmp_path / "older.md"
    older.write_text(NEWER.replace("<ins>SOSP, 2023</ins> ", ""))
    taken(root, read_files([older]))
    path = tmp_path / "newer.md"
    path.write_text(newer)
    return root, taken(root, read_files([path]))


def test_a_newer_version_of_a_list_gives_exactly_the_news(tmp_path: Path) -> None:
    row = (
        "- A Paper About Routing, <ins>ICML, 2024</ins> [[Paper](https://arxiv.org/abs/2403.00003)]"
    )
    _, found = versions(tmp_path, f"{NEWER}{row}\n")
    changes = [
        (change.paper.title, str(change.paper.venue), change.before is None)
        for change in found.adoption.changes
    ]
    assert changes == [
        ("A Paper About Paging", "SOSP 2023", False),
        ("A Paper About Routing", "ICML 2024", True),
    ]
    assert not found.adoption.notes


def test_what_contradicts_the_list_is_told_and_overwrites_nothing(tmp_path: Path) -> None:
    root, found = versions(tmp_path, NEWER.replace("OSDI, 2022", "ATC, 2021"))
    batching = next(each for each in listed(root) if "Batching" in each["title"])
    assert (batching["venue"]["name"], batching["venue"]["year"]) == ("OSDI", 2022)
    assert len(found.adoption.notes) == 1
    assert "Batching" in found.adoption.notes[0]


def in_bibtex(paper: Paper) -> tuple[object, ...]:
    """Give what of a work its BibTeX tells: of each family one id, its first link, its code."""
    ids = {work.partition(":")[0]: work for work in reversed(paper.ids)}
    told = (paper.title, paper.short_name, paper.kind, paper.authors, paper.date, paper.venue)
    code = {link.url for link in paper.links if link.kind == "code"}
    ours = (title_link(paper), code)
    return (*told, paper.keywords, paper.note, ids.get("arxiv"), ids.get("doi"), *ours)


def test_the_whole_list_in_bibtex_is_imported_with_the_same_values_in_every_field() -> None:
    loaded = load(Path(__file__).parents[3])
    reading = read_bibliography(EXPORTS["bibtex"].text(loaded.catalog, loaded.listing))
    again = [paper_of(entry, "any", "bib", "2026-01-01") for entry in reading.entries]
    assert not reading.leftovers
    assert list(map(in_bibtex, again)) == list(map(in_bibtex, loaded.catalog.papers))


def test_a_list_in_csv_is_imported_with_the_same_works() -> None:
    loaded = load(Path(__file__).parents[3])
    some = loaded.catalog.papers[::6]
    catalog = loaded.catalog.model_copy(update={"papers": some})
    reading = read_table(EXPORTS["csv"].text(catalog, loaded.listing))
    again = [paper_of(entry, "any", "csv", "2026-01-01") for entry in reading.entries]

    def told(paper: Paper) -> tuple[object, ...]:
        links = {link.url for link in paper.links}
        fields = (paper.title, paper.short_name, paper.kind, paper.authors, paper.affiliations)
        return (*fields, paper.date, paper.venue, paper.keywords, paper.note, links)

    assert not reading.leftovers
    assert list(map(told, again)) == list(map(told, some))
