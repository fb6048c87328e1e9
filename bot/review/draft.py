"""What would the entry of a wished work look like, from all that is known of it?"""

import re
from collections.abc import Container

from bot.identify import canonical, landing_url
from bot.model.paper import Kind, Link, Paper, Venue
from bot.model.request import Request, Wish
from bot.model.venue import read_venue
from bot.review.naming import new_id
from bot.review.told import date_told, venue_told

_SURVEY = re.compile(r"\b(survey|systematic review|literature review)\b", re.IGNORECASE)
_REPOSITORY = re.compile(r"https://(?:github|gitlab)\.com/[^/]+/((?:(?!\.git(?:/|$))[^/?#])+)")


def title_of(wish: Wish) -> str:
    """Give the title that the submitter wrote, or a repository's own name for bare software."""
    if wish.title or not is_software(wish):
        return wish.title
    match = _REPOSITORY.match(wish.links[0])
    return match[1] if match else ""


def is_software(wish: Wish) -> bool:
    """Tell whether a wish is for a repository and nothing else."""
    return bool(wish.links) and all(_REPOSITORY.match(link) for link in wish.links)


def draft(wish: Wish, request: Request, taken: Container[str], **given: object) -> Paper:
    """Make the entry of a wish whose title is known.

    `given` holds what stands in the entry as it is: category, added, issue.
    """
    title = title_of(wish)
    return Paper.model_validate(
        {
            "id": new_id(title, wish.ids, taken),
            "title": title,
            "kind": _kind(wish, title),
            "date": date_told(wish.ids),
            "venue": _venue(wish),
            "ids": _work_ids(wish),
            "links": _links(wish),
            "keywords": request.keywords,
            **given,
        }
    )


def _kind(wish: Wish, title: str) -> Kind:
    if is_software(wish):
        return "software"
    return "survey" if _SURVEY.search(title) else "paper"


def _venue(wish: Wish) -> Venue | None:
    name, year = read_venue(wish.venue)
    told = venue_told(wish.ids)
    if not name:
        return told
    if told and told.name == name:
        year = year or told.year
    return Venue(name=name, year=year)


def _work_ids(wish: Wish) -> tuple[str, ...]:
    """Leave a repository out where the work has an identity of its own: many share one."""
    papers = tuple(work for work in wish.ids if not work.startswith("github:"))
    return papers or wish.ids


def _links(wish: Wish) -> tuple[Link, ...]:
    """Put pages to read first; arXiv asks that its abstract page be linked, not the PDF."""
    pages = [_page(link) for link in wish.links if not _REPOSITORY.match(link)]
    code = [found[0] for link in wish.links if (found := _REPOSITORY.match(link))]
    if wish.code:
        code.append(wish.code)
    known = [Link(kind="paper", url=url) for url in pages]
    known += [Link(kind="code", url=url) for url in code]
    return tuple(dict.fromkeys(known))


def _page(link: str) -> str:
    work = canonical(link) or ""
    return landing_url(work) if work.startswith("arxiv:") else link
