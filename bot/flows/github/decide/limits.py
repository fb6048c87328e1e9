"""Does a submission have to wait because its author has sent many?

Counted from the issues alone, the older ones first, so that every run comes to the same answer.
"""

from bot.flows.github.facts.submissions import is_submission
from bot.model.github.account import Account
from bot.model.github.world import GHOST, Issue, World, days_between
from bot.model.papers.listing import Listing


def limit(issue: Issue, world: World, listing: Listing, bot: Account) -> str:
    """Give the reason, as a friendly sentence, or "" if there is none.

    Nobody knows whose an issue of a deleted account is, so those are counted for nobody.
    """
    limits = listing.limits
    earlier = [
        other
        for number, other in world.issues.items()
        if number < issue.number and other.author == issue.author != GHOST
        if is_submission(other, bot)
    ]
    if sum(other.is_open for other in earlier) >= limits.open_per_person:
        return (
            f"you have {limits.open_per_person} suggestions open already, which is as many as "
            "this list looks at together; this one is taken up once one of them is decided, or "
            "when a maintainer says “/approve”"
        )
    day = issue.created_at[:10]
    sent = sum(other.created_at[:10] == day for other in earlier)
    if sent // limits.per_day > days_between(day, world.today):
        return (
            f"this list looks at {limits.per_day} suggestions of one person a day; this one is "
            "taken up in its turn on a later day, or when a maintainer says “/approve”"
        )
    return ""


def too_long(issue: Issue, listing: Listing) -> str:
    """Give the reason if an issue is too long to be read, approved or not, as a sentence."""
    longest = listing.limits.longest_text
    if len(issue.body) <= longest:
        return ""
    return (
        f"this issue is longer than the {longest:,} characters that this list reads; shorten it, "
        "and it is looked at again"
    )
