"""What is said of two records: one work or perhaps one, and why?"""

from typing import NamedTuple

from bot.dedupe.compare.comparison import Comparison
from bot.dedupe.parse.names import agree
from bot.links.preprints import names_preprint_id
from bot.model.papers.match import MatchVerdict

OTHER_VENUE = "other venue"
SAME_PAGES = "same pages"


class Judgement(NamedTuple):
    """A verdict and the reasons for it, as phrases."""

    verdict: MatchVerdict
    reasons: tuple[str, ...]


def described(compared: Comparison) -> tuple[str, ...]:
    """Say in words what was found, strongest first."""
    gap = abs((compared.a.record.year or 0) - (compared.b.record.year or 0))
    apart = "same year" if gap == 0 else "a year apart" if gap == 1 else f"{gap} years apart"
    reasons = (
        compared.title.reason,
        compared.title.doubt,
        of_authors(compared),
        "" if compared.years == "unknown" else apart,
        {"same": "same venue", "different": OTHER_VENUE}.get(compared.venues, ""),
        of_volumes(compared),
        {"same": SAME_PAGES, "different": "other pages"}.get(compared.pages, ""),
        ids_differ(compared),
    )
    return tuple(filter(None, reasons))


def of_authors(compared: Comparison) -> str:
    """Say how far the authors agree."""
    level, shared, shorter, longer = compared.names
    if level == "all" and shorter > 1:
        return "same authors"
    if level == "all":
        first = agree(compared.a.names[0], compared.b.names[0])
        return "same author" if longer == 1 else f"{'same first' if first else 'shared'} author"
    words = {"most": f"{shared} of {shorter}", "some": f"only {shared} of {shorter}"}
    return f"{words[level]} authors in common" if shared else "other authors" if longer else ""


def of_volumes(compared: Comparison) -> str:
    """Say whether the volumes differ, or are one although the pages differ."""
    if compared.volumes == "different":
        return "other volume"
    misprint = compared.years == compared.volumes == "same" and compared.pages == "different"
    return "same volume" if misprint else ""


def ids_differ(compared: Comparison) -> str:
    """Say how the ids differ, where both records have some."""
    a, b = compared.a.ids, compared.b.ids
    if not (a and b) or a & b:
        return ""
    if any(map(names_preprint_id, a)) != any(map(names_preprint_id, b)):
        return "ids differ: preprint and proceedings"
    return f"ids differ: {min(a)} and {min(b)}"
