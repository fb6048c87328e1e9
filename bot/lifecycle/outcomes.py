"""What came of each order, which sentence says so, and with which reaction is it signed?

A reaction is remembered where nothing else is: what was obeyed stays obeyed when its author leaves,
and what was refused is not obeyed when its author gains the right later.
"""

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from bot.lifecycle.orders import Orders
from bot.model.commands.command import Command, Misused
from bot.model.commands.effect import EFFECTS, ELSEWHERE
from bot.model.commands.given import OBEYED, PARTLY, REFUSED, Given
from bot.model.lists.listing import Listing
from bot.model.quotation import quoted
from bot.model.state import FINAL, State
from bot.model.submissions.status import SubmissionStatus

# How many of the last sentences go into the comment, which has an end: to the submitter and to
# maintainers, and to everybody else, who cannot crowd those out.
MOST_ANSWERS = 10
MOST_TO_STRANGERS = 3
MOST_SLUGS = 40
_ABOUT_SUGGESTIONS = frozenset({"category", "not-duplicate"})


def outcomes(
    status: SubmissionStatus,
    orders: Orders,
    state: State,
    listing: Listing | None,
    *,
    correction: bool,
) -> tuple[Given, ...]:
    """Give every order with the sentence that says why it had no effect, where it had none."""
    end = _end(status, orders, state)

    def weighed(given: Given) -> Given:
        if given.refusal or given.idle or not isinstance(given.order, Command):
            return given
        late = _late(given, given.order, state, end) or _crossed(given, status, state, end)
        return replace(given, idle=late or _astray(given.order, listing, correction=correction))

    return tuple(map(weighed, orders.given))


def signs(given: Iterable[Given], status: SubmissionStatus) -> dict[int, str]:
    """Give the reaction to each comment that held an order, by the comment's id."""
    lapsed = {approval.word for approval in status.approvals if approval.lapsed}
    results: dict[int, set[str]] = {}
    for order in given:
        partly = order.idle or (order.name == "approve" and str(order.comment) in lapsed)
        sign = REFUSED if order.refusal else PARTLY if partly else OBEYED
        results.setdefault(order.comment, set()).add(sign)
    return {
        comment: next(iter(signs)) if len(signs) == 1 else PARTLY
        for comment, signs in results.items()
    }


def answers(given: tuple[Given, ...]) -> tuple[str, ...]:
    """Give the sentences that are still worth saying, in the order of the comments."""
    standing = [order for at, order in enumerate(given) if not _is_mended(order, given[at + 1 :])]
    ours = dict.fromkeys(_sentence(order) for order in standing if order.concerned)
    others = dict.fromkeys(_sentence(order) for order in standing if not order.concerned)
    return (
        *[*filter(None, ours)][-MOST_ANSWERS:],
        *[*filter(None, others)][-MOST_TO_STRANGERS:],
    )


def _sentence(order: Given) -> str:
    obeyed = f"“/{order.name}” in the review by {quoted(order.by)} was obeyed"
    return order.refusal or order.idle or (obeyed if order.in_review else "")


def _is_mended(order: Given, later: Iterable[Given]) -> bool:
    """Tell whether the same person has given the order again since, and as it should be."""
    if not (order.refusal or order.idle):
        return False
    return any(
        other.by == order.by and not (other.refusal or other.idle) and _is_meant(order, other)
        for other in later
    )


def _is_meant(order: Given, obeyed: Given) -> bool:
    if order.name != obeyed.name:
        return not order.name
    setting = obeyed.order.setting if isinstance(obeyed.order, Command) else None
    if not setting or not isinstance(order.order, Misused):
        return True
    field = order.order.problem.field
    return field.startswith("/") or bool(get_close_matches(field, [setting.field], cutoff=0.6))


def _end(status: SubmissionStatus, orders: Orders, state: State) -> str:
    """Tell when a submission ended by what people did; "" while it is open, or by an order."""
    merged = [pull.closed_at for pull in status.closed if pull.merged]
    if state is State.ACCEPTED:
        return merged[-1] if merged else ""
    if state not in FINAL or status.issue is None or orders.ended:
        return ""
    return max(status.issue.closed_at, *(pull.closed_at for pull in status.closed), "")


def _late(given: Given, order: Command, state: State, end: str) -> str:
    """Say that an order came after the end."""
    reason = EFFECTS[order.name, state].said
    return f"“/{order.name}” had no effect: {reason}" if end and reason and given.at > end else ""


def _crossed(given: Given, status: SubmissionStatus, state: State, end: str) -> str:
    """Say that somebody ended the submission before an approval could have its effect."""
    merged = any(pull.merged for pull in status.pulls)
    if given.name != "approve" or state is State.ACCEPTED or merged or not end:
        return ""
    return "“/approve” had no effect: this was closed before the bot had merged it"


def _astray(order: Command, listing: Listing | None, *, correction: bool) -> str:
    """Say that an order is about something that is not there."""
    if order.name in ELSEWHERE:
        return f"“/{order.name}” had no effect: {ELSEWHERE[order.name]}"
    with_links = order.name == "suggest" and bool(order.text)
    if correction and (order.name in _ABOUT_SUGGESTIONS or with_links):
        how = "this corrects an entry, and its issue says how; edit the issue"
        return f"“/{order.name}” had no effect: {how}"
    if order.name != "category" or listing is None or listing.category_of(order.text):
        return ""
    return f"“/category” was not obeyed: {_categories(order.text, listing)}"


def _categories(named: str, listing: Listing) -> str:
    slugs = [quoted(category.slug) for category in listing.categories]
    more = ", ..." if len(slugs) > MOST_SLUGS else ""
    return f"no category is called {quoted(named)}; there are {', '.join(slugs[:MOST_SLUGS])}{more}"
