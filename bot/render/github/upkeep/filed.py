"""Which issue suggests a candidate, as a person would with the form?"""

from bot.markdown.quote import inline, sentence
from bot.model.form import PAPER_FORM
from bot.model.lists.listing import Listing
from bot.model.upkeep.candidate import Candidate

LONGEST_TITLE = 200
_EMPTY = "_No response_"


def filed(candidate: Candidate, by: str, listing: Listing) -> tuple[str, str]:
    """Give the title and the body: the form filled in with link, category and why.

    The title field stays empty, so that the services tell it, as for everybody's link.
    """
    options = {slug: option for option, slug in listing.options()}
    why = "; ".join(candidate.reasons) or "it looks like what the list holds"
    answers = {
        "links": candidate.url,
        "category": options.get(candidate.category or "", ""),
        "why": f"Candidate {candidate.number} of the dashboard, taken by {inline(by)}: "
        f"{sentence(why)}.",
    }
    parts = (f"### {field.label}\n\n{answers.get(field.id) or _EMPTY}" for field in PAPER_FORM)
    return f"[paper] {candidate.title[:LONGEST_TITLE]}", "\n\n".join(parts) + "\n"
