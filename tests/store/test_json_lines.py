"""Does every value of a JSON text get the line on which it stands?"""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.model.lists.check import KeyPath
from bot.store.json_lines import lines_of

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


def places(value: Any, path: KeyPath = ()) -> list[KeyPath]:  # noqa: ANN401  (any JSON value)
    """List the path of a value and of all values in it, in the order in which they stand."""
    inside: list[KeyPath] = [path]
    if isinstance(value, dict):
        for key, item in value.items():
            inside += places(item, (*path, key))
    if isinstance(value, list):
        for number, item in enumerate(value):
            inside += places(item, (*path, number))
    return inside


@given(VALUES)
def test_every_value_is_found_and_lines_never_go_back(value: Any) -> None:  # noqa: ANN401
    found = lines_of(json.dumps(value, indent=1, ensure_ascii=False))
    expected = places(value)
    assert sorted(map(repr, found.line)) == sorted(map(repr, expected))
    assert not found.repeated
    lines = [found.line[path] for path in expected]
    assert lines == sorted(lines)


def test_lines_are_those_of_the_keys() -> None:
    text = '{\n "a": [\n  1,\n  {"b": "}\\n\\""}\n ],\n "c": {}\n}'
    assert lines_of(text).line == {
        (): 1,
        ("a",): 2,
        ("a", 0): 3,
        ("a", 1): 4,
        ("a", 1, "b"): 4,
        ("c",): 6,
    }


def test_a_key_that_stands_twice_is_named_with_its_second_line() -> None:
    assert lines_of('{"a": 1,\n "b": {"a": 1},\n "a": 2}').repeated == [(("a",), 3)]
