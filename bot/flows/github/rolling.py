"""Does a rolling pull request hold what it should, and if not, what next?

There is one for each of its branches, made anew on the base branch's tip whenever it no longer
gives what it should; a person's commit on it is never overwritten, and what a person has closed is
not opened again for the same content.
"""

from collections.abc import Sequence
from typing import NamedTuple

from bot.flows.github.reconcile import Run
from bot.lifecycle.steps import PASSED, ways
from bot.model.github.outcome import FileText
from bot.model.github.plan import Action, Commit, EditPull, Merge, OpenPull, Push, SetCommitStatus
from bot.model.github.result import LogEntry
from bot.model.github.world import Pull
from bot.render.github.submissions.pull import END, START, with_block

MOST_MERGES = 100  # that are looked through for the commit below them
LEFT_ALONE = (
    "> **Left alone**: somebody has pushed to this branch, so it is not brought up to date any "
    "more, and no command lands it. Merge it by the button; or close it and delete the branch, and "
    "it is made anew."
)


class Rolling(NamedTuple):
    """What a rolling pull request should hold, and say.

    `commits` lead to it from the base branch's tip; none are needed where nothing is to change.
    `ours` is how the message of each of the bot's commits there begins. `lands` tells whether it
    may be merged now.
    """

    branch: str
    title: str
    body: str
    commits: tuple[Commit, ...]
    ours: str
    lands: bool


def texts(commits: Sequence[Commit]) -> tuple[FileText, ...]:
    """Give the files as the last of the commits leaves them."""
    by_path = {file.path: file for commit in commits for file in commit.files}
    return tuple(by_path.values())


def pull_of(run: Run, branch: str) -> Pull | None:
    """Give the open pull request of a branch."""
    return next((pull for pull in pulls_of(run, branch) if pull.is_open), None)


def pulls_of(run: Run, branch: str) -> list[Pull]:
    """Give the pull requests of a branch, oldest first."""
    return [pull for _, pull in sorted(run.world.pulls.items()) if pull.branch == branch]


def next_step(run: Run, wanted: Rolling) -> Action | None:
    """Give the next step towards what is wanted; None if none is to be done."""
    base, head = run.base, run.world.branches.get(wanted.branch)
    if base is None or run.github.near_limit:
        return None
    pull = pull_of(run, wanted.branch)
    if not wanted.commits:
        return EditPull(pull.number, pull.body, close=True) if pull else None
    if head is None or not _holds(run, head, wanted):
        if is_taken_over(run, wanted):
            line = f"left {wanted.branch} alone: its last commit is somebody else's"
            run.done.append(LogEntry(0, line))
            return _left_alone(pull)
        *before, last = wanted.commits
        return Push(wanted.branch, base.tip, last.files, last.message, head, before=tuple(before))
    if pull is None:
        pulls = pulls_of(run, wanted.branch)
        refused = any(pull.head == head and not pull.merged for pull in pulls)
        text = with_block("", _block(wanted))
        return None if refused else OpenPull(0, wanted.branch, wanted.title, text)
    return _end(run, pull, wanted)


def is_taken_over(run: Run, wanted: Rolling) -> bool:
    """Tell whether a person has pushed to the branch something else than is wanted there."""
    head = run.world.branches.get(wanted.branch)
    if head is None or _holds(run, head, wanted):
        return False
    return not is_the_bots(run, wanted.branch, wanted.ours)


def _left_alone(pull: Pull | None) -> EditPull | None:
    """Say on a pull request, once, that a person has taken it over."""
    if pull is None or LEFT_ALONE in pull.body or START not in pull.body:
        return None
    return EditPull(pull.number, pull.body.replace(START, f"{START}\n{LEFT_ALONE}\n", 1))


def _end(run: Run, pull: Pull, wanted: Rolling) -> Action | None:
    """Say what it holds and that it passed, and merge it if it may land."""
    text = with_block(pull.body, _block(wanted))
    if pull.body.replace("\r\n", "\n").strip() != text.strip():
        return EditPull(pull.number, text)
    if pull.checked != "success":
        return SetCommitStatus(pull.number, pull.head, passed=True, description=PASSED)
    if not wanted.lands:
        return None
    title = f"{wanted.title} (#{pull.number})"
    return Merge(pull.number, pull.head, ways(run.world.methods), title, "")


def _block(wanted: Rolling) -> str:
    """Give the bot's own part of the description; what people write around it stays."""
    return f"{START}\n{wanted.body}\n{END}"


def _holds(run: Run, head: str, wanted: Rolling) -> bool:
    """Tell whether the branch, merged as it is, gives what is wanted."""
    if wanted.branch in run.fresh:
        return True
    tree = run.checkout.merges(run.world.tip, head)
    return tree is not None and all(
        run.checkout.text_of_tree(tree, file.path) == file.text for file in texts(wanted.commits)
    )


def is_the_bots(run: Run, branch: str, ours: str) -> bool:
    """Tell whether its last commit is the bot's, but for merges of the base branch into it.

    Under such a merge ("Update branch") a person's commit may lie. `ours` is how the messages of
    the bot's commits there begin.
    """
    commit = run.world.branches.get(branch)
    if commit is None or branch in run.fresh:
        return commit is not None
    for _ in range(MOST_MERGES):
        own, *merged = run.checkout.parents(commit) or ("",)
        if not merged:
            break
        commit = own
    return run.checkout.message(commit).startswith(ours)
