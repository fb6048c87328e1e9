"""What does the one comment on an issue say, in each state: what is, what next, who has to act?"""

from collections.abc import Mapping

from bot.markdown.quote import begun, block, inline, sentence
from bot.model.github.world import GHOST
from bot.model.lists.listing import Listing
from bot.model.state import State
from bot.model.submissions.status import SubmissionStatus
from bot.render.form_link import correction_link
from bot.render.github.submissions.comment import details
from bot.render.github.submissions.own_language import in_own_language
from bot.render.github.submissions.owners_words import owners_words
from bot.render.github.submissions.sentences import (
    FOOT,
    FOOT_ON_PULL,
    TURN,
    TURN_HELD,
    TURN_LATE,
    TURN_ON_PULL,
    TURN_TO_MEND,
    TURN_TO_SHORTEN,
    headline,
    turn,
    who_acts,
)

# The first line of the bot's comment, by which it finds it again.
MARKER = "<!-- bot:answer -->"


def answer(
    status: SubmissionStatus,
    state: State,
    sentences: tuple[str, ...],
    listing: Listing | None,
    commands: str = "",
) -> str:
    """Give the comment without what the bot remembers in it.

    `said` are sentences to add: answers to commands, reasons; what they quote stands between “
    and ”. `listing` is None while it cannot be read; `commands` is the table of commands, if
    somebody asked for it.
    """
    names = _names(status)
    parts = [f"{MARKER}\n### {headline(state, status.review)}"]
    words = _turn(status, state, listing)
    parts.append(turn(_filled(words, names)))
    parts += filter(None, (_in_own_language(status, words),))
    parts += [_sentence(words) for words in (*_why(status), *sentences)]
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
    if status.branch and status.branch.foreign:
        where = names["{pull}"] if status.pull else f"the branch `{status.branch.name}`"
        parts.append(
            f"**The bot keeps off {where}**: {sentence(status.branch.foreign)}. `/refresh` hands "
            "it back to the bot, which then computes it afresh."
        )
    if foot := _of_thread(status, state, FOOT, FOOT_ON_PULL):
        parts.append(_filled(foot, names))
    if commands:
        parts.append(commands.strip())
    return "\n\n".join(parts) + "\n"


def _names(status: SubmissionStatus) -> dict[str, str]:
    """Give what the sentences leave open: who opened it, the pull request, the form."""
    author = status.issue.author if status.issue else GHOST
    return {
        "{you}": "whoever opened this" if author == GHOST else f"you, {inline(author)}",
        "{pull}": f"pull request #{status.pull.number}" if status.pull else "the pull request",
        "{form}": _correction(status),
    }


def _in_own_language(status: SubmissionStatus, words: str) -> str:
    issue = status.issue
    return in_own_language(f"{issue.title}\n{issue.body}", who_acts(words)) if issue else ""


def _filled(words: str, names: Mapping[str, str]) -> str:
    for slot, name in names.items():
        words = words.replace(slot, name)
    return words


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
    review = status.review
    sure = {m.b for m in review.matches if m.verdict == "duplicate"} if review else ()
    entries = [paper for paper in review.listed if paper.id in sure] if review else []
    if len(entries) != 1 or not status.repository:
        return name
    return f"[{name}]({correction_link(status.repository, entries[0])})"


def _turn(status: SubmissionStatus, state: State, listing: Listing | None) -> str:
    if status.late:
        return TURN_LATE
    if status.limit and _is_too_long(status, listing):
        return TURN_TO_SHORTEN
    foreign = status.branch is not None and bool(status.branch.foreign)
    if state is State.WAITING and (status.refused or status.broken or foreign):
        return TURN_TO_MEND
    if state is State.APPROVED and status.refused:
        return TURN_TO_MEND
    if state is State.ON_HOLD and not status.limit:
        return TURN_HELD
    return _of_thread(status, state, TURN, TURN_ON_PULL)


def _is_too_long(status: SubmissionStatus, listing: Listing | None) -> bool:
    longest = listing.limits.longest_text if listing else 0
    return bool(longest and status.issue and len(status.issue.body) > longest)


def _of_thread(
    status: SubmissionStatus, state: State, usual: Mapping[State, str], on_pull: Mapping[State, str]
) -> str:
    words = usual.get(state, "")
    return on_pull.get(state, words) if status.issue and status.issue.head else words


def _sentence(words: str) -> str:
    stop = "" if words.endswith("?") else "."
    return sentence(begun(words)) + stop


def _why(status: SubmissionStatus) -> list[str]:
    return [reason for reason in (status.broken, status.limit, status.refused) if reason]
