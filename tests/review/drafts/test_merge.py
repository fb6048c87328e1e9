"""What does a submission add to a listed entry, and what never?"""

from bot.model.papers.paper import Citations, Link, Venue
from bot.review.drafts.merge import disagreements, merged, recounted
from tests.review.works import FLASH, PAGED, paper

CODE = Link(kind="code", url="https://github.com/Dao-AILab/flash-attention")
FORUM = Link(kind="paper", url="https://openreview.net/forum?id=H4DqfPSibmx")


def test_what_the_entry_lacks_is_filled_in() -> None:
    offered = paper(
        "x",
        "Another Spelling",
        category="caching",
        venue=Venue(name="NeurIPS", year=2022),
        date="2022-05",
        authors=("Tri Dao",),
        affiliations=("Stanford University",),
        capabilities=("training",),
        note="Read this first",
        ids=("arxiv:2205.14135", "openreview:H4DqfPSibmx"),
        links=(FORUM, CODE),
        keywords=("IO",),
    )

    assert merged(FLASH, offered) == FLASH.model_copy(
        update={
            "venue": Venue(name="NeurIPS", year=2022),
            "date": "2022-05",
            "authors": ("Tri Dao",),
            "affiliations": ("Stanford University",),
            "capabilities": ("training",),
            "note": "Read this first",
            "ids": ("arxiv:2205.14135", "openreview:H4DqfPSibmx"),
            "links": (*FLASH.links, FORUM, CODE),
        }
    )


def test_what_the_entry_says_is_never_overwritten() -> None:
    other_code = Link(kind="code", url="https://github.com/somebody/else")
    offered = PAGED.model_copy(
        update={
            "title": "Something Else",
            "short_name": "Other",
            "category": "kernels",
            "venue": Venue(name="OSDI", year=2022),
            "links": (other_code,),
        }
    )

    assert merged(PAGED, offered) is PAGED
    assert disagreements(PAGED, offered) == [
        f"the list has the title “{PAGED.title}”, which stays; this says “Something Else”",
        "the list has the venue “SOSP 2023”, which stays; this says “OSDI 2022”",
    ]


def test_another_venue_is_told_also_in_the_same_year_and_without_one() -> None:
    for venue in (Venue(name="OSDI", year=2023), Venue(name="OSDI")):
        (told,) = disagreements(PAGED, PAGED.model_copy(update={"venue": venue}))

        assert told.startswith("the list has the venue “SOSP 2023”, which stays; this says “OSDI")


def test_what_the_entry_does_not_know_is_no_disagreement() -> None:
    for date in ("2022", "2022-05", "2022-05-27"):
        offered = FLASH.model_copy(update={"date": date, "venue": Venue(name="NeurIPS")})

        assert disagreements(FLASH, offered) == []


def test_a_date_that_tells_the_day_as_well_is_no_disagreement() -> None:
    to_the_day = PAGED.model_copy(update={"date": "2023-09-12"})

    assert disagreements(PAGED, to_the_day) == []
    assert disagreements(to_the_day, PAGED) == []


def test_a_venue_written_short_is_no_disagreement() -> None:
    for one, other in (
        ("JAMA", "Journal of the American Medical Association"),
        ("Trans. on Small Rooms", "Transactions on Small Rooms"),
    ):
        listed, offered = (
            PAGED.model_copy(update={"venue": Venue(name=name, year=2023)}) for name in (one, other)
        )

        assert disagreements(listed, offered) == []
        assert disagreements(offered, listed) == []


def test_a_venue_without_its_year_is_no_disagreement() -> None:
    offered = PAGED.model_copy(update={"venue": Venue(name="SOSP")})

    assert disagreements(PAGED, offered) == []


def test_a_name_a_subtitle_and_a_year_between_preprint_and_proceedings_are_no_disagreement() -> (
    None
):
    offered = PAGED.model_copy(
        update={"title": "vLLM: Memory management with paged attention", "date": "2024"}
    )

    assert disagreements(PAGED, offered) == []
    assert disagreements(PAGED, offered.model_copy(update={"date": "2023-10"})) == [
        "the list has the date “2023-09”, which stays; this says “2023-10”"
    ]
    assert disagreements(PAGED, offered.model_copy(update={"date": "2021"})) == [
        "the list has the date “2023-09”, which stays; this says “2021”"
    ]


def test_citations_of_a_later_day_replace_those_of_an_earlier_one() -> None:
    old, new = (Citations(count=n, as_of=f"202{n}-01") for n in (4, 5))
    before, after = (FLASH.model_copy(update={"citations": each}) for each in (old, new))

    assert recounted(before, after).citations == new
    assert recounted(after, before) is after
    assert recounted(FLASH, after) is FLASH


def test_a_link_whose_id_the_offer_does_not_claim_adds_nothing() -> None:
    offered = paper("x", "X", links=(FORUM,))

    assert merged(FLASH, offered) is FLASH


def test_merging_twice_adds_nothing_more() -> None:
    offered = paper("x", "X", ids=("doi:10.1/x",), links=(CODE, FORUM), date="2022")
    once = merged(FLASH, offered)

    assert merged(once, offered) is once


def test_a_repository_identifies_software_and_no_paper() -> None:
    offered = paper("x", "X", ids=("github:dao-ailab/flash-attention",))
    software = FLASH.model_copy(update={"kind": "software"})

    assert merged(FLASH, offered) is FLASH
    assert merged(software, offered).ids == (*software.ids, "github:dao-ailab/flash-attention")
