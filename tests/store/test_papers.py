"""Is what is written read back as the same, in one canonical text?"""

import json

import pytest

from bot.errors import InvalidError
from bot.model.papers.paper import Catalog, Paper, Removed
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


def test_of_somebodys_entries_only_those_that_are_none_are_left_out() -> None:
    given = json.loads(papers.dump(CATALOG))
    given["papers"] += [{"id": "d"}, {"id": "e", "title": "Last", "category": "serving"}]
    given["papers"][0]["issue"] = "three"
    text = json.dumps(given, indent=2)
    found, problems = papers.parse_apart(text, "other.json")

    assert [each.id for each in found] == ["b", "e"]
    assert [each.field for each in problems] == ["other.json:12", *["other.json:19"] * 2]


@pytest.mark.parametrize("text", ["[]", '{"papers": 3}', '{"papers": [{}], "other": 1}', "{"])
def test_what_is_no_list_of_entries_is_refused_as_ever(text: str) -> None:
    with pytest.raises(InvalidError) as apart:
        papers.parse_apart(text, "other.json")
    with pytest.raises(InvalidError) as whole:
        papers.parse(text, "other.json")

    assert apart.value.problems == whole.value.problems


def test_a_file_that_is_wrong_everywhere_is_refused_in_one_sentence() -> None:
    text = '{"schema_version": 1, "papers": [' + ", ".join(["{}"] * 4_000) + "]}"

    with pytest.raises(InvalidError) as error:
        papers.parse(text)

    (problem,) = error.value.problems
    assert problem.field == "data/papers.json:1"
    assert problem.message == "12,000 values are wrong here; put back a file that holds a list"
    with pytest.raises(InvalidError):
        papers.parse_apart(text, "theirs.json")
