"""What becomes of a submission that the bot could not handle, and is it still as it was then?

It gets a label and a comment. The comment keeps, hidden, a digest of all that people wrote of the
submission, so that it is left alone until something of that has changed.
"""

import hashlib
import json
import traceback
from collections.abc import Iterator
from dataclasses import replace

from bot.flows.github.facts.submissions import hints, memory_of, own_comment, stuck_at
from bot.flows.github.words import whole
from bot.lifecycle.steps import labelled, missing_labels
from bot.model.form import CORRECTION_LABEL, PAPER_LABEL
from bot.model.github.account import Account
from bot.model.github.plan import Action, Say, SetCommitStatus
from bot.model.github.world import Comment, Issue, World, issue_of
from bot.model.state import State
from bot.model.submissions.memory import Memory
from bot.model.submissions.status import SubmissionStatus
from bot.render.github.submissions.answer import answer

MOST_LINES = 40
LONGEST_LINE = 300
FRAMES = 12
SAID = "the bot could not handle this; a maintainer has to look"
NOT_CHECKED = "The bot could not handle this; see the issue's comment."


def digest_of(number: int, world: World, rules: str, bot: Account) -> str:
    """Give the digest of a submission: people's words, its branches, the list's `rules`."""
    issue = world.issues.get(number)
    pulls = world.pulls_of(number)
    text = json.dumps(
        [
            rules,
            _stand(issue) if issue else [],
            [_words(thread.comments, bot) for thread in (*((issue,) if issue else ()), *pulls)],
            [(pull.number, pull.is_open) for pull in pulls],
            [(name, head) for name, head in world.branches.items() if issue_of(name) == number],
        ]
    )
    return hashlib.sha256(text.encode()).hexdigest()


def _stand(issue: Issue) -> list[str | bool]:
    facts: list[str | bool] = [issue.title, issue.body, issue.is_open, issue.locked]
    return [*facts, issue.head] if issue.head else facts


def _words(comments: tuple[Comment, ...], bot: Account) -> list[tuple[int, str]]:
    return [(comment.id, comment.body) for comment in comments if not bot.wrote(comment)]


def is_marked(number: int, world: World) -> bool:
    """Tell whether a submission, or its pull request, says already that a person has to look."""
    issue = world.issues.get(number)
    threads = (*((issue,) if issue else ()), *world.pulls_of(number))
    return any(State.STUCK in thread.labels for thread in threads)


def is_unchanged(number: int, world: World, digest: str, bot: Account) -> bool:
    """Tell whether a submission that could not be handled is still as it was then."""
    issue = world.issues.get(number)
    return issue is not None and is_marked(number, world) and stuck_at(issue, bot) == digest


def label_steps(number: int, world: World, _digest: str, _bot: Account) -> Iterator[Action]:
    """Give the labels that tell people of it, and let its pull request not pass its checks."""
    issue = world.issues.get(number)
    pulls = [pull for pull in world.pulls_of(number) if pull.is_open]
    yield from missing_labels((State.STUCK,), world.labels)
    if issue:
        yield from labelled(issue.number, issue.labels, (*_kinds(issue.labels), State.STUCK))
    for pull in pulls:
        if pull.checked != "failure":
            yield SetCommitStatus(pull.number, pull.head, passed=False, description=NOT_CHECKED)
        yield from labelled(pull.number, pull.labels, (*_kinds(pull.labels), State.STUCK))


def _kinds(labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(label for label in labels if label in {PAPER_LABEL, CORRECTION_LABEL})


def comment_steps(number: int, world: World, digest: str, bot: Account) -> Iterator[Say]:
    """Give the comment that tells people of it, with the `digest` for which it is left alone.

    Where that is "", each run tries again.
    """
    issue = world.issues.get(number)
    if issue is None or issue.locked:
        return
    text = answer(
        SubmissionStatus(number=issue.number, issue=issue), State.STUCK, (SAID,), None
    ).strip()
    own = own_comment(issue, bot) or next(iter(hints(issue, bot)), None)
    memory = memory_of(issue, bot) or Memory(digest="")
    body = whole(own, text, replace(memory, stuck=digest, shown=None))
    if own is None or own.body.strip() != body.strip():
        yield Say(issue.number, body, own.id if own else None)


def traced(error: Exception) -> list[str]:
    """Give an error's traceback for the log, line by line, bounded."""
    parts = traceback.format_exception(error, limit=-FRAMES)
    lines = [line[:LONGEST_LINE] for part in parts for line in part.splitlines() if line.strip()]
    half = MOST_LINES // 2
    return lines if len(lines) <= MOST_LINES else [*lines[:half], "...", *lines[-half:]]
