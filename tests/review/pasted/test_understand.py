"""Which works does a filled-in form ask for?"""

from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Problem
from bot.model.form import PAPER_FORM, RawSubmission
from bot.model.papers.paper import Link
from bot.model.submissions.submission import RequestedPaper, Submission
from bot.review.pasted.understand import understand
from tests.review.works import LISTING


def guessed(requested: RequestedPaper) -> str:
    """Give the title that stands beside the links of a work."""
    return requested.guess.title if requested.guess else ""


LABELS = [field.label for field in PAPER_FORM]


def test_a_whole_form_is_one_wish() -> None:
    raw = RawSubmission(
        values={
            "links": "https://arxiv.org/pdf/2309.06180v1.pdf",
            "category": "Kernels / Surveys",
            "title": "A  Title.",
            "venue": "SOSP 2023",
            "code": "https://github.com/vllm-project/vllm#readme",
            "keywords": "paging, memory; paging",
            "why": "It is new.",
        },
        leftovers=("What stood above.",),
    )

    assert understand(raw, LISTING) == Submission(
        papers=(
            RequestedPaper(
                line="https://arxiv.org/pdf/2309.06180v1.pdf",
                links=("https://arxiv.org/pdf/2309.06180v1.pdf",),
                ids=("arxiv:2309.06180",),
                title="A Title",
                venue="SOSP 2023",
                also=(Link(kind="code", url="https://github.com/vllm-project/vllm"),),
            ),
        ),
        category="surveys",
        keywords=("paging", "memory"),
        why="It is new.",
        leftovers=("What stood above.",),
    )


def test_each_line_is_a_work_and_may_carry_its_title() -> None:
    raw = RawSubmission(
        values={
            "links": "1. [First Work](https://arxiv.org/abs/2401.00001)\n\n"
            "see also\n- Second Work, [Paper](https://arxiv.org/abs/2401.00002)"
        }
    )
    submission = understand(raw, LISTING)

    assert [(guessed(requested), requested.ids) for requested in submission.papers] == [
        ("First Work", ("arxiv:2401.00001",)),
        ("Second Work", ("arxiv:2401.00002",)),
    ]
    assert (submission.problems, submission.leftovers) == ((), ())


def test_a_body_without_headings_is_searched_for_links() -> None:
    raw = RawSubmission(leftovers=("Please add\narxiv.org/abs/2401.00001\nthanks",))
    submission = understand(raw, LISTING)

    assert [(requested.ids, guessed(requested)) for requested in submission.papers] == [
        (("arxiv:2401.00001",), "")
    ]
    assert submission.leftovers == ()


def test_every_problem_is_told_in_the_order_of_the_form() -> None:
    raw = RawSubmission(
        values={
            "links": "https://arxiv.org/abs/2401.00001\nhttps://arxiv.org/abs/2401.00002",
            "category": "Kernel",
            "code": "ftp://example.org",
            "title": "One Title",
        },
        ambiguous={"venue": ("", "SOSP 2023")},
    )
    assert understand(raw, LISTING).problems == (
        Problem("Category", "Kernel", "the list has no such category; did you mean “Kernels”?"),
        Problem(
            "Venue",
            "(empty) / SOSP 2023",
            "this heading stands in the issue more than once; edit it so that one answer is left",
        ),
        Problem(
            "Code link",
            "ftp://example.org",
            "this is no public http or https link; write one, or leave it empty",
        ),
    )


def test_more_than_ten_works_are_too_many_for_one_issue() -> None:
    links = "\n".join(f"https://arxiv.org/abs/2401.{number:05}" for number in range(1, 12))

    assert understand(RawSubmission(values={"links": links}), LISTING).problems == (
        Problem(
            "Paper link(s)",
            "11 links",
            "these are more than 10 works; file the rest in another issue",
        ),
    )


@given(st.dictionaries(st.sampled_from([field.id for field in PAPER_FORM]), st.text(min_size=1)))
def test_whatever_is_written_is_understood_or_reported(values: dict[str, str]) -> None:
    submission = understand(RawSubmission(values=values), LISTING)

    assert submission.papers or submission.problems
    places = [LABELS.index(problem.field) for problem in submission.problems]
    assert places == sorted(places)


_SAID = (
    "https://arxiv.org/abs/2401.{0:05}",
    "arxiv 2401.{0}",
    "www.example{0}",
    "ftp://example.org/{0}",
    "http://localhost/{0}",
    "Fine System Number {0}",
    "- [ ] Fine System Number {0}",
    "> Fine System Number {0}: Paging",
    "code at https://github.com/ann/fine-{0}",
    "https://github.com/user-attachments/files/{0}/fine.pdf",
    "https://fine.example.org/pages/{0}",
)
LINES = st.lists(st.sampled_from(_SAID), min_size=1, max_size=6)
BETWEEN = st.sampled_from(("\n", "\n\n"))


@given(LINES, st.lists(st.sampled_from(_SAID), max_size=4), BETWEEN)
def test_each_line_is_used_or_named_as_a_problem_or_shown_as_left_out(
    links: list[str], code: list[str], between: str
) -> None:
    written = [line.format(71_001 + at) for at, line in enumerate((*links, *code))]
    values = {
        "links": between.join(written[: len(links)]),
        "code": between.join(written[len(links) :]),
    }
    answered = repr(understand(RawSubmission(values=values), LISTING))

    assert [line for at, line in enumerate(written) if str(71_001 + at) not in answered] == []


def test_a_line_beside_an_address_that_cannot_be_used_is_shown() -> None:
    raw = RawSubmission(values={"links": "arxiv 2501.4\nwww.example"})
    submission = understand(raw, LISTING)

    assert [problem.value for problem in submission.problems] == ["www.example"]
    assert submission.leftovers == ("arxiv 2501.4",)
