"""What do comments on the dashboard order, and what is answered where they order nothing?"""

import pytest

from bot.model.github.account import Account
from bot.model.github.world import Comment, Issue
from bot.model.upkeep.candidate import Candidate
from bot.model.upkeep.kept import Decision, Decisions, Doubt
from bot.model.upkeep.link import Finding, LinkState
from bot.upkeep.board import candidates, idle, orders
from bot.upkeep.board.boxes import Tick, key_of
from bot.upkeep.board.troubles import key
from tests.upkeep.examples import rows

DAY = "2026-11-30"
BOT = Account("the-bot")
DEAD = LinkState(looked=DAY, verdict="dead", said="there is no such host", since="2026-11-01")
LOST = Finding(url="https://a.example/lost", state=DEAD, entries=("orca",))
SAVED = Finding(
    url="https://b.example/saved",
    state=DEAD.model_copy(update={"archived": "https://archive.example/saved"}),
    entries=("paged",),
)
CANDIDATES = [
    Candidate(
        number=number,
        work=f"arxiv:2610.000{number}",
        url=f"https://arxiv.org/abs/2610.000{number}",
        title=f"Work {number}",
        day=DAY,
        on=DAY,
    )
    for number in (31, 35)
]


def may(login: str) -> bool:
    return login in {"mia", "owner"}


def told(decision: Decision | None, refusal: str) -> str:
    return f"{decision.key}: {decision.value} by {decision.by}" if decision else refusal


@pytest.mark.parametrize(("author", "editor", "sign", "text", "outcome"), rows("orders.tsv"))
def test_an_order_comes_to_what_the_table_says(
    author: str, editor: str, sign: str, text: str, outcome: str
) -> None:
    signs = frozenset(filter(None, [sign]))
    body = text.replace("; ", "\n")
    comment = Comment(
        id=7,
        author=author,
        body=body,
        created_at=f"{DAY}T08:00:00Z",
        editor=editor,
        signs=signs,
    )
    heard = [
        *orders.from_comments([comment], [LOST, SAVED], may, BOT, DAY),
        *candidates.from_comments([comment], CANDIDATES, may, BOT, DAY),
        *idle.from_comments([comment], may, BOT),
    ]
    assert {order.comment for order in heard} <= {7}
    assert " | ".join(told(order.decision, order.refusal) for order in heard) == outcome


def test_a_tick_decides_about_all_links_that_are_told_together_and_about_no_other() -> None:
    pages = [
        Finding(url=f"https://a.example/{number}", state=DEAD, entries=("orca",))
        for number in range(3)
    ]
    doubt = Doubt(a="orca", b="paged", why="one title")
    ticked = [
        Tick("remove", key(tuple(pages))),
        Tick("keep", key((LOST,))),
        Tick("distinct", key_of(doubt.key)),
        Tick("distinct", key((SAVED,))),
        Tick("archive", key_of(doubt.key)),
        Tick("take", key((SAVED,))),
    ]
    removed = [
        Decision(about="link", key=page.url, value="remove", by="mia", on=DAY) for page in pages
    ]
    distinct = Decision(about="distinct", key=doubt.key, by="mia", on=DAY)
    decided = list(orders.from_ticks(ticked, [*pages, SAVED], [doubt], "mia", DAY))
    assert decided == [distinct, *removed]


def test_a_link_is_kept_in_the_trouble_that_it_is_in() -> None:
    ticked = [Tick("keep", key((SAVED,)))]
    assert list(orders.from_ticks(ticked, [SAVED], [], "mia", DAY)) == [
        Decision(about="link", key=SAVED.url, value="dead there is no such host", by="mia", on=DAY)
    ]


def test_a_tick_takes_a_candidate_or_dismisses_it_and_both_dismiss() -> None:
    ticked = [Tick("suggest", "31"), Tick("dismiss", "35"), Tick("suggest", "35")]
    ticked += [Tick("keep", "31"), Tick("suggest", "36")]
    decided = tuple(candidates.from_ticks(frozenset(ticked), CANDIDATES, "mia", DAY))
    assert [(decision.key, decision.value) for decision in decided] == [
        ("arxiv:2610.00035", "taken"),
        ("arxiv:2610.00031", "taken"),
        ("arxiv:2610.00035", "dismissed"),
    ]
    assert {(decision.about, decision.by, decision.on) for decision in decided} == {
        ("candidate", "mia", DAY)
    }


def test_a_candidate_is_taken_that_a_maintainer_wants() -> None:
    taken, dismissed = (
        Decision(about="candidate", key=candidate.work, value=value, by="mia", on=DAY)
        for candidate, value in zip(CANDIDATES, ("taken", "dismissed"), strict=True)
    )
    other = taken.model_copy(update={"about": "drop", "key": CANDIDATES[1].work})
    decisions = Decisions(decisions=(taken, dismissed, other))
    assert candidates.taken(CANDIDATES, decisions) == [candidates.Taken(CANDIDATES[0], "mia")]
    assert candidates.undecided(CANDIDATES, decisions, frozenset(), []) == ()
    assert candidates.undecided(CANDIDATES, Decisions(), frozenset({taken.key}), []) == (
        CANDIDATES[1],
    )


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("See https://arxiv.org/abs/2610.00031v2.", True),
        ("2610.00031", True),
        ("x2610.00031", False),
        ("2610.000311", False),
        ("2610.00031.7", False),
        ("2610.00035", False),
    ],
)
def test_a_candidate_that_an_issue_names_is_not_shown(text: str, *, is_named: bool) -> None:
    for title, body in ((text, ""), ("words", text)):
        issue = Issue(number=1, title=title, body=body, author="sam", created_at=DAY)
        shown = candidates.undecided(CANDIDATES[:1], Decisions(), frozenset(), [issue])
        assert shown == (() if is_named else (CANDIDATES[0],))
