"""What should upkeep's rolling pull request hold, and what have people ordered there?

One commit for each kind of change, a table that tells all of it, and never a second one.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.errors import InvalidError
from bot.flows.github.facts.base import Base
from bot.flows.github.reconcile import MOST_ROUNDS, Run
from bot.flows.github.rolling import (
    LEFT_ALONE,
    Rolling,
    is_taken_over,
    next_step,
    pull_of,
    pulls_of,
)
from bot.flows.github.upkeep.approval import (
    is_approved,
    lapsed,
    may,
    orders_on,
    remembered,
)
from bot.flows.github.upkeep.keep import UpkeepFacts
from bot.flows.texts_after import texts_after
from bot.model.commands.command import Command
from bot.model.commands.given import OBEYED, REFUSED
from bot.model.github.plan import Acknowledge, Action, Commit, EditPull, Push
from bot.model.github.world import UPKEEP, Pull, days_between, writer_of, written_at
from bot.model.quotation import quoted
from bot.model.upkeep.kept import Decision
from bot.model.upkeep.proposal import Proposal
from bot.render.github.upkeep.pull import (
    TITLE,
    ShownProposals,
    body,
    commit_message,
    readable,
    shown_in,
)
from bot.store import files
from bot.upkeep.apply import applied
from bot.upkeep.board.likely import taken
from bot.upkeep.links import outcome

# Between two of these pull requests: one a month can be read, one a week is noise.
A_MONTH = 28
ORDERS = frozenset({"approve", "decline", "drop"})


class Planned(NamedTuple):
    """The proposals that still apply to the list, and the commits that they make."""

    proposals: tuple[Proposal, ...]
    commits: tuple[Commit, ...]


def propose(run: Run, kept: UpkeepFacts) -> None:
    """Bring the rolling pull request to what it should hold, and merge it if it is approved."""
    for _ in range(MOST_ROUNDS):
        if run.base is None:
            return
        action = next_step(run, _wanted(run, run.base, kept))
        action = _before_push(run, run.base, action) or action
        if action is None or not run.perform(0, action):
            return
        if run.stale:
            run.reload()


def _wanted(run: Run, base: Base, kept: UpkeepFacts) -> Rolling:
    plan = planned(base, kept)
    digest = _digest(plan.proposals)
    pull = pull_of(run, UPKEEP)
    if pull is None and _rests(run, digest):
        plan = plan._replace(commits=())
    shown = shown_in(pull.body) if pull else ShownProposals("")
    lands = pull is not None and shown.digest == digest and is_approved(run, base, pull)
    notes = _notes(run, base, pull, _known(plan, kept)) if pull and not lands else ()
    now = shown if shown.digest == digest else ShownProposals(digest)
    text = body(plan.proposals, _titles_of(base), now, notes)
    return Rolling(UPKEEP, TITLE, text, plan.commits, commit_message(""), lands=lands)


def _digest(proposals: Sequence[Proposal]) -> str:
    lines = (f"{proposal.key} {proposal.before or ''}" for proposal in proposals)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _before_push(run: Run, base: Base, action: Action | None) -> EditPull | None:
    pull = pull_of(run, UPKEEP)
    return remembered(run, base, pull) if pull and isinstance(action, Push) else None


def _titles_of(base: Base) -> dict[str, str]:
    """Give the titles of the entries, by their ids."""
    return {paper.id: paper.title for paper in base.catalog.papers}


def planned(base: Base, kept: UpkeepFacts) -> Planned:
    """Compute the commits, one for each kind, on top of the list as it is."""
    refused = {key for key, _ in kept.decisions.about("drop")}
    links = outcome.proposals(base.catalog, kept.seen.links, kept.decisions)
    ordered = taken(kept.seen.likely, kept.decisions)
    every = [
        proposal for proposal in (*links, *kept.seen.sure, *ordered) if proposal.key not in refused
    ]
    wanted = readable(applied(base.catalog, every)[1], _titles_of(base))
    catalog, documents, text = base.catalog, dict(base.documents), base.papers_text
    commits, used = [], list[Proposal]()
    for kind in dict.fromkeys(proposal.kind for proposal in wanted):
        some = [proposal for proposal in wanted if proposal.kind == kind]
        after, fine = applied(catalog, some)
        try:
            became = texts_after(catalog, after, base.listing, documents)
        except InvalidError:
            # A kind that would make the list contradict itself is left out, and stops no other.
            continue
        changed = {files.PAPERS: text} | documents
        new = {path: page for path, page in became.items() if changed.get(path) != page}
        if new:
            commits.append(Commit(commit_message(kind), files.texts(new)))
            used += fine
        catalog, text = after, became[files.PAPERS]
        documents |= {path: page for path, page in became.items() if path != files.PAPERS}
    return Planned(tuple(used), tuple(commits))


def _rests(run: Run, digest: str) -> bool:
    """Tell whether no new pull request is due: this was refused, or the last one is of this month.

    One that the bot closed itself, since nothing was left of it, stands in nobody's way, nor does
    one that a person had taken over: it says that it is made anew.
    """
    pulls = pulls_of(run, UPKEEP)
    if not pulls:
        return False
    last = pulls[-1]
    fresh = days_between(last.created_at, run.world.today) < A_MONTH
    if last.merged:
        return fresh
    return LEFT_ALONE not in last.body and shown_in(last.body).digest == digest


def _notes(run: Run, base: Base, pull: Pull, known: frozenset[str]) -> tuple[str, ...]:
    """Say of the last approval that it came before what is shown now, and what had no effect."""
    return (*lapsed(run, base, pull), *_idle(run, pull), *_unknown(run, pull, known))


def _known(plan: Planned, kept: UpkeepFacts) -> frozenset[str]:
    """Give the entries that `/drop` can name: those that are shown, and those dropped already."""
    over = {key.partition(" ")[0] for key, _ in kept.decisions.about("drop")}
    return frozenset(over.union(proposal.entry for proposal in plan.proposals))


def _unknown(run: Run, pull: Pull, known: frozenset[str]) -> Iterator[str]:
    for comment, order in orders_on(run, pull):
        named = [entry for entry in _entries(order) if entry not in known]
        if order.name == "drop" and named and may(run, comment):
            ids = ", ".join(quoted(entry) for entry in named)
            yield f"“/drop” had no effect on {ids}: the table has no entry of that id"


def _entries(order: Command) -> list[str]:
    """Give the ids of the entries that a `/drop` names, however they are parted or marked."""
    return re.split(r"[\s,;`]+", order.text.strip(" `"))


def _idle(run: Run, pull: Pull) -> Iterator[str]:
    named = (f"“/{order.name}”" for _, order in orders_on(run, pull) if order.name not in ORDERS)
    if names := ", ".join(dict.fromkeys(named)):
        yield f"{names} had no effect: here count “/approve”, “/drop” and “/decline”"


def declined(run: Run) -> EditPull | None:
    """Close the pull request that a maintainer has declined; it is not offered again as it is."""
    pull = pull_of(run, UPKEEP)
    if pull is None or not any(
        order.name == "decline" and written_at(comment) > pull.reopened_at and may(run, comment)
        for comment, order in orders_on(run, pull)
    ):
        return None
    return EditPull(pull.number, pull.body, close=True)


def dropped(run: Run, kept: UpkeepFacts) -> tuple[Decision, ...]:
    """Give what maintainers have dropped from the open pull request: all changes of an entry."""
    pull = pull_of(run, UPKEEP)
    if pull is None or run.base is None:
        return ()
    shown = planned(run.base, kept).proposals
    return tuple(
        Decision(about="drop", key=proposal.key, by=writer_of(comment), on=run.world.today)
        for comment, order in orders_on(run, pull)
        if order.name == "drop" and may(run, comment)
        for proposal in shown
        if proposal.entry in _entries(order)
    )


def acknowledged(run: Run, kept: UpkeepFacts) -> Sequence[Acknowledge]:
    """Give a reaction to each order on the open pull request that has none yet.

    On one that a person has taken over no approval is obeyed; the description says what to do.
    """
    pull = pull_of(run, UPKEEP)
    if pull is None or run.base is None:
        return ()
    fresh = [one for one in orders_on(run, pull) if one[0].id > 0 and not one[0].signs]
    if not fresh:
        return ()
    known = _known(planned(run.base, kept), kept)
    over = is_taken_over(run, _wanted(run, run.base, kept))
    effective = ORDERS - {"approve"} if over else ORDERS
    signs: dict[int, str] = {}
    for comment, order in fresh:
        fits = order.name in effective and may(run, comment)
        named = order.name != "drop" or not known.isdisjoint(_entries(order))
        signs[comment.id] = OBEYED if fits and named else REFUSED
    return [Acknowledge(pull.number, comment, sign) for comment, sign in signs.items()]
