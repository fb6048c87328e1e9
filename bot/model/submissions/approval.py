"""What did a maintainer approve, and does it still count?

Times are GitHub's own (see bot.model.github.world), so that they can be held against each other.
What is kept between two runs stands in the bot's memory (bot.model.submissions.memory).
"""

from typing import NamedTuple

from pydantic.dataclasses import dataclass


class ApprovalWord(NamedTuple):
    """One approval as it was given: where (an id that no other has), by whom, when.

    `commit` is the commit that a review approved, "" for a comment.
    """

    id: str
    by: str
    at: str
    commit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The digests of a submission as it stands: the issue's text, all orders, what would land."""

    issue: str
    orders: str
    entries: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the bot's comment and the pull request's head have shown since a time.

    `since` is "" while the comment was not written again since: then its own time tells. `commit`
    is the head, "" where reviews do not count.
    """

    form: Form
    since: str = ""
    commit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A word once the bot has read it, with what had been shown by then, None for nothing.

    `lapsed` says as a clause why it does not count, "" while it does. Once lapsed it stays so.
    """

    word: str
    by: str
    at: str
    shown: Shown | None = None
    lapsed: str = ""
