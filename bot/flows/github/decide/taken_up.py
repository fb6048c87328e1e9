"""What has a maintainer taken up from an issue's thread, beside what the issue itself says?

`/suggest LINK` takes up that link; `/suggest` with links in the same comment, as a quote of another
one has them, takes up those. Where neither that comment nor the issue holds any, the links of the
comments above are meant.
"""

import re

from bot.identify import links_in
from bot.lifecycle.orders import Orders
from bot.model.github.account import MARK
from bot.model.github.world import Comment, Issue, written_at

# More than any submission holds.
LONGEST = 20_000
_ORDER = re.compile(r"^[ \t>*_-]*/[a-z-]+\b.*$", re.MULTILINE | re.IGNORECASE)


def taken_up(issue: Issue, own: str, orders: Orders) -> str:
    """Give the texts of the thread that hold what is asked for; `own` is the issue's own text."""
    texts = [
        _ORDER.sub("", suggestion.text)
        for suggestion in orders.suggestions
        if links_in(suggestion.text)
    ]
    if orders.suggestions and not texts and not links_in(own):
        last = max(suggestion.at for suggestion in orders.suggestions)
        texts = [
            _ORDER.sub("", comment.body) for comment in issue.comments if _is_above(comment, last)
        ]
    return "\n\n".join(filter(links_in, dict.fromkeys(texts)))[:LONGEST]


def _is_above(comment: Comment, at: str) -> bool:
    """Tell whether a person wrote a comment before `at`."""
    program = comment.author.endswith("[bot]") or MARK in comment.body
    return written_at(comment) < at and not program
