"""What becomes of the body of an issue form: which entries, which files, which comment?"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bot import form
from bot.flows.load import load
from bot.model.decision import Decision
from bot.model.outcome import FileText
from bot.model.request import Arrival, Pending
from bot.model.submission import PAPER_FORM, RawSubmission
from bot.render.comment import comment
from bot.render.readme import patched
from bot.review.apply import applied
from bot.review.decide import decide
from bot.review.understand import understand
from bot.store import files, papers


class Result(NamedTuple):
    """The decision, the comment that says it, and the files as they should become."""

    decision: Decision
    comment: str
    files: tuple[FileText, ...]


def submit(
    root: Path, raw: RawSubmission, arrival: Arrival, pending: Sequence[Pending] = ()
) -> Result:
    """Judge a submission against the list under `root`; nothing is written."""
    catalog, listing, papers_text = load(root)
    decision = decide(understand(raw, listing), catalog, listing, arrival, pending)
    said = comment(decision, listing)
    if decision.verdict != "accepted":
        return Result(decision, said, ())
    after = applied(catalog, decision.changes)
    readme_text = files.read(root, files.README)
    became = {
        files.PAPERS: (papers_text, papers.dump(after)),
        files.README: (readme_text, patched(readme_text, catalog, after, listing)),
    }
    texts = (FileText(path, new) for path, (old, new) in became.items() if new != old)
    return Result(decision, said, tuple(texts))


def read_form(body: str) -> RawSubmission:
    """Take the body of a paper form apart."""
    return form.read(body, PAPER_FORM)


def from_flags(links: Sequence[str], answers: Mapping[str, str | None]) -> RawSubmission:
    """Make of a command's arguments what a filled-in form would have given."""
    given = {id_: answer for id_, answer in answers.items() if answer}
    return RawSubmission(values={"links": "\n".join(links), **given})
