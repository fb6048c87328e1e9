"""Do files change all at once or not at all, and only below the root?"""

import os
import tempfile
from pathlib import Path

import pytest

from bot.errors import InvalidError, UsageError
from bot.model.github.outcome import FileText
from bot.store import files


def test_texts_are_read_back_byte_for_byte(tmp_path: Path) -> None:
    text = "\ufeffone\r\ntwo\rthree\n"
    files.write(tmp_path, [FileText("a/b.md", text)])
    assert files.read(tmp_path, "a/b.md") == text
    assert (tmp_path / "a/b.md").read_bytes() == text.encode()


def test_folders_are_made_however_deep_a_file_lies(tmp_path: Path) -> None:
    files.write(tmp_path, [FileText(".github/ISSUE_TEMPLATE/paper.yml", "name: Paper\n")])

    assert files.read(tmp_path, ".github/ISSUE_TEMPLATE/paper.yml") == "name: Paper\n"


def test_a_file_is_written_beside_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # From another file system it could not be renamed in one step.
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    real, beside = os.fsync, list[list[str]]()

    def sync(handle: int) -> None:
        beside.append([path.name for path in (tmp_path / "data").iterdir()])
        real(handle)

    monkeypatch.setattr(os, "fsync", sync)
    files.write(tmp_path, [FileText("data/papers.json", "[]\n")])

    [[name]] = beside
    assert name.startswith(".papers.json.")
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["papers.json"]


def test_of_two_texts_for_one_place_the_last_stays(tmp_path: Path) -> None:
    texts = [FileText("README.md", "old\n"), FileText("README.md", "new\n")]
    files.write(tmp_path, texts)
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
    assert (tmp_path / "README.md").read_text("utf-8") == "new\n"


def test_only_texts_that_differ_count_as_changed(tmp_path: Path) -> None:
    files.write(tmp_path, [FileText("same", "1"), FileText("other", "1")])
    texts = [FileText("same", "1"), FileText("other", "2"), FileText("new", "3")]
    assert files.changed(tmp_path, texts) == texts[1:]


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("old")
    (tmp_path / "README.md").chmod(0o640)
    files.write(tmp_path, [FileText("README.md", "new")])
    assert (tmp_path / "README.md").stat().st_mode & 0o777 == 0o640


def test_an_interrupted_write_leaves_every_file_old_or_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.write(tmp_path, [FileText("one", "old"), FileText("two", "old")])
    real, calls = os.fsync, []

    def full_disk(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(UsageError, match="cannot be written: No space left on device"):
        files.write(tmp_path, [FileText("one", "new"), FileText("two", "new")])
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "one": "old",
        "two": "old",
    }


def test_nothing_is_written_outside_the_root(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (root / "link").symlink_to(outside)
    for path in ("../outside/file", "link/file", str(outside / "file")):
        with pytest.raises(UsageError):
            files.write(root, [FileText(path, "text")])
    assert not list(outside.iterdir())


def test_bytes_that_are_no_utf8_are_named_by_their_line() -> None:
    with pytest.raises(InvalidError, match=r"README\.md:2: this is not UTF-8"):
        files.decode(b"one\ntwo \xff\n", "README.md")


def test_the_root_is_found_from_below(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/list.toml").touch()
    (tmp_path / "a/b").mkdir(parents=True)
    assert files.find_root(tmp_path / "a/b") == tmp_path
    with pytest.raises(UsageError, match=r"no data/list\.toml"):
        files.find_root(tmp_path.parent)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_somebody_elses_file_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "refs.csv").write_bytes("title\nCafé – größer\n".encode(encoding))
    text, found = files.read_foreign(tmp_path / "refs.csv")
    assert (text.lstrip("\ufeff"), found) == ("title\nCafé – größer\n", encoding)


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"\x81\x8d\x00", b"\xff\xfea\xd8"])
def test_bytes_in_no_encoding_are_read_as_far_as_possible(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "refs.csv").write_bytes(raw)
    assert files.read_foreign(tmp_path / "refs.csv")[1] == "windows-1252"


def test_somebody_elses_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match=r"refs\.csv: cannot be read"):
        files.read_foreign(tmp_path / "refs.csv")


def test_a_text_that_cannot_be_encoded_leaves_nothing_beside_its_place(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        files.write(tmp_path, [FileText("one", "new"), FileText("two", "\ud800")])

    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_goes_and_nothing_that_looks_alike(tmp_path: Path) -> None:
    for name in (".one.x1.bot-tmp", ".two.x1.bot-tmp", ".one.x1", "one.x1.bot-tmp"):
        (tmp_path / name).touch()

    files.write(tmp_path, [FileText("one", "new")])

    kept = [".one.x1", ".two.x1.bot-tmp", "one", "one.x1.bot-tmp"]
    assert sorted(path.name for path in tmp_path.iterdir()) == kept


def test_a_new_file_is_for_everybody_to_read(tmp_path: Path) -> None:
    files.write(tmp_path, [FileText("one", "new")])

    assert (tmp_path / "one").stat().st_mode & 0o777 == 0o644


def test_a_repository_is_found_from_below_and_else_it_is_the_place_itself(tmp_path: Path) -> None:
    below = tmp_path / "a/b"
    below.mkdir(parents=True)
    assert files.find_repository(below) == below

    (tmp_path / ".git").mkdir()
    assert files.find_repository(below) == tmp_path

    (tmp_path / "a/data").mkdir()
    (tmp_path / "a/data/list.toml").touch()
    assert files.find_repository(below) == tmp_path / "a"


def test_files_of_one_ending_are_named_in_order_and_no_folders(tmp_path: Path) -> None:
    for name in ("data/b.json", "data/a.json", "data/c.toml", "data/deep/d.json"):
        files.write(tmp_path, [FileText(name, "")])
    (tmp_path / "data/e.json").mkdir()

    assert files.names(tmp_path, "data", ".json") == ["data/a.json", "data/b.json"]


def test_the_bytes_that_are_no_utf8_are_shown(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_bytes(b"one\n\ntwo \xffabcdefgh\n")

    with pytest.raises(InvalidError) as error:
        files.read(tmp_path, "README.md")

    assert str(error.value) == (
        "README.md:3: this is not UTF-8; save the file as UTF-8 (found: 'ff 61 62 63 64 65 66 67')"
    )
    assert files.read_if_there(tmp_path, "other.md") is None
