"""The front door: which command was given, and with which exit code does it end?

Commands are imported only when they are run, so that `bot --help` costs little more than
`import click`; their one-line helps therefore stand here, and a test compares the two.

Exit codes: 0 done; 1 the answer is no (stale, invalid, duplicates found); 2 used wrongly;
3 something outside is unavailable; 70 a bug (EX_SOFTWARE of sysexits.h).
"""

import sys
from difflib import get_close_matches
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

import click

from bot import __version__
from bot.errors import BotError


class CommandSummary(NamedTuple):
    """In which folder of `bot.cli` a command lives, and its one-line help."""

    floor: str
    help: str


COMMANDS = {
    "add": CommandSummary("entries", "Suggest works by their links, as the issue form does."),
    "category": CommandSummary("gardening", "Rename, merge, split or move categories."),
    "demo": CommandSummary("lists", "Show the whole job on a throw-away copy, step by step."),
    "distinct": CommandSummary(
        "gardening", "Remember that the entries ID and OTHER are different works."
    ),
    "duplicates": CommandSummary("lists", "Find the works that are listed twice."),
    "event": CommandSummary("github", "Read the event of a workflow and settle what it is about."),
    "export": CommandSummary("outputs", "Print the list as BibTeX, CSV, JSON or an Atom feed."),
    "import": CommandSummary("lists", "Take the entries of existing READMEs into the list."),
    "init": CommandSummary("lists", "Make a list of this repository, from its README.md or FILE."),
    "lookup": CommandSummary("entries", "Show what the services know of a link."),
    "move": CommandSummary("gardening", "Put the entries ID... into another category."),
    "reconcile": CommandSummary("github", "Bring submissions on GitHub to where they should be."),
    "regenerate": CommandSummary("outputs", "Write README, pages and issue forms anew from data/."),
    "remove": CommandSummary("gardening", "Take the entry ID off the list; the reason is kept."),
    "schema": CommandSummary("outputs", "Print the JSON Schema of data/papers.json."),
    "set": CommandSummary(
        "gardening", 'Set fields of the entry ID, as in venue="ICML 2026"; “-” empties one.'
    ),
    "site": CommandSummary("outputs", "Write the list as static pages with a search."),
    "submit": CommandSummary("entries", "Handle the body of an issue form on the local files."),
    "upkeep": CommandSummary(
        "upkeep", "See whether what is listed still is as it was: links, metadata, new works."
    ),
    "validate": CommandSummary("outputs", "Report every problem in data and configuration."),
}


class Door(click.Group):
    """The group of all commands; each lives in a module of its own, NAME_command of its floor."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Name the commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  (click's signature)
        """Import the module of a command and give the command, or None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = _module(cmd_name).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; of one that there is not, name the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]}?" if near else "bot --help names them all"
            ctx.fail(f"there is no command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  (click's signature)
        """List the commands from the table, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary.help) for name, summary in COMMANDS.items()])


def _module(name: str) -> ModuleType:
    return import_module(f"bot.cli.{COMMANDS[name].floor}.{name}_command")


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bot")
def door() -> None:
    """Keep an awesome-list of papers: validate, refuse duplicates, regenerate the README."""


def main() -> None:
    """Run the command line and leave with the exit code of the contract."""
    from bot.cli.log import disarm, plain_lines, traced

    disarm()
    try:
        door()
    except BotError as error:
        click.echo("\n".join(plain_lines(f"bot: {error}")), err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has gone; that is no fault.
        sys.stderr.close()
        sys.exit(0)
    except Exception:  # noqa: BLE001  (whatever it is, a bug has its own exit code)
        click.echo(traced(), err=True)
        click.echo("\nbot: this is a bug; please report it with the lines above.", err=True)
        sys.exit(BotError.exit_code)
