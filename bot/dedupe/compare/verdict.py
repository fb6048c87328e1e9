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

from bot.dedupe.compare.citations import compare_cited
from bot.dedupe.compare.comparison import SHORT_TITLE, Comparison, compare_fields, other_ids
from bot.dedupe.compare.identity import by_address, by_id, by_place
from bot.dedupe.compare.reasons import Judgement, described
from bot.dedupe.compare.same_title import of_same_title
from bot.dedupe.parse.records import ParsedRecord, parse_record, printed_together
from bot.model.papers.match import Match, MatchVerdict
from bot.model.papers.record import Record

SEVERAL = 3
CLOSE, VERY_CLOSE = 0.8, 0.9


def compare_records(a: Record, b: Record) -> Match | None:
    """Judge two records; None if nothing suggests that they are one work."""
    return compare_parsed(parse_record(a), parse_record(b))


def compare_parsed(a: ParsedRecord, b: ParsedRecord) -> Match | None:
    """Judge two records that were read already."""
    a, b, titles = compare_cited(a, b)
    if titles.relation == "different" and not share_address(a, b):
        return None
    if titles.relation != "same" and of_two_kinds(a, b):
        return None
    compared = compare_fields(a, b, titles)
    steps = (by_id, by_address, by_title, by_place)
    judgements = [*filter(None, (judge(compared) for judge in steps))]
    if not judgements:
        return None
    certain = (judged for judged in judgements if judged.verdict == "duplicate")
    verdict, reasons = next(certain, judgements[0])
    score = score_of(compared, verdict)
    return Match(a.record.key, b.record.key, verdict, score, reasons)


def share_address(a: ParsedRecord, b: ParsedRecord) -> bool:
    """Tell whether two records have an id, a repository, a link or a place in print in common."""
    apart = a.ids.isdisjoint(b.ids) and a.repositories.isdisjoint(b.repositories)
    return printed_together(a, b) or not (apart and a.urls.isdisjoint(b.urls))


def of_two_kinds(a: ParsedRecord, b: ParsedRecord) -> bool:
    """Tell whether one is a piece of software and the other a text, such as the paper about it."""
    kinds = {a.record.kind, b.record.kind}
    return "software" in kinds and len(kinds - {""}) > 1 and not a.ids & b.ids


def by_title(compared: Comparison) -> Judgement | None:
    """Judge by the titles, and by what authors, years and venues say to them."""
    if compared.title.conflict or compared.title.relation == "different":
        return None
    if compared.recurring and not (compared.one_place and compared.authors_agree):
        verdict = of_column(compared)
    elif compared.title.relation == "alike":
        verdict = of_alike(compared)
    elif compared.title.relation in {"part", "end"}:
        verdict = of_part(compared)
    else:
        verdict = of_same_title(compared)
    if verdict and compared.title.doubt and not compared.on_article:
        verdict = "possible"
    return Judgement(verdict, described(compared)) if verdict else None


def of_column(compared: Comparison) -> MatchVerdict | None:
    """Judge records of a title that comes back, such as "Editorial": all must agree."""
    if compared.title.relation not in {"same", "near"} or not compared.authors_agree:
        return None
    if compared.volumes == "different" or other_ids(compared.a, compared.b):
        return None
    everyone = 2 * compared.names.shared >= compared.names.longer
    if everyone and compared.same_issue and not compared.separated:
        return "duplicate"
    doubtful = compared.years == "same" and compared.venues != "different"
    return "possible" if doubtful and everyone and compared.pages != "different" else None


def of_part(compared: Comparison) -> MatchVerdict | None:
    """Judge records of which one lacks the other's subtitle, beginning or end."""
    if compared.names.level == "none":
        return None
    if compared.years == "far":
        return "possible" if compared.authors_agree and compared.venues != "different" else None
    # At one venue a year later it is a sequel, not the work under a longer title.
    later = compared.years == "near" and compared.venues == "same"
    sequel = later and compared.pages != "same"
    # What is a title's end may be the title of a part, or what the work goes on from.
    tells = compared.title.relation == "part" and compared.fewest_words > SHORT_TITLE
    tells = tells or compared.pages == "same" or is_in_one_issue(compared)
    certain = compared.authors_agree and tells and not (sequel or compared.separated)
    return "duplicate" if certain else "possible"


def of_alike(compared: Comparison) -> MatchVerdict | None:
    """Judge records whose titles share most words: renamed, or another work of the authors?

    A name that is hardly another work's is shown, whatever the rest of the titles.
    """
    if not compared.separated and compared.authors_agree:
        pages = compared.pages == "same" and compared.title.overlap >= 0.6
        if pages or any(rule(compared) for rule in (is_revised, is_cited_carelessly, is_shortened)):
            return "duplicate"
    distinct = compared.a.title.distinct or compared.b.title.distinct
    named = compared.title.same_name and distinct and compared.names.level != "none"
    return "possible" if named or may_be_renamed(compared) else None


def may_be_renamed(compared: Comparison) -> bool:
    """Tell whether like titles may be one work's, under another name or miscopied.

    A work is renamed between preprint and proceedings, so one of the two names no venue; at one
    venue the titles of one work differ by little, and in two years there by next to nothing.
    """
    overlap, years = compared.title.overlap, compared.years
    if compared.separated:
        return False
    if not compared.authors_agree:
        needed = CLOSE if compared.title.within and years == "same" else VERY_CLOSE - 0.05
        return compared.names.level == "unknown" and overlap >= needed and years != "near"
    everyone = compared.names.level == "all" and compared.names.shared > 1
    if compared.venues == "same":
        cited = everyone and years == "unknown"
        if years == "near":
            return everyone and overlap >= VERY_CLOSE
        return overlap >= (0.6 if cited else 0.7)
    dated = years != "unknown"
    needed = 0.5 if everyone and dated else 0.7 if dated else 0.72
    return overlap >= needed or compared.title.same_name


def is_revised(compared: Comparison) -> bool:
    """Tell whether a preprint became an article whose title was revised in a word or two.

    All of at least three authors are on both, and each side has an id of its own kind.
    """
    ids = compared.a.ids and compared.b.ids
    one_is_preprint = compared.a.preprint != compared.b.preprint
    everyone = compared.names.level == "all" and compared.names.shared >= SEVERAL
    return bool(ids) and one_is_preprint and everyone and compared.title.overlap >= CLOSE


def is_cited_carelessly(compared: Comparison) -> bool:
    """Tell whether a citation, without a year or an id, has the title but for a word or two.

    In two records with their years or ids, like titles of the same people may well be two works.
    """
    a, b = compared.a.record, compared.b.record
    cited = not ((a.year and b.year) or (a.ids and b.ids))
    several = compared.names.shared > 1 or compared.venues == "same"
    agreed = compared.names.level == "all" if compared.venues != "same" else compared.authors_agree
    close = compared.title.overlap >= (CLOSE if several else VERY_CLOSE)
    return cited and agreed and close and compared.fewest_words > SHORT_TITLE


def is_shortened(compared: Comparison) -> bool:
    """Tell whether one of two titles in one issue, of all the same people, lacks a word or two."""
    close = compared.title.overlap >= CLOSE and compared.fewest_words > SHORT_TITLE
    return compared.title.within and close and is_in_one_issue(compared)


def is_in_one_issue(compared: Comparison) -> bool:
    """Tell whether all the same people wrote both for one issue or meeting."""
    return compared.same_issue and compared.names.level == "all"


def score_of(compared: Comparison, verdict: MatchVerdict) -> float:
    """Give a number between 0 and 1 to sort by; the verdict comes first."""
    names = {"all": 1.0, "most": 0.8, "some": 0.3, "none": 0.0, "unknown": 0.4}[
        compared.names.level
    ]
    years = {"same": 1.0, "near": 0.8, "unknown": 0.5, "far": 0.0}[compared.years]
    share = 0.6 * compared.title.overlap + 0.3 * names + 0.1 * years
    return round(0.9 + 0.1 * share if verdict == "duplicate" else 0.5 + 0.4 * share, 3)
