"""Are entries found by their ids, addresses and titles, and only those that a list holds?"""

from bot.model.papers.paper import Catalog, Link, Paper

BLOG = Link(kind="blog", url="https://blog.example/a")
A = Paper(id="a", title="S^3: Größe", category="x", ids=("arxiv:2301.00001", "doi:10.1/a"))
B = Paper(id="b", title="Flash-Attention 2", category="x", also_in=("y",), links=(BLOG,))
C = Paper(id="c", title="C", category="y", date="2020", ids=("doi:10.1/c",), links=(BLOG,))


def catalog_of(*papers: Paper) -> Catalog:
    """Give a list of these papers."""
    return Catalog(schema_version=1, papers=papers)


def test_entries_are_found_by_ids_and_addresses() -> None:
    index = catalog_of(A, B, C).index

    assert index.with_id(("doi:10.1/c", "doi:10.1/a")) == [0, 2]
    assert index.with_url((BLOG.url,)) == [1, 2]
    assert index.with_id(("doi:10.1/none",)) == index.with_id(()) == []
    assert index.with_url(("https://other.example/",)) == index.with_url(()) == []


def test_entries_are_found_by_an_id_that_tells_theirs() -> None:
    page = Paper(id="d", title="D", category="y", ids=("mdpi:2076-3417/9/8/1665",))
    paper = Paper(id="e", title="E", category="y", ids=("doi:10.1609/aaai.v36i8.20881",))
    index = catalog_of(page, paper).index

    assert index.with_id(("doi:10.3390/app9081665",)) == [0]
    assert index.with_id(("aaai:20881",)) == [1]
    assert list(index.by_id) == ["mdpi:2076-3417/9/8/1665", "doi:10.1609/aaai.v36i8.20881"]


def test_entries_are_found_by_the_beginnings_of_their_words_and_by_words_joined() -> None:
    index = catalog_of(A, B, C).index

    assert index.by_piece["flashatt"] == index.by_piece["attentio"] == [1]
    assert index.by_piece["grosse"] == index.by_piece["s3"] == [0]
    assert "größe" not in index.by_piece


def test_a_list_tells_the_owner_of_an_id() -> None:
    catalog = catalog_of(A, B, C)

    assert catalog.owner("doi:10.1/c") is C
    assert catalog.owner("doi:10.1/none") is None


def test_the_index_of_no_papers_is_empty() -> None:
    index = catalog_of().index

    assert (index.by_id, index.by_url, index.by_piece) == ({}, {}, {})


def test_a_copy_with_other_papers_has_an_index_of_its_own() -> None:
    catalog = catalog_of(A, B)
    assert set(catalog.index.by_id) == set(A.ids)

    assert set(catalog.model_copy(update={"papers": (C,)}).index.by_id) == set(C.ids)
    assert catalog.index is catalog.index


def test_whether_it_was_asked_makes_no_difference_to_a_catalog() -> None:
    asked, other = (catalog_of(A, B) for _ in range(2))
    assert asked.index.by_id

    assert asked == other
    assert asked.model_dump_json() == other.model_dump_json()
