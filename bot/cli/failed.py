"""How does a command tell which of many entries it could not handle?"""

from collections.abc import Sequence

import click

from bot.cli.log import plain
from bot.errors import BotError, Problem


def tell_failed(failed: Sequence[Problem]) -> int:
    """Name what could not be handled, and give the exit code for that; 0 if there is none."""
    for problem in failed:
        click.echo(plain(str(problem)), err=True)
    return BotError.exit_code if failed else 0
