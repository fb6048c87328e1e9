"""Is everything that is wrong with a filled-in form told at once, in its order, with the value?"""

import pytest

from bot.model.form import RawSubmission
from bot.review.pasted.understand import understand
from tests.review.works import LISTING

LINK = "https://arxiv.org/abs/2401.00002"
ATTACHED = "https://github.com/user-attachments/files/1/paper.pdf"


def problems(**values: str) -> list[tuple[str, str, str]]:
    """Give the problems of a form that is in order but for these values."""
    raw = RawSubmission(values={"links": LINK, "category": "Kernels"} | values)
    found = understand(raw, LISTING).problems
    return [(each.field, each.value, each.message) for each in found]


def test_a_form_in_order_has_no_problem() -> None:
    assert problems() == []
    assert problems(kind="Survey", keywords="cache, gpu", code="https://github.com/a/q") == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"links": "nothing here"},
            (
                "Paper link(s)",
                "nothing here",
                "no link was found; write at least one, as in “https://arxiv.org/abs/2309.06180”",
            ),
        ),
        (
            {"links": "http://localhost/x"},
            (
                "Paper link(s)",
                "http://localhost/x",
                "this address cannot be used; give a public http or https link",
            ),
        ),
        (
            {"category": "Kernel"},
            ("Category", "Kernel", "the list has no such category; did you mean “Kernels”?"),
        ),
        (
            {"category": "Zebras"},
            (
                "Category",
                "Zebras",
                "the list has no such category; choose one, or “Not sure”",
            ),
        ),
        (
            {"title": "x" * 301},
            ("Title", "x" * 301, "this is longer than 300 characters; shorten it"),
        ),
        (
            {"venue": "x" * 121},
            ("Venue", "x" * 121, "this is longer than 120 characters; shorten it"),
        ),
        (
            {"code": "http://localhost/x"},
            (
                "Code link",
                "http://localhost/x",
                "this is no public http or https link; write one, or leave it empty",
            ),
        ),
        (
            {"kind": "Zebra"},
            ("Kind", "Zebra", "choose one of "),
        ),
        (
            {"keywords": "x" * 61},
            (
                "Keywords",
                "x" * 61,
                "this keyword is longer than 60 characters; shorten it, or part several by commas",
            ),
        ),
        (
            {"keywords": ", ".join(f"word {at}" for at in range(11))},
            (
                "Keywords",
                ", ".join(f"word {at}" for at in range(11)),
                "write at most 10 keywords of at most 60 characters, separated by commas",
            ),
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_each_fault_is_told_with_its_field_its_value_and_what_to_do(
    values: dict[str, str], expected: tuple[str, str, str]
) -> None:
    ((field, value, message),) = problems(**values)

    assert (field, value) == expected[:2]
    assert message.startswith(expected[2])


def test_a_file_that_is_attached_is_no_link_of_a_work() -> None:
    ((field, value, message),) = problems(links=f"[paper.pdf]({ATTACHED})")

    assert (field, value) == ("Paper link(s)", "")
    assert ATTACHED in message
    assert [each[0] for each in problems(code=ATTACHED)] == ["Code link"]


def test_faults_are_told_in_the_order_of_the_form() -> None:
    fields = [
        each[0]
        for each in problems(
            links="x",
            category="y",
            title="x" * 301,
            venue="x" * 121,
            code="http://localhost/x",
            keywords="x" * 61,
        )
    ]

    assert fields == ["Paper link(s)", "Category", "Title", "Venue", "Code link", "Keywords"]


def test_more_works_and_links_than_a_person_can_look_through_are_refused() -> None:
    works = "\n".join(f"https://arxiv.org/abs/2401.{at:05}" for at in range(1, 40))
    long = "\n".join(f"https://a.example/{'x' * 1_900}/{at}" for at in range(5))

    assert any("works; file the rest in another issue" in each[2] for each in problems(links=works))
    assert any("characters together; shorten them" in each[2] for each in problems(links=long))
