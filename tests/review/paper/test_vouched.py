"""Does a maintainer see what the services say of a venue that somebody reports?"""

import pytest

from bot.model.papers.metadata import Conflict, LookupResult, Metadata, Sourced, Unavailable
from bot.model.papers.paper import Removed, Venue
from bot.model.submissions.review import Change, Review
from bot.review.paper.vouched import reports, vouched
from tests.review.works import FLASH

ICML = Venue(name="ICML", year=2024)
REPORT = Change(before=FLASH, after=FLASH.model_copy(update={"venue": ICML}))
DOWN = (Unavailable("crossref", "answered 503"), Unavailable("dblp", "answered 500"))
SAYS_SO = Sourced(Venue(name="International Conference on Machine Learning", year=2024), "dblp")
SAYS_ELSE = Sourced(Venue(name="ICLR", year=2024), "crossref")


def test_only_a_listed_work_that_gets_another_venue_is_a_report() -> None:
    taken_off = Change(before=FLASH.model_copy(update={"venue": ICML}), after=FLASH)
    gone = Change(
        before=FLASH, after=None, removed=Removed(id="flash", title=FLASH.title, reason="x")
    )
    dated = Change(before=FLASH, after=FLASH.model_copy(update={"date": "2022"}))
    review = Review(
        verdict="accepted", changes=(REPORT, Change(after=REPORT.after), taken_off, gone, dated)
    )

    assert reports(review) == [REPORT]


@pytest.mark.parametrize(
    ("metadata", "silent", "told"),
    [
        (Metadata(venue=SAYS_SO), (), "confirmed by “dblp”"),
        (Metadata(venue=SAYS_ELSE), (), "“crossref” says “ICLR 2024”"),
        (
            Metadata(
                venue=SAYS_SO,
                conflicts=(
                    Conflict(
                        "venue", Sourced("ICML 2024", "dblp"), Sourced("ICLR 2024", "crossref")
                    ),
                    Conflict("date", Sourced("2024", "dblp"), Sourced("2023", "arxiv")),
                ),
            ),
            (),
            "confirmed by “dblp”; “crossref” says “ICLR 2024”",
        ),
        (Metadata(), (), "no service that was asked says where it was published"),
        (
            Metadata(),
            DOWN,
            (
                "no service that was asked says where it was published;"
                " “crossref”, “dblp” did not answer"
            ),
        ),
        (Metadata(venue=SAYS_SO), DOWN[:1], "confirmed by “dblp”; “crossref” did not answer"),
    ],
)
def test_what_services_say_of_a_report_stands_beside_it(
    metadata: Metadata, silent: tuple[Unavailable, ...], told: str
) -> None:
    lookup = LookupResult(FLASH.ids, silent, metadata)

    checked = "" if told.startswith("confirmed") else "; a maintainer checks it"
    assert vouched([REPORT], [lookup]) == (f"the venue “ICML 2024”: {told}{checked}",)
