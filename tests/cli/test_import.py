"""Does `bot import` keep its contract, merge, and answer clearly to whatever file it is given?"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.store import files, papers
from tests.flows.local.test_round_trip import fresh

LIST = """# A list

## Serving

- (vPage) A Paper About Paging, SOSP 2023, [Paper](https://arxiv.org/abs/2309.00001)
"""
KEYS = {
    *("title", "name", "section", "links", "ids", "venue", "year", "date"),
    *("affiliations", "keywords", "citations", "note"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a list without entries."""
    return fresh(tmp_path / "list", "table", ("title", "venue", "links"))


def imported(root: Path, content: str | bytes, *options: str) -> "subprocess.CompletedProcess[str]":
    """Run the command on a file of this content."""
    path = root.parent / "given.md"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return subprocess.run(
        [sys.executable, "-m", "bot", "import", path, "--root", root, *options],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def listed(root: Path) -> list[str]:
    """Give the titles of the list."""
    catalog = papers.parse((root / files.PAPERS).read_text("utf-8"))
    return [paper.title for paper in catalog.papers]


def test_a_list_that_has_no_category_yet_gets_those_of_the_headings(root: Path) -> None:
    config = 'schema_version = 1\ntitle = "A list"\nintroduction = "Of papers."\n'
    (root / files.LIST).write_text(config, "utf-8")

    result = imported(root, LIST)

    assert (result.returncode, listed(root)) == (0, ["A Paper About Paging"])
    assert (root / files.LIST).read_text("utf-8") == (
        f'{config}\n[[categories]]\nslug = "serving"\ntitle = "Serving"\n'
    )


def test_the_json_has_the_keys_of_the_contract_and_changes_nothing(root: Path) -> None:
    result = imported(root, LIST, "--json")
    answer = json.loads(result.stdout)
    entry = answer["entries"][0]
    assert result.returncode == 0
    assert set(entry) >= KEYS
    assert entry["links"] == [["Paper", "https://arxiv.org/abs/2309.00001"]]
    assert (entry["title"], entry["name"]) == ("A Paper About Paging", "vPage")
    assert (entry["section"], entry["ids"]) == (["Serving"], ["arxiv:2309.00001"])
    assert (entry["venue"], entry["year"], entry["citations"]) == ("SOSP", 2023, None)
    assert answer["leftovers"] == []
    assert listed(root) == []


def test_a_bibliography_is_imported_like_a_readme(root: Path) -> None:
    path = root.parent / "refs.bib"
    work = "title = {A Paper About Paging}, booktitle = {SOSP}, year = 2023"
    path.write_text(f"@inproceedings{{a, {work}}}", "utf-8")
    command = [sys.executable, "-m", "bot", "import", str(path), "--root", str(root)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert listed(root) == ["A Paper About Paging"]


def test_a_dry_run_says_what_would_be_and_writes_nothing(root: Path) -> None:
    result = imported(root, LIST, "--dry-run")
    assert result.returncode == 0
    assert "new: A Paper About Paging" in result.stdout
    assert "would be added" in result.stderr
    assert listed(root) == []


def test_the_source_is_named_as_asked(root: Path) -> None:
    assert imported(root, LIST, "--source", "Their list").returncode == 0
    catalog = papers.parse((root / files.PAPERS).read_text("utf-8"))
    assert catalog.papers[0].sources == ("Their list",)


def test_a_known_work_gains_what_it_lacks_and_contradictions_are_told(root: Path) -> None:
    imported(root, LIST)
    code = (
        LIST.replace("SOSP 2023", "OSDI 2022").rstrip() + ", [Code](https://github.com/a/vpage)\n"
    )
    result = imported(root, code)
    catalog = papers.parse((root / files.PAPERS).read_text("utf-8"))
    assert [link.kind for link in catalog.papers[0].links] == ["paper", "code"]
    assert str(catalog.papers[0].venue) == "SOSP 2023"
    assert "completed: A Paper About Paging" in result.stdout
    assert "please check:" in result.stdout


@pytest.mark.parametrize(
    "content", ["", "# Only a heading\n\nAnd words.\n"], ids=["empty", "prose"]
)
def test_a_file_without_an_entry_is_refused_with_the_styles_looked_for(
    root: Path, content: str
) -> None:
    result = imported(root, content)
    assert result.returncode == 1
    assert "no entry was found" in result.stderr
    assert "tables" in result.stderr
    assert "BibTeX" in result.stderr


def test_what_was_not_read_is_named_and_prose_is_counted_by_section(root: Path) -> None:
    told = imported(root, f"{LIST}- Something else\n\nThis section is about serving.\n")
    assert "not read: Something else" in told.stdout
    assert "1 paragraph of prose under Serving" in told.stdout
    answer = json.loads(imported(root, f"{LIST}\nWords for all.\n", "--json").stdout)
    assert answer["prose"] == [{"section": ["Serving"], "paragraphs": 1}]


def test_lines_none_of_which_is_an_entry_are_all_named(root: Path) -> None:
    result = imported(root, "# Papers\n\n- pages\n- more pages\n")
    assert result.returncode == 0
    assert "not read: pages\nnot read: more pages" in result.stdout


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("list.rst", "reStructuredText"),
        ("list.org", "Org"),
        ("list.YAML", "YAML"),
        ("list.json", "JSON"),
        ("list.docx", "such a format"),
    ],
)
def test_other_formats_are_refused_in_one_sentence(root: Path, name: str, called: str) -> None:
    path = root.parent / name
    path.write_text("- title: A Paper About Paging\n", "utf-8")
    command = [sys.executable, "-m", "bot", "import", str(path), "--root", str(root)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert f"{called}" in result.stderr
    assert "is read: Markdown" in result.stderr
    assert result.stderr.count("\n") == 1


HOSTILE: dict[str, tuple[str | bytes, int | None]] = {
    "five megabytes": (LIST + "word " * 1_000_000, 1),
    "NUL": (LIST.replace("Paging", "Pag\x00ing"), 0),
    "byte-order mark": ("\ufeff" + LIST, 0),
    "invalid UTF-8": (LIST.encode() + b"\xff\xfe caf\xe9\n", None),
    "ten thousand levels": (LIST + "".join(f"{'  ' * n}- x\n" for n in range(0, 10_000, 50)), 0),
    "ten thousand quotes": (LIST + "\n" + ">" * 10_000 + " x\n", 0),
    "unclosed HTML": (LIST + "\n<table><tr><td>" * 1_000, 0),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_a_result_or_a_clear_error(root: Path, name: str) -> None:
    content, code = HOSTILE[name]
    result = imported(root, content, "--json")
    assert result.returncode in ({code} if code is not None else {0, 1})
    if result.returncode:
        assert "Traceback" not in result.stderr
        assert result.stderr.strip()
    else:
        assert json.loads(result.stdout)["entries"]


def test_what_no_entry_can_hold_is_left_out_and_told(root: Path) -> None:
    long = "A Title " * 60
    result = imported(root, f"{LIST}- {long}, [Paper](https://arxiv.org/abs/2309.00002)\n")
    assert result.returncode == 0
    assert listed(root) == ["A Paper About Paging"]
    assert "was left out: its title cannot be" in result.stdout
