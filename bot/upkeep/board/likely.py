"""Which changes that are only likely has a maintainer taken over, or refused for good?"""

from collections.abc import Iterable, Iterator

from bot.model.upkeep.kept import Decision, Decisions
from bot.model.upkeep.proposal import Proposal
from bot.upkeep.board.boxes import Tick, key_of

TAKE, REFUSE = "take", "refuse"


def from_ticks(
    ticked: Iterable[Tick], likely: Iterable[Proposal], by: str, day: str
) -> Iterator[Decision]:
    """Give what ticked boxes decide about likely changes; who ticks both boxes refuses."""
    keys = {key_of(proposal.key): proposal.key for proposal in likely}
    marked = {(tick.verb, tick.key) for tick in ticked}
    for key, named in sorted(keys.items()):
        if (REFUSE, key) in marked:
            yield Decision(about="drop", key=named, by=by, on=day)
        elif (TAKE, key) in marked:
            yield Decision(about="take", key=named, by=by, on=day)


def taken(likely: Iterable[Proposal], decisions: Decisions) -> tuple[Proposal, ...]:
    """Give the likely changes that a maintainer has taken over, who stands for them as well."""
    by = {decision.key: decision.by for decision in decisions.decisions if decision.about == "take"}
    return tuple(
        proposal.model_copy(update={"said_by": (*proposal.said_by, by[proposal.key])})
        for proposal in likely
        if proposal.key in by
    )


def unanswered(likely: Iterable[Proposal], decisions: Decisions) -> tuple[Proposal, ...]:
    """Give those about which nobody has decided."""
    decided = {
        decision.key for decision in decisions.decisions if decision.about in {"take", "drop"}
    }
    return tuple(proposal for proposal in likely if proposal.key not in decided)
