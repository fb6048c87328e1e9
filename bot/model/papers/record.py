"""What must be known of a work to tell whether two records are the same work?"""

from typing import NamedTuple

from bot.model.papers.paper import Paper


class Record(NamedTuple):
    """One record to compare: of the list, of a submission, or a row of somebody's file.

    `key` names it in the answer (an entry's id, a CSV row's id). `urls` are canonical addresses.
    `volume` and `pages` are as given, for files of journal articles. Unknown fields are empty.
    """

    key: str
    title: str
    short_name: str = ""
    authors: tuple[str, ...] = ()
    venue: str = ""
    year: int | None = None
    ids: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    kind: str = ""
    volume: str = ""
    pages: str = ""


def record_of(paper: Paper) -> Record:
    """Give what can be compared of a listed paper; its year is the venue's, else the date's."""
    venue_year = paper.venue.year if paper.venue else None
    date_year = int(paper.date[:4]) if paper.date else None
    return Record(
        key=paper.id,
        title=paper.title,
        short_name=paper.short_name or "",
        authors=paper.people,
        venue=paper.venue.name if paper.venue else "",
        year=venue_year or date_year,
        ids=paper.ids,
        urls=tuple(link.url for link in paper.links),
        kind=paper.kind,
    )
