"""What is still to be written on a submission's threads, and which commands to acknowledge?"""

from collections.abc import Iterator

from bot.flows.submissions import own_comment
from bot.lifecycle.orders import Orders
from bot.model.account import Account
from bot.model.case import Case
from bot.model.memory import Memory, written
from bot.model.plan import Acknowledge, Say
from bot.model.world import Issue

LONGEST_COMMENT = 65_000  # GitHub takes 65,536 characters


def comment(issue: Issue, text: str, memory: Memory | None, bot: Account) -> Iterator[Say]:
    """Give the one comment with what the bot remembers in it, unless it is so already."""
    if memory and memory.digest:
        line = f"\n{written(memory)}\n"
        # What does not fit is looked up again by the next run.
        text += line if len(text) + len(line) <= LONGEST_COMMENT else ""
    own = own_comment(issue, bot)
    if own is None or own.body.strip() != text.strip():
        yield Say(issue.number, text.strip(), own.id if own else None)


def acknowledgements(case: Case, given: Orders) -> Iterator[Acknowledge]:
    """Give a reaction for each comment that was obeyed, in whichever thread, and has none yet."""
    threads = [(pull.number, pull.comments) for pull in case.pulls]
    if case.issue:
        threads.insert(0, (case.issue.number, case.issue.comments))
    for number, comments in threads:
        for each in comments:
            if each.id in given.obeyed and not each.signs:
                yield Acknowledge(number, each.id, "+1")
