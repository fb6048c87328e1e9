"""Which orders on the dashboard have no effect there, and what is said of each?"""

import re
from collections.abc import Callable, Iterable, Iterator

from bot import commands
from bot.commands import Order
from bot.model.commands.command import Command, Misused, Unknown
from bot.model.commands.given import OBEYED
from bot.model.github.account import Account
from bot.model.github.world import Comment, writer_of
from bot.upkeep.board.orders import ABOUT_LINKS, HeardOrder

_ABOUT_NUMBERS = frozenset({"suggest", "drop"})
_HERE = (
    "on the dashboard count “/keep”, “/remove” and “/archive” with a link, and “/suggest” and "
    "“/drop” with numbers"
)


def from_comments(
    comments: Iterable[Comment], may: Callable[[str], bool], bot: Account
) -> Iterator[HeardOrder]:
    """Yield an answer to each order that nothing here can come of, as long as it stands.

    A stranger's word that is no command is no order.
    """
    for comment in comments:
        if bot.wrote(comment) or OBEYED in comment.signs:
            continue
        for order in commands.read(comment.body):
            reason = _said(order)
            strange = isinstance(order, Unknown) and not may(writer_of(comment))
            if reason and not strange:
                yield HeardOrder(comment.id, None, reason)


def _said(order: Order) -> str:
    """Say why an order does nothing here; "" for one that others answer."""
    if isinstance(order, Unknown):
        return f"there is no command “/{order.word}”; {_HERE}"
    if isinstance(order, Misused):
        return f"“/{order.name}” was not obeyed: {order.problem.message}"
    return "" if _counts(order) else f"“/{order.name}” had no effect: {_HERE}"


def _counts(order: Command) -> bool:
    linked = "://" in order.text
    numbered = order.name in _ABOUT_NUMBERS and not linked and re.search("[0-9]", order.text)
    return order.name in ABOUT_LINKS or bool(numbered)
