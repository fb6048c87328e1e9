"""Does a submission have to wait because its author has sent many?

Counted from the issues alone, the older ones first, so that every run comes to the same answer.
"""

from bot.flows.submissions import is_submission
from bot.model.listing import Listing
from bot.model.world import Issue, World


def limit(issue: Issue, world: World, listing: Listing, bot: str) -> str:
    """Give the reason, as a friendly sentence, or "" if there is none."""
    limits = listing.limits
    if len(issue.body) > limits.longest_text:
        return (
            f"this issue is longer than the {limits.longest_text:,} characters that this list "
            "reads; shorten it, and it is looked at again"
        )
    earlier = [
        other
        for number, other in world.issues.items()
        if number < issue.number and other.author == issue.author and is_submission(other, bot)
    ]
    if sum(other.is_open for other in earlier) >= limits.open_per_person:
        return (
            f"you have {limits.open_per_person} suggestions open already, which is as many as "
            "this list looks at together; this one is taken up once one of them is decided"
        )
    day = issue.created_at[:10]
    if sum(other.created_at[:10] == day for other in earlier) >= limits.per_day:
        return (
            f"this list looks at {limits.per_day} suggestions of one person a day; a maintainer "
            "can take this one up earlier by `/approve`"
        )
    return ""
