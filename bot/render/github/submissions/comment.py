"""What do we say on the issue: what was understood, what is missing, what happens next?

One comment says it all and is edited in place. Every word that a person or a service wrote stands
in it as code, where it can mention, close, link and disfigure nothing (see quote).
"""

from collections.abc import Iterable, Iterator

from bot.errors import Problem
from bot.markdown.quote import block, inline, sentence
from bot.model.lists.listing import Listing
from bot.model.papers.match import MatchVerdict
from bot.model.submissions.review import Review
from bot.render.github.submissions.change import shown
from bot.render.github.submissions.fitted import MORE
from bot.render.github.submissions.sentences import SHOWN_AS, TURN_HERE, headline, turn

MOST_MATCHES = 5
LEFT_OUT = (
    "**Left out**, since the bot could not tell what it says of the work. If it matters, say so in "
    "a comment: a maintainer reads it."
)
PERHAPS = "Perhaps listed already: a maintainer decides"
WARNING = "Warning: a maintainer decides whether this belongs on the list all the same"
# GitHub takes 65,536 characters; the bot's memory and the answers to commands stand there, too.
LONGEST_DETAILS = 30_000


def comment(review: Review, listing: Listing) -> str:
    """Give the whole comment, in Markdown, for a submission that was decided."""
    parts = [
        f"### {headline(SHOWN_AS[review.verdict], review)}",
        turn(TURN_HERE[review.verdict]),
        *details(review, listing),
    ]
    return "\n\n".join(parts) + "\n"


def details(review: Review, listing: Listing) -> list[str]:
    """Give what was understood, what is missing and what is alike, as paragraphs."""
    parts = [
        _waiting(review),
        _section(WARNING, map(sentence, review.warnings)),
        _section("What to fix", map(_problem, review.problems)),
        *_works(review, listing),
        _section("Listed already", _matches(review, "duplicate", listing)),
        _section(PERHAPS, _matches(review, "possible", listing)),
        _section("Please note", map(sentence, review.notes)),
        _leftovers(review),
    ]
    return _within([part for part in parts if part])


def _within(parts: list[str]) -> list[str]:
    """Keep paragraphs whole, and as many as a comment has room for beside all else in it."""
    kept: list[str] = []
    left = LONGEST_DETAILS
    for part in parts:
        left -= len(part)
        if left < 0:
            return [*kept, MORE]
        kept.append(part)
    return kept


def _waiting(review: Review) -> str:
    if review.waiting_for is None:
        return ""
    first = f"Issue #{review.waiting_for} suggests the same work and came first"
    return f"{first}; this goes on once that is decided."


def _works(review: Review, listing: Listing) -> list[str]:
    if review.verdict == "needs-work" and review.changes:
        fine = (inline(change.paper.title) for change in review.changes)
        return [_section("These are fine", fine)]
    many = len(review.changes)
    return [
        shown(change, listing, f" ({at} of {many})" if many > 1 else "")
        for at, change in enumerate(review.changes, start=1)
    ]


def _section(title: str, items: Iterable[str]) -> str:
    lines = [f"- {item}" for item in items]
    return "\n".join([f"**{title}**", "", *lines]) if lines else ""


def _problem(problem: Problem) -> str:
    value = f" You wrote: {inline(problem.value)}" if problem.value else ""
    stop = "" if problem.message.endswith("?") else "."
    return f"**{problem.field}**: {sentence(problem.message)}{stop}{value}"


def _matches(review: Review, verdict: MatchVerdict, listing: Listing) -> Iterator[str]:
    listed = {paper.id: paper for paper in review.listed}
    shown_matches = [match for match in review.matches[:MOST_MATCHES] if match.verdict == verdict]
    sure = "the same work as" if verdict == "duplicate" else "perhaps the same work as"
    for match in shown_matches:
        paper = listed[match.b]
        where = " / ".join(listing.path(paper.category))
        reasons = sentence("; ".join(match.reasons))
        yield f"{sure} {inline(paper.title)} in {inline(where)} ({reasons})"


def _leftovers(review: Review) -> str:
    if not review.leftovers:
        return ""
    return f"{LEFT_OUT}\n\n" + block("\n".join(review.leftovers))
