"""Do two commands that write at once lose nothing of each other's work?"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.store import files, papers
from bot.store.lock import alone

LIST = Path(__file__).parents[1] / "examples" / "list"


def test_who_comes_second_says_so_and_waits(tmp_path: Path) -> None:
    said: list[str] = []
    program = (
        "import sys; from pathlib import Path; from bot.store.lock import alone\n"
        f"with alone(Path({str(tmp_path)!r}), lambda words: print(words, flush=True)): print('in')"
    )
    with alone(tmp_path, said.append):
        second = subprocess.Popen(
            [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True
        )
        assert second.stdout
        assert second.stdout.readline() == (
            f"another command is changing {tmp_path}; waiting until it is done\n"
        )
        assert second.poll() is None
    assert second.communicate(timeout=60)[0] == "in\n"
    assert said == []
    assert list(tmp_path.iterdir()) == []


def test_commands_at_once_all_leave_their_entries(tmp_path: Path) -> None:
    root = tmp_path / "list"
    shutil.copytree(LIST, root)
    titles = ("Sunrise Over Quiet Harbours", "Graphs of Wandering Bees", "Letters to a Compiler")
    running = [
        subprocess.Popen(
            [
                *(sys.executable, "-m", "bot", "add", f"https://example.org/{number}"),
                *("--title", title, "--category", "Serving Systems"),
                *("--root", str(root), "--offline"),
            ],
            stdout=subprocess.DEVNULL,
        )
        for number, title in enumerate(titles)
    ]

    assert [each.wait(timeout=120) for each in running] == [0, 0, 0]
    listed = {paper.title for paper in papers.parse(files.read(root, files.PAPERS)).papers}
    assert listed >= set(titles)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(UsageError, match="gone cannot be opened: No such file"),
        alone(tmp_path / "gone", print),
    ):
        pass
