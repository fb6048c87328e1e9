"""What does a submission bring that the listed entry lacks?

Only gaps are filled: what stands in the list was put there or approved by a person.
"""

from typing import Any

from bot.identify import canonical
from bot.links.identifier import is_repository
from bot.model.papers.paper import Link, Paper
from bot.model.quotation import quoted
from bot.titles.compare import one_title
from bot.venues.compare import one_venue

# Filled where the listed entry has nothing.
SINGLE = ("short_name", "venue", "date", "citations", "note")
WHOLE = ("authors", "affiliations", "keywords", "capabilities")


def merged(listed: Paper, offered: Paper) -> Paper:
    """Give the listed entry with its gaps filled from `offered`; the same entry if none is."""
    gains: dict[str, Any] = {
        name: getattr(offered, name)
        for name in (*SINGLE, *WHOLE)
        if getattr(offered, name) and not getattr(listed, name)
    }
    if new_ids := tuple(work for work in offered.ids if _is_news(work, listed)):
        gains["ids"] = listed.ids + new_ids
    if new_links := _new_links(listed, offered):
        gains["links"] = listed.links + new_links
    return listed.model_copy(update=gains) if gains else listed


def recounted(listed: Paper, offered: Paper) -> Paper:
    """Give the listed entry with the citations as counted on a later day."""
    ours, theirs = listed.citations, offered.citations
    later = ours and theirs and ours.as_of and theirs.as_of and theirs.as_of > ours.as_of
    return listed.model_copy(update={"citations": theirs}) if later else listed


def _is_news(work: str, listed: Paper) -> bool:
    """Tell whether an id is new; a repository names software only, since papers may share one."""
    names = not is_repository(work) or listed.kind == "software"
    return names and work not in listed.ids


def disagreements(listed: Paper, offered: Paper) -> list[str]:
    """Say, a sentence each, where both know something and it differs; the list's value stays."""
    sides = (
        ("title", listed.title, offered.title, one_title(listed.title, offered.title)),
        ("date", listed.date, offered.date, _one_date(listed.date or "", offered.date or "")),
        ("venue", listed.venue, offered.venue, one_venue(str(listed.venue), str(offered.venue))),
    )
    return [
        f"the list has the {what} {quoted(ours)}, which stays; this says {quoted(theirs)}"
        for what, ours, theirs, agree in sides
        if ours and theirs and not agree
    ]


def _one_date(one: str, other: str) -> bool:
    """Tell whether dates agree; a year alone is often that of the proceedings, a year later."""
    if len(one) == len("2023") or len(other) == len("2023"):
        return abs(int(one[:4] or 0) - int(other[:4] or 0)) < 2
    return one.startswith(other) or other.startswith(one)


def _new_links(listed: Paper, offered: Paper) -> tuple[Link, ...]:
    kinds = {link.kind for link in listed.links}
    urls = {link.url for link in listed.links}
    return tuple(
        link
        for link in offered.links
        if link.url not in urls and (link.kind not in kinds or _is_new_work(link, listed, offered))
    )


def _is_new_work(link: Link, listed: Paper, offered: Paper) -> bool:
    """Tell whether a link brings an id that is the work's; a miscopied one was taken from it."""
    work = canonical(link.url)
    own = work in offered.ids and work not in listed.ids
    return work is not None and own and not is_repository(work)
