"""What does a job of upkeep find at home, and what of it goes into the list?"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from bot.flows.local.load import documents_under, load
from bot.flows.texts_after import texts_after
from bot.model.papers.paper import Catalog
from bot.model.upkeep.kept import Decisions, Observations
from bot.model.upkeep.link import Finding
from bot.model.upkeep.proposal import Proposal
from bot.store import files, upkeep
from bot.store.lock import alone
from bot.upkeep.apply import applied
from bot.upkeep.links import outcome

Write = Callable[[Observations], object]
LocalJob = Callable[[Catalog, Observations, Decisions, Write], Observations]


class Report(NamedTuple):
    """What was seen, the changes that are sure, and the links that a person has to look at."""

    seen: Observations
    proposals: tuple[Proposal, ...]
    findings: tuple[Finding, ...]


def run(root: Path, job: LocalJob, tell: Callable[[str], object], *, dry_run: bool) -> Report:
    """Let a job look at the list under `root`, and write what is sure, and what it saw.

    With `dry_run` nothing is written. What it saw stands under build/, so that a later run goes on
    where this one stopped; the job may write that as it goes. Raises InvalidError for a list that
    is not right.
    """
    catalog, _, _ = load(root)
    decisions = upkeep.parse(files.read_if_there(root, upkeep.DECISIONS))
    before = upkeep.remembered(files.read_if_there(root, upkeep.OBSERVATIONS))

    def write(so_far: Observations) -> None:
        if dry_run:
            return
        with alone(root, tell):
            _put(root, {upkeep.OBSERVATIONS: upkeep.dump_observations(so_far)})

    seen = job(catalog, before, decisions, write)
    wanted = (*outcome.proposals(catalog, seen.links, decisions), *seen.sure)
    findings = outcome.findings(catalog, seen.links, decisions)
    if dry_run:
        return Report(seen, tuple(applied(catalog, wanted)[1]), findings)
    with alone(root, tell):
        taken = _write(root, wanted, seen)
    return Report(seen, taken, findings)


def _write(root: Path, wanted: tuple[Proposal, ...], seen: Observations) -> tuple[Proposal, ...]:
    """Write the list as it becomes; it is read again, since the job took its time."""
    catalog, listing, _ = load(root)
    after, taken = applied(catalog, wanted)
    texts = {upkeep.OBSERVATIONS: upkeep.dump_observations(seen)}
    if taken:
        texts |= texts_after(catalog, after, listing, documents_under(root, listing))
    _put(root, texts)
    return tuple(taken)


def _put(root: Path, texts: Mapping[str, str]) -> None:
    files.write(root, files.changed(root, files.texts(texts)))
