"""What becomes of listed entries that somebody edits by hand, and what may no edit do?"""

import pytest

from bot.errors import Problem
from bot.model.papers.offer import UNPLACED, Edit, Offer
from bot.model.papers.paper import Link, Paper, Removed
from bot.model.submissions.review import Change, Review
from bot.model.submissions.submission import Origin
from bot.review.offers import LONGEST_REASON, MOST_EDITS, MOST_NEW, offered, told, with_edits
from bot.review.paper.work import ReviewContext
from tests.review.works import CATALOG, FLASH, LISTING, PAGED, paper

CONTEXT = ReviewContext(CATALOG, LISTING, Origin(added="2026-02-03", issue=34))
NONE = Review(verdict="accepted")
BLOG = Link(kind="blog", url="https://a.example/blog")
NEW = paper("new", "Quiet Kernels for Streams", ids=("arxiv:2401.00002",), links=(BLOG,))


def edited(before: Paper | None, **values: object) -> Edit:
    """Edit an entry by hand."""
    return Edit(before=before, after=before.model_copy(update=values) if before else None)


def reviewed(*edits: Edit, of: Review = NONE, reason: str = "") -> Review:
    return with_edits(of, Offer(edits=edits), CONTEXT, reason)


def problems(*edits: Edit) -> list[tuple[str, str, str]]:
    review = reviewed(*edits)
    assert review.verdict == "needs-work"
    return [(each.field, each.value, each.message.partition(";")[0]) for each in review.problems]


def test_what_an_offer_adds_is_a_submission_of_so_many_works() -> None:
    many = [Edit(after=paper(f"new-{at}", f"Work {at}", category=UNPLACED)) for at in range(12)]
    submission = offered(Offer(edits=(Edit(after=NEW), edited(FLASH), *many)), "Why not?")
    first, second, *_ = submission.papers

    assert len(submission.papers) == MOST_NEW
    assert submission.why == "Why not?"
    assert (first.title, first.links, first.category) == (NEW.title, (BLOG.url,), "caching")
    assert (second.title, second.links, second.category) == ("Work 0", (), "")


def test_a_bare_name_yields_to_the_title_that_a_service_knows() -> None:
    named = Edit(after=NEW.model_copy(update={"title": "vLLM"}))

    assert offered(Offer(edits=(named,)), "").papers[0].title == ""


def test_only_what_the_edit_changed_is_put_onto_the_entry_as_it_is_by_now() -> None:
    seen = PAGED.model_copy(update={"title": "An Old Title", "links": PAGED.links[:1]})
    edit = edited(seen, date="2023-10", links=(BLOG,), ids=("doi:10.1145/3600006.3613165",))
    after = PAGED.model_copy(
        update={
            "date": "2023-10",
            "links": (BLOG, PAGED.links[1]),
            "ids": ("doi:10.1145/3600006.3613165",),
        }
    )

    assert reviewed(edit) == Review(
        verdict="accepted", changes=(Change(before=PAGED, after=after),)
    )


def test_of_more_new_links_than_old_ones_the_rest_stand_at_the_end() -> None:
    other = Link(kind="video", url="https://a.example/video")
    change = reviewed(edited(FLASH, links=(BLOG, other))).changes[0]

    assert isinstance(change, Change)
    assert change.paper.links == (BLOG, other)


def test_what_is_so_already_changes_nothing() -> None:
    gone = paper("away", "Not Listed")
    old = FLASH.model_copy(update={"date": "2020"})

    assert reviewed(edited(old, date=None)) == Review(verdict="duplicate")
    assert reviewed(Edit(before=gone)) == Review(verdict="duplicate")
    assert reviewed(edited(FLASH, category=UNPLACED)) == Review(verdict="duplicate")


@pytest.mark.parametrize(("own", "common", "kept"), [("Own", "Common", "Own"), ("", "C", "C")])
def test_an_entry_goes_with_the_reason_that_is_given_for_it(
    own: str, common: str, kept: str
) -> None:
    removed = Removed(id="flash", title=FLASH.title, ids=FLASH.ids, reason=kept, issue=34)

    assert reviewed(Edit(before=FLASH, reason=own), reason=common) == Review(
        verdict="accepted", changes=(Change(before=FLASH, after=None, removed=removed),)
    )


def test_what_no_edit_may_do_is_told_with_the_value() -> None:
    away = paper("away", "Not Listed")

    assert problems(Edit(before=FLASH)) == [
        (
            "Why it should go",
            "",
            f"this takes “{FLASH.title}” off the list",
        )
    ]
    assert problems(edited(away, date="2020")) == [
        ("Change", "", "“Not Listed” is not on the list any more")
    ]
    assert problems(edited(FLASH, category="nowhere")) == [
        ("Category", "nowhere", "the list has no such category")
    ]
    assert problems(edited(FLASH, title="")) == [
        ("Change", "", f"the entry “{FLASH.title}” cannot be so")
    ]
    assert problems(edited(FLASH, title=PAGED.title, ids=PAGED.ids)) == [
        (
            "Change",
            "",
            f"this would make “{PAGED.title}” the same work as “{PAGED.title}” (paged)",
        )
    ]
    link = Link.model_construct(kind="paper", url="http://localhost/x")
    tracked = Link.model_construct(kind="blog", url="https://a.example/x?utm_source=y")
    assert problems(Edit(after=NEW.model_copy(update={"links": (link, tracked), "ids": ("x:1",)})))[
        :3
    ] == [
        ("Link", "http://localhost/x", "this address cannot be used"),
        ("Link", "https://a.example/x?utm_source=y", "this address cannot be used"),
        ("Identifier", "x:1", "this is no identifier as its family writes it"),
    ]


def test_too_much_is_refused_at_once() -> None:
    new = [Edit(after=paper(f"new-{at}", f"Work {at}")) for at in range(MOST_NEW + 1)]
    old = [edited(FLASH, date=str(2000 + at)) for at in range(MOST_EDITS)]

    assert [each[:2] for each in problems(*new, *old)] == [
        ("Change", "11 works"),
        ("Change", "41 entries"),
    ]


def test_an_offer_without_an_entry_says_what_came_of_it() -> None:
    nothing = with_edits(NONE, Offer(), CONTEXT, "")
    unread = with_edits(NONE, Offer(leftovers=("a row",)), CONTEXT, "")

    assert nothing.problems[0].message.startswith("no entry of the list differs")
    assert unread.problems[0].message.startswith("this could not be read as an entry")


def test_a_review_that_waits_for_services_or_for_another_stays_so() -> None:
    services, another = Review(verdict="waiting"), Review(verdict="waiting", waiting_for=3)

    assert reviewed(edited(FLASH, date="2020"), of=services) == services
    assert reviewed(edited(FLASH, date="2020"), of=another).verdict == "waiting"
    assert len(reviewed(edited(FLASH, date="2020"), of=another).changes) == 1


def test_problems_of_reading_come_before_those_of_the_new_works() -> None:
    unreadable, missing = Problem("Row", "x", "a"), Problem("Title", "", "b")
    review = Review(verdict="needs-work", problems=(missing,))
    offer = Offer(edits=(edited(FLASH, date="2020"),), problems=(unreadable,))

    assert with_edits(review, offer, CONTEXT, "").problems == (unreadable, missing)


@pytest.mark.parametrize(
    ("title", "description", "expected"),
    [
        ("Add a work", "", ("", "Add a work")),
        ("Update README.md", "", ("", "")),
        (
            "Patch 3",
            "It was\nretracted.\n\nMore.",
            ("It was\nretracted.\n\nMore.", "It was retracted"),
        ),
        ("Delete x.json", "<!-- Say why -->\n**Why does it go?**\n\nOld.", ("Old.", "Old")),
        ("Update README.md", "<!-- never closed", ("", "")),
    ],
)
def test_what_a_pull_request_says_is_what_a_person_wrote(
    title: str, description: str, expected: tuple[str, str]
) -> None:
    assert told(title, description) == expected


def test_a_reason_is_bounded() -> None:
    assert told("x", "y" * 600)[1] == "y" * (LONGEST_REASON - 1) + "…"
