"""Does `form.read` find every answer, and lose no text?"""

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.form import UNCHOSEN, read, which
from bot.model.form import CORRECTION_FORM, PAPER_FORM, Field, RawSubmission
from bot.text.lexicon.placeholder import is_placeholder

EXAMPLES = sorted((Path(__file__).parents[1] / "examples" / "form").glob("*.json"))
FORMS = {"paper": PAPER_FORM, "correction": CORRECTION_FORM}
LABELS = [f"### {field.label}" for form in FORMS.values() for field in form]
LONGEST_BODY = 65_536


def rendered(field: Field, answer: str) -> str:
    """Write one answer as GitHub writes it: `render: text` makes a text area a fence."""
    if field.kind == "textarea":
        return f"### {field.label}\n\n```text\n{answer}\n```"
    return f"### {field.label}\n\n{answer or '_No response_'}"


def known_text(reading: RawSubmission) -> str:
    """Give all text that a reading holds."""
    ambiguous = (answer for answers in reading.ambiguous.values() for answer in answers)
    return "\n".join((*reading.values.values(), *ambiguous, *reading.leftovers))


def is_form_text(line: str) -> bool:
    """Tell whether GitHub, not a person, may have written a line: labels, fences, nothing."""
    fence = line.strip("`~") in {"", "text"}
    return line.rstrip() in LABELS or is_placeholder(line) or fence


# What GitHub writes below a text area: nobody can tell it from the same typed into one.
LIKE_A_QUESTION = re.compile(r"^```\n\n### ", re.MULTILINE)


def is_empty(field: Field, answer: str) -> bool:
    """Tell an answer that says nothing; a category may be called by any words."""
    return answer in UNCHOSEN if field.kind == "dropdown" else is_placeholder(answer)


def one_line(answer: str) -> str:
    """Give what an input can hold of an answer: no second line, and no Markdown of blocks."""
    line = answer.partition("\n")[0].strip()
    return "" if line.startswith(("```", "~~~", "#")) else line


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_reads_as_the_file_beside_it_says(path: Path) -> None:
    expected = json.loads(path.read_text("utf-8"))
    body = path.with_suffix(".md").read_text("utf-8")
    form = which(body, FORMS.values())
    reading = read(body, form or PAPER_FORM)

    assert {
        "form": next((name for name, fields in FORMS.items() if fields == form), None),
        "values": reading.values,
        "ambiguous": {id_: list(answers) for id_, answers in reading.ambiguous.items()},
        "leftovers": list(reading.leftovers),
    } == expected


answers = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\r")),
    st.text("`~ \n#ab", max_size=30),
    st.lists(st.sampled_from(["```", "~~~~", "```text", "### Other", "", " ", "x"])).map("\n".join),
).map(str.strip)


@given(st.lists(answers, min_size=len(PAPER_FORM), max_size=len(PAPER_FORM)))
def test_answers_written_as_github_writes_them_come_back_as_typed(typed: list[str]) -> None:
    said = {
        field: answer if field.kind == "textarea" else one_line(answer)
        for field, answer in zip(PAPER_FORM, typed, strict=True)
        if not LIKE_A_QUESTION.search(answer)
    }
    body = "\n\n".join(rendered(field, answer) for field, answer in said.items())

    assert read(body, PAPER_FORM) == RawSubmission(
        values={f.id: answer for f, answer in said.items() if not is_empty(f, answer)}
    )


lines = st.one_of(
    st.sampled_from([*LABELS, "", "```", "```text", "~~~", "`````", "None", "_No response_"]),
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n")),
)


@given(st.lists(lines).map("\n".join))
def test_no_line_that_a_person_wrote_is_lost(body: str) -> None:
    for form in FORMS.values():
        known = known_text(read(body, form))
        for line in body.split("\n"):
            assert is_form_text(line) or line.strip() in known


@given(st.lists(lines).map("\n".join))
def test_a_body_reads_the_same_with_any_newline(body: str) -> None:
    unix = read(body, PAPER_FORM)

    assert read(body.replace("\n", "\r\n"), PAPER_FORM) == unix
    assert read(body.replace("\n", "\r"), PAPER_FORM) == unix


@given(st.lists(lines).map("\n".join), st.sampled_from(PAPER_FORM))
@example("```text\nnever closed", PAPER_FORM[2])
def test_a_label_that_stands_there_twice_is_never_answered(body: str, field: Field) -> None:
    twice = f"### {field.label}\none\n{body}\n### {field.label}\ntwo"
    reading = read(twice, PAPER_FORM)

    assert field.id not in reading.values
    assert len(reading.ambiguous[field.id]) >= 2


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "\n\n",
        "_No response_",
        "None",
        "```text\n\n```",
        "```\n```",
        "~~~~",
        "```text\nNone\n```",
        *("N/A", "n.a.", "N / A", "TBD", "tba.", "none", "-", "--", "—", "?", "…", "no", "(none)"),
        *(
            "coming soon",
            "Coming soon!",
            "to be released",
            "Not available yet",
            "unknown",
            "*None*",
        ),
        *("Code will be released soon.", "will be released upon acceptance", "To be open-sourced"),
        *(
            "无",
            "暂无。",
            "待定",
            "なし",
            "없음",
            "keine",
            "k. A.",
            "aucun",
            "ninguno",
            "em breve",
            "нет",
        ),
    ],
    ids=repr,
)
@pytest.mark.parametrize("field", PAPER_FORM[2:4], ids=lambda field: str(field.id))
def test_an_empty_answer_has_no_value(field: Field, answer: str) -> None:
    assert read(f"### {field.label}\n\n{answer}\n", PAPER_FORM) == RawSubmission()


@pytest.mark.parametrize(
    "answer",
    [
        *(
            "None of the Above",
            "No Free Lunch",
            "Open Source",
            "Release",
            "A",
            "1",
            "C#",
            "Soon at SC",
        ),
        *(
            "Not All Tokens Are What You Need",
            "To Be or Not to Be Aligned",
            "N/A in ICML",
            "无监督学习",
        ),
    ],
)
def test_an_answer_that_only_looks_like_none_stands(answer: str) -> None:
    assert read(f"### Title\n\n{answer}\n", PAPER_FORM).values == {"title": answer}


def test_of_checkboxes_the_ticked_ones_are_the_answer() -> None:
    field = Field("done", "Done", "checkboxes", "What you have done.")
    done = "- [X] Read, and understood\n+ [x] Searched\n* [x] Asked"
    body = f"### Done\n\n- [ ] Slept\n{done}\n+ [ ] Sat\n* [ ] Ate\nand then some"

    assert read(body, [field]).values == {
        "done": "Read, and understood\nSearched\nAsked\nand then some"
    }
    assert read("### Done\n\n- [ ] Slept", [field]) == RawSubmission()


def test_the_two_forms_share_no_label_and_no_field() -> None:
    fields = PAPER_FORM + CORRECTION_FORM

    assert len({field.label for field in fields}) == len(fields)
    assert len({field.id for field in fields}) == len(fields)


def test_the_label_that_stands_first_tells_the_form() -> None:
    entry, venue = "### Which entry\nx\n", "### Venue\nx\n"

    assert which(entry + venue, FORMS.values()) == CORRECTION_FORM
    assert which(venue + entry, FORMS.values()) == PAPER_FORM
    assert which("### Other\nx", FORMS.values()) is None


@pytest.mark.timeout(30)  # it takes milliseconds; by the square of its length, minutes
@pytest.mark.parametrize(
    "unit",
    ["`", "~", "#", " ", "\n", "\r", "### \n", "### Title\n", "```\n", "``` x\n", "- [ ] a\n"],
    ids=repr,
)
@pytest.mark.parametrize("head", ["", "### Venue\n", "### Venue\n```", "### Venue\n``` "], ids=repr)
def test_the_longest_body_of_one_thing_over_and_over_is_read_whole(head: str, unit: str) -> None:
    body = (head + unit * LONGEST_BODY)[: LONGEST_BODY - 3] + "a b"
    reading = read(body, PAPER_FORM)

    assert known_text(reading).endswith("a b")
