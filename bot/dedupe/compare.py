"""Are two records one work: certainly, possibly, or not?

Four pieces of evidence are weighed: ids, titles, authors, and where and when the work appeared.
Unknown fields neither speak for nor against. Certain is

- an id in common, unless the titles, or volume and pages, contradict each other;
- the same title with agreeing authors (or the same venue and year), unless something separates
  the two: a version or part number, other venues, years, volumes or pages, another DOI;
- the same authors on the same pages of a volume, whatever language the titles are in.

What is alike besides is possible. Titles of columns ("Editorial") need everything to agree, and
software is not the paper about it, though they share name and repository.
"""

from bot.dedupe.citations import FOLLOWED, compare_cited
from bot.dedupe.evidence import SHORT_TITLE, Evidence, described, gather, other_ids
from bot.dedupe.identity import by_address, by_id, by_place
from bot.dedupe.judgement import Judgement, stronger
from bot.dedupe.reading import Reading, printed_together, read
from bot.model.match import Match, Verdict
from bot.model.record import Record

LONG_TITLE = 6


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
    judged = stronger(judged, by_place(found))
    if not judged:
        return None
    score = score_of(found, judged.verdict)
    return Match(a.record.key, b.record.key, judged.verdict, score, judged.reasons)


def share_address(a: Reading, b: Reading) -> bool:
    """Tell whether two records have an id, a repository, a link or a place in print in common."""
    apart = a.ids.isdisjoint(b.ids) and a.repositories.isdisjoint(b.repositories)
    return printed_together(a, b) or not (apart and a.urls.isdisjoint(b.urls))


def of_two_kinds(a: Reading, b: Reading) -> bool:
    """Tell whether one is a piece of software and the other a text, such as the paper about it."""
    kinds = {a.record.kind, b.record.kind}
    return "software" in kinds and len(kinds - {""}) > 1 and not a.ids & b.ids


def by_title(found: Evidence) -> Judgement | None:
    """Judge by the titles, and by what authors, years and venues say to them."""
    if found.title.conflict or found.title.relation == "different":
        return None
    if found.recurring and not (found.one_place and found.authors_agree):
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
    if found.volumes == "different" or other_ids(found.a, found.b):
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
        if exact and found.on_article:
            return "duplicate"
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
    told = found.fewest_words > SHORT_TITLE or found.pages == "same"
    certain = found.authors_agree and told and not (sequel or found.separated)
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


def score_of(found: Evidence, verdict: Verdict) -> float:
    """Give a number between 0 and 1 to sort by; the verdict comes first."""
    names = {"all": 1.0, "most": 0.8, "some": 0.3, "none": 0.0, "unknown": 0.4}[found.names.level]
    years = {"same": 1.0, "near": 0.8, "unknown": 0.5, "far": 0.0}[found.years]
    share = 0.6 * found.title.overlap + 0.3 * names + 0.1 * years
    return round(0.9 + 0.1 * share if verdict == "duplicate" else 0.5 + 0.4 * share, 3)
