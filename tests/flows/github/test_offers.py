"""Is a pull request that edits the list by hand taken as a submission, and any other left alone?"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.model.papers.metadata import Metadata, Sourced
from bot.model.papers.paper import Venue
from bot.model.state import State
from bot.render.github.submissions.answer import MARKER
from bot.store import config, files, papers
from tests.flows.on_github import BOT, Stage, arxiv, example_files, paged_files, with_rows

TITLE = "Fine System Number 1"
ROW = f"| [{TITLE}]({arxiv(1)}) | ICML 2025 | 2025-01 | [code](https://github.com/fine/one) |"
BULLET = f"- [{TITLE}]({arxiv(1)}), ICML 2025 [[code](https://github.com/fine/one)]"
BELOW = "\n\n## Attention\n"
ORCA = "orca-a-distributed-serving-system-for-transformer-based"
VLLM = "efficient-memory-management-for-large-language-model-serving"
Edit = Callable[[str], str]


def right_files() -> dict[str, str]:
    """Give the example list as a check wants it."""
    given = example_files()
    catalog = papers.parse(given[files.PAPERS])
    listing = config.parse(given[files.LIST])
    given[files.PAPERS] = papers.dump(catalog)
    given[files.README] = with_rows(given[files.README], catalog, listing)
    return given


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a list that is right, and services that know two works."""
    return begun(tmp_path, right_files())


def begun(folder: Path, given: dict[str, str]) -> Stage:
    stage = Stage(folder, given, in_memory=True)
    for number in (1, 2):
        stage.services.learn(f"Fine System Number {number}", f"arxiv:2501.{number:05d}")
    stage.world.pass_time(60)
    return stage


def added(row: str) -> Edit:
    """Put a row below those of the first category."""
    return lambda readme: readme.replace(BELOW, f"\n{row}{BELOW}", 1)


def replaced(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


def offer(
    stage: Stage, *edits: Edit, path: str = files.README, who: str = "ann", **said: str
) -> int:
    """Let somebody open a pull request from their fork that edits a file."""
    text = stage.main(path)
    for edit in edits:
        text = edit(text)
    title = said.get("title", "Update README.md")
    return stage.world.pull_from_fork(who, {path: text}, title, said.get("body", ""))


def entries(stage: Stage) -> dict[str, dict[str, object]]:
    return {each["id"]: each for each in json.loads(stage.main(files.PAPERS))["papers"]}


def land(stage: Stage, number: int) -> None:
    stage.world.comment(number, "mia", "/approve")
    stage.event(number)
    assert stage.state(number) is State.ACCEPTED, stage.comment(number)
    assert stage.world.issue(number).state == "closed"
    assert not stage.world.issue(number).opened.merged_at


def test_an_added_row_becomes_the_bots_pull_request_and_lands(stage: Stage) -> None:
    number = offer(stage, added(ROW), body="It serves many.")
    stage.event(number)

    assert stage.state(number) is State.READY
    pull = stage.pull(number)
    assert pull.title == f"Add {TITLE}"
    assert f"Suggested by `ann` in #{number}. That one edits by hand" in pull.body
    assert "It serves many." in pull.body
    message = stage.world.state.repo.objects.commit(pull.opened.head_sha).message
    assert f"Co-authored-by: ann <{stage.world.issue(number).author.number}+ann@users" in message
    comment = stage.comment(number)
    assert comment.startswith(f"{MARKER}\n### Thank you, this can go onto the list\n")
    assert f"the bot has made the same change there, in pull request #{pull.number}" in comment
    stage.quiet()
    land(stage, number)
    stage.quiet()
    (entry,) = [each for each in entries(stage).values() if each["title"] == TITLE]
    assert entry["venue"] == {"name": "ICML", "year": 2025}
    assert entry["category"] == "serving"
    assert entry["links"] == [
        {"kind": "paper", "url": arxiv(1)},
        {"kind": "code", "url": "https://github.com/fine/one"},
    ]
    assert entry["issue"] == number


@pytest.mark.parametrize(
    "row",
    [
        BULLET,
        f"* **{TITLE}** [paper]({arxiv(1)}) [code](https://github.com/fine/one) (ICML 2025)",
        f"| {TITLE} | ICML 2025 |  | [paper]({arxiv(1)}) [code](https://github.com/fine/one) |",
        f"1. Ada Adams. [{TITLE}]({arxiv(1)}). ICML 2025. [code](https://github.com/fine/one)",
    ],
    ids=["bullet", "bold", "row without a linked title", "number"],
)
def test_whatever_a_work_is_written_as_it_is_read_as_an_import_reads_it(
    stage: Stage, row: str
) -> None:
    number = offer(stage, added(f"\n{row}\n" if not row.startswith("|") else row))
    stage.sweep()
    assert stage.state(number) is State.READY, stage.comment(number)
    land(stage, number)
    (entry,) = [each for each in entries(stage).values() if each["title"] == TITLE]
    assert entry["venue"] == {"name": "ICML", "year": 2025}
    assert "https://github.com/fine/one" in str(entry["links"])


def test_a_changed_row_changes_its_entry_and_nothing_else(stage: Stage) -> None:
    before = entries(stage)[VLLM]
    number = offer(stage, replaced("| SOSP 2023 | 2023-09 |", "| SOSP 2024 | 2023-09 |"))
    stage.event(number)
    assert stage.pull(number).title.startswith("Change Efficient Memory Management")
    assert "- **Venue**: `SOSP 2023` → `SOSP 2024`" in stage.comment(number)
    land(stage, number)
    assert entries(stage)[VLLM] == before | {"venue": {"name": "SOSP", "year": 2024}}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("SOSP", "the venue `SOSP 2024`: confirmed by `crossref`"),
        ("OSDI", "the venue `SOSP 2024`: `crossref` says `OSDI 2024`"),
    ],
)
def test_beside_a_changed_venue_stands_what_the_services_say_and_new_works_come_along(
    stage: Stage, name: str, told: str
) -> None:
    venue = Sourced(Venue(name=name, year=2024), "crossref")
    stage.services.known["arxiv:2309.06180"] = Metadata(venue=venue)
    edit = replaced("| SOSP 2023 | 2023-09 |", "| SOSP 2024 | 2023-09 |")
    number = offer(stage, edit, added(ROW))
    stage.sweep()
    assert stage.state(number) is State.READY, stage.comment(number)
    assert told in stage.comment(number)
    assert told in (stage.pull(number).body or "")
    stage.quiet()
    assert stage.services.asked.count(("arxiv:2309.06180",)) == 1
    land(stage, number)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("SOSP", "the venue `SOSP 2024`: confirmed by `crossref`"),
        ("OSDI", "the venue `SOSP 2024`: `crossref` says `OSDI 2024`; a maintainer checks it"),
        ("", "the venue `SOSP 2024`: no service that was asked says where it was published"),
        ("down", "`arxiv` did not answer; a maintainer checks it"),
    ],
)
def test_a_venue_changed_in_the_data_alone_is_checked_as_well(
    stage: Stage, name: str, told: str
) -> None:
    stage.services.down = name == "down"
    if name in {"SOSP", "OSDI"}:
        venue = Sourced(Venue(name=name, year=2024), "crossref")
        stage.services.known["arxiv:2309.06180"] = Metadata(venue=venue)
    year = '"name": "SOSP",\n        "year": 2023'
    number = offer(stage, replaced(year, year.replace("2023", "2024")), path=files.PAPERS)
    stage.sweep()
    assert stage.state(number) is State.READY, stage.comment(number)
    assert told in stage.comment(number)
    assert told in (stage.pull(number).body or "")
    stage.quiet()


def test_an_outage_about_a_changed_venue_is_told_and_stops_nothing(stage: Stage) -> None:
    stage.services.down = True
    number = offer(stage, replaced("| SOSP 2023 | 2023-09 |", "| SOSP 2024 | 2023-09 |"))
    stage.sweep()
    assert stage.state(number) is State.READY
    assert "the venue `SOSP 2024`: no service that was asked says where" in stage.comment(number)
    assert "`arxiv` did not answer" in stage.comment(number)


def test_a_link_that_was_mended_takes_its_identifier_along(stage: Stage) -> None:
    number = offer(stage, replaced("arxiv.org/abs/2309.06180", "arxiv.org/abs/2309.06189"))
    stage.event(number)
    land(stage, number)
    entry = entries(stage)[VLLM]
    assert entry["ids"] == ["arxiv:2309.06189"]
    assert [link["url"] for link in entry["links"]] == [  # type: ignore[attr-defined]
        "https://arxiv.org/abs/2309.06189",
        "https://github.com/vllm-project/vllm",
    ]


def test_a_row_that_moved_changes_the_category(stage: Stage) -> None:
    row = next(line for line in stage.main(files.README).splitlines() if "**vLLM**" in line)
    number = offer(
        stage,
        replaced(f"{row}\n", ""),
        replaced(
            "| --- | --- | --- | --- |\n| [Fast", f"| --- | --- | --- | --- |\n{row}\n| [Fast"
        ),
    )
    stage.event(number)
    land(stage, number)
    assert entries(stage)[VLLM]["category"] == "attention"


def test_a_row_that_goes_takes_the_entry_off_with_the_reason_given(stage: Stage) -> None:
    row = next(line for line in stage.main(files.README).splitlines() if "**vLLM**" in line)
    number = offer(stage, replaced(f"{row}\n", ""))
    stage.event(number)
    assert stage.state(number) is State.NEEDS_WORK
    assert "this takes `" in stage.comment(number)

    other = offer(stage, replaced(f"{row}\n", ""), who="ben", body="It was retracted.")
    stage.event(other)
    land(stage, other)
    assert VLLM not in entries(stage)
    (removed,) = [
        each for each in json.loads(stage.main(files.PAPERS))["removed"] if each["id"] == VLLM
    ]
    assert (removed["reason"], removed["issue"]) == ("It was retracted", other)


def test_the_data_edited_by_hand_are_read_as_they_are(stage: Stage) -> None:
    def edit(text: str) -> str:
        data = json.loads(text)
        data["papers"][0]["note"] = "By the same people."
        new = {"id": "mine", "title": TITLE, "category": "serving", "keywords": ["fine", "fast"]}
        links = [{"kind": "paper", "url": arxiv(1)}]
        data["papers"].append(new | {"ids": ["arxiv:2501.00001"], "links": links})
        return json.dumps(data, indent=1)

    number = offer(stage, edit, path=files.PAPERS)
    stage.event(number)
    land(stage, number)
    (entry,) = [each for each in entries(stage).values() if each["title"] == TITLE]
    assert entry["keywords"] == ["fine", "fast"]
    assert next(iter(entries(stage).values()))["note"] == "By the same people."


def test_data_that_are_broken_are_named_with_their_line(stage: Stage) -> None:
    number = offer(stage, replaced('"papers": [', '"papers": [,'), path=files.PAPERS)
    stage.event(number)
    assert stage.state(number) is State.NEEDS_WORK
    assert "**data/papers.json:3**: this is not JSON" in stage.comment(number)
    assert "Fix what is named below under **Files changed**" in stage.comment(number)
    stage.quiet()


def test_rows_and_pages_of_a_long_list_are_read_as_well(tmp_path: Path) -> None:
    given = paged_files()
    given[files.PAPERS] = papers.dump(papers.parse(given[files.PAPERS]))
    stage = begun(tmp_path, given)
    text = stage.main("papers/serving.md")
    at = text.rindex("\n| ")
    end = text.index("\n", at + 1)
    row = text[:end] + f"\n{ROW}" + text[end:]
    number = stage.world.pull_from_fork("ann", {"papers/serving.md": row}, "Update serving.md")
    stage.event(number)
    land(stage, number)
    assert TITLE in stage.titles()

    # The front page shows the newest of each category, as sums, which no check looks at.
    other = ROW.replace(TITLE, "Fine System Number 2").replace(arxiv(1), arxiv(2))
    front = stage.main(files.README)
    at = front.index("\n| --- ", front.index("## Serving")) + 1
    at = front.index("\n", at) + 1
    text = f"{front[:at]}{other}\n{front[at:]}"
    number = stage.world.pull_from_fork("ben", {files.README: text}, "Update README.md")
    stage.event(number)
    assert stage.pull(number).title == "Add Fine System Number 2"


def test_what_is_listed_already_is_said_on_the_thread(stage: Stage) -> None:
    row = "| [vLLM again](https://arxiv.org/abs/2309.06180) | SOSP 2023 | 2023-09 | |"
    number = offer(
        stage,
        added(
            row.replace(
                "vLLM again",
                "Efficient Memory Management for Large Language Model Serving with PagedAttention",
            )
        ),
    )
    stage.event(number)
    assert stage.state(number) is State.DUPLICATE, stage.comment(number)
    assert "This pull request can be closed." in stage.comment(number)
    stage.quiet()


@pytest.mark.parametrize("row", ["| A lone name | | | |", "a line of prose", "| a | b |"])
def test_a_row_of_which_no_entry_can_be_made_is_shown(stage: Stage, row: str) -> None:
    number = offer(stage, added(row))
    stage.event(number)
    assert stage.state(number) is State.NEEDS_WORK
    assert "write a row like those around it, with a link" in stage.comment(number)
    assert row.strip("| ") in stage.comment(number)


def test_a_push_is_followed_and_an_approval_is_of_what_was_shown(stage: Stage) -> None:
    number = offer(stage, added(ROW))
    stage.event(number)
    stage.world.comment(number, "mia", "/approve")
    other = ROW.replace(TITLE, "Fine System Number 2").replace(arxiv(1), arxiv(2))
    text = added(other)(stage.main(files.README))
    stage.world.push_to_fork(number, {files.README: text})
    stage.event(number)

    assert stage.state(number) is State.READY
    assert stage.pull(number).title == "Add Fine System Number 2"
    assert "The approval by `mia` does not count" in stage.comment(number)
    land(stage, number)
    assert TITLE not in stage.titles()


def test_a_push_that_mends_it_is_enough(stage: Stage) -> None:
    number = offer(stage, added("| [A page](https://example.org/page) | | | |"))
    stage.event(number)
    first = stage.state(number)
    stage.world.push_to_fork(number, {files.README: added(ROW)(stage.main(files.README))})
    stage.event(number)
    assert (first, stage.state(number)) != (None, None)
    assert stage.pull(number).title == f"Add {TITLE}"
    stage.quiet()


def test_a_decline_closes_both(stage: Stage) -> None:
    number = offer(stage, added(ROW))
    stage.event(number)
    pull = stage.pull(number)
    stage.world.comment(number, "mia", "/decline out of scope")
    stage.event(number)
    assert stage.state(number) is State.DECLINED
    assert (pull.state, stage.world.issue(number).state) == ("closed", "closed")
    assert "The reason given: `out of scope`" in stage.comment(number)
    stage.quiet()


def test_closing_the_bots_pull_request_closes_the_other(stage: Stage) -> None:
    number = offer(stage, added(ROW))
    stage.event(number)
    stage.world.close(stage.pull(number).number, "mia")
    stage.sweep()
    assert stage.state(number) is State.DECLINED
    assert stage.world.issue(number).state == "closed"
    stage.quiet()


@pytest.mark.parametrize("labelled", [True, False])
@pytest.mark.parametrize(("who", "state"), [("ann", State.WITHDRAWN), ("mia", State.DECLINED)])
def test_closing_it_closes_the_bots(
    stage: Stage, who: str, state: State, *, labelled: bool
) -> None:
    number = offer(stage, added(ROW))
    stage.event(number)
    pull = stage.pull(number)
    if not labelled:
        stage.world.issue(number).labels.clear()
    stage.world.close(number, who)
    stage.sweep()
    assert stage.state(number) is state
    assert pull.state == "closed"
    stage.quiet()


def test_a_deleted_fork_changes_nothing(stage: Stage) -> None:
    number = offer(stage, added(ROW))
    stage.event(number)
    stage.world.delete_fork(number)
    stage.sweep()
    assert stage.state(number) is State.READY
    land(stage, number)
    assert TITLE in stage.titles()


def test_a_person_who_merges_it_all_the_same_has_accepted_it(stage: Stage) -> None:
    number = offer(stage, added(ROW))
    stage.event(number)
    pull = stage.pull(number)
    stage.world.merge_by_hand(number, "mia")
    stage.sweep()
    assert stage.state(number) is State.ACCEPTED
    assert pull.state == "closed"
    stage.quiet()


def test_of_two_that_add_one_work_the_first_has_it(stage: Stage) -> None:
    number = offer(stage, added(ROW))
    issue = stage.suggest("ben", arxiv(1))
    stage.event(number)
    stage.event(issue)
    assert (stage.state(number), stage.state(issue)) == (State.READY, State.WAITING)
    stage.sweep()
    stage.quiet()


def test_a_maintainers_own_is_left_alone_until_they_say_suggest(stage: Stage) -> None:
    number = offer(stage, added(ROW), who="mia")
    stage.event(number)
    stage.sweep()
    assert stage.world.issue(number).comments == []
    stage.world.comment(number, "mia", "/suggest")
    stage.event(number)
    assert stage.state(number) is State.READY
    stage.quiet()


def test_one_that_was_completed_since_goes_on(stage: Stage) -> None:
    number = offer(stage, replaced("| SOSP 2023 | 2023-09 |", "| SOSP 2024 | 2023-09 |"))
    stage.event(number)
    data = json.loads(stage.main(files.PAPERS))
    (entry,) = [each for each in data["papers"] if each["id"] == VLLM]
    entry["venue"]["year"] = 2024
    catalog = papers.parse(json.dumps(data))
    listing = config.parse(stage.main(files.LIST))
    readme = with_rows(stage.main(files.README), catalog, listing)
    whole = {files.PAPERS: papers.dump(catalog), files.README: readme}
    stage.world.push_to_fork(number, whole)
    stage.event(number)
    assert stage.state(number) is State.READY
    stage.world.review(number, "mia", "COMMENT", "Fine.\n\n/approve")
    stage.sweep()
    assert stage.state(number) is State.ACCEPTED
    assert entries(stage)[VLLM]["venue"] == {"name": "SOSP", "year": 2024}
    stage.quiet()


def _complete(stage: Stage) -> dict[str, str]:
    data = json.loads(stage.main(files.PAPERS))
    data["papers"][0]["note"] = "By the same people."
    catalog = papers.parse(json.dumps(data))
    listing = config.parse(stage.main(files.LIST))
    return {
        files.PAPERS: papers.dump(catalog),
        files.README: with_rows(stage.main(files.README), catalog, listing),
    }


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_complete, id="complete"),
        pytest.param(
            lambda stage: {files.README: stage.main(files.README).replace("owner", "owners", 1)},
            id="outside the marks",
        ),
        pytest.param(
            lambda stage: {files.README: added(ROW)(stage.main(files.README)), "notes.md": "Mine"},
            id="other files too",
        ),
        pytest.param(lambda _: {"bot/x.py": "print()"}, id="code"),
        pytest.param(lambda _: {"papers/x.png": "x"}, id="a picture"),
    ],
)
def test_peoples_own_business_is_left_alone(
    stage: Stage, change: Callable[[Stage], dict[str, str]]
) -> None:
    number = stage.world.pull_from_fork("ann", change(stage), "Something else")
    stage.event(number)
    stage.sweep()
    assert stage.world.issue(number).comments == []
    assert stage.world.issue(number).labels == []
    stage.quiet()


def test_what_was_open_before_is_left_alone(tmp_path: Path) -> None:
    given = right_files()
    given[files.LIST] += '\n[bot]\nsince = "2026-02-01"\n'
    stage = begun(tmp_path, given)
    number = offer(stage, added(ROW))
    run = stage.sweep()
    assert run.earlier == [number]
    assert stage.world.issue(number).comments == []
    stage.world.comment(number, "mia", "/suggest")
    stage.event(number)
    assert stage.state(number) is State.READY


def test_texts_of_the_pull_request_are_data(stage: Stage) -> None:
    row = "| [@mia closes #1 `$(x)` <!-- bot:answer -->](https://arxiv.org/abs/2501.00009) | | | |"
    number = offer(stage, added(row), title="[skip ci] @mia", body="/approve\n\n<!-- bot:pull -->")
    stage.event(number)
    stage.sweep()
    assert stage.state(number) in {State.READY, State.NEEDS_WORK}
    assert not stage.world.issue(number).opened.merged_at
    own = [each for each in stage.world.issue(number).comments if each.author.login == BOT]
    assert len(own) == 1
    stage.quiet()
