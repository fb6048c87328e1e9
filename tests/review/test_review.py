"""Is a submission accepted, asked about, pointed at what is listed, or does it wait?"""

from dataclasses import replace

import pytest

from bot.errors import Problem
from bot.model.papers.match import Match
from bot.model.papers.metadata import Metadata, Sourced
from bot.model.papers.paper import Catalog, Link, Venue
from bot.model.submissions.review import Change, Review
from bot.model.submissions.submission import (
    Origin,
    Pending,
    RequestedPaper,
    Statement,
    Submission,
)
from bot.review.apply import applied
from bot.review.paper.work import ReviewContext
from bot.review.review import review
from tests.review.works import CATALOG, FLASH, GONE, LISTING, PAGED, paper

ARRIVAL = Origin(added="2026-02-03", issue=34)
NEW = RequestedPaper(
    line="https://arxiv.org/abs/2407.08608",
    links=("https://arxiv.org/abs/2407.08608",),
    ids=("arxiv:2407.08608",),
    title="Asynchrony in Kernels",
)
ENTRY = paper(
    "asynchrony-in-kernels",
    "Asynchrony in Kernels",
    category="kernels",
    date="2024-07",
    ids=("arxiv:2407.08608",),
    links=(Link(kind="paper", url="https://arxiv.org/abs/2407.08608"),),
    added="2026-02-03",
    issue=34,
)


def decided(*papers: RequestedPaper, pending: tuple[Pending, ...] = ()) -> Review:
    """Decide on works for the category of kernels."""
    submission = Submission(papers=papers, category="kernels")
    return review(submission, ReviewContext(CATALOG, LISTING, ARRIVAL, pending))


def bare(link: str, *ids: str, title: str = "", venue: str = "") -> RequestedPaper:
    """Wish for a link, of which no more is known."""
    return RequestedPaper(line=link, links=(link,), ids=ids, title=title, venue=venue)


def known(title: str, *ids: str) -> Metadata:
    """Give what a service knows of a work."""
    return Metadata(title=Sourced(title, "s"), ids=tuple(Sourced(id_, "s") for id_ in ids))


def test_a_new_work_is_accepted() -> None:
    assert decided(NEW) == Review(verdict="accepted", changes=(Change(after=ENTRY),))


def test_a_category_is_proposed_from_the_abstract_that_a_service_gives() -> None:
    told = replace(
        NEW,
        title="",
        metadata=Metadata(
            title=Sourced("Zebras at Dawn", "arxiv"),
            abstract=Sourced("Tiling for attention that reads and writes less.", "arxiv"),
        ),
    )

    found = review(Submission(papers=(told,)), ReviewContext(CATALOG, LISTING, ARRIVAL))

    assert [change.paper.category for change in found.changes] == ["kernels"]


def test_what_an_older_issue_asks_for_waits_for_the_oldest_one() -> None:
    pending = (
        Pending(issue=21, title="Asynchrony in Kernels", ids=("arxiv:2407.08608",)),
        Pending(issue=17, title="", ids=("arxiv:2407.08608",)),
        Pending(issue=3, title="Something Else", ids=("arxiv:2407.00001",)),
    )

    assert decided(NEW, pending=pending) == Review(verdict="waiting", waiting_for=17)


def test_one_work_that_has_to_wait_holds_back_the_others() -> None:
    other = bare("https://arxiv.org/abs/2408.00001", "arxiv:2408.00001", title="Zebras")
    pending = (Pending(issue=17, title="Zebras", ids=("arxiv:2408.00001",)),)

    assert decided(NEW, other, pending=pending) == Review(
        verdict="waiting", changes=(Change(after=ENTRY),), waiting_for=17
    )


def test_an_id_that_an_older_issue_asks_for_under_another_title_waits_for_it() -> None:
    pending = (Pending(issue=17, title="A Cookbook of Striped Zebras", ids=NEW.ids),)
    requested = bare(NEW.links[0], *NEW.ids, title="Asynchrony in Kernels for Small Rooms")
    review = decided(requested, pending=pending)

    assert (review.verdict, review.waiting_for) == ("waiting", 17)


def test_a_repository_that_an_older_issue_names_for_another_paper_is_waited_for_by_nobody() -> None:
    code = "github:example/code"
    pending = (Pending(issue=17, title="A Cookbook of Zebras", ids=("arxiv:2401.00009", code)),)
    requested = bare(NEW.links[0], *NEW.ids, code, title=NEW.title)

    assert decided(requested, pending=pending).verdict == "accepted"


def test_a_work_that_is_perhaps_what_an_older_issue_asks_for_goes_on_and_names_that_issue() -> None:
    pending = (
        Pending(issue=17, title="Asynchrony in kernels", ids=("openreview:AbCdEfGhIj",)),
        Pending(issue=21, title="Zebras", ids=("arxiv:2408.00001",)),
    )

    assert decided(NEW, pending=pending) == Review(
        verdict="accepted",
        changes=(Change(after=ENTRY),),
        notes=(
            (
                "issue 17 suggests “Asynchrony in kernels”, perhaps the same work (same title; "
                "ids differ: preprint and proceedings)"
            ),
        ),
    )


def test_of_two_works_that_wait_the_older_issue_is_named() -> None:
    other = bare("https://arxiv.org/abs/2408.00001", "arxiv:2408.00001", title="Zebras")
    pending = (
        Pending(issue=17, title="Zebras", ids=("arxiv:2408.00001",)),
        Pending(issue=21, title="Asynchrony in Kernels", ids=("arxiv:2407.08608",)),
    )

    for papers in ((NEW, other), (other, NEW)):
        review = decided(*papers, pending=pending)

        assert (review.verdict, review.waiting_for) == ("waiting", 17)


def test_an_identifier_without_a_link_and_a_link_without_an_identifier_need_a_title() -> None:
    for told, requested in (
        ("2407.08608", RequestedPaper(line="2407.08608", ids=NEW.ids)),
        ("https://example.org/a-page", bare("https://example.org/a-page")),
    ):
        assert [problem.message for problem in decided(requested).problems] == [
            f"no service tells the title of “{told}”; write it here, or beside the link"
        ]


def test_what_is_listed_and_lacks_nothing_waits_for_nobody() -> None:
    pending = (Pending(issue=17, title=PAGED.title, ids=PAGED.ids),)

    assert decided(bare(PAGED.links[0].url, *PAGED.ids), pending=pending).verdict == "duplicate"


def test_an_older_issue_for_another_work_is_no_reason_to_wait() -> None:
    pending = (Pending(issue=17, title="Zebras", ids=()),)

    assert decided(NEW, pending=pending).verdict == "accepted"


def test_a_work_named_twice_in_one_issue_is_one_entry() -> None:
    again = bare("https://export.arxiv.org/abs/2407.08608v2", "arxiv:2407.08608")

    assert decided(NEW, again) == Review(
        verdict="accepted",
        changes=(Change(after=ENTRY),),
        notes=(f"“{again.line}” is the same work as “Asynchrony in Kernels” above it",),
    )


def test_a_listed_work_with_news_becomes_a_change_of_its_entry() -> None:
    requested = bare(FLASH.links[0].url, *FLASH.ids, venue="NeurIPS 2022")
    after = FLASH.model_copy(update={"venue": Venue(name="NeurIPS", year=2022), "date": "2022-05"})
    review = decided(requested)

    assert (review.verdict, review.changes) == ("accepted", (Change(before=FLASH, after=after),))
    assert review.listed == (FLASH,)


def test_a_work_that_was_removed_is_accepted_with_the_reason_shown() -> None:
    requested = bare("https://arxiv.org/abs/2401.00001", *GONE.ids, title=GONE.title)
    review = decided(requested)

    assert review.verdict == "accepted"
    assert review.notes == ("“A Retracted Idea” was on the list and was removed: “Retracted”",)


@pytest.mark.parametrize(
    "link",
    ["https://github.com/vllm-project/vllm", "https://github.com/vLLM-project/vLLM"],
    ids=["as listed", "in other capitals"],
)
def test_a_bare_repository_is_the_only_entry_whose_code_it_is(link: str) -> None:
    requested = bare(link, "github:vllm-project/vllm")
    reasons = ("its code is this repository, and no other entry's",)

    assert decided(requested) == Review(
        verdict="duplicate",
        matches=(Match(link, "paged", "duplicate", 1.0, reasons),),
        listed=(PAGED,),
    )


@pytest.mark.parametrize(
    "link", ["https://example.org/Draft.pdf", "http://www.example.org/Draft.pdf/"]
)
def test_a_bare_page_that_no_family_knows_is_the_only_entry_that_links_it(link: str) -> None:
    page = Link(kind="paper", url="https://example.org/Draft.pdf")
    listed = paper("a-draft", "A Draft", category="kernels", links=(page,))
    catalog = CATALOG.model_copy(update={"papers": (listed, *CATALOG.papers)})

    found = review(Submission(papers=(bare(link),)), ReviewContext(catalog, LISTING, ARRIVAL))

    assert found.verdict == "duplicate"
    reasons = ("this is its link, and no other entry's",)
    assert found.matches == (Match(link, "a-draft", "duplicate", 1.0, reasons),)


def test_a_repository_that_two_entries_share_is_a_work_of_its_own() -> None:
    shared = paper("shared", "Zebras", links=PAGED.links[1:])
    catalog = Catalog(schema_version=1, papers=(*CATALOG.papers, shared))
    link = "https://github.com/vllm-project/vllm"
    submission = Submission(papers=(bare(link, "github:vllm-project/vllm"),), category="kernels")
    found = review(submission, ReviewContext(catalog, LISTING, ARRIVAL))

    assert found.verdict == "accepted"
    assert [change.paper.kind for change in found.changes] == ["software"]


def test_a_repository_with_a_title_of_its_own_is_a_work_of_its_own() -> None:
    link = "https://github.com/vllm-project/vllm"
    requested = bare(link, "github:vllm-project/vllm", title="A Cookbook of Zebras")

    assert decided(requested).verdict == "accepted"


def test_a_change_leaves_the_catalog_sorted_and_the_rest_alone() -> None:
    after = applied(CATALOG, decided(NEW).changes)

    assert after == CATALOG.model_copy(update={"papers": (ENTRY, FLASH, PAGED)})


def test_a_repository_beside_two_links_of_one_work_is_its_code() -> None:
    again = bare("https://example.org/asynchrony", "doi:10.1145/1.2")
    again = replace(again, metadata=known("Asynchrony in Kernels", "arxiv:2407.08608"))
    code = bare("https://github.com/someone/asynchrony", "github:someone/asynchrony")
    made = decided(NEW, again, code)

    (change,) = made.changes
    assert isinstance(change, Change)
    assert [(link.kind, link.url) for link in change.paper.links][-2:] == [
        ("paper", again.line),
        ("code", code.line),
    ]
    assert made.notes == (
        f"“{again.line}” is the same work as “Asynchrony in Kernels” above it",
        f"“{code.line}” is taken for the code of “{NEW.line}”",
    )


def test_what_the_form_says_of_one_work_is_asked_about_where_two_are_left() -> None:
    submission = Submission(
        papers=(NEW, bare("https://example.org/another", title="Another Work of Note")),
        category="kernels",
        statement=Statement(venue="SOSP 2023"),
    )
    (problem,) = review(submission, ReviewContext(CATALOG, LISTING, ARRIVAL)).problems

    assert (problem.field, problem.value) == ("Venue", "SOSP 2023")


def test_a_name_that_is_a_piece_of_the_known_title_contradicts_nothing() -> None:
    named = replace(NEW, title="Asynchrony", metadata=known("Asynchrony in Kernels"))
    (change,) = decided(named).changes

    assert change.paper.title == "Asynchrony in Kernels"


def test_no_category_is_asked_for_a_listed_work() -> None:
    listed = bare("https://arxiv.org/abs/2309.06180", "arxiv:2309.06180")
    wrong = Problem("Category", "Kernal", "the list has no such category")
    new = bare("https://example.org/another", title="Another Work of Note")

    for papers, problems in (((listed,), ()), ((listed, new), (wrong,))):
        submission = Submission(papers=papers, problems=(wrong,), category="kernels")
        assert review(submission, ReviewContext(CATALOG, LISTING, ARRIVAL)).problems == problems
