"""Does the command line answer, with the exit codes of the contract, on a real list?"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import validate

from bot.cli import COMMANDS, door
from bot.settings import ADDRESSES

EXAMPLES = Path(__file__).parents[1] / "examples"
NEW = EXAMPLES / "submissions/new-work.md"
LISTED = EXAMPLES / "submissions/listed-already.md"
FAULTY = EXAMPLES / "submissions/everything-wrong.md"

Bot = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a copy of the small list, to be changed."""
    return shutil.copytree(EXAMPLES / "list", tmp_path / "list")


@pytest.fixture
def bot(root: Path) -> Bot:
    """Give a function that runs the bot inside the list."""

    def run(*arguments: str | Path, stdin: str = "") -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=root,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


def contents(root: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_of_commands_says_what_each_says_of_itself(name: str) -> None:
    command = import_module(f"bot.cli.{COMMANDS[name].floor}.{name}_command").command
    assert command.name == name
    assert command.help.partition("\n")[0] == COMMANDS[name].help


def test_help_lists_every_command_and_imports_none(bot: Bot) -> None:
    answer = bot("--help")
    assert answer.returncode == 0
    for name, (_, sentence) in COMMANDS.items():
        assert f"  {name} " in answer.stdout
        assert sentence in " ".join(answer.stdout.split())
    program = "import sys, bot.cli; print(*sorted(sys.modules), sep='\\n')"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    ours = [name for name in loaded.stdout.split() if name.startswith(("bot.", "pydantic"))]
    assert ours == ["bot.cli", "bot.errors"]


def test_an_accepted_work_is_written_once_and_refused_the_second_time(bot: Bot, root: Path) -> None:
    first = bot("submit", NEW, "--json")
    assert (first.returncode, first.stderr) == (0, "")
    answer = json.loads(first.stdout)
    assert sorted(answer) == ["comment", "decision", "entries", "files", "matches", "problems"]
    assert answer["decision"] == "accepted"
    assert answer["files"] == ["data/papers.json", "README.md"]
    assert [entry["ids"] for entry in answer["entries"]] == [["arxiv:2312.07104"]]
    assert "SGLang" in (root / "README.md").read_text("utf-8")
    assert bot("validate").returncode == 0

    again = bot("submit", NEW, "--json")
    assert again.returncode == 1
    assert json.loads(again.stdout)["decision"] == "duplicate"


def test_after_a_suggestion_only_the_sums_lag(bot: Bot) -> None:
    assert bot("submit", NEW).returncode == 0
    check = bot("regenerate", "--check")
    assert check.returncode == 0
    assert "only sums over the list lag" in check.stderr
    assert "+| **All** | 8 |" in check.stdout
    assert bot("regenerate").stderr == "written: README.md\n"
    again = bot("regenerate", "--check")
    fresh = "nothing to write: all is as data/ says\n"
    assert (again.returncode, again.stdout, again.stderr) == (0, "", fresh)


def test_a_dry_run_answers_and_writes_nothing(bot: Bot, root: Path) -> None:
    before = contents(root)
    answer = bot("submit", "-", "--dry-run", stdin=NEW.read_text("utf-8"))
    assert answer.returncode == 0
    assert answer.stdout.startswith("### Thank you, this can go onto the list")
    assert answer.stderr == "would write: data/papers.json\nwould write: README.md\n"
    assert contents(root) == before


@pytest.mark.parametrize("body", [LISTED, FAULTY], ids=["listed", "faulty"])
def test_what_is_not_accepted_exits_with_1_and_writes_nothing(
    bot: Bot, root: Path, body: Path
) -> None:
    before = contents(root)
    assert bot("submit", body).returncode == 1
    assert contents(root) == before


def test_a_form_with_everything_wrong_gets_every_problem_in_form_order(bot: Bot) -> None:
    problems = json.loads(bot("submit", FAULTY, "--json").stdout)["problems"]
    assert [problem["field"] for problem in problems] == [
        "Paper link(s)",
        "Category",
        "Title",
        "Venue",
        "Code link",
        "Keywords",
    ]
    assert all(problem["value"] and problem["message"] for problem in problems)


def test_add_does_what_the_form_does(bot: Bot) -> None:
    title = "SARATHI: Efficient LLM Inference by Piggybacking Decodes with Chunked Prefills"
    answer = bot(
        "add",
        "https://arxiv.org/abs/2308.16369",
        "--category",
        "serving",
        "--title",
        title,
        "--json",
    )
    assert answer.returncode == 0
    (entry,) = json.loads(answer.stdout)["entries"]
    assert (entry["title"], entry["category"], entry["date"]) == (title, "serving", "2023-08")


def test_a_misspelt_category_is_answered_with_the_nearest(bot: Bot) -> None:
    answer = bot(
        "add", "arxiv.org/abs/2308.16369", "--category", "Servng Systems", "--title", "X Y Z"
    )
    assert answer.returncode == 1
    assert "did you mean `Serving Systems`?" in answer.stdout


def test_a_stale_readme_is_shown_as_a_diff_and_exits_with_1(bot: Bot, root: Path) -> None:
    readme = root / "README.md"
    fresh = readme.read_text("utf-8")
    readme.write_text(fresh.replace("SOSP 2023", "SOSP 1923"), "utf-8")
    check = bot("regenerate", "--check")
    assert check.returncode == 1
    assert "-| **vLLM**: [Efficient" in check.stdout
    assert "stale: README.md; run: bot regenerate" in check.stderr
    assert bot("regenerate").returncode == 0
    assert readme.read_text("utf-8") == fresh


def test_regenerate_puts_order_and_indent_of_the_data_right(bot: Bot, root: Path) -> None:
    path = root / "data/papers.json"
    canonical = path.read_text("utf-8")
    data = json.loads(canonical)
    data["papers"].reverse()
    path.write_text(json.dumps(data), "utf-8")
    assert bot("validate").returncode == 1
    assert bot("regenerate").returncode == 0
    assert path.read_text("utf-8") == canonical


BROKEN = {
    "no JSON": ("data/papers.json", '{"papers": [', "data/papers.json:1: this is not JSON"),
    "no TOML": ("data/list.toml", "title = \n", "data/list.toml:1: this is not TOML"),
    "no markers": ("README.md", "# A Small List\n", "<!-- bot:papers -->"),
    "no UTF-8": ("README.md", "caf\udce9", "README.md:1: this is not UTF-8"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_named_and_nothing_is_written(bot: Bot, root: Path, case: str) -> None:
    path, text, said = BROKEN[case]
    (root / path).write_bytes(text.encode("utf-8", "surrogateescape"))
    before = contents(root)
    for command in (["regenerate"], ["regenerate", "--check"], ["validate"], ["submit", str(NEW)]):
        answer = bot(*command)
        assert answer.returncode == 1
        assert said in answer.stderr
    assert contents(root) == before


def test_the_problems_of_both_data_files_are_told_at_once(bot: Bot, root: Path) -> None:
    (root / "data/list.toml").write_text("schema_version = 1\n", "utf-8")
    (root / "data/papers.json").write_text('{"schema_version": 1}\n', "utf-8")
    answer = bot("validate", "--json")
    assert answer.returncode == 1
    fields = [problem["field"] for problem in json.loads(answer.stdout)["problems"]]
    assert "data/list.toml" in fields
    assert "data/papers.json:1" in fields


def test_the_schema_accepts_the_list_and_no_unknown_key(bot: Bot, root: Path) -> None:
    schema = json.loads(bot("schema").stdout)
    data = json.loads((root / "data/papers.json").read_text("utf-8"))
    validate(data, schema)
    assert schema["additionalProperties"] is False


def test_duplicates_of_the_list_are_none_and_of_a_file_are_told(bot: Bot, tmp_path: Path) -> None:
    assert json.loads(bot("duplicates", "--json").stdout) == {"pairs": []}
    rows = "id,title,authors,venue,year\n1,A Very Particular Title of a Work,Ann Lee,VLDB,2001\n"
    file = tmp_path / "records.csv"
    file.write_text(rows + '2,A very particular title of a work.,"Lee, A.",VLDB,2001\n', "utf-8")
    answer = bot("duplicates", file, "--json")
    assert answer.returncode == 1
    (pair,) = json.loads(answer.stdout)["pairs"]
    assert sorted(pair) == ["a", "b", "reasons", "score", "verdict"]
    assert (pair["a"], pair["b"], pair["verdict"]) == ("1", "2", "duplicate")
    told = bot("duplicates", file).stdout.split("\n")
    assert told[0] == f"duplicate  {pair['score']:.2f}  1  2"
    assert told[1:4] == [
        "    A Very Particular Title of a Work",
        "    A very particular title of a work",
        f"    {'; '.join(pair['reasons'])}",
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "id,authors\n1,x\n", "bot: a.csv:line 1: no column is called “title”"),
        ("a.bib", "no entry", "a.bib: no record was found in it\n0 certain, 0 possible\n"),
        ("a.md", "", "a.md: no record was found in it\n0 certain, 0 possible\n"),
    ],
)
def test_a_file_without_records_is_named(
    bot: Bot, tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")

    assert bot("duplicates", tmp_path / name).stderr.startswith(said)


def test_what_has_to_wait_is_not_taken_up_again_by_a_command(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ADDRESSES:
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    answer = bot("add", "https://arxiv.org/abs/2401.99999")

    assert answer.returncode == 3
    assert answer.stderr.endswith(
        "nothing was written; run this again later, or give the title and --offline\n"
    )


def test_a_folder_that_cannot_be_made_is_said_so(bot: Bot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    answer = bot("site", tmp_path / "file/site")
    assert answer.returncode == 2
    assert answer.stderr == (
        f"bot: {tmp_path / 'file'} cannot be written: File exists; mend that, and run this again\n"
    )


def test_wrong_use_exits_with_2(bot: Bot, tmp_path: Path) -> None:
    assert bot("nonsense").returncode == 2
    assert bot("submit", "no-such-file").returncode == 2
    outside = subprocess.run(
        [sys.executable, "-m", "bot", "validate"],
        cwd=tmp_path.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outside.returncode == 2
    assert "run this inside a list, name one (--root), or make one (bot init)" in outside.stderr


def test_the_demo_shows_every_answer_and_leaves_the_list_alone(bot: Bot, root: Path) -> None:
    before = contents(root)
    answer = bot("demo")
    assert answer.returncode == 0, answer.stderr
    for heading in ("can go onto the list", "is on the list already", "needs a little work first"):
        assert heading in answer.stdout
    page = answer.stdout.rpartition("Open it in a browser: file://")[2].strip()
    assert "<title>" in Path(page).read_text("utf-8")
    assert contents(root) == before


@pytest.mark.parametrize(
    ("given", "hint"),
    [("valdate", "did you mean validate?"), ("xyzzy", "bot --help names them all")],
)
def test_a_misspelt_command_is_answered_with_the_nearest(given: str, hint: str) -> None:
    answer = CliRunner().invoke(door, [given])

    assert (answer.exit_code, answer.stderr.splitlines()[-1]) == (
        2,
        f"Error: there is no command {given!r}; {hint}",
    )
