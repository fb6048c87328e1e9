"""Who waits for whom, when did a maintainer act last, and is it time to remind them?"""

from typing import Any

import pytest

from bot.model.github.account import Account
from bot.model.github.world import Comment, Issue, Pull, World
from bot.model.state import State
from bot.model.upkeep.kept import Observations, Ran
from bot.upkeep.board.late import is_due, late
from bot.upkeep.board.queue import FOR_MAINTAINERS, MOST_ASKED, last_act, waiting

TODAY = "2026-11-30"
BOT = Account("the-bot")


def at(day: int) -> str:
    return f"2026-11-{day:02}T08:00:00Z"


def issue(number: int, **more: Any) -> Issue:  # noqa: ANN401  # any field of an issue
    return Issue(
        **{
            "number": number,
            "title": f"Work {number}",
            "body": "",
            "author": "sam",
            "created_at": at(1),
            **more,
        }
    )


def pull(number: int, branch: str, **more: Any) -> Pull:  # noqa: ANN401  # any field of a pull request
    return Pull(number=number, branch=branch, head="", title="", body="", **more)


def said(author: str, day: int, edited: int = 0) -> Comment:
    edited_at = at(edited) if edited else ""
    return Comment(id=1, author=author, body="words", created_at=at(day), edited_at=edited_at)


def world(*issues: Issue, pulls: tuple[Pull, ...] = ()) -> World:
    return World(
        name="a/list",
        base="main",
        tip="",
        methods=(),
        labels=frozenset(),
        today=TODAY,
        issues={one.number: one for one in issues},
        pulls={one.number: one for one in pulls},
    )


@pytest.mark.parametrize(
    ("posts", "pulls", "day"),
    [
        ({}, (), 0),
        ({"comments": (said("mia", 9),)}, (), 9),
        ({"comments": (said("mia", 9), said("mia", 4, edited=12))}, (), 12),
        ({"comments": (said("sam", 9), said("eve", 8), said("the-bot", 7))}, (), 0),
        ({"author": "mia", "comments": (said("mia", 9),)}, (), 0),
        ({"is_open": False, "closed_by": "mia", "closed_at": at(8)}, (), 8),
        ({"is_open": False, "closed_by": "sam", "closed_at": at(8)}, (), 0),
        ({"is_open": False, "closed_by": "the-bot", "closed_at": at(8)}, (), 0),
        ({"author": "mia", "is_open": False, "closed_by": "mia", "closed_at": at(8)}, (), 0),
        ({"author": "the-bot", "editor": "mia", "edited_at": at(7)}, (), 7),
        ({"author": "the-bot", "editor": "the-bot", "edited_at": at(7)}, (), 0),
        ({"editor": "mia", "edited_at": at(7)}, (), 0),
        ({}, (pull(9, "suggest/issue-1", comments=(said("mia", 6),)),), 6),
        ({}, (pull(9, "suggest/issue-1", comments=(said("sam", 6),)),), 0),
        ({}, (pull(9, "suggest/issue-5", comments=(said("mia", 6),)),), 6),
    ],
)
def test_a_maintainer_acts_by_what_they_do_to_what_others_suggested(
    posts: dict[str, Any], pulls: tuple[Pull, ...], day: int
) -> None:
    is_may = {"mia", "the-bot"}.__contains__
    assert last_act(world(issue(1, **posts), pulls=pulls), BOT, is_may) == (at(day) if day else "")


def test_of_those_who_wrote_last_only_some_are_asked_about_and_each_once() -> None:
    strangers = [said(f"stranger-{number}", 20 - number) for number in range(MOST_ASKED)]
    asked = list[str]()

    def may(login: str) -> bool:
        asked.append(login)
        return login == "mia"

    crowd = issue(1, comments=(*strangers[:-1], *strangers[:-1], said("mia", 2)))
    assert last_act(world(crowd), BOT, may) == at(2)
    assert asked == [*(one.author for one in strangers[:-1]), "mia"]
    asked.clear()
    assert last_act(world(issue(1, comments=(*strangers, said("mia", 2)))), BOT, may) == ""
    assert asked == [one.author for one in strangers]


def test_who_waits_longest_comes_first_with_the_pull_request_that_is_open() -> None:
    ready, stuck, approved = ((str(state),) for state in (State.READY, State.STUCK, State.APPROVED))
    submissions = world(
        issue(1, created_at=at(9), labels=("else", *ready)),
        issue(2, created_at=at(5), labels=stuck),
        issue(3, created_at=at(5), labels=ready),
        issue(4, labels=approved),
        issue(5, labels=ready, is_open=False),
        pulls=(
            pull(11, "suggest/issue-2", is_open=False),
            pull(12, "suggest/issue-2-2"),
            pull(13, "suggest/issue-3", is_open=False),
        ),
    )
    assert [tuple(one) for one in waiting(submissions, FOR_MAINTAINERS)] == [
        (2, "Work 2", 25, 12),
        (3, "Work 3", 25, 0),
        (1, "Work 1", 21, 0),
    ]


def test_a_job_is_late_that_ran_once_and_not_for_two_weeks() -> None:
    ran = {
        "links": Ran(on="2026-11-16", said="done"),
        "metadata": Ran(on="2026-11-17", said="done"),
    }
    seen = Observations.model_validate({"runs": ran})
    assert late(seen, TODAY) == ("links",)
    assert late(Observations(), TODAY) == ()


@pytest.mark.parametrize(
    ("oldest", "acted", "reminded", "due"),
    [
        (14, "", "", True),
        (13, "", "", False),
        (14, "2026-11-16", "", True),
        (14, "2026-11-17", "", False),
        (14, "", "2026-10-31", True),
        (14, "", "2026-11-01", False),
        (14, "2026-11-16", "2026-10-31", True),
    ],
)
def test_maintainers_are_reminded_once_a_month_while_something_waits_and_nobody_acts(
    oldest: int, acted: str, reminded: str, *, due: bool
) -> None:
    assert is_due(TODAY, oldest, acted, reminded) is due
