"""Which entry does a correction mean, and what does it make of it?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.form import CHANGE_ENTRY, CORRECTION_FORM, REMOVE_ENTRY, RawSubmission
from bot.model.lists.check import catalog_problems
from bot.model.papers.paper import Catalog, Link, Removed
from bot.model.submissions.review import Change, Review
from bot.model.submissions.submission import Origin
from bot.review.apply import applied
from bot.review.corrections.correct import LONGEST_REASON, correct
from bot.review.corrections.rewrite import FIELDS, MOST_LINES, rewritten
from bot.review.paper.named import named
from bot.review.paper.work import ReviewContext
from tests.review.works import CATALOG, FLASH, LISTING, PAGED, paper

PAGE = "https://openreview.net/forum?id=abc123XYZ0"
ARRIVAL = Origin(added="2026-02-03", issue=34)


def corrected(**values: str) -> Review:
    """Judge a correction; by default it changes the entry `flash`."""
    raw = RawSubmission(values={"entry": "flash", "action": CHANGE_ENTRY} | values)
    return correct(raw, ReviewContext(CATALOG, LISTING, ARRIVAL))


def messages(review: Review) -> list[str]:
    """Give what is wrong, without where."""
    assert review.changes == ()
    return [problem.message for problem in review.problems]


@pytest.mark.parametrize(
    "text",
    [
        "paged",
        " `paged` ",
        "https://arxiv.org/pdf/2309.06180v2",
        "arXiv:2309.06180",
        "https://github.com/vLLM-project/vllm/tree/main/docs",
        "memory management with PAGED attention.",
        "vllm",
    ],
    ids=["id", "quoted", "other link", "arXiv id", "code", "title", "name"],
)
def test_an_entry_is_known_by_whatever_names_it(text: str) -> None:
    assert named(text, CATALOG.papers) == [PAGED]


def test_what_two_entries_share_names_both() -> None:
    other = paper("other", "Zebras", links=PAGED.links[1:])

    assert named("https://github.com/vllm-project/vllm", (PAGED, other)) == [PAGED, other]
    assert named("paged and flash", CATALOG.papers) == []


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("title: Flash Attention", {"title": "Flash Attention"}),
        ("- **Short-name**: Flash", {"short_name": "Flash"}),
        ("keywords: -", {"keywords": ()}),
        ("category: Kernels / Surveys", {"category": "surveys"}),
        ("Category： caching", {"category": "caching"}),
        (
            "link: https://openreview.net/pdf?id=H4DqfPSibmx",
            {
                "ids": (*FLASH.ids, "openreview:H4DqfPSibmx"),
                "links": (
                    *FLASH.links,
                    Link(kind="paper", url="https://openreview.net/pdf?id=H4DqfPSibmx"),
                ),
            },
        ),
        (
            "link: arxiv.org/pdf/2205.14136v2",
            {
                "ids": ("arxiv:2205.14136",),
                "links": (Link(kind="paper", url="https://arxiv.org/abs/2205.14136"),),
            },
        ),
    ],
    ids=["title", "bullet", "emptied", "category", "wide colon", "another page", "wrong arXiv id"],
)
def test_a_line_changes_its_field(line: str, changed: dict[str, object]) -> None:
    after = FLASH.model_copy(update=changed)

    assert corrected(right=line) == Review(
        verdict="accepted", changes=(Change(before=FLASH, after=after),)
    )


@pytest.mark.parametrize(
    ("line", "links", "ids"),
    [
        ("remove link: https://slides.example.org/talk.pdf", (0, 1, 3, 4), (0, 1)),
        ("- **Remove link**: http://www.slides.example.org/talk.pdf/", (0, 1, 3, 4), (0, 1)),
        ("remove link: https://github.com/wrong/code", (0, 1, 2, 4), (0, 1)),
        ("remove link: https://arxiv.org/pdf/2309.06180v2", (1, 2, 3, 4), (1,)),
        (f"remove link: {PAGE}", (0, 2, 3, 4), (0, 1)),
        (
            f"remove-link: {PAGE.replace('forum', 'pdf')}\nremove link: {PAGE}",
            (0, 2, 3),
            (0,),
        ),
    ],
    ids=["slides", "other spelling", "one of two codes", "other page", "one of two pages", "both"],
)
def test_a_link_is_taken_away_and_what_only_it_told(
    line: str, links: tuple[int, ...], ids: tuple[int, ...]
) -> None:
    work = PAGED.model_copy(
        update={
            "links": (
                Link(kind="paper", url="https://arxiv.org/abs/2309.06180"),
                Link(kind="paper", url=PAGE),
                Link(kind="slides", url="https://slides.example.org/talk.pdf"),
                Link(kind="code", url="https://github.com/wrong/code"),
                Link(kind="paper", url=PAGE.replace("forum", "pdf")),
            ),
            "ids": ("arxiv:2309.06180", "openreview:abc123XYZ0"),
        }
    )

    after, faults = rewritten(line, work, (FLASH,), LISTING)

    assert faults == ()
    assert after.links == tuple(work.links[number] for number in links)
    assert after.ids == tuple(work.ids[number] for number in ids)


def test_an_identifier_without_a_link_is_taken_away_by_the_link_that_it_makes() -> None:
    work = PAGED.model_copy(update={"ids": ("arxiv:2309.06180", "doi:10.1145/1.2")})

    after, _ = rewritten("remove link: https://doi.org/10.1145/1.2", work, (FLASH,), LISTING)

    assert after == PAGED


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("the slides", "this is no public http or https link; write one"),
        ("-", "this is no public http or https link; write one"),
        (
            "https://example.org",
            "the entry has no such link; it has “https://arxiv.org/abs/2205.14135”",
        ),
    ],
)
def test_a_link_that_is_not_there_cannot_be_taken_away(value: str, message: str) -> None:
    assert messages(corrected(right=f"remove link: {value}")) == [message]


def test_of_many_links_some_are_named() -> None:
    many = FLASH.model_copy(
        update={"links": tuple(Link(kind="other", url=f"https://a.org/{n}") for n in range(7))}
    )

    _, ((_, message),) = rewritten("remove link: https://b.org", many, (), LISTING)

    assert message.endswith("“https://a.org/4” and 2 more")


def test_of_an_unknown_entry_only_that_is_said() -> None:
    found = corrected(entry="nowhere", right="remove link: https://example.org\nnote: -")

    (message,) = messages(found)
    assert message.startswith("no entry of the list is called so")


def test_an_entry_moved_to_where_it_also_stands_stands_there_once() -> None:
    both = FLASH.model_copy(update={"also_in": ("surveys", "caching")})
    after, faults = rewritten("category: surveys", both, (PAGED,), LISTING)

    assert (after.category, after.also_in, faults) == ("surveys", ("caching",), ())


def test_what_changes_nothing_is_said_so() -> None:
    assert messages(corrected(right="keywords: tiling")) == [
        "the entry says this already; nothing would change"
    ]


def test_an_entry_cannot_take_the_link_of_another() -> None:
    expected = (
        f"this is the link of “{PAGED.title}” (paged); one work has one entry: give this work's "
        "own link, or ask for the other entry's correction or removal first"
    )

    assert messages(corrected(right="link: https://arxiv.org/abs/2309.06180")) == [expected]


def test_a_repository_is_no_paper() -> None:
    assert messages(corrected(right="link: https://github.com/owner/name")) == [
        "this is a code repository; write it as “code: ” and the link"
    ]


def test_more_lines_than_anybody_means_are_not_read() -> None:
    review = corrected(right="x\n" * (MOST_LINES + 1))

    assert messages(review) == [
        f"these are more than {MOST_LINES} lines; write one line for each change"
    ]


def test_a_removed_entry_leaves_its_reason() -> None:
    review = corrected(action=REMOVE_ENTRY, wrong="Retracted\nby its authors.")
    kept = Removed(
        id="flash", title=FLASH.title, ids=FLASH.ids, reason="Retracted by its authors", issue=34
    )

    assert review == Review(
        verdict="accepted", changes=(Change(before=FLASH, after=None, removed=kept),)
    )
    assert applied(CATALOG, review.changes) == Catalog(
        schema_version=1, papers=(PAGED,), removed=(kept, *CATALOG.removed)
    )


def test_a_long_reason_is_cut_at_a_word() -> None:
    (removal,) = corrected(action=REMOVE_ENTRY, wrong="word " * 1000).changes

    assert removal.removed
    assert removal.removed.reason.endswith(" word…")
    assert len(removal.removed.reason) <= LONGEST_REASON


@given(
    st.dictionaries(st.sampled_from([field.id for field in CORRECTION_FORM]), st.text(min_size=1)),
    st.lists(
        st.tuples(
            st.sampled_from(FIELDS),
            st.one_of(st.text(), st.from_regex(r"https://arxiv\.org/abs/2[0-9]{3}\.[0-9]{5}")),
        ),
        max_size=3,
    ),
)
def test_whatever_is_written_leaves_a_valid_list(
    values: dict[str, str], lines: list[tuple[str, str]]
) -> None:
    right = "\n".join(f"{field}: {value}" for field, value in lines)
    review = corrected(**{"right": right or "x"} | values)
    after = applied(CATALOG, review.changes)

    assert (review.verdict == "accepted") == bool(review.changes) == (not review.problems)
    assert Catalog.model_validate(after.model_dump()) == after
    assert catalog_problems(after, LISTING) == []
