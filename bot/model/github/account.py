"""Which accounts are the bot's, and did it write this?"""

from typing import NamedTuple

from bot.model.github.world import Comment, Issue

# How everything begins that the bot writes in its own name.
MARK = "<!-- bot:"


class Account(NamedTuple):
    """The bot's account, and those that it wrote with before: another app's, a person's."""

    login: str
    earlier: tuple[str, ...] = ()

    def wrote(self, post: Comment | Issue) -> bool:
        """Tell whether the bot wrote it.

        Whoever lent the bot an account earlier writes with it as well, and not by that mark.
        """
        if post.author == self.login:
            return True
        lines = map(str.strip, post.body.splitlines())
        marked = any(line.startswith(MARK) for line in lines)
        return marked and post.author.lower() in map(str.lower, self.earlier)
