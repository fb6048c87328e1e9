"""Can the bot handle this submission, and if not, how is that kept to it?

Whatever goes wrong with one submission, a bug of ours among it, stops no other. What concerns the
token, all of GitHub or the checkout still ends the run, so that is looked at before a submission is
blamed.
"""

from collections.abc import Callable, Iterable

from bot import __version__
from bot.errors import ForbiddenError, MissingError, OutageError, RateLimitError, RejectedError
from bot.flows.github.facts.submissions import stuck_at
from bot.flows.github.offers import take_offers
from bot.flows.github.reconcile import Run
from bot.flows.github.set_aside import (
    comment_steps,
    digest_of,
    is_marked,
    is_unchanged,
    label_steps,
    traced,
)
from bot.model.github.plan import Action, Say, SetLabels
from bot.model.github.result import LogEntry
from bot.store import files

# GitHub's answers may be others in an hour, also while nothing of the submission has changed.
_ANSWERS = (OutageError, ForbiddenError, MissingError, RejectedError)
# What GitHub says where a refusal concerns the token, its account or the whole repository.
_GENERAL = (
    *("not accessible by", "bad credentials", "requires authentication", "(401 for"),
    *("was archived", "access blocked", "suspended", "saml", "ip allow list"),
)


def attempt(run: Run, number: int, *, last: bool = True) -> bool:
    """Settle one submission, or set it aside.

    False if GitHub gave no proper answer about it and this is not the `last` try of the run.
    Raises what concerns more than this submission.
    """
    while True:
        try:
            _settle(run, number)
            run.aside.discard(number)
        except Exception as error:  # noqa: BLE001 - of any class; those that end a run are raised
            _raise_what_is_general(run, error)
            if isinstance(error, OutageError) and not last:
                run.done.append(LogEntry(number, f"to be tried again by this run: {error}"))
                return False
            _set_aside(run, number, error)
        if not run.stale:
            return True
        run.reload()


def _settle(run: Run, number: int) -> None:
    take_offers(run, number)
    if unreadable := run.unreadable.pop(number, None):
        raise unreadable
    run.reconcile_one(number)


def hint_at(run: Run, number: int, hint: Callable[[], object]) -> None:
    """Give a hint that nobody waits for; what goes wrong with it is told of, and no more."""
    try:
        hint()
    except Exception as error:  # noqa: BLE001 - as above
        _raise_what_is_general(run, error)
        run.done.append(LogEntry(number, "could not be told where the form is:"))
        run.done += [LogEntry(number, f"| {line}") for line in traced(error)]


def leave_alone(run: Run, numbers: Iterable[int]) -> None:
    """Note which submissions could not be handled before and are still what they were then."""
    for number in numbers:
        if not is_marked(number, run.world):
            continue
        if is_unchanged(number, run.world, _digest(run, number), run.bot):
            run.aside.add(number)
            run.done.append(
                LogEntry(number, "left aside: the bot could not handle it, and it has not changed")
            )


def _raise_what_is_general(run: Run, error: Exception) -> None:
    """Raise the error, or what a look at GitHub and the checkout raises, if it is not about one."""
    if isinstance(error, RateLimitError):
        raise error
    if isinstance(error, ForbiddenError):
        message = str(error).casefold()
        if any(words in message for words in _GENERAL):
            raise error
    if isinstance(error, _ANSWERS):
        run.github.read(())
    run.checkout.text(run.world.tip, files.LIST)


def _set_aside(run: Run, number: int, error: Exception) -> None:
    """Say in log and summary what went wrong, and on GitHub that a person has to look."""
    run.done.append(LogEntry(number, "could not be handled, and is set aside:"))
    run.done += [LogEntry(number, f"| {line}") for line in traced(error)]
    run.aside.add(number)
    issue = run.world.issues.get(number)
    digest = "" if isinstance(error, _ANSWERS) else _digest(run, number)
    marked = is_marked(number, run.world)
    is_told = marked and (not issue or stuck_at(issue, run.bot) in {"", digest})
    was_said = _told(run, number, digest)
    if was_said and not is_told:
        run.failed.append(number)
    elif not was_said and not marked:
        run.done.append(
            LogEntry(number, "GitHub takes no word on it, so that only this tells of it")
        )


def _digest(run: Run, number: int) -> str:
    """Give the digest of a submission; another version of the bot may be able to handle it."""
    rules = run.base.listing.model_dump_json() if run.base else ""
    return digest_of(number, run.world, f"{__version__} {rules}", run.bot)


def _told(run: Run, number: int, digest: str) -> bool:
    """Write the comment and the label; False if neither was taken."""
    was_said = False
    for steps in (comment_steps, label_steps):
        try:
            for action in steps(number, run.world, digest, run.bot):
                was_said |= _performed(run, number, action)
        except Exception as error:  # noqa: BLE001 - what cannot be said is told by the summary
            run.done.append(LogEntry(number, f"could not be marked: {traced(error)[-1]}"))
    return was_said


def _performed(run: Run, number: int, action: Action) -> bool:
    """Perform one step of it; False if it was refused, or tells nobody anything."""
    try:
        done = run.perform(number, action)
    except Exception as error:  # noqa: BLE001 - as above
        _raise_what_is_general(run, error)
        run.done.append(LogEntry(number, f"could not {action}: {error}"))
        return False
    return done and isinstance(action, Say | SetLabels)
