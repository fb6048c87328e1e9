"""Is what is written read back as the same, in one canonical text?"""

import json

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
