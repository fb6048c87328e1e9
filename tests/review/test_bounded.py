"""Is as much kept of what services say as an entry can hold, and the bot's comment?"""

from dataclasses import replace

from bot.model.papers.metadata import LookupResult, Metadata, Sourced
from bot.model.papers.paper import Link, Venue
from bot.model.submissions.memory import length
from bot.review.bounded import ROOM, bounded

URL = "https://a.example/page"


def kept(metadata: Metadata, works: int = 1) -> Metadata:
    """Give what is kept of one of so many works."""
    every = bounded([LookupResult((), (), metadata)] * works)
    assert len(set(every)) == 1
    return every[0].metadata


def test_what_is_short_and_valid_is_kept_as_it_is() -> None:
    metadata = Metadata(
        title=Sourced("A Title", "s"),
        authors=Sourced(("Ann Lee", "Bo Chen"), "s"),
        affiliations=Sourced(("A University",), "s"),
        date=Sourced("2024-02", "s"),
        venue=Sourced(Venue(name="ICML", year=2024), "s"),
        ids=(Sourced("arxiv:2401.00001", "s"),),
        links=(Sourced(Link(kind="paper", url=URL), "s"),),
        abstract=Sourced("x" * 50_000, "s"),
    )

    assert kept(metadata) == metadata


def test_what_no_entry_can_hold_is_dropped_and_the_rest_stands() -> None:
    local = Link.model_construct(kind="blog", url="http://localhost/x")
    tracked = Link.model_construct(kind="blog", url=f"{URL}?utm_source=x")
    metadata = Metadata(
        title=Sourced("two\nlines", "s"),
        date=Sourced("2024-13", "s"),
        authors=Sourced(("x" * 5_000, "Ann Lee"), "s"),
        affiliations=Sourced(("",), "s"),
        ids=(Sourced("arxiv:nothing", "s"), Sourced("arxiv:2401.00001", "s")),
        links=(Sourced(local, "s"), Sourced(tracked, "s")),
    )

    assert kept(metadata) == Metadata(
        authors=Sourced(("Ann Lee",), "s"),
        ids=(Sourced("arxiv:2401.00001", "s"),),
        links=(Sourced(Link(kind="blog", url=URL), "s"),),
    )


def test_works_share_the_room_evenly_and_of_long_lists_the_first_are_kept() -> None:
    names = tuple(f"Ann Number {at:05}" for at in range(9_000))
    metadata = Metadata(title=Sourced("A Title", "s"), authors=Sourced(names, "s"))
    alone, one_of_four = kept(metadata), kept(metadata, 4)

    for each, room in ((alone, ROOM), (one_of_four, ROOM // 4)):
        assert each.title == metadata.title
        assert each.authors
        assert each.authors.value == names[: len(each.authors.value)]
        assert room * 0.9 < length(each.authors.value) < room


def test_identifiers_have_a_room_of_their_own() -> None:
    ids = tuple(Sourced(f"arxiv:2401.{at:05}", "s") for at in range(1, 2_000))
    metadata = Metadata(title=Sourced("A Title", "s"), ids=ids)
    full = replace(metadata, authors=Sourced(("Ann Lee",) * 9_000, "s"))

    assert kept(full).ids == kept(metadata).ids == ids[: len(kept(metadata).ids)]
    assert 0.18 * ROOM < length(kept(metadata).ids) < 0.2 * ROOM + 100


def test_nothing_looked_up_is_nothing_kept() -> None:
    assert bounded([]) == []
