"""Do two records name one place in print: the same volume, the same pages?

Exports mangle pages: ends are cut ("139-54"), dashes and letters lost, a supplement is put in the
place of the first page ("Suppl-12" for S109-S112), and a spreadsheet takes 1-9 for "01-Sep".
"""

import re
from typing import Literal, NamedTuple

from bot.model.papers.record import Record
from bot.text.months import MONTHS, month_number

Two = Literal["unknown", "same", "different"]

PAGE = re.compile(r"(?:\bpp?\.?)?([a-z]{0,4}[0-9]{1,10})")
VOLUME = re.compile(r"[^0-9()]*([0-9]{1,10})(?![0-9]|\s*\))")
# How many pages a thesis has is no place.
PAGES_IN_ALL = re.compile(r"[0-9ivxl, ]+p(?:p|ages)?\.?")
# Of "Pt 1):2665-8" and "S109-S112" some exports leave "t-8" and "Suppl-12".
LAST_ALONE = re.compile(r"[a-z]*-([0-9]{1,4})")
DAY = re.compile(rf"([0-9]{{2}})-({'|'.join(MONTHS)})")
MONTH = re.compile(rf"({'|'.join(MONTHS)})-([0-9]{{2}})")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MOST_OF_PAGES = 60
SHORT_PAGES = 2
SHORTEST_ARTICLE = 3

Span = tuple[int, int]


class PrintedPages(NamedTuple):
    """Where a work is printed: the number of the volume and those of pages, with their letters.

    `span` are the first and the last page, if both are known; `end` is what ends the last page
    where nothing else is left; `supplement` says that the pages are a supplement's ("S33").
    """

    volume: str = ""
    pages: tuple[str, ...] = ()
    span: Span | None = None
    end: str = ""
    supplement: bool = False

    @property
    def one_page(self) -> bool:
        """Whether it is a single page, and said to be: "1107-1107"."""
        return self.pages[:1] == self.pages[1:]

    @property
    def address(self) -> str:
        """What names one article: the volume and the pages, if they are too many for a letter."""
        long = self.span is not None and self.span[1] - self.span[0] >= SHORTEST_ARTICLE
        return f"{self.volume}:{self.span}" if long and self.volume else ""


NOWHERE = PrintedPages()


def parse_pages(record: Record) -> PrintedPages:
    """Read where a work is printed."""
    if not (record.volume or record.pages):
        return NOWHERE
    text = undated(record.pages[:MOST_OF_PAGES].strip().lower())
    match = [] if PAGES_IN_ALL.fullmatch(text) else PAGE.findall(text)
    pages = tuple([page.lstrip("0") or page for page in match])
    alone = LAST_ALONE.fullmatch(text)
    supplement = bool(pages) and pages[0].rstrip("0123456789") == "s"
    return PrintedPages(
        volume_of(record), pages, span_of(pages), alone[1] if alone else "", supplement
    )


def volume_of(record: Record) -> str:
    """Give the number of the volume; the year in its place tells nothing more than the year."""
    match = VOLUME.match(record.volume)
    number = match[1].lstrip("0") if match else ""
    return "" if number == str(record.year) else number


def undated(text: str) -> str:
    """Give the pages that a spreadsheet took for a day, "01-Sep", or for a month, "Nov-16"."""
    if match := MONTH.fullmatch(text):
        return f"{month_number(match[1])}-{match[2]}"
    if match := DAY.fullmatch(text):
        return f"{match[1]}-{month_number(match[2])}"
    return text


def span_of(pages: tuple[str, ...]) -> Span | None:
    """Give the first and the last page, "139-54" in full; None where one is not known."""
    if not pages[1:]:
        return None
    first, last = number_of(pages[0]), number_of(pages[1])
    cut = len(str(first)) - len(str(last))
    whole = int(str(first)[:cut] + str(last)) if cut > 0 else last
    return (first, whole) if whole > first else None


def number_of(page: str) -> int:
    """Give the number of a page without the letters in front."""
    return int(page.lstrip(LETTERS))


def compare_volumes(a: PrintedPages, b: PrintedPages) -> Two:
    """Tell whether two records name one volume, one perhaps with the issue: "41(1)"."""
    if not (a.volume and b.volume):
        return "unknown"
    return "same" if a.volume == b.volume else "different"


def compare_pages(a: PrintedPages, b: PrintedPages) -> Two:
    """Tell whether two records stand on the same pages; a single digit alone says too little.

    Forgiven are a lost dash ("382391"), a volume in front ("22, 705-726"), letters in front that
    one lost ("viii108"), and another order of several ("51-6, 38-43"). A count from 1, as before
    an issue is out, is no place.
    """
    if not (a.pages and b.pages):
        return "unknown"
    one_volume = compare_volumes(a, b) == "same"
    joined = "".join(a.pages) == "".join(b.pages) and len("".join(a.pages)) > SHORT_PAGES
    if joined or is_among(a, b) or same_page(a.pages[0], b.pages[0]):
        return "same" if one_volume or len(a.pages[0]) > 1 or joined else "unknown"
    if one_volume and (ends_as(a, b) or ends_as(b, a) or end_together(a, b)):
        return "same"
    return "unknown" if is_count(a) or is_count(b) else "different"


def same_page(a: str, b: str) -> bool:
    """Tell whether two pages are one, letters in front of one of them perhaps lost."""
    return a == b or (a.isdigit() != b.isdigit() and number_of(a) == number_of(b))


def is_among(a: PrintedPages, b: PrintedPages) -> bool:
    """Tell whether the pages of one are among several of the other."""
    shorter, longer = sorted((a.pages, b.pages), key=len)
    return len(shorter) > 1 < len(longer) - 1 and set(shorter) <= set(longer)


def ends_as(a: PrintedPages, b: PrintedPages) -> bool:
    """Tell whether of the pages of `a` only an end is left, and it is that of `b`."""
    return bool(a.end) and b.pages[-1].endswith(a.end)


def end_together(a: PrintedPages, b: PrintedPages) -> bool:
    """Tell whether two articles overlap to their last page: "2141-2147" and "2142-2147"."""
    if not (a.span and b.span) or a.span[1] != b.span[1]:
        return False
    return all(last - first >= SHORTEST_ARTICLE for first, last in (a.span, b.span))


def is_count(place: PrintedPages) -> bool:
    """Tell whether pages were perhaps only counted: "1-6"."""
    return len(place.pages) > 1 and place.pages[0] == "1"
