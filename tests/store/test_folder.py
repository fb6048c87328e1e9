"""Is a made folder replaced as a whole, and no other folder ever touched?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.model.github.outcome import FileText
from bot.store.folder import MARK, replace


def contents(folder: Path) -> dict[str, str]:
    """Give every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARK
    }


def test_a_new_folder_holds_exactly_the_texts(tmp_path: Path) -> None:
    texts = [FileText("a.html", "ä\n"), FileText("deep/er/b.css", "b\r\n")]

    assert replace(tmp_path / "new/site", texts) == 2

    assert contents(tmp_path / "new/site") == {"a.html": "ä\n", "deep/er/b.css": "b\n"}
    assert (tmp_path / "new/site/deep/er/b.css").read_bytes() == b"b\r\n"


def test_what_was_made_before_goes_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(site, [FileText("old.html", "old"), FileText("same.html", "1")])

    replace(site, [FileText("same.html", "2")])

    assert contents(site) == {"same.html": "2"}
    assert list(tmp_path.iterdir()) == [site]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    replace(tmp_path, [FileText("a.html", "a")])

    assert contents(tmp_path) == {"a.html": "a"}


def test_a_folder_of_someone_else_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("mine")

    with pytest.raises(UsageError, match="holds files that are not a site made before"):
        replace(tmp_path, [FileText("a.html", "a")])

    assert contents(tmp_path) == {"thesis.tex": "mine"}


def test_a_failure_half_way_leaves_the_old_folder_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(site, [FileText("old.html", "old")])

    def texts() -> Iterator[FileText]:
        yield FileText("new.html", "new")
        raise KeyError

    with pytest.raises(KeyError):
        replace(site, texts())

    assert contents(site) == {"old.html": "old"}
    assert list(tmp_path.iterdir()) == [site]


def test_a_folder_is_marked_as_made_and_open_to_readers(tmp_path: Path) -> None:
    assert replace(tmp_path / "site", []) == 0

    assert [path.name for path in (tmp_path / "site").iterdir()] == [MARK]
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755
