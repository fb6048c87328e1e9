"""What becomes of single entries: moved, removed, changed, or told apart for good?"""

from collections.abc import Sequence

from bot.errors import InvalidError, Problem, UsageError
from bot.gardening.garden import Garden, category_named, papers_named, with_papers
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog
from bot.model.papers.printed import moved
from bot.model.upkeep.kept import Decision, Doubt
from bot.review.apply import applied, removal
from bot.review.corrections.rewrite import rewritten

# Who decides where no login is known: whoever may write the files.
AT_HOME = "command-line"
# How a form has its lines written, and how the command line has them.
_SAID = ("“field: value”", "field=value")


def move(ids: Sequence[str], to: str, catalog: Catalog, listing: Listing) -> Garden:
    """Put entries into another category; each stands there as a new one does."""
    slug = category_named(to, listing).slug
    changed = [moved(paper, slug) for paper in papers_named(ids, catalog)]
    return Garden(with_papers(catalog, changed), listing.categories)


def remove(id_: str, reason: str, catalog: Catalog, listing: Listing) -> Garden:
    """Take an entry off the list; the reason is shown to whoever suggests it again."""
    (paper,) = papers_named([id_], catalog)
    return Garden(applied(catalog, [removal(paper, reason)]), listing.categories)


def change(id_: str, lines: Sequence[str], catalog: Catalog, listing: Listing) -> Garden:
    """Set fields of an entry, each `field=value`; raises InvalidError with all that is wrong."""
    (paper,) = papers_named([id_], catalog)
    faulty = [line for line in lines if "=" not in line]
    if faulty:
        raise UsageError(f"write it as field=value, not {faulty[0]!r}")
    text = "\n".join(line.replace("=", ": ", 1) for line in lines)
    others = [other for other in catalog.papers if other.id != paper.id]
    after = rewritten(text, paper, others, listing)
    if after.faults:
        raise InvalidError(
            Problem(line.partition(": ")[0], line.partition(": ")[2], message.replace(*_SAID))
            for line, message in after.faults
        )
    return Garden(with_papers(catalog, [after.paper]), listing.categories)


def distinct(one: str, other: str, catalog: Catalog, on: str) -> Decision:
    """Say for good that two entries are different works, however alike they look."""
    papers = papers_named([one, other], catalog)
    if len(papers) < 2:
        raise UsageError("these are one entry; name two")
    pair = Doubt(a=papers[0].id, b=papers[1].id, why="alike")
    return Decision(about="distinct", key=pair.key, by=AT_HOME, on=on)
