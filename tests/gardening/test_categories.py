"""Do categories change their names and places without anything being lost?"""

from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.flows.local.entries.garden import Gardener, garden
from bot.flows.local.load import load
from bot.flows.local.outputs.regenerate import compared
from bot.gardening import categories
from bot.model.lists.listing import Listing
from bot.render.site.pages import site_files
from bot.store import files
from tests.adoption.test_look import EXAMPLES, adopted, text_of, without_marks
from tests.flows.on_github import paged_files

README = text_of(EXAMPLES / "table-with-own-columns.md")
SAID = "# what models see\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a list that has its owner's look, with words of the owner's in list.toml."""
    adopted(tmp_path, README)
    toml = text_of(tmp_path / files.LIST)
    blocks = toml.replace("[[categories]]\n", f"[[categories]]\n{SAID}")
    (tmp_path / files.LIST).write_text(blocks, "utf-8")
    return tmp_path


def do(root: Path, gardener: Gardener) -> Listing:
    """Garden, and give the list's configuration afterwards; all else must be right."""
    files.write(root, garden(root, gardener))
    assert not compared(root).stale
    return load(root).listing


def titles(root: Path, slug: str) -> set[str]:
    return {p.title for p in load(root).catalog.papers if slug in (p.category, *p.also_in)}


def test_a_renamed_category_keeps_its_rows_and_is_known_by_its_old_names(root: Path) -> None:
    before = titles(root, "backbones")

    listing = do(root, lambda *given: categories.rename("backbones", "Trunks", "trunks", *given))

    assert titles(root, "trunks") == before
    assert listing.by_slug["trunks"].title == "Trunks"
    assert [listing.category_of(name) for name in ("backbones", "Backbones")] == ["trunks"] * 2
    assert without_marks(text_of(root / files.README)) == README
    assert "<!-- bot:papers:trunks -->" in text_of(root / files.README)


def test_what_the_owner_wrote_in_list_toml_stays(root: Path) -> None:
    do(root, lambda *given: categories.rename("detectors", "Finders", "", *given))
    do(root, lambda *given: categories.merge(["backbones"], "detectors", *given))

    assert text_of(root / files.LIST).count(SAID) == 2


def test_merged_rows_stay_where_their_owner_has_them(root: Path) -> None:
    wanted = titles(root, "backbones") | titles(root, "detectors")

    listing = do(root, lambda *given: categories.merge(["backbones"], "detectors", *given))

    assert titles(root, "detectors") == wanted
    assert "backbones" not in listing.by_slug
    assert listing.category_of("Backbones") == "detectors"
    assert without_marks(text_of(root / files.README)) == README


def test_a_category_merged_after_it_was_renamed_is_known_by_its_first_name(root: Path) -> None:
    do(root, lambda *given: categories.rename("backbones", "Trunks", "trunks", *given))

    listing = do(root, lambda *given: categories.merge(["trunks"], "detectors", *given))

    names = ("backbones", "Backbones", "trunks", "Trunks")
    assert [listing.category_of(name) for name in names] == ["detectors"] * 4


def test_a_category_that_moves_stands_behind_its_new_parent_and_keeps_its_form_name(
    root: Path,
) -> None:
    listing = do(root, lambda *given: categories.move("backbones", "detectors", *given))

    assert listing.path("backbones") == ("Detectors", "Backbones")
    assert listing.category_of("Backbones") == "backbones"
    listing = do(root, lambda *given: categories.move("backbones", "", *given))
    assert listing.path("backbones") == ("Backbones",)
    assert listing.category_of("Detectors / Backbones") == "backbones"


def test_split_off_entries_stand_in_a_new_category(root: Path) -> None:
    some = [p.id for p in load(root).catalog.papers if p.category == "backbones"][:2]

    listing = do(root, lambda *given: categories.split("backbones", "Convolutions", some, *given))

    assert [c.slug for c in listing.categories][:2] == ["backbones", "convolutions"]
    assert len(titles(root, "convolutions")) == 2
    assert "## Convolutions" in text_of(root / files.README)


@pytest.mark.parametrize(
    ("gardener", "said"),
    [
        (
            lambda *given: categories.rename("backbone", "X", "", *given),
            "the list has no category 'backbone'; did you mean backbones?",
        ),
        (
            lambda *given: categories.rename("backbones", "X", "detectors", *given),
            "the list has a category 'detectors' already; merge the two, or choose another",
        ),
        (
            lambda *given: categories.merge(["detectors"], "detectors", *given),
            "'detectors' cannot go into itself, nor what stands above it into it",
        ),
        (
            lambda *given: categories.move("detectors", "detectors", *given),
            "'detectors' cannot stand under itself",
        ),
        (
            lambda *given: categories.split("detectors", "X", ["no-such"], *given),
            "no entry has the id 'no-such'; data/papers.json lists them",
        ),
        (
            lambda *given: categories.rename("9999", "X", "", *given),
            "the list has no category '9999'; data/list.toml names them",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    gardener: Gardener, said: str, root: Path
) -> None:
    with pytest.raises(UsageError) as caught:
        garden(root, gardener)
    assert str(caught.value) == said


def test_old_addresses_of_pages_lead_on(tmp_path: Path) -> None:
    for path, text in paged_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    old = tmp_path / "papers/serving.md"
    old.write_text(f"Mine.\n\n{text_of(old)}", "utf-8")

    listing = do(tmp_path, lambda *given: categories.rename("serving", "", "systems", *given))

    assert text_of(old) == "This page has moved: [Serving Systems](systems.md)\n"
    assert text_of(tmp_path / "papers/systems.md").startswith("Mine.\n")
    pages = {file.path: file.text for file in site_files(load(tmp_path).catalog, listing)}
    assert 'content="0; url=systems.html"' in pages["category/serving.html"]
