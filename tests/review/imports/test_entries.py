"""What does a README's entry become as one of ours?"""

import pytest

from bot.model.papers.imported import ImportedPaper
from bot.model.papers.paper import Citations, Link, Paper, Venue
from bot.review.imports.entries import paper_of

TITLE = "Quiet Kernels for Long Streams"


def test_every_field_finds_its_place() -> None:
    entry = ImportedPaper(
        title=TITLE,
        name="QuietKV",
        links=(("paper", "https://arxiv.org/abs/2401.12345"),),
        ids=("arxiv:2401.12345",),
        venue="ICML",
        year=2024,
        date="2024-01",
        authors=("Ann Lee",),
        affiliations=("Quiet Lab",),
        keywords=("cache",),
        citations=3,
        citations_as_of="2025-01",
        note="Small.",
    )
    assert paper_of(entry, "kernels", "Their List", "2026-01-02") == Paper(
        id="imported",
        title=TITLE,
        short_name="QuietKV",
        category="kernels",
        authors=("Ann Lee",),
        affiliations=("Quiet Lab",),
        date="2024-01",
        venue=Venue(name="ICML", year=2024),
        ids=("arxiv:2401.12345",),
        links=(Link(kind="paper", url="https://arxiv.org/abs/2401.12345"),),
        keywords=("cache",),
        citations=Citations(count=3, as_of="2025-01"),
        note="Small.",
        added="2026-01-02",
        sources=("Their List",),
    )


@pytest.mark.parametrize(
    ("label", "url", "kind"),
    [
        ("paper", "https://a.example/x", "paper"),
        ("PDF of the code", "https://a.example/x", "paper"),
        ("Official implementation", "https://a.example/x", "code"),
        ("Blog post", "https://a.example/x", "blog"),
        ("Slides", "https://a.example/x", "slides"),
        ("Talk on YouTube", "https://a.example/x", "slides"),
        ("Video", "https://a.example/x", "video"),
        ("Summary", "https://a.example/x", "summary"),
        ("Dataset", "https://a.example/x", "dataset"),
        ("Weights", "https://a.example/x", "model"),
        ("Project page", "https://a.example/x", "project"),
        ("BibTeX", "https://a.example/x", "other"),
        (TITLE, "https://github.com/quiet/kernels", "code"),
        ("", "https://gitlab.com/quiet/kernels", "code"),
        ("", "https://youtu.be/abc", "video"),
        ("", "https://huggingface.co/datasets/quiet/streams", "dataset"),
        ("", "https://huggingface.co/quiet/model", "model"),
        ("", "https://huggingface.co/papers/2401.12345", "paper"),
        ("", "https://ann.medium.com/quiet", "blog"),
        ("", "https://quiet.github.io/kernels", "project"),
        ("", "https://quiet.github.io/kernels.pdf", "paper"),
    ],
)
def test_a_link_is_of_the_kind_that_its_name_or_else_its_address_tells(
    label: str, url: str, kind: str
) -> None:
    entry = ImportedPaper(title=TITLE, links=((label, url),))
    assert [link.kind for link in paper_of(entry, "kernels", "List", "2026-01-02").links] == [kind]


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        (ImportedPaper(title="A Survey of Quiet Kernels"), "survey"),
        (ImportedPaper(title=TITLE), "paper"),
        (ImportedPaper(title=TITLE, links=(("", "https://github.com/q/k"),)), "software"),
        (ImportedPaper(title=TITLE, links=(("Blog", "https://a.example/b"),)), "blog"),
        (ImportedPaper(title="A Survey", capabilities=("training",)), "software"),
    ],
)
def test_the_kind_of_a_work_is_told_by_its_links_and_its_title(
    entry: ImportedPaper, kind: str
) -> None:
    assert paper_of(entry, "kernels", "List", "2026-01-02").kind == kind


def test_a_year_without_a_venue_is_the_date() -> None:
    entry = ImportedPaper(title=TITLE, year=2024)
    made = paper_of(entry, "kernels", "List", "2026-01-02")
    assert (made.date, made.venue) == ("2024", None)
