"""What would an entry of somebody's README be as an entry of ours?"""

import re

from bot.model.papers.imported import ImportedPaper
from bot.model.papers.paper import Capability, Citations, Link, LinkKind, Paper, Venue
from bot.review.kind import kind_of

# By what a link is called: what a reader finds there. The first that fits.
_CALLED: tuple[tuple[LinkKind, re.Pattern[str]], ...] = (
    ("code", re.compile(r"\b(?:code|repo(?:sitory)?|github|implementation|library)\b")),
    ("blog", re.compile(r"\b(?:blog|post|medium)\b")),
    ("slides", re.compile(r"\b(?:slides?|talk)\b")),
    ("video", re.compile(r"\b(?:video|youtube)\b")),
    ("summary", re.compile(r"\b(?:summary|intro|notes?|review|explained|reading)\b")),
    ("dataset", re.compile(r"\b(?:data(?:set)?s?|benchmark)\b")),
    ("model", re.compile(r"\b(?:models?|checkpoints?|weights)\b")),
    ("project", re.compile(r"\b(?:project|page|website|homepage|site|demo|docs?)\b")),
    ("other", re.compile(r"\b(?:bib(?:tex)?|cite|citation|twitter|tweet|discord|wechat)\b")),
)
# By where it leads, if its name does not tell.
_LEADS: tuple[tuple[LinkKind, re.Pattern[str]], ...] = (
    ("code", re.compile(r"^https?://(?:www\.)?(?:github|gitlab)\.com/")),
    ("video", re.compile(r"^https?://(?:www\.)?(?:youtube\.com|youtu\.be)/")),
    ("dataset", re.compile(r"^https?://huggingface\.co/datasets/")),
    ("model", re.compile(r"^https?://huggingface\.co/(?!papers/)")),
    ("blog", re.compile(r"^https?://(?:[\w-]+\.)?medium\.com/|/blog/")),
    ("project", re.compile(r"^https?://[\w-]+\.github\.io/(?!.*\.pdf$)")),
)
_CAPABILITIES: tuple[Capability, ...] = ("training", "inference", "fine-tuning")


def paper_of(entry: ImportedPaper, category: str, source: str, added: str) -> Paper:
    """Give the entry as one of ours; its id is only a stand-in until it is known to be new."""
    links = tuple(
        dict.fromkeys(
            Link(kind=_kind_of_link(label, url, entry), url=url) for label, url in entry.links
        )
    )
    venue = Venue(name=entry.venue, year=entry.year) if entry.venue else None
    year = str(entry.year) if entry.year and not venue else ""
    count = entry.citations
    as_of = entry.citations_as_of or None
    return Paper(
        id="imported",
        title=entry.title,
        short_name=entry.name or None,
        kind="software"
        if entry.capabilities
        else kind_of(entry.title, {link.kind for link in links}),
        category=category,
        authors=entry.authors,
        affiliations=entry.affiliations,
        date=entry.date or year or None,
        venue=venue,
        ids=entry.ids,
        links=links,
        keywords=entry.keywords,
        citations=Citations(count=count, as_of=as_of) if count is not None else None,
        note=entry.note or None,
        capabilities=tuple(each for each in _CAPABILITIES if each in entry.capabilities),
        added=added,
        sources=(source,),
    )


def _kind_of_link(label: str, url: str, entry: ImportedPaper) -> LinkKind:
    """Name what a link leads to; one that is called by the title, or by nothing, is the paper."""
    called = label.lower()
    titled = bool(label) and (entry.title.lower() in called or called in entry.title.lower())
    if not titled and not called.startswith(("paper", "pdf", "arxiv", "link")):
        for kind, pattern in _CALLED:
            if pattern.search(called):
                return kind
    return next((kind for kind, pattern in _LEADS if pattern.search(url)), "paper")
