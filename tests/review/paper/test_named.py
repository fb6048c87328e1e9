"""Does a link name the entry that has it, however the two are written?"""

import pytest

from bot.model.papers.paper import Link, Paper
from bot.review.paper.named import linked

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


def papers_of(*urls: str) -> list[Paper]:
    """Make an entry for each address."""
    return [
        Paper(id=f"p-{at}", title="T", category="x", links=(Link(kind="blog", url=url),))
        for at, url in enumerate(urls)
    ]


@pytest.mark.parametrize("link", WRITTEN)
def test_an_entry_is_named_by_its_page_however_that_is_written(link: str) -> None:
    assert linked([link], papers_of(*LISTED))


@pytest.mark.parametrize("link", NEW)
def test_a_page_that_no_entry_links_names_none(link: str) -> None:
    assert linked([link], papers_of(*LISTED)) == []
