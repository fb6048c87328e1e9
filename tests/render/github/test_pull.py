"""What do the pull request and its commit say, and does what people wrote around it stay?"""

import pytest

from bot.markdown.quote import block
from bot.model.github.world import Issue
from bot.model.papers.paper import Paper, Removed
from bot.model.submissions.review import Change, Review
from bot.render.github.submissions.change import shown
from bot.render.github.submissions.comment import comment
from bot.render.github.submissions.fitted import folded
from bot.render.github.submissions.pull import END, START, body, message, title, with_block
from tests.review.works import LISTING

OLD = Paper(id="quiet", title="Quiet Kernels", category="kernels", keywords=("cache", "gpu"))
NEW = OLD.model_copy(update={"title": "Quiet Kernels for Streams", "keywords": ("cache", "exact")})
GONE = Change(
    before=OLD,
    after=None,
    removed=Removed(id="quiet", title="Quiet Kernels", reason="It was retracted."),
)
ISSUE = Issue(number=7, title="", body="", author="ann-lee", author_id=42, created_at="2026-01-02")


def accepted(*changes: Change) -> Review:
    return Review(verdict="accepted", changes=changes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([Change(after=OLD)], "Add Quiet Kernels"),
        ([Change(before=OLD, after=NEW)], "Change Quiet Kernels for Streams"),
        ([GONE], "Remove Quiet Kernels"),
        ([Change(after=OLD), Change(after=NEW)], "Add Quiet Kernels and 1 more"),
        (
            [
                Change(
                    after=OLD.model_copy(
                        update={"title": "Closes #1 @ann [skip ci] https://a.example"}
                    )
                )
            ],
            "Add Closes 1 ann skip ci a.example",
        ),
        (
            [Change(after=OLD.model_copy(update={"title": "Quiet " * 20}))],
            "Add Quiet Quiet Quiet Quiet Quiet Quiet Quiet Quiet Quiet Quiet Quiet…",
        ),
    ],
)
def test_the_title_says_what_becomes_of_which_entry(changes: list[Change], expected: str) -> None:
    assert title(accepted(*changes)) == expected


def test_the_commit_names_the_entries_and_credits_who_suggested_them() -> None:
    assert message(accepted(Change(after=OLD)), ISSUE, {"Paper-List-Issue": "7"}) == (
        "Add Quiet Kernels\n\n- quiet\n\nPaper-List-Issue: 7\n"
        "Co-authored-by: ann-lee <42+ann-lee@users.noreply.github.com>\n"
    )


def test_a_ghost_is_credited_for_nothing() -> None:
    ghost = Issue(number=7, title="", body="", author="ghost", created_at="2026-01-02")
    assert "ghost" not in message(accepted(Change(after=OLD)), ghost, {})
    assert "Suggested in #7. Closes #7" in body(accepted(Change(after=OLD)), ghost, "", LISTING)


def test_what_a_person_wrote_around_the_block_stays() -> None:
    first = with_block("Please look.\r\n", f"{START}\nold\n{END}")
    assert first == f"{START}\nold\n{END}\n\nPlease look."
    assert with_block(f"Above.\n{first}\nBelow.", f"{START}\nnew\n{END}") == (
        f"Above.\n{START}\nnew\n{END}\n\nPlease look.\nBelow."
    )


def test_a_change_names_only_the_fields_that_differ() -> None:
    assert shown(Change(before=OLD, after=NEW), LISTING) == "\n".join(
        [
            "**A change of the listed entry**",
            "",
            "The entry is `Quiet Kernels`.",
            "",
            "- **Title**: `Quiet Kernels` → `Quiet Kernels for Streams`",
            "- **Keywords**: with `exact`, without `gpu`",
            "",
            folded(
                "Its row in the README", block("| Quiet Kernels for Streams |  |  |  |", "markdown")
            ),
        ]
    )


def test_a_removal_keeps_its_reason() -> None:
    said = shown(GONE, LISTING)
    assert said.startswith("**This entry goes from the list**\n\n- **Title**: `Quiet Kernels`\n")
    assert "- **Reason**: `It was retracted.`\n" in said
    assert said.endswith("- **Id in the list**: `quiet`\n\n</details>")


@pytest.mark.parametrize(
    ("changes", "headline"),
    [
        ([Change(after=OLD)], "### Thank you, this can go onto the list"),
        ([Change(before=OLD, after=NEW)], "### Thank you, the list can be changed like this"),
        ([GONE], "### Thank you, this can be taken off the list"),
    ],
)
def test_a_comment_begins_with_what_comes_of_it(changes: list[Change], headline: str) -> None:
    said = comment(accepted(*changes), LISTING)
    assert said.startswith(
        f"{headline}\n\n**Who acts next:** you. The files of the list are written"
    )


def test_what_speaks_against_a_work_stands_above_it_on_issue_and_pull_request() -> None:
    warning = "“arxiv” says of “https://arxiv.org/abs/2401.00002” that it was withdrawn"
    review = Review(verdict="accepted", changes=(Change(after=OLD),), warnings=(warning,))
    for said in (comment(review, LISTING), body(review, ISSUE, "", LISTING)):
        above, _, below = said.partition(
            "- `arxiv` says of `https://arxiv.org/abs/2401.00002` that it was withdrawn"
        )
        assert "**Warning: a maintainer decides" in above
        assert "**The entry**" in below
