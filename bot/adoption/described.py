"""How would a list describe itself that is made from a README: its title, its order, its style?"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.adoption.look import Look, Stand, Style
from bot.markdown.tree.inline import scan
from bot.markdown.tree.pieces import words
from bot.model.lists.listing import Bot, Category, Listing, Readme
from bot.model.papers.imported import ImportResult
from bot.text.clean import clean

_LONGEST_INTRODUCTION = 300
_LONGEST_MARKUP = 2_000


def listing_of(reading: ImportResult, repository: str) -> Listing:
    """Describe a list that only watches until its owner switches it on.

    `repository` is "owner/name" or "".
    """
    title = (
        _read_aloud(next(iter(reading.headings), "")) or repository.rpartition("/")[2] or "Papers"
    )
    plain = (
        paragraph.text for paragraph in reading.prose if not re.search(r"[\[<|]", paragraph.text)
    )
    paragraphs = map(_read_aloud, plain)
    first = next((text for text in paragraphs if 20 < len(text) < _LONGEST_INTRODUCTION), title)
    return Listing(
        schema_version=1,
        title=title,
        introduction=first + "." * first[-1].isalnum(),
        repository=repository or None,
        bot=Bot(mode="watch"),
    )


def _read_aloud(markdown: str) -> str:
    """Give the words of a heading or paragraph without its markup and its badges."""
    pieces = scan(markdown[:_LONGEST_MARKUP], {})
    return clean(words([piece for piece in pieces if not piece.badge]))[:_LONGEST_INTRODUCTION]


def sorted_into(listing: Listing, categories: Sequence[Category], readme: Readme) -> Listing:
    """Give the list with these categories, shown in this way."""
    values = listing.model_dump(exclude_defaults=True)
    values |= {"categories": tuple(categories), "readme": readme, "bot": listing.bot}
    return Listing.model_validate(values)


def readme_of(look: Look, stands: Sequence[Stand]) -> Readme:
    """Say how the README shows its entries: as it did."""
    style = look.styles.get("")
    return Readme(
        layout="template",
        template=style.template or None if style else None,
        head=style.head or None if style else None,
        order="as is",
        new="first" if _newest_first(stands) else "last",
    )


def _newest_first(stands: Sequence[Stand]) -> bool:
    """Tell whether more entries stand above an older one of their category than below one."""
    above = below = 0
    for one, other in pairwise(stands):
        dates = [stand.entry.date or str(stand.entry.year or "") for stand in (one, other)]
        if one.slug == other.slug and all(dates):
            shorter = min(map(len, dates))
            first, second = (date[:shorter] for date in dates)
            above += first > second
            below += first < second
    return above > below


def styled(categories: Sequence[Category], styles: Mapping[str, Style]) -> list[Category]:
    """Give each category the style in which its entries are written, if it has one of its own."""
    return [
        category.model_copy(update={"template": style.template or None, "head": style.head})
        if (style := styles.get(category.slug))
        else category
        for category in categories
    ]
