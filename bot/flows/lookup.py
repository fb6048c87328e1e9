"""What does the world know of the work behind one link?"""

from bot.errors import InvalidError, Problem
from bot.identify import canonical
from bot.lookup.ask import Lookup
from bot.model.metadata import Report


def look_up(link: str, lookup: Lookup) -> Report:
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
