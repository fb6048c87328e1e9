"""Do two ways to write a person's name agree, and two people's names not?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dedupe.parse.names import (
    ComparedName,
    agree,
    compare_names,
    name_words,
    parse_name,
    read_names,
)

SAME = [
    ("Jiawei Han", "Han J"),
    ("Jiawei Han", "Han, Jiawei"),
    ("Michael J. Carey", "M. Carey"),
    ("Smith JA", "John A. Smith"),
    ("Héctor García-Molina", "H. Garcia Molina"),
    ("Johannes van der Berg", "Berg, J."),
    ("Wei Wang", "Wang Wei"),
    ("Joachim Doppelhammer", "Joachen Doppelhammr"),
    ("Kevin Chen-Chuan Chang", "Chen-Chuan K. Chang"),
    ("Jeffrey C. Jackson", "Jackson J.C."),
    ("Jeffrey C. Jackson", "jackson j. c."),
    ("Jeffrey C. Jackson", "CJ Jackson"),
    ("Haixun Wang", "wang, h"),
    ("Manfred K. Warmuth", "m. k. war-muth"),
    ("James C. Jackson", "J.C.Jackson"),
    ("Ada Lovelace", "Ada, L."),
]
OTHER = [
    ("Wei Wang", "Haixun Wang"),
    ("Larry Ellison", "Robert S. Epstein"),
    ("Yi Li", "Yi Lu"),
    ("Bob Lovelace", "Carl Bob"),
    ("Ada Jackson", "Jackson J.C."),
    ("Johannes van der Berg", "Ada van der Laan"),
]
READ = [
    ("Jeffrey C. Jackson", ComparedName("jackson", ("jackson", "jeffrey"), "jc")),
    ("Jackson, Jeffrey C.", ComparedName("jackson", ("jackson", "jeffrey"), "jc")),
    ("Jackson J.C.", ComparedName("jackson", ("jackson",), "jc")),
    ("Jackson J.C", ComparedName("jackson", ("jackson",), "jc")),
    ("Jackson J.-C.", ComparedName("jackson", ("jackson",), "jc")),
    ("Jackson JC", ComparedName("jackson", ("jackson",), "jc")),
    ("Jackson J", ComparedName("jackson", ("jackson",), "j")),
    ("Jackson J.C.D.E.", ComparedName("jackson", ("jackson",), "jcde")),
    ("JC Jackson", ComparedName("jackson", ("jackson",), "jc")),
    ("JA Smith", ComparedName("smith", ("smith",), "ja")),
    ("JA. Smith", ComparedName("smith", ("smith",), "ja")),
    ("jc jackson", ComparedName("jackson", ("jackson", "jc"), "jc")),
    ("hwc zaniolo", ComparedName("zaniolo", ("zaniolo", "hwc"), "hwc")),
    ("J.C.Jackson", ComparedName("jackson", ("jackson",), "jc")),
    ("van der Berg, J.", ComparedName("berg", ("berg",), "j")),
    ("Johannes van der Berg", ComparedName("berg", ("berg", "johannes"), "j")),
    ("Berg, Johannes van der", ComparedName("berg", ("berg", "johannes"), "j")),
    ("Abu Ali ibn Sina", ComparedName("sina", ("sina", "abu", "ali"), "aa")),
    ("de la", ComparedName("la", ("la", "de"), "d")),
    ("Jackson, Jr., Jeffrey", ComparedName("jackson", ("jackson", "jeffrey"), "j")),
    ("m. k. war-muth", ComparedName("muth", ("war", "muth", "warmuth"), "mk")),
]


@pytest.mark.parametrize(("text", "name"), READ)
def test_a_name_is_taken_apart(text: str, name: ComparedName) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        *("Jeffrey Jackson Jr.", "Jeffrey Jackson Sr", "Jeffrey Jackson II", "Jeffrey Jackson III"),
        *("Jeffrey Jackson IV", "Jeffrey Jackson PhD", "Dr. Jeffrey Jackson", "Jeffrey Jackson MD"),
        *("and Jeffrey Jackson", "Jeffrey Jackson et al.", "Jackson, Jeffrey, and others"),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(text: str) -> None:
    assert parse_name(text) == ComparedName("jackson", ("jackson", "jeffrey"), "j")


@pytest.mark.parametrize(("a", "b"), SAME)
def test_two_spellings_of_a_name_agree(a: str, b: str) -> None:
    assert compare_names(read_names((a,)), read_names((b,))).level == "all"
    assert agreed(a, b)
    assert agreed(b, a)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_names_of_two_people_do_not_agree(a: str, b: str) -> None:
    assert compare_names(read_names((a,)), read_names((b,))).level == "none"
    assert not agreed(a, b)
    assert not agreed(b, a)


def agreed(a: str, b: str) -> bool:
    """Tell whether two names agree, in the order in which they are given."""
    left, right = parse_name(a), parse_name(b)
    assert left
    assert right
    return agree(left, right)


def test_what_stands_for_more_authors_is_no_name() -> None:
    assert read_names(("et al.", "and others", "")) == ()
    assert compare_names((), read_names(("Ada Lovelace",))).level == "unknown"


def test_each_name_has_one_partner_at_most() -> None:
    agreement = compare_names(read_names(("Y. Li", "Y. Li")), read_names(("Yi Li", "Ada Lovelace")))

    assert (agreement.level, agreement.shared) == ("most", 1)


@settings(deadline=None)
@given(st.text(alphabet="aAbJ.,-;& ()[]'éøж et al.Jr王\n1", max_size=40))
def test_no_text_breaks_the_reader_of_names(text: str) -> None:
    names = read_names((text,))

    assert all(name.last for name in names)
    assert compare_names(names, names).level in {"all", "unknown"}


@given(st.text(alphabet="xYz .,-", max_size=20))
def test_plain_names_are_read_as_those_that_need_folding(text: str) -> None:
    assert name_words(f"{text} Øx") == [*name_words(text), "ox"]
