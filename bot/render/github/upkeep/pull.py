"""What do upkeep's pull request and its commits say?

A table that a person reads in a minute: what was there, what comes, who says so. What services and
strangers wrote stands in it as code.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from bot.markdown.escape import text
from bot.markdown.quote import begun, inline, sentence
from bot.model.upkeep.kept import MOST_PROPOSALS
from bot.model.upkeep.proposal import Proposal

TITLE = "Upkeep: bring entries up to date"
LONGEST_TABLES = 55_000  # of the 65,536 characters that GitHub takes
LONGEST_TITLE = 160
LONGEST_CELL = 1_000
# How the kinds of change are called, as a heading and in a commit's message.
KINDS: Mapping[str, str] = {
    "withdrawals": "Withdrawn and retracted works, which stay and are marked",
    "links": "Links",
    "venues": "Venues",
    "titles": "Titles",
    "identifiers": "Identifiers",
    "code": "Code",
    "dates": "Dates",
    "authors": "Authors",
    "citations": "Citations",
}
_ORDER = tuple(KINDS)
_START = "Upkeep: "
_HOW = (
    "**What to do.** Look through the table. `/approve` merges all of it; `/drop` and the id of "
    "an entry leaves that entry out for good, and the rest is offered again; `/decline`, or "
    "closing this, puts all of it off until something else is to be changed. Nothing is merged "
    "that was not shown here before the approval. This is brought up to date by itself, also "
    "where GitHub shows a conflict."
)


class ShownProposals(NamedTuple):
    """Which proposals a pull request shows, and since when; "" for since its last push.

    `commit` is one that showed them before that push, "" where reviews do not count.
    """

    digest: str
    since: str = ""
    commit: str = ""


_SHOWN = re.compile(
    r"<!-- bot:upkeep (?P<digest>[0-9a-f]{1,64}) ?(?P<since>[0-9TZ:-]{0,20})"
    r"(?: (?P<commit>[0-9a-f]{1,64}))? -->"
)


def mark(shown: ShownProposals) -> str:
    """Give the hidden line that says what a pull request shows."""
    commit = f" {shown.commit}" if shown.commit else ""
    return f"<!-- bot:upkeep {shown.digest} {shown.since}{commit} -->"


def shown_in(described: str) -> ShownProposals:
    """Read the hidden line of a description; the digest is "" where there is none."""
    match = _SHOWN.search(described)
    if match is None:
        return ShownProposals("")
    return ShownProposals(match["digest"], match["since"], match["commit"] or "")


def commit_message(kind: str) -> str:
    """Give a commit's message for a kind of change; of "", how all of them begin."""
    return f"{_START}{_called(kind).lower()}\n" if kind else _START


def readable(proposals: Iterable[Proposal], titles: Mapping[str, str]) -> list[Proposal]:
    """Give as many as the tables show whole, the most pressing kinds first.

    `titles` are those of the entries. What a maintainer could not read to its end is not offered.
    """
    shown, room = list[Proposal](), LONGEST_TABLES
    for proposal in sorted(proposals, key=_rank):
        whole = all(len(text or "") < LONGEST_CELL for text in (proposal.before, proposal.after))
        room -= len(_row(proposal, titles)) + 1
        if room < 0 or len(shown) == MOST_PROPOSALS:
            break
        if whole:
            shown.append(proposal)
    return shown


def _rank(proposal: Proposal) -> tuple[int, str]:
    place = _ORDER.index(proposal.kind) if proposal.kind in KINDS else len(KINDS)
    return place, proposal.kind


def body(
    proposals: Sequence[Proposal],
    titles: Mapping[str, str],
    shown: ShownProposals,
    notes: Iterable[str],
) -> str:
    """Give the description: what is to be said first, and a table for each kind."""
    ordered = sorted(proposals, key=_rank)
    parts = [mark(shown), _HOW]
    parts += [f"> {sentence(begun(note))}." for note in notes]
    for kind, some in groupby(ordered, key=lambda proposal: proposal.kind):
        parts += [f"### {_called(kind)}", _table(some, titles)]
    return "\n\n".join(parts)


def _called(kind: str) -> str:
    return KINDS.get(kind, kind[:1].upper() + kind[1:])


def _table(proposals: Iterable[Proposal], titles: Mapping[str, str]) -> str:
    rows = ["| Entry | Field | Before | After | Who says so |", "| --- | --- | --- | --- | --- |"]
    return "\n".join((*rows, *(_row(proposal, titles) for proposal in proposals)))


def _row(proposal: Proposal, titles: Mapping[str, str]) -> str:
    cells = (
        f"{text(titles.get(proposal.entry, proposal.entry)[:LONGEST_TITLE])}<br>`{proposal.entry}`",
        proposal.field,
        _cell(proposal.before),
        _cell(proposal.after),
        ", ".join(_cell(source) for source in proposal.said_by) or "–",
    )
    return f"| {' | '.join(cells)} |"


def _cell(words: str | None) -> str:
    return inline(words, LONGEST_CELL).replace("|", "\\|") if words else "–"
