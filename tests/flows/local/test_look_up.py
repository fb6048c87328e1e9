"""Does what the services know make a bare link a full submission, and their silence lose none?"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.flows.local.entries.submit import SubmitResult, read_form, submit
from bot.model.papers.metadata import (
    Conflict,
    Found,
    LookUp,
    LookupResult,
    Metadata,
    NotFound,
    Sourced,
    Unavailable,
)
from bot.model.papers.paper import Citations, Link, Venue
from bot.model.submissions.submission import Origin

LIST = Path(__file__).parents[2] / "examples" / "list"
LINK = "https://arxiv.org/abs/2407.08608"
FLASH_3 = Metadata(
    title=Sourced(
        "FlashAttention-3: Fast and Accurate Attention with Asynchrony and Low-precision", "arxiv"
    ),
    authors=Sourced(("Jay Shah", "Tri Dao"), "arxiv"),
    date=Sourced("2024-07-11", "arxiv"),
    venue=Sourced(Venue(name="NeurIPS", year=2024), "semantic-scholar"),
    ids=(Sourced("arxiv:2407.08608", "arxiv"), Sourced("doi:10.52202/079017-2193", "crossref")),
    links=(
        Sourced(
            Link(kind="code", url="https://github.com/Dao-AILab/flash-attention"), "huggingface"
        ),
    ),
    citations=Sourced(Citations(count=12), "semantic-scholar"),
)


def answering(*reports: LookupResult) -> LookUp:
    """Give services that answer so, whatever they are asked."""

    def look_up(works: Sequence[Sequence[str]]) -> list[LookupResult]:
        assert len(works) == len(reports)
        return list(reports)

    return look_up


def submitted(body: str, *reports: LookupResult, waited: int = 0) -> SubmitResult:
    """Submit a body to the small list, which has stood there for so many days."""
    origin = Origin(added="2026-02-03", issue=34, waited=waited)
    return submit(LIST, read_form(body), origin, answering(*reports))


def known(metadata: Metadata) -> LookupResult:
    """Report that a service found this."""
    return LookupResult(("arxiv:2407.08608",), (Found("arxiv", metadata),), metadata)


def silent(reason: str = "answered 503") -> LookupResult:
    """Report that a service gave no answer."""
    return LookupResult(("arxiv:2407.08608",), (Unavailable("arxiv", reason),), Metadata())


def test_a_bare_link_becomes_a_whole_entry() -> None:
    review = submitted(LINK, known(FLASH_3)).review

    assert review.verdict == "accepted"
    (change,) = review.changes
    assert change.paper.model_dump(mode="json", exclude_defaults=True) == {
        "id": "flashattention-3-fast-and-accurate-attention-with-asynchrony",
        "title": "FlashAttention-3: Fast and Accurate Attention with Asynchrony and Low-precision",
        "category": "attention-kernels",
        "authors": ["Jay Shah", "Tri Dao"],
        "date": "2024-07-11",
        "venue": {"name": "NeurIPS", "year": 2024},
        "ids": ["arxiv:2407.08608", "doi:10.52202/079017-2193"],
        "links": [
            {"kind": "paper", "url": LINK},
            {"kind": "code", "url": "https://github.com/Dao-AILab/flash-attention"},
        ],
        "citations": {"count": 12, "as_of": "2026-02-03", "source": "semantic-scholar"},
        "added": "2026-02-03",
        "issue": 34,
    }


def test_what_a_person_wrote_wins_over_the_services() -> None:
    body = (
        f"### Paper link(s)\n\n{LINK}\n\n### Title\n\n"
        "FlashAttention-3: Fast and accurate attention with asynchrony and low-precision\n\n"
        "### Venue\n\nICML 2024\n"
    )
    review = submitted(body, known(FLASH_3)).review

    assert (review.verdict, review.problems) == ("accepted", ())
    (change,) = review.changes
    after = change.paper.model_dump(mode="json", exclude_defaults=True)
    assert after["title"].endswith("Fast and accurate attention with asynchrony and low-precision")
    assert after["venue"] == {"name": "ICML", "year": 2024}


def test_a_title_that_is_another_works_is_asked_back_with_both() -> None:
    body = f"### Paper link(s)\n\n{LINK}\n\n### Title\n\nA Survey of Something Else\n"
    review = submitted(body, known(FLASH_3)).review

    assert review.verdict == "needs-work"
    (problem,) = review.problems
    assert (problem.field, problem.value) == ("Title", "A Survey of Something Else")
    assert "FlashAttention-3: Fast and Accurate" in problem.message


def test_an_identifier_that_does_not_exist_is_asked_back() -> None:
    work = "arxiv:2407.08608"
    report = LookupResult((work,), (NotFound("arxiv"),), Metadata(), unknown=(work,))
    review = submitted(LINK, report).review

    assert review.verdict == "needs-work"
    assert [problem.field for problem in review.problems] == ["Paper link(s)", "Title"]
    assert "there is no “arxiv:2407.08608”" in review.problems[0].message


def test_an_identifier_that_does_not_exist_waits_for_no_service_that_is_down() -> None:
    work = "arxiv:2407.08608"
    answers = (NotFound("arxiv"), Unavailable("semantic-scholar", "answered 503"))
    review = submitted(LINK, LookupResult((work,), answers, Metadata(), unknown=(work,))).review

    assert review.verdict == "needs-work"
    assert "there is no “arxiv:2407.08608”" in review.problems[0].message


def test_without_a_title_a_silent_service_lets_the_submission_wait() -> None:
    result = submitted(LINK, silent())

    assert (result.review.verdict, result.files) == ("waiting", ())
    assert "`arxiv` gave no answer (answered 503)" in result.comment


def test_a_title_that_one_service_knows_waits_for_no_other() -> None:
    answers = (Found("arxiv", FLASH_3), Unavailable("semantic-scholar", "answered 429"))
    result = submitted(LINK, LookupResult(("arxiv:2407.08608",), answers, FLASH_3))

    assert result.review.verdict == "accepted"
    assert "`semantic-scholar` gave no answer (answered 429), so something may" in result.comment


FORUM = "https://openreview.net/forum?id=abcDEF123"


def refused(*others: Unavailable) -> LookupResult:
    """Report that OpenReview turns programs away, on both of its servers."""
    wall = "answered 403 and lets only people in"
    names = ("openreview", "openreview-v1")
    walls = (Unavailable(name, wall, refused=True) for name in names)
    return LookupResult(("openreview:abcDEF123",), (*walls, *others), Metadata())


def test_without_a_title_a_refusal_asks_for_it_at_once() -> None:
    result = submitted(FORUM, refused())

    assert result.review.verdict == "needs-work"
    (problem,) = result.review.problems
    assert (problem.field, problem.value) == ("Title", "")
    assert f"no service tells the title of `{FORUM}`; write it here" in result.comment
    assert "`openreview` gave no answer (answered 403 and lets only people in)" in result.comment


def test_with_a_title_a_refusal_holds_up_nothing_and_is_named() -> None:
    body = f"### Paper link(s)\n\n{FORUM}\n\n### Title\n\nAsynchrony in Attention Kernels\n"
    result = submitted(body, refused())

    assert result.review.verdict == "accepted"
    assert "`openreview` gave no answer (answered 403 and lets only people in)" in result.comment


def test_beside_a_refusal_an_outage_is_waited_for() -> None:
    result = submitted(FORUM, refused(Unavailable("crossref", "answered 503")))

    assert result.review.verdict == "waiting"


@pytest.mark.parametrize(
    ("days", "verdict"), [(0, "waiting"), (1, "waiting"), (2, "needs-work"), (400, "needs-work")]
)
def test_an_outage_is_waited_for_no_longer_than_two_days(days: int, verdict: str) -> None:
    result = submitted(LINK, silent(), waited=days)

    assert result.review.verdict == verdict
    assert "`arxiv` gave no answer (answered 503)" in result.comment
    assert ("write it here" in result.comment) == (verdict == "needs-work")


def test_what_is_listed_by_its_identifier_waits_for_no_silent_service() -> None:
    result = submitted("https://arxiv.org/pdf/2309.06180v2", silent())

    assert (result.review.verdict, result.files) == ("duplicate", ())
    assert [paper.short_name for paper in result.review.listed] == ["vLLM"]


def test_of_two_links_the_listed_one_waits_with_the_other() -> None:
    result = submitted(f"https://arxiv.org/abs/2309.06180\n{LINK}", silent(), silent())

    assert (result.review.verdict, result.files) == ("waiting", ())


def test_with_a_title_a_silent_service_holds_up_nothing_and_is_named() -> None:
    body = f"### Paper link(s)\n\n{LINK}\n\n### Title\n\nAsynchrony in Attention Kernels\n"
    result = submitted(body, silent())

    assert result.review.verdict == "accepted"
    assert "`arxiv` gave no answer (answered 503), so something may be missing" in result.comment


def test_sources_that_contradict_each_other_are_shown_with_both_sides() -> None:
    conflict = Conflict(
        "doi", Sourced("doi:10.1/a", "crossref"), Sourced("doi:10.1/b", "openreview")
    )
    odd = Metadata(title=FLASH_3.title, ids=FLASH_3.ids, conflicts=(conflict,))
    result = submitted(LINK, known(odd))

    assert result.review.verdict == "accepted"
    sides = "`doi:10.1/a` is taken, as `crossref` has it, and `openreview` has `doi:10.1/b`"
    assert sides in result.comment
