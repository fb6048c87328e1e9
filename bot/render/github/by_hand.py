"""What do we say to somebody who edited by hand what is made from the data, and what did they mean?

Plain text for the log of a check. Titles are quoted as they are read, on one line and in printable
characters, which the model sees to.
"""

from collections.abc import Iterator, Sequence
from textwrap import indent
from typing import NamedTuple

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.render.form_link import correction_link, paper_link

# How many works of each sort are worth showing.
MOST = 5
FIRST = (
    "The tables are made from data/papers.json, so a change of them alone would be gone with the "
    "next suggestion. If you changed data/, run `bot regenerate` and commit what it writes. If you "
    "changed a table, take that back and do this instead."
)


class HandEdit(NamedTuple):
    """The works of rows that were added, listed works whose rows differ, and how many rows more."""

    new: Sequence[Paper]
    changed: Sequence[Paper]
    rest: int


def advice(edit: HandEdit, listing: Listing, repository: str) -> str:
    """Say what to do instead of the edit; `repository` is "owner/name", "" if nobody knows it."""
    new, changed, rest = edit
    parts = [FIRST]
    for paper in new:
        parts += _new(paper, listing, repository)
    parts += [_changed(paper, repository) for paper in changed]
    if rest:
        parts.append(f"Rows more that differ: {rest}. Each takes the same.")
    return "\n\n".join(parts) + "\n"


def _new(paper: Paper, listing: Listing, repository: str) -> Iterator[str]:
    form = "send the form “Suggest a paper”"
    if repository:
        form += f", which is filled in already:\n\n  {paper_link(repository, paper, listing)}"
    yield f"To add “{paper.title}”, {form}"
    entry = paper.model_dump_json(indent=2, exclude_defaults=True)
    yield "or put this into data/papers.json and run `bot regenerate`:\n\n" + indent(entry, "    ")


def _changed(paper: Paper, repository: str) -> str:
    form = "use the form “Correct an entry”"
    if repository:
        form += f":\n\n  {correction_link(repository, paper)}"
    return f"To change “{paper.title}”, edit “{paper.id}” in data/papers.json, or {form}"
