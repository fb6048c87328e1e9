"""What speaks for two records being one work, and what against it?"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from bot.dedupe.parse.names import Agreement, compare_names
from bot.dedupe.parse.pages import Two, compare_pages, compare_volumes
from bot.dedupe.parse.records import ParsedRecord, printed_together
from bot.links.preprints import registry
from bot.titles.compare import TitleSimilarity
from bot.venues.compare import compare_venues, named_apart, share_nothing

Years = Literal["unknown", "same", "near", "far"]

PREPRINT_LAG = 4
SHORT_TITLE = 3
FAR_IN = 100
FAR_INTO_VOLUME = 10


class Comparison(NamedTuple):
    """All that two records say about being one work; unknown fields say nothing."""

    a: ParsedRecord
    b: ParsedRecord
    title: TitleSimilarity
    names: Agreement
    years: Years
    venues: Two
    volumes: Two
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
        return self.a.preprint or self.b.preprint

    @property
    def fewest_words(self) -> int:
        """How many telling words the shorter title has."""
        return min(len(self.a.title.telling), len(self.b.title.telling))

    @property
    def one_place(self) -> bool:
        """Whether both name one beginning in one volume, and an end that is not another."""
        spans = {self.a.place.span, self.b.place.span} - {None}
        printed = self.volumes == self.pages == "same" and len(spans) == 1
        return printed and self.years in {"same", "unknown"}

    @property
    def on_article(self) -> bool:
        """Whether both name all pages of one article, which no two letters about one share."""
        printed = printed_together(self.a, self.b)
        return printed and self.one_place and self.venues != "different"

    @property
    def one_title(self) -> bool:
        """Whether both have one title, which is no column's."""
        return self.title.relation in {"same", "near"} and not self.recurring

    @property
    def on_same_pages(self) -> bool:
        """Whether a volume is misprinted, or the issue's number: all else is the same."""
        return self.one_title and self.same_issue and self.authors_agree and self.pages == "same"

    @property
    def misprinted(self) -> bool:
        """Whether other pages are more likely misprinted, or those of a translation.

        A journal does not print one title of the same authors twice in a volume, nor do
        proceedings, save for the abstract in a supplement and the page that corrects an article.
        """
        # Of one work there can be several notices.
        work = self.one_title and not self.a.title.notice
        telling = work and self.fewest_words > SHORT_TITLE and self.names.level == "all"
        a, b = self.a.place, self.b.place
        alike = (a.supplement, a.one_page) == (b.supplement, b.one_page)
        meetings = self.venues == "same" and self.a.venue.kind == self.b.venue.kind == "meeting"
        return telling and alike and self.years == "same" and (self.volumes == "same" or meetings)

    @property
    def separated(self) -> bool:
        """Whether something says that these are two works, though titles and authors agree."""
        if self.years == "far" or self.venues == "different" or elsewhere(self):
            return True
        if self.volumes == "different" and not self.on_same_pages:
            return True
        # Registered twice, by two publishers or at two times, is what stands on the same pages.
        one = self.one_title and self.years == self.pages == "same"
        if other_ids(self.a, self.b) and not one:
            return True
        return self.pages == "different" and not self.misprinted


def compare_fields(a: ParsedRecord, b: ParsedRecord, titles: TitleSimilarity) -> Comparison:
    """Compare two records field by field; the order of the two does not matter."""
    return believed(as_said(a, b, titles))


def as_said(a: ParsedRecord, b: ParsedRecord, titles: TitleSimilarity) -> Comparison:
    """Give what two records say, field by field, whether or not it is to be believed."""
    return Comparison(
        a,
        b,
        titles,
        names=compare_names(a.names, b.names),
        years=compare_years(a, b),
        venues=compare_venues(a.venue, b.venue),
        volumes=compare_volumes(a.place, b.place),
        pages=compare_pages(a.place, b.place),
    )


def believed(compared: Comparison) -> Comparison:
    """Take for unknown what the records say, but what speaks neither for nor against one work."""
    for doubt in DOUBTS:
        if doubt.holds(compared):
            compared = doubt.taken_back(compared)
    return compared


def is_year_miscopied(compared: Comparison) -> bool:
    """Tell whether years differ of what stands on the same pages of the same venue or volume."""
    in_print = (compared.venues, compared.volumes)
    one_print = "same" in in_print and "different" not in in_print
    if compared.years == "same" or not one_print:
        return False
    # A volume is of one year, or of two.
    in_volume = compared.venues == compared.volumes == "same" and compared.pages != "different"
    alike = compared.one_title or compared.title.relation == "part"
    by_all = alike and compared.names.level == "all"
    return same_span(compared.a, compared.b) or (
        in_volume and by_all and compared.years in {"near", "unknown"}
    )


def is_printed_elsewhere(compared: Comparison) -> bool:
    """Tell whether two versions were printed apart, so that each has pages of its own."""
    soon_after_preprint = compared.years == "near" and compared.preprint
    return compared.years == "far" or compared.venues == "different" or soon_after_preprint


def is_number_misprinted(compared: Comparison) -> bool:
    """Tell whether titles count differently that begin on one page, as no two parts do."""
    one = compared.one_place and compared.a.title.notice == compared.b.title.notice
    return bool(compared.title.conflict) and one and compared.authors_agree


class DoubtRule(NamedTuple):
    """When something that two records say tells nothing, `because` of what, and what is left."""

    because: str
    holds: Callable[[Comparison], bool]
    taken_back: Callable[[Comparison], Comparison]


# In this order, since each looks at what the ones before have left.
DOUBTS = (
    DoubtRule(
        "a preprint server counts its volumes as no journal does",
        lambda c: c.preprint,
        lambda c: c._replace(volumes="unknown"),
    ),
    DoubtRule(
        "one journal stands under its name and in a transcription of it",
        lambda c: c.venues == "different" and c.years == c.pages == c.volumes == "same",
        lambda c: c._replace(venues="unknown"),
    ),
    DoubtRule("a year is miscopied", is_year_miscopied, lambda c: c._replace(years="unknown")),
    DoubtRule(
        "a version elsewhere has pages of its own",
        is_printed_elsewhere,
        lambda c: c._replace(pages="unknown"),
    ),
    DoubtRule(
        "the number of a version or part is misprinted",
        is_number_misprinted,
        lambda c: c._replace(title=c.title._replace(conflict="")),
    ),
)


def same_span(a: ParsedRecord, b: ParsedRecord) -> bool:
    """Tell whether first and last page are the same, and too far in to be so by chance."""
    span = a.place.span
    far_in = FAR_INTO_VOLUME if a.place.volume == b.place.volume != "" else FAR_IN
    return span is not None and span[0] >= far_in and span == b.place.span


def compare_years(a: ParsedRecord, b: ParsedRecord) -> Years:
    """Tell how far apart two years are; proceedings come a year, journals years after preprints."""
    if not (a.record.year and b.record.year):
        return "unknown"
    gap = abs(a.record.year - b.record.year)
    reach = PREPRINT_LAG if a.preprint or b.preprint else 1
    return "same" if gap == 0 else "near" if gap <= reach else "far"


def elsewhere(compared: Comparison) -> bool:
    """Tell whether more than the names of the venues says that these are two.

    Names of no common word may be one journal's, in two languages, unless the year or the title
    differs too; and in the year after, another conference is not the same under another name.
    """
    a, b = compared.a.venue, compared.b.venue
    if compared.years == "near" and a.kind == b.kind == "meeting" and compared.venues != "same":
        return True
    if (
        compared.years == "same"
        and compared.one_title
        and not (compared.one_place or same_span(compared.a, compared.b))
        and named_apart(a, b)
    ):
        return True
    if compared.title.relation in {"part", "end"}:
        return not compared.one_place and share_nothing(a, b)
    # What has neither volume nor pages may be a report that came before the article.
    printed = all(r.record.volume or r.record.pages for r in (compared.a, compared.b))
    return compared.years == "near" and printed and share_nothing(a, b)


def other_ids(a: ParsedRecord, b: ParsedRecord) -> bool:
    """Tell whether both have ids of one registry, such as DOIs, but none in common."""
    if not (a.ids and b.ids and a.ids.isdisjoint(b.ids)):
        return False
    return not set(map(registry, a.ids)).isdisjoint(map(registry, b.ids))
