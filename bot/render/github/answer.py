"""What does the one comment on an issue say, in each state: what is, what next, who has to act?"""

from bot.markdown.quote import sentence
from bot.model.papers.listing import Listing
from bot.model.state import State
from bot.model.submissions.status import SubmissionStatus
from bot.render.github.comment import details

# The first line of the bot's comment, by which it finds it again.
MARKER = "<!-- bot:answer -->"

HEADLINES = {
    State.NEEDS_WORK: "Thank you, this needs a little work first",
    State.WAITING: "Thank you, this has to wait a moment",
    State.ON_HOLD: "Thank you, this is on hold",
    State.DUPLICATE: "Thank you, this is on the list already",
    State.READY: "Thank you, this can go onto the list",
    State.APPROVED: "Approved, and about to be merged",
    State.ACCEPTED: "Thank you, this is on the list now",
    State.DECLINED: "Thank you, but this does not go onto the list",
    State.WITHDRAWN: "This was taken back",
    State.STUCK: "Thank you, a maintainer has to look at this",
}
NEXT = {
    State.NEEDS_WORK: "Whoever opened this issue edits it (the **⋯** menu at its top right, then "
    "**Edit**). The bot looks at it again by itself; there is no need to open another one.",
    State.WAITING: "The bot takes it up again by itself; nobody need do anything.",
    State.ON_HOLD: "The bot takes it up again once the reason is gone.",
    State.DUPLICATE: "Nothing needs to be done. If the entry is wrong or lacks something, the form "
    "“Correct an entry” is the place to say so. If this is another work, a maintainer can say "
    "`/not-duplicate`.",
    State.READY: "A maintainer merges {pull}, or comments `/approve`, `/decline` or "
    "`/help`. To change something, edit this issue, and everything is worked out anew.",
    State.APPROVED: "The bot merges {pull} as soon as its turn comes. A change of this issue or "
    "of the entry takes the approval back.",
    State.ACCEPTED: "Nothing. If something about the entry is wrong, the form “Correct an entry” "
    "is the place to say so.",
    State.DECLINED: "Nothing. Whoever may can reopen this issue to have it looked at anew.",
    State.WITHDRAWN: "Nothing. Reopening this issue takes it up again.",
    State.STUCK: "A maintainer finds what went wrong in the log of the bot's run. The bot leaves "
    "this alone until something about it changes: an edit of this issue, a commit of somebody's on "
    "its branch, or a comment, such as `/refresh`, lets it try again.",
}

STUCK = "A maintainer mends this. The bot tries again with every run; no command is needed then."


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
    parts = [f"{MARKER}\n### {HEADLINES[state]}"]
    parts += [_sentence(each) for each in (*_why(status), *said)]
    if status.review and listing and state is not State.WITHDRAWN:
        parts += details(status.review, listing)
    if status.late:
        parts.append(
            "**This issue was edited too late**: what was merged is what it said before. [Ask for "
            f"the edit with the form “Correct an entry”]({status.late}), in which it is filled in."
        )
    pull = f"pull request #{status.pull.number}" if status.pull else "the pull request"
    if status.branch and status.branch.foreign:
        where = pull if status.pull else f"the branch `{status.branch.name}`"
        parts.append(
            f"**The bot keeps off {where}**: {sentence(status.branch.foreign)}. `/refresh` hands "
            "it back to the bot, which then computes it afresh."
        )
    parts.append(f"**What happens next.** {_next(status, state).replace('{pull}', pull)}")
    if commands:
        parts.append(commands.strip())
    return "\n\n".join(parts) + "\n"


def _next(status: SubmissionStatus, state: State) -> str:
    foreign = status.branch is not None and bool(status.branch.foreign)
    stuck = state is State.WAITING and (status.refused or foreign)
    return STUCK if stuck else NEXT[state]


def _sentence(words: str) -> str:
    stop = "" if words.endswith("?") else "."
    return sentence(words[:1].upper() + words[1:]) + stop


def _why(status: SubmissionStatus) -> list[str]:
    return [reason for reason in (status.broken, status.limit, status.refused) if reason]
