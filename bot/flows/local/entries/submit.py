"""What becomes of the body of an issue form: which entries, which files, which comment?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from bot import form
from bot.errors import Problem
from bot.flows.apart import handled
from bot.flows.local.load import documents_under, load
from bot.flows.review_form import review_form
from bot.flows.texts_after import texts_after
from bot.model.form import CORRECTION_FORM, PAPER_FORM, FilledForm, RawSubmission
from bot.model.github.outcome import FileText
from bot.model.papers.metadata import LookUp, LookupResult
from bot.model.submissions.review import Review
from bot.model.submissions.submission import Origin
from bot.render.github.submissions.comment import comment
from bot.review.apply import applied
from bot.review.bounded import bounded
from bot.review.paper.work import ReviewContext
from bot.store import files


class SubmitResult(NamedTuple):
    """The decision, the comment that says it, and the files as they should become."""

    review: Review
    comment: str
    files: tuple[FileText, ...]
    failed: tuple[Problem, ...] = ()


def submit(
    root: Path, filled: FilledForm, origin: Origin, look_up: LookUp | None = None
) -> SubmitResult:
    """Judge a submission against the list under `root`; nothing is written.

    Without `look_up` no service is asked: what the form and its links tell has to do. A link that
    cannot be handled is named under `failed`, and the others are handled without it.
    """
    links = filled.raw.values.get("links", "").splitlines()
    result, failed = handled(
        links,
        lambda lines: _submitted(root, _with_links(filled, lines), origin, look_up),
        lambda line: Problem("link", line, ""),
    )
    return result._replace(failed=failed)


def _with_links(filled: FilledForm, lines: Sequence[str]) -> FilledForm:
    if "links" not in filled.raw.values:
        return filled
    values = filled.raw.values | {"links": "\n".join(lines)}
    return filled._replace(raw=replace(filled.raw, values=values))


def _submitted(
    root: Path, filled: FilledForm, origin: Origin, look_up: LookUp | None
) -> SubmitResult:
    catalog, listing, _ = load(root)
    context = ReviewContext(catalog, listing, origin)

    def ask(ids: Sequence[Sequence[str]], _reports: object) -> list[LookupResult]:
        return bounded(look_up(ids)) if look_up else []

    review = review_form(filled, context, ask).review
    answer = comment(review, listing)
    if review.verdict != "accepted":
        return SubmitResult(review, answer, ())
    after = applied(catalog, review.changes)
    became = texts_after(catalog, after, listing, documents_under(root, listing))
    return SubmitResult(review, answer, tuple(files.changed(root, files.texts(became))))


def read_form(body: str) -> FilledForm:
    """Take a body apart by the form that it was written with; one without any suggests papers."""
    fields = form.which(body, (PAPER_FORM, CORRECTION_FORM)) or PAPER_FORM
    return FilledForm(fields, form.read(body, fields))


def from_flags(links: Sequence[str], answers: Mapping[str, str | None]) -> FilledForm:
    """Make of a command's arguments what a filled-in paper form would have given."""
    answered = {id_: answer for id_, answer in answers.items() if answer}
    return FilledForm(PAPER_FORM, RawSubmission(values={"links": "\n".join(links), **answered}))
