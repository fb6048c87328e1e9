"""Does a README that becomes a list come back as its owner wrote it, and do new entries fit in?"""

import re
from pathlib import Path

import pytest

from bot.flows.local.lists.init import Init, InitSource, init
from bot.flows.local.outputs.regenerate import compared
from bot.importers import read
from bot.model.papers.paper import Catalog, Link, Paper, Venue
from bot.model.submissions.review import Change
from bot.render.readme.patch import patched
from bot.review.apply import applied
from bot.review.imports.entries import paper_of
from bot.store import config, files, papers
from tests.render.cmark import html

EXAMPLES = Path(__file__).parents[1] / "examples/adoption"
IMPORTED = Path(__file__).parents[1] / "examples/importers"
LISTS = sorted(path for path in IMPORTED.glob("*.md") if path.name != "README.md")
STYLES = sorted(path for path in EXAMPLES.glob("*.md") if path.name != "README.md")


def source(readme: str) -> InitSource:
    return InitSource(
        readme=readme, repository="ann/list", bot="bot/list@" + "a" * 40, day="2026-11-30"
    )


def adopted(folder: Path, readme: str) -> Init:
    """Make a list of a README, and write it."""
    (folder / files.README).write_bytes(readme.encode())
    found = init(folder, source(readme))
    files.write(folder, found.files)
    return found


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def without_marks(readme: str) -> str:
    """Take out the lines that are marks, and the empty block for what has no place."""
    bare = re.sub(r"(?m)^[ \t]*<!-- /?bot:papers:\S+ -->\r?\n", "", readme)
    return re.sub(r"(?:\r?\n){2}<!-- bot:papers -->(?:\r?\n){4}<!-- /bot:papers -->", "", bare)


def seen(readme: str) -> str:
    """Give what GitHub makes of a README, without comments and blanks between elements."""
    bare = re.sub(r"<!--.*?-->", "", html(readme), flags=re.DOTALL)
    return re.sub(r"\s*(<[^<>]*>)\s*", r"\1", bare).strip()


def catalog(folder: Path) -> Catalog:
    return papers.parse(text_of(folder / files.PAPERS))


def bare(slug: str) -> Paper:
    """Give a work of which little is known, as of many a new one."""
    return Paper(
        id=f"bare-{slug}",
        title="A Bare Work",
        category=slug,
        date="2026-11",
        ids=("arxiv:2611.00002",),
        links=(Link(kind="paper", url="https://arxiv.org/abs/2611.00002"),),
        added="2026-11-30",
    )


def new(slug: str) -> Paper:
    return Paper(
        id=f"new-{slug}",
        title="A New Work [Draft]",
        category=slug,
        authors=("Ann Lee", "Bo Chan"),
        date="2026-11",
        venue=Venue(name="ICML", year=2026),
        ids=("arxiv:2611.00001",),
        links=(
            Link(kind="paper", url="https://arxiv.org/abs/2611.00001"),
            Link(kind="code", url="https://github.com/ann/work"),
        ),
        added="2026-11-30",
    )


def with_new(folder: Path) -> str:
    """Give the README with a new entry in each category that the owner has given a place."""
    listing = config.parse(text_of(folder / files.LIST))
    before = catalog(folder)
    text = text_of(folder / files.README)
    slugs = sorted({paper.category for paper in before.papers})
    for paper in [*map(new, slugs), *map(bare, slugs)]:
        after = applied(before, [Change(after=paper)])
        text = patched({files.README: text}, before, after, listing)[files.README]
        before = after
    return text


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_a_readme_comes_back_and_new_entries_look_like_its_own(path: Path, tmp_path: Path) -> None:
    readme = text_of(path)

    found = adopted(tmp_path, readme)

    there = text_of(tmp_path / files.README)
    assert without_marks(there) == readme
    assert seen(there) == seen(readme)
    assert found.same == found.lines > 0
    assert not compared(tmp_path).stale
    assert not init(tmp_path, source(there)).files
    old = set(there.splitlines())
    lines = [line for line in with_new(tmp_path).splitlines() if line not in old]
    said = [*lines, "", f"{found.exact} of {found.entries}"]
    said += [f"left: {text}" for text in (*found.lost, *found.leftovers)]
    assert "\n".join(said) + "\n" == path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_every_entry_of_a_readme_stands_in_its_section(path: Path, tmp_path: Path) -> None:
    readme = text_of(path)
    adopted(tmp_path, readme)
    listing = config.parse(text_of(tmp_path / files.LIST))

    ours = {
        (paper.title, *listing.path(slug))
        for paper in catalog(tmp_path).papers
        for slug in (paper.category, *paper.also_in)
    }

    theirs = {
        (paper_of(entry, "x", "x", "2026-11-30").title, *entry.section)
        for entry in read(readme).entries
    }
    assert ours == theirs


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_whatever_else_can_be_imported_comes_back_too(path: Path, tmp_path: Path) -> None:
    readme = text_of(path)

    found = init(tmp_path, source(readme))

    (there,) = (file.text for file in found.files if file.path == files.README)
    assert without_marks(there).rstrip() == readme.rstrip() or not found.lines


def test_entries_in_blocks_of_code_stand_in_a_table_below_them(tmp_path: Path) -> None:
    found = adopted(tmp_path, text_of(IMPORTED / "bibtex-blocks.md"))

    assert found.doubts == (
        "README.md: the entries stand in a table at its end now; take the old ones out",
    )
    assert "| Splitwise: Efficient" in text_of(tmp_path / files.README)


@pytest.mark.parametrize("odd", ["x" * 20_001, "a\u2028b", "a\x0bb", "<!-- bot:papers:x -->"])
def test_lines_that_cannot_be_kept_stay_as_they_are_and_are_named(odd: str, tmp_path: Path) -> None:
    item = "- [A Work Beside It](https://arxiv.org/abs/2212.00001)\n"
    last = f"- [The Last Work](https://arxiv.org/abs/2212.00002) {odd}\n"
    table = f"| Title | Note |\n| --- | --- |\n| A Work in a Table | {odd} |\n"
    readme = f"# L\n\n## S\n\n{item}{last}\n## T\n\n{table}"

    found = adopted(tmp_path, readme)

    there = text_of(tmp_path / files.README)
    assert without_marks(there) == without_marks(readme)
    assert f"{item}<!-- /bot:papers:s -->" in there
    assert "The Last Work" in " ".join((*found.lost, *found.leftovers))


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# Fine Papers 🕸️ [![Awesome](https://a.b/c.svg)](https://a.b)", "Fine Papers 🕸"),
        ("# [Fine *Papers*](https://a.b) ![](c.png)", "Fine Papers"),
        ("<h1 align='center'>Fine <img src='c.png'> Papers &amp; Code</h1>", "Fine Papers & Code"),
        ("# ![Fine](logo.png)", "list"),
    ],
)
def test_the_list_is_called_what_its_first_heading_says(
    heading: str, title: str, tmp_path: Path
) -> None:
    readme = f"{heading}\n\nPapers on *fine* things, by hand.\n\n## S\n\n- [A](https://arxiv.org/abs/2212.00001)\n"
    listing = init(tmp_path, source(readme)).listing
    assert listing.title == title
    assert listing.introduction == "Papers on fine things, by hand."


def test_a_line_that_its_owner_adds_by_hand_is_taken_in_where_it_stands(tmp_path: Path) -> None:
    adopted(tmp_path, text_of(EXAMPLES / "dates-first.md"))
    place = tmp_path / files.README
    before = text_of(place)
    keys = {p.id: [each.key for each in p.printed] for p in catalog(tmp_path).papers}
    line = "- [2022/12] **A Work by Hand** | [[paper]](https://arxiv.org/abs/2212.00001)\n"
    edited = before.replace("- [2022/10]", f"{line}- [2022/10]")
    place.write_text(edited, "utf-8")

    files.write(tmp_path, init(tmp_path, source(edited)).files)

    assert text_of(place) == edited
    now = {p.id: [each.key for each in p.printed] for p in catalog(tmp_path).papers}
    (new,) = set(now) - set(keys)
    assert {id_: now[id_] for id_ in keys} == keys
    assert now[new][0] > now["tree-of-thoughts-deliberate-problem-solving-with-large"][0]


def test_a_changed_entry_is_written_by_the_template_and_no_other_line_changes(
    tmp_path: Path,
) -> None:
    adopted(tmp_path, text_of(EXAMPLES / "emoji-bold-badges.md"))
    before, listing = catalog(tmp_path), config.parse(text_of(tmp_path / files.LIST))
    (orca,) = (paper for paper in before.papers if paper.short_name == "Orca")
    after = applied(
        before, [Change(before=orca, after=orca.model_copy(update={"title": "Orca, Again"}))]
    )
    readme = text_of(tmp_path / files.README)

    now = patched({files.README: readme}, before, after, listing)[files.README]

    (old,) = set(readme.splitlines()) - set(now.splitlines())
    (new,) = set(now.splitlines()) - set(readme.splitlines())
    assert old.startswith("* **Orca**: [Orca: A Distributed")
    assert new.startswith("* **Orca**: [Orca, Again](")


def test_without_a_readme_a_list_begins_with_one(tmp_path: Path) -> None:
    found = init(tmp_path, source(""))
    files.write(tmp_path, found.files)

    assert found.listing.title == "list"
    assert not compared(tmp_path).stale
    assert not init(tmp_path, source(text_of(tmp_path / files.README))).files
    assert {file.path for file in found.files} == {
        *(files.README, files.LIST, files.PAPERS, ".github/dependabot.yml"),
        *(f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("config", "correction", "paper")),
        *(f".github/workflows/{name}.yml" for name in ("reconcile", "submissions")),
    }
