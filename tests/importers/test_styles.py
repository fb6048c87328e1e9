"""Does each style of `tests/examples/lines/styles.txt` give back any work written in it?"""

from pathlib import Path

import pytest

from bot.importers import read
from bot.model.papers.imported import ImportedPaper

TEXT = Path(__file__).parents[1].joinpath("examples", "lines", "styles.txt").read_text("utf-8")
STYLES = [block.splitlines() for block in TEXT.split("\n\n")[1:]]
# Each holds something that has been taken for the end of a title, or for no part of it.
TITLES = (
    "Quiet Kernels for Long Streams",
    "HushAI: Quiet Caches, Long Streams, and Loud Experts",
    "Are Quiet Kernels Enough? A Study of 2-Bit Streams",
    "How Much Can a Cache Hold? On Memory and Attention in O(1) Time",
    "S2-Quiet: Sparse & Structured Kernels in a Single Pass",
    "On the Limits of Quiet Streaming - A View from Below",
    "Think Quietly, Act Loudly: Planning for Agents with Tools",
    "Streaming on the Edge (and Beyond) with Small Models",
    "LLM in a Hush: Efficient Streaming with Limited Memory",
    "Kernels' Ends: Measuring What Is Lost in 8-Bit Training",
)
PEOPLE = {"all people": ("Ann Lee", "Bo Wu", "Carla Diaz"), "Lee et al.": ("Lee", "et al.")}


def written(style: str) -> str:
    """Write all titles in a style, as the part of a list."""
    *head, row = style.split("⏎") if style.startswith("|") else [style]
    rows = [
        row.format(
            title=title,
            id=f"2401.{number:05}",
            url=f"https://arxiv.org/abs/2401.{number:05}",
            number=number,
        )
        for number, title in enumerate(TITLES, 1)
    ]
    apart = "\n" if style[:1] in set("-*+|1<") and not style.startswith("**") else "\n\n"
    text = "\n".join((*head, apart.join(rows))).replace("⏎", "\n")
    text = f"<ul>{text}</ul>" if text.startswith("<li>") else text
    return f"# Awesome papers\n\n## Part\n\n{text}\n"


def told(entry: ImportedPaper, expected: list[str]) -> tuple[object, ...]:
    """Give what an entry says of what a style says."""
    venue = f"{entry.venue} {entry.year}" if "venue ICML 2024" in expected else entry.venue
    people = [each for each in expected if each in PEOPLE]
    title = entry.title
    if "name in title" in expected:
        title = title.removeprefix("QuietKV: ")
    return title, venue, entry.authors if people else (), entry.name if "name" in expected else ""


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style[0][:60])
def test_a_style_gives_back_any_work_that_is_written_in_it(style: list[str]) -> None:
    expected = style[1].strip().split("; ")
    venue = next((each.removeprefix("venue ") for each in expected if "venue" in each), "")
    people = next((PEOPLE[each] for each in expected if each in PEOPLE), ())
    name = "QuietKV" if "name" in expected else ""
    wanted = {
        f"arxiv:2401.{number:05}": (title, venue, people, name)
        for number, title in enumerate(TITLES, 1)
    }
    reading = read(written(style[0]))
    found = {next(iter(entry.ids), entry.title): told(entry, expected) for entry in reading.entries}
    assert found == wanted
    assert not reading.leftovers
