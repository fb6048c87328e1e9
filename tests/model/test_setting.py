"""Does a field that a person sets hold what was meant, or say why not?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Problem
from bot.model.commands.setting import EMPTY, SETTABLE, Setting, SettingValue, read_setting
from bot.model.form import CORRECTION_FORM
from bot.model.papers.paper import Link, Paper, Venue

PAPER_LINK = Link(kind="paper", url="https://arxiv.org/abs/2309.06180")
OLD_CODE = Link(kind="code", url="https://github.com/owner/old")
PAPER = Paper(
    id="x", title="X", category="serving", venue=Venue(name="SOSP"), links=(PAPER_LINK, OLD_CODE)
)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("title", " Attention Is All\tYou Need. ", "Attention Is All You Need"),
        ("Short-Name", "vLLM", "vLLM"),
        ("kind", "Survey", "survey"),
        ("date", "2023-09", "2023-09"),
        ("venue", "NeurIPS 2023", Venue(name="NeurIPS", year=2023)),
        ("authors", "Ada Lovelace, Alan Turing", ("Ada Lovelace", "Alan Turing")),
        ("authors", "Lovelace, A.; Turing, A.", ("Lovelace, A.", "Turing, A.")),
        ("affiliations", "MIT, MIT,", ("MIT",)),
        ("keywords", "paging , KV cache", ("paging", "KV cache")),
        ("capabilities", "training, inference", ("training", "inference")),
        ("note", "Read it first", "Read it first"),
        ("note", EMPTY, None),
        ("authors", EMPTY, ()),
        ("code", "<https://github.com/a/b>", (Link(kind="code", url="https://github.com/a/b"),)),
    ],
    ids=repr,
)
def test_a_text_becomes_the_value_that_an_entry_holds(
    name: str, text: str, value: SettingValue
) -> None:
    setting = read_setting(name, text)

    assert isinstance(setting, Setting)
    assert setting.value == value


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("doi", "10.1/x", f"there is no such field; the fields are {', '.join(SETTABLE)}"),
        ("title", "", "write one line of at most 300 characters"),
        ("title", EMPTY, "write one line of at most 300 characters"),
        ("title", "x" * 301, "write one line of at most 300 characters"),
        (
            "kind",
            "poem",
            "write one of paper, survey, thesis, book, software, dataset, model, blog, talk",
        ),
        ("date", "2023-02-30", "write a date, as 2023, 2023-09 or 2023-09-12, or “-” to empty it"),
        ("date", "May 2023", "write a date, as 2023, 2023-09 or 2023-09-12, or “-” to empty it"),
        (
            "venue",
            "arXiv",
            (
                "write a venue where it was published, with the year, as NeurIPS 2023, "
                "or “-” to empty it"
            ),
        ),
        (
            "code",
            "javascript:alert(1)",
            "write public http or https links to the code, or “-” to empty it",
        ),
        (
            "capabilities",
            "flying",
            "write some of training, inference, fine-tuning, or “-” to empty it",
        ),
    ],
    ids=repr,
)
def test_a_text_that_no_entry_can_hold_is_answered(name: str, text: str, expected: str) -> None:
    assert read_setting(name, text) == Problem(name, text, expected)


def test_new_code_links_take_the_place_of_the_old_ones_and_leave_the_rest() -> None:
    new = Link(kind="code", url="https://github.com/owner/new")

    assert Setting("code", (new,)).on(PAPER).links == (PAPER_LINK, new)
    assert Setting("code", ()).on(PAPER).links == (PAPER_LINK,)


def test_the_correction_form_names_the_fields_that_can_be_set() -> None:
    description = next(field.description for field in CORRECTION_FORM if field.id == "right")

    assert f"The fields: {', '.join(SETTABLE)}." in description


@given(st.sampled_from(SETTABLE), st.text())
def test_whatever_is_set_leaves_a_valid_entry(name: str, text: str) -> None:
    setting = read_setting(name, text)

    if isinstance(setting, Setting):
        changed = setting.on(PAPER)
        assert Paper.model_validate(changed.model_dump()) == changed
