"""Do links into a page lead to the headings that GitHub gives them?"""

import pytest

from bot.markdown.anchors import anchors, slug


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Surveys", "surveys"),
        ("KV-Cache Optimization", "kv-cache-optimization"),
        ("HW/SW Co-design", "hwsw-co-design"),
        ("A / B", "a--b"),
        ("C++ & C#", "c--c"),
        ("📚 Papers", "-papers"),
        ("❤️ Thanks", "️-thanks"),
        ("🧑\u200d💻 System-Level", "\u200d-system-level"),
        ("🧑\u200d🧑\u200d🧒 Groups", "\u200d\u200d-groups"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("snake_case", "snake_case"),
        ("x² and ½", "x-and-"),
        ("Ⓐ circled Ⅷ", "ⓐ-circled-ⅷ"),
        ("模型 压缩", "模型-压缩"),
        ("हिन्दी", "हिन्दी"),
        ("Große Straße", "große-straße"),
        ("a\u00a0b\u2003c", "abc"),
        ("...", ""),
    ],
)
def test_a_heading_has_the_anchor_that_github_gives_it(heading: str, anchor: str) -> None:
    assert slug(heading) == anchor


def test_a_repeated_heading_gets_the_next_free_number() -> None:
    headings = ["Survey", "Survey", "Survey 1", "survey", "Survey 1", "!", "?"]
    given = ["survey", "survey-1", "survey-1-1", "survey-2", "survey-1-2", "", "-1"]

    assert anchors(headings) == given
