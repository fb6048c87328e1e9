"""Are comments, labels and issues found again where a run before has made them?"""

import pytest

from bot.errors import BotError, ForbiddenError, UsageError
from bot.github_api.hub import Hub
from bot.model.github.plan import (
    Acknowledge,
    CloseIssue,
    EditIssue,
    MakeLabel,
    OpenIssue,
    ReopenIssue,
    Say,
    SetLabels,
    Unsay,
)
from bot.model.github.result import Done, Gone, Opened, Refused, Said
from tests.github_api.scene import BOT, MARK, NEW, OPEN, Scene
from tests.github_server.client import FILES
from tests.github_server.faults import Fault


def test_a_comment_that_was_deleted_is_written_again(here: Scene) -> None:
    gone = here.github.issue(OPEN).comments[0].id
    path = f"/repos/octo/papers/issues/comments/{gone}"
    here.github.hub.act("octo", "DELETE", path)

    result = here.hub.perform(Say(OPEN, f"{MARK}\nAgain.", gone))

    assert isinstance(result, Said)
    assert here.github.issue(OPEN).comments[-1].id == result.comment != gone


def test_a_comment_of_another_account_that_may_not_be_edited_is_written_anew(here: Scene) -> None:
    old = here.github.comment(NEW, "paper-list[bot]", f"{MARK}\nOld.")
    here.github.hub.fault(Fault.FORBIDDEN, at=1)

    result = here.hub.perform(Say(NEW, f"{MARK}\nNew.", old))

    said = here.github.issue(NEW).comments
    assert [each.author.login for each in said] == ["paper-list[bot]", BOT]
    assert result == Said(said[1].id)


def test_after_an_outage_the_bots_own_comment_is_found_on_any_page(here: Scene) -> None:
    here.github.comment(NEW, "ann", f"{MARK}\nI forge the bot's marker.")
    own = here.github.comment(NEW, BOT, f"{MARK}\nOld.")
    for at in range(150):
        here.github.comment(NEW, "ann", f"{at}")
    here.github.hub.fault(Fault.RESET_BEFORE, at=1)

    result = here.hub.perform(Say(NEW, f"{MARK}\nNew."))

    assert result == Said(own)
    assert here.github.state.comments[own].body == f"{MARK}\nNew."
    assert len(here.github.issue(NEW).comments) == 152


def test_after_an_outage_nobody_elses_comment_is_taken_for_the_bots(here: Scene) -> None:
    here.github.comment(NEW, "ann", f"{MARK}\nNew.")
    here.github.comment(NEW, BOT, "<!-- bot:other -->\nAbout something else.")
    here.github.hub.fault(Fault.RESET_BEFORE, at=1)

    here.hub.perform(Say(NEW, f"{MARK}\nNew."))

    assert [comment.author.login for comment in here.github.issue(NEW).comments] == [
        "ann",
        BOT,
        BOT,
    ]


def test_a_comment_with_a_note_above_its_marker_is_found_again(here: Scene) -> None:
    own = here.github.comment(NEW, BOT, f"A note.\n\n{MARK}\nOld.")
    here.github.hub.fault(Fault.RESET_BEFORE, at=1)

    assert here.hub.perform(Say(NEW, f"{MARK}\nNew.")) == Said(own)


def test_after_an_outage_a_comment_beside_an_older_one_is_not_written_over_it(here: Scene) -> None:
    old = here.github.comment(NEW, BOT, f"{MARK}\nOld.")
    here.github.hub.fault(Fault.RESET_AFTER, at=1)

    result = here.hub.perform(Say(NEW, f"{MARK}\nNew.", beside=(old,)))

    said = here.github.issue(NEW).comments
    assert [each.body for each in said] == [f"{MARK}\nOld.", f"{MARK}\nNew."]
    assert result == Said(said[1].id)


def test_a_comment_is_removed_once_and_then_gone(here: Scene) -> None:
    old = here.github.comment(NEW, BOT, f"{MARK}\nOld.")

    for _ in range(2):
        assert here.hub.perform(Unsay(NEW, old)) == Done()
    assert here.github.issue(NEW).comments == []


def test_a_label_that_exists_in_another_case_is_as_good(here: Scene) -> None:
    path = "/repos/octo/papers/labels"
    here.github.hub.act("octo", "POST", path, {"name": "Ready", "color": "000000"})

    assert here.hub.perform(MakeLabel("ready", "0e8a16", "")) == Done()
    assert isinstance(here.hub.perform(MakeLabel("new", "red", "")), Refused)


def test_labels_are_exactly_those(here: Scene) -> None:
    for wanted in (("a", "b"), ("b", "c"), ()):
        here.hub.perform(SetLabels(OPEN, wanted))
        found = [label.name for label in here.github.issue(OPEN).labels]
        assert found == list(wanted)


def test_an_issue_that_the_bot_reopens_counts_as_reopened_by_nobody(here: Scene) -> None:
    here.github.close(NEW, "mia")
    here.hub.perform(ReopenIssue(NEW))

    issue = here.hub.read().issues[NEW]
    assert (issue.is_open, issue.reopened_at) == (True, "")
    here.github.close(NEW, "mia")
    here.github.reopen(NEW, "mia")
    reopened_at = here.github.state.now
    assert here.hub.read().issues[NEW].reopened_at == reopened_at


def test_an_issue_is_closed_as_completed_or_as_not_planned(here: Scene) -> None:
    for number, completed, reason in ((NEW, True, "completed"), (OPEN, False, "not_planned")):
        assert here.hub.perform(CloseIssue(number, completed=completed)) == Done()

        issue = here.github.issue(number)
        assert (issue.state, issue.state_reason) == ("closed", reason)


def test_an_issue_of_the_bots_own_gets_its_new_text_and_is_closed_at_the_end(here: Scene) -> None:
    opened = here.hub.perform(OpenIssue("Broken", "Mend line 1."))
    assert isinstance(opened, Opened)

    for close, state in ((False, "open"), (True, "closed")):
        assert here.hub.perform(EditIssue(opened.number, f"Now {state}.", close=close)) == Done()
        issue = here.github.issue(opened.number)
        assert (issue.body, issue.state) == (f"Now {state}.", state)


def test_after_an_outage_an_issue_of_the_same_title_is_only_found_if_it_is_the_bots(
    here: Scene,
) -> None:
    here.github.open_issue("ann", "Broken", "Mend it.")
    here.github.hub.fault(Fault.RESET_BEFORE, at=1)

    result = here.hub.perform(OpenIssue("Broken", "Mend it."))

    assert isinstance(result, Opened)
    assert here.github.issue(result.number).author.login == BOT


@pytest.mark.parametrize("way", ["deleted", "never was"])
def test_what_is_gone_is_told_and_nothing_breaks(here: Scene, way: str) -> None:
    number = NEW if way == "deleted" else 99
    if way == "deleted":
        here.github.delete_issue(NEW)

    for action in (Say(number, "x"), SetLabels(number, ("a",)), CloseIssue(number)):
        assert isinstance(here.hub.perform(action), Gone)
    assert isinstance(here.hub.perform(Acknowledge(number, 5, "rocket")), Gone)


def test_nothing_is_changed_before_the_world_was_read() -> None:
    hub = Hub("token", "octo/papers", paths=tuple(FILES))

    with pytest.raises(BotError, match="read before it is changed"):
        hub.perform(CloseIssue(1))
    assert hub.sent == []


@pytest.mark.parametrize("name", ["", "papers", "a/b/c", "octo/pa pers", "octo/papers\n", "../x"])
def test_a_name_that_no_repository_has_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="write owner/name"):
        Hub("token", name, paths=())


@pytest.mark.parametrize("locked", [True, False])
def test_a_refusal_without_a_reason_is_about_a_conversation_only_if_that_is_locked(
    here: Scene, *, locked: bool
) -> None:
    if locked:
        here.github.lock(OPEN, "mia")
    here.github.hub.fault("403", path="/reactions$")
    comment = here.github.issue(OPEN).comments[1].id
    if locked:
        assert isinstance(here.hub.perform(Acknowledge(OPEN, comment, "rocket")), Refused)
    else:
        with pytest.raises(ForbiddenError):
            here.hub.perform(Acknowledge(OPEN, comment, "rocket"))
