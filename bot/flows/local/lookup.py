"""What does the world know of the work behind one link?"""

from bot.errors import InvalidError, Problem
from bot.identify import canonical
from bot.lookup.ask import Lookup
from bot.model.papers.metadata import LookupResult
from bot.render.lookup import as_json as in_json
from bot.render.lookup import as_table


def look_up(link: str, lookup: Lookup) -> LookupResult:
    """Ask all services for the work that `link` names, be it an address or a bare identifier.

    Raises InvalidError for a link behind which no work can be recognised. An outage raises
    nothing: the report names it.
    """
    work_id = canonical(link)
    if work_id is None:
        message = (
            "names no work that can be looked up; give a link to arXiv, OpenReview, the ACL "
            "Anthology or Semantic Scholar, or a DOI"
        )
        raise InvalidError([Problem("LINK", link, message)])
    return lookup.ask([work_id])


def shown(report: LookupResult, *, as_json: bool) -> str:
    """Write a report for a program or for a person."""
    return in_json(report) if as_json else as_table(report)
