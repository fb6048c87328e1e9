"""Is a work's kind told by its title and its links, for a form and for somebody's README alike?"""

import pytest

from bot.model.papers.paper import Link
from bot.review.drafts.kind import kind_of
from bot.review.drafts.link_kind import kind_of_link


@pytest.mark.parametrize(
    ("title", "urls", "kind"),
    [
        ("Paging for Caches", ["arxiv.org/abs/2309.06180", "github.com/a/b"], "paper"),
        ("A Survey of Paging", ["arxiv.org/abs/2309.06180"], "survey"),
        ("Paging: a systematic review", [], "survey"),
        ("Surveying the Sky", ["example.org/sky.pdf"], "paper"),
        ("pager", ["github.com/a/b", "gitlab.com/a/c"], "software"),
        ("pager", ["sourceforge.net/projects/pager"], "software"),
        ("pager", ["github.com/a/b", "github.com/a/b/issues/3"], "software"),
        ("How we page", ["ann.notion.site/How-we-page-0123"], "blog"),
        ("A Survey of Paging, as code", ["github.com/a/b"], "software"),
        ("How we page", ["blog.example.org/paging"], "blog"),
        ("How we page", ["blog.example.org/paging", "github.com/a/b"], "blog"),
        ("How we page", ["example.org/blog/paging"], "blog"),
        ("How we page", ["ann.github.io/pager", "github.com/a/b"], "paper"),
        ("How we page", ["zhuanlan.zhihu.com/p/123456"], "blog"),
        ("How we page", ["medium.com/@ann/how-we-page-1a2b3c"], "blog"),
        ("Paging in ten minutes", ["www.youtube.com/watch?v=abcdefghijk"], "talk"),
        ("Paging in ten minutes", ["www.bilibili.com/video/BV1xx411c7mD"], "talk"),
        ("Paging in ten minutes", ["speakerdeck.com/ann/paging"], "talk"),
        ("Paging in ten minutes", ["vimeo.com/12345", "github.com/a/b"], "talk"),
        ("Pages", ["huggingface.co/datasets/ann/pages"], "dataset"),
        ("Pages", ["www.kaggle.com/datasets/ann/pages"], "dataset"),
        ("Pager-7B", ["huggingface.co/ann/pager-7b"], "model"),
        ("Paging for Caches", ["huggingface.co/papers/2309.06180"], "paper"),
        ("Systems for Paging (PhD thesis, Example University)", ["a.example.org/x"], "thesis"),
        ("Systems for Paging", ["theses.example.org/docview/29"], "thesis"),
        ("Systems for Paging", ["escholarship.example.edu/theses/29"], "thesis"),
        ("Systems for Paging", ["www.proquest.com/docview/2900000000"], "thesis"),
        ("Systems for Paging", ["theses.hal.science/tel-04123456"], "thesis"),
        ("面向分页的系统（博士论文）", ["a.example.org/x"], "thesis"),
        ("Thesis Writing for Caches", ["arxiv.org/abs/2309.06180"], "paper"),
        ("Paging, Second Edition", ["link.springer.com/book/10.1007/978-3-030-00000-0"], "book"),
        ("Paging", ["www.oreilly.com/library/view/paging/9781098100000/"], "book"),
        ("Paging", ["learning.oreilly.com/library/view/paging/9781098100000/"], "book"),
        ("Paging", ["books.google.com/books?id=abc"], "book"),
        ("Paging", ["www.google.com/books/edition/_/abc"], "book"),
        ("Paging", ["mitpress.mit.edu/9780262000000/paging/"], "book"),
        ("Paging", ["direct.mit.edu/books/monograph/1234/Paging"], "book"),
        ("Paging", ["www.cambridge.org/core/books/paging/0123456789ABCDEF"], "book"),
        ("Paging", ["dl.acm.org/doi/book/10.1145/3000000"], "book"),
        ("Paging", ["onlinelibrary.wiley.com/doi/book/10.1002/9781118000000"], "book"),
        ("Paging", ["academic.oup.com/book/1234"], "book"),
        ("Paging", ["press.princeton.edu/books/hardcover/9780691000000/paging"], "book"),
        ("Paging", ["openlibrary.org/isbn/9780262000000"], "book"),
        ("Paging", ["www.worldcat.org/isbn/9780262000000"], "book"),
        ("Paging", ["www.crcpress.com/Paging/p/book/9781138000000"], "book"),
        ("Paging", ["ieeexplore.ieee.org/book/1234567"], "book"),
        ("Paging", ["www.degruyterbrill.com/document/isbn/9783110000000/html"], "book"),
        ("Paging", ["pragprog.com/titles/abc/paging/"], "book"),
        ("Paging", ["leanpub.com/paging"], "book"),
        ("Paging", ["www.taylorfrancis.com/books/mono/10.1201/9781003000000/paging"], "book"),
    ],
)
def test_the_kind_is_told_by_links_and_title(title: str, urls: list[str], kind: str) -> None:
    addresses = [f"https://{url}" for url in urls]
    links = [Link(kind=kind_of_link("", url) or "paper", url=url) for url in addresses]

    assert kind_of(title, links) == kind


@pytest.mark.parametrize(
    ("label", "url", "kind"),
    [
        ("", "github.com/a/b", "code"),
        ("", "github.com/a/b/tree/main/pager", "code"),
        ("", "github.com/a/b/blob/main/paper.pdf", "paper"),
        ("", "raw.githubusercontent.com/a/b/main/paper.pdf", "paper"),
        ("", "github.com/a/b/blob/main/train.py", "other"),
        ("", "github.com/a/b/issues/3", "other"),
        ("", "github.com/a/b/discussions/3", "other"),
        ("", "github.com/a/b/releases/tag/v1", "other"),
        ("", "github.com/a", "other"),
        ("", "github.com/orgs/a/repositories", "other"),
        ("", "ann.github.io/pager", "project"),
        ("", "sites.google.com/view/pager", "project"),
        ("", "huggingface.co/spaces/ann/pager", "project"),
        ("", "x.com/ann/status/12345", "other"),
        ("", "example.org/pager", None),
        ("Project page", "example.org/pager", "project"),
        ("Website", "example.org/pager", "project"),
        ("代码", "example.org/pager", "code"),
        ("Weights", "example.org/pager", "model"),
        ("Recording", "example.org/pager", "video"),
        ("PDF", "example.org/pager", "paper"),
    ],
)
def test_a_link_is_what_its_label_or_its_address_says(
    label: str, url: str, kind: str | None
) -> None:
    assert kind_of_link(label, f"https://{url}") == kind
