"""Which random histories does a list on GitHub have, and how does one end?

A history is drawn from a number, so that whoever has the number can play it again.
"""

import random
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.model.github.world import SEEN
from bot.store import files
from tests.flows.crowd import APPROVALS, MAINTAINERS, PEOPLE, WORKS, Crowd
from tests.flows.on_github import Stage, paper
from tests.flows.poison import ERRORS, ROOMS, UNREADABLE, WORD, odd_body, unable
from tests.flows.truths import Truths
from tests.flows.upkeep_crowd import (
    event,
    looks,
    meddle,
    meddle_with_board,
    order,
    order_on_pull,
    tick,
)
from tests.github_server.faults import Fault
from tests.github_server.state import Issue
from tests.github_server.wire import ApiError

CATEGORIES = ("Serving Systems", "Kernels", "Surveys | Reviews", "Not sure")
HUMANS = tuple(each for each in PEOPLE if not each.endswith("[bot]"))
NO_LINK = "### Paper link(s)\n\n```text\nthe one about caches\n```\n"
A_DAY = 86_400
METHODS = ("merge", "squash", "rebase")
REASONS = (None, "completed", "not_planned", "duplicate")
ENTRIES = (
    "fastertransformer",
    "efficient-memory-management-for-large-language-model-serving",
    "orca-a-distributed-serving-system-for-transformer-based",
)
MAILS = Path(__file__).parents[1] / "examples" / "commands" / "mails.txt"
HEADERS = tuple(
    each.strip() for each in re.split(r"(?m)^(?:%%|#.*)$", MAILS.read_text("utf-8")) if each.strip()
)
ORDERS = (
    *(("mia", each) for each in ("/hold", "/refresh", "/category kernels", "/set venue SOSP 2025")),
    *(("max", each) for each in ("/hold not yet", "/set title A Title Set by Hand", "/refresh")),
    ("kim", "/category serving"),
    ("mia", "/not-duplicate"),
    ("mia", "/help"),
    ("mia", "/suggest"),
    ("mia", "/decline\n\nNothing but an advertisement."),
    ("max", "@mia /approve"),
    ("mia", "`/approve`"),
    ("author", "/help"),
    ("author", "/decline me"),
    ("bob", "/aprove"),
    ("ann", "/approve"),
    ("bob", "Nice work, thank you!"),
)
TROUBLES = (
    *("heads_lag", "lists_lag", "mergeable_takes_time", "nulls", "heavy", "too_much", "unshown"),
    *("methods", "rules", "branch", "pulls"),
    *(each for each in Fault if each in {"reset before", "reset after", "500 before"}),
    *(each for each in Fault if each in {"502 after", "truncated"}),
)


class Step(NamedTuple):
    """What happens: its name, to whom, and a choice that depends on the name."""

    name: str
    at: int
    what: int


Act = Callable[[Crowd, int, int], object]


def _issue(crowd: Crowd, at: int) -> int:
    return crowd.issues[at % len(crowd.issues)]


def _thread(crowd: Crowd, at: int) -> int:
    """Give an issue, or, of every other choice, its pull request, if it has one."""
    pull = _found_pull(crowd, at)
    return pull.number if pull and at % 2 else _issue(crowd, at)


def _found_pull(crowd: Crowd, at: int) -> Issue | None:
    """Give a pull request of an issue: which one is there first is no matter."""
    pulls = crowd.stage.pulls(_issue(crowd, at)) if crowd.issues else []
    return pulls[at // len(crowd.issues) % len(pulls)] if pulls else None


def _pull(crowd: Crowd, at: int) -> Issue:
    found = _found_pull(crowd, at)
    assert found
    return found


def _suggest(crowd: Crowd, at: int, what: int) -> None:
    who, category = PEOPLE[at % len(PEOPLE)], CATEGORIES[what % len(CATEGORIES)]
    crowd.suggest(who, WORKS[what % len(WORKS)], at, category)


def _suggest_titled(crowd: Crowd, at: int, what: int) -> None:
    """Suggest a work with a title typed: its own, spelt otherwise, or another work's."""
    work, other = (WORKS[number % len(WORKS)] for number in (what, what + 1))
    title = (work.title, work.title.upper(), other.title)[at % 3]
    category = CATEGORIES[what % len(CATEGORIES)]
    crowd.suggest(PEOPLE[at % len(PEOPLE)], work, at, category, title)


def _paste(crowd: Crowd, at: int, what: int) -> None:
    """Suggest one work or two by their links alone, as only people may."""
    works = tuple(WORKS[number % len(WORKS)] for number in range(what, what + 1 + at % 2))
    crowd.paste(HUMANS[at % len(HUMANS)], works, at)


def _correct(crowd: Crowd, at: int, what: int) -> None:
    action = "Remove the entry" if what % 4 == 0 else "Change the entry"
    right = ("venue: OSDI 2023", "short_name: Fast", "note: Read it twice.")[what % 3]
    crowd.correct(PEOPLE[at % len(PEOPLE)], ENTRIES[at % len(ENTRIES)], right, action)


def _switch(crowd: Crowd, *, down: bool) -> None:
    crowd.stage.services.down = down


def _edit(crowd: Crowd, at: int, what: int) -> None:
    work = WORKS[what % len(WORKS)]
    body = paper(work.links[at % len(work.links)], category=CATEGORIES[at % len(CATEGORIES)])
    crowd.edit(_issue(crowd, at), body if what % 5 else NO_LINK)


def _edit_away(crowd: Crowd, at: int, what: int) -> None:
    """Edit an issue such that it asks for another work.

    Only who has seen the one before knows whether an edit asks for the same, and keeps its place.
    """
    work = WORKS[what % len(WORKS)]
    if not any(link in crowd.world.issue(_issue(crowd, at)).body for link in work.links):
        _edit(crowd, at, what)


def _order(crowd: Crowd, number: int, what: int) -> None:
    who, text = ORDERS[what % len(ORDERS)]
    crowd.comment(number, who, text)


def _mail(crowd: Crowd, number: int, what: int) -> None:
    """Answer by mail, with a stranger's words below, as mail programs quote them."""
    words = ("Thank you, I shall look at it.", "/hold")[what % 2]
    crowd.comment(number, "mia", f"{words}\n\n{HEADERS[what % len(HEADERS)]}\n\n/approve")


def _rewrite(crowd: Crowd, at: int, what: int) -> None:
    words = ("", "Never mind.", APPROVALS[what % 3], *(text for _, text in ORDERS))
    crowd.rewrite(at, words[what % len(words)], by_author=what % 2 == 0)


def _review(crowd: Crowd, at: int, what: int) -> None:
    who = (*MAINTAINERS, "bob")[what % 4]
    event = ("APPROVE", "REQUEST_CHANGES", "COMMENT")[(at + what) % 3]
    crowd.review(_pull(crowd, at), who, event, ORDERS[what % len(ORDERS)][1])


def _rights(crowd: Crowd, at: int) -> None:
    """Let one maintainer lose the right to write, or another person gain it."""
    login, right = (("max", "read"), ("kim", "write"))[at % 2]
    crowd.world.state.people.allow(login, right)


def _decide(crowd: Crowd, at: int, what: int) -> None:
    """Decline or withdraw, and close the issue by hand as well."""
    number = _issue(crowd, at)
    crowd.comment(number, "mia", ("/decline out of scope", "/withdraw")[what % 2])
    crowd.close(number)


def _approve(crowd: Crowd, at: int, what: int) -> None:
    who = MAINTAINERS[what % 3 if what % 5 == 0 else 0]
    crowd.comment(_thread(crowd, at), who, APPROVALS[what % 3])


def _take_up(crowd: Crowd, at: int) -> None:
    if crowd.questions:
        crowd.take_up(crowd.questions[at % len(crowd.questions)])


def _poke(crowd: Crowd, at: int, what: int) -> None:
    """Do something to the poisoned submission, if there is one."""
    number = crowd.poison
    if number is None:
        return
    issue = crowd.world.issue(number)
    for pull in crowd.stage.pulls(number):
        if pull.state == "open" and at % 3 == 0:
            text = list(UNREADABLE.values())[what % len(UNREADABLE)]
            crowd.world.push_commit(pull.opened.head, {files.PAPERS: text}, "mia")
    if at % 3 == 1:
        crowd.world.comment(number, *(("mia", "/refresh"), ("bob", "/approve"))[what % 2])
    if at % 3 == 2:
        crowd.world.edit_issue(number, "eve", body=f"{issue.body}\n{what}")


# What people do to issues; none of it needs the bot to have done anything before.
ON_ISSUES: dict[str, Act] = {
    "suggest": _suggest,
    "suggest titled": _suggest_titled,
    "paste": _paste,
    "ask": lambda crowd, at, what: crowd.ask(PEOPLE[at % len(PEOPLE)], WORKS[what % len(WORKS)]),
    "edit": _edit,
    "edit away": _edit_away,
    "order": lambda crowd, at, what: _order(crowd, _issue(crowd, at), what),
    "decide": _decide,
    "close": lambda crowd, at, what: crowd.close(
        _issue(crowd, at), ("mia", "author")[what % 2], REASONS[what % 4]
    ),
    "reopen": lambda crowd, at, _: crowd.reopen(_issue(crowd, at)),
    "delete": lambda crowd, at, what: None if what % 3 else crowd.delete(_issue(crowd, at)),
}
ON_MAIN: dict[str, Act] = {
    "break main": lambda crowd, _, __: crowd.break_main(),
    "mend main": lambda crowd, _, __: crowd.mend_main(),
    "add to main": lambda crowd, _, what: crowd.add_to_main(WORKS[what % len(WORKS)]),
}
SERVICES: dict[str, Act] = {
    "services down": lambda crowd, _, __: _switch(crowd, down=True),
    "services up": lambda crowd, _, __: _switch(crowd, down=False),
}
WITH_THE_BOT: dict[str, Act] = {
    "correct": _correct,
    "offer": lambda crowd, at, what: crowd.offer(
        HUMANS[at % len(HUMANS)], WORKS[what % len(WORKS)], at
    ),
    "approve": _approve,
    "approve soon": _approve,
    "withdraw": lambda crowd, at, _: crowd.comment(_thread(crowd, at), "author", "/withdraw"),
    "decline": lambda crowd, at, _: crowd.comment(_thread(crowd, at), "mia", "/decline no"),
    "mail": lambda crowd, at, what: _mail(crowd, _thread(crowd, at), what),
    "rewrite": _rewrite,
    "rights": lambda crowd, at, _: _rights(crowd, at),
    "take up": lambda crowd, at, _: _take_up(crowd, at),
    "lock": lambda crowd, at, _: crowd.lock(_thread(crowd, at)),
    "note above": lambda crowd, at, _: crowd.note_above(_issue(crowd, at)),
    "labels off": lambda crowd, at, _: crowd.take_labels_off(_thread(crowd, at)),
    "answer off": lambda crowd, at, _: crowd.delete_answer(_issue(crowd, at)),
    "poke": _poke,
}
ON_PULLS: dict[str, Act] = {
    "merge": lambda crowd, at, what: crowd.merge(_pull(crowd, at), METHODS[what % 3]),
    "order on pull": lambda crowd, at, what: _order(crowd, _pull(crowd, at).number, what),
    "review": _review,
    "rereview": lambda crowd, at, what: crowd.rereview(
        _pull(crowd, at), what, ("", ORDERS[what % len(ORDERS)][1], "/approve")[what % 3]
    ),
    "update": lambda crowd, at, _: crowd.update(_pull(crowd, at)),
    "mend": lambda crowd, at, _: crowd.mend(_pull(crowd, at)),
    "amend": lambda crowd, at, _: crowd.amend(_pull(crowd, at)),
    "lead away": lambda crowd, at, _: crowd.lead_away(_pull(crowd, at)),
    "push else": lambda crowd, at, _: crowd.push_else(_pull(crowd, at)),
    "describe": lambda crowd, at, _: crowd.describe(_pull(crowd, at)),
    "retitle": lambda crowd, at, _: crowd.retitle(_pull(crowd, at)),
    "revert": lambda crowd, at, _: crowd.revert(_pull(crowd, at)),
    "branch off": lambda crowd, at, _: crowd.delete_branch(_pull(crowd, at)),
    "close pull": lambda crowd, at, _: crowd.close(_pull(crowd, at).number),
    "reopen pull": lambda crowd, at, _: crowd.reopen(_pull(crowd, at).number),
}
SETTINGS: dict[str, Act] = {
    "reviews count": lambda crowd, _, what: crowd.configure(
        reviews_approve=("true", "false")[what % 2]
    ),
    "watch": lambda crowd, _, what: crowd.configure(mode=('"watch"', '"act"')[what % 2]),
    "first day": lambda crowd, _, what: (
        None if what % 3 else crowd.configure(since=f'"{crowd.world.state.now}"')
    ),
}
TROUBLE: dict[str, Act] = {
    "trouble": lambda crowd, at, what: crowd.trouble(TROUBLES[what % len(TROUBLES)], at),
    "trouble ends": lambda crowd, _, __: crowd.trouble_ends(),
}
UPKEEP: dict[str, Act] = {
    "look": looks,
    "tick": tick,
    "order on board": order,
    "order on upkeep": order_on_pull,
    "meddle": meddle,
    "meddle with board": meddle_with_board,
    "upkeep event": lambda crowd, at, _: event(crowd, at),
    "days pass": lambda crowd, at, _: crowd.world.pass_time((1, 8, 30)[at % 3] * A_DAY),
}
THE_BOT: dict[str, Act] = {
    "event": lambda crowd, at, _: crowd.bot(_thread(crowd, at)),
    "sweep": lambda crowd, _, __: crowd.bot(),
}
_BEGIN = (
    *("suggest", "suggest titled", "paste", "ask", "correct", "offer", "take up", "rights"),
    "poke",
)
ALONE = {*ON_MAIN, *SERVICES, *SETTINGS, *UPKEEP, *TROUBLE, *_BEGIN}
CALM = ON_ISSUES | ON_MAIN | SERVICES | WITH_THE_BOT | ON_PULLS | SETTINGS | UPKEEP | THE_BOT
EVERYTHING = CALM | TROUBLE
# Suggestions, approvals and runs come often, or there is nothing that the rest can happen to.
OFTEN = [
    *8 * ["suggest"],
    *8 * ["offer"],
    *12 * ["approve"],
    *30 * ["event"],
    *5 * ["sweep"],
    *2 * [*ON_PULLS],
]


class Poison(NamedTuple):
    """A submission with which the bot may be unable to deal: at which step it comes, and how.

    `room` fails for it, by an error of this class; "" where only its words are odd.
    """

    after: int
    room: str
    error: type[Exception]
    body: str


class History(NamedTuple):
    """What happens, in order; with poison, if there is any."""

    steps: list[Step]
    poison: Poison | None = None


def drawn(number: int, longest: int) -> History:
    """Draw the history of a number: one of three holds poison, the others troubles of GitHub.

    In every other one the jobs of upkeep run, and people use what comes of them.
    """
    chance = random.Random(number)
    poisoned = chance.random() < 1 / 3
    names = [*(CALM if poisoned else [*EVERYTHING, *3 * [*TROUBLE]]), *OFTEN]
    begin = ["suggest", "event", "suggest", "event"]
    if chance.random() < 1 / 2:
        names += [*UPKEEP, *3 * [*UPKEEP, "sweep", "look", "upkeep event", "order on upkeep"]]
        begin += ["look", "sweep"]
    count = chance.randint(longest // 2, longest)
    happens = [*begin, *chance.choices(names, k=count)]
    steps = [Step(name, chance.randrange(30), chance.randrange(30)) for name in happens]
    if not poisoned:
        return History(steps)
    room = chance.choice(("", *ROOMS, *ROOMS))
    body = odd_body(chance) if not room or chance.random() < 1 / 4 else ""
    return History(
        steps, Poison(chance.randrange(len(steps)), room, chance.choice(ERRORS), f"{body}")
    )


def drawn_before_the_bot(number: int, longest: int) -> History:
    """Draw a history of what people do without the bot."""
    chance = random.Random(number)
    names = [*(each for each in ON_ISSUES if each != "edit"), *ON_MAIN, *3 * ["suggest"]]
    count = chance.randint(longest // 2, longest)
    return History(
        [
            Step(chance.choice(names), chance.randrange(30), chance.randrange(30))
            for _ in range(count)
        ]
    )


def play(crowd: Crowd, step: Step) -> None:
    """Let one thing happen, if there is anything yet that it can happen to."""
    name, at, what = step
    if name not in ALONE and not crowd.issues:
        return
    if name in ON_PULLS and not _found_pull(crowd, at):
        return
    try:
        EVERYTHING[name](crowd, at, what)
    except ApiError:
        return  # GitHub does not let a person do it just now
    finally:
        Truths(crowd).check_always()


def ends(crowd: Crowd) -> list[str]:
    """Give, in the order of opening, the state that the label of each issue tells.

    "gone" is deleted, "closed" what was closed before the bot has ever seen it.
    """
    found = []
    for number in crowd.issues:
        issue, state = crowd.world.issue(number), crowd.stage.state(number)
        unseen = "closed" if issue.state == "closed" and state is None else str(state)
        found.append("gone" if issue.deleted else unseen)
    return found


def endings(crowd: Crowd) -> Iterator[tuple[object, ...]]:
    """Give how each issue ended, without the numbers of what belongs to it."""
    for number, state in zip(crowd.issues, ends(crowd), strict=True):
        said = re.sub(r"(#|%23)\d+", "#", crowd.stage.comment(number))
        said = re.sub(r"[Ii]ssue \d+|/issues/\d+", "an issue", said)
        yield state, said, [each.state for each in crowd.stage.pulls(number)]


def tell(history: History) -> Crowd:
    """Play a history, and, where there is poison, also without it; assert what must be true."""
    crowd = _told(history, poisoned=history.poison is not None)
    if history.poison:
        healthy = _told(history, poisoned=False)
        assert [*endings(crowd)] == [*endings(healthy)]
    return crowd


def _told(history: History, *, poisoned: bool) -> Crowd:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch().context() as patch:
        crowd = Crowd(Stage(Path(folder), in_memory=True))
        for at, step in enumerate(history.steps):
            if history.poison and at == history.poison.after:
                _pour(crowd, history.poison, patch, poisoned=poisoned)
            play(crowd, step)
        _settled(crowd)
    return crowd


def _pour(crowd: Crowd, poison: Poison, patch: pytest.MonkeyPatch, *, poisoned: bool) -> None:
    """Let the poisoned submission come, or, in its place, a question."""
    if not poisoned:
        crowd.world.open_issue("eve", "A question", "Who keeps this list?")
        return
    title = f"A Work of {WORD}"
    body = poison.body or paper("https://arxiv.org/abs/2509.09999", title)
    crowd.poison = crowd.world.open_issue("eve", title, body, ("suggestion",))
    if poison.room:
        unable(patch, poison.room, poison.error)


def _settled(crowd: Crowd) -> None:
    """Let all be well, and the bot look at everything: then all must be settled.

    What upkeep lands, and which works it suggests, the next sweep brings to the others.
    """
    crowd.settle()
    crowd.bot()
    if crowd.world.state.repo.branch(SEEN):
        crowd.bot()
    Truths(crowd).check_settled()
    crowd.stage.quiet()


def tell_twice(history: History) -> Crowd:
    """Play a history with a bot that hears of everything and with one that hears of nothing."""
    ended = []
    for hears in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            crowd = Crowd(Stage(Path(folder), in_memory=True))
            for step in history.steps:
                play(crowd, step)
                if hears:
                    play(crowd, step._replace(name="event"))
            _settled(crowd)
            ended.append((crowd, ends(crowd)))
    (crowd, told), (_, late) = ended
    # The one that came late has never seen what was closed before.
    assert [
        one if other != "closed" else other for one, other in zip(told, late, strict=True)
    ] == late
    return crowd
