"""Is a person's name taken apart as its bearer would, and kept so from import to export?"""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.importers import read_bibliography
from bot.importers.phrases.names import authors
from bot.model.papers.paper import Paper
from bot.people.listed import bibtex_listed, is_cut, listed
from bot.people.name import PersonName, is_group, read_name, spoken, stored
from bot.render.export.bibtex import record

READ = [
    ("Ada Lovelace", PersonName("Lovelace", "Ada")),
    ("Lovelace, Ada", PersonName("Lovelace", "Ada")),
    ("García Márquez, Gabriel", PersonName("García Márquez", "Gabriel")),
    ("Johannes van der Berg", PersonName("van der Berg", "Johannes")),
    ("van der Berg, Johannes", PersonName("van der Berg", "Johannes")),
    ("Berg, Johannes van der", PersonName("van der Berg", "Johannes")),
    ("Guy L. Steele Jr.", PersonName("Steele", "Guy L.", "Jr.")),
    ("Steele, Jr., Guy L.", PersonName("Steele", "Guy L.", "Jr.")),
    ("Steele, Guy L., Jr.", PersonName("Steele", "Guy L.", "Jr.")),
    ("Garay JA", PersonName("Garay", "JA")),
    ("Garcia Molina H.", PersonName("Garcia Molina", "H.")),
    ("King Jr, Martin Luther", PersonName("King", "Martin Luther", "Jr")),
    ("Jr, Martin", PersonName("Jr", "Martin")),
    ("de la Cruz, Ana", PersonName("de la Cruz", "Ana")),
    ("le Mckenzie", PersonName("Mckenzie", "le")),
    ("J. A.", PersonName("A.", "J.")),
    ("Steele Jr.", PersonName("Steele", "", "Jr.")),
    ("Jr.", PersonName("Jr.")),
    ("Madonna", PersonName("Madonna")),
    ("", PersonName("")),
]


@pytest.mark.parametrize(("text", "name"), READ)
def test_family_given_and_suffix_are_told_apart(text: str, name: PersonName) -> None:
    assert read_name(text) == name


GROUPS = (
    "The vLLM Team,Web Teams,Reading Group,User Groups,Sky Lab,Bell Labs,National Laboratory,"
    "A Collaboration,A Consortium,Mind Foundation,Max Planck Institute,Institutes of Health,"
    "Utrecht University,Universitas Gadjah,The Authors,All Contributors,Kernel Developers,"
    "A Community,Acme Inc,Acme LLC,Acme Ltd,Acme GmbH,Google Brain,Microsoft Research,NVIDIA Corp,"
    "Google DeepMind,OpenAI People,Anthropic People,Alibaba Cloud,Tencent Cloud,Baidu Cloud,"
    "Huawei Cloud,ByteDance Seed,Hugging Face,HuggingFace People,AT & T,user@host,Seed 2,"
    "Ann Lee and Bo Chen,Moonshot AI,Stanford NLP,Leeds HPC"
).split(",")


@pytest.mark.parametrize("text", GROUPS)
def test_a_group_of_people_is_one_name(text: str) -> None:
    assert is_group(text)


@pytest.mark.parametrize("text", ["Labe Teamer", "Ana Incas", "Li Ai", "AI", "Anders Andersen"])
def test_a_person_whose_name_looks_like_a_group_is_none(text: str) -> None:
    assert not is_group(text)


@pytest.mark.parametrize(
    ("written", "kept", "shown"),
    [
        ("Lovelace, Ada", "Ada Lovelace", "Ada Lovelace"),
        ("van der Berg, Johannes", "Johannes van der Berg", "Johannes van der Berg"),
        ("García Márquez, Gabriel", "García Márquez, Gabriel", "Gabriel García Márquez"),
        ("De Jong, Michiel", "De Jong, Michiel", "Michiel De Jong"),
        ("Steele, Jr., Guy L.", "Guy L. Steele Jr.", "Guy L. Steele Jr."),
        ("Nguyen, AI", "AI Nguyen", "AI Nguyen"),
        ("Llama Team, AI @ Meta", "Llama Team, AI @ Meta", "Llama Team, AI @ Meta"),
        ("Garay J", "Garay J", "Garay J"),
        (",", ",", ","),
    ],
)
def test_a_comma_is_kept_only_where_it_tells_more(written: str, kept: str, shown: str) -> None:
    assert (stored(written), spoken(stored(written))) == (kept, shown)


@given(st.text("AbCé., -JrvandeI", max_size=30))
@example("Le, I, A")
def test_what_is_stored_is_the_same_person(text: str) -> None:
    text = " ".join(text.split())
    assert read_name(stored(text)) == read_name(text)
    assert stored(stored(text)) == stored(text)


def test_a_name_comes_out_of_bibtex_as_it_went_in() -> None:
    names = (
        "García Márquez, Gabriel",
        "Lovelace, Ada",
        "Steele, Jr., Guy L.",
        "van der Berg, Jan",
        "De Jong, Michiel",
    )
    text = f"@article{{x, title = {{A title}}, author = {{{' and '.join(names)}}}}}"

    (entry,) = read_bibliography(text).entries
    paper = Paper(id="x", title="A title", category="c", authors=entry.authors)

    written = (
        "Garc{\\'{i}}a M{\\'{a}}rquez, Gabriel and Ada Lovelace and Steele, Jr., Guy L."
        " and Jan van der Berg and De Jong, Michiel"
    )
    assert f"  author = {{{written}}},\n" in record(paper, "x")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Peyton Jones, S., Hoare, C. A. R.", ("Peyton Jones, S.", "C. A. R. Hoare")),
        ("Hinton, Geoffrey E., Simon Osindero", ("Geoffrey E. Hinton", "Simon Osindero")),
        ("Szegedy, Christian, et al.", ("Christian Szegedy",)),
        ("Kipf, Welling", ("Kipf", "Welling")),
        ("Kipf, Thomas and Welling, Max", ("Thomas Kipf", "Max Welling")),
        ("by Ann Lee¹*, †Bo Wu² and 3 others", ("Ann Lee", "Bo Wu")),
        ("Ann Lee、Bo Wu 等", ("Ann Lee", "Bo Wu")),
    ],
)
def test_the_people_of_a_line_are_told_apart(text: str, people: tuple[str, ...]) -> None:
    assert authors(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ann Lee& Bo Wu", ("Ann Lee", "Bo Wu")),
        ("Ann Lee, Bo Wu and Cy Fox", ("Ann Lee", "Bo Wu", "Cy Fox")),
        ("Lee, Ann, and Wu, Bo", ("Lee, Ann", "Wu, Bo")),
        ("Lee, Ann; Wu, Bo", ("Lee, Ann", "Wu, Bo")),
        ("Garcia Molina, Hector, and Wu, Bo", ("Garcia Molina, Hector", "Wu, Bo")),
        ("Smith, John, Doe, Jane", ("Smith, John", "Doe, Jane")),
        ("Smith, John A., Doe, Jane", ("Smith, John A.", "Doe, Jane")),
        ("Lee, A., Wu, Bo", ("Lee, A.", "Wu, Bo")),
        ("J.Furst, JC", ("J.Furst",)),
        ("Madonna, Bo Wu, Cy Fox", ("Madonna", "Bo Wu", "Cy Fox")),
        ("Lee, Ann B.", ("Lee, Ann B.",)),
        ("WU, Lee", ("WU", "Lee")),
        ("Lee A.Wu B.Fox C. D.", ("Lee A.", "Wu B.", "Fox C. D.")),
        ("Lee, A., Wu, B., Fox, C.", ("Lee, A.", "Wu, B.", "Fox, C.")),
        ("Guy L. Steele, Jr., Bo Wu, Cy Fox", ("Guy L. Steele, Jr.", "Bo Wu", "Cy Fox")),
        ("A Blum, M Furst, JC", ("A Blum", "M Furst")),
        ("Hinton, Geoffrey, Simon Osindero", ("Hinton, Geoffrey", "Simon Osindero")),
        ("LEE ANN, LI, CY FOX", ("LEE ANN", "LI", "CY FOX")),
        ("Yingyan (Celine) Lin (MIT), Bo Wu", ("Yingyan (Celine) Lin", "Bo Wu")),
        ("", ()),
    ],
)
def test_a_list_of_people_is_parted_as_it_was_written(text: str, people: tuple[str, ...]) -> None:
    assert listed(text) == people


def test_in_bibtex_only_the_word_and_parts_and_none_inside_braces() -> None:
    value = "{} and {Barnes and Noble} and Lee, Ann and {} and others"

    assert [*bibtex_listed(value)] == ["Barnes and Noble", "Lee, Ann"]


@pytest.mark.parametrize(
    "text", ["Ann Lee et al.", "Ann Lee and 3 others", "Ann Lee, …", "李安 等"]
)
def test_a_list_that_leaves_people_out_says_so(text: str) -> None:
    assert is_cut(text)
    assert is_cut(f"{text}{' ' * 20};\n")
    assert not is_cut("Ann Lee and Al Bo")
