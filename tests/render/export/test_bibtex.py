"""Does a BibTeX library read back every entry, and do keys stay what they were?"""

from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from hypothesis import given
from hypothesis import strategies as st

from bot.flows.local.load import load
from bot.model.lists.listing import Category, Listing
from bot.model.papers.paper import Catalog, Kind, Link, Paper, Venue
from bot.render.export.bibtex import NO_AUTHORS, record
from bot.render.export.bibtex_keys import keys
from bot.render.export.exports import EXPORTS
from bot.text.markup.latex import plain
from tests.render import hostile

ROOT = Path(__file__).parents[3]
LISTING = Listing(
    schema_version=1, title="L", introduction="I", categories=(Category(slug="c", title="C"),)
)
VLLM = Paper(
    id="efficient-memory-management",
    title="Efficient Memory Management for Large Language Model Serving with PagedAttention",
    short_name="vLLM",
    category="c",
    authors=("Woosuk Kwon", "Christopher Ré", "Llama Team, AI @ Meta"),
    date="2023-09",
    venue=Venue(name="SOSP", year=2023),
    ids=("arxiv:2309.06180", "doi:10.1145/3600006.3613165"),
    links=(Link(kind="paper", url="https://arxiv.org/abs/2309.06180"),),
    added="2026-01-01",
)


def parsed(text: str) -> Library:
    """Read BibTeX; whatever the library could not read fails the test."""
    library = parse_string(text)
    assert library.failed_blocks == []
    return library


def test_a_published_preprint_is_written_with_both_addresses() -> None:
    assert record(VLLM, "kwon2023efficient") == (
        "@inproceedings{kwon2023efficient,\n"
        "  title = {Efficient Memory Management for Large Language Model Serving with"
        " {PagedAttention}},\n"
        "  author = {Woosuk Kwon and Christopher R{\\'{e}} and {Llama Team, AI {@} Meta}},\n"
        "  booktitle = {SOSP},\n"
        "  year = {2023},\n"
        "  doi = {10.1145/3600006.3613165},\n"
        "  eprint = {2309.06180},\n"
        "  archivePrefix = {arXiv},\n"
        "  url = {https://arxiv.org/abs/2309.06180},\n"
        "  origdate = {2023-09},\n"
        "  shorttitle = {vLLM},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("kind", "venue", "expected"),
    [
        ("paper", None, "misc"),
        ("dataset", None, "dataset"),
        ("paper", "OSDI", "inproceedings"),
        ("survey", "JMLR", "article"),
        ("software", None, "software"),
        ("book", None, "book"),
        ("blog", None, "misc"),
    ],
)
def test_the_type_follows_from_kind_and_venue(kind: Kind, venue: str | None, expected: str) -> None:
    where = Venue(name=venue, year=2024) if venue else None
    work = VLLM.model_copy(update={"kind": kind, "venue": where})

    assert record(work, "x").startswith(f"@{expected}{{x,\n")


@pytest.mark.parametrize(
    ("kind", "venue", "field"),
    [
        ("paper", "OSDI", "booktitle = {OSDI}"),
        ("survey", "JMLR", "journal = {JMLR}"),
        ("book", "MIT Press", "publisher = {MIT Press}"),
        ("software", "OSDI", "howpublished = {OSDI 2024}"),
    ],
)
def test_the_venue_stands_in_the_field_of_its_type(kind: Kind, venue: str, field: str) -> None:
    work = VLLM.model_copy(update={"kind": kind, "venue": Venue(name=venue, year=2024)})

    assert f"  {field},\n  year = {{2024}},\n" in record(work, "x")


def test_a_preprint_has_its_month_and_a_published_work_has_none() -> None:
    preprint = record(VLLM.model_copy(update={"venue": None}), "x")

    assert "  year = {2023},\n  month = sep,\n" in preprint
    assert "month" not in record(VLLM, "x")


def test_an_entry_without_authors_is_valid_and_says_so() -> None:
    work = VLLM.model_copy(update={"authors": ()})

    (entry,) = parsed(record(work, "x")).entries

    assert "author" not in entry
    assert entry["note"] == NO_AUTHORS
    assert entry["key"] == work.title


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Guy L. Steele Jr.", "Steele, Jr., Guy L."),
        ("OpenAI", "{OpenAI}"),
        ("Gemma Team", "{Gemma Team}"),
        ("Google DeepMind", "{Google DeepMind}"),
        ("Meta AI", "{Meta AI}"),
        ("et al.", "others"),
        ("Michiel de Jong", "Michiel de Jong"),
        ("Black and White Group", "{Black and White Group}"),
    ],
)
def test_a_name_is_taken_apart_as_its_bearer_would(name: str, written: str) -> None:
    work = VLLM.model_copy(update={"authors": (name,)})

    assert f"  author = {{{written}}},\n" in record(work, "x")


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Memory-Efficient Long-Context Serving", "Memory-Efficient Long-Context Serving"),
        ("LLM-Based GPT-4 and KV-Cache Reuse", "{LLM}-Based {GPT}-4 and {KV}-Cache Reuse"),
        ("Q-Learning with A Bayesian Prior", "{Q}-Learning with A {Bayesian} Prior"),
        ("vLLM: W4A8 on Llama", "{vLLM:} {W4A8} on {Llama}"),
    ],
)
def test_braces_keep_the_capitals_of_names_and_of_no_common_word(title: str, written: str) -> None:
    assert f"  title = {{{written}}},\n" in record(VLLM.model_copy(update={"title": title}), "x")


def test_plain_styles_print_which_preprint_it_is() -> None:
    preprint = VLLM.model_copy(update={"venue": None})

    assert "  note = {arXiv:2309.06180},\n" in record(preprint, "x")
    assert "note" not in record(VLLM, "x")
    nobody = record(preprint.model_copy(update={"authors": ()}), "x")
    assert f"  note = {{{NO_AUTHORS}. arXiv:2309.06180}},\n" in nobody


def test_the_whole_list_is_read_back_by_a_bibtex_library() -> None:
    loaded = load(ROOT)
    papers = loaded.catalog.papers

    entries = parsed(EXPORTS["bibtex"].text(loaded.catalog, loaded.listing)).entries

    assert len(entries) == len(papers)
    assert len({entry.key.lower() for entry in entries}) == len(papers)
    for entry, paper in zip(entries, papers, strict=True):
        assert fold(plain(entry["title"])) == fold(plain(paper.title))
        assert len(entry["author"].split(" and ") if "author" in entry else ()) == len(
            paper.authors
        )


def fold(text: str) -> str:
    """Take braces away, and what LaTeX and Unicode spell differently: dashes, exponents."""
    for char, plain_char in (("–", "--"), ("²", "2"), ("³", "3"), ("’", "'")):
        text = text.replace(char, plain_char)
    return text.replace("{", "").replace("}", "")


def test_hostile_texts_stay_in_their_fields() -> None:
    entries = parsed(EXPORTS["bibtex"].text(hostile.CATALOG, hostile.LISTING)).entries

    assert [entry.entry_type for entry in entries] == ["inproceedings"] * 4
    assert {tuple(entry.fields_dict) for entry in entries} == {
        (
            *("title", "author", "booktitle", "year", "doi", "eprint", "archivePrefix", "url"),
            *("origdate", "shorttitle", "keywords", "annotation"),
        )
    }


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60))
def test_any_title_and_author_is_one_field(text: str) -> None:
    work = VLLM.model_copy(update={"title": text, "authors": (text,)})

    (entry,) = parsed(record(work, "x")).entries

    assert list(entry.fields_dict)[:3] == ["title", "author", "booktitle"]


def work(number: int, **fields: object) -> Paper:
    """Make another work by the same author, of the same year, with the same first word."""
    return VLLM.model_copy(update={"id": f"work-{number}", **fields})


def test_a_new_work_never_takes_the_key_of_a_listed_one() -> None:
    listed = work(2, added="2026-01-01")
    new = work(1, added="2026-02-01", title="Efficient Serving")

    assert keys([listed]) == {"work-2": "kwon2023efficient"}
    assert keys([new, listed]) == {
        "work-2": "kwon2023efficient",
        "work-1": "kwon2023efficientserving",
    }


def test_works_that_nothing_tells_apart_have_their_ids_as_keys() -> None:
    given = keys([work(1, title="Editorial"), work(2, title="Editorial"), work(3, title="模型")])

    assert given == {"work-1": "kwon2023editorial", "work-2": "work-2", "work-3": "work-3"}


def test_keys_are_plain_letters_and_digits() -> None:
    odd = work(1, authors=("Łukasz Łańcucki Jr.",), title="Über {LLM} & Co")

    assert keys([odd]) == {"work-1": "lancucki2023uber"}


def test_a_key_has_the_year_that_is_printed() -> None:
    published = work(1, venue=Venue(name="ICLR", year=2025), date="2024-02")

    assert keys([published]) == {"work-1": "kwon2025efficient"}
    assert "year = {2025}" in record(published, "kwon2025efficient")


def test_a_work_without_authors_is_known_by_its_title() -> None:
    assert keys([work(1, authors=(), title="The Composer Library")]) == {
        "work-1": "composer2023library"
    }


def test_the_same_list_gives_the_same_keys_in_any_order() -> None:
    works = [work(number, added="2026-01-01") for number in range(5)]

    assert keys(works) == keys(works[::-1])


def test_no_entries_make_a_file_without_entries() -> None:
    nothing = Catalog(schema_version=1, papers=())
    assert parsed(EXPORTS["bibtex"].text(nothing, LISTING)).entries == []
