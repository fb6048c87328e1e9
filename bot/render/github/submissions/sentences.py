"""Which sentences do the comment on an issue and the answer at home begin and end with?"""

from bot.model.state import State
from bot.model.submissions.review import Review, ReviewVerdict

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
    State.DUPLICATE: "Nothing needs to be done. If the entry is wrong or lacks something, {form} "
    "is the place to say so. If this is another work, a maintainer can say `/not-duplicate`.",
    State.READY: "Whoever opened this issue need do nothing more; to correct something, they edit "
    "it (the **⋯** menu at its top right, then **Edit**). A maintainer merges {pull}, or comments "
    "here: `/approve` adds it, `/decline` rejects it, `/help` lists all commands.",
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

# Where a pull request that edits the list by hand stands for the issue.
NEXT_ON_PULL = {
    State.NEEDS_WORK: "Whoever opened this pull request mends this under **Files changed** (the "
    "**⋯** menu of the file, then **Edit file**), or writes a missing reason into its first "
    "comment (the **⋯** menu there, then **Edit**). The bot looks at it again by itself.",
    State.DUPLICATE: "Nothing needs to be done; whoever opened this pull request, or a maintainer, "
    "can close it. If the entry is wrong or lacks something, {form} is the place to say so. If "
    "this is another work, a maintainer can say `/not-duplicate`.",
    State.READY: "The README is made from the list's data, so the bot has made the same change "
    "there, in {pull}, and credits its author. A maintainer merges {pull}, or comments here: "
    "`/approve` adds it, `/decline` rejects it, `/help` lists all commands; then the bot closes "
    "this one. Nobody else need do anything; what is changed in this pull request is followed.",
    State.APPROVED: "The bot merges {pull} as soon as its turn comes, and then closes this one. A "
    "push to the branch of this pull request takes the approval back.",
    State.ACCEPTED: "Nothing. The list holds what this pull request asked for, so it is closed.",
    State.DECLINED: "Nothing. Whoever may can reopen this pull request to have it looked at anew.",
    State.WITHDRAWN: "Nothing. Reopening this pull request takes it up again.",
}

STUCK = "A maintainer mends this. The bot tries again with every run; no command is needed then."

# The state in which GitHub would show what a review at home says.
SHOWN_AS: dict[ReviewVerdict, State] = {
    "accepted": State.READY,
    "needs-work": State.NEEDS_WORK,
    "duplicate": State.DUPLICATE,
    "waiting": State.WAITING,
}
_CHANGED = "Thank you, the list can be changed like this"
# At home whoever reads the answer is who acts next.
NEXT_HERE = {
    "accepted": "The files of the list are written, unless this is a dry run: look at the diff, "
    "and commit it.",
    "needs-work": "Mend what is named above, in the file or in the options, and run this again.",
    "duplicate": "Nothing needs to be done. If the entry is wrong or lacks something, `bot set` "
    "changes it.",
    "waiting": "A service did not answer. Run this again later, or give the title, with "
    "`--offline`.",
}


def headline(state: State, review: Review | None) -> str:
    """Give what a comment begins with; what can go onto the list is a new work."""
    new = review is None or all(change.before is None for change in review.changes)
    return HEADLINES[state] if new or state is not State.READY else _CHANGED
