"""What does the dashboard say?

One issue, quiet: it is edited in place, and an edit sends nobody a mail. It shows what waits for
whom, in short lines, as many of them as fit; what strangers wrote stands in it as code.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from bot.markdown.escape import link, text
from bot.markdown.quote import begun, inline, sentence
from bot.model.quotation import quoted
from bot.model.upkeep.board import Board, Waiting
from bot.model.upkeep.candidate import Candidate
from bot.model.upkeep.kept import Doubt
from bot.model.upkeep.proposal import Proposal
from bot.render.github.upkeep.links import LONGEST_TITLE, LONGEST_URL, trouble
from bot.upkeep.board.boxes import box, key_of, obeyed_mark
from bot.upkeep.board.troubles import troubles

MARKER = "<!-- bot:dashboard -->"
TITLE = "Dashboard"
LONGEST = 60_000  # of GitHub's 65,536 characters
MOST_ITEMS = 60
MOST_EARLIER = 60
# So many characters a section may count on, however much stands above it.
_SHARE = 5_500
_MORE = "- … and {} more"
_INTRODUCTION = (
    "What waits, and what to do about it. This is kept up to date by itself and sends no mail; "
    "ticking a box, or a comment with the command, is a maintainer's word. Closing this issue lets "
    "the bot leave it alone; reopening it brings it back."
)

_HOW_TO_CHOOSE = (
    "A tick, or `/suggest` with the numbers, makes each a submission; a tick at “not for this "
    "list”, or `/drop` with the numbers, lets it go for good. So do four weeks in which nobody "
    "takes it."
)

T = TypeVar("T")


def dashboard(board: Board) -> str:
    """Give the body of the dashboard; of what does not fit, the number is told."""
    parts = [MARKER, _INTRODUCTION]
    parts += [f"> **{sentence(begun(alarm))}.**" for alarm in _alarms(board)]
    parts += [_obeyed(board.obeyed)] if board.obeyed else []
    sections, last = list(_sections(board)), _jobs(board)
    left = LONGEST - sum(len(part) + 2 for part in (*parts, last))
    for at, (title, items) in enumerate(sections):
        others = sum(min(_SHARE, sum(map(len, rest))) for _, rest in sections[at + 1 :])
        part = f"### {title}\n\n{_shown(items, left - others)}"
        left -= len(part) + 2
        parts.append(part)
    return "\n\n".join((*parts, last)) + "\n"


def _alarms(board: Board) -> Iterator[str]:
    for job in board.late:
        yield (
            f"“{job}” last ran on {board.runs[job].on}: the workflow “upkeep” has stopped. Look "
            "under Actions whether GitHub has switched it off, and enable it"
        )
    for job, ran in sorted(board.runs.items()):
        if ran.failed:
            yield f"“{job}” broke off on {ran.on}: {quoted(ran.said)}; Actions shows its run"
    if board.warning:
        yield board.warning
    yield from board.unheard


def _obeyed(comments: Sequence[int]) -> str:
    """Name orders by their comments, in place of the reaction that those would have."""
    named = ", ".join(link(f"comment {id_}", f"#issuecomment-{id_}") for id_ in comments)
    return f"Obeyed, though GitHub takes no reaction here: {named}. {obeyed_mark(comments)}"


def _sections(board: Board) -> Iterator[tuple[str, list[str]]]:
    """Yield each section that is not empty, with its items, of a line or several."""
    pull = [f"- pull request #{board.rolling}"] if board.rolling else []
    sections = (
        ("Waits for a maintainer", _items(board.maintainers, _waiting)),
        ("Approved, and not merged yet; each issue says why", _items(board.held, _waiting)),
        ("Changes that are sure", pull),
        ("Links", _items(troubles(board.findings), partial(trouble, board))),
        ("Likely changes", _items(board.likely, partial(_likely, board))),
        ("New works that may belong here", _candidates(board.candidates)),
        ("Doubts in the list", _items(board.doubts, partial(_doubt, board))),
        ("Waits for whoever suggested it", _items(board.submitters, _waiting)),
        ("Open since before the bot was switched on", _earlier(board.earlier)),
    )
    yield from ((title, items) for title, items in sections if items)


def _items(items: Sequence[T], written: Callable[[T], str]) -> list[str]:
    return [written(item) for item in items]


def _shown(items: Sequence[str], room: int) -> str:
    """Join items as far as they fit, each whole, and say how many are left out."""
    kept: list[str] = []
    for item in items[:MOST_ITEMS]:
        room -= len(item) + 1
        if room < len(_MORE):
            break
        kept.append(item)
    left_out = len(items) - len(kept)
    return "\n".join((*kept, _MORE.format(left_out)) if left_out else kept)


def _waiting(suggestion: Waiting) -> str:
    days = {0: "today", 1: "1 day"}.get(suggestion.days, f"{suggestion.days} days")
    pull = f", pull request #{suggestion.pull}" if suggestion.pull else ""
    return f"- {days}: #{suggestion.number} {inline(suggestion.title, LONGEST_TITLE)}{pull}"


def _likely(board: Board, proposal: Proposal) -> str:
    """Tell of a change that one alone speaks for, or that is contradicted, and ask about it."""
    sources = ", ".join(inline(one, LONGEST_TITLE) for one in proposal.said_by)
    title = text(board.titles.get(proposal.entry, proposal.entry)[:LONGEST_TITLE])
    before, after = (inline(one or "–", LONGEST_URL) for one in (proposal.before, proposal.after))
    name = key_of(proposal.key)
    return (
        f"- {title}: {proposal.field} {before} → {after} ({sources})\n"
        f"  {box('take', name)}right: into the pull request\n"
        f"  {box('refuse', name)}wrong: never again"
    )


def _candidates(candidates: Sequence[Candidate]) -> list[str]:
    """Tell of each, and offer to suggest it or to let it go."""
    if not candidates:
        return []
    items = [f"{_HOW_TO_CHOOSE}\n"]
    for candidate in candidates:
        place = f" → {inline(candidate.category)}" if candidate.category else ""
        why = f": {text('; '.join(candidate.reasons))}" if candidate.reasons else ""
        named = link(candidate.title[:LONGEST_TITLE], candidate.url)
        number = str(candidate.number)
        items.append(
            f"{box('suggest', number)}{number}: {named}, {candidate.day}{place}{why}\n"
            f"  {box('dismiss', number)}not for this list"
        )
    return items


def _doubt(board: Board, doubt: Doubt) -> str:
    one, other = (
        f"{text(board.titles.get(id_, id_)[:LONGEST_TITLE])} (`{id_}`)"
        for id_ in (doubt.a, doubt.b)
    )
    pair = f"{one} and {other} may be one work: {text(doubt.why[:LONGEST_URL])}"
    return f"{box('distinct', key_of(doubt.key))}{pair}. Tick it if they are two"


def _earlier(numbers: Sequence[int]) -> list[str]:
    if not numbers:
        return []
    named = ", ".join(f"#{number}" for number in numbers[:MOST_EARLIER])
    rest = len(numbers) - MOST_EARLIER
    more = f" and {rest} more" if rest > 0 else ""
    return [f"- {named}{more}; a maintainer's `/suggest` on an issue takes it up"]


def _jobs(board: Board) -> str:
    rows = [f"| {job} | {ran.on} | {text(ran.said)} |" for job, ran in sorted(board.runs.items())]
    head = [
        "### When each job last ran",
        "",
        "| Job | Day | What came of it |",
        "| --- | --- | --- |",
    ]
    return "\n".join((*head, *rows))


def reminder(waiting: Sequence[Waiting], logins: Sequence[str], marker: str) -> str:
    """Give the comment that reminds those who want to be reminded, and nobody else."""
    named = " ".join(f"@{login}" for login in logins)
    oldest = max(suggestion.days for suggestion in waiting)
    many = "1 suggestion waits" if len(waiting) == 1 else f"{len(waiting)} suggestions wait"
    return (
        f"{marker}\n{named} {many} for a maintainer, the oldest for {oldest} days; the list is "
        "above. This comes once a month, while nobody acts, and replaces the last one. Nothing is "
        "closed because nobody is there."
    ).strip()
