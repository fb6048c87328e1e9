"""Does YAML text hold exactly the values it was made from?"""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.render.github.files.yaml_text import YamlValue, yaml_text

texts = st.text(st.characters(codec="utf-8"))
keys = st.sampled_from(["name", "body", "default", "blank_issues_enabled"])
scalars = texts | st.booleans() | st.integers()
values: st.SearchStrategy[YamlValue] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(keys, inner, min_size=1),
    max_leaves=20,
)


@given(st.dictionaries(keys, values, min_size=1))
def test_a_reader_of_yaml_gets_the_same_values(value: dict[str, YamlValue]) -> None:
    assert yaml.safe_load(yaml_text(value)) == value


@given(texts)
def test_a_text_stays_on_one_line(text: str) -> None:
    written = yaml_text({"key": text})

    assert written.splitlines() == [written[:-1]]


def test_texts_that_other_writers_leave_bare_are_quoted() -> None:
    value: dict[str, YamlValue] = {
        "name": ["no", "1.0", "a: b # c", "😀 \u2028\x7f\ufeff", True, 0],
        "body": {"a": ["- "]},
    }

    assert yaml_text(value) == (
        'name:\n  - "no"\n  - "1.0"\n  - "a: b # c"\n  - "😀 \\u2028\\u007F\\uFEFF"\n'
        '  - true\n  - 0\nbody:\n  a:\n    - "- "\n'
    )
