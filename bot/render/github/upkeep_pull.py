"""What do upkeep's pull request and its commits say?

A table that a person reads in a minute: what was there, what comes, who says so. What services and
strangers wrote stands in it as code.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from bot.markdown.escape import text
from bot.markdown.quote import inline, sentence
from bot.model.upkeep.proposal import Proposal
from bot.render.github.fitted import fitted

TITLE = "Upkeep: bring entries up to date"
LONGEST_BODY = 60_000
LONGEST_CELL = 160
# How the kinds of change are called, as a heading and in a commit's message.
KINDS: Mapping[str, str] = {
    "links": "Links",
    "venues": "Venues",
    "identifiers": "Identifiers",
    "authors": "Authors",
    "dates": "Dates",
    "titles": "Titles",
    "code": "Code",
    "citations": "Citations",
    "withdrawals": "Withdrawn and retracted works, which stay and are marked",
}
_START = "Upkeep: "
_HOW = (
    "**What to do.** Look through the table. `/approve` merges all of it; `/drop` and the id of "
    "an entry leaves that entry out for good, and the rest is offered again; `/decline`, or "
    "closing this, puts all of it off until something else is to be changed. Nothing is merged "
    "that was not shown here before the approval. This is brought up to date by itself, also "
    "where GitHub shows a conflict."
)


class Shown(NamedTuple):
    """Which proposals a pull request shows, and since when; "" for since its last push."""

    digest: str
    since: str = ""


_SHOWN = re.compile(r"<!-- bot:upkeep (?P<digest>[0-9a-f]{1,64}) ?(?P<since>[0-9TZ:-]{0,20}) -->")


def mark(shown: Shown) -> str:
    """Give the hidden line that says what a pull request shows."""
    return f"<!-- bot:upkeep {shown.digest} {shown.since} -->"


def shown_in(described: str) -> Shown:
    """Read the hidden line of a description; the digest is "" where there is none."""
    found = _SHOWN.search(described)
    return Shown(found["digest"], found["since"]) if found else Shown("")


def commit_message(kind: str) -> str:
    """Give a commit's message for a kind of change; of "", how all of them begin."""
    return f"{_START}{_called(kind).lower()}\n" if kind else _START


def body(
    proposals: Sequence[Proposal], titles: Mapping[str, str], shown: Shown, notes: Iterable[str]
) -> str:
    """Give the description: what is to be said first, and a table for each kind."""
    ordered = sorted(proposals, key=lambda each: each.kind)
    parts = [mark(shown), _HOW]
    parts += [f"> {sentence(each[:1].upper() + each[1:])}." for each in notes]
    for kind, some in groupby(ordered, key=lambda each: each.kind):
        parts += [f"### {_called(kind)}", _table(some, titles)]
    return fitted("\n\n".join(parts), LONGEST_BODY)


def _called(kind: str) -> str:
    return KINDS.get(kind, kind[:1].upper() + kind[1:])


def _table(proposals: Iterable[Proposal], titles: Mapping[str, str]) -> str:
    rows = ["| Entry | Field | Before | After | Who says so |", "| --- | --- | --- | --- | --- |"]
    for each in proposals:
        cells = (
            f"{text(titles.get(each.entry, each.entry)[:LONGEST_CELL])}<br>`{each.entry}`",
            each.field,
            _cell(each.before),
            _cell(each.after),
            ", ".join(_cell(one) for one in each.said_by) or "–",
        )
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _cell(words: str | None) -> str:
    return inline(words, LONGEST_CELL).replace("|", "\\|") if words else "–"
