"""Does the text of a list tell who has an address, and only where it can be trusted?"""

import json
from itertools import product

import pytest

from bot.model.paper import Catalog, Link, Paper
from bot.model.written import has_escaped_addresses, ids_above
from bot.store.papers import dump, parse

BLOG, CODE, NOWHERE = "https://blog.example/a", "https://code.example/größe", "https://no.example/"
A = Paper(id="a", title='A "B" \\ C', category="x", note=BLOG, links=(Link(kind="code", url=CODE),))
B = Paper(id="b", title="B", category="x", links=(Link(kind="blog", url=BLOG),))
C = Paper(id="c", title="C", category="x", links=(Link(kind="blog", url=BLOG),))
LISTS = [(), (A,), (A, B), (B, C), (A, B, C), (C, B, A), (A, A, B)]


def respelt(text: str, how: str) -> str:
    """Write the text of a list as a person's editor might."""
    data = json.loads(text)
    if how == "compact":
        return json.dumps(data, separators=(",", ":"))
    if how == "ASCII":
        return json.dumps(data, indent=2)
    if how == "links first":
        data["papers"] = [dict(reversed(paper.items())) for paper in data["papers"]]
        return json.dumps(data, indent=2, ensure_ascii=False)
    return text.replace("/", "\\/") if how == "escaped" else text


@pytest.mark.parametrize("how", ["canonical", "compact", "ASCII", "links first", "escaped"])
@pytest.mark.parametrize("papers", LISTS, ids=lambda papers: "".join(p.id for p in papers))
def test_a_list_that_was_read_finds_links_as_one_that_was_not(
    papers: tuple[Paper, ...], how: str
) -> None:
    made = Catalog(schema_version=1, papers=papers)
    text = made.model_dump_json(indent=2, exclude_defaults=True)
    read = parse(respelt(text, how))

    assert read == made
    for wanted in product((BLOG, CODE, NOWHERE), repeat=2):
        assert read.index.with_link(wanted) == made.index.with_link(wanted)


def test_the_text_is_asked_and_not_every_link() -> None:
    read = parse(dump(Catalog(schema_version=1, papers=(A, B, C))))

    assert read.index.with_link((CODE, NOWHERE)) == [0]
    assert "_known_links" not in vars(read.index)


def test_the_id_above_each_place_is_told() -> None:
    text = dump(Catalog(schema_version=1, papers=(A, B, C)))

    assert ids_above(text, BLOG) == ["a", "b", "c"]
    assert ids_above(text, NOWHERE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", False), (r'"a \" b"', False), (r'"https:\/\/a.example"', True), (r'"\u0061"', True)],
)
def test_only_escapes_that_addresses_may_have_count(text: str, expected: bool) -> None:  # noqa: FBT001
    assert has_escaped_addresses(text) is expected
