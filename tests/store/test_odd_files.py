"""Is whatever stands in the place of a file named, at once, with what to do?"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import InvalidError, UsageError
from bot.flows.local.outputs.validate import validate
from bot.model.github.outcome import FileText
from bot.store import config, files, papers

LIST = Path(__file__).parents[1] / "examples" / "list"
NAMES = (files.LIST, files.PAPERS, files.README)


def huge(path: Path) -> None:
    """Make a file that is larger than any that GitHub takes, without its bytes."""
    with path.open("wb") as file:
        file.truncate(files.MOST_BYTES + 1)


KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (os.mkfifo, "this is no ordinary file; put the text into one"),
    "a folder": (Path.mkdir, "cannot be read: Is a directory"),
    "a device": (
        lambda path: path.symlink_to("/dev/zero"),
        "this is no ordinary file; put the text into one",
    ),
    "a link to nowhere": (
        lambda path: path.symlink_to("gone"),
        "cannot be read: No such file or directory",
    ),
    "a link to itself": (
        lambda path: path.symlink_to(path.name),
        "cannot be read: Too many levels of symbolic links",
    ),
    "a huge file": (huge, "this is larger than 100 MB; GitHub takes no such file"),
    "bytes": (
        lambda path: path.write_bytes(b"\xff\xfe"),
        "this is not UTF-8; save the file as UTF-8",
    ),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_is_named_with_its_path(tmp_path: Path, kind: str, name: str) -> None:
    root = tmp_path / "list"
    shutil.copytree(LIST, root)
    (root / name).unlink()
    make, message = KINDS[kind]
    make(root / name)

    assert files.find_root(root) == root
    with pytest.raises(InvalidError) as error:
        validate(root)
    (problem,) = error.value.problems
    assert problem.field.partition(":")[0] == name
    assert problem.message == message


def test_a_link_in_a_circle_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")

    with pytest.raises(UsageError, match="leads to itself"):
        files.write(tmp_path, [FileText("a", "text")])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = 1\nb = " + "9" * 5_000, "data/list.toml:2: this number has too many digits"),
        ("a = [\n-0x" + "f" * 5_000, "data/list.toml:2: this number has too many digits"),
        ("\n" + "a." * 20_000 + "a = 1", "data/list.toml:2: this key has too many parts"),
        ("[" + 'a."b" . ' * 20_000 + "a]", "data/list.toml:1: this key has too many parts"),
        ("x = {" + "a." * 20_000 + "a = 1}", "data/list.toml:1: this key has too many parts"),
        ("a = " + "[" * 20_000 + "]" * 20_000, "data/list.toml: this is nested too deeply"),
        ("\n".join("[" + "a." * 49 + f"b{at}]" for at in range(90)), "data/list.toml: "),
    ],
    ids=str.__len__,
)
def test_what_takes_too_long_to_read_in_a_list_toml_is_refused(text: str, said: str) -> None:
    with pytest.raises(InvalidError) as error:
        config.parse(text)

    assert str(error.value).startswith(said)


@pytest.mark.parametrize("value", ["9" * 5_000, "-" + "9" * 4_000, "[" * 900 + "]" * 900, "1e9999"])
@pytest.mark.parametrize("key", ["issue", "note", "citations", "unknown"])
def test_a_number_or_a_nest_of_any_size_is_named_with_its_line(key: str, value: str) -> None:
    entry = f'"id": "a", "title": "b", "category": "c",\n"{key}": {value}'
    text = f'{{"schema_version": 1, "papers": [{{\n{entry}}}]}}'

    with pytest.raises(InvalidError) as error:
        papers.parse(text)
    assert {problem.field for problem in error.value.problems} == {"data/papers.json:3"}


def test_what_a_killed_run_left_behind_goes_with_the_next_write(tmp_path: Path) -> None:
    left = tmp_path / f".a.json.k1ll3d{files.ASIDE}"
    others = [tmp_path / name for name in (".a.json.swp", ".b.json.x.bot-tmp", "a.json.bak")]
    for path in (left, *others):
        path.write_text("half")

    files.write(tmp_path, [FileText("a.json", "whole")])

    assert sorted(tmp_path.iterdir()) == sorted([tmp_path / "a.json", *others])
