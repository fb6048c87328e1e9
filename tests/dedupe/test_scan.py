"""Are all pairs found in a file, or across two, without comparing everything with everything?"""

from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dedupe.compare.reasons import OTHER_VENUE
from bot.dedupe.compare.verdict import compare_records
from bot.dedupe.search.scan import pairs, pairs_across
from bot.model.papers.record import Record
from tests.bench.works import bibliography
from tests.dedupe.strategies import records

PAPER = Record("a", "Sparse Caches for Long Contexts", authors=("Ada Lovelace",), year=2020)


def keyed(found: list[Record]) -> list[Record]:
    """Give the records keys of their own."""
    return [record._replace(key=str(number)) for number, record in enumerate(found)]


@settings(deadline=None)
@given(st.lists(records(), max_size=5).map(keyed))
def test_a_scan_says_what_the_comparison_says_of_one_title(found: list[Record]) -> None:
    # Two records of a title cannot be a column, which needs three to show.
    some = [r for r in found if sum(r.title == other.title for other in found) <= 2]
    judged = {(match.a, match.b) for match in pairs(some)}

    for a, b in combinations(some, 2):
        match = compare_records(a, b) if a.title == b.title else None
        if match and OTHER_VENUE not in match.reasons:
            assert (a.key, b.key) in judged


@settings(deadline=None)
@given(st.lists(records(), max_size=6).map(keyed))
def test_a_scan_finds_no_pair_twice_and_no_record_with_itself(found: list[Record]) -> None:
    judged = [(match.a, match.b) for match in pairs(found)]

    assert len({frozenset(pair) for pair in judged}) == len(judged)
    assert all(a != b for a, b in judged)


def test_a_title_that_begins_as_it_ends_is_no_pair_with_itself() -> None:
    titles = ("Streaming Queries over Streaming Data", "Streaming Queries, Streaming Data Again")
    four = "Mediator Languages Proposal Standard"
    found = [PAPER._replace(title=title) for title in (*titles, f"Short {four}", four)]

    assert all(match.a != match.b for match in pairs(keyed(found)))


def test_nearly_all_pairs_of_a_made_bibliography_are_found_and_no_others() -> None:
    made, truth = bibliography(600)

    judged = {(match.a, match.b) for match in pairs(made)}

    assert judged <= truth
    assert len(judged) >= 0.98 * len(truth)


def test_pairs_are_found_where_every_word_is_common_and_each_work_stands_there_often() -> None:
    random = Random(1)
    words = [a + b for a in ("ka", "lo", "mi", "su") for b in ("ran", "tel", "vor", "nix", "pam")]
    made: list[Record] = []
    for work in range(100):
        title = random.sample(words, 8)
        authors = (f"A. {random.choice(words)}", f"B. {random.choice(words)}")
        for slip in range(8):
            given = [word[:-1] if at == slip else word for at, word in enumerate(title)]
            made.append(Record(f"{work}.{slip}", " ".join(given), authors=authors, year=2020))

    judged = {(match.a, match.b) for match in pairs(made)}

    true = {(a.key, b.key) for a, b in combinations(made, 2) if a.key[:-2] == b.key[:-2]}
    assert len(judged & true) >= 0.98 * len(true)


def test_a_pair_across_has_its_first_record_on_the_left() -> None:
    right = PAPER._replace(key="b", title=PAPER.title.upper())

    assert [(m.a, m.b, m.verdict) for m in pairs_across([PAPER], [right])] == [
        ("a", "b", "duplicate")
    ]
    assert pairs_across([PAPER, right], []) == []


def test_records_of_one_file_are_no_pair_across() -> None:
    other = Record("c", "Something Else Entirely, Written Later")

    assert pairs_across([PAPER, PAPER._replace(key="b")], [other]) == []


def test_conference_and_journal_versions_in_both_files_are_no_finding() -> None:
    conference = PAPER._replace(venue="VLDB", year=2000)
    journal = PAPER._replace(key="b", venue="VLDB Journal", year=2002)
    left, right = (
        [conference, journal],
        [r._replace(key=f"r{r.key}") for r in (conference, journal)],
    )

    assert [(m.a, m.b) for m in pairs_across(left, right)] == [("a", "ra"), ("b", "rb")]
    assert [m.verdict for m in pairs(left)] == ["possible"]


def test_a_title_that_comes_back_under_other_authors_is_a_column() -> None:
    authors = ("Ada Lovelace", "Grace Hopper", "Donald Knuth", "Ada Lovelace")
    issues = [
        Record(str(n), "Letters from the Field", authors=(name,), year=2000 + n)
        for n, name in enumerate(authors)
    ]

    assert pairs([issues[0], issues[3]._replace(year=2000)]) != []
    assert pairs(issues) == []


def test_of_several_like_records_of_a_column_none_is_certain() -> None:
    column = Record("a", "Book Reviews", authors=("Ada Lovelace",), venue="TODS", year=2001)
    issues = [column, column._replace(key="b"), column._replace(key="c")]

    assert {match.verdict for match in pairs(issues)} == {"possible"}
    assert [match.verdict for match in pairs(issues[:2])] == ["possible"]
    assert [match.verdict for match in pairs_across(issues[:1], issues[1:2])] == ["duplicate"]
    told = [issue._replace(volume="26", pages="213-255") for issue in issues[:2]]
    assert [match.verdict for match in pairs(told)] == ["duplicate"]


def test_large_groups_of_one_title_are_parted_by_author_and_year() -> None:
    crowd = [
        Record(str(n), "Minutes of the Meeting", authors=(f"A. N{chr(97 + n % 26)}me",), year=n)
        for n in range(1, 401)
    ]
    twin = crowd[6]._replace(key="twin")

    assert [(match.a, match.b) for match in pairs([*crowd, twin])] == [("7", "twin")]


def test_progress_is_told_from_nothing_to_all() -> None:
    told: list[tuple[int, int]] = []

    pairs([PAPER, PAPER._replace(key="b")], lambda done, of: told.append((done, of)))

    assert told == [(0, 1), (1, 1)]


def test_two_versions_each_listed_twice_are_two_findings_and_not_six() -> None:
    meeting = PAPER._replace(venue="NSDI", authors=("Ada Lovelace", "Grace Hopper"))
    journal = meeting._replace(venue="TOCS", year=2021)
    four = keyed([meeting, meeting, journal, journal])

    assert [(m.a, m.b) for m in pairs(four)] == [("0", "1"), ("2", "3")]
    assert [m.verdict for m in pairs(four[1:3])] == ["possible"]


def test_of_two_versions_the_one_of_the_same_year_is_the_work_and_the_other_may_be() -> None:
    meeting = PAPER._replace(venue="NSDI", authors=("Ada Lovelace", "Grace Hopper"))
    journal = meeting._replace(venue="TOCS", year=2021)
    cited = meeting._replace(venue="")

    found = pairs(keyed([meeting, journal, cited]))

    assert [(m.a, m.b, m.verdict) for m in found] == [
        ("0", "2", "duplicate"),
        ("1", "2", "possible"),
        ("0", "1", "possible"),
    ]
    assert found[1].reasons[0] == "another record is like this one in more"


def test_a_version_that_nothing_tells_from_the_other_is_certainly_one_of_them() -> None:
    meeting = PAPER._replace(venue="NSDI", authors=("Ada Lovelace", "Grace Hopper"))
    journal = meeting._replace(venue="TOCS", year=2021)
    cited = meeting._replace(venue="", year=None)

    found = pairs(keyed([meeting, journal, cited]))

    assert [(m.a, m.b) for m in found if m.verdict == "duplicate"] == [("0", "2"), ("1", "2")]


ABSTRACTS = [
    Record("a", "Calm Bees in Alpine Hives", authors=("K. Ode",), ids=("doi:10.1/s",), pages="S1"),
    Record("b", "Nectar Flow after Rain", authors=("R. Plum", "K. Ode"), ids=("doi:10.1/s",)),
    Record("c", "Queens Reared by Robots", authors=("U. Rosa", "K. Ode"), ids=("doi:10.1/s",)),
]


def test_an_id_of_several_works_is_that_of_what_holds_them() -> None:
    again = ABSTRACTS[0]._replace(key="d")

    assert [(m.a, m.b, m.verdict) for m in pairs([*ABSTRACTS, again])] == [("a", "d", "duplicate")]
    assert [(m.a, m.b) for m in pairs_across(ABSTRACTS, [again])] == [("a", "d")]


def test_an_arxiv_id_of_several_works_is_shown_since_it_was_miscopied() -> None:
    people = ("Ada Lovelace", "Grace Hopper", "Radia Perlman")
    found = pairs(
        [
            record._replace(ids=("arxiv:2301.00001",), authors=(name,), pages=f"{place}1")
            for record, name, place in zip(ABSTRACTS, people, "123", strict=True)
        ]
    )

    assert {match.verdict for match in found} == {"possible"}
    assert len(found) == 3
    assert found[0].reasons[0].startswith("same arXiv id 2301.00001, but the titles contradict")


def test_records_of_one_id_and_other_pages_are_no_rivals() -> None:
    one = PAPER._replace(ids=("doi:10.1/x",), venue="Cache Letters", volume="45", pages="130-4")
    found = [one, one._replace(pages="128-132"), one]

    assert {match.verdict for match in pairs(keyed(found))} == {"duplicate"}
    assert len(pairs(keyed(found))) == len(found)


def test_what_is_on_the_same_pages_is_outdone_by_no_rival() -> None:
    whole = PAPER._replace(ids=("doi:10.1/x",), venue="Cache Letters", volume="16")
    mixed = whole._replace(volume="1)", pages="i22-i23")
    printed = mixed._replace(ids=(), volume="1")

    found = {(m.a, m.b): m.verdict for m in pairs(keyed([whole, mixed, printed]))}

    assert found["1", "2"] == "duplicate"


def test_a_title_that_comes_back_is_one_article_where_volume_and_pages_agree() -> None:
    one = PAPER._replace(
        title="Atypical Cache Decay Syndrome", venue="Nectar", volume="118", pages="37-42"
    )
    authors = (("Grace Hopper",), ("Radia Perlman",), ("Ada Lovelace",))
    others = [one._replace(authors=a, volume=str(n), pages="") for n, a in enumerate(authors)]

    found = pairs(
        keyed([one, one._replace(title="Medical Progress Atypical Cache Decay Syndrome"), *others])
    )

    assert [(m.a, m.b) for m in found if m.verdict == "duplicate"] == [("0", "1")]


def test_translations_on_the_same_pages_are_found_without_a_word_in_common() -> None:
    whole = PAPER._replace(authors=("Ada Lovelace", "Grace Hopper"), venue="Nectar", volume="14")
    english = whole._replace(pages="703-712")
    german = english._replace(key="b", title="Karge Zwischenspeicher", pages="703-12")

    assert [m.verdict for m in pairs([english, german])] == ["duplicate"]
    assert [m.verdict for m in pairs_across([english], [german])] == ["duplicate"]


def test_titles_misspelt_in_most_words_are_found_in_a_crowd() -> None:
    crowd, _ = bibliography(300)
    short = Record("s", "CacheSplash", authors=("Ada Lovelace", "Grace Hopper"), year=2020)
    long = Record("l", "Streaming Answers about Sparse Caches", venue="VLDB", year=2020)
    made = [
        *crowd,
        short,
        long,
        short._replace(key="t", title="CacheSplahs"),
        long._replace(key="m", title="Straeming Answres about Sprase Caches"),
    ]

    judged = {(match.a, match.b) for match in pairs(made)}

    assert judged >= {("s", "t"), ("l", "m")}


def test_records_of_a_title_are_found_behind_names_that_stand_before_it() -> None:
    title = "Sparse Caches for Small Rooms"
    whole = Record(key="a", title=title, authors=("A Lovelace", "G Hopper"), year=1999)
    again = whole._replace(key="b", year=2000)
    cited = "andg . hopper . sparse cachesfor smallrooms"
    parted = Record(key="c", title=cited, authors=("A Lovelace", "G Hopper"))

    found = {(match.a, match.b) for match in pairs([whole, again, parted])}

    assert {("a", "c"), ("b", "c")} <= found
