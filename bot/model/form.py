"""What did a person ask for, field by field, and what of it did we not understand?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from bot.errors import Problem

# The labels that the forms give their issues; the bot creates them where they are missing.
PAPER_LABEL = "suggestion"
CORRECTION_LABEL = "correction"


@dataclass(frozen=True, slots=True)
class Field:
    """One question of an issue form; its label is the heading in the issue's body.

    `kind` is the element's type as GitHub's form schema names it.
    """

    id: str
    label: str
    kind: Literal["input", "textarea", "dropdown", "checkboxes"]
    description: str
    placeholder: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class RawSubmission:
    """An issue's body taken apart, nothing judged.

    `values` holds the answer to each field by the field's id, without those left empty.
    `ambiguous` holds, for a field whose label stands there more than once, every answer.
    `leftovers` holds, whole and in order, each text that belongs to no field.
    """

    values: dict[str, str] = field(default_factory=dict)
    ambiguous: dict[str, tuple[str, ...]] = field(default_factory=dict)
    leftovers: tuple[str, ...] = ()


class FilledForm(NamedTuple):
    """A form that somebody filled in: which one, and what its body says.

    `more` is a text that asks for works beside it.
    """

    form: Sequence[Field]
    raw: RawSubmission
    more: str = ""


PAPER_FORM = (
    Field(
        "links",
        "Paper link(s)",
        "textarea",
        "One to ten links, one per line: arXiv, DOI, OpenReview, a proceedings page, a PDF. "
        "A link alone is enough.",
        "https://arxiv.org/abs/2309.06180",
        required=True,
    ),
    Field("category", "Category", "dropdown", "Where it belongs. A maintainer can change it."),
    Field(
        "title",
        "Title",
        "input",
        "Only needed where the link cannot tell it, for a blog post or a PDF.",
        "As printed on the paper",
    ),
    Field("venue", "Venue", "input", "Where it was published, with the year.", "NeurIPS 2023"),
    Field(
        "code",
        "Code link",
        "textarea",
        "The authors' own implementation, and what else goes with the work: data, models, a page.",
        "https://github.com/owner/repository",
    ),
    Field(
        "kind",
        "Kind",
        "dropdown",
        "Only needed where the link cannot tell that it is no paper.",
    ),
    Field("keywords", "Keywords", "input", "A few, separated by commas.", "caching, scheduling"),
    Field(
        "why",
        "Why it belongs here",
        "textarea",
        "What is new in it, for readers of this list. It helps to decide; it is not shown there.",
    ),
    Field(
        "sender",
        "Who sends this",
        "dropdown",
        "Programs are welcome. Say so if no person has looked at this: they have a limit of their "
        "own.",
    ),
)

CORRECTION_FORM = (
    Field(
        "entry",
        "Which entry",
        "input",
        "Its title, its link, or its id in data/papers.json.",
        "https://arxiv.org/abs/2309.06180",
        required=True,
    ),
    Field(
        "action",
        "What should happen",
        "dropdown",
        "Choose whether the entry is to be changed or to go.",
        required=True,
    ),
    Field(
        "wrong",
        "What is wrong",
        "textarea",
        "What stands there now, and how you know that it is wrong.",
        required=True,
    ),
    Field(
        "right",
        "What it should be",
        "textarea",
        "One change per line, as field: value. The fields: title, short_name, kind, date, venue, "
        "authors, affiliations, keywords, code, capabilities, note. Also category: a title or "
        "slug, link: an address of the paper to be added, and remove link: one of any kind to be "
        "taken away. Leave this empty if the entry should go.",
        "venue: NeurIPS 2023",
    ),
)

# What a field is called to people, by its id.
PAPER_LABELS = {field.id: field.label for field in PAPER_FORM}
CORRECTION_LABELS = {field.id: field.label for field in CORRECTION_FORM}

NOT_SURE = "Not sure"
PERSON = "A person"
PROGRAM = "A program"
CHANGE_ENTRY = "Change the entry"
REMOVE_ENTRY = "Remove the entry"


def in_order_of(labels: Mapping[str, str], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give problems in the order in which a form asks; `labels` are its fields' by their ids."""
    order = list(labels.values())
    return tuple(sorted(problems, key=lambda problem: order.index(problem.field)))
