"""Are two records of one title one work? A table of rules for each answer of the author lists.

Of a table the first rule that holds decides; the last one always does.
"""

from collections.abc import Callable
from typing import NamedTuple

from bot.dedupe.compare.citations import FOLLOWED
from bot.dedupe.compare.comparison import SHORT_TITLE, Comparison
from bot.model.papers.match import MatchVerdict

LONG_TITLE = 6


class SameTitleRule(NamedTuple):
    """When `holds` does, the verdict is this, `because` of that; None is two works."""

    because: str
    holds: Callable[[Comparison], bool]
    verdict: MatchVerdict | None


def of_same_title(compared: Comparison) -> MatchVerdict | None:
    """Judge records of one title by their authors."""
    return rule_for(compared).verdict


def rule_for(compared: Comparison) -> SameTitleRule:
    """Give the rule that decides on two records of one title."""
    return next(rule for rule in table_for(compared) if rule.holds(compared))


def table_for(compared: Comparison) -> tuple[SameTitleRule, ...]:
    """Give the table for what the author lists say."""
    if compared.names.level == "none":
        return OTHER_AUTHORS
    return NO_AUTHORS if compared.names.level == "unknown" else SHARED_AUTHORS


def is_short(compared: Comparison) -> bool:
    """Tell whether the title has so few words that other works may have it too."""
    return compared.fewest_words <= SHORT_TITLE


def tells_enough(compared: Comparison) -> bool:
    """Tell whether a title is more than short, or as long as a short one can be, at one venue."""
    return not is_short(compared) or (
        compared.venues == "same" and compared.fewest_words == SHORT_TITLE
    )


def is_long(compared: Comparison) -> bool:
    """Tell whether the title has so many words that hardly two works have it by chance."""
    return compared.fewest_words >= LONG_TITLE


def is_long_and_same(compared: Comparison) -> bool:
    """Tell whether a long title is the same but for its name or a remark."""
    return compared.title.relation == "same" and is_long(compared)


def is_word_for_word(compared: Comparison) -> bool:
    """Tell whether the titles are the same with everything that stands around them."""
    a, b = compared.a.title, compared.b.title
    return compared.title == FOLLOWED or a.whole == b.whole


def comes_soon(compared: Comparison) -> bool:
    """Tell whether no year is known, or the work came out soon after its preprint."""
    return compared.years == "unknown" or (compared.years == "near" and compared.preprint)


def is_short_at_one_venue(compared: Comparison) -> bool:
    """Tell whether a title that may come back does so where it stood before."""
    return is_short(compared) and compared.venues == "same"


def has_few_in_common(compared: Comparison) -> bool:
    """Tell whether too few authors are in both lists for the length of the title."""
    names = compared.names
    most_are_others = is_short(compared) and 2 * names.shared < names.longer
    return names.level == "some" or most_are_others


OTHER_AUTHORS = (
    SameTitleRule(
        "a long title on all pages of one article: one author list is wrong",
        lambda c: is_long_and_same(c) and c.on_article,
        "duplicate",
    ),
    # A letter about an article, or the reply to it, often has the article's title.
    SameTitleRule("one issue seldom has a title twice", lambda c: c.same_issue, "possible"),
    SameTitleRule(
        "one venue seldom has a title of some length twice",
        lambda c: c.venues == "same" and not is_short(c) and c.years != "far",
        "possible",
    ),
    SameTitleRule(
        "a long title comes back by chance only years later",
        lambda c: is_long_and_same(c) and c.years != "far",
        "possible",
    ),
    SameTitleRule(
        "a title of some length, and no year or venue against it: the names may be misread",
        lambda c: c.years == "unknown" and not c.separated and tells_enough(c),
        "possible",
    ),
    SameTitleRule("other people wrote something of the same name", lambda _: True, None),
)

NO_AUTHORS = (
    SameTitleRule("one title stands on these pages", lambda c: c.pages == "same", "duplicate"),
    SameTitleRule(
        "a short title of years far apart may be anybody's",
        lambda c: is_short(c) and c.years == "far",
        None,
    ),
    SameTitleRule("a short title may be another work's", is_short, "possible"),
    SameTitleRule("something separates the two", lambda c: c.separated, "possible"),
    SameTitleRule("one issue seldom has a title twice", lambda c: c.same_issue, "duplicate"),
    SameTitleRule(
        # A preprint names no venue, so the year has to do.
        "a long title of one year is one work's",
        lambda c: is_long(c) and c.years == "same",
        "duplicate",
    ),
    SameTitleRule(
        "a long title, word for word, with no year against it",
        lambda c: is_long(c) and is_word_for_word(c) and comes_soon(c),
        "duplicate",
    ),
    SameTitleRule("nothing but the title speaks for it", lambda _: True, "possible"),
)

SHARED_AUTHORS = (
    SameTitleRule(
        "a short title that its authors use again, years later",
        lambda c: is_short_at_one_venue(c) and c.years == "far",
        None,
    ),
    SameTitleRule(
        "a short title in the year after, by all the same authors",
        lambda c: is_short_at_one_venue(c) and c.years == "near" and c.names.level == "all",
        "possible",
    ),
    SameTitleRule(
        "a short title in the year after, by others too",
        lambda c: is_short_at_one_venue(c) and c.years == "near",
        None,
    ),
    SameTitleRule("something separates the two", lambda c: c.separated, "possible"),
    SameTitleRule(
        "one long enough title in one issue needs few authors in common",
        lambda c: c.same_issue and not is_short(c),
        "duplicate",
    ),
    SameTitleRule(
        "one title stands on these pages of one issue", lambda c: c.on_same_pages, "duplicate"
    ),
    SameTitleRule("few authors in common", has_few_in_common, "possible"),
    SameTitleRule("the same title by the same people", lambda _: True, "duplicate"),
)
