"""Which sentences do the comment on an issue and the answer at home begin and end with?

The first line says what became of it, the second who acts next, the last what else may be done.
"""

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
_NOBODY = "Nobody has to do anything"
_A_MAINTAINER = "a maintainer of this list"
# {you} is whoever opened the issue, {pull} the bot's pull request.
TURN = {
    State.NEEDS_WORK: "{you}. Fix what is named below: edit this issue (the **⋯** menu at its top "
    "right, then **Edit**). The bot looks again by itself; there is no need to open another one.",
    State.WAITING: f"the bot, by itself. {_NOBODY}.",
    State.ON_HOLD: f"the bot, once the reason below is gone. {_NOBODY}.",
    State.DUPLICATE: "nobody. It is the entry that is named below; there is nothing to do.",
    State.READY: f"{_A_MAINTAINER}, who decides. Nothing more is needed from {{you}}.",
    State.APPROVED: f"the bot, which merges {{pull}} in its turn. {_NOBODY}.",
    State.ACCEPTED: "nobody. It is done.",
    State.DECLINED: "nobody. It is decided.",
    State.WITHDRAWN: "nobody. It is closed.",
    State.STUCK: f"{_A_MAINTAINER}. The bot could not handle this; nothing is needed from {{you}}.",
}
# Where a pull request that edits the list by hand stands for the issue.
TURN_ON_PULL = {
    State.NEEDS_WORK: "{you}. Fix what is named below under **Files changed** (the **⋯** menu of "
    "the file, then **Edit file**), or write a missing reason into the first comment of this pull "
    "request (the **⋯** menu there, then **Edit**). The bot looks again by itself.",
    State.ACCEPTED: "nobody. It is done, so this pull request is closed.",
}
TURN_HELD = f"{_A_MAINTAINER}, with `/approve` or `/refresh`. Nothing is needed from {{you}}."
TURN_LATE = "{you}, if your last edit matters: it came too late, and a form below asks for it."
TURN_TO_SHORTEN = "{you}. Edit this issue as is said below, and the bot looks again by itself."
TURN_TO_MEND = (
    f"{_A_MAINTAINER}, who fixes what is named below. The bot tries again with every run; no "
    "command is needed then, and nothing from {you}."
)

# {form} is the form that corrects an entry.
FOOT = {
    State.DUPLICATE: "**Is it another work?** Say so in a comment, and a maintainer can write "
    "`/not-duplicate`.\n\n**Is the entry wrong, or does it lack something?** Send {form}.",
    State.READY: "**To change something**, edit this issue (the **⋯** menu at its top right, then "
    "**Edit**).\n\n**For maintainers.** Merge {pull}, or comment here: `/approve` adds it, "
    "`/decline` rejects it, `/help` lists all commands.",
    State.APPROVED: "**To change something**, edit this issue; the approval does not count then.",
    State.ACCEPTED: "**Is something about it wrong?** Send {form}.",
    State.DECLINED: "**To have it looked at anew**, whoever may reopens this issue.",
    State.WITHDRAWN: "**To take it up again**, reopen this issue.",
    State.STUCK: "**For maintainers.** The log of the bot's run tells what went wrong. The bot "
    "leaves this alone until something about it changes: an edit of this issue, a commit of "
    "somebody's on its branch, or a comment, such as `/refresh`, lets it try again.",
}
FOOT_ON_PULL = {
    State.DUPLICATE: f"{FOOT[State.DUPLICATE]}\n\nThis pull request can be closed.",
    State.READY: "**To change something**, push to this pull request: the bot follows it. The "
    "README is made from the list's data, so the bot has made the same change there, in {pull}, "
    "and credits {you}; once that one is merged, it closes this one.\n\n**For maintainers.** Merge "
    "{pull}, or comment here: `/approve` adds it, `/decline` rejects it, `/help` lists all "
    "commands.",
    State.APPROVED: "**To change something**, push to this pull request; the approval does not "
    "count then. Once {pull} is merged, the bot closes this one.",
    State.DECLINED: "**To have it looked at anew**, whoever may reopens this pull request.",
    State.WITHDRAWN: "**To take it up again**, reopen this pull request.",
}

# The state in which GitHub would show what a review at home says.
SHOWN_AS: dict[ReviewVerdict, State] = {
    "accepted": State.READY,
    "needs-work": State.NEEDS_WORK,
    "duplicate": State.DUPLICATE,
    "waiting": State.WAITING,
}
# At home whoever reads the answer is who acts next.
TURN_HERE = {
    "accepted": "you. The files of the list are written, unless this is a dry run: look at the "
    "diff, and commit it.",
    "needs-work": "you. Fix what is named below, in the file or in the options, and run this "
    "again.",
    "duplicate": "nobody. If the entry is wrong or lacks something, `bot set` changes it.",
    "waiting": "you. A service did not answer: run this again later, or give the title, with "
    "`--offline`.",
}
_CHANGED = "Thank you, the list can be changed like this"
_ADDED = "Thank you, this is on the list already, and what you add can go there"
_WARNED = "Thank you, this can go onto the list, if a maintainer wants it in spite of a warning"
_SEVERAL = "Thank you, these {} works can go onto the list"
_REMOVED = "Thank you, this can be taken off the list"


def headline(state: State, review: Review | None) -> str:
    """Give what a comment begins with; what can go onto the list is a new work."""
    changes = review.changes if review else ()
    if state is not State.READY:
        return HEADLINES[state]
    if all(change.before is None for change in changes):
        if review and review.warnings:
            return _WARNED
        return _SEVERAL.format(len(changes)) if len(changes) > 1 else HEADLINES[state]
    if all(change.after is None for change in changes):
        return _REMOVED
    listed = {match.b for match in review.matches if match.verdict == "duplicate"} if review else ()
    return _ADDED if all(change.paper.id in listed for change in changes) else _CHANGED


def who_acts(words: str) -> str:
    """Tell of one of these sentences whose turn it is: "you", "maintainer", "bot" or "nobody"."""
    starts = {"{you}": "you", _A_MAINTAINER: "maintainer", "the bot": "bot"}
    return next((who for start, who in starts.items() if words.startswith(start)), "nobody")


def turn(words: str) -> str:
    """Give the second line: who acts next, and how."""
    return f"**Who acts next:** {words}"
