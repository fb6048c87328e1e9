"""Which issues get one friendly word about the form, since a work's link stands among other text?

Once, and never to somebody who may write: they know the list. An edit that makes a submission of
the issue, or a maintainer's `/suggest`, lets that comment become the bot's answer. A `/suggest`
with words that are no link is answered so, too, once, where nothing else would answer it.
"""

from collections.abc import Iterable
from functools import partial

from bot import form, free_text
from bot.flows.github.attempt import hint_at
from bot.flows.github.facts.base import Base
from bot.flows.github.facts.submissions import hints, is_hinted_at, is_submission
from bot.flows.github.reconcile import Run
from bot.lifecycle.orders import orders_of
from bot.model.commands.command import Misused
from bot.model.form import PAPER_FORM
from bot.model.github.plan import Say
from bot.model.github.world import Issue
from bot.model.papers.paper import Paper, Venue
from bot.model.submissions.submission import RequestedPaper
from bot.render.github.submissions.hint import MISUSED, hint
from bot.review.pasted.understand import understand
from bot.venues.reported import reported_venue


def give_hints(run: Run, numbers: Iterable[int] | None = None) -> None:
    """Answer the open issues that only speak of a work: these, or all."""
    chosen = run.world.issues.keys() if numbers is None else numbers
    for number in sorted(chosen):
        issue = run.world.issues.get(number)
        if issue and run.base and not run.github.near_limit:
            hint_at(run, number, partial(_give, run, issue, run.base))


def _give(run: Run, issue: Issue, base: Base) -> None:
    if not issue.is_open or issue.locked or issue.number in run.taken_up:
        return
    standing = hints(issue, run.bot)
    words = []
    wanted = not standing and is_hinted_at(issue, run.bot)
    if wanted and not run.github.may_command(issue.author):
        words.append(_said(issue, base, run.world.name))
    answered = any(MISUSED.strip() in comment.body for comment in standing)
    if not answered and _is_misused(issue, run):
        words.append(MISUSED)
    if words:
        beside = tuple(comment.id for comment in standing)
        run.perform(issue.number, Say(issue.number, "\n".join(words), beside=beside))


def _is_misused(issue: Issue, run: Run) -> bool:
    """Tell whether behind a maintainer's `/suggest` on no submission stand words, no links."""
    ours = issue.head or run.bot.wrote(issue) or is_submission(issue, run.bot)
    if ours or not any("/suggest" in comment.body.casefold() for comment in issue.comments):
        return False
    orders = orders_of(issue, issue.comments, run.github.may_command, run.bot)
    return any(
        isinstance(order.order, Misused)
        and order.name == "suggest"
        and run.github.may_command(order.by)
        for order in orders.given
    )


def _said(issue: Issue, base: Base, repository: str) -> str:
    raw = form.read(f"{issue.title}\n\n{issue.body}", PAPER_FORM)
    new: list[RequestedPaper] = []
    listed: dict[str, Paper] = {}
    for requested in understand(raw, base.listing).papers:
        owner = next(filter(None, map(base.catalog.owner, requested.ids)), None)
        if owner:
            listed[owner.id] = owner
        elif free_text.speaks_of_works("", "\n".join(requested.links)):
            new.append(requested)
    reported = reported_venue(f"{issue.title}\n{issue.body}")
    venue = str(Venue(name=reported.name, year=reported.year)) if reported else ""
    return hint(new, [*listed.values()], repository, venue)
