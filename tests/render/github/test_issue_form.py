"""Are the issue forms what GitHub accepts, and do they ask exactly what `bot.form` reads?"""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.form import read
from bot.model.form import CORRECTION_FORM, NOT_SURE, PAPER_FORM, Field
from bot.model.lists.listing import Category, Listing
from bot.render.github.files.issue_form import chooser, correction_form, issue_forms, paper_form

HOSTILE_TITLES = (
    "on",
    "None",
    'say "hi": # no',
    "é, 😀 \\n",
    "- x",
    "{{ x }}",
    "1.0",
    "~",
    "'",
    "x" * 300,
)


def listing(*titles: str, repository: str | None = None) -> Listing:
    """Make a list with one category for each title."""
    return Listing(
        schema_version=1,
        title="A list",
        introduction="Papers.",
        repository=repository,
        categories=tuple(
            Category(slug=f"c-{number}", title=title) for number, title in enumerate(titles)
        ),
    )


def elements(form: str) -> dict[str, dict[str, Any]]:
    """Give a form's elements by id."""
    return {element["id"]: element for element in yaml.safe_load(form)["body"]}


@pytest.mark.parametrize(
    "made_for",
    [listing("Serving"), listing(*HOSTILE_TITLES, repository="owner/a.list")],
    ids=["plain", "hostile"],
)
def test_the_files_are_valid_by_githubs_schemas(made_for: Listing, tmp_path: Path) -> None:
    paths = []
    for file in issue_forms(made_for):
        paths.append(tmp_path / Path(file.path).name)
        paths[-1].write_text(file.text, "utf-8")
    config, *forms = map(str, paths)
    check = (sys.executable, "-m", "check_jsonschema", "--builtin-schema")

    subprocess.run([*check, "vendor.github-issue-config", config], check=True)
    subprocess.run([*check, "vendor.github-issue-forms", *forms], check=True)


titles = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=300
)


@given(st.lists(titles, min_size=1, max_size=5))
def test_the_dropdown_offers_not_sure_and_then_every_category(names: list[str]) -> None:
    made_for = listing(*names)
    attributes = elements(paper_form(made_for))["category"]["attributes"]

    assert attributes["options"] == [NOT_SURE, *(option for option, _ in made_for.options())]
    assert attributes["options"][attributes["default"]] == NOT_SURE


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        (paper_form(listing("Serving")), PAPER_FORM),
        (correction_form(listing("Serving")), CORRECTION_FORM),
    ],
    ids=["paper", "correction"],
)
def test_a_form_asks_what_the_parser_reads(form: str, fields: tuple[Field, ...]) -> None:
    asked = elements(form)
    body = "\n\n".join(f"### {e['attributes']['label']}\n\n{id_}" for id_, e in asked.items())

    assert list(asked) == [field.id for field in fields]
    assert read(body, fields).values == {field.id: field.id for field in fields}
    for element in asked.values():
        fenced = element["attributes"].get("render") == "text"
        assert fenced == (element["type"] == "textarea")


def test_only_what_cannot_be_looked_up_is_required() -> None:
    required = [
        id_
        for form in (paper_form(listing("Serving")), correction_form(listing("Serving")))
        for id_, element in elements(form).items()
        if element.get("validations", {}).get("required")
    ]

    assert required == ["links", "entry", "action", "wrong"]


def test_an_issue_may_be_blank_unless_the_owner_says_no_and_the_list_is_one_click_away() -> None:
    assert chooser(listing("Serving")) == (
        "# Made by `bot regenerate` from data/list.toml: change that, not this.\n"
        "blank_issues_enabled: true\n"
    )
    closed = listing("Serving").model_copy(update={"blank_issues": False})
    assert "blank_issues_enabled: false\n" in chooser(closed)
    assert chooser(listing("Serving", repository="owner/a.list")).endswith(
        "contact_links:\n"
        '  - name: "Read the list"\n'
        '    url: "https://github.com/owner/a.list#readme"\n'
        '    about: "Is the paper listed already? Search the page for its title."\n'
    )


def test_the_files_stand_where_github_looks() -> None:
    assert [file.path for file in issue_forms(listing("Serving"))] == [
        ".github/ISSUE_TEMPLATE/config.yml",
        ".github/ISSUE_TEMPLATE/correction.yml",
        ".github/ISSUE_TEMPLATE/paper.yml",
    ]


def test_a_lists_long_title_is_shortened_where_the_forms_are_chosen() -> None:
    made_for = listing("Serving").model_copy(update={"title": "x" * 300})

    for form in (paper_form(made_for), correction_form(made_for)):
        assert f"“{'x' * 99}…”" in yaml.safe_load(form)["description"]
