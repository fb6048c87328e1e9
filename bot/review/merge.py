"""What does a submission bring that the listed entry lacks?

Only gaps are filled: what stands in the list was put there or approved by a person.
"""

from typing import Any

from bot.identify import canonical
from bot.model.paper import Link, Paper, Venue
from bot.model.quotation import quoted

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


def _is_news(work: str, listed: Paper) -> bool:
    """Tell whether an id is new; a repository names software only, since papers may share one."""
    names = not work.startswith("github:") or listed.kind == "software"
    return names and work not in listed.ids


def disagreements(listed: Paper, offered: Paper) -> list[str]:
    """Say, a sentence each, where both know something and it differs; the list's value stays."""
    found = []
    if listed.venue and offered.venue and not _agree(listed.venue, offered.venue):
        found.append(
            f"the list has the venue {quoted(listed.venue)}, this says {quoted(offered.venue)}"
        )
    return found


def _agree(one: Venue, other: Venue) -> bool:
    years = {one.year, other.year} - {None}
    return one.name == other.name and len(years) < 2


def _new_links(listed: Paper, offered: Paper) -> tuple[Link, ...]:
    kinds = {link.kind for link in listed.links}
    urls = {link.url for link in listed.links}
    return tuple(
        link
        for link in offered.links
        if link.url not in urls and (link.kind not in kinds or _is_new_work(link, listed))
    )


def _is_new_work(link: Link, listed: Paper) -> bool:
    work = canonical(link.url)
    return work is not None and not work.startswith("github:") and work not in listed.ids
