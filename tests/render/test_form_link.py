"""Does the address of a form carry the answers, and nothing else?"""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from bot.model.base import LONGEST_TITLE
from bot.model.form import CORRECTION_FORM, PAPER_FORM
from bot.model.lists.listing import Category, Listing
from bot.model.papers.paper import Link, Paper, Venue
from bot.render.form_link import LONGEST, correction_link, on_github, paper_link, suggest_link

LISTING = Listing(
    schema_version=1,
    title="A list",
    introduction="Of papers.",
    categories=(Category(slug="serving", title="Serving & “more”"),),
)
PRINTABLE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1)


def works(title: str, keywords: tuple[str, ...] = ()) -> Paper:
    return Paper(
        id="a",
        title=title,
        category="serving",
        venue=Venue(name="ICML", year=2025),
        links=(
            Link(kind="code", url="https://github.com/a/b"),
            Link(kind="paper", url="https://arxiv.org/abs/2501.00001?x=1&y=2#z"),
        ),
        keywords=keywords,
    )


def test_every_answer_goes_to_the_field_that_asks_for_it() -> None:
    link = urlsplit(paper_link("octo/papers", works("A & B = C #1", ("x", "y")), LISTING))
    assert (link.netloc, link.path) == ("github.com", "/octo/papers/issues/new")
    assert parse_qs(link.query) == {
        "template": ["paper.yml"],
        "links": ["https://arxiv.org/abs/2501.00001?x=1&y=2#z"],
        "title": ["A & B = C #1"],
        "category": ["Serving & “more”"],
        "venue": ["ICML 2025"],
        "code": ["https://github.com/a/b"],
        "keywords": ["x, y"],
    }


def test_a_repository_that_is_the_work_itself_is_its_link() -> None:
    paper = works("vLLM").model_copy(
        update={"links": (Link(kind="code", url="https://github.com/a/b"),)}
    )
    asked = parse_qs(urlsplit(paper_link("octo/papers", paper, LISTING)).query)
    assert (asked["links"], asked.get("code")) == (["https://github.com/a/b"], None)


def test_a_correction_names_its_entry() -> None:
    assert correction_link("octo/papers", works("vLLM")) == (
        "https://github.com/octo/papers/issues/new?template=correction.yml&entry=a"
    )


@given(PRINTABLE.filter(lambda text: len(text) <= LONGEST_TITLE), st.lists(PRINTABLE, max_size=9))
def test_whatever_the_answers_the_address_is_short_and_asks_for_fields_only(
    title: str, keywords: list[str]
) -> None:
    link = paper_link("octo/papers", works(title, tuple(keywords)), LISTING)
    assert len(link) <= LONGEST
    assert link.isascii()
    assert not set(link) & set(' "<>\\^`{|}')
    asked = parse_qs(urlsplit(link).query, keep_blank_values=True, strict_parsing=True)
    assert set(asked) <= {"template", *(field.id for field in PAPER_FORM)}
    assert asked.get("title", [title]) == [title]


def test_the_fields_are_those_of_the_forms() -> None:
    assert {"links", "title", "category", "venue", "code", "keywords"} < {
        field.id for field in PAPER_FORM
    }
    assert "entry" in {field.id for field in CORRECTION_FORM}


def test_the_docs_tell_tools_the_same_address() -> None:
    told = (Path(__file__).parents[2] / "docs/suggest.md").read_text("utf-8")
    answers = {"links": "https://arxiv.org/abs/2309.06180"}
    assert suggest_link(on_github("OWNER/REPOSITORY"), answers) in told
    names = {field.id for field in PAPER_FORM}
    assert {name for name in names if f"`{name}`" in told} == names
