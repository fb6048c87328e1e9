"""Who says what of a work, and on whose word in the end?

A service that only collects repeats what others said, so it seconds nobody: only the origin of a
statement counts. What Semantic Scholar says of a venue has a year only where DBLP has the work.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.identify import canonical, landing_url, links_in
from bot.links.preprints import is_preprint_doi
from bot.model.papers.metadata import Found, LookupResult, Metadata
from bot.model.papers.paper import Paper, Venue
from bot.review.drafts.told import venue_told
from bot.titles.compare import one_title
from bot.venues.compare import one_venue

DBLP = "DBLP"
# On whose word a service speaks; "" for one that only collects.
ORIGINS: Mapping[str, str] = {
    "arxiv": "its authors",
    "crossref": "its publisher",
    "openreview": "OpenReview",
    "openreview-v1": "OpenReview",
    "dblp": DBLP,
}
STATUSES = frozenset({"withdrawn", "retracted"})
# What the address of a work in its proceedings tells.
PROCEEDINGS = "its proceedings"
NAMES: Mapping[str, str] = {
    "arxiv": "arXiv",
    "crossref": "Crossref",
    "openreview": "OpenReview",
    "openreview-v1": "OpenReview",
    "dblp": DBLP,
    "semantic-scholar": "Semantic Scholar",
    "datacite": "DataCite",
    "huggingface": "Hugging Face",
}


class ServiceStatement(NamedTuple):
    """What one service says of one field, as people read it, and on whose word ("": nobody's)."""

    field: str
    value: str
    service: str
    origin: str

    @property
    def told(self) -> str:
        """Name the service, and who stands behind it where that is somebody else."""
        name = NAMES.get(self.service, self.service)
        return f"{name} (by {DBLP})" if self.origin == DBLP != name else name


def statements(paper: Paper, result: LookupResult) -> list[ServiceStatement]:
    """List what the services say of a work that its entry lacks, or has otherwise.

    What a service has under another title is another work's, whatever id led there, but for
    arXiv's own record of the entry's own id: that is the work, and has another title by now.
    """
    own = any(id_.startswith("arxiv:") for id_ in paper.ids)
    hits = [answer for answer in result.answers if isinstance(answer, Found)]
    renamed = next(
        (hit.metadata.title.value for hit in hits if _is_record(hit) and hit.metadata.title),
        "",
    )
    titles = (paper.title, *paper.other_titles, *((renamed,) if own else ()))
    own_venue = venue_told(paper.ids)
    own_word = (
        [ServiceStatement("venue", str(own_venue), PROCEEDINGS, PROCEEDINGS)] if own_venue else []
    )
    return [
        *(own_word if own_venue and _is_lacking(paper, own_venue) else []),
        *_said(paper, hits, titles),
    ]


def _said(paper: Paper, hits: Iterable[Found], titles: Sequence[str]) -> list[ServiceStatement]:
    return [
        statement
        for hit in hits
        if hit.metadata.title and _is_one(hit.metadata.title.value, titles)
        for statement in _of(paper, hit)
    ]


def _is_record(hit: Found) -> bool:
    return hit.service == "arxiv"


def _is_one(title: str, titles: Sequence[str]) -> bool:
    return any(one_title(title, other) for other in titles)


def _of(paper: Paper, hit: Found) -> Iterator[ServiceStatement]:
    """Yield what one service says in the fields that may change."""
    metadata, name = hit.metadata, hit.service
    origin = ORIGINS.get(name, "")
    if metadata.title and not _is_one(metadata.title.value, (paper.title, *paper.other_titles)):
        yield ServiceStatement("title", metadata.title.value, name, origin)
    if metadata.venue and _is_lacking(paper, metadata.venue.value):
        venue = metadata.venue.value
        yield ServiceStatement("venue", str(venue), name, origin or (DBLP if venue.year else ""))
    if metadata.authors and not paper.authors:
        yield ServiceStatement("authors", "; ".join(metadata.authors.value), name, origin)
    if metadata.date and not paper.date and name != "crossref":
        yield ServiceStatement("date", metadata.date.value, name, origin)
    if not any(_is_publishers(id_) for id_ in paper.ids):
        for id_ in (sourced.value for sourced in metadata.ids if _is_publishers(sourced.value)):
            yield ServiceStatement("id", id_, name, origin)
    yield from _code(paper, metadata, name, origin)
    if paper.status is None:
        yield from _status(paper, metadata, name, origin)


def _status(paper: Paper, metadata: Metadata, name: str, origin: str) -> Iterator[ServiceStatement]:
    """Yield that a work was withdrawn or retracted, and what took its place, if the reason says."""
    for warned in (
        sourced.value for sourced in metadata.warnings if sourced.value.what in STATUSES
    ):
        named = (canonical(link) for link in links_in(warned.reason))
        other = next((id_ for id_ in named if id_ and id_ not in paper.ids), None)
        see = landing_url(other) if other else None
        yield ServiceStatement(
            "status", f"{warned.what}, see {see}" if see else warned.what, name, origin
        )


def lacks_venue(paper: Paper) -> bool:
    """Tell whether nobody has said where a work was published; a year may be lacking."""
    return paper.venue is None or paper.venue == Venue(name=paper.venue.name)


def _is_lacking(paper: Paper, venue: Venue) -> bool:
    """Tell whether nobody has said where a work was published, or there, but not in which year."""
    if paper.venue is None:
        return True
    return lacks_venue(paper) and one_venue(str(paper.venue), str(venue))


def _is_publishers(work_id: str) -> bool:
    """Tell whether an id names the published work; those of preprints say nothing of that."""
    family, _, value = work_id.partition(":")
    return family == "acl" or (family == "doi" and not is_preprint_doi(value))


def _code(paper: Paper, metadata: Metadata, name: str, origin: str) -> Iterator[ServiceStatement]:
    if any(link.kind == "code" for link in paper.links):
        return
    for link in (sourced.value for sourced in metadata.links if sourced.value.kind == "code"):
        # Whoever enters a repository at Hugging Face is not the author's own text at arXiv.
        yield ServiceStatement("code", link.url, name, origin or "Hugging Face")
