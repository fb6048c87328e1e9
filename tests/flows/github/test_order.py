"""Does the bot come to the right end in whatever order things happen, and however often it runs?

For more and longer ones: `python -m tests.bench.order --number 1000 --seed 7`.
"""

import pytest

from tests.flows.histories import drawn, drawn_before_the_bot, tell, tell_twice


@pytest.mark.parametrize("number", range(20))
def test_whatever_happens_in_whatever_order_all_is_well_after_a_sweep(number: int) -> None:
    tell(drawn(number, 20))


@pytest.mark.parametrize("number", range(8))
def test_a_bot_that_saw_no_event_comes_to_the_same_states(number: int) -> None:
    tell_twice(drawn_before_the_bot(number, 10))
