"""Does the first source that knows a field win, and is every contradiction kept?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.papers.metadata import (
    Found,
    LookupReply,
    Metadata,
    NotFound,
    Sourced,
    Unavailable,
    merge,
)
from bot.model.papers.paper import Citations, Link, Venue
from bot.titles.compare import one_title


def found(service: str, **fields: object) -> Found:
    """Make an answer in which every field has the service as its source."""
    single = {
        name: Sourced(value, service)
        for name, value in fields.items()
        if name not in ("ids", "links")
    }
    ids, links = fields.get("ids", ()), fields.get("links", ())
    assert isinstance(ids, tuple)
    assert isinstance(links, tuple)
    return Found(
        service,
        Metadata(
            **single,  # type: ignore[arg-type]  # each test gives the field's own type
            ids=tuple(Sourced(id_, service) for id_ in ids),
            links=tuple(Sourced(link, service) for link in links),
        ),
    )


def code(name: str) -> Link:
    """Make a link to a repository."""
    return Link(kind="code", url=f"https://github.com/example/{name}")


def test_the_first_source_in_the_order_wins_field_by_field() -> None:
    a = found("a", title="A Title", venue=Venue(name="ICML", year=2024))
    b = found("b", title="A title", date="2024-01", citations=Citations(count=3))
    merged = merge([a, NotFound("c"), Unavailable("d", "answered 500"), b], order=("b", "a"))
    assert merged == Metadata(
        title=Sourced("A title", "b"),
        date=Sourced("2024-01", "b"),
        venue=Sourced(Venue(name="ICML", year=2024), "a"),
        citations=Sourced(Citations(count=3), "b"),
    )


def test_what_a_person_says_wins_and_is_set_beside_what_services_say() -> None:
    person = found("form", title="The Right Title")
    service = found("arxiv", title="Something Else", date="2024-01-02")
    merged = merge([service, person], order=("form", "arxiv"))
    assert merged.title == ("The Right Title", "form")
    assert merged.date == ("2024-01-02", "arxiv")
    assert [(one.field, one.a, one.b) for one in merged.conflicts] == [
        ("title", ("The Right Title", "form"), ("Something Else", "arxiv"))
    ]


def test_sources_outside_the_order_come_last() -> None:
    answers = [found("new", title="New"), found("old", title="Old")]
    assert merge(answers, order=("old",)).title == ("Old", "old")
    assert merge(answers, order=()).title == ("New", "new")


def test_ids_of_different_families_and_agreeing_ones_are_all_kept() -> None:
    a = found("a", ids=("arxiv:1", "doi:10.1/x"))
    b = found("b", ids=("doi:10.1/x", "doi:10.2/y", "openreview:p"))
    c = found("c", ids=("openreview:q",))
    merged = merge([a, b, c], order="abc")
    kept = ["arxiv:1", "doi:10.1/x", "doi:10.2/y", "openreview:p", "openreview:q"]
    assert [id_.value for id_ in merged.ids] == kept
    assert merged.conflicts == ()


@pytest.mark.parametrize("family", ["arxiv", "doi", "acl"])
def test_an_id_that_contradicts_is_reported_and_not_taken_over(family: str) -> None:
    a, b = found("a", ids=(f"{family}:1",)), found("b", ids=(f"{family}:2", "s2:z"))
    merged = merge([a, b], order="ab")
    assert [id_.value for id_ in merged.ids] == [f"{family}:1", "s2:z"]
    assert [(one.field, *one.a, *one.b) for one in merged.conflicts] == [
        (family, f"{family}:1", "a", f"{family}:2", "b")
    ]


def test_of_each_kind_of_link_the_first_source_wins() -> None:
    page = Link(kind="project", url="https://example.org/")
    a, b = found("a", links=(code("one"),)), found("b", links=(code("two"), page))
    assert [link.value for link in merge([a, b], order="ab").links] == [code("one"), page]


@pytest.mark.parametrize(
    ("a", "b", "fields"),
    [
        ({"date": "2022-12-31"}, {"date": "2023"}, []),
        ({"date": "2022"}, {"date": "2024-01-01"}, ["date"]),
        ({"venue": Venue(name="X", year=2022)}, {"venue": Venue(name="Y", year=2023)}, []),
        ({"venue": Venue(name="X", year=2021)}, {"venue": Venue(name="X", year=2023)}, ["venue"]),
        ({"venue": Venue(name="X", year=2021)}, {"venue": Venue(name="X")}, []),
        (
            {"venue": Venue(name="ICML", year=2021)},
            {"venue": Venue(name="COLT", year=2021)},
            ["venue"],
        ),
        ({"venue": Venue(name="ICML")}, {"venue": Venue(name="ICML Workshop")}, []),
        ({"venue": Venue(name="SIGGRAPH")}, {"venue": Venue(name="TOG")}, []),
        ({"title": "Fast {B}ERT"}, {"title": "fast bert"}, []),
        ({"title": "FlashAttention-2"}, {"title": "FlashAttention-3"}, ["title"]),
        ({"title": "x"}, {"date": "2024"}, []),
    ],
)
def test_only_what_cannot_both_be_true_is_a_contradiction(
    a: dict[str, object], b: dict[str, object], fields: list[str]
) -> None:
    merged = merge([found("a", **a), found("b", **b)], order="ab")
    assert [one.field for one in merged.conflicts] == fields


def test_every_later_source_that_contradicts_is_kept() -> None:
    answers = [found(name, title=title) for name, title in (("a", "X"), ("b", "Y"), ("c", "Z"))]
    shown = [(one.a.source, one.b.source) for one in merge(answers, order="abc").conflicts]
    assert shown == [("a", "b"), ("a", "c")]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Orca: A Distributed Serving System", "Orca", True),
        ("Orca", "ORCA: a distributed serving system", True),
        ("Orca: A Serving System", "Orca: Learning from Traces", False),
        ("Llama", "Llama 2", False),
        ("Llama", "Llama 2: Open Models", False),
        ("C", "C++", False),
        ("LLaMA2: Open Models", "LLaMA 2: Open Models", True),
        ("GPT2 Revisited", "GPT-2 Revisited", True),
        (
            "FlashAttention-2: Fast and Exact Attention",
            "FlashAttention: Fast and Exact Attention",
            False,
        ),
        ("Serving Large Langauge Models", "Serving Large Language Models", True),
        ("Comment on Serving Large Language Models", "Serving Large Language Models", False),
    ],
)
def test_a_dropped_subtitle_makes_no_other_work(a: str, b: str, *, same: bool) -> None:
    assert one_title(a, b) is one_title(b, a) is same


ANSWERS = st.one_of(
    st.builds(NotFound, st.sampled_from("abc")),
    st.builds(Unavailable, st.sampled_from("abc"), st.just("answered 500")),
    st.builds(
        found,
        st.sampled_from("abc"),
        title=st.sampled_from(["X", "x", "Y: z", "Y"]),
        date=st.sampled_from(["2020", "2022-01", "2024-01-01"]),
        ids=st.lists(st.sampled_from(["doi:1", "doi:2", "arxiv:1"]), unique=True).map(tuple),
    ),
)


@given(st.lists(ANSWERS, max_size=6))
def test_merging_invents_nothing_and_needs_no_more_than_one_title(
    answers: list[LookupReply],
) -> None:
    merged = merge(answers, order="cba")
    said = [answer.metadata for answer in answers if isinstance(answer, Found)]
    assert (merged.title is None) == (not said)
    assert all(any(id_ in one.ids for one in said) for id_ in merged.ids)
    assert len({id_.value for id_ in merged.ids}) == len(merged.ids)
    assert merge(answers, order="cba") == merged
