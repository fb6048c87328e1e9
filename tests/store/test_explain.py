"""Is every kind of fault in an entry said in the reader's words, with its line and its value?"""

import json

import pytest

from bot.errors import InvalidError
from bot.store import papers

KEYS = (
    "id, title, other_titles, short_name, kind, category, also_in, authors, affiliations, date,"
    " venue, ids, links, keywords, citations, note, status, capabilities, added, issue, sources,"
    " printed"
)
ONE_LINE = "write text on one line, without control characters"
KINDS = "'paper', 'survey', 'thesis', 'book', 'software', 'dataset', 'model', 'blog' or 'talk'"
TABLE: list[tuple[dict[str, object], int, str, str]] = [
    ({"title": "x" * 79 + "\n"}, 6, "x" * 79 + "\n", f"title: {ONE_LINE}"),
    ({"title": "x" * 80 + "\n"}, 6, "x" * 79 + "…", f"title: {ONE_LINE}"),
    ({"title": "y" * 301}, 6, "y" * 79 + "…", "title: shorten it to 300 characters"),
    ({"title": ""}, 6, "", f"title: {ONE_LINE}"),
    ({"date": "soon"}, 8, "soon", "date: write a date as YYYY, YYYY-MM or YYYY-MM-DD"),
    ({"kind": "zine"}, 8, "zine", f"kind: write one of {KINDS}"),
    ({"issue": "3"}, 8, "3", "issue: write a whole number without quotes"),
    ({"issue": 0}, 8, "0", "issue: write at least 1"),
    ({"authors": "A"}, 8, "A", "authors: write a list in square brackets"),
    ({"authors": [7]}, 9, "7", "authors[0]: write text in double quotes"),
    ({"titel": "x"}, 8, "x", "titel: unknown key; did you mean 'title'?"),
    ({"zzzz": 1}, 8, "1", f"zzzz: unknown key; delete it, or use one of {KEYS}"),
    ({"venue": 3}, 8, "3", "venue: write an object with named keys"),
    (
        {"venue": {"name": "X", "yaer": 3}},
        10,
        "3",
        "venue.yaer: unknown key; did you mean 'year'?",
    ),
    (
        {"links": [{"kind": "code"}]},
        9,
        "",
        "links[0].url: this key is missing; add 'url'",
    ),
    (
        {"links": [{"kind": "code", "url": "x"}]},
        11,
        "x",
        "links[0].url: write a whole link that begins with http:// or https://, without spaces",
    ),
    (
        {"ids": ["x"]},
        9,
        "x",
        "ids[0]: write family:value, as in arxiv:2309.06180 or doi:10.1145/3600006.3613165",
    ),
]


@pytest.mark.parametrize(("wrong", "line", "value", "message"), TABLE)
def test_a_fault_is_told_with_its_line_its_value_and_what_to_write(
    wrong: dict[str, object], line: int, value: str, message: str
) -> None:
    entry = {"id": "a", "title": "A title", "category": "serving"} | wrong
    text = json.dumps({"schema_version": 1, "papers": [entry]}, indent=1)

    assert told(text) == [(f"data/papers.json:{line}", value, f"papers[0].{message}")]


def told(text: str) -> list[tuple[str, str, str]]:
    with pytest.raises(InvalidError) as error:
        papers.parse(text)
    return [(each.field, each.value, each.message) for each in error.value.problems]


DOWN = "\n" * 12


@pytest.mark.parametrize(
    ("text", "field", "value", "message"),
    [
        (
            f'{{{DOWN}"a": "\\ud800"}}',
            "data/papers.json:13",
            "",
            "this is not JSON: unexpected end of hex escape",
        ),
        (
            f'{{{DOWN}"a": {"1" * 5_000}}}',
            "data/papers.json:13",
            "",
            "this is not JSON: number out of range",
        ),
        (
            f'{{{DOWN}"a" 1}}',
            "data/papers.json:13",
            "1}",
            "this is not JSON: Expecting ':' delimiter (column 5)",
        ),
        (
            f'{{{DOWN}"a" 12345678901234567890123}}',
            "data/papers.json:13",
            "12345678901234567890",
            "this is not JSON: Expecting ':' delimiter (column 5)",
        ),
        (
            "[" * 300 + "]" * 300,
            "data/papers.json:1",
            "",
            "this is not JSON: recursion limit exceeded",
        ),
        ("[" * 100_000, "data/papers.json", "", "this is nested too deeply to be a list"),
        (
            f'{{"a": 1,{DOWN}"b": [{{"c": 1, "c": 2}}]}}',
            "data/papers.json:13",
            "c",
            "b[0].c: this key stands twice in one object; keep one of the two",
        ),
    ],
)
def test_what_is_no_json_is_told_with_its_line_however_far_down(
    text: str, field: str, value: str, message: str
) -> None:
    assert told(text) == [(field, value, message)]


def test_keys_that_are_missing_are_told_all_at_once() -> None:
    assert told(f'{{"schema_version": 1, "papers": [{DOWN}{{"id": "a"}}]}}') == [
        ("data/papers.json:13", "", "papers[0].title: this key is missing; add 'title'"),
        ("data/papers.json:13", "", "papers[0].category: this key is missing; add 'category'"),
    ]
