"""What does the dashboard say?

One issue, quiet: it is edited in place, and an edit sends nobody a mail. It shows what waits for
whom, in short lines, as many of them as fit; what strangers wrote stands in it as code.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from bot.markdown.escape import link, text
from bot.markdown.quote import inline, sentence
from bot.model.upkeep.board import Board, Waiting
from bot.model.upkeep.candidate import Candidate
from bot.model.upkeep.kept import Doubt
from bot.model.upkeep.link import Finding
from bot.model.upkeep.proposal import Proposal
from bot.upkeep.board.boxes import box, key_of

MARKER = "<!-- bot:dashboard -->"
TITLE = "Dashboard"
LONGEST = 60_000  # of GitHub's 65,536 characters
LONGEST_TITLE = 100
LONGEST_URL = 300
MOST_LINES = 40
MOST_EARLIER = 60
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

Item = TypeVar("Item")


def dashboard(board: Board) -> str:
    """Give the body of the dashboard; of what does not fit, the number is told."""
    parts = [MARKER, _INTRODUCTION]
    parts += [f"> **{sentence(each[:1].upper() + each[1:])}.**" for each in _alarms(board)]
    left = LONGEST - sum(map(len, parts))
    for title, lines in _sections(board):
        shown = _shown(lines, left)
        part = f"### {title}\n\n{shown}"
        left -= len(part)
        parts.append(part)
    return "\n\n".join((*parts, _jobs(board))) + "\n"


def _alarms(board: Board) -> Iterator[str]:
    for job in board.late:
        yield (
            f"“{job}” last ran on {board.runs[job].on}: the workflow “upkeep” has stopped. Look "
            "under Actions whether GitHub has switched it off, and enable it"
        )
    if board.warning:
        yield board.warning
    yield from board.unheard


def _sections(board: Board) -> Iterator[tuple[str, list[str]]]:
    """Yield each section that is not empty, with its lines."""
    sections = (
        ("Waits for a maintainer", _lines(board.maintainers, _waiting)),
        ("Approved, and not merged yet; each issue says why", _lines(board.held, _waiting)),
        ("Changes that are sure", [f"- pull request #{board.rolling}"] if board.rolling else []),
        ("Links", [line for each in board.findings for line in _finding(each, board)]),
        ("Likely changes", [line for each in board.likely for line in _likely(each, board)]),
        ("New works that may belong here", _candidates(board.candidates)),
        ("Doubts in the list", [_doubt(each, board) for each in board.doubts]),
        ("Waits for whoever suggested it", _lines(board.submitters, _waiting)),
        ("Open since before the bot was switched on", _earlier(board.earlier)),
    )
    yield from ((title, lines) for title, lines in sections if lines)


def _lines(items: Sequence[Item], line: Callable[[Item], str]) -> list[str]:
    return [line(each) for each in items]


def _shown(lines: Sequence[str], room: int) -> str:
    """Join lines as far as they fit, and say how many are left out."""
    kept: list[str] = []
    for line in lines[: MOST_LINES * 4]:
        room -= len(line) + 1
        if room < 200:
            break
        kept.append(line)
    rest = len(lines) - len(kept)
    return "\n".join((*kept, f"- … and {rest} more lines") if rest else kept)


def _waiting(each: Waiting) -> str:
    days = "today" if not each.days else "1 day" if each.days == 1 else f"{each.days} days"
    pull = f", pull request #{each.pull}" if each.pull else ""
    return f"- {days}: #{each.number} {inline(each.title, LONGEST_TITLE)}{pull}"


def _finding(each: Finding, board: Board) -> Iterator[str]:
    """Tell of a link in trouble, and offer what can be done about it."""
    state, key = each.state, key_of(each.url)
    named = ", ".join(text(board.titles.get(id_, id_)[:LONGEST_TITLE]) for id_ in each.entries[:3])
    more = f" and {len(each.entries) - 3} more" if len(each.entries) > 3 else ""
    since = f" since {state.since}" if state.since else ""
    verdict = _VERDICTS.get(state.verdict, state.verdict)
    why = f": {text(state.said)}" if state.said else ""
    there = f", now {inline(state.moved_to, LONGEST_URL)}" if state.moved_to else ""
    yield f"- {named}{more}: {inline(each.url, LONGEST_URL)} {verdict}{since}{why}{there}"
    if each.others:
        shown = ", ".join(inline(url, LONGEST_URL) for url in each.others[:3])
        yield f"  - other links of it: {shown}"
    if state.archived:
        copy = link("the archived copy", state.archived)
        yield f"  {box('archive', key)}put {copy} in its place (`/archive` and the link)"
    yield f"  {box('remove', key)}take the link out (`/remove` and the link)"
    yield f"  {box('keep', key)}leave it as it is (`/keep` and the link)"


_VERDICTS = {
    "dead": "is dead",
    "changed": "is something else",
    "moved": "has moved to another site",
    "suspect": "has not been reached",
}


def _likely(each: Proposal, board: Board) -> Iterator[str]:
    """Tell of a change that one alone speaks for, or that is contradicted, and ask about it."""
    said = ", ".join(inline(one, LONGEST_TITLE) for one in each.said_by)
    title = text(board.titles.get(each.entry, each.entry)[:LONGEST_TITLE])
    before, after = (inline(one or "–", LONGEST_URL) for one in (each.before, each.after))
    key = key_of(each.key)
    yield f"- {title}: {each.field} {before} → {after} ({said})"
    yield f"  {box('take', key)}right: into the pull request"
    yield f"  {box('refuse', key)}wrong: never again"


def _candidates(candidates: Sequence[Candidate]) -> list[str]:
    """Tell of each, and offer to suggest it or to let it go."""
    if not candidates:
        return []
    lines = [_HOW_TO_CHOOSE, ""]
    for each in candidates:
        place = f" → {inline(each.category)}" if each.category else ""
        why = f": {text('; '.join(each.reasons))}" if each.reasons else ""
        named = link(each.title[:LONGEST_TITLE], each.url)
        lines += [
            f"{box('suggest', str(each.number))}{each.number}: {named}, {each.day}{place}{why}",
            f"  {box('dismiss', str(each.number))}not for this list",
        ]
    return lines


def _doubt(each: Doubt, board: Board) -> str:
    one, other = (
        f"{text(board.titles.get(id_, id_)[:LONGEST_TITLE])} (`{id_}`)" for id_ in (each.a, each.b)
    )
    pair = f"{one} and {other} may be one work: {text(each.why[:LONGEST_URL])}"
    return f"{box('distinct', key_of(each.key))}{pair}. Tick it if they are two"


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
    oldest = max(each.days for each in waiting)
    many = "1 suggestion waits" if len(waiting) == 1 else f"{len(waiting)} suggestions wait"
    return (
        f"{marker}\n{named} {many} for a maintainer, the oldest for {oldest} days; the list is "
        "above. This comes once a month, while nobody acts, and replaces the last one. Nothing is "
        "closed because nobody is there."
    ).strip()
