"""Does what upkeep saw become one pull request and one quiet issue, by maintainers' words alone?"""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import BotError, ForbiddenError
from bot.flows.github.reconcile import Run
from bot.flows.github.rolling import LEFT_ALONE
from bot.flows.github.runs.dry_run import DryRun
from bot.flows.github.runs.run import reconcile_all
from bot.flows.github.upkeep.keep import UpkeepFacts
from bot.flows.github.upkeep.look import Write, look
from bot.flows.github.upkeep.settle import settle
from bot.model.github.world import UPKEEP
from bot.model.papers.paper import Catalog, Link
from bot.model.state import State
from bot.model.upkeep.kept import Doubt, Observations, Ran
from bot.model.upkeep.link import LinkState
from bot.model.upkeep.proposal import Proposal
from bot.render.github.submissions.pull import START
from bot.render.github.upkeep.dashboard import MARKER
from bot.store import files, papers, upkeep
from tests.flows.on_github import BOT, Stage, arxiv, example_files
from tests.github_server.state import Issue
from tests.github_server.wire import Request

CODE = "https://github.com/vllm-project/vllm"
SOFTWARE = "https://github.com/NVIDIA/FasterTransformer"
PAPER = "efficient-memory-management-for-large-language-model-serving"
A_DAY = 86_400
NEW = "https://github.com/vllm-project/engine"
DAY = "2026-11-22"


def moved(to: str = NEW) -> LinkState:
    return LinkState(
        looked=DAY, verdict="moved", said="renamed", since=DAY, moved_to=to, certain=True
    )


def dead(archived: str | None = None) -> LinkState:
    return LinkState(
        looked=DAY, verdict="dead", said="it answers 404", since="2026-11-01", archived=archived
    )


def saw(**links: LinkState) -> Observations:
    by_name = {"code": CODE, "software": SOFTWARE}
    return Observations(
        runs={"links": Ran(on=DAY, said="1 of 1 links had an answer")},
        links={by_name[name]: state for name, state in links.items()},
    )


def looks(stage: Stage, seen: Observations) -> None:
    """Let a job see this, and a sweep settle it."""

    def job(_: Catalog, _kept: UpkeepFacts, day: str, _write: Write) -> Observations:
        return seen.model_copy(update={"runs": {"links": Ran(on=day, said="all had an answer")}})

    stage.run(lambda run: look(run, "links", job))
    stage.sweep()


def board(stage: Stage) -> Issue:
    (found,) = [
        each
        for each in stage.world.state.issues.values()
        if not each.pull and MARKER in (each.body or "")
    ]
    return found


def rolling(stage: Stage, branch: str = UPKEEP) -> list[Issue]:
    every = stage.world.state.issues.values()
    return [each for each in every if each.pull and each.pull.head == branch]


def tick(stage: Stage, words: str) -> None:
    """Let a maintainer tick the first box whose line holds these words."""
    issue = board(stage)
    lines = (issue.body or "").split("\n")
    at = next(at for at, line in enumerate(lines) if words in line and "- [ ]" in line)
    lines[at] = lines[at].replace("- [ ]", "- [x]")
    stage.world.edit_issue(issue.number, "mia", body="\n".join(lines))


def signs(issue: Issue, at: int) -> list[str]:
    """Give the reactions to a comment on an issue, those of the bot's apart."""
    found = [each for each in issue.comments if each.author.login != BOT]
    return [each.content for each in found[at].reactions]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path, in_memory=True)


def test_nothing_happens_before_a_job_has_run(stage: Stage) -> None:
    stage.quiet()


def test_what_is_sure_is_one_pull_request_that_a_maintainer_lands(stage: Stage) -> None:
    looks(stage, saw(code=moved()))
    (pull,) = rolling(stage)
    assert CODE in (pull.body or "")
    assert NEW in (pull.body or "")
    stage.quiet()

    stage.world.comment(pull.number, "eve", "/approve")
    stage.event(pull.number)
    assert CODE in stage.main(files.PAPERS)
    stage.world.comment(pull.number, "mia", "/approve")
    stage.event(pull.number)

    assert NEW in stage.main(files.PAPERS)
    assert f"{NEW})" in stage.main(files.README)
    assert CODE not in stage.main(files.README)
    assert [signs(pull, at) for at in (0, 1)] == [["confused"], ["rocket"]]
    stage.sweep()
    stage.quiet()


def test_an_approval_counts_for_what_was_shown_alone(stage: Stage) -> None:
    looks(stage, saw(code=moved()))
    (pull,) = rolling(stage)
    stage.world.comment(pull.number, "mia", "/approve")
    looks(stage, saw(code=moved("https://github.com/vllm-project/other")))

    assert CODE in stage.main(files.PAPERS)
    assert "does not count, since the table has changed" in (pull.body or "")
    stage.quiet()
    stage.world.comment(pull.number, "mia", "/approve")
    stage.event(pull.number)
    assert "vllm-project/other" in stage.main(files.PAPERS)


def test_a_word_that_means_nothing_on_the_pull_request_is_answered_there(stage: Stage) -> None:
    looks(stage, saw(code=moved()))
    (pull,) = rolling(stage)
    stage.world.comment(pull.number, "mia", "/hold")
    stage.event(pull.number)
    assert "`/hold` had no effect: here count `/approve`" in (pull.body or "")
    assert signs(pull, 0) == ["confused"]
    stage.quiet()


def test_what_a_maintainer_drops_is_left_out_for_good(stage: Stage) -> None:
    looks(stage, saw(code=moved(), software=moved(f"{SOFTWARE}-2")))
    (pull,) = rolling(stage)
    stage.world.comment(pull.number, "eve", "/drop fastertransformer")
    stage.event(pull.number)
    assert SOFTWARE in (pull.body or "")
    stage.world.comment(pull.number, "mia", "/drop fastertransformer")
    stage.event(pull.number)

    assert SOFTWARE not in (pull.body or "")
    assert CODE in (pull.body or "")
    (line,) = [each for each in stage.main(upkeep.DECISIONS).splitlines() if '"drop"' in each]
    assert '"by": "mia"' in line
    looks(stage, saw(code=moved(), software=moved(f"{SOFTWARE}-2")))
    assert SOFTWARE not in (pull.body or "")
    stage.quiet()


def test_an_id_that_the_table_does_not_hold_is_answered(stage: Stage) -> None:
    looks(stage, saw(code=moved(), software=moved(f"{SOFTWARE}-2")))
    (pull,) = rolling(stage)
    stage.world.comment(pull.number, "mia", "/drop fastertransfomer")
    stage.event(pull.number)
    told = "> `/drop` had no effect on {}: the table has no entry of that id."
    assert told.format("`fastertransfomer`") in (pull.body or "")

    stage.world.comment(pull.number, "mia", f"/drop `fastertransformer`, {PAPER}x")
    stage.event(pull.number)
    assert [signs(pull, at) for at in (0, 1)] == [["confused"], ["rocket"]]
    assert SOFTWARE not in (pull.body or "")
    assert told.format(f"`{PAPER}x`") in (pull.body or "")
    assert "no effect on `fastertransformer`" not in (pull.body or "")
    stage.quiet()


@pytest.mark.parametrize("how", ["close", "/decline"])
def test_what_is_declined_comes_back_only_with_something_new(stage: Stage, how: str) -> None:
    looks(stage, saw(code=moved()))
    (pull,) = rolling(stage)
    if how == "close":
        stage.world.close(pull.number, "mia")
    else:
        stage.world.comment(pull.number, "mia", how)
    stage.event(pull.number)
    assert pull.state == "closed"
    looks(stage, saw(code=moved()))
    assert len(rolling(stage)) == 1
    stage.quiet()

    looks(stage, saw(code=moved(), software=moved(f"{SOFTWARE}-2")))
    assert [each.state for each in rolling(stage)] == ["closed", "open"]


def test_a_persons_commit_on_the_branch_is_never_overwritten(stage: Stage) -> None:
    looks(stage, saw(code=moved()))
    (pull,) = rolling(stage)
    readme = f"{stage.world.read_file(UPKEEP, files.README)}\nBy hand.\n"
    stage.world.push_commit(UPKEEP, {files.README: readme}, "mia", "Add a line\n")
    stage.world.push_commit("main", {"NOTES.md": "Notes\n"}, "mia")
    stage.world.update_branch(pull.number, "mia")
    looks(stage, saw(code=moved("https://github.com/vllm-project/other")))
    stage.world.comment(pull.number, "mia", "/approve")
    stage.sweep()

    assert stage.world.read_file(UPKEEP, files.README) == readme
    assert (pull.body or "").startswith(f"{START}\n{LEFT_ALONE}\n\n<!-- bot:upkeep ")
    assert signs(pull, 0) == ["confused"]
    assert (pull.state, len(rolling(stage))) == ("open", 1)
    stage.quiet()

    stage.world.close(pull.number, "mia")
    stage.world.delete_branch(UPKEEP, "mia")
    stage.sweep()
    assert [each.state for each in rolling(stage)] == ["closed", "open"]
    stage.quiet()


def test_one_that_was_taken_over_is_made_anew_without_its_branch(stage: Stage) -> None:
    looks(stage, saw(code=moved()))
    (pull,) = rolling(stage)
    readme = f"{stage.world.read_file(UPKEEP, files.README)}\nBy hand.\n".replace(NEW, CODE)
    stage.world.push_commit(UPKEEP, {files.README: readme}, "mia", "Put it back\n")
    stage.sweep()
    assert LEFT_ALONE in (pull.body or "")
    stage.world.edit_issue(pull.number, "mia", body=(pull.body or "").replace("\n", "\r\n"))
    stage.world.comment(pull.number, "mia", "/approve")
    stage.event(pull.number)

    assert (signs(pull, 0), (pull.body or "").count(LEFT_ALONE)) == (["confused"], 1)
    stage.quiet()
    stage.world.close(pull.number, "mia")
    stage.sweep()
    assert len(rolling(stage)) == 1
    stage.world.delete_branch(UPKEEP, "mia")
    stage.sweep()
    _, anew = rolling(stage)
    stage.world.comment(anew.number, "mia", "/approve")
    stage.event(anew.number)
    assert NEW in stage.main(files.PAPERS)


def test_a_merged_one_is_followed_by_the_next_in_a_month(stage: Stage) -> None:
    looks(stage, saw(code=moved()))
    stage.world.comment(rolling(stage)[0].number, "mia", "/approve")
    stage.sweep()
    looks(stage, saw(software=moved(f"{SOFTWARE}-2")))
    assert len(rolling(stage)) == 1
    stage.world.pass_time(29 * A_DAY)
    stage.sweep()
    assert [each.state for each in rolling(stage)] == ["closed", "open"]


def test_a_link_that_leads_nowhere_any_more_closes_the_pull_request(stage: Stage) -> None:
    looks(stage, saw(code=moved()))
    looks(stage, saw(code=LinkState(looked=DAY)))
    assert [each.state for each in rolling(stage)] == ["closed"]
    stage.quiet()


COPY = "https://web.archive.org/web/2025/https://github.com/vllm-project/vllm"
ORDERS = {
    "keep": (CODE, "leave it as it is"),
    "remove": (None, "take the link out"),
    "archive": (COPY, "archived copy"),
}


@pytest.mark.parametrize("way", ["tick", "command"])
@pytest.mark.parametrize("order", ORDERS)
def test_a_maintainer_says_what_becomes_of_a_dead_link(stage: Stage, order: str, way: str) -> None:
    seen = saw(code=dead(COPY))
    looks(stage, seen)
    issue = board(stage)
    assert f"`{CODE}` is dead since 2026-11-01" in (issue.body or "")
    assert "https://arxiv.org/abs/2309.06180" in (issue.body or "")
    if way == "tick":
        tick(stage, ORDERS[order][1])
    else:
        stage.world.comment(issue.number, "mia", f"/{order} {CODE}")
    stage.event(issue.number)

    assert f'"key": "{CODE}"' in stage.main(upkeep.DECISIONS)
    assert f"`{CODE}` is dead" not in (issue.body or "")
    looks(stage, seen)
    becomes, _ = ORDERS[order]
    for pull in rolling(stage):
        stage.world.comment(pull.number, "mia", "/approve")
    stage.sweep()
    listed = stage.main(files.PAPERS)
    assert (f'"{CODE}"' in listed) is (becomes == CODE)
    assert becomes is None or f'"{becomes}"' in listed
    stage.quiet()


def test_one_tick_is_for_all_links_of_a_site_that_has_gone(stage: Stage) -> None:
    urls = [f"https://gone.org/{at}" for at in range(3)]
    catalog = papers.parse(stage.main(files.PAPERS))
    every = [
        paper.model_copy(update={"links": (*paper.links, Link(kind="blog", url=url))})
        for paper, url in zip(catalog.papers, urls, strict=False)
    ]
    catalog = catalog.model_copy(update={"papers": (*every, *catalog.papers[3:])})
    stage.world.push_commit("main", {files.PAPERS: papers.dump(catalog)}, "mia")
    seen = saw().model_copy(update={"links": dict.fromkeys(urls, dead())})
    looks(stage, seen)
    tick(stage, "take all of them out")
    stage.sweep()
    assert "gone.org" not in (board(stage).body or "")
    (pull,) = rolling(stage)
    stage.world.comment(pull.number, "mia", "/approve")
    stage.event(pull.number)
    assert "gone.org" not in stage.main(files.PAPERS)


def test_a_job_that_breaks_off_is_told_on_the_dashboard_until_it_runs_again(stage: Stage) -> None:
    looks(stage, saw(code=dead()))

    def broken(*_: object) -> Observations:
        raise ForbiddenError("GitHub says no")

    with pytest.raises(ForbiddenError):
        stage.run(lambda run: look(run, "links", broken))
    stage.sweep()
    assert "`links` broke off on 20" in (board(stage).body or "")
    assert "`GitHub says no`" in (board(stage).body or "")
    assert f"`{CODE}` is dead" in (board(stage).body or ""), "what was seen is not lost"
    stage.quiet()
    looks(stage, saw(code=dead()))
    assert "broke off" not in (board(stage).body or "")


@pytest.mark.parametrize("end", [ForbiddenError("GitHub says no"), KeyboardInterrupt()])
def test_what_a_job_had_seen_is_kept_when_it_breaks_off_or_is_killed(
    stage: Stage, end: BaseException
) -> None:
    looks(stage, saw())

    def job(_: Catalog, kept: UpkeepFacts, _day: str, write: Write) -> Observations:
        write(kept.seen.model_copy(update={"links": {CODE: dead()}}))
        write(kept.seen.model_copy(update={"links": {CODE: dead(), SOFTWARE: dead()}}))
        raise end

    with pytest.raises(type(end)):
        stage.run(lambda run: look(run, "links", job))
    stage.sweep()
    for url in (CODE, SOFTWARE):
        assert f"`{url}` is dead" in (board(stage).body or "")


def test_another_trouble_with_a_link_that_was_kept_is_told_again(stage: Stage) -> None:
    looks(stage, saw(code=dead()))
    tick(stage, "leave it as it is")
    stage.sweep()
    other = dead().model_copy(update={"verdict": "changed", "said": "offered for sale"})
    looks(stage, saw(code=other))
    assert f"`{CODE}` is something else" in (board(stage).body or "")


@pytest.mark.parametrize(
    ("who", "text", "said"),
    [
        ("eve", f"/keep {CODE}", "`eve` has no right to write here"),
        ("mia", "/keep https://example.org/x", "`https://example.org/x` is no link in question"),
        ("mia", f"/archive {CODE}", f"no archived copy of `{CODE}` is known"),
        ("mia", "/approve", "`/approve` had no effect: on the dashboard count `/keep`"),
        ("mia", "/keep", "`/keep` was not obeyed: it needs the link that it is about"),
        ("mia", "/kepp", "there is no command `/kepp`"),
    ],
)
def test_a_word_without_effect_is_answered_on_the_dashboard(
    stage: Stage, who: str, text: str, said: str
) -> None:
    looks(stage, saw(code=dead()))
    issue = board(stage)
    stage.world.comment(issue.number, who, text)
    stage.event(issue.number)
    assert said.lower() in (issue.body or "").lower()
    assert signs(issue, 0) == ["confused"]
    assert f"`{CODE}` is dead" in (issue.body or "")
    stage.quiet()


def test_an_order_on_a_locked_dashboard_is_answered_in_its_text(stage: Stage) -> None:
    looks(stage, saw(code=dead()))
    issue = board(stage)
    stage.world.lock(issue.number, "mia")
    stage.world.comment(issue.number, "mia", f"/keep {CODE}")
    stage.sweep()

    [comment] = issue.comments
    named = f"[comment {comment.id}](#issuecomment-{comment.id})"
    assert f"Obeyed, though GitHub takes no reaction here: {named}" in (issue.body or "")
    assert "had no effect" not in (issue.body or "")
    assert f"`{CODE}` is dead" not in (issue.body or "")
    assert signs(issue, 0) == []
    stage.quiet()

    issue.locked = False
    stage.sweep()
    stage.sweep()
    assert signs(issue, 0) == ["rocket"]
    assert "Obeyed" not in (issue.body or "")
    stage.quiet()


def test_a_box_ticked_while_the_bot_writes_stays_ticked(stage: Stage) -> None:
    looks(stage, saw(code=dead()))
    issue = board(stage)
    stage.suggest("ann", arxiv(1), "A paper that is to be shown")

    def in_between(_count: int, request: Request) -> None:
        if request.method == "GET" and request.path.endswith(f"/issues/{issue.number}"):
            stage.world.hub.before_request = None
            tick(stage, "take the link out")

    stage.world.hub.before_request = in_between
    stage.sweep()
    assert "- [x]" in (issue.body or "")
    stage.sweep()
    assert "A paper" in (issue.body or "")
    assert '"value": "remove", "by": "mia"' in stage.main(upkeep.DECISIONS)
    stage.sweep()
    stage.quiet()


def test_a_tick_that_the_bot_could_not_keep_yet_is_still_that_of_who_made_it(stage: Stage) -> None:
    looks(stage, saw(code=dead()))
    issue = board(stage)
    stage.world.state.settings.actions_may_open_pulls = False
    tick(stage, "take the link out")
    stage.suggest("ann", arxiv(1))
    stage.sweep()
    assert "A paper" in (issue.body or "")
    assert "- [x]" in (issue.body or "")
    stage.world.state.settings.actions_may_open_pulls = True
    stage.sweep()
    assert '"value": "remove", "by": "mia"' in stage.main(upkeep.DECISIONS)
    assert "- [x]" not in (issue.body or "")
    stage.sweep()
    stage.quiet()


def test_a_tick_of_one_who_may_not_write_any_more_is_taken_away(stage: Stage) -> None:
    looks(stage, saw(code=dead()))
    tick(stage, "take the link out")
    stage.world.state.people.allow("mia", "read")
    stage.sweep()
    assert "- [x]" not in (board(stage).body or "")
    assert '"remove"' not in stage.main(upkeep.DECISIONS)
    stage.quiet()


def test_what_people_write_beside_the_pull_requests_table_stays(stage: Stage) -> None:
    looks(stage, saw(code=moved()))
    (pull,) = rolling(stage)
    stage.world.edit_issue(pull.number, "mia", body=f"Look twice.\r\n{pull.body}\nDone: half.")
    looks(stage, saw(code=moved(), software=moved(f"{SOFTWARE}-2")))
    assert SOFTWARE in (pull.body or "")
    assert (pull.body or "").startswith("Look twice.\n")
    assert (pull.body or "").endswith("\nDone: half.")
    stage.quiet()


def test_pairs_that_are_two_works_are_no_doubt_any_more(stage: Stage) -> None:
    pair = Doubt(a="fastertransformer", b=PAPER, why="titles alike")
    seen = saw().model_copy(update={"doubts": (pair,)})
    looks(stage, seen)
    assert "may be one work: titles alike" in (board(stage).body or "")
    tick(stage, "may be one work")
    stage.sweep()
    assert "may be one work" not in (board(stage).body or "")
    looks(stage, seen)
    assert "may be one work" not in (board(stage).body or "")


def test_the_dashboard_shows_who_waits_for_whom_and_is_made_once(stage: Stage) -> None:
    ready = stage.suggest("ann", arxiv(1), "A paper that is fine")
    lacking = stage.suggest("bob", arxiv(2))
    stage.sweep()
    stage.world.pass_time(3 * A_DAY)
    looks(stage, saw())
    text = board(stage).body or ""
    waits, _, others = text.partition("### Waits for whoever suggested it")
    assert f"- 3 days: #{ready} `A paper`, pull request #" in waits
    assert f"- 3 days: #{lacking} `A paper`" in others
    assert "| links | 20" in text
    looks(stage, saw())
    stage.quiet()


def test_of_two_that_were_made_at_once_one_stays(stage: Stage) -> None:
    """Nothing but the workflow keeps two runs apart, and not who runs one at home."""

    def again(*_: object) -> None:
        stage.world.hub.before_request = None
        stage.sweep()

    def job(_catalog: Catalog, _kept: UpkeepFacts, _day: str, _write: Write) -> Observations:
        return saw(software=dead())

    stage.run(lambda run: look(run, "links", job))
    count = iter(range(100))
    stage.world.hub.before_request = lambda *_: again() if next(count) == 1 else None
    stage.sweep()
    stage.sweep()

    boards = [each for each in stage.world.state.issues.values() if each.title == "Dashboard"]
    assert [each.state for each in boards] == ["open", "closed"]
    assert (
        boards[1].body
        == f"Two runs made a dashboard at once; what counts is #{boards[0].number}.\n"
    )
    assert board(stage).number == boards[0].number
    stage.quiet()


def test_a_dashboard_that_somebody_emptied_is_written_again(stage: Stage) -> None:
    looks(stage, saw(software=dead()))
    issue = board(stage)
    text = issue.body
    stage.world.edit_issue(issue.number, "mia", body="")
    stage.sweep()

    assert issue.body == text
    assert board(stage).number == issue.number
    stage.quiet()


def test_all_is_checked_once_nine_in_ten_of_what_is_listed_were(stage: Stage) -> None:
    looks(stage, saw(code=LinkState(looked=DAY), software=LinkState(looked=DAY)))
    assert '"checked"' not in stage.main(upkeep.DECISIONS)

    catalog = papers.parse(stage.main(files.PAPERS))
    urls = [link.url for paper in catalog.papers for link in paper.links]
    day = stage.world.state.clock.now()[:10]
    looks(stage, saw().model_copy(update={"links": dict.fromkeys(urls, LinkState(looked=day))}))
    assert f'"checked": {{"links": "{day}"}}' in stage.main(upkeep.DECISIONS)


def test_one_that_a_person_has_closed_is_left_alone_until_it_is_reopened(stage: Stage) -> None:
    looks(stage, saw())
    issue = board(stage)
    stage.world.close(issue.number, "mia")
    text = issue.body
    looks(stage, saw(code=dead()))
    assert (board(stage).body, issue.state) == (text, "closed")
    stage.quiet()
    stage.world.reopen(issue.number, "mia")
    stage.sweep()
    assert f"`{CODE}` is dead" in (issue.body or "")


def test_a_job_that_has_stopped_is_told_by_the_next_event(stage: Stage) -> None:
    looks(stage, saw())
    stage.world.pass_time(15 * A_DAY)
    number = stage.suggest("ann", arxiv(1), "A paper that wakes the bot")
    stage.event(number)
    assert "`links` last ran on" in (board(stage).body or "")
    began = len(stage.world.hub.log)
    stage.event(number)
    assert stage.wrote_since(began) == []
    looks(stage, saw())
    assert "last ran on" not in (board(stage).body or "")


@pytest.fixture
def notified(tmp_path: Path) -> Stage:
    """Begin with a list whose owner wants to be reminded."""
    given = example_files()
    given[files.LIST] += '\n[upkeep]\nnotify = ["mia", "owner"]\n'
    return Stage(tmp_path, given, in_memory=True)


def test_who_wants_to_is_reminded_once_a_month_while_nobody_acts(notified: Stage) -> None:
    stage = notified
    number = stage.suggest("ann", arxiv(1), "A paper that waits for long")
    looks(stage, saw())
    issue = board(stage)
    stage.world.pass_time(13 * A_DAY)
    looks(stage, saw())
    assert issue.comments == []
    stage.world.pass_time(2 * A_DAY)
    stage.sweep()
    (first,) = issue.comments
    assert first.body.splitlines()[1].startswith("@mia @owner 1 suggestion waits for a maintainer")
    stage.quiet()

    stage.world.pass_time(31 * A_DAY)
    looks(stage, saw())
    (second,) = issue.comments
    assert second is not first
    stage.world.comment(number, "mia", "I shall have a look")
    stage.world.pass_time(10 * A_DAY)
    stage.sweep()
    assert issue.comments == [second]


def test_who_acted_lately_is_not_reminded(notified: Stage) -> None:
    stage = notified
    number = stage.suggest("ann", arxiv(1), "A paper that waits for long")
    looks(stage, saw())
    stage.world.pass_time(10 * A_DAY)
    stage.world.comment(number, "mia", "I shall have a look")
    stage.world.pass_time(10 * A_DAY)
    stage.sweep()
    assert board(stage).comments == []


class KilledError(BaseException):
    """The run ends here."""


def test_a_run_that_is_killed_or_turned_away_anywhere_is_completed_by_the_next(
    tmp_path: Path,
) -> None:
    before = Stage(tmp_path, in_memory=True)
    before.suggest("ann", arxiv(1), "A paper that waits")
    looks(before, saw(code=moved(), software=dead()))
    before.world.comment(rolling(before)[0].number, "mia", "/approve")
    tick(before, "take the link out")
    ways = ("before_request", "after_request", "502 after")
    undisturbed: tuple[object, ...] = ()
    requests = 0
    for at in range(-1, 60, 3):
        folder = tmp_path / f"at-{at}"
        folder.mkdir()
        stage = before.copy(folder)
        way = ways[at // 3 % len(ways)]
        began = len(stage.world.hub.log)
        if at >= 0 and way == "502 after":
            stage.world.hub.fault(way, at=at + 1)
        elif at >= 0:
            setattr(stage.world.hub, way, dying(at))
        with contextlib.suppress(KilledError, BotError):
            stage.sweep()
        stage.world.hub.before_request = stage.world.hub.after_request = None
        stage.world.hub.clear_faults()
        requests = requests or len(stage.world.hub.log) - began
        stage.sweep()
        stage.sweep()
        found = settled(stage)
        undisturbed = undisturbed or found
        assert found == undisturbed, (at, way)
        if at >= requests:
            break


def dying(at: int) -> Callable[..., None]:
    """Give a hook that ends the run at a request."""
    seen: list[object] = []

    def die(*_: object) -> None:
        seen.append(None)
        if len(seen) == at + 1:
            raise KilledError

    return die


def settled(stage: Stage) -> tuple[object, ...]:
    """Give what is so in the end, whatever the way there."""
    issues = stage.world.state.issues.values()
    return (
        stage.main(files.PAPERS),
        stage.main(files.README),
        stage.main(upkeep.DECISIONS),
        [(board(stage).number, board(stage).body)],
        sorted((each.title, each.state) for each in issues),
        [[sign.content for sign in said.reactions] for each in issues for said in each.comments],
    )


NUMBER = 5


def test_many_suggestions_and_the_pull_request_all_land_and_nobody_repairs_anything(
    tmp_path: Path,
) -> None:
    """All stand in one table, the works that upkeep changes among them."""
    stage = Stage(tmp_path, in_memory=True)
    issues = []
    for at in range(1, NUMBER + 1):
        title = f"{chr(64 + at % 26 + 1)} Serving Work, Part {at}"
        stage.services.learn(title, f"arxiv:2501.{at:05d}")
        issues.append(stage.suggest(f"person-{at}", arxiv(at)))
    stage.sweep()
    looks(stage, saw(code=moved(), software=moved(f"{SOFTWARE}-2")))
    (pull,) = rolling(stage)
    for at, issue in enumerate(issues):
        stage.world.comment(issue, "mia", "/approve")
        if at == NUMBER // 2:
            stage.world.comment(pull.number, "mia", "/approve")
            stage.event(pull.number)
    for _ in range(NUMBER):
        stage.sweep()

    assert len(stage.titles()) == 7 + NUMBER
    assert NEW in stage.main(files.PAPERS)
    assert f"{SOFTWARE}-2" in stage.main(files.PAPERS)
    assert all(each.state == "closed" for each in rolling(stage))
    stage.quiet()


VENUE = Proposal(
    kind="venues", entry="fastertransformer", field="venue", after="SOSP 2025", said_by=("arXiv",)
)
AUTHORS = Proposal(
    kind="authors",
    entry="fastertransformer",
    field="authors",
    after="Ada Bell; Carl Dorn",
    said_by=("arXiv",),
)


@pytest.mark.parametrize(("words", "lands"), [("right: into", True), ("wrong: never", False)])
def test_what_is_only_likely_waits_for_a_maintainers_word(
    stage: Stage, words: str, *, lands: bool
) -> None:
    seen = saw().model_copy(update={"likely": (VENUE,)})
    looks(stage, seen)
    assert "venue `–` → `SOSP 2025` (`arXiv`)" in (board(stage).body or "")
    assert rolling(stage) == []
    tick(stage, words)
    stage.sweep()
    assert "SOSP 2025" not in (board(stage).body or "")
    assert len(rolling(stage)) == lands
    for pull in rolling(stage):
        assert "`arXiv`, `mia`" in (pull.body or "")
        stage.world.comment(pull.number, "mia", "/approve")
    looks(stage, seen)
    assert ('"year": 2025' in stage.main(files.PAPERS)) is lands
    stage.quiet()


def test_each_kind_of_change_is_a_commit_of_its_own(stage: Stage) -> None:
    looks(stage, saw(code=moved()).model_copy(update={"sure": (AUTHORS, VENUE)}))
    (pull,) = rolling(stage)
    repo = stage.world.state.repo
    chain = [*repo.ancestors(pull.opened.head_sha)][:3]
    messages = [repo.objects.commit(sha).message.strip() for sha in reversed(chain)]
    assert messages == ["Upkeep: links", "Upkeep: venues", "Upkeep: authors"]
    assert [line for line in (pull.body or "").splitlines() if line.startswith("###")] == [
        "### Links",
        "### Venues",
        "### Authors",
    ]
    stage.world.comment(pull.number, "mia", "/approve")
    stage.sweep()
    assert '"Carl Dorn"' in stage.main(files.PAPERS)
    assert NEW in stage.main(files.PAPERS)


def test_a_dry_run_writes_nothing_and_tells_what_would_be_done(stage: Stage) -> None:
    seen = saw(code=moved(), software=dead())

    def act(run: Run) -> None:
        run.github = DryRun(run.github, run.world)
        reconcile_all(run)
        settle(run)

    looks(stage, seen)
    tick(stage, "take the link out")
    began = len(stage.world.hub.log)
    run = stage.run(act)
    assert stage.wrote_since(began) == []
    said = " ".join(deed.text for deed in run.done)
    assert "push to suggest/decisions: data/upkeep.json" in said


def test_a_fault_of_upkeeps_own_stops_no_submission(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(stage, saw())
    number = stage.suggest("ann", arxiv(1), "A paper that is fine")

    def broken(*_: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("bot.flows.github.upkeep.settle.show", broken)
    run = stage.sweep()
    assert stage.state(number) is State.READY
    said = [deed.text for deed in run.done]
    assert "upkeep could not be settled, and waits:" in said
    assert any("ZeroDivisionError: a fault" in line for line in said)


def test_decisions_that_cannot_be_read_are_told_and_nothing_is_decided(stage: Stage) -> None:
    looks(stage, saw(code=dead()))
    stage.world.push_commit("main", {upkeep.DECISIONS: "{"}, "mia")
    began = len(stage.world.hub.log)
    run = stage.sweep()
    assert stage.wrote_since(began) == []
    assert any(upkeep.DECISIONS in deed.text for deed in run.done)
