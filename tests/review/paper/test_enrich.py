"""What do services add to a requested paper, where do they contradict it, and when is waited?"""

from dataclasses import replace

import pytest

from bot.errors import Problem
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.metadata import (
    Conflict,
    LookupResult,
    Metadata,
    Sourced,
    Unavailable,
    Warned,
)
from bot.model.papers.paper import Venue
from bot.model.submissions.submission import Origin, RequestedPaper, Submission
from bot.review.paper import enrich

LINK = "https://arxiv.org/abs/2401.00002"
ASKED = RequestedPaper(line=f"see {LINK}", links=(LINK,), ids=("arxiv:2401.00002",))
TITLE = Metadata(title=Sourced("Quiet Kernels for Streams", "arxiv"))
DOWN = Unavailable("arxiv", "answered 503")
NO = Unavailable("dblp", "turns programs away", refused=True)


def found(metadata: Metadata, *silent: Unavailable, unknown: tuple[str, ...] = ()) -> LookupResult:
    return LookupResult(ASKED.ids, silent, metadata, unknown)


def test_each_paper_knows_what_was_said_of_it_and_what_does_not_exist_is_asked_back() -> None:
    submission = Submission(
        papers=(ASKED, replace(ASKED, line="y")), problems=(Problem("a", "", ""),)
    )
    enriched = enrich.enriched(
        submission, [found(TITLE), found(Metadata(), unknown=("doi:10.1/x", "doi:10.1/y"))]
    )

    assert [each.metadata for each in enriched.papers] == [TITLE, Metadata()]
    assert [(each.field, each.value) for each in enriched.problems] == [
        ("a", ""),
        ("Paper link(s)", "y"),
        ("Paper link(s)", "y"),
    ]
    assert enriched.problems[1].message == (
        "there is no “doi:10.1/x”, as those say who register such identifiers; mend the link"
    )


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ("Quiet Kernels", ""),
        ("QUIET kernels for streams.", "QUIET kernels for streams."),
        ("Quiet Kern", "Quiet Kern"),
        ("Another Title", "Another Title"),
        ("", ""),
    ],
)
def test_a_title_that_is_a_piece_of_the_known_one_gives_way_to_it(stated: str, kept: str) -> None:
    requested = replace(ASKED, title=stated, metadata=TITLE)

    assert enrich.whole_title(requested).title == kept
    assert enrich.whole_title(replace(requested, metadata=None)).title == stated


def test_a_title_that_is_another_works_is_asked_back() -> None:
    other = replace(ASKED, title="Loud Fans in the Attic", metadata=TITLE)

    assert list(enrich.contradiction(other)) == [
        Problem(
            "Title",
            "Loud Fans in the Attic",
            f"“{LINK}” is the link of “Quiet Kernels for Streams” (“arxiv” says so); give the"
            " link of the work you mean, or leave the title empty",
        )
    ]
    for fine in (replace(other, title="Quiet kernels for streams"), replace(other, metadata=None)):
        assert list(enrich.contradiction(fine)) == []


def test_what_speaks_against_a_work_is_said_with_who_says_it_and_why() -> None:
    warned = Metadata(
        warnings=(
            Sourced(Warned("retracted", "Figures were made up"), "crossref"),
            Sourced(Warned("withdrawn"), "arxiv"),
            Sourced(Warned("rejected"), "openreview"),
            Sourced(Warned("concern"), "crossref"),
        )
    )

    assert list(enrich.warnings(replace(ASKED, metadata=warned))) == [
        f"“crossref” says of “{LINK}” that it was retracted: “Figures were made up”",
        f"“arxiv” says of “{LINK}” that it was withdrawn",
        f"“openreview” says of “{LINK}” that it was rejected there",
        f"“crossref” says of “{LINK}” that its publisher has expressed concern about it",
    ]
    assert list(enrich.warnings(ASKED)) == []


GUESS = ImportedPaper(title="Quiet Kernels", venue="ICML", year=2024)
DOI = replace(ASKED, ids=("doi:10.1145/3600006.3613165",), guess=GUESS)
CHECK = "read from the words beside the link; a maintainer checks it"


@pytest.mark.parametrize(
    ("requested", "said"),
    [
        (DOI, [f"the title “Quiet Kernels” and the venue “ICML 2024” are {CHECK}"]),
        (replace(DOI, title="A Title"), [f"the venue “ICML 2024” is {CHECK}"]),
        (replace(DOI, venue="ICLR"), [f"the title “Quiet Kernels” is {CHECK}"]),
        (
            replace(DOI, metadata=Metadata(venue=Sourced(Venue(name="ICLR"), "dblp"))),
            [f"the title “Quiet Kernels” is {CHECK}"],
        ),
        (replace(DOI, guess=None), []),
        (
            replace(
                DOI,
                guess=ImportedPaper(title="Loud Fans in the Attic"),
                metadata=TITLE,
            ),
            [
                (
                    f"“Loud Fans in the Attic” stands beside “{LINK}”, which is “Quiet Kernels for"
                    " Streams”, as “arxiv” says; that was taken"
                )
            ],
        ),
    ],
)
def test_what_was_guessed_is_shown_to_a_maintainer(
    requested: RequestedPaper, said: list[str]
) -> None:
    assert list(enrich.guessed(requested)) == said


@pytest.mark.parametrize(
    ("requested", "lookup", "silent"),
    [
        (ASKED, found(Metadata(), DOWN, NO, DOWN), (DOWN, NO)),
        (replace(ASKED, title="A Title"), found(Metadata(), DOWN), ()),
        (ASKED, found(TITLE, DOWN), ()),
        (ASKED, found(Metadata(date=Sourced("2024", "s")), DOWN), ()),
        (ASKED, found(Metadata(), DOWN, unknown=("doi:10.1/x",)), ()),
        (
            replace(ASKED, ids=("github:a/q",), links=("https://github.com/a/q",)),
            found(Metadata(), DOWN),
            (),
        ),
        (ASKED, found(Metadata()), ()),
    ],
)
def test_only_silence_that_leaves_a_title_unknown_is_an_outage(
    requested: RequestedPaper, lookup: LookupResult, silent: tuple[Unavailable, ...]
) -> None:
    submission = Submission(papers=(requested,))

    assert enrich.outages(submission, [lookup, found(Metadata(), DOWN)]) == silent


@pytest.mark.parametrize(
    ("silent", "waited", "may"),
    [([DOWN], 0, True), ([DOWN, NO], 1, True), ([NO], 0, False), ([DOWN], 2, False)],
)
def test_nobody_waits_for_ever_nor_for_who_turns_programs_away(
    silent: list[Unavailable], waited: int, *, may: bool
) -> None:
    assert enrich.may_pass(silent, Origin(added="2026-02-03", waited=waited)) is may


def test_who_did_not_answer_and_where_sources_differ_is_said_once() -> None:
    conflict = Conflict("date", Sourced("2024", "arxiv"), Sourced("2023", "dblp"))
    lookup = found(Metadata(conflicts=(conflict,)), DOWN)

    assert enrich.told([DOWN, DOWN]) == ("“arxiv” gave no answer (answered 503)",)
    assert enrich.remarks([lookup, lookup]) == (
        "“arxiv” gave no answer (answered 503), so something may be missing",
        (
            "services differ about the date: “2024” is taken, as “arxiv” has it, and “dblp” has "
            "“2023”; whoever knows which is right says so here"
        ),
    )
