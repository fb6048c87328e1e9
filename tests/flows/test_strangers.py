"""Can a stranger's text do anything but be shown, wherever he writes it?"""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.flows.github.decide.review_issue import digest_of
from bot.lifecycle.orders import Orders
from bot.model.base import LONGEST_TITLE
from bot.model.github.world import Issue
from bot.model.papers.metadata import Metadata, Sourced
from bot.model.papers.paper import Venue
from bot.model.submissions.memory import remembered
from bot.store import files
from bot.text.clean import clean
from tests.flows import harm
from tests.flows.on_github import BOT, Stage, arxiv
from tests.flows.processes import environment
from tests.github_server.server import serving

TEXTS = {
    path.stem: path.read_text("utf-8")
    for path in sorted((Path(__file__).parents[1] / "examples" / "strangers").glob("*.md"))
    if path.name != "README.md"
} | {"65,536 characters": "wyvern @mia #1\n" * 4_000}
LONGEST_BODY = 65_536
NAMES = {
    "links": "Paper link(s)",
    "category": "Category",
    "title": "Title",
    "venue": "Venue",
    "code": "Code link",
    "keywords": "Keywords",
    "why": "Why it belongs here",
    "entry": "Which entry",
    "action": "What should happen",
    "wrong": "What is wrong",
    "right": "What it should be",
}
ANY = frozenset({"title", "short_name", "id", "kind", "links", "ids"})
# What a row of the README is made of.
SHOWN = ("title", "short_name", "category", "venue", "date", "links")
Answers = dict[str, str]


class Place(NamedTuple):
    """Where a text may be written, and which keys of the entry it may then set."""

    answers: Callable[[str], Answers]
    may_set: frozenset[str] = frozenset()


def paper(**given: str) -> Callable[[str], Answers]:
    """Fill in the paper form; `{}` is the stranger's text, `{link}` the link of a work."""
    usual = {
        "links": "{link}",
        "category": "Serving Systems",
        "title": "A Cache of Keys",
        "venue": "NSDI 2024",
        "code": "https://github.com/ada/{number}",
        "keywords": "paging",
        "why": "It pages.",
    }
    return lambda text: {key: put(value, text) for key, value in (usual | given).items()}


def correction(**given: str) -> Callable[[str], Answers]:
    """Fill in the correction form."""
    usual = {
        "entry": "vllm",
        "action": "Change the entry",
        "wrong": "The year.",
        "right": "venue: SOSP 2024",
    }
    return lambda text: {key: put(value, text) for key, value in (usual | given).items()}


def put(value: str, text: str) -> str:
    """Put a stranger's text where `{}` stands."""
    return value.replace("{}", text)


PLACES = {
    "links, beside": Place(paper(links="{link} {}"), ANY),
    "links, below": Place(paper(links="{link}\n{}"), ANY),
    "links, alone": Place(paper(links="{}"), ANY | {"venue", "keywords"}),
    "category": Place(paper(category="{}")),
    "title": Place(paper(title="{}"), ANY - {"links", "ids"}),
    "venue": Place(paper(venue="{}"), frozenset({"venue"})),
    "code": Place(paper(code="{}"), frozenset({"links", "ids"})),
    "keywords": Place(paper(keywords="{}"), frozenset({"keywords"})),
    "why": Place(paper(why="{}")),
    "entry": Place(correction(entry="{}"), frozenset({"venue"})),
    "action": Place(correction(action="{}")),
    "wrong": Place(correction(wrong="{}"), frozenset({"venue"})),
    "right": Place(correction(right="{}"), ANY | {"note"}),
    "right, title": Place(correction(right="title: {}"), ANY),
    "right, note": Place(correction(right="note: {}"), frozenset({"note"})),
    "reason": Place(correction(action="Remove the entry", wrong="{}", right="_No response_")),
}


def body(answers: Answers, number: int) -> str:
    """Write the body of an issue as the form does, no longer than GitHub takes it."""
    parts = (f"### {NAMES[key]}\n\n{value}" for key, value in answers.items())
    text = "\n\n".join(parts).replace("{link}", arxiv(number)).replace("{number}", str(number))
    return text[:LONGEST_BODY]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list beside which an issue stands that concerns nobody, as number 1."""
    made = Stage(tmp_path, in_memory=True)
    assert made.world.open_issue("zoe", "The table is wide", "Could it be narrower?") == harm.VICTIM
    return made


def judge(stage: Stage) -> None:
    """Assert that nothing which the bot wrote does harm, and that nobody else was touched."""
    state = stage.world.state
    found = [
        f"{number}: {each}"
        for number, issue in state.issues.items()
        for post in (issue, *issue.comments)
        if post.author.login == BOT
        for each in harm.in_comment(post.body)
    ]
    for number, issue in state.issues.items():
        if issue.pull:
            found += [f"{number}: {each}" for each in harm.in_words(issue.title)]
    found += commit_harm(stage)
    assert found == []
    victim = stage.world.issue(harm.VICTIM)
    assert (victim.state, victim.body, victim.comments) == ("open", "Could it be narrower?", [])
    for name in state.repo.refs.matching("refs/heads/"):
        assert re.fullmatch(r"refs/heads/(?:main|suggest/issue-[0-9]+(?:-[0-9]+)?)", name)


def commit_harm(stage: Stage) -> Iterator[str]:
    """Name what the messages of the bot's commits do besides naming entries; git reads them."""
    repo = stage.world.state.repo
    form = "--format=%s%x01%B%x01%(trailers:only,unfold)%x02"
    for found in repo.git("log", "--branches", "--author=bot", form).split("\x02")[:-1]:
        subject, message, trailers = found.strip().split("\x01")
        yield from harm.in_words(subject)
        names = [line.partition(": ")[0] for line in trailers.strip().splitlines()]
        if names not in (["Submission", "Entries", "Co-authored-by"], []):
            yield f"trailers {trailers}"
        rest = message.removeprefix(subject).replace(trailers.strip(), "").strip()
        yield from (
            f"message {line}"
            for line in rest.splitlines()
            if not re.fullmatch("- [a-z0-9-]+", line)
        )


def entries(stage: Stage, branch: str) -> dict[str, dict[str, Any]]:
    """Give the entries on a branch by their ids."""
    found = json.loads(stage.world.read_file(branch, files.PAPERS))["papers"]
    return {each["id"]: each for each in found}


def judge_branch(stage: Stage, number: int, may_set: frozenset[str], usual: dict[str, Any]) -> None:
    """Assert that a suggestion's branch adds its entries and their rows, and changes no more."""
    branch = f"suggest/issue-{number}"
    if stage.world.state.repo.branch(branch) is None:
        return
    before, after = entries(stage, "main"), entries(stage, branch)
    changed = {id_: each for id_, each in after.items() if before.get(id_) != each}
    for id_, entry in changed.items():
        was = before.get(id_, usual)
        others = {key for key in {*was, *entry} if was.get(key) != entry.get(key)} - may_set
        assert others <= {"date", "added", "issue"} - set(before.get(id_, {})), (others, entry)
    texts = [stage.world.read_file(each, files.README).splitlines() for each in ("main", branch)]
    old, new = map(Counter, texts)
    added, gone = list((new - old).elements()), list((old - new).elements())
    assert len(added) == sum(row_of(before, id_) != row_of(after, id_) for id_ in after)
    assert len(gone) == sum(row_of(before, id_) != row_of(after, id_) for id_ in before)
    addresses = {link["url"] for each in changed.values() for link in each.get("links", ())}
    assert [each for row in added for each in harm.in_row(row, addresses)] == []


def row_of(found: dict[str, dict[str, Any]], id_: str) -> list[Any]:
    """Give what the README shows of an entry."""
    return [found.get(id_, {}).get(key) for key in SHOWN]


by_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


@by_text
def test_a_text_in_any_field_is_only_shown(stage: Stage, text: str) -> None:
    numbers = {}
    for at, (name, place) in enumerate(PLACES.items(), 1):
        label = "suggestion" if "links" in place.answers("") else "correction"
        asked = body(place.answers(text), at)
        numbers[name] = stage.world.open_issue(f"s{at}", "A paper", asked, (label,))
    stage.sweep()

    judge(stage)
    for at, (name, place) in enumerate(PLACES.items(), 1):
        usual = {
            "id": "a-cache-of-keys",
            "title": "A Cache of Keys",
            "category": "serving",
            "venue": {"name": "NSDI", "year": 2024},
            "ids": [f"arxiv:2501.{at:05d}"],
            "links": [
                {"kind": "paper", "url": arxiv(at)},
                {"kind": "code", "url": f"https://github.com/ada/{at}"},
            ],
            "keywords": ["paging"],
        }
        judge_branch(stage, numbers[name], place.may_set, usual)


@by_text
def test_what_the_services_say_is_only_shown_and_lands_as_one_row(stage: Stage, text: str) -> None:
    line = clean(text)[:LONGEST_TITLE]
    stage.services.known["arxiv:2501.00001"] = Metadata(
        title=Sourced(line, "arxiv"),
        authors=Sourced((line, "Ada Lovelace"), "arxiv"),
        venue=Sourced(Venue(name=line, year=2024), "crossref"),
    )
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    judge(stage)
    stage.world.comment(2, "mia", "/approve")
    stage.sweep()

    judge(stage)
    assert stage.world.issue(2).state == "closed"
    assert len(stage.titles()) == 8
    stage.quiet()


@by_text
def test_a_title_of_an_issue_is_nothing_to_the_bot(stage: Stage, text: str) -> None:
    stage.world.open_issue("ann", text[:250], body(paper()(""), 1), ("suggestion",))
    stage.sweep()

    judge(stage)
    wrote = [stage.comment(2), *(each.title + each.body for each in stage.pulls(2))]
    assert not [each for each in wrote if harm.CANARY in each]


@by_text
def test_a_comment_by_a_stranger_changes_nothing(stage: Stage, text: str) -> None:
    stage.suggest("ann", arxiv(1), "A Cache of Keys")
    stage.sweep()
    (pull,) = stage.pulls(2)
    written, head = (pull.title, pull.body, stage.state(2)), pull.opened.head_sha
    stage.world.comment(2, "eve", text)
    stage.world.comment(pull.number, "eve", text)
    stage.sweep()

    assert ((pull.title, pull.body, stage.state(2)), pull.opened.head_sha) == (written, head)
    judge(stage)
    assert [each.body for each in stage.world.issue(2).comments if each.author.login != BOT] == [
        text
    ]
    stage.quiet()


@pytest.mark.parametrize("command", ["decline", "hold", "category", "set title", "set note"])
@by_text
def test_what_stands_behind_a_command_is_only_shown(stage: Stage, command: str, text: str) -> None:
    line = " ".join(text.split())[:900]
    stage.suggest("ann", arxiv(1), "A Cache of Keys")
    stage.world.comment(2, "mia", f"/{command} {line}")
    stage.sweep()

    judge(stage)
    stage.quiet()


FORGED = """<!-- bot:answer -->
### Approved

<!-- bot:memory {"digest":"DIGEST","works":[{"title":"wyvern"}],"found":[{"metadata":{}}]} -->"""


def test_what_looks_like_the_bots_own_comment_is_nobodys(stage: Stage) -> None:
    stage.services.learn("A Cache of Keys", "arxiv:2501.00001")
    issue = Issue(number=2, title="", body=body(paper()(""), 1), author="ann", created_at="")
    forged = FORGED.replace("DIGEST", digest_of(issue, Orders()))
    stage.world.open_issue("ann", "A paper", issue.body, ("suggestion",))
    stage.world.comment(2, "eve", forged)
    stage.sweep()

    assert stage.services.asked == [("arxiv:2501.00001",)]
    assert stage.world.issue(2).comments[0].body == forged
    assert "`A Cache of Keys`" in stage.comment(2)


def test_a_memory_in_the_text_of_an_issue_is_never_read(stage: Stage) -> None:
    stage.services.learn("A Cache of Keys", "arxiv:2501.00001")
    forged = FORGED.replace("DIGEST", "0" * 64)
    number = stage.world.open_issue(
        "ann", "A paper", f"{forged}\n\n{body(paper()(''), 1)}\n\n{forged}"
    )
    stage.world.edit_issue(number, "mia", labels=["suggestion"])
    stage.sweep()

    (own,) = [each for each in stage.world.issue(number).comments if each.author.login == BOT]
    assert remembered(own.body) != remembered(forged)
    stage.quiet()
    assert stage.services.asked == [("arxiv:2501.00001",)]


def test_a_flood_of_odd_commands_leaves_a_comment_that_github_takes(stage: Stage) -> None:
    stage.suggest("ann", arxiv(1), "A Cache of Keys")
    letters = "abcdefghijklmnopqrst"
    for one in letters:
        stage.world.comment(2, "ann", "\n".join(f"/{one}{other}{one}{other}" for other in letters))
    stage.sweep()

    assert len(stage.comment(2)) < 3_000
    assert "there is no command `/tttt`" in stage.comment(2).casefold()
    stage.quiet()


def test_no_line_of_the_log_or_the_summary_is_a_command(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    for name in ("workflow-syntax", "html", "invisible-characters"):
        title = " ".join(TEXTS[name].split())[:LONGEST_TITLE]
        stage.suggest(name, f"https://ada.example/{name}", title)
    summary = tmp_path / "summary.md"
    command = [sys.executable, "-m", "bot", "reconcile", "--all", "--root", str(tmp_path / "clone")]
    with serving(stage.world.hub) as url:
        given = environment(url) | {"GITHUB_STEP_SUMMARY": str(summary)}
        log = subprocess.run(command, env=given, capture_output=True, text=True, check=True).stdout

    assert "open a pull request" in log
    assert {line[:2] for line in log.splitlines()} == {"- "}
    assert len(log.splitlines()) == len(summary.read_text("utf-8").splitlines())
    assert not list(harm.in_comment(summary.read_text("utf-8")))


@pytest.mark.parametrize(
    "text",
    [
        "<details>\n<summary>wyvern</summary>\n\na\n\n</details>",
        "a\n\n</details>",
        "<details>\n<summary>Its row in the README</summary>\n\na",
        "<summary>Its row in the README</summary>",
        "<details>\n<summary>Its row in the README</summary>\n\n</details>\n\n</details>",
    ],
)
def test_a_fold_that_is_not_the_bots_own_would_be_seen(text: str) -> None:
    assert list(harm.in_comment(text))
    own = "<details>\n<summary>Its row in the README</summary>\n\na\n\n</details>"
    assert not list(harm.in_comment(own))
