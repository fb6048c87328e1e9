"""Does the index say of each paper what the paper says, and only of the papers it is made of?"""

from bot.model.index import Index
from bot.model.paper import Catalog, Link, Paper

BLOG = Link(kind="blog", url="https://blog.example/a")
A = Paper(id="a", title="S^3: Größe", category="x", ids=("arxiv:2301.00001", "doi:10.1/a"))
B = Paper(id="b", title="Flash-Attention 2", category="x", also_in=("y",), links=(BLOG,))
C = Paper(id="c", title="C", category="y", date="2020", ids=("doi:10.1/c",), links=(BLOG,))


def test_each_column_holds_the_field_of_every_paper() -> None:
    index = Index((A, B, C))

    assert index.ids == ("a", "b", "c")
    assert index.titles == ("S^3: Größe", "Flash-Attention 2", "C")
    assert index.categories == ("x", "x", "y")
    assert index.also_in == ((), ("y",), ())
    assert index.dates == (None, None, "2020")
    assert index.works == (A.ids, (), C.ids)
    assert index.links == [(), (BLOG.url,), (BLOG.url,)]


def test_titles_are_squeezed_to_letters_and_digits_a_line_each() -> None:
    assert Index((A, B, C)).letters.decode() == "\ns3größe\nflashattention2\nc\n"


def test_papers_are_found_by_ids_and_links() -> None:
    index = Index((A, B, C))

    assert index.with_work(("doi:10.1/c", "doi:10.1/a")) == [0, 2]
    assert index.owner("doi:10.1/c") is C
    assert index.owner("doi:10.1/none") is None
    assert index.with_link((BLOG.url,)) == [1, 2]
    assert index.with_work(("doi:10.1/none",)) == index.with_work(()) == []
    assert index.with_link(("https://other.example/",)) == index.with_link(()) == []


def test_the_index_of_no_papers_is_empty() -> None:
    index = Index(())

    assert (index.ids, index.links, index.with_work(A.ids)) == ((), [], [])


def test_a_copy_with_other_papers_has_an_index_of_its_own() -> None:
    catalog = Catalog(schema_version=1, papers=(A, B))
    assert catalog.index.ids == ("a", "b")

    assert catalog.model_copy(update={"papers": (C,)}).index.ids == ("c",)
    assert catalog.index is catalog.index


def test_whether_it_was_asked_makes_no_difference_to_a_catalogue() -> None:
    asked, other = (Catalog(schema_version=1, papers=(A, B)) for _ in range(2))
    assert asked.index.ids

    assert asked == other
    assert asked.model_dump_json() == other.model_dump_json()
