"""Is a work the same work whichever link it comes by, and does its id lead back to it?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.identify import (
    address,
    canonical,
    clean_url,
    is_canonical,
    landing_url,
    page_of,
    parse_link,
)
from bot.identify.families import FAMILIES
from bot.links.identifier import acl_id, arxiv_id, doi_id
from bot.model.base import WORK_ID
from tests.identify.examples import pairs

LINKS = pairs("links.txt")
IDS = sorted({work for _, work in LINKS if work})
# Links of works without their scheme, as far as a tail may be added: no query, no second link,
# and no stop, which would no longer be the last character.
PLAIN = [
    (match[1], work)
    for link, work in LINKS
    if work and (match := re.fullmatch(r"https?://(?:www\.)?([^?#<>:()]*\w)", link))
]

digits = st.integers(1, 10**8).map(str)
year_and_hash = st.builds(
    "{}/{}".format,
    st.integers(2000, 2099),
    st.text("0123456789abcdef", min_size=32, max_size=32),
)
word = st.from_regex(r"[a-z][a-z0-9]{1,12}", fullmatch=True)
name = st.from_regex(r"[a-z]{2,12}", fullmatch=True)
# What an id of each family may hold, wider than any example.
VALUES: dict[str, st.SearchStrategy[str]] = {
    "aaai": digits,
    "ecva": st.builds("{}/{}".format, st.integers(2018, 2099), st.integers(1, 99_999)),
    "hal": st.builds(
        "{}-{:08}".format,
        st.sampled_from(("hal", "tel", "inria", "halshs")),
        st.integers(0, 10**8 - 1),
    ),
    "ieee": st.integers(100, 10**9).map(str),
    "isca": st.builds(
        "{}_{}/{}{}_{}".format, word, st.integers(2000, 2099), name, st.integers(10, 99), word
    ),
    "kdd": st.builds("{}/papers/files/{}-{}".format, st.integers(2014, 2099), word, word),
    "mdpi": st.builds("2076-341X/{}/{}/{}".format, *(st.integers(1, 9999) for _ in range(3))),
    "ojs": st.builds("ojs.{}.org/index.php/{}/{}".format, word, word, st.integers(1, 10**6)),
    "pii": st.from_regex(r"S[0-9]{7}[0-9X][0-9]{7}[0-9X]", fullmatch=True),
    "pmc": st.integers(1, 10**8).map("PMC{}".format),
    "pmid": st.integers(1, 10**8).map(str),
    "vldb": st.builds("vol{}/p{}-{}".format, st.integers(1, 99), st.integers(1, 9999), word),
    "acl": st.builds("{}.{}-{}.{}".format, st.integers(2020, 2099), word, word, st.integers(1, 99))
    | st.from_regex(r"[A-Z][0-9]{2}-[0-9]{4}", fullmatch=True),
    "arxiv": st.from_regex(r"(?:1[5-9]|[2-8][0-9])(?:0[1-9]|1[0-2])\.[1-9][0-9]{4}", fullmatch=True)
    | st.from_regex(
        r"(?:hep-th|cs|math)/(?:9[1-9]|0[0-6])(?:0[1-9]|1[0-2])[0-9]{3}", fullmatch=True
    ),
    "cvf": st.builds(
        "{}{}/{}".format,
        st.sampled_from(("CVPR", "ICCV", "WACV", "ECCV", "ACCV")),
        st.sampled_from(
            ("2013", "2018", "2019", "2020", "2022", "2018W/w33", "2019W/E", "2023W/E")
        ),
        st.from_regex(r"[A-Z][A-Za-z]{1,9}(?:_[A-Za-z0-9-]{1,9}){1,5}", fullmatch=True),
    ),
    "doi": st.from_regex(r"10\.[0-9]{4,5}/[!-@\[-~]{0,20}[a-z0-9]", fullmatch=True),
    "github": st.from_regex(r"[a-z][a-z0-9-]{3,20}/[a-z0-9][a-z0-9._-]{0,20}[a-z]", fullmatch=True),
    "jmlr": st.builds("v{}/{}-{}".format, st.integers(1, 99), st.integers(10, 99), digits),
    "mlsys": year_and_hash,
    "neurips": year_and_hash | st.builds("{}-{}".format, st.integers(1, 9999), word),
    "openreview": st.from_regex(r"[A-Za-z0-9_-]{8,12}", fullmatch=True),
    "pmlr": st.builds("v{}/{}{}a".format, st.integers(1, 999), word, st.integers(10, 99)),
    "s2": st.text("0123456789abcdef", min_size=40, max_size=40)
    | st.integers(1, 10**9).map("CorpusID:{}".format),
    "usenix": st.builds(
        "{}{}/{}".format, st.sampled_from(("osdi", "nsdi", "atc")), st.integers(10, 99), word
    ),
}


@pytest.mark.parametrize(("link", "work"), LINKS, ids=[link for link, _ in LINKS])
def test_a_link_is_known_for_the_work_it_leads_to(link: str, work: str | None) -> None:
    assert canonical(link) == work


@pytest.mark.parametrize("work", IDS)
def test_the_page_of_an_id_gives_the_id_back(work: str) -> None:
    page = landing_url(work)

    assert re.match(WORK_ID, work)
    assert canonical(page) == work
    assert clean_url(page) == page


@pytest.mark.parametrize(("work", "page"), pairs("pages.txt"))
def test_an_id_is_shown_on_its_own_page(work: str, page: str) -> None:
    assert landing_url(work) == page


def test_every_family_has_examples_and_a_place_in_the_pattern_of_ids() -> None:
    names = [family.name for family in FAMILIES]

    assert sorted(names) == sorted(VALUES)
    assert {work.split(":")[0] for work in IDS} == set(names)
    assert all(re.match(WORK_ID, f"{name}:x") for name in names)


@given(VALUES["doi"])
def test_a_doi_of_any_characters_survives_the_way_there_and_back(value: str) -> None:
    work = canonical(landing_url(f"doi:{value}"))

    assert work
    assert canonical(landing_url(work)) == work


@given(st.sampled_from(sorted(set(VALUES) - {"doi"})), st.data())
def test_an_id_in_its_family_s_form_gives_a_page_that_gives_it_back(
    name: str, data: st.DataObject
) -> None:
    work = f"{name}:{data.draw(VALUES[name])}"

    assert canonical(landing_url(work)) == work


@pytest.mark.parametrize(
    "work", [work for work in IDS if work.startswith(("acl:", "arxiv:", "doi:"))]
)
def test_a_service_s_identifier_and_a_link_name_a_work_alike(work: str) -> None:
    value = work.partition(":")[2]

    assert (arxiv_id(value) or acl_id(value) or doi_id(value)) == work


@pytest.mark.parametrize(
    "work",
    [f"{family.name}:{value}" for family in FAMILIES for value in ("x", "/", "20²4/a", "a/b/c/")],
)
def test_what_is_no_id_of_its_family_is_not_canonical(work: str) -> None:
    assert not is_canonical(work) or canonical(work) == work


def test_an_id_of_no_family_has_no_page() -> None:
    with pytest.raises(ValueError, match="'isbn:1' is no id of arxiv, openreview"):
        landing_url("isbn:1")


@given(
    st.sampled_from(PLAIN),
    st.sampled_from(("https://", "http://", "HTTPS://", "https://www.")),
    st.sampled_from(("", "/", "?utm_source=x", "#frag", "/?ref=y#frag")),
    st.text(".,;:)>]\"'*!，。） \u200b", max_size=5),
)
def test_noise_around_a_link_changes_nothing(
    example: tuple[str, str], start: str, tail: str, noise: str
) -> None:
    link, work = example

    assert canonical(f"{start}{link}{tail}{noise}") == work


@given(st.text() | st.text().map("https://arxiv.org/".__add__))
def test_no_text_breaks_the_families(text: str) -> None:
    work = canonical(text)

    assert work is None or re.match(WORK_ID, work)


@pytest.mark.parametrize(("link", "work"), [pair for pair in LINKS if "://" in pair[0]])
def test_a_link_that_is_parsed_once_says_the_same(link: str, work: str | None) -> None:
    parsed = parse_link(link)

    assert (parsed and parsed.url) == clean_url(link)
    assert not parsed or (parsed.address, parsed.work) == (address(link), work or "")


def test_a_page_is_one_by_its_work_else_by_its_address() -> None:
    assert page_of("https://arxiv.org/pdf/2309.06180v2") == page_of("arxiv.org/abs/2309.06180")
    assert page_of("http://www.hive.example.org/bees/") == page_of("https://hive.example.org/bees")
    assert page_of("no link at all") == "no link at all"
