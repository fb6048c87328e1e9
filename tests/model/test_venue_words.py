"""A text that the quick look turns away is no known venue."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.model.journal_table import JOURNALS
from bot.model.venue import read_publication
from bot.model.venue_table import CONFERENCES
from bot.model.venue_words import may_be_known

_SPELLINGS = [
    spelling.strip()
    for line in (CONFERENCES + JOURNALS).replace("\n  ", " ").splitlines()
    for spelling in line.replace(" = ", "; ").split("; ")
    if spelling.strip()
]
_BESIDE = (
    "2023", "'23", "Workshop", "Findings of", "Best Paper Award", "Oral", "spotlight", "arXiv",
    "Proceedings of the", "In", "at", "@", "pp. 12-30", "vol. 3", "FOO", "Under review",
    "Demo Track", "Datasets and Benchmarks", "Tiny Papers", "twenty-third", "23rd", "the 5th",
    "Annual", "cs.CL", "Main Conference", "tech. report", "IEEE", "submitted to", "blog post",
    "S-LoRA", "ENLSP", "co-located with", "preprint", "top 5%", "camera-ready", "to appear",
    "CVPRW", "and the 9th foo",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(_SPELLINGS) | st.sampled_from(_BESIDE), min_size=1, max_size=4),
    st.sampled_from((" ", ", ", " - ", ": ", " (")),
)
@example(["NeurIPS", "Workshop", "2023"], " ")
@example(["2023", "at"], " ")
def test_what_is_known_is_never_turned_away(parts: list[str], joint: str) -> None:
    text = joint.join(parts)
    assert may_be_known(text) or not read_publication(text).known


@pytest.mark.parametrize(
    "text",
    [
        "Paged Attention",
        "FlashAttention-2",
        "A Fast Engine: Serving Language Models",
        "Ann Lee, 2023",
    ],
)
def test_titles_and_names_are_turned_away(text: str) -> None:
    assert not may_be_known(text)
