"""Is every visible word of a list kept, and every work found, in whatever style it is kept?"""

import re
from collections.abc import Callable
from typing import NamedTuple

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.importers import read
from bot.model.papers.imported import ImportResult

NOUNS = ("Caches", "Kernels", "Schedulers", "Decoders", "Tokens", "Adapters", "Experts", "Batches")
VERBS = ("Sharing", "Pruning", "Placing", "Merging", "Routing", "Paging", "Packing", "Sorting")
PLACES = ("Clusters", "Phones", "Clouds", "Chips", "Browsers", "Racks")


class Work(NamedTuple):
    """A work to be listed, and found again."""

    title: str
    number: int
    venue: str
    year: int

    @property
    def url(self) -> str:
        """The address of its preprint."""
        return f"https://arxiv.org/abs/2301.{self.number:05}"


works = st.lists(
    st.builds(
        lambda verb, noun, place, number, venue, year: Work(
            f"{verb} {noun} for Faster {place}", number, venue, year
        ),
        st.sampled_from(VERBS),
        st.sampled_from(NOUNS),
        st.sampled_from(PLACES),
        st.integers(1, 99_999),
        st.sampled_from(("ICML", "SOSP", "NeurIPS")),
        st.integers(2015, 2026),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda work: work.number,
)
Style = Callable[[list[Work]], str]


def bullets(listed: list[Work]) -> str:
    """Write linked titles with the venue in brackets."""
    return "".join(f"- [{w.title}]({w.url}) ({w.venue} {w.year})\n" for w in listed)


def numbered(listed: list[Work]) -> str:
    """Write numbered lines, all of them 1."""
    return "".join(f"1. {w.title}, {w.venue} {w.year}, [Paper]({w.url})\n" for w in listed)


def inserted(listed: list[Work]) -> str:
    """Write titles with the venue underlined."""
    return "".join(
        f"* {w.title}, <ins>{w.venue}, {w.year}</ins> [[Paper]({w.url})]\n" for w in listed
    )


def nested(listed: list[Work]) -> str:
    """Write titles in bold with fields below."""
    return "".join(
        f"- **{w.title}**\n  - Venue: {w.venue} {w.year}\n  - Paper: [arXiv]({w.url})\n"
        for w in listed
    )


def table(listed: list[Work]) -> str:
    """Write a table."""
    rows = "".join(f"| {w.title} | {w.venue} | {w.year} | [pdf]({w.url}) |\n" for w in listed)
    return f"| Title | Venue | Year | Link |\n|---|---|---|---|\n{rows}"


def html(listed: list[Work]) -> str:
    """Write a table in HTML."""
    rows = "".join(
        f"<tr><td>{w.title}</td><td>{w.venue} {w.year}</td>"
        f"<td><a href='{w.url}'>pdf</a></td></tr>\n"
        for w in listed
    )
    return f"<table>\n<tr><th>Title</th><th>Venue</th><th>Link</th></tr>\n{rows}</table>\n"


def paragraphs(listed: list[Work]) -> str:
    """Write a paragraph for each."""
    return "\n\n".join(f"**{w.title}** \\\n{w.venue} {w.year}. [[Paper]({w.url})]" for w in listed)


STYLES: tuple[Style, ...] = (bullets, numbered, inserted, nested, table, html, paragraphs)


def kept(reading: ImportResult) -> str:
    """Give all words of a reading."""
    entries = (
        " ".join(
            (
                entry.title,
                entry.name,
                entry.venue,
                entry.date,
                str(entry.year),
                entry.note,
                *entry.authors,
                *entry.affiliations,
                *entry.keywords,
                *entry.section,
                *(f"{label} {url}" for label, url in entry.links),
            )
        )
        for entry in reading.entries
    )
    return " ".join(
        (*entries, *reading.leftovers, *reading.headings, *(each.text for each in reading.prose))
    )


@settings(deadline=None, max_examples=60)
@given(works, st.sampled_from(STYLES))
def test_a_list_in_any_style_gives_its_works_back(listed: list[Work], style: Style) -> None:
    reading = read(f"# ImportResult list\n\nSome words first.\n\n## Methods\n\n{style(listed)}")
    found = [(e.title, e.venue, e.year, e.ids, e.section) for e in reading.entries]
    assert found == [
        (w.title, w.venue, w.year, (f"arxiv:2301.{w.number:05}",), ("Methods",)) for w in listed
    ]
    assert not reading.leftovers


words = st.lists(
    st.sampled_from(
        (
            *("paging", "(2023)", "[ICML 2024]", "**bold", "words**", "*it*", "`code`", "a|b", "|"),
            *(
                "- ",
                "\n",
                "\n\n",
                "\n- ",
                "\n1. ",
                "# ",
                "\n## ",
                "> ",
                "\n| x | y |\n|-|-|\n| ",
                "<b>",
            ),
            *("[Paper](https://arxiv.org/abs/2301.00001)", "https://arxiv.org/abs/2302.00002"),
            *("<br>", "</td>", "<table><tr><td>", "</table>", "<details>", "<summary>", "\n```\n"),
            *(
                "Venue: ",
                "Dao",
                "et al.",
                "—",
                "，",
                "NeurIPS",
                "2021",
                "🔥",
                "\\",
                "[x]",
                "(",
                "]",
            ),
        )
    ),
    max_size=40,
)
WORD = re.compile(r"[a-z]{3,}", re.IGNORECASE)
MARKUP = frozenset(("https", "details", "summary", "table", "org", "abs"))


@settings(deadline=None, max_examples=300)
@given(words)
@example(
    ["<summary>", "\n| x |\n|-|\n", "[Paper](https://arxiv.org/abs/2301.00001)", "\n\n", "paging"]
)
@example(["- ", "<summary>", "[Paper](https://arxiv.org/abs/2301.00001)", "</td>", "paging"])
def test_no_visible_word_is_lost(parts: list[str]) -> None:
    text = " ".join(parts)
    there = set(WORD.findall(kept(read(text)).lower()))
    assert set(WORD.findall(text.lower())) - MARKUP <= there | {"venue"}


@settings(deadline=None, max_examples=200)
@given(words)
def test_a_link_to_a_work_is_in_an_entry_or_a_leftover(parts: list[str]) -> None:
    reading = read("# Top\n\n## Part\n\n" + " ".join(parts))
    assert not [each for each in reading.prose if "arxiv.org/abs" in each.text]


@given(st.text(max_size=400))
@settings(deadline=None, max_examples=100)
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert isinstance(read(text), ImportResult)


# Lines of lists as their owners write them when there is nothing to link to.
TITLES = st.builds(
    lambda verb, noun, place: f"{verb} {noun} for Faster {place}",
    st.sampled_from(VERBS),
    st.sampled_from(NOUNS),
    st.sampled_from(PLACES),
)
BESIDE = ("", " (SIGMOD 2020)", ", ICRA 2019", " - Ann Lee, Bo Wu", " | NUS", ": a system", " 🔥")
LINES = st.lists(st.tuples(TITLES, st.sampled_from(BESIDE)), min_size=1, max_size=8)
LABELS = st.sampled_from(("", "Notes", "Since", "Zweck", "评价", "Backend", "Model", "Paper"))
SENTENCE = "This section holds what we have read on {}."


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(("- {}", "* {}", "1. {}", "- [ ] {}", "- **{}**")),
    LINES,
    st.lists(st.sampled_from(NOUNS), max_size=2),
    st.sampled_from(([], ["![how it works](flow.png)", "```\nmake all\n```"])),
)
def test_every_bullet_is_an_entry_or_left_over_and_all_prose_is_counted(
    style: str, lines: list[tuple[str, str]], about: list[str], shown: list[str]
) -> None:
    prose = "".join(f"{SENTENCE.format(noun)}\n\n" for noun in about)
    bullets = "\n".join(style.format("".join(line)) for line in lines)
    beside = "\n\n".join(shown)
    text = f"# L\n\n## Methods\n\n{prose}{bullets}\n\n{beside}\n\n## Licence\n\n- MIT\n"
    reading = read(text)
    assert len(reading.entries) + len(reading.leftovers) == len(lines) + len(shown)
    assert [each.section for each in reading.prose] == [("Methods",)] * len(about) + [("Licence",)]


@settings(deadline=None, max_examples=100)
@given(st.tuples(LABELS, LABELS, LABELS), LINES, st.sampled_from(("", "[home](https://a.org/b)")))
def test_every_row_of_a_table_is_an_entry_or_left_over(
    labels: tuple[str, str, str], lines: list[tuple[str, str]], link: str
) -> None:
    rows = "".join(f"| {title}{beside} | 2023 | {link} |\n" for title, beside in lines)
    head = " | ".join(labels)
    reading = read(f"# L\n\n## Methods\n\n| {head} |\n|---|---|---|\n{rows}")
    assert len(reading.entries) + len(reading.leftovers) == len(lines)
    assert not reading.prose
