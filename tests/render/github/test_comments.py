"""Does each comment on GitHub read as the files of `tests/examples/comments` show it?"""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import Problem
from bot.model.github.world import Issue, Pull
from bot.model.lists.listing import Listing, Words
from bot.model.papers.match import Match
from bot.model.papers.paper import Removed
from bot.model.state import State
from bot.model.submissions.review import Change, Review
from bot.model.submissions.status import BranchFacts, SubmissionStatus
from bot.model.submissions.submission import RequestedPaper
from bot.render.github.submissions.answer import answer
from bot.render.github.submissions.comment import LONGEST_DETAILS, comment
from bot.render.github.submissions.fitted import MORE, fitted, folded
from bot.render.github.submissions.hint import hint
from tests.review.works import FLASH, LISTING, PAGED, paper

FOLDER = Path(__file__).parents[2] / "examples" / "comments"
WORDS = Words(
    thanks="You made *this list* better.",
    cite="Cite it as [this](https://a.example/cite).",
    in_scope="Systems that serve models.",
    out_of_scope="Models themselves.",
)
OWNED = LISTING.model_copy(update={"words": WORDS})
OLD = Removed(id="flash", title=FLASH.title, reason="Old")
NEW = Change(after=paper("quiet", "Quiet *Kernels* @ann #1"))
MISSING = Problem("Category", "", "choose one of the list's categories")
BLOCKED = Problem(
    "Paper link(s)", "http://a.example/`x`", "“a.example” shows no work; which is it?"
)
ALIKE = Match("", "flash", "possible", 0.7, ("titles alike (70 % of the words)", "a year apart"))
SURE = Match("", "paged", "duplicate", 1.0, ("same arXiv id",))
FINE = Review(verdict="accepted", changes=(NEW,), matches=(ALIKE,), listed=(FLASH,))
TWICE = Review(verdict="duplicate", matches=(SURE,), listed=(PAGED,))
ASKED = Review(
    verdict="needs-work",
    changes=(NEW,),
    problems=(MISSING, BLOCKED),
    notes=("the title was read from “a.example”",),
    leftovers=("and `some` words",),
)
HERE = SubmissionStatus(
    number=7,
    issue=Issue(number=7, title="", body="", author="ann", created_at="2026-01-02"),
    review=FINE,
    repository="octo/papers",
)
PULL = Pull(number=8, branch="suggest/issue-7", head="head", title="", body="")
BRANCH = BranchFacts(name="suggest/issue-7", head="head", foreign="its file “x.md” was added")

# By the name of the file: what is known, the state, what is said besides, and the list.
ANSWERS: dict[str, tuple[SubmissionStatus, State, tuple[str, ...], Listing | None]] = {
    "ready": (replace(HERE, pulls=(PULL,)), State.READY, ("the field “venue” is set",), LISTING),
    "approved": (replace(HERE, pulls=(PULL,)), State.APPROVED, (), LISTING),
    "accepted": (HERE, State.ACCEPTED, (), OWNED),
    "declined": (HERE, State.DECLINED, ("it is out of scope",), OWNED),
    "withdrawn": (HERE, State.WITHDRAWN, (), OWNED),
    "asked-back": (replace(HERE, review=ASKED), State.NEEDS_WORK, (), OWNED),
    "asked-back-without-a-form": (
        replace(HERE, review=ASKED, free=True, lacks="https://a.example/form"),
        State.NEEDS_WORK,
        (),
        LISTING,
    ),
    "duplicate": (replace(HERE, review=TWICE), State.DUPLICATE, (), LISTING),
    "later-than-another": (
        replace(HERE, review=Review(verdict="waiting", waiting_for=3)),
        State.WAITING,
        (),
        LISTING,
    ),
    "refused": (replace(HERE, refused="GitHub refused it: “no”"), State.WAITING, (), LISTING),
    "stuck": (replace(HERE, review=None), State.STUCK, (), LISTING),
    "limited": (replace(HERE, limit="this is the third today"), State.ON_HOLD, (), LISTING),
    "broken": (
        replace(HERE, review=None, broken="data/list.toml cannot be read"),
        State.WAITING,
        (),
        None,
    ),
    "edited-too-late": (replace(HERE, late="https://a.example/late"), State.ACCEPTED, (), LISTING),
    "somebody-elses-branch": (replace(HERE, branch=BRANCH), State.READY, (), LISTING),
    "somebody-elses-pull-request": (
        replace(HERE, branch=BRANCH, pulls=(PULL,)),
        State.WAITING,
        (),
        LISTING,
    ),
    "edited-by-hand": (
        replace(
            HERE,
            issue=replace(HERE.issue, head="commit") if HERE.issue else None,
            pulls=(PULL,),
            review=Review(
                verdict="accepted",
                changes=(
                    Change(
                        before=FLASH,
                        after=None,
                        removed=Removed(id="flash", title=FLASH.title, reason="Old"),
                    ),
                ),
                warnings=("arXiv says that “FlashAttention” was withdrawn",),
            ),
        ),
        State.READY,
        (),
        LISTING,
    ),
}


def shown(name: str) -> str:
    """Give what a comment should be."""
    return FOLDER.joinpath(f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize("name", ANSWERS)
def test_the_comment_on_a_submission_says_what_is_and_what_happens_next(name: str) -> None:
    assert answer(*ANSWERS[name]) == shown(name)


def test_the_table_of_commands_stands_below_where_somebody_asked_for_it() -> None:
    assert answer(HERE, State.READY, (), LISTING, "\n| table |\n") == (
        answer(HERE, State.READY, (), LISTING) + "\n| table |\n"
    )


@pytest.mark.parametrize("review", [FINE, ASKED, TWICE, Review(verdict="waiting")])
def test_the_answer_at_home_says_what_whoever_reads_it_does_next(review: Review) -> None:
    assert comment(review, LISTING) == shown(f"at-home-{review.verdict}")


def test_details_that_are_too_long_end_with_a_word_that_there_is_more() -> None:
    notes = tuple(f"{number} " + "x" * 3_000 for number in range(12))
    text = comment(Review(verdict="needs-work", problems=(MISSING,), notes=notes), LISTING)

    assert "**What to fix**" in text
    assert text.count(MORE) == 1
    assert len(text) < LONGEST_DETAILS


def test_a_hint_offers_a_form_for_each_thing_that_the_issue_may_ask_for() -> None:
    new = [
        RequestedPaper(line="", links=("https://a.example/1",)),
        RequestedPaper(line="", links=("https://a.example/2",)),
    ]

    assert hint(new[:1], [], "octo/papers") == shown("hint-new")
    assert hint(new, [FLASH, PAGED], "octo/papers") == shown("hint-new-and-listed")


def test_a_text_that_is_cut_closes_its_block_of_code() -> None:
    text = "Before.\n\n```text\n" + "line\n" * 100 + "```\n\nAfter."

    assert fitted(text, len(text)) == text
    assert fitted(text, 150) == ("Before.\n\n```text\n" + "line\n" * 11 + "```\n\n" + MORE)
    assert fitted(text, 90) == "Before.\n\n" + MORE


def test_a_text_is_cut_no_shorter_than_what_has_to_be_closed_asks_for() -> None:
    text = (
        "Before.\n\n" + folded("More", "Words.\n\n```text\nline\nline\n```\n\nAfter.") + "\n\nEnd."
    )
    text += "\nwords" * 30
    cuts = [fitted(text, longest) for longest in range(len(MORE) + 20, len(text))]

    assert len(set(cuts)) > 20
    for longest, shown_part in enumerate(cuts, len(MORE) + 20):
        assert len(shown_part) <= longest
        # A line's end is counted behind the last line, too.
        assert fitted(text, len(shown_part) + 1) == shown_part
        assert shown_part.count("<details>") == shown_part.count("</details>")
        assert shown_part.count("```") % 2 == 0
