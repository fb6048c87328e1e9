"""Does only what stands in the block of papers count, of a README that the bot wrote?"""

from bot.importers import read

ROW = "- A Paper About Paging [[Paper](https://arxiv.org/abs/2309.00001)]\n"
RECENT = (
    "<!-- bot:recent -->\n- [Another Paper](https://arxiv.org/abs/2309.00002)\n"
    "<!-- /bot:recent -->\n"
)
PAPERS = "<!-- bot:papers -->\n\n## Serving\n\n{}\n<!-- /bot:papers -->\n"


def titles(text: str) -> list[str]:
    return [entry.title for entry in read(text).entries]


def test_other_blocks_repeat_works_and_list_none() -> None:
    text = f"# A list\n\n{RECENT}\n{PAPERS.format(ROW)}\n## Words\n\nThe end.\n"
    assert titles(text) == ["A Paper About Paging"]
    assert "The end." in " ".join(each.text for each in read(text).prose)


def test_a_block_that_is_still_empty_leaves_the_rest_to_be_read() -> None:
    assert titles(f"# A list\n\n{PAPERS.format('')}\n## Serving\n\n{ROW}") == [
        "A Paper About Paging"
    ]


def test_marks_in_a_fence_are_an_example() -> None:
    text = f"# A list\n\n```\n{PAPERS.format(ROW)}```\n\n## More\n\n- [Serving Without Any Paging](https://arxiv.org/abs/2309.00003)\n"
    assert titles(text) == ["Serving Without Any Paging"]
