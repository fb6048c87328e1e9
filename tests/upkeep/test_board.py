"""What do the boxes of the dashboard say, and what do ticks decide about likely changes?"""

from bot.model.upkeep.kept import Decision, Decisions
from bot.model.upkeep.proposal import Proposal
from bot.upkeep.board import likely
from bot.upkeep.board.boxes import Tick, box, key_of, obeyed_in, obeyed_mark, ticks, with_ticks

DAY = "2026-11-30"
CHANGE = Proposal(kind="venues", entry="orca", field="venue", after="OSDI 2022", said_by=("S2",))
OTHER = CHANGE.model_copy(update={"entry": "paged"})


def test_only_ticked_boxes_count_and_they_stay_ticked_in_a_new_text() -> None:
    body = f"{box('keep', 'aa')}one\n{box('keep', 'bb').replace('[ ]', '[x]')}other\n"
    new = with_ticks(body.replace("[x]", "[ ]"), ticks(body), "mia")

    assert ticks(body) == {Tick("keep", "bb")}
    assert ticks(new) == ticks(body)
    assert "<!-- bot:ticked-by mia -->" in new
    assert with_ticks(body, (), "mia") == body.replace("[x]", "[ ]")


def test_the_comments_that_were_obeyed_are_found_again() -> None:
    assert obeyed_in(f"text\n{obeyed_mark([31, 7])}\n") == {7, 31}
    assert obeyed_in("<!-- bot:obeyed me -->") == frozenset()


def test_a_tick_takes_a_likely_change_or_refuses_it_for_good() -> None:
    first, second = key_of(CHANGE.key), key_of(OTHER.key)
    ticked = [Tick("take", first), Tick("take", second), Tick("refuse", second), Tick("take", "z")]
    decided = sorted(
        likely.from_ticks(ticked, [CHANGE, OTHER], "mia", DAY), key=lambda each: each.about
    )

    assert decided == [
        Decision(about="drop", key=OTHER.key, by="mia", on=DAY),
        Decision(about="take", key=CHANGE.key, by="mia", on=DAY),
    ]
    decisions = Decisions(decisions=tuple(decided))
    [taken] = likely.taken([CHANGE, OTHER], decisions)
    assert (taken.entry, taken.said_by) == ("orca", ("S2", "mia"))
    assert likely.unanswered([CHANGE, OTHER], decisions) == ()
    assert likely.unanswered([CHANGE, OTHER], Decisions()) == (CHANGE, OTHER)
