"""Is what is written read back as the same, in one canonical text?"""

import gc
import json
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InvalidError
from bot.model.papers.paper import Catalog, Paper, Removed
from bot.model.submissions.decision import Change, Removal
from bot.review.apply import applied
from bot.store import papers

CATALOG = Catalog(
    schema_version=1,
    papers=(
        Paper(id="b", title="Zweite “Arbeit” \\ mit / ünd 中文 ", category="serving"),
        Paper(id="a", title="First", category="serving", keywords=("x", "y"), issue=3),
    ),
    removed=(Removed(id="c", title="Gone", reason="Retracted."),),
)


def test_the_text_is_sorted_and_leaves_out_what_is_empty() -> None:
    text = papers.dump(CATALOG)
    assert json.loads(text) == {
        "schema_version": 1,
        "papers": [
            {
                "id": "a",
                "title": "First",
                "category": "serving",
                "keywords": ["x", "y"],
                "issue": 3,
            },
            {"id": "b", "title": "Zweite “Arbeit” \\ mit / ünd 中文 ", "category": "serving"},
        ],
        "removed": [{"id": "c", "title": "Gone", "reason": "Retracted."}],
    }
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


def test_reading_and_writing_again_changes_nothing() -> None:
    text = papers.dump(CATALOG)
    assert papers.dump(papers.parse(text)) == text


@pytest.mark.parametrize("turn", [gc.enable, gc.disable], ids=["on", "off"])
@pytest.mark.parametrize("text", ['{"schema_version": 1, "papers": []}', "{"], ids=["good", "bad"])
def test_the_garbage_collector_is_left_as_found(text: str, turn: Callable[[], None]) -> None:
    turn()
    before = gc.isenabled()
    try:
        with suppress(InvalidError):
            papers.parse(text)
        assert gc.isenabled() is before
    finally:
        gc.enable()


def entry(number: int, note: str | None = None) -> Paper:
    """Make an entry with an id of its own."""
    return Paper(id=f"entry-{number}", title=f"Entry “{number}”", category="serving", note=note)


CHANGES = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(["add", "change", "remove"])),
    min_size=1,
    max_size=4,
    unique_by=lambda change: change[0],
)


@given(listed=st.sets(st.integers(0, 9)), wanted=CHANGES, canonical=st.booleans())
def test_changing_some_lines_gives_what_writing_all_anew_gives(
    *, listed: set[int], wanted: list[tuple[int, str]], canonical: bool
) -> None:
    before = Catalog(schema_version=1, papers=tuple(entry(number) for number in sorted(listed)))
    text = papers.dump(before) if canonical else before.model_dump_json(exclude_defaults=True)
    changes: list[Change | Removal] = []
    for number, kind in wanted:
        if kind == "add" and number not in listed:
            changes.append(Change(entry(number)))
        if kind == "change" and number in listed:
            changes.append(Change(entry(number, "New."), entry(number)))
        if kind == "remove" and number in listed:
            gone = Removed(id=f"entry-{number}", title="Gone", reason="Retracted.")
            changes.append(Removal(gone, entry(number)))
    after = applied(before, changes)
    assert papers.edited(text, after, changes) == papers.dump(after) or not changes
