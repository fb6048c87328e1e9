"""Which of the works that sources offer does the list lack, and what do all sources say of each?"""

from collections.abc import Iterable, Iterator

from bot.dedupe.search.find import find
from bot.model.papers.paper import Catalog
from bot.model.papers.record import Record
from bot.model.upkeep.candidate import OfferedWork
from bot.text.fold import fold


def merged(offers: Iterable[OfferedWork]) -> list[OfferedWork]:
    """Give each work once, in the order of their days, newest first, then of their work ids.

    Two are one work that have a work id, or a title however written, in common. The longest
    abstract stays, and all entries that it cites.
    """
    by_title: dict[str, OfferedWork] = {}
    title_of: dict[str, str] = {}
    for offer in sorted(offers):
        title = title_of.setdefault(offer.work, fold(offer.title))
        by_title[title] = _both(by_title[title], offer) if title in by_title else offer
    return sorted(by_title.values(), key=lambda offer: (offer.day, offer.work), reverse=True)


def _both(one: OfferedWork, other: OfferedWork) -> OfferedWork:
    return one._replace(
        abstract=max(one.abstract, other.abstract, key=len),
        authors=max(one.authors, other.authors, key=len),
        cites=one.cites | other.cites,
    )


def unknown(
    offers: Iterable[OfferedWork], catalog: Catalog, shown: frozenset[str]
) -> list[OfferedWork]:
    """Drop what is listed or was removed, by work id, and the work ids that were `shown` before."""
    works = works_of(catalog) | shown
    return [offer for offer in offers if offer.work not in works]


def works_of(catalog: Catalog) -> frozenset[str]:
    """Give the work ids of all that is listed or was removed."""
    listed = {work for paper in catalog.papers for work in paper.ids}
    return frozenset(listed.union(*(work.ids for work in catalog.removed)))


def lacking(offers: Iterable[OfferedWork], catalog: Catalog) -> Iterator[OfferedWork]:
    """Drop what is listed or was removed under another work id; compared as suggestions are.

    Asked one by one, so that a caller who needs ten compares little more than ten.
    """
    titles = {
        fold(title) for paper in catalog.papers for title in (paper.title, *paper.other_titles)
    }
    titles |= {fold(work.title) for work in catalog.removed}
    for offer in offers:
        matches = find(_record(offer), catalog)
        listed = any(match.verdict == "duplicate" for match in matches)
        if not listed and fold(offer.title) not in titles:
            yield offer


def _record(offer: OfferedWork) -> Record:
    return Record(
        key=offer.work,
        title=offer.title,
        authors=offer.authors,
        year=int(offer.day[:4]),
        ids=(offer.work,),
        urls=(offer.url,),
    )
