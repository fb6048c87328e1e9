"""What do programs read in the head of a work's page: Zotero, Google Scholar, search engines?"""

import pytest

from bot.model.lists.listing import Category, Listing, Site
from bot.model.papers.paper import Link, Paper, Venue
from bot.render.site.parts.citation_tags import citation_tags, cited
from bot.render.site.parts.linked_data import linked_data

LISTING = Listing(
    schema_version=1,
    title="A list",
    introduction="Of works.",
    license="CC-BY-4.0",
    site=Site(url="https://owner.example/papers"),
    categories=(Category(slug="a", title="A"),),
)
BARE = Paper(id="bare", title="Bare", category="a")
WHOLE = Paper(
    id="whole",
    title="A Whole Work",
    category="a",
    authors=("Ada Lovelace", "García Márquez, Gabriel José", "Van Houten, Milhouse", "Gemma Team"),
    date="2024-03-05",
    venue=Venue(name="NeurIPS", year=2025),
    ids=("arxiv:2403.01234", "doi:10.1000/whole"),
    links=(
        Link(kind="paper", url="https://example.org/whole"),
        Link(kind="code", url="https://github.com/ada/whole"),
    ),
    keywords=("paging", "serving"),
)


def tags(paper: Paper, listing: Listing) -> list[tuple[str, str]]:
    """Give the tags of a work by itself."""
    return citation_tags(paper, listing, map(cited, paper.people))


def test_the_tags_of_a_published_work_are_all_that_zotero_takes() -> None:
    assert tags(WHOLE, LISTING) == [
        ("citation_title", "A Whole Work"),
        ("citation_author", "Lovelace, Ada"),
        ("citation_author", "Gabriel José García Márquez"),
        ("citation_author", "Van Houten, Milhouse"),
        ("citation_author", "Gemma Team"),
        ("citation_publication_date", "2025"),
        ("citation_online_date", "2024/03/05"),
        ("citation_conference_title", "NeurIPS 2025"),
        ("citation_doi", "10.1000/whole"),
        ("citation_arxiv_id", "2403.01234"),
        ("citation_public_url", "https://example.org/whole"),
        ("citation_abstract_html_url", "https://owner.example/papers/paper/whole.html"),
        ("citation_pdf_url", "https://arxiv.org/pdf/2403.01234"),
        ("citation_keywords", "paging"),
        ("citation_keywords", "serving"),
    ]


@pytest.mark.parametrize(
    ("change", "tag"),
    [
        ({"venue": Venue(name="JMLR", year=2025)}, ("citation_journal_title", "JMLR")),
        ({"venue": None}, ("z:itemType", "preprint")),
        ({"venue": None}, ("citation_publication_date", "2024/03/05")),
        ({"kind": "software"}, ("z:itemType", "computerProgram")),
        ({"kind": "blog", "venue": None}, ("z:itemType", "blogPost")),
        ({"kind": "dataset"}, ("z:itemType", "dataset")),
        ({"kind": "book"}, ("z:itemType", "book")),
        ({"kind": "talk"}, ("z:itemType", "presentation")),
        ({"kind": "thesis"}, ("z:itemType", "thesis")),
        (
            {"kind": "thesis", "affiliations": ("ETH Zurich",)},
            ("citation_dissertation_institution", "ETH Zurich"),
        ),
        ({"kind": "survey"}, ("citation_conference_title", "NeurIPS 2025")),
        (
            {"links": (Link(kind="paper", url="https://example.org/whole.PDF"),)},
            ("citation_pdf_url", "https://example.org/whole.PDF"),
        ),
    ],
)
def test_the_tags_tell_what_sort_of_work_it_is(
    change: dict[str, object], tag: tuple[str, str]
) -> None:
    assert tag in tags(WHOLE.model_copy(update=change), LISTING)


def test_a_work_that_is_only_a_title_has_no_empty_tags() -> None:
    listing = LISTING.model_copy(update={"site": Site()})

    assert tags(BARE, listing) == [("citation_title", "Bare"), ("z:itemType", "preprint")]


def test_linked_data_tell_people_groups_and_the_licence_of_the_data() -> None:
    data = linked_data(WHOLE, LISTING)

    assert [each["@type"] for each in data["author"]] == [*["Person"] * 3, "Organization"]
    assert data["isPartOf"] == {"@type": "CreativeWork", "name": "NeurIPS 2025"}
    assert data["workExample"] == ["https://github.com/ada/whole"]
    assert data["sdLicense"] == "https://spdx.org/licenses/CC-BY-4.0.html"


@pytest.mark.parametrize(
    ("kind", "schema_type"),
    [
        ("paper", "ScholarlyArticle"),
        ("survey", "ScholarlyArticle"),
        ("software", "SoftwareSourceCode"),
        ("blog", "BlogPosting"),
        ("book", "Book"),
        ("dataset", "Dataset"),
        ("thesis", "Thesis"),
        ("model", "CreativeWork"),
        ("talk", "CreativeWork"),
    ],
)
def test_each_kind_has_its_type(kind: str, schema_type: str) -> None:
    assert linked_data(WHOLE.model_copy(update={"kind": kind}), LISTING)["@type"] == schema_type


def test_the_code_of_software_is_its_repository() -> None:
    software = WHOLE.model_copy(update={"kind": "software"})

    assert linked_data(software, LISTING)["codeRepository"] == ["https://github.com/ada/whole"]


def test_a_journal_is_a_periodical() -> None:
    paper = WHOLE.model_copy(update={"venue": Venue(name="JMLR", year=2025)})

    assert linked_data(paper, LISTING)["isPartOf"] == {"@type": "Periodical", "name": "JMLR"}
