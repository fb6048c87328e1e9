"""Does a README that becomes a list come back as its owner wrote it, and do new entries fit in?"""

import re
from pathlib import Path

import pytest

from bot.flows.local.init import Init, Source, init
from bot.flows.local.regenerate import compared
from bot.importers import read
from bot.model.papers.paper import Catalog, Link, Paper, Venue
from bot.model.submissions.review import Change
from bot.render.readme.patch import patched
from bot.review.apply import applied
from bot.review.imports.entries import paper_of
from bot.store import config, files, papers

EXAMPLES = Path(__file__).parents[1] / "examples/adoption"
STYLES = sorted(path for path in EXAMPLES.glob("*.md") if path.name != "README.md")


def source(readme: str) -> Source:
    return Source(
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


def catalog(folder: Path) -> Catalog:
    return papers.parse(text_of(folder / files.PAPERS))


def new(slug: str) -> Paper:
    return Paper(
        id="a-new-work",
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
    for slug in sorted({paper.category for paper in before.papers}):
        paper = new(slug).model_copy(update={"id": f"new-{slug}"})
        after = applied(before, [Change(paper)])
        text = patched({files.README: text}, before, after, listing)[files.README]
        before = after
    return text


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_a_readme_comes_back_and_new_entries_look_like_its_own(path: Path, tmp_path: Path) -> None:
    readme = text_of(path)

    found = adopted(tmp_path, readme)

    there = text_of(tmp_path / files.README)
    assert without_marks(there) == readme
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
