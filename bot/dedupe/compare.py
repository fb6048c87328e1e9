"""Are two records one work: certainly, possibly, or not?

Four pieces of evidence are weighed: ids, titles, authors, and where and when the work appeared.
Unknown fields neither speak for nor against. Certain is

- an id in common, unless the titles contradict each other;
- the same title with agreeing authors (or the same venue and year), unless something separates
  the two: a version or part number, other venues, years or pages, another DOI.

What is alike besides is possible. Titles of columns ("Editorial") need everything to agree, and
software is not the paper about it, though they share name and repository.
"""

from typing import NamedTuple

from bot.dedupe.citations import FOLLOWED, compare_cited
from bot.dedupe.evidence import Evidence, described, gather, other_ids
from bot.dedupe.reading import Reading, read
from bot.model.match import Match, Verdict
from bot.model.record import Record

CONTRADICTION = 0.3
SHORT_TITLE = 3
LONG_TITLE = 6
SHORTEST_NAME = 4


class Judgement(NamedTuple):
    """A verdict and the reasons for it."""

    verdict: Verdict
    reasons: tuple[str, ...]


def compare(a: Record, b: Record) -> Match | None:
    """Judge two records; None if nothing suggests that they are one work."""
    return compare_readings(read(a), read(b))


def compare_readings(a: Reading, b: Reading) -> Match | None:
    """Judge two records that were read already."""
    titles = compare_cited(a, b)
    if titles.relation == "different" and not share_address(a, b):
        return None
    if titles.relation != "same" and of_two_kinds(a, b):
        return None
    found = gather(a, b, titles)
    judged = stronger(by_id(found), stronger(by_address(found), by_title(found)))
    if not judged:
        return None
    score = score_of(found, judged.verdict)
    return Match(a.record.key, b.record.key, judged.verdict, score, judged.reasons)


def stronger(first: Judgement | None, second: Judgement | None) -> Judgement | None:
    """Give the second judgement where it alone is certain, else the first there is."""
    if first and second and (first.verdict, second.verdict) == ("possible", "duplicate"):
        return second
    return first or second


def share_address(a: Reading, b: Reading) -> bool:
    """Tell whether two records have an id, a repository or a link in common."""
    ids = a.ids & b.ids or a.repositories & b.repositories
    return bool(ids or a.urls & b.urls)


def of_two_kinds(a: Reading, b: Reading) -> bool:
    """Tell whether one is a piece of software and the other a text, such as the paper about it."""
    kinds = {a.record.kind, b.record.kind}
    return "software" in kinds and len(kinds - {""}) > 1 and not a.ids & b.ids


def by_id(found: Evidence) -> Judgement | None:
    """Judge by an id in common; under contradicting titles one of them was miscopied."""
    shared = sorted(found.a.ids & found.b.ids)
    if not shared:
        return None
    same = f"same {spoken(shared[0])}"
    if contradict(found):
        doubt = f"{same}, but the titles contradict each other"
        return Judgement("possible", tuple(filter(None, (doubt, found.title.conflict))))
    return Judgement("duplicate", (same, *described(found)))


def contradict(found: Evidence) -> bool:
    """Tell whether two titles cannot be one work's: other words and authors, or other versions."""
    if found.title.conflict:
        return True
    if found.title.relation != "different" or found.authors_agree or named_alike(found):
        return False
    return found.fewest_words >= SHORT_TITLE and found.title.overlap < CONTRADICTION


def named_alike(found: Evidence) -> bool:
    """Tell whether the name of one work stands in the other's title: "... with Sarathi-Serve"."""
    a, b = found.a.title, found.b.title
    return any(
        len(name) >= SHORTEST_NAME and (name == title.name or name in title.whole)
        for name, title in ((a.name, b), (b.name, a))
    )


def by_title(found: Evidence) -> Judgement | None:
    """Judge by the titles, and by what authors, years and venues say to them."""
    if found.title.conflict or found.title.relation == "different":
        return None
    if found.recurring:
        verdict = of_column(found)
    elif found.title.relation == "alike":
        verdict = of_alike(found)
    elif found.title.relation == "part":
        verdict = of_part(found)
    else:
        verdict = of_same_title(found)
    return Judgement(verdict, described(found)) if verdict else None


def of_column(found: Evidence) -> Verdict | None:
    """Judge records of a title that comes back, such as "Editorial": all must agree."""
    if found.title.relation not in {"same", "near"} or not found.authors_agree:
        return None
    everyone = 2 * found.names.shared >= found.names.longer
    if everyone and found.same_issue and not found.separated:
        return "duplicate"
    doubtful = found.years == "same" and found.venues != "different"
    return "possible" if doubtful and everyone and found.pages != "different" else None


def of_same_title(found: Evidence) -> Verdict | None:
    """Judge records of one title by their authors."""
    short = found.fewest_words <= SHORT_TITLE
    if found.names.level == "none":
        exact = found.title.relation == "same" and found.fewest_words >= LONG_TITLE
        plain = exact and found.years != "far"
        return "possible" if found.same_issue or plain else None
    if found.names.level == "unknown":
        # A preprint names no venue: a long title that comes back in the same year is the work's,
        # and word for word it is where no year is known, or soon after the preprint.
        soon = found.years == "unknown" or (found.years == "near" and found.preprint)
        exact = found.title == FOLLOWED or found.a.title.whole == found.b.title.whole
        likely = found.fewest_words >= LONG_TITLE and (found.years == "same" or (exact and soon))
        certain = (found.same_issue or likely) and not short and not found.separated
        return "duplicate" if certain or found.pages == "same" else "possible"
    if short and found.years == "far" and found.venues == "same":
        return None
    if short and found.years == "near" and found.venues == "same":
        return "possible" if found.names.level == "all" else None
    few = found.names.level == "some" or (short and 2 * found.names.shared < found.names.longer)
    doubtful = found.separated or (few and not (found.same_issue and not short))
    return "possible" if doubtful else "duplicate"


def of_part(found: Evidence) -> Verdict | None:
    """Judge records of which one lacks the other's subtitle, beginning or end."""
    if found.names.level == "none":
        return None
    if found.years == "far":
        return "possible" if found.authors_agree and found.venues != "different" else None
    # At one venue a year later it is a sequel, not the work under a longer title.
    sequel = found.years == "near" and found.venues == "same"
    certain = found.authors_agree and not sequel and found.fewest_words > SHORT_TITLE
    certain = certain and not found.separated
    return "duplicate" if certain else "possible"


def of_alike(found: Evidence) -> Verdict | None:
    """Judge records whose titles share most words: renamed, or another work of the authors?

    A work is renamed between preprint and proceedings, so one of the two names no venue; at one
    venue the titles of one work differ by little, and in two years there they are two works.
    """
    if found.separated:
        return None
    if found.names.level == "unknown":
        return "possible" if found.title.overlap >= 0.85 and found.years != "near" else None
    if not found.authors_agree:
        return None
    if found.pages == "same" and found.title.overlap >= 0.6:
        return "duplicate"
    if found.venues == "same":
        return "possible" if found.years != "near" and found.title.overlap >= 0.7 else None
    needed = 0.5 if found.names.level == "all" and found.names.shared > 1 else 0.7
    return "possible" if found.title.overlap >= needed or found.title.same_name else None


def by_address(found: Evidence) -> Judgement | None:
    """Judge by a link or a repository in common; other works may share it.

    A repository is the identity only of works that have no other: of software.
    """
    if found.title.conflict or clearly_two(found):
        return None
    if found.a.repositories & found.b.repositories:
        alone = not (found.a.ids or found.b.ids) and not contradict(found)
        verdict: Verdict = "duplicate" if alone and not found.names.shorter else "possible"
        return Judgement(verdict, ("same code repository", *described(found)))
    if found.a.urls & found.b.urls:
        same = found.title.relation in {"same", "near"} and not found.recurring
        certain = same and found.names.level != "none" and not found.separated
        return Judgement("duplicate" if certain else "possible", ("same link", *described(found)))
    return None


def clearly_two(found: Evidence) -> bool:
    """Tell whether two records are well known and differ: two papers with one repository."""
    known = found.names.level != "unknown" or other_ids(found.a, found.b)
    return known and found.title.relation == "different"


def spoken(work_id: str) -> str:
    """Name an id as people do: "arXiv id 2309.06180"."""
    family, _, value = work_id.partition(":")
    names = {"arxiv": "arXiv id", "doi": "DOI", "openreview": "OpenReview id", "acl": "ACL id"}
    return f"{names.get(family, f'{family} id')} {value}"


def score_of(found: Evidence, verdict: Verdict) -> float:
    """Give a number between 0 and 1 to sort by; the verdict comes first."""
    names = {"all": 1.0, "most": 0.8, "some": 0.3, "none": 0.0, "unknown": 0.4}[found.names.level]
    years = {"same": 1.0, "near": 0.8, "unknown": 0.5, "far": 0.0}[found.years]
    share = 0.6 * found.title.overlap + 0.3 * names + 0.1 * years
    return round(0.9 + 0.1 * share if verdict == "duplicate" else 0.5 + 0.4 * share, 3)
