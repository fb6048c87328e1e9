"""What do README.md and the categories' pages say, given the owner's text around our blocks?

Each document is filled in two parts. Its rows are what a suggestion changes, and only in the
documents of its categories. Its sums add up over many works: they are brought up to date on the
main branch alone, as any two suggestions would conflict there.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog, Paper
from bot.model.paths import README
from bot.render.readme.documents.blocks import Marked, filled, marked
from bot.render.readme.documents.documents import Document, documents
from bot.render.readme.documents.owned import check_owned, unowned
from bot.render.readme.documents.places import Places, links_from, places
from bot.render.readme.documents.sections import by_category, kept_in, rows_text, section_text
from bot.render.readme.layouts import LAYOUTS
from bot.render.readme.pictures.pictures import badges, picture, picture_files, shows_pictures
from bot.render.readme.sums.browse import browse, counts
from bot.render.readme.sums.contents import contents
from bot.render.readme.sums.front import NOTHING_AROUND, Around, around_blocks, newest, start
from bot.render.readme.sums.suggest import suggest
from bot.render.readme.sums.sums import published, recent, summary, tally

Works = Mapping[str, Sequence[Paper]]


class Fresh(NamedTuple):
    """Files by path as they should be: with their sums left as they stand, and with all new.

    A file unlike `local` is stale, one unlike `whole` may lag. Pictures are sums.
    """

    local: dict[str, str]
    whole: dict[str, str]


def fresh(
    texts: Mapping[str, str],
    catalog: Catalog,
    listing: Listing,
    around: Around = NOTHING_AROUND,
) -> Fresh:
    """Work out what the documents should hold; `texts` are those that are there, by path.

    README.md must be there. Raises InvalidError if the blocks' marks are wrong.
    """
    shown = opened(texts, listing)
    works = by_category(catalog.papers, listing.readme)
    where = places(shown, works, listing)
    local, whole = {}, {}
    for document, there in shown:
        rows = _rows(document, listing, where) | _papers(document, there, works, catalog, listing)
        local[document.path] = filled(there, rows)
        if document.path == README:
            sums = _front(works, catalog, listing, links_from(README, where), around)
        else:
            sums = _page(document, works)
        whole[document.path] = filled(there, {**sums, **rows})
    if shows_pictures(texts[README]):
        whole |= {file.path: file.text for file in picture_files(catalog.papers, listing)}
    return Fresh(local, whole)


def opened(texts: Mapping[str, str], listing: Listing) -> list[tuple[Document, Marked]]:
    """Find the blocks of each document; one that is not there begins as a blank one.

    Raises InvalidError if the blocks' marks are wrong.
    """
    there = [
        (document, marked(texts.get(document.path, document.blank), document.path))
        for document in documents(listing)
    ]
    check_owned(there[0][1], listing)
    return there


def row(paper: Paper, listing: Listing) -> str:
    """Write one work as it will stand in its category."""
    return LAYOUTS[listing.readme.layout].row(paper, listing.readme)


def _rows(document: Document, listing: Listing, where: Places) -> dict[str, str]:
    return {"contents": contents(document, listing, where), "suggest": suggest(listing)}


def _papers(
    document: Document, there: Marked, works: Works, catalog: Catalog, listing: Listing
) -> dict[str, str]:
    """Write the rows: of categories that have a part of their own there, else all together."""
    kept = kept_in(catalog.kept)
    rows = {
        name: rows_text(slug, works.get(slug, ()), listing, kept.get(slug, ()), part)
        for name, part in there.own.items()
        if (slug := listing.slug_now(part.slug))
    }
    if document.sections:
        papers = (
            section_text(section, works.get(slug, ()), listing, kept.get(slug, ()))
            for section in unowned(document.sections, there.own, works, listing)
            if (slug := section.category.slug)
        )
        rows["papers"] = "\n\n".join(papers)
    return rows


def _page(document: Document, works: Works) -> dict[str, str]:
    """Write the sums of a category's page."""
    slugs = (section.category.slug for section in document.sections)
    return {"summary": tally(paper for slug in slugs for paper in works.get(slug, ()))}


def _front(
    works: Works, catalog: Catalog, listing: Listing, links: Mapping[str, str], around: Around
) -> dict[str, str]:
    """Write the sums of README.md, and the newest works where it shows no others."""
    papers = catalog.papers
    return {
        "summary": summary(papers, listing, links),
        "counts": counts(papers, listing, around.checked),
        "browse": browse(papers, listing, links, listing.site.url or around.site),
        "start": start(papers, listing),
        "recent": recent(papers, listing, links),
        "published": published(papers, listing, links),
        "badges": badges(papers),
        "picture": picture(papers, listing),
        "papers": newest(works, listing, links),
        **around_blocks(listing, around),
    }
