"""Which issues are submissions, what does the bot remember of them, and which come first?"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from bot import commands, form, free_text
from bot.lifecycle.approval import issue_digest
from bot.model.commands.command import Unknown
from bot.model.form import CORRECTION_FORM, CORRECTION_LABEL, PAPER_FORM, PAPER_LABEL
from bot.model.github.account import MARK, Account
from bot.model.github.world import Comment, Issue, Pull, World, written_at
from bot.model.state import FINAL, State
from bot.model.submissions.memory import Memory, remembered
from bot.render.github.submissions.answer import MARKER
from bot.render.github.submissions.hint import HINT
from bot.render.github.submissions.pull import START

# How many submissions beside its own an event's run answers for the first time, or lets ask
# services again, and how many others it looks at.
OVERDUE = 5
OTHERS = 25

_GIVES_WAY = FINAL | {State.STUCK}
_FORMS = (PAPER_FORM, CORRECTION_FORM)
_FIRST_LABEL = re.compile(
    rf"#{{1,6}} (?:{'|'.join(re.escape(fields[0].label) for fields in _FORMS)})\s*(?:#+\s*)?$",
    re.MULTILINE,
)
_A_BOT = "[bot]"


def is_submission(issue: Issue, bot: Account) -> bool:
    """Tell whether an issue is a suggestion or a correction.

    By its label, which phones drop; by a body that begins with a form's first heading; by holding
    links to works and little else; and whatever the bot has answered once. What another workflow
    files with the bot's own account is one by its label, if it bears no mark of the bot. A pull
    request is one by what it offers.
    """
    if issue.head:
        return issue.offer is not None or own_comment(issue, bot) is not None
    if bot.wrote(issue) and not _is_filed_by_a_workflow(issue):
        return False
    return _or_unreadable(lambda: _is_submission(issue, bot))


def _is_filed_by_a_workflow(issue: Issue) -> bool:
    marked = any(line.strip().startswith(MARK) for line in issue.body.splitlines())
    return _is_labelled(issue) and not marked


def _is_labelled(issue: Issue) -> bool:
    return bool({PAPER_LABEL, CORRECTION_LABEL} & set(issue.labels))


def _or_unreadable(tell: Callable[[], bool]) -> bool:
    """Tell whether a submission is to be looked at, as one that nobody can read is.

    By itself, where what goes wrong is kept to it.
    """
    try:
        return tell()
    except Exception:  # noqa: BLE001 - of one among many, which are to go on
        return True


def _is_submission(issue: Issue, bot: Account) -> bool:
    if _is_labelled(issue) or own_comment(issue, bot):
        return True
    body = issue.body.replace("\r\n", "\n").strip()
    if _FIRST_LABEL.match(body) and form.which(body, _FORMS):
        return True
    return _is_free(issue) and free_text.asks_for_works(issue.title, body)


def _is_free(issue: Issue) -> bool:
    """Tell whether a person wrote an issue, whose words count whatever they are."""
    return not issue.author.endswith(_A_BOT)


def is_hinted_at(issue: Issue, bot: Account) -> bool:
    """Tell whether an issue only speaks of a work, among other text."""
    person = _is_free(issue) and not bot.wrote(issue) and not issue.head
    return person and _or_unreadable(
        lambda: (
            not _is_submission(issue, bot) and free_text.speaks_of_works(issue.title, issue.body)
        )
    )


def hints(issue: Issue, bot: Account) -> list[Comment]:
    """Find the bot's comments that tell of the form."""
    return [
        comment
        for comment in issue.comments
        if bot.wrote(comment) and _at(comment.body, HINT) is not None
    ]


def own_comment(issue: Issue, bot: Account) -> Comment | None:
    """Find the bot's one comment: by its author and its marker, both of which must be right."""
    return next(iter(own_comments(issue, bot)), None)


def own_comments(issue: Issue, bot: Account) -> list[Comment]:
    """Find all comments that are the bot's answer, the one that counts first.

    That is the present account's, if there is one, and the newest: an older one beside it was
    about to be removed. A person may have written a note above the marker.
    """
    own = (c for c in issue.comments if bot.wrote(c) and _at(c.body, MARKER) is not None)
    return sorted(own, key=lambda comment: (comment.author != bot.login, -comment.id))


def marked(body: str) -> tuple[str, str]:
    """Part the bot's comment into what stands above its marker, and the rest from there on."""
    lines = body.split("\n")
    at = _at(body, MARKER, HINT)
    at = len(lines) if at is None else at
    return "\n".join(lines[:at]), "\n".join(lines[at:])


def _at(body: str, *markers: str) -> int | None:
    """Give the number of the line that is one of these markers and nothing else."""
    return next((at for at, line in enumerate(body.split("\n")) if line.strip() in markers), None)


def as_reopened(issue: Issue, pulls: Iterable[Pull]) -> Issue:
    """Give an issue as last reopened when its pull request was, if that is later."""
    return replace(issue, reopened_at=max(issue.reopened_at, *(p.reopened_at for p in pulls), ""))


def memory_of(issue: Issue, bot: Account) -> Memory | None:
    """Give what the bot remembers of an issue."""
    memory = _remembered(issue, bot)
    return replace(memory, stuck="") if memory else None


def stuck_at(issue: Issue, bot: Account) -> str:
    """Give the digest of what the bot could not handle; "" if it remembers none."""
    memory = _remembered(issue, bot)
    return memory.stuck if memory else ""


def _remembered(issue: Issue, bot: Account) -> Memory | None:
    memories = (remembered(own.body) for own in own_comments(issue, bot))
    try:
        return next(filter(None, memories), None)
    except Exception:  # noqa: BLE001 - others read it as well, and are not to fail by it
        return None


def gives_way(issue: Issue) -> bool:
    """Tell whether nobody waits for a submission: it has ended, or the bot cannot handle it."""
    return not _GIVES_WAY.isdisjoint(issue.labels)


def ready_pulls(world: World) -> list[Pull]:
    """List the open pull requests of suggestions, the oldest first."""
    return [pull for _, pull in sorted(world.pulls.items()) if pull.is_open and pull.issue]


def open_submissions(world: World, bot: Account) -> list[int]:
    """List what a sweep looks at: submissions, and pull requests, that have not ended.

    A closed issue that the bot has answered, and whose label does not say how it ended, was closed
    by a person, and nobody has said so yet. Neither has the bot answered a command on what ended.
    """
    numbers = {
        number
        for number, issue in world.issues.items()
        if (issue.is_open and is_submission(issue, bot)) or _is_unsettled(issue, world, bot)
    }
    numbers |= {
        pull.issue
        for pull in world.pulls.values()
        if _is_suggestion(pull, world, bot) and (pull.is_open or not FINAL & set(pull.labels))
    }
    return sorted(numbers - world.unread)


def _is_unsettled(issue: Issue, world: World, bot: Account) -> bool:
    return own_comment(issue, bot) is not None and _or_unreadable(
        lambda: _is_open_end(issue, world, bot)
    )


def _is_open_end(issue: Issue, world: World, bot: Account) -> bool:
    merged = [pull.closed_at for pull in world.pulls_of(issue.number) if pull.merged]
    edited = bool(merged) and issue.edited_at > merged[-1]
    ended = FINAL & set(issue.labels)
    late = State.ACCEPTED in ended and is_late(issue, bot)
    return not ended or late or edited or _holds_unanswered(issue, world, bot)


def is_late(issue: Issue, bot: Account) -> bool:
    """Tell whether an issue says something else by now than what the bot had shown last."""
    memory = memory_of(issue, bot)
    shown = memory.shown if memory else None
    return shown is not None and shown.form.issue != issue_digest(issue)


def _holds_unanswered(issue: Issue, world: World, bot: Account) -> bool:
    """Tell whether somebody has commented a command to which the bot has not reacted yet."""
    threads = (issue.comments, *(pull.comments for pull in world.pulls_of(issue.number)))
    return not issue.locked and any(
        not isinstance(order, Unknown)
        for thread in threads
        for comment in thread
        if comment.id > 0 and not comment.signs and not bot.wrote(comment) and "/" in comment.body
        for order in commands.read(comment.body)
    )


def _is_suggestion(pull: Pull, world: World, bot: Account) -> bool:
    """Tell whether a pull request is a suggestion's, and not merely called like one by a person."""
    issue = world.issues.get(pull.issue)
    is_own = issue is None or is_submission(issue, bot) or START in pull.body
    return bool(pull.issue) and is_own


def overdue(world: World, bot: Account) -> list[int]:
    """List the open submissions that the bot has never answered, the oldest first."""
    silent = (
        number
        for number in open_submissions(world, bot)
        if number in world.issues and not own_comment(world.issues[number], bot)
    )
    return sorted(silent)


def is_due(number: int, world: World, bot: Account) -> bool:
    """Tell whether something seems to have happened to a submission since the bot last saw to it.

    As far as the list of what there is tells: it ended, lost its pull request, was edited, holds a
    command without a reaction, or waits for what time brings.
    """
    issue = world.issues.get(number)
    pulls = world.pulls_of(number)
    if issue is None or not issue.is_open or any(not pull.is_open for pull in pulls):
        return True
    own, labels = own_comment(issue, bot), set(issue.labels)
    lost = not pulls and bool(labels & {State.READY, State.APPROVED})
    edited = own is not None and issue.edited_at > written_at(own)
    in_time = bool(labels & {State.WAITING, State.ON_HOLD, State.STUCK})
    return lost or edited or in_time or _or_unreadable(lambda: _holds_unanswered(issue, world, bot))


def in_turn(numbers: Iterable[int], world: World) -> list[int]:
    """Choose which of so many submissions have their turn now, so that each has it in time.

    Nobody keeps whose turn it was: the newest word on GitHub says where to begin. Of those that
    wait, which ask services that may be down, there are up to five.
    """
    ordered = sorted(numbers)
    ids = [comment.id for issue in world.issues.values() for comment in issue.comments]
    ids += [comment.id for pull in world.pulls.values() for comment in pull.comments]
    newest = max(ids, default=0)
    begin = (newest + max(world.issues, default=0)) % len(ordered) if ordered else 0
    turned = [*ordered[begin:], *ordered[:begin]]
    waiting = [n for n in turned if n in world.issues and State.WAITING in world.issues[n].labels]
    late = set(waiting[OVERDUE:])
    return sorted([number for number in turned if number not in late][:OTHERS])


def approved(world: World) -> list[int]:
    """List the submissions that a maintainer has approved and that wait for their merge."""
    return sorted(
        number
        for number, issue in world.issues.items()
        if issue.is_open and State.APPROVED in issue.labels
    )
