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
    keys = {key_of(each.key): each.key for each in likely}
    marked = {(tick.verb, tick.key) for tick in ticked}
    for key, named in sorted(keys.items()):
        if (REFUSE, key) in marked:
            yield Decision(about="drop", key=named, by=by, on=day)
        elif (TAKE, key) in marked:
            yield Decision(about="take", key=named, by=by, on=day)


def taken(likely: Iterable[Proposal], decisions: Decisions) -> tuple[Proposal, ...]:
    """Give the likely changes that a maintainer has taken over, who stands for them as well."""
    by = {each.key: each.by for each in decisions.decisions if each.about == "take"}
    return tuple(
        each.model_copy(update={"said_by": (*each.said_by, by[each.key])})
        for each in likely
        if each.key in by
    )


def unanswered(likely: Iterable[Proposal], decisions: Decisions) -> tuple[Proposal, ...]:
    """Give those about which nobody has decided."""
    decided = {each.key for each in decisions.decisions if each.about in {"take", "drop"}}
    return tuple(each for each in likely if each.key not in decided)
