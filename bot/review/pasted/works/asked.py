"""Which works do the lines of a text ask for, with which links of each?"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from bot.identify import canonical, landing_url
from bot.links.identifier import is_repository
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.paper import Link, LinkKind
from bot.model.submissions.submission import RequestedPaper
from bot.review.drafts.link_kind import kind_led_to
from bot.review.pasted.works.bibliography import entries_in
from bot.review.pasted.works.guess import fit, guess
from bot.review.pasted.works.labels import is_label
from bot.review.pasted.works.lines import Ref, SubmittedLine, is_attachment, lines_of, ref_to
from bot.review.pasted.works.mail import is_closing, without_mail
from bot.review.pasted.works.talk import is_talk
from bot.review.pasted.works.together import WorkLines, together, united
from bot.text.lexicon.capitals import is_capitalised
from bot.text.lexicon.placeholder import is_placeholder
from bot.venues.reported import reported_venue

# Of a work without a paper: which link leads to the work itself, the first kind that it has.
_LEADS: tuple[LinkKind | None, ...] = (
    *(None, "project", "blog", "dataset", "model", "code", "video", "slides", "summary", "other"),
)


COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)  # which nobody sees
# What folds a text up: what is inside is read like other text.
_FOLD = re.compile(r"</?(?:details|summary)\b[^<>\n]{0,200}>", re.IGNORECASE)


class RequestedWorks(NamedTuple):
    """What a text asks for: works, lines, and those of them that say nothing of a work."""

    papers: list[RequestedPaper]
    lines: list[SubmittedLine]
    unread: list[str]


def asked_for(text: str) -> RequestedWorks:
    """Read a text for works: BibTeX as such, else its lines."""
    unmailed = without_mail(_FOLD.sub("\n", COMMENT.sub("", text)))
    entries, rest = entries_in(unmailed.text)
    lines, beyond = lines_of(rest)
    works, unread = together([line for line in map(_published, lines) if not _is_image(line)])
    unread = _titled(works, unread)
    unplaced = [entry.title for entry in entries if not _take_in(entry, works)]
    leftovers = [*(line.written for line in unread if _tells(line)), *filter(None, (beyond,))]
    papers = [_requested(work) for work in united(works)]
    if len(papers) == 1:
        papers = [_with_report(papers[0], text)]
    return RequestedWorks(papers, lines, [*leftovers, *unplaced, *unmailed.doubtful])


def _titled(works: list[WorkLines], unread: list[SubmittedLine]) -> list[SubmittedLine]:
    """Put the only name to the only link, which names no work; give the other lines."""
    names = [line for line in unread if line.named]
    if (
        len(works) != 1
        or len(names) != 1
        or works[0].works
        or any(line.named for line in works[0].lines)
    ):
        return unread
    read = guess([*works[0].lines, *names])
    if read is None or read.title != names[0].words:
        return unread
    works[0].lines += names
    return [line for line in unread if line not in names]


def _with_report(requested: RequestedPaper, text: str) -> RequestedPaper:
    """Add where a sentence of the text says that its only work appears."""
    read = requested.guess or ImportedPaper(title="")
    venue = None if read.venue else reported_venue(text)
    if venue is None:
        return requested
    return replace(requested, guess=fit(replace(read, venue=venue.name, year=venue.year)))


def _take_in(entry: ImportedPaper, works: list[WorkLines]) -> bool:
    """Put what a bibliography says to the work that it is about, or take it for one of its own.

    False if it has no link, and stands beside no work that it could be about.
    """
    urls = [url for _, url in entry.links]
    shown = {canonical(url) for url in urls}
    urls += [page for work in entry.ids if work not in shown and (page := landing_url(work))]
    line = SubmittedLine(entry.title, "", "", tuple(map(ref_to, urls)))
    named = {ref.work for ref in line.refs} - {""}
    place = next((work for work in works if work.works & named or not (urls or work.read)), None)
    if place is None and urls:
        works.append(place := WorkLines())
    if place:
        place.lines.append(line)
        place.read = fit(entry)
    return place is not None


def _published(line: SubmittedLine) -> SubmittedLine:
    """Give a line without the files that were attached to the issue."""
    return line._replace(refs=tuple(ref for ref in line.refs if not is_attachment(ref.url)))


def _is_image(line: SubmittedLine) -> bool:
    """Tell a line that is nothing but a picture, as phones attach screenshots."""
    return not line.refs and line.is_picture


def _tells(line: SubmittedLine) -> bool:
    """Tell a line that its reader should see from a greeting, a label, a mark."""
    words = line.words
    if line.unusable:  # which is a problem, and told as one
        return False
    if line.is_ticked:
        return is_capitalised(words)
    if is_closing(line.written):
        return False
    return not (is_label(words) or is_placeholder(words) or is_talk(words) or words == "bibtex")


def _requested(work: WorkLines) -> RequestedPaper:
    refs = work.refs
    kinds = {ref.kind for ref in refs}
    lead = next((kind for kind in _LEADS if kind in kinds), None)
    own = work.papers or [ref for ref in refs if ref.kind == lead]
    links = tuple(ref.url for ref in own)
    also = tuple(
        Link(kind=ref.kind or _kind_of_page(ref), url=ref.url) for ref in refs if ref not in own
    )
    return RequestedPaper(
        line=next(line.written for line in work.lines if line.refs),
        links=links,
        also=also,
        ids=ids_of(links, also),
        guess=work.read or guess(work.lines),
    )


def ids_of(links: Iterable[str], also: Iterable[Link]) -> tuple[str, ...]:
    """Give the canonical ids that a work's links name, each once.

    A repository names the work that it is, not one whose code it holds, since several may share
    it; a release or another page of it is not the repository.
    """
    urls = dict.fromkeys((*links, *(link.url for link in also)))
    named = ((url, work) for url in urls if (work := canonical(url)))
    return tuple(
        dict.fromkeys(
            work
            for url, work in named
            if not is_repository(work) or (url in links and kind_led_to(url) == "code")
        )
    )


def _kind_of_page(ref: Ref) -> LinkKind:
    """Tell a page about a work, which is short to name, from its page at a publisher."""
    path = ref.url.split("?")[0].partition("://")[2].strip("/").split("/")[1:]
    return "project" if len(path) <= 1 else "paper"
