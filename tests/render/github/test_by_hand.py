"""What is said to whoever edited a table by hand, and which form does the dashboard fill in?"""

from pathlib import Path

from bot.model.papers.paper import Link
from bot.model.upkeep.candidate import Candidate
from bot.render.github.by_hand import HandEdit, advice
from bot.render.github.upkeep.filed import filed
from tests.review.works import FLASH, LISTING, paper

FOLDER = Path(__file__).parents[2] / "examples" / "comments"
NEW = paper("quiet", "Quiet Kernels", links=(Link(kind="paper", url="https://a.example/q"),))


def test_whoever_edited_a_table_is_told_what_to_do_instead() -> None:
    told = FOLDER.joinpath("by-hand.txt").read_text("utf-8")

    assert advice(HandEdit([NEW], [FLASH], 3), LISTING, "octo/papers") == told


def test_where_nobody_knows_the_repository_the_forms_are_named_alone() -> None:
    told = advice(HandEdit([NEW], [FLASH], 0), LISTING, "")

    assert "https://github.com" not in told
    assert "send the form “Suggest a paper”\n\nor put this" in told
    assert told.endswith("or use the form “Correct an entry”\n")


def test_a_candidate_that_is_taken_is_filed_as_a_person_would_with_the_form() -> None:
    candidate = Candidate(
        number=4,
        work="arxiv:2401.00001",
        url="https://arxiv.org/abs/2401.00001",
        title="Quiet Kernels",
        day="2024-01-01",
        category="caching",
        reasons=("it cites “vLLM”", "its authors are listed"),
        on="2024-02-01",
    )
    title, body = filed(candidate, "mia", LISTING)
    without = candidate.model_copy(update={"category": None, "reasons": (), "title": "x" * 300})

    assert title == "[paper] Quiet Kernels"
    assert body == FOLDER.joinpath("candidate.md").read_text("utf-8")
    assert filed(without, "mia", LISTING)[0] == f"[paper] {'x' * 200}"
    assert "by `mia`: it looks like what the list holds." in filed(without, "mia", LISTING)[1]
    assert "### Category\n\n_No response_" in filed(without, "mia", LISTING)[1]
