"""Is a page new only where no entry links it, however the two links are written?"""

import pytest

from bot.model.paper import Catalog, Link, Paper
from bot.review.named import is_new_page, linked
from bot.store.papers import dump, parse

LISTED = (
    "https://blog.example/on-caches",
    "http://www.Blog.example/Posts/on-queues/index.html",
    "https://blog.example/posts?id=2&page=3",
    "https://blog.example/gro%C3%9Fe-caches/part-1",
    "https://users.example/%7Eada/caches/",
    "https://a.example/",
)
WRITTEN = (
    *LISTED,
    "blog.example/on-caches/",
    "https://www.blog.example/on-caches#top",
    "https://blog.example/Posts/on-queues",
    "https://blog.example/posts?page=3&id=2",
    "https://blog.example/große-caches/part-1",
    "https://users.example/~ada/caches",
    "a.example",
)
NEW = ("https://blog.example/on-batches", "https://blog.example/posts/on-queues")


def catalog_of(*urls: str) -> Catalog:
    """Make a list of one entry for each address, as read from its file."""
    papers = tuple(
        Paper(id=f"p-{at}", title="T", category="x", links=(Link(kind="blog", url=url),))
        for at, url in enumerate(urls)
    )
    return parse(dump(Catalog(schema_version=1, papers=papers)))


@pytest.mark.parametrize("link", WRITTEN)
def test_no_page_that_an_entry_links_is_new(link: str) -> None:
    catalog = catalog_of(*LISTED)

    assert linked([link], catalog.papers)
    assert not is_new_page(link, catalog.index)


@pytest.mark.parametrize("link", NEW)
def test_a_page_that_no_entry_links_is_new(link: str) -> None:
    catalog = catalog_of(*LISTED)

    assert is_new_page(link, catalog.index)
    assert linked([link], catalog.papers) == []
    assert not is_new_page(link, Catalog(schema_version=1, papers=catalog.papers).index)


def test_what_is_a_work_by_its_link_is_no_page() -> None:
    assert not is_new_page("https://github.com/made/repository", catalog_of(*LISTED).index)
