"""What speaks for two records being one work, and what against it?"""

import re
from typing import Literal, NamedTuple

from bot.dedupe.likeness import Likeness
from bot.dedupe.names import Agreement, agree, compare_names
from bot.dedupe.reading import Reading
from bot.dedupe.venues import compare_venues, names_preprint

Years = Literal["unknown", "same", "near", "far"]
Two = Literal["unknown", "same", "different"]

PAGE = re.compile(r"(?:\bpp?\.?)?([A-Za-z]{0,3}[0-9]{1,10})", re.IGNORECASE)
NUMBER = re.compile(r"[0-9]{1,10}")
MOST_OF_PAGES = 60
PREPRINT_LAG = 4
OTHER_VENUE = "other venue"
SAME_PAGES = "same pages"
SHORT_PAGES = 2


class Evidence(NamedTuple):
    """All that two records say about being one work; unknown fields say nothing."""

    a: Reading
    b: Reading
    title: Likeness
    names: Agreement
    years: Years
    venues: Two
    pages: Two

    @property
    def same_issue(self) -> bool:
        """Whether both appeared in the same year at the same venue."""
        return self.years == "same" and self.venues == "same"

    @property
    def authors_agree(self) -> bool:
        """Whether at least half of the shorter author list is in both."""
        return self.names.level in {"all", "most"}

    @property
    def recurring(self) -> bool:
        """Whether one of the titles is a column's and so names no single work."""
        return self.a.title.recurring or self.b.title.recurring

    @property
    def preprint(self) -> bool:
        """Whether one of the records is a preprint."""
        return is_preprint(self.a) or is_preprint(self.b)

    @property
    def fewest_words(self) -> int:
        """How many telling words the shorter title has."""
        return min(len(self.a.title.telling), len(self.b.title.telling))

    @property
    def separated(self) -> bool:
        """Whether something says that these are two works, though titles and authors agree."""
        elsewhere = self.years == "far" or self.venues == "different"
        return elsewhere or self.pages == "different" or other_ids(self.a, self.b)


def gather(a: Reading, b: Reading, titles: Likeness) -> Evidence:
    """Compare two records field by field; the order of the two does not matter."""
    years = compare_years(a, b)
    venues = compare_venues(a.venue, b.venue)
    pages = compare_pages(a, b)
    if venues == "different" and years == pages == "same" and same_volume(a, b):
        # One journal under its name and in a transcription of it.
        venues = "unknown"
    if venues == pages == "same" and years != "same" and long_pages(a) == long_pages(b) != ():
        # The same pages of the same venue: one of the years is miscopied.
        years = "unknown"
    apart = years in {"near", "far"} or venues == "different"
    names = compare_names(a.names, b.names)
    return Evidence(a, b, titles, names, years, venues, "unknown" if apart else pages)


def compare_years(a: Reading, b: Reading) -> Years:
    """Tell how far apart two years are; proceedings come a year, journals years after preprints."""
    if not (a.record.year and b.record.year):
        return "unknown"
    gap = abs(a.record.year - b.record.year)
    reach = PREPRINT_LAG if is_preprint(a) or is_preprint(b) else 1
    return "same" if gap == 0 else "near" if gap <= reach else "far"


def is_preprint(reading: Reading) -> bool:
    """Tell whether a record is on arXiv, or names a preprint server as its venue."""
    on_arxiv = any(value.startswith("arxiv:") for value in reading.ids)
    return on_arxiv or names_preprint(reading.record.venue)


def compare_pages(a: Reading, b: Reading) -> Two:
    """Tell whether two records stand on the same pages; a single digit alone says too little.

    Forgiven are a lost dash ("382391") and a volume in front ("22, 705-726").
    """
    left, right = (pages_of(reading.record.pages) for reading in (a, b))
    if not (left and right):
        return "unknown"
    shorter, longer = sorted((left, right), key=len)
    joined = "".join(left) == "".join(right) and len("".join(left)) > SHORT_PAGES
    if not joined and left[0] != right[0] and not longer[-len(shorter) :] == shorter != longer[-1:]:
        return "different"
    return "same" if same_volume(a, b) or len(left[0]) > 1 or joined else "unknown"


def pages_of(text: str) -> list[str]:
    """Give the numbers of pages, with the letters before them ("e182")."""
    return [page.lower() for page in PAGE.findall(text[:MOST_OF_PAGES])]


def long_pages(reading: Reading) -> tuple[str, ...]:
    """Give first and last page, if both are known and too long to be the same by chance."""
    pages = pages_of(reading.record.pages)
    return (
        tuple(pages) if len(pages) == 2 and all(len(page) > SHORT_PAGES for page in pages) else ()
    )


def same_volume(a: Reading, b: Reading) -> bool:
    """Tell whether two records name one volume, one perhaps with the issue: "41(1)"."""
    left, right = (NUMBER.search(reading.record.volume) for reading in (a, b))
    return left is not None and right is not None and left[0] == right[0]


def other_ids(a: Reading, b: Reading) -> bool:
    """Tell whether both have ids of one registry, such as DOIs, but none in common."""
    families_a, families_b = (
        {value.partition(":")[0] for value in reading.ids} for reading in (a, b)
    )
    return not families_a.isdisjoint(families_b) and a.ids.isdisjoint(b.ids)


def described(found: Evidence) -> tuple[str, ...]:
    """Say in words what was found, strongest first."""
    gap = abs((found.a.record.year or 0) - (found.b.record.year or 0))
    apart = "same year" if gap == 0 else "a year apart" if gap == 1 else f"{gap} years apart"
    reasons = (
        found.title.reason,
        of_authors(found),
        "" if found.years == "unknown" else apart,
        {"same": "same venue", "different": OTHER_VENUE}.get(found.venues, ""),
        {"same": SAME_PAGES, "different": "other pages"}.get(found.pages, ""),
        ids_differ(found),
    )
    return tuple(filter(None, reasons))


def of_authors(found: Evidence) -> str:
    """Say how far the authors agree."""
    level, shared, shorter, longer = found.names
    if level == "all" and shorter > 1:
        return "same authors"
    if level == "all":
        first = agree(found.a.names[0], found.b.names[0])
        return "same author" if longer == 1 else f"{'same first' if first else 'shared'} author"
    words = {"most": f"{shared} of {shorter}", "some": f"only {shared} of {shorter}"}
    return f"{words[level]} authors in common" if shared else "other authors" if longer else ""


def ids_differ(found: Evidence) -> str:
    """Say how the ids differ, where both records have some."""
    a, b = found.a.ids, found.b.ids
    if not (a and b) or a & b:
        return ""
    preprints = [any(value.startswith("arxiv:") for value in ids) for ids in (a, b)]
    if preprints in ([True, False], [False, True]):
        return "ids differ: preprint and proceedings"
    return f"ids differ: {min(a)} and {min(b)}"
