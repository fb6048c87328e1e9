"""Which pictures does README.md show, in which files do they lie, and how does it show them?

They add up over the list, like the blocks of `sums`: no suggestion touches them.
"""

from collections.abc import Sequence

from bot.model.github.outcome import FileText
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.model.paths import PICTURES
from bot.render.arrivals import last_day
from bot.render.readme.documents.blocks import marked
from bot.render.readme.pictures.badge import Badge, badge
from bot.render.readme.pictures.picture import DARK, LIGHT, picture_of
from bot.render.work import has_code
from bot.render.xml_text import xml

NOTHING = "Nothing yet."


def picture_files(papers: Sequence[Paper], listing: Listing) -> list[FileText]:
    """Draw every picture that the two blocks show."""
    years = picture_of(papers, listing)
    drawn = {"years-light": years.svg(LIGHT), "years-dark": years.svg(DARK)} if years.years else {}
    drawn |= {name: badge(fact) for name, fact in _facts(papers).items()}
    return [FileText(f"{PICTURES}{name}.svg", text) for name, text in drawn.items()]


def shows_pictures(document: str) -> bool:
    """Whether a README has one of the two blocks; without them nobody wants the files."""
    return any(block.name in {"badges", "picture"} for block in marked(document).blocks)


def badges(papers: Sequence[Paper]) -> str:
    """Show the facts about the whole list, one badge each."""
    return "\n".join(
        f"![{fact.label}: {fact.value}]({PICTURES}{name}.svg)"
        for name, fact in _facts(papers).items()
    )


def picture(papers: Sequence[Paper], listing: Listing) -> str:
    """Show how many works came in each year, light or dark as the reader's page is."""
    years = picture_of(papers, listing)
    if not years.years:
        return NOTHING
    return f"""<picture>
<source media="(prefers-color-scheme: dark)" srcset="{PICTURES}years-dark.svg">
<img src="{PICTURES}years-light.svg" alt="{xml(years.description)}" width="{years.width}">
</picture>"""


def _facts(papers: Sequence[Paper]) -> dict[str, Badge]:
    """Give the facts by the names of their files."""
    code = sum(map(has_code, papers))
    facts = {"works": Badge("works", f"{len(papers):,}"), "code": Badge("with code", f"{code:,}")}
    if changed := last_day(papers):
        facts["changed"] = Badge("last addition", changed)
    return facts
