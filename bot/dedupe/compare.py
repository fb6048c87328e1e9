"""Are two records one work: certainly, possibly, or not?

Four pieces of evidence are weighed: ids, titles, authors, and where and when the work appeared.
Unknown fields neither speak for nor against. Certain is

- an id in common, unless the titles contradict each other;
- the same title with agreeing authors (or the same venue and year), unless something separates
  the two: a version or part number, venues of different kind, years apart, other DOIs or pages.

What is alike besides is possible. Titles of columns ("Editorial") need everything to agree.
"""

from typing import Literal, NamedTuple

from bot.dedupe.likeness import Likeness, compare_titles
from bot.dedupe.names import Agreement, compare_names
from bot.dedupe.reading import Reading, read
from bot.dedupe.venues import compare_venues
from bot.model.match import Match, Verdict
from bot.model.record import Record

CONTRADICTION = 0.3
TELLING_TITLE = 3
LONG_TITLE = 6

Years = Literal["unknown", "same", "near", "far"]


class Evidence(NamedTuple):
    """All that speaks for or against two records being one work."""

    a: Reading
    b: Reading
    title: Likeness
    names: Agreement
    years: Years
    venues: Literal["same", "different", "unknown"]

    @property
    def same_issue(self) -> bool:
        """Whether both appeared in the same year at the same venue."""
        return self.years == "same" and self.venues == "same"

    @property
    def authors_agree(self) -> bool:
        """Whether at least half of the shorter author list is in both."""
        return self.names.level in {"all", "most"}


class Judgement(NamedTuple):
    """A verdict and the reasons for it, of which some may be empty."""

    verdict: Verdict
    reasons: tuple[str, ...]


def compare(a: Record, b: Record) -> Match | None:
    """Judge two records; None if nothing suggests that they are one work."""
    return compare_readings(read(a), read(b))


def compare_readings(a: Reading, b: Reading) -> Match | None:
    """Judge two records that were read already."""
    found = Evidence(
        a,
        b,
        compare_titles(a.title, b.title),
        compare_names(a.names, b.names),
        compare_years(a.record.year, b.record.year),
        compare_venues(a.venue, b.venue),
    )
    judged = by_id(found) or by_title(found) or by_address(found)
    if not judged:
        return None
    reasons = tuple(filter(None, judged.reasons))
    score = score_of(found, judged.verdict)
    return Match(a.record.key, b.record.key, judged.verdict, score, reasons)


def by_id(found: Evidence) -> Judgement | None:
    """Judge by an id in common; one with contradicting titles has been mistyped or miscopied."""
    shared = sorted(found.a.ids & found.b.ids)
    if not shared:
        return None
    same = f"same {spoken(shared[0])}"
    if contradict(found):
        doubt = f"{same}, but the titles contradict each other"
        return Judgement("possible", (doubt, found.title.conflict))
    return Judgement("duplicate", (same, *described(found)))


def contradict(found: Evidence) -> bool:
    """Tell whether two titles cannot be one work's: other words and authors, or other versions."""
    a, b = found.a.title, found.b.title
    if found.title.conflict:
        return True
    if found.title.relation != "different" or found.authors_agree:
        return False
    wordy = min(len(a.telling), len(b.telling)) >= TELLING_TITLE
    return wordy and found.title.overlap < CONTRADICTION


def by_title(found: Evidence) -> Judgement | None:
    """Judge by the titles, and by what authors, years and venues say to them."""
    if found.title.conflict:
        return None
    if found.title.relation in {"same", "near"}:
        verdict = of_same_title(found)
    elif found.title.relation == "part":
        verdict = of_part(found)
    elif found.title.relation == "alike":
        verdict = of_alike(found)
    else:
        verdict = None
    return Judgement(verdict, described(found)) if verdict else None


def of_same_title(found: Evidence) -> Verdict | None:
    """Judge records of one title."""
    title = min(found.a.title, found.b.title, key=lambda title: len(title.telling))
    if title.recurring:
        return of_column(found)
    telling = len(title.telling)
    if found.names.level == "none":
        together = found.same_issue or (telling >= LONG_TITLE and found.years != "far")
        return "possible" if together else None
    if found.names.level == "unknown":
        certain = found.same_issue and telling >= TELLING_TITLE
        return "duplicate" if certain and not separated(found) else "possible"
    if found.names.level == "some" and not found.same_issue:
        return "possible"
    return "possible" if separated(found) else "duplicate"


def of_column(found: Evidence) -> Verdict | None:
    """Judge records of a title that comes back, such as "Editorial": all must agree."""
    if found.names.level == "all" and found.same_issue and not separated(found):
        return "duplicate"
    open_end = found.years in {"same", "unknown"} and found.venues != "different"
    return "possible" if found.authors_agree and open_end else None


def of_part(found: Evidence) -> Verdict | None:
    """Judge records of which one lacks the other's subtitle, beginning or end."""
    if found.names.level == "none":
        return None
    if found.years == "far":
        return "possible" if found.authors_agree and found.venues != "different" else None
    words = min(len(found.a.title.telling), len(found.b.title.telling))
    certain = found.authors_agree and words > TELLING_TITLE and not separated(found)
    return "duplicate" if certain else "possible"


def of_alike(found: Evidence) -> Verdict | None:
    """Judge records whose titles share most words: a work renamed, or another of its authors?"""
    if found.years == "far" or found.venues == "different":
        return None
    if found.names.level == "unknown":
        return "possible" if found.title.overlap >= 0.85 else None
    enough = found.authors_agree and (found.names.shared > 1 or found.title.overlap >= 0.7)
    return "possible" if enough else None


def separated(found: Evidence) -> bool:
    """Tell whether something says that these are two works, though title and authors agree."""
    return found.years == "far" or found.venues == "different" or other_dois(found)


def other_dois(found: Evidence) -> bool:
    """Tell whether both have ids of one registry, and other ones."""
    families_a = {value.partition(":")[0] for value in found.a.ids}
    families_b = {value.partition(":")[0] for value in found.b.ids}
    return not families_a.isdisjoint(families_b) and found.a.ids.isdisjoint(found.b.ids)


def by_address(found: Evidence) -> Judgement | None:
    """Judge by a link or a repository in common; other works may share it."""
    if found.title.conflict:
        return None
    for what, shared in (
        ("code repository", found.a.repositories & found.b.repositories),
        ("link", found.a.urls & found.b.urls),
    ):
        if shared and not clearly_two(found):
            return Judgement("possible", (f"same {what}", *described(found)))
    return None


def clearly_two(found: Evidence) -> bool:
    """Tell whether both records are well known and differ: two papers with one repository."""
    return found.title.relation == "different" and found.names.level in {"none", "some", "most"}


def compare_years(a: int | None, b: int | None) -> Years:
    """Tell how far apart two years are; a preprint is often a year older than the proceedings."""
    if not (a and b):
        return "unknown"
    return "same" if a == b else "near" if abs(a - b) == 1 else "far"


def spoken(work_id: str) -> str:
    """Name an id as people do: "arXiv id 2309.06180"."""
    family, _, value = work_id.partition(":")
    names = {"arxiv": "arXiv id", "doi": "DOI", "openreview": "OpenReview id"}
    return f"{names.get(family, family)} {value}"


def described(found: Evidence) -> tuple[str, ...]:
    """Say in words what was found, strongest first."""
    names = {
        "all": "same authors" if found.names.shorter > 1 else "same author",
        "most": f"{found.names.shared} of {found.names.shorter} authors in common",
        "some": f"only {found.names.shared} of {found.names.shorter} authors in common",
        "none": "other authors",
        "unknown": "",
    }
    gap = abs((found.a.record.year or 0) - (found.b.record.year or 0))
    years = {"same": "same year", "near": "a year apart", "far": f"{gap} years apart"}
    venues = {"same": "same venue", "different": "other venue"}
    return (
        found.title.reason,
        names[found.names.level],
        years.get(found.years, ""),
        venues.get(found.venues, ""),
    )


def score_of(found: Evidence, verdict: Verdict) -> float:
    """Give a number between 0 and 1 to sort by; the verdict comes first."""
    names = {"all": 1.0, "most": 0.8, "some": 0.3, "none": 0.0, "unknown": 0.4}[found.names.level]
    years = {"same": 1.0, "near": 0.8, "unknown": 0.5, "far": 0.0}[found.years]
    share = 0.6 * found.title.overlap + 0.3 * names + 0.1 * years
    return round(0.9 + 0.1 * share if verdict == "duplicate" else 0.5 + 0.4 * share, 3)
