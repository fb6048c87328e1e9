"""What does the page of one work show: all that the list knows of it, and how to cite it?"""

from collections.abc import Iterator
from urllib.parse import quote, urlencode

from bot.model.papers.listing import Listing
from bot.model.papers.paper import Link, Paper
from bot.people.name import spoken
from bot.render.addresses import category_path, home_path, paper_path, relative
from bot.render.form_link import correction_link
from bot.render.site.linked_data import linked_data
from bot.render.site.page import Page, esc, href
from bot.render.site.rows import name
from bot.render.work import LABELS, credited

_ID_PAGES = {
    "arxiv": "https://arxiv.org/abs/",
    "doi": "https://doi.org/",
    "openreview": "https://openreview.net/forum?id=",
    "acl": "https://aclanthology.org/",
    "github": "https://github.com/",
}
_SHOWN_OF_ADDRESS = 60


def paper_page(paper: Paper, record: str, listing: Listing) -> Page:
    """Give the page of a work, with its BibTeX record."""
    path = paper_path(paper.id)
    short = name(paper)
    eyebrow = f'<p class="eyebrow"><bdi>{esc(short)}</bdi></p>\n' if short else ""
    authors = ", ".join(f"<bdi>{esc(spoken(author))}</bdi>" for author in paper.authors)
    by = f'<p class="authors">{authors}</p>\n' if authors else ""
    facts = "\n".join(f"<dt>{term}</dt><dd>{html}</dd>" for term, html in _facts(paper, listing))
    body = f"""{breadcrumbs(paper.category, path, listing)}
<article class="paper">
{eyebrow}<h1 dir="auto">{esc(paper.title)}</h1>
{by}{_links(paper)}<dl class="facts">
{facts}
</dl>
<section aria-labelledby="cite">
<div class="bar"><h2 id="cite">Cite it</h2>\
<button type="button" data-copy="bibtex" hidden>Copy BibTeX</button></div>
<pre id="bibtex" tabindex="0" aria-label="BibTeX"><code>{esc(record.strip())}</code></pre>
</section>
{_correction(paper, listing)}</article>"""
    return Page(
        path,
        paper.title,
        _description(paper, listing),
        body,
        og_type="article",
        scripts=("assets/copy.js",),
        head=linked_data(paper, listing),
    )


def breadcrumbs(slug: str, page: str, listing: Listing) -> str:
    """Write the way from the front page down to a category, for the page at this path."""
    steps = [f'<li><a href="{relative(home_path, page)}">All</a></li>']
    for above in _way(slug, listing):
        path = category_path(above)
        if path != page:
            title = esc(listing.by_slug[above].title)
            steps.append(f'<li><a href="{relative(path, page)}">{title}</a></li>')
    return f'<nav aria-label="Where this is"><ol class="crumbs">{"".join(steps)}</ol></nav>'


def _way(slug: str, listing: Listing) -> list[str]:
    parent = listing.by_slug[slug].parent
    return [*_way(parent, listing), slug] if parent else [slug]


def _links(paper: Paper) -> str:
    if not paper.links:
        return ""
    items = "\n".join(f"<li>{_link(link)}</li>" for link in paper.links)
    return f'<ul class="links">\n{items}\n</ul>\n'


def _link(link: Link) -> str:
    shown = link.url.partition("://")[2].removeprefix("www.").rstrip("/")
    if len(shown) > _SHOWN_OF_ADDRESS:
        shown = shown[: _SHOWN_OF_ADDRESS - 1] + "…"
    label = LABELS[link.kind].capitalize()
    return f'<a href="{href(link.url)}"><b>{label}</b> <bdi>{esc(shown)}</bdi></a>'


def _facts(paper: Paper, listing: Listing) -> Iterator[tuple[str, str]]:
    page = paper_path(paper.id)
    if paper.venue:
        yield "Venue", _search("venue", paper.venue.name, str(paper.venue), page)
    if paper.date:
        yield "First public", f'<time datetime="{paper.date}">{paper.date}</time>'
    if paper.kind != "paper":
        yield "Kind", paper.kind
    slugs = (paper.category, *paper.also_in)
    yield "Category", ", ".join(_category(slug, page, listing) for slug in slugs)
    if paper.affiliations:
        yield "Affiliations", esc(", ".join(paper.affiliations))
    if paper.keywords:
        yield "Keywords", ", ".join(_keyword(word, page) for word in paper.keywords)
    if paper.capabilities:
        yield "Does", ", ".join(paper.capabilities)
    yield from _records(paper)


def _records(paper: Paper) -> Iterator[tuple[str, str]]:
    if paper.citations:
        said = [f"as of {paper.citations.as_of}" if paper.citations.as_of else ""]
        said.append(f"by {paper.citations.source}" if paper.citations.source else "")
        yield "Citations", esc(", ".join([f"{paper.citations.count:,}", *filter(None, said)]))
    if paper.note:
        yield "Note", f"<bdi>{esc(paper.note)}</bdi>"
    if paper.ids:
        yield "Identifiers", ", ".join(map(_identifier, paper.ids))
    if paper.added:
        yield "Listed since", f'<time datetime="{paper.added}">{paper.added}</time>'


def _category(slug: str, page: str, listing: Listing) -> str:
    title = esc(listing.by_slug[slug].title)
    return f'<a href="{relative(category_path(slug), page)}">{title}</a>'


def _search(field: str, value: str, label: str, page: str) -> str:
    """Link to the search for a value."""
    address = f"{relative(home_path, page)}?{urlencode({field: value})}"
    return f'<a href="{esc(address)}"><bdi>{esc(label)}</bdi></a>'


def _keyword(word: str, page: str) -> str:
    """Link to the search for just this word, and not for others of its stem."""
    return _search("q", '"{}"'.format(word.replace('"', " ")), word, page)


def _identifier(work_id: str) -> str:
    family, _, value = work_id.partition(":")
    written = f"<code>{esc(work_id)}</code>"
    if family not in _ID_PAGES:
        return written
    return f'<a href="{href(_ID_PAGES[family] + quote(value, safe="/:;()._-"))}">{written}</a>'


def _correction(paper: Paper, listing: Listing) -> str:
    """Link to the form for corrections, filled in as far as this page knows."""
    if not listing.repository:
        return ""
    address = correction_link(listing.repository, paper)
    return f'<p class="aside">Something is wrong? <a href="{href(address)}">Correct it</a>.</p>\n'


def _description(paper: Paper, listing: Listing) -> str:
    facts = [
        credited(paper, 3),
        str(paper.venue or paper.date or ""),
        " / ".join(listing.path(paper.category)),
    ]
    return " · ".join(fact for fact in facts if fact)
