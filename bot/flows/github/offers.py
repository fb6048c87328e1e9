"""Which pull requests of people's edit the list by hand, and so are submissions?

Those that would fail the list's checks, by somebody who may not write; a maintainer's own only by
`/suggest`; and whatever the bot has answered once. All others are people's own business, and are
taken out of the run's world.
"""

from dataclasses import replace

from bot.errors import RateLimitError
from bot.flows.github.facts.offer import read_offer
from bot.flows.github.facts.submissions import memory_of, own_comment
from bot.flows.github.reconcile import Run
from bot.model.github.world import Issue, written_at
from bot.model.papers.offer import Offer

_AGAIN = "/refresh"


def take_offers(run: Run, number: int = 0) -> None:
    """Read what the pull requests in the run's world offer, and leave out what is none.

    To read one costs requests and a point, so of those that the bot has answered only the one with
    this number is read. While the list itself is broken nothing can be held against it, and they
    wait.
    """
    for issue in [
        issue for issue in run.world.issues.values() if issue.head and issue.offer is None
    ]:
        if issue.number != number and own_comment(issue, run.bot):
            continue
        offer = _offer_or_fault(issue, run)
        if offer is None:
            _leave(run, issue.number)
        else:
            run.world = run.world.with_issue(replace(issue, offer=offer))


def _offer_or_fault(issue: Issue, run: Run) -> Offer | None:
    """Read what a pull request offers; one that cannot be read is a submission that fails alone."""
    asked = own_comment(issue, run.bot) is not None or issue.number in run.taken_up
    try:
        offer = _offer(issue, run, asked=asked) if asked or _is_meant(issue, run) else None
    except RateLimitError:
        raise
    except Exception as error:  # noqa: BLE001 - of one among many, which are to go on
        run.unreadable[issue.number] = error
        return Offer()
    return Offer() if offer is None and asked else offer


def _is_meant(issue: Issue, run: Run) -> bool:
    return issue.is_open and not run.github.may_command(issue.author)


def _offer(issue: Issue, run: Run, *, asked: bool) -> Offer | None:
    """Read what a pull request offers, once a run for each commit."""
    base = run.base
    if base is None:
        return None
    if remembered := _remembered(issue, run):
        return remembered
    if issue.head not in run.offers:
        diff = run.github.diff(issue.head, base.tip)
        offer = read_offer(diff, run.checkout, base, asked=asked) if diff else None
        run.offers[issue.head] = offer
    return run.offers[issue.head]


def _remembered(issue: Issue, run: Run) -> Offer | None:
    """Give what was read before of this commit, unless somebody has asked for a new look since."""
    memory, own = memory_of(issue, run.bot), own_comment(issue, run.bot)
    kept = memory.offer if memory else None
    if own is None or kept is None or kept.head != issue.head:
        return None
    since = (comment for comment in issue.comments if written_at(comment) > written_at(own))
    return None if any(_AGAIN in comment.body for comment in since) else kept.offer


def _leave(run: Run, number: int) -> None:
    issues = {other: issue for other, issue in run.world.issues.items() if other != number}
    run.world = replace(run.world, issues=issues)
