"""What would the entry of a requested paper look like, from all that is known of it?"""

import re
from collections.abc import Container

from bot.identify import canonical, clean_url, landing_url, page_of
from bot.links.identifier import without_repositories
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.metadata import Metadata
from bot.model.papers.paper import Citations, Link, Paper, Venue
from bot.model.submissions.submission import Origin, RequestedPaper, Submission
from bot.review.drafts.kind import kind_of
from bot.review.drafts.link_kind import kind_led_to
from bot.review.drafts.merge import merged
from bot.review.drafts.naming import new_id
from bot.review.drafts.told import date_told, venue_told
from bot.venues.compare import one_venue
from bot.venues.parse import parse_venue

_REPOSITORY = re.compile(r"https://(?:github|gitlab)\.com/[^/]+/((?:(?!\.git(?:/|$))[^/?#])+)")
# So many words in place of a title are a name.
LONGEST_NAME = 3
# What GitHub and GitLab let a repository be called.
_NAME = re.compile(r"[\w.-]{1,100}", re.ASCII)


def title_of(requested: RequestedPaper) -> str:
    """Give the title that the form's field says, or the services, or what stands beside the link.

    At last comes a bare repository's name.
    """
    if sure := title_told(requested):
        return sure
    if requested.guess and requested.guess.title:
        return requested.guess.title
    if not is_software(requested):
        return ""
    match = _REPOSITORY.match(requested.links[0])
    return match[1] if match and _NAME.fullmatch(match[1]) else ""


def title_told(requested: RequestedPaper) -> str:
    """Give the title that the person stated, or the services know; "" if it is to be guessed."""
    if requested.title:
        return requested.title
    title = requested.metadata.title if requested.metadata else None
    return title.value if title else ""


def is_software(requested: RequestedPaper) -> bool:
    """Tell whether a requested paper is for a repository and nothing else."""
    return bool(requested.links) and all(_is_code(link) for link in requested.links)


def _is_code(link: str) -> bool:
    return kind_led_to(link) == "code" and bool(_REPOSITORY.match(link))


def draft(
    requested: RequestedPaper,
    submission: Submission,
    taken: Container[str],
    category: str,
    origin: Origin,
) -> Paper:
    """Make the entry of a requested paper whose title is known; its id is none of those `taken`."""
    title, metadata = title_of(requested), requested.metadata or Metadata()
    read = requested.guess or ImportedPaper(title="")
    links = _links(requested, metadata)
    drafted = Paper.model_validate(
        {
            "id": new_id(title, requested.ids, taken),
            "title": title,
            "kind": requested.kind
            or (metadata.kind.value if metadata.kind else kind_of(title, links)),
            "authors": metadata.authors.value if metadata.authors else read.authors,
            "affiliations": metadata.affiliations.value if metadata.affiliations else (),
            "date": metadata.date.value
            if metadata.date
            else date_told(requested.ids) or read.date or None,
            "venue": _venue(requested, metadata),
            "ids": _work_ids(requested, metadata),
            "links": links,
            "keywords": submission.keywords,
            "citations": _citations(metadata, origin.added),
            "category": category,
            "added": origin.added,
            "issue": origin.issue,
        }
    )
    return _as_written(requested.written, drafted) if requested.written else drafted


def _as_written(written: Paper, drafted: Paper) -> Paper:
    """Let what somebody wrote as an entry stand, and fill in the rest.

    Which work it is, how often it is cited and where it is read first is told by its links.
    """
    urls = {link.url for link in drafted.links}
    others = (link for link in written.links if link.kind != "paper" and link.url not in urls)
    kept = ("id", "title", "category", "ids", "added", "issue", "citations", "sources", "printed")
    values = {name: getattr(drafted, name) for name in kept}
    kind = drafted.kind if written.kind == "paper" else written.kind
    links = (*drafted.links, *others)
    name = written.short_name
    if written.title != drafted.title and len(written.title.split()) <= LONGEST_NAME:
        name = name or written.title
    update = {**values, "kind": kind, "links": links, "short_name": name}
    return merged(written.model_copy(update=update), drafted)


def _citations(metadata: Metadata, day: str) -> Citations | None:
    """Give the count with its day: the services count as of today, and the doors know no day."""
    if metadata.citations is None:
        return None
    count, source = metadata.citations
    return count.model_copy(update={"as_of": day, "source": count.source or source})


def _venue(requested: RequestedPaper, metadata: Metadata) -> Venue | None:
    """Take the submitter's venue, else what the services or the link tell, else what is guessed."""
    own = parse_venue(requested.venue)
    known_venue = (metadata.venue.value if metadata.venue else None) or venue_told(requested.ids)
    if not own.name:
        return known_venue or guessed_venue(requested)
    one = known_venue and one_venue(known_venue.name, own.name)
    return Venue(
        name=own.name, year=own.year or (known_venue.year if known_venue and one else None)
    )


def guessed_venue(requested: RequestedPaper) -> Venue | None:
    """Give where the words beside a link seem to say that the work was published."""
    read = requested.guess
    return Venue(name=read.venue, year=read.year) if read and read.venue else None


def _work_ids(requested: RequestedPaper, metadata: Metadata) -> tuple[str, ...]:
    """Leave a repository out where the work has an identity of its own: many share one."""
    ids = dict.fromkeys((*requested.ids, *(named.value for named in metadata.ids)))
    return without_repositories(ids) or tuple(ids)


def _links(requested: RequestedPaper, metadata: Metadata) -> tuple[Link, ...]:
    """Put pages to read first; arXiv asks that its abstract page be linked, not the PDF."""
    links = [_own_link(link) for link in requested.links]
    links += [Link(kind=link.kind, url=_page(link.url)) for link in requested.also]
    links.sort(key=lambda link: link.kind != "paper")
    kinds = {link.kind for link in links}
    links += [more.value for more in metadata.links if more.value.kind not in kinds]
    once: dict[str, Link] = {}
    for link in links:
        once.setdefault(page_of(link.url), link)
    return tuple(once.values())


def _own_link(url: str) -> Link:
    """Give the link to the work itself: a page that nothing else tells of is the paper's."""
    kind = kind_led_to(url)
    if kind == "code" and (match := _REPOSITORY.match(url)):
        return Link(kind="code", url=clean_url(match[0]) or url)
    return Link(kind=kind or "paper", url=_page(url))


def _page(link: str) -> str:
    work = canonical(link) or ""
    return landing_url(work) if work.startswith("arxiv:") else link
