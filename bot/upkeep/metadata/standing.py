"""What of the proposals of before still stands, now that some works were looked at again?"""

from collections.abc import Iterable

from bot.model.upkeep.kept import Decisions
from bot.model.upkeep.proposal import Proposal
from bot.upkeep.metadata.weigh import is_contradicted


def joined(before: Iterable[Proposal], new: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Let new proposals take the place of those of before; where nothing is said now, they stand.

    A service that is silent, or knows less than before, is no news.
    """
    by_field = {(proposal.entry, proposal.field): proposal for proposal in (*before, *new)}
    return tuple(by_field[key] for key in sorted(by_field))


def standing(sure: Iterable[Proposal], likely: Iterable[Proposal]) -> list[Proposal]:
    """Leave out of what was sure what is contradicted by now."""
    likely_by_field = {(proposal.entry, proposal.field): proposal for proposal in likely}

    def stands(proposal: Proposal) -> bool:
        now = likely_by_field.get((proposal.entry, proposal.field))
        return now is None or (now.after == proposal.after and not is_contradicted(now))

    return [proposal for proposal in sure if stands(proposal)]


def still_open(
    likely: Iterable[Proposal], sure: Iterable[Proposal], decisions: Decisions
) -> tuple[Proposal, ...]:
    """Leave out of what is likely what is sure by now, and what a maintainer does not want."""
    refused = {key for key, _ in decisions.about("drop")}
    taken = {(proposal.entry, proposal.field) for proposal in sure}
    return tuple(
        proposal
        for proposal in likely
        if proposal.key not in refused and (proposal.entry, proposal.field) not in taken
    )
