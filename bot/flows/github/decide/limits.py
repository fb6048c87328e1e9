"""Does a submission have to wait because its author has sent many?

Counted from the issues alone, the older ones first, so that every run comes to the same answer.
"""

from bot import form
from bot.flows.github.facts.submissions import is_submission
from bot.model.form import PAPER_FORM, PROGRAM
from bot.model.github.account import Account
from bot.model.github.world import GHOST, Issue, World, days_between
from bot.model.lists.listing import Listing


def limit(issue: Issue, world: World, listing: Listing, bot: Account) -> str:
    """Give the reason, as a friendly sentence, or "" if there is none.

    Nobody knows whose an issue of a deleted account is, so those are counted for nobody.
    """
    limits, program = listing.limits, is_by_program(issue)
    most = limits.open_by_program if program else limits.open_per_person
    per_day = limits.by_program_per_day if program else limits.per_day
    sent_by = "a program" if program else "one person"
    earlier = [
        other
        for number, other in world.issues.items()
        if number < issue.number and other.author == issue.author != GHOST
        if is_submission(other, bot) and is_by_program(other) == program
    ]
    if sum(other.is_open for other in earlier) >= most:
        return (
            f"you have {_counted(most)} open already, which is as many of {sent_by} as "
            "this list looks at together; this one is taken up once one of them is decided, or "
            "when a maintainer says “/approve”"
        )
    day = issue.created_at[:10]
    sent = sum(other.created_at[:10] == day for other in earlier)
    if sent // per_day > days_between(day, world.today):
        return (
            f"this list looks at {_counted(per_day)} of {sent_by} a day; this one is "
            "taken up in its turn on a later day, or when a maintainer says “/approve”"
        )
    return ""


def _counted(number: int) -> str:
    return f"{number} suggestion{'s' if number > 1 else ''}"


def is_by_program(issue: Issue) -> bool:
    """Tell whether a program sent an issue: another workflow, or one that says so in the form."""
    if issue.author.endswith("[bot]"):
        return True
    return form.read(issue.body, PAPER_FORM).values.get("sender", "") == PROGRAM


def too_long(issue: Issue, listing: Listing) -> str:
    """Give the reason if an issue is too long to be read, approved or not, as a sentence."""
    longest = listing.limits.longest_text
    if len(issue.body) <= longest:
        return ""
    return (
        f"this issue is longer than the {longest:,} characters that this list reads; shorten it, "
        "and it is looked at again"
    )
