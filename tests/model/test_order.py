"""Is there always room for another entry, without moving one that is there?"""

from hypothesis import given
from hypothesis import strategies as st

from bot.model.papers.order import between, placed, spread

KEYS = st.lists(st.text("0123456789abcdefghijklmnopqrstuvwxyz", min_size=1).map(lambda t: f"{t}i"))


@given(st.integers(0, 3000))
def test_spread_keys_stand_in_order(count: int) -> None:
    keys = spread(count)

    assert keys == sorted(set(keys))
    assert len(keys) == count
    assert all(key[-1] != "0" for key in keys)


@given(st.lists(st.integers(0, 10**6), max_size=60))
def test_a_key_between_two_stands_between_them(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        low = keys[at - 1] if at else ""
        high = keys[at] if at < len(keys) else ""
        keys.insert(at, between(low, high))
        assert keys == sorted(set(keys))


@given(KEYS, st.lists(st.integers(0, 10**6), max_size=8))
def test_what_has_a_place_keeps_it_and_what_is_new_gets_one(
    known: list[str], places: list[int]
) -> None:
    wanted = sorted(set(known))
    for place in places:
        wanted.insert(place % (len(wanted) + 1), "")

    keys = placed(wanted)

    assert keys == sorted(set(keys))
    assert all(was in ("", now) for was, now in zip(wanted, keys, strict=True))


def test_of_two_that_changed_places_one_keeps_its_key() -> None:
    keys = placed(["2", "1", "3"])

    assert keys == sorted(keys)
    assert len({"1", "2", "3"} & set(keys)) == 2
