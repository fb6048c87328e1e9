"""Which issue does a branch belong to?"""

import pytest

from bot.model.github.world import branch_of, issue_of


@pytest.mark.parametrize("attempt", [1, 2, 31])
@pytest.mark.parametrize("issue", [1, 7, 12_345, 2**31 - 1])
def test_a_branch_tells_the_issue_that_it_was_named_after(issue: int, attempt: int) -> None:
    assert issue_of(branch_of(issue, attempt)) == issue


@pytest.mark.parametrize(
    "branch",
    [
        "",
        "main",
        "suggest/refresh",
        "suggest/issue-",
        "suggest/issue-0",
        "suggest/issue-x",
        "suggest/issue-7-x",
        "suggest/issue-7-2-1",
        "suggest/issue-²",
        "suggest/issue-7-²",
        "suggest/issue-٧",
        "suggest/issue-7\n",
        "x/suggest/issue-7",
        f"suggest/issue-{2**31}",
        "suggest/issue-" + "9" * 200,
        "suggest/issue-7-" + "9" * 200,
        "suggest/issue-" + "9" * 5_000,
    ],
)
def test_a_branch_of_another_name_or_of_an_impossible_number_belongs_to_none(branch: str) -> None:
    assert issue_of(branch) is None
