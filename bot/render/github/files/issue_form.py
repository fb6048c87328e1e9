"""Which issue forms does this list offer, as GitHub wants them written?

Three files under `.github/ISSUE_TEMPLATE/`, made from the list's configuration and from the
fields that `bot.form` reads, so that neither can drift from the other. Formats, in
https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests:
`syntax-for-githubs-form-schema` and `configuring-issue-templates-for-your-repository`.

GitHub checks nothing but `required`, and only in public repositories: every rule is the bot's to
check again. `render: text` on every text area makes GitHub put the answer into a fence, where it
mentions nobody and links to nothing.
"""

from collections.abc import Sequence

from bot.model.form import (
    CHANGE_ENTRY,
    CORRECTION_FORM,
    CORRECTION_LABEL,
    NOT_SURE,
    PAPER_FORM,
    PAPER_LABEL,
    PERSON,
    PROGRAM,
    REMOVE_ENTRY,
    Field,
)
from bot.model.github.outcome import FileText
from bot.model.lists.listing import Listing
from bot.model.papers.paper import KIND_NAMES
from bot.render.github.files.yaml_text import YamlValue, yaml_text
from bot.text.cut import clipped

FOLDER = ".github/ISSUE_TEMPLATE"
GENERATED = "# Made by `bot regenerate` from data/list.toml: change that, not this.\n"
LONGEST_TITLE_SHOWN = 100


def issue_forms(listing: Listing) -> tuple[FileText, ...]:
    """Give the files that make up the issue forms of a list."""
    return (
        FileText(f"{FOLDER}/config.yml", chooser(listing)),
        FileText(f"{FOLDER}/correction.yml", correction_form(listing)),
        FileText(f"{FOLDER}/paper.yml", paper_form(listing)),
    )


def paper_form(listing: Listing) -> str:
    """Write the form that suggests a paper; its dropdown offers the list's categories."""
    choices = {
        "category": (NOT_SURE, *(option for option, _ in listing.options())),
        "kind": tuple(KIND_NAMES.values()),
        "sender": (PERSON, PROGRAM),
    }
    form = {
        "name": "Suggest a paper",
        "description": f"For “{_short_title(listing)}”. One link is a full suggestion.",
        "title": "[paper] ",
        "labels": [PAPER_LABEL],
        "body": _body(PAPER_FORM, choices),
    }
    return GENERATED + yaml_text(form)


def correction_form(listing: Listing) -> str:
    """Write the form that asks for an entry to be changed or removed."""
    form = {
        "name": "Correct an entry",
        "description": f"Something in “{_short_title(listing)}” is wrong or should not be there.",
        "title": "[correction] ",
        "labels": [CORRECTION_LABEL],
        "body": _body(CORRECTION_FORM, {"action": (CHANGE_ENTRY, REMOVE_ENTRY)}),
    }
    return GENERATED + yaml_text(form)


def chooser(listing: Listing) -> str:
    """Write what stands around the forms: may an issue be blank, and a way to the list itself."""
    config: dict[str, YamlValue] = {"blank_issues_enabled": listing.blank_issues}
    if listing.repository:
        read_first = {
            "name": "Read the list",
            "url": f"https://github.com/{listing.repository}#readme",
            "about": "Is the paper listed already? Search the page for its title.",
        }
        config["contact_links"] = [read_first]
    return GENERATED + yaml_text(config)


def _short_title(listing: Listing) -> str:
    """Give the list's title, so short that it leaves room in the line GitHub shows it in."""
    return clipped(listing.title, LONGEST_TITLE_SHOWN)


def _body(fields: Sequence[Field], options: dict[str, tuple[str, ...]]) -> list[YamlValue]:
    """Give the form's elements; `options` holds the choices of each dropdown by its field's id."""
    return [_element(field, options.get(field.id, ())) for field in fields]


def _element(field: Field, options: tuple[str, ...]) -> dict[str, YamlValue]:
    """Give one field as an element of the form's body."""
    attributes: dict[str, YamlValue] = {"label": field.label, "description": field.description}
    if field.placeholder:
        attributes["placeholder"] = field.placeholder
    if field.kind == "textarea":
        attributes["render"] = "text"
    if options:
        attributes["options"] = options
    for usual in (NOT_SURE, PERSON):
        if usual in options:
            attributes["default"] = options.index(usual)
    element: dict[str, YamlValue] = {"type": field.kind, "id": field.id, "attributes": attributes}
    if field.required:
        element["validations"] = {"required": True}
    return element
