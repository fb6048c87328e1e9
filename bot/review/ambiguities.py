"""Which questions of a form were answered more than once?"""

from collections.abc import Iterator, Sequence

from bot.errors import Problem
from bot.model.form import Field, RawSubmission


def ambiguities(raw: RawSubmission, fields: Sequence[Field]) -> Iterator[Problem]:
    """Report each field of a form whose heading stands in the body more than once."""
    label = {field.id: field.label for field in fields}
    message = "this heading stands in the issue more than once; edit it so that one answer is left"
    for id_, answers in raw.ambiguous.items():
        yield Problem(label[id_], " / ".join(answer or "(empty)" for answer in answers), message)
