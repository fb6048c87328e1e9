"""What kind of trouble is this: something a person can mend, or something outside that is down?"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, said so that the reader can mend it.

    `field` is where: a form field's label, `path:line`, or `path: key.path`.
    `value` is what was found there, as given (renderers escape and shorten it).
    `message` says what is wrong with it and what to write instead.
    """

    field: str
    value: str
    message: str

    def __str__(self) -> str:
        """One line for a terminal: place, message, and the value in quotes if there is one."""
        value = f" (found: {self.value!r})" if self.value else ""
        return f"{self.field}: {self.message}{value}"


class BotError(Exception):
    """Trouble that the front door turns into a sentence and an exit code, without a traceback."""

    exit_code = 70


class InvalidError(BotError):
    """Input that a person can mend; carries every problem found, in the order of the input."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems; the exception's text is one line for each."""
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@contextmanager
def within(path: str) -> Iterator[None]:
    """Say of which file the problems are that are raised inside, before their place in it."""
    try:
        yield
    except InvalidError as error:
        raise InvalidError(
            replace(each, field=f"{path}:{each.field}" if each.field else path)
            for each in error.problems
        ) from error


class UsageError(BotError):
    """The command was used wrongly: a file that is not there, a slug that does not exist."""

    exit_code = 2


class UnavailableError(BotError):
    """Something outside did not answer; the same call may succeed later."""

    exit_code = 3


class OutageError(UnavailableError):
    """GitHub did not answer, or not properly; whether it did what was asked is not known."""


class HeavyError(OutageError):
    """GitHub took too long, or said that it was asked for too much at once: less may go well."""


class RateLimitError(UnavailableError):
    """GitHub wants to be left alone for longer than a run can wait."""


class ForbiddenError(BotError):
    """GitHub says that the token may not do this: a setting that a person has to change."""

    exit_code = 3


class MissingError(BotError):
    """GitHub says that there is no such thing, or shows none to this token."""

    exit_code = 3


class RejectedError(BotError):
    """GitHub understood the request and turned it down; `status` is that of HTTP."""

    def __init__(self, message: str, status: int) -> None:
        """Keep GitHub's own words and the status."""
        super().__init__(message)
        self.message = message
        self.status = status


class GitError(BotError):
    """The git program could not do what was asked, or the history lacks what is needed."""

    exit_code = 3
