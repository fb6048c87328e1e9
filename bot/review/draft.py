"""What would the entry of a wished work look like, from all that is known of it?"""

import re
from collections.abc import Container

from bot.identify import canonical, clean_url, landing_url
from bot.links.identifier import is_repository
from bot.model.papers.metadata import Metadata
from bot.model.papers.paper import Citations, Link, Paper, Venue
from bot.model.submissions.submission import RequestedPaper, Submission
from bot.review.kind import kind_of
from bot.review.naming import new_id
from bot.review.told import date_told, venue_told
from bot.venues.read import read_venue

_REPOSITORY = re.compile(r"https://(?:github|gitlab)\.com/[^/]+/((?:(?!\.git(?:/|$))[^/?#])+)")
# What GitHub and GitLab let a repository be called.
_NAME = re.compile(r"[\w.-]{1,100}", re.ASCII)


def title_of(wish: RequestedPaper) -> str:
    """Give the title that the submitter wrote, or the services, or a bare repository's name."""
    if wish.title:
        return wish.title
    if wish.found and wish.found.title:
        return wish.found.title.value
    if not is_software(wish):
        return ""
    match = _REPOSITORY.match(wish.links[0])
    return match[1] if match and _NAME.fullmatch(match[1]) else ""


def is_software(wish: RequestedPaper) -> bool:
    """Tell whether a wish is for a repository and nothing else."""
    return bool(wish.links) and all(_REPOSITORY.match(link) for link in wish.links)


def draft(
    wish: RequestedPaper, request: Submission, taken: Container[str], **given: object
) -> Paper:
    """Make the entry of a wish whose title is known.

    `given` holds what stands in the entry as it is: category, added, issue.
    """
    title, found = title_of(wish), wish.found or Metadata()
    return Paper.model_validate(
        {
            "id": new_id(title, wish.ids, taken),
            "title": title,
            "kind": kind_of(title, {"code"} if is_software(wish) else {"paper"}),
            "authors": found.authors.value if found.authors else (),
            "affiliations": found.affiliations.value if found.affiliations else (),
            "date": found.date.value if found.date else date_told(wish.ids),
            "venue": _venue(wish, found),
            "ids": _work_ids(wish, found),
            "links": _links(wish, found),
            "keywords": request.keywords,
            "citations": _citations(found, given.get("added")),
            **given,
        }
    )


def _citations(found: Metadata, day: object) -> Citations | None:
    """Give the count with its day: the services count as of today, and the doors know no day."""
    if found.citations is None:
        return None
    count, source = found.citations
    return count.model_copy(update={"as_of": day, "source": count.source or source})


def _venue(wish: RequestedPaper, found: Metadata) -> Venue | None:
    """Take the submitter's venue, else what the services or the link itself tell."""
    name, year = read_venue(wish.venue)
    told = (found.venue.value if found.venue else None) or venue_told(wish.ids)
    if not name:
        return told
    if told and told.name == name:
        year = year or told.year
    return Venue(name=name, year=year)


def _work_ids(wish: RequestedPaper, found: Metadata) -> tuple[str, ...]:
    """Leave a repository out where the work has an identity of its own: many share one."""
    known = dict.fromkeys((*wish.ids, *(each.value for each in found.ids)))
    papers = tuple(work for work in known if not is_repository(work))
    return papers or tuple(known)


def _links(wish: RequestedPaper, found: Metadata) -> tuple[Link, ...]:
    """Put pages to read first; arXiv asks that its abstract page be linked, not the PDF."""
    pages = [_page(link) for link in wish.links if not _REPOSITORY.match(link)]
    code = [clean_url(match[0]) for link in wish.links if (match := _REPOSITORY.match(link))]
    if wish.code:
        code.append(wish.code)
    known = [Link(kind="paper", url=url) for url in pages]
    known += [Link(kind="code", url=url) for url in code if url]
    kinds = {link.kind for link in known}
    known += [each.value for each in found.links if each.value.kind not in kinds]
    return tuple(dict.fromkeys(known))


def _page(link: str) -> str:
    work = canonical(link) or ""
    return landing_url(work) if work.startswith("arxiv:") else link
