"""What is still to be written on a submission's threads, and which commands to acknowledge?"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.flows.github.facts.after import NOW
from bot.flows.github.facts.submissions import hints, marked, own_comments
from bot.model.github.account import Account
from bot.model.github.plan import Acknowledge, Say, Unsay
from bot.model.github.world import Comment, Issue, written_at
from bot.model.state import State
from bot.model.submissions.memory import Memory, remembered, written
from bot.model.submissions.status import SubmissionStatus
from bot.render.github.submissions.answer import MARKER
from bot.render.github.submissions.fitted import fitted
from bot.render.github.submissions.sentences import HEADLINES

# What the comment begins with where whoever opened the issue has to act.
_ASKS = f"{MARKER}\n### {HEADLINES[State.NEEDS_WORK]}\n"
LONGEST_COMMENT = 65_000  # GitHub takes 65,536 characters
# What is kept of that for what the bot says, whatever else stands in its comment.
LEAST_SAID = 5_000


def comment(issue: Issue, text: str, memory: Memory | None, bot: Account) -> Iterator[Say | Unsay]:
    """Give the one comment with what the bot remembers in it, unless it is so already.

    Where whoever opened the issue has to act and had not to before, it is written anew, so that
    GitHub sends a mail, and the one before is removed once that is done. One that told of the form
    becomes the answer.
    """
    owns = [*own_comments(issue, bot), *hints(issue, bot)]
    if not owns:
        yield Say(issue.number, whole(None, text, memory))
        return
    own, older = owns[0], owns[1:]
    if own.body.strip() != whole(own, text, memory).strip():
        body = whole(own, text, _dated(memory, own))
        if _ASKS in text and _ASKS not in marked(own.body)[1]:
            yield Say(issue.number, body, beside=tuple(own.id for own in owns))
        else:
            yield Say(issue.number, body, own.id)
    elif own.author == bot.login:
        yield from (
            Unsay(issue.number, comment.id) for comment in older if comment.author == bot.login
        )


def whole(own: Comment | None, text: str, memory: Memory | None) -> str:
    """Join a person's note above the marker, what is said, and what is remembered.

    Where that is too long together, less is said, and then less is kept of the note.
    """
    remembers = memory and memory != Memory(digest="")
    line = f"\n\n{written(memory)}" if memory and remembers else ""
    room = LONGEST_COMMENT - len(line)
    note = marked(own.body)[0] if own else ""
    note = f"{note[: room - LEAST_SAID]}\n" if note.strip() else ""
    return note + fitted(text.strip(), room - len(note)) + line


def _dated(memory: Memory | None, own: Comment) -> Memory | None:
    """Write down since when a comment has shown what it still shows, before its time changes."""
    old, since = remembered(own.body), written_at(own)
    if not (memory and memory.shown and old and old.shown) or since == NOW:
        return memory
    stays = not memory.shown.since and memory.shown.form == old.shown.form
    return replace(memory, shown=replace(memory.shown, since=since)) if stays else memory


def acknowledgements(status: SubmissionStatus, signs: Mapping[int, str]) -> Iterator[Acknowledge]:
    """Give a reaction for each comment that held an order and has none yet.

    An edit may have made it another order: then it gets the reaction to that beside the old one.
    """
    threads = [(pull.number, pull.comments) for pull in status.pulls]
    if status.issue:
        threads.insert(0, (status.issue.number, status.issue.comments))
    for number, comments in threads:
        for comment in comments:
            sign = signs.get(comment.id)
            if (
                sign
                and comment.id > 0
                and (not comment.signs or (comment.edited_at and sign not in comment.signs))
            ):
                yield Acknowledge(number, comment.id, sign)
