"""What was ordered, where, by whom, and was it obeyed?"""

from dataclasses import dataclass

from bot.model.commands.command import Command, Misused, Unknown

# The bot's reactions to a comment, in GitHub's words: all of its orders were obeyed, some were not
# or had no effect, none was obeyed.
OBEYED, PARTLY, REFUSED = "rocket", "eyes", "confused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One order of a comment, or of a review, whose `comment` is below zero.

    `refusal` says as a sentence why it was not obeyed, `idle` why it has no effect though it was;
    "" if that is not so. `at` is since when the comment has its text. `by` is who made it say so,
    the one without the right where there is one; `concerned` tells whether that is the submitter
    or a maintainer.
    """

    comment: int
    order: Command | Misused | Unknown
    by: str
    at: str
    refusal: str = ""
    idle: str = ""
    concerned: bool = True

    @property
    def name(self) -> str:
        """The command that was meant, "" if none is known."""
        return self.order.meant if isinstance(self.order, Unknown) else self.order.name

    @property
    def in_review(self) -> bool:
        """Whether a review said it, to which the bot has no way to react."""
        return self.comment < 0
