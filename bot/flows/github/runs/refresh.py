"""Do the sums over the list stand on the base branch as they should, and if not, what next?

Counts, pictures and "recently added" are left alone by suggestions, since any two of them would
conflict there. They come onto the base branch by one rolling pull request, which is merged at once.
It stays open, and is brought up to date by each run, where branch protection wants a person, or
where more than sums would change: rows or entries that somebody left unlike what `bot regenerate`
gives are for a person to look at. What was edited by hand in them is taken into the data first.
"""

from typing import NamedTuple

from bot.flows.github.facts.base import Base
from bot.flows.github.facts.doors import History
from bot.flows.github.reconcile import MOST_ROUNDS, Run
from bot.flows.github.rolling import Rolling, next_step
from bot.flows.github.runs.by_hand import ByHand, taken_up
from bot.markdown.quote import inline, sentence
from bot.model.form import PAPER_LABEL
from bot.model.github.outcome import FileText
from bot.model.github.plan import Action, Commit
from bot.model.github.world import REFRESH
from bot.model.submissions.review import Change
from bot.render.readme.readme import fresh
from bot.render.readme.sums.front import Around
from bot.store import files, papers, upkeep

TITLE = "Bring counts, pictures and recently added up to date"
BODY = (
    "What adds up over the whole list is left alone by suggestions and brought up to date here, "
    "once a day. Nothing in it needs a look but one thing: where rows or entries change too, "
    "somebody edited `README.md`, `papers/` or `data/papers.json` by hand: what they wrote is "
    "taken into the data, and all agree again. Then, and where the branch is protected, a person "
    "merges it."
)


# How many edits by hand are worth naming.
MOST_TOLD = 50


class Lagging(NamedTuple):
    """The files that are not what the data say, and whether only sums differ in them."""

    files: tuple[FileText, ...]
    only_sums: bool


def refresh(run: Run, site: str = "") -> None:
    """Bring the sums up to date, in the world that `run` has read.

    `site` is where the list's pages are published, if data/list.toml does not say it.
    """
    for _ in range(MOST_ROUNDS):
        action = _next(run, site)
        if action is None or not run.perform(0, action):
            return
        if run.stale:
            run.reload()


def lagging(history: History, base: Base, around: Around) -> Lagging:
    """Work out which files at the base branch's tip are not what the data say."""
    made = fresh(base.documents, base.catalog, base.listing, around)
    entries = papers.dump(base.catalog)
    wanted = files.texts({files.PAPERS: entries} | made.whole)
    return Lagging(
        tuple(file for file in wanted if history.text(base.tip, file.path) != file.text),
        only_sums=made.local == base.documents and entries == base.papers_text,
    )


def _next(run: Run, site: str) -> Action | None:
    """Give the next step towards sums that are up to date; None if none is to be done."""
    base = run.base
    if base is None or run.github.near_limit:
        return None
    waiting = sum(
        PAPER_LABEL in issue.labels for issue in run.world.issues.values() if issue.is_open
    )
    decisions = upkeep.parse(run.checkout.text(base.tip, upkeep.DECISIONS))
    around = Around(site, waiting, decisions.checked.get("links", ""))
    by_hand = taken_up(run.checkout, base)
    stale = lagging(run.checkout, base._replace(catalog=by_hand.catalog), around)
    commits = (Commit(f"{TITLE}\n", stale.files),) if stale.files else ()
    lands = stale.only_sums and not by_hand.doubts
    return next_step(run, Rolling(REFRESH, TITLE, _body(by_hand), commits, TITLE, lands=lands))


def _body(by_hand: ByHand) -> str:
    """Say what was edited by hand, and what of it could not be taken up."""
    parts = [BODY]
    if by_hand.changes:
        parts.append("**Edited by hand, and taken into the data**")
        parts.append("\n".join(f"- {_told(change)}" for change in by_hand.changes[:MOST_TOLD]))
    if by_hand.doubts:
        parts.append("**Edited by hand, and not understood**; merging this takes it out of there")
        parts.append("\n".join(f"- {sentence(doubt)}" for doubt in by_hand.doubts[:MOST_TOLD]))
    return "\n\n".join(parts)


def _told(change: Change) -> str:
    verb = "goes" if change.after is None else "is changed" if change.before else "is new"
    return f"{inline(change.paper.title)} {verb}"
