"""What does the one comment on an issue say, in each state: what is, what next, who has to act?"""

from bot.markdown.quote import block, sentence
from bot.model.lists.listing import Listing
from bot.model.state import State
from bot.model.submissions.status import SubmissionStatus
from bot.render.form_link import correction_link
from bot.render.github.submissions.comment import details
from bot.render.github.submissions.owners_words import owners_words
from bot.render.github.submissions.sentences import NEXT, NEXT_ON_PULL, STUCK, headline

# The first line of the bot's comment, by which it finds it again.
MARKER = "<!-- bot:answer -->"


def answer(
    status: SubmissionStatus,
    state: State,
    said: tuple[str, ...],
    listing: Listing | None,
    commands: str = "",
) -> str:
    """Give the comment without what the bot remembers in it.

    `said` are sentences to add: answers to commands, reasons; what they quote stands between “
    and ”. `listing` is None while it cannot be read; `commands` is the table of commands, if
    somebody asked for it.
    """
    parts = [f"{MARKER}\n### {headline(state, status.review)}"]
    parts += [_sentence(each) for each in (*_why(status), *said)]
    if status.review and listing and state is not State.WITHDRAWN:
        parts += details(status.review, listing)
    if status.late:
        parts.append(
            "**This issue was edited too late**: what was merged is what it said before. [Ask for "
            f"the edit with the form “Correct an entry”]({status.late}), in which it is filled in."
        )
    if status.lacks and state is State.NEEDS_WORK:
        parts.append(
            "**If the list lacks that work**, [suggest it with the form “Suggest a paper”]"
            f"({status.lacks}), in which its link is filled in."
        )
    if status.free and listing and state is State.NEEDS_WORK:
        parts.append(_how_to_answer(listing))
    parts += owners_words(listing, state) if listing else ()
    pull = f"pull request #{status.pull.number}" if status.pull else "the pull request"
    if status.branch and status.branch.foreign:
        where = pull if status.pull else f"the branch `{status.branch.name}`"
        parts.append(
            f"**The bot keeps off {where}**: {sentence(status.branch.foreign)}. `/refresh` hands "
            "it back to the bot, which then computes it afresh."
        )
    told = _next(status, state).replace("{pull}", pull).replace("{form}", _correction(status))
    parts.append(f"**What happens next.** {told}")
    if commands:
        parts.append(commands.strip())
    return "\n\n".join(parts) + "\n"


def _how_to_answer(listing: Listing) -> str:
    """Show whoever wrote without a form how to answer one of its questions."""
    example = next((option for option, _ in listing.options()), "…")
    return (
        "**How to answer.** Edit this issue, and write below your text the name of a point above "
        "as a heading, with the answer under it, for example:\n\n"
        + block(f"### Category\n\n{example}")
    )


def _correction(status: SubmissionStatus) -> str:
    """Name the form that corrects an entry, with its address where one entry is meant."""
    name = "the form “Correct an entry”"
    listed = status.review.listed if status.review else ()
    if len(listed) != 1 or not status.repository:
        return name
    return f"[{name}]({correction_link(status.repository, listed[0])})"


def _next(status: SubmissionStatus, state: State) -> str:
    foreign = status.branch is not None and bool(status.branch.foreign)
    stuck = state is State.WAITING and (status.refused or foreign)
    known = NEXT_ON_PULL if status.issue and status.issue.head else NEXT
    return STUCK if stuck else known.get(state, NEXT[state])


def _sentence(words: str) -> str:
    stop = "" if words.endswith("?") else "."
    return sentence(words[:1].upper() + words[1:]) + stop


def _why(status: SubmissionStatus) -> list[str]:
    return [reason for reason in (status.broken, status.limit, status.refused) if reason]
