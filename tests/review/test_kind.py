"""Is a work's kind told by its title and its links, for a form and for somebody's README alike?"""

import pytest

from bot.model.papers.paper import LinkKind
from bot.review.kind import kind_of


@pytest.mark.parametrize(
    ("title", "links", "kind"),
    [
        ("Paging for Caches", ["paper", "code"], "paper"),
        ("A Survey of Paging", ["paper"], "survey"),
        ("Paging: a systematic review", [], "survey"),
        ("Surveying the Sky", ["paper"], "paper"),
        ("pager", ["code", "code"], "software"),
        ("A Survey of Paging, as code", ["code"], "software"),
        ("How we page", ["blog"], "blog"),
        ("How we page", ["blog", "code"], "paper"),
    ],
)
def test_the_kind_is_told_by_links_and_title(title: str, links: list[LinkKind], kind: str) -> None:
    assert kind_of(title, links) == kind
