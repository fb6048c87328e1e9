"""Do the dashboard and upkeep's pull request show all that they must, and fit whatever there is?"""

import re
from pathlib import Path

import pytest

from bot.model.upkeep.board import Board, Waiting
from bot.model.upkeep.kept import MOST_PROPOSALS, Doubt, Ran
from bot.model.upkeep.link import Finding, LinkState
from bot.model.upkeep.proposal import Proposal
from bot.render.github.upkeep.dashboard import dashboard, reminder
from bot.render.github.upkeep.pull import ShownProposals, body, mark, readable, shown_in
from bot.upkeep.board.boxes import Tick, box, key_of, ticked_by, ticks, with_ticks
from tests.render.cmark import html

FOLDER = Path(__file__).parents[2] / "examples" / "comments"
MOST = 65_536  # characters that GitHub takes
NASTY = "a|b `code` @mia #1 <!-- x --> <script> **b** [x](http://evil.example) \u202e ``` -->"


def change(at: int, after: str = "A Venue 2025", kind: str = "venues") -> Proposal:
    return Proposal(
        kind=kind, entry=f"work-{at:04d}", field="venue", after=after, said_by=("arXiv", NASTY)
    )


def test_all_that_would_land_is_shown_whole_and_fits() -> None:
    long = "An Author; " * 80
    every = [
        *(change(at, long.strip("; "), "authors") for at in range(200)),
        *(change(at, NASTY) for at in range(200)),
        change(999, "too long to be read " * 60),
    ]
    shown = readable(every, {})
    assert 50 < len(shown) <= 150
    assert {each.kind for each in shown} >= {"venues"}, "venues are more pressing than authors"
    text = body(shown, {}, ShownProposals("abc", "2026-11-30T05:23:00Z"), ())
    assert len(text) < MOST
    for each in shown:
        assert f"`{each.entry}`" in text
    assert "work-0999" not in text
    assert shown_in(text) == ShownProposals("abc", "2026-11-30T05:23:00Z")
    assert shown_in(mark(ShownProposals("abc"))) == ShownProposals("abc")
    reviewed = ShownProposals("abc", "2026-11-30T05:23:00Z", "0f" * 20)
    assert shown_in(mark(reviewed)) == reviewed
    assert shown_in("no mark") == ShownProposals("")


@pytest.mark.parametrize("title", ["<" * 200, "@" * 200, "| `*_" * 40, "An Ordinary Title"])
def test_titles_that_are_long_to_write_leave_room_for_fewer(title: str) -> None:
    every = [change(at, "|" * 60) for at in range(200)]
    titles = {each.entry: title for each in every}
    shown = readable(every, titles)
    assert len(shown) > 20
    assert len(body(shown, titles, ShownProposals("abc"), ("a note",))) < MOST


def test_what_strangers_wrote_does_nothing_in_the_table() -> None:
    shown = html(body([change(1, NASTY)], {"work-0001": NASTY}, ShownProposals("abc"), ()))
    assert "<script>" not in shown
    assert 'href="http://evil.example"' not in shown
    row = next(line for line in shown.split("<tr>") if "work-0001" in line)
    assert row.count("<td>") == 5


def board(number: int, words: str = "fine") -> Board:
    """Give a board that holds very much of everything."""
    waiting = tuple(Waiting(at, words, at, at) for at in range(1, number))
    state = LinkState(
        looked="2026-11-30",
        verdict="dead",
        said="it answers 404",
        since="2026-11-01",
        archived=None,
    )
    return Board(
        maintainers=waiting,
        submitters=waiting,
        held=waiting,
        doubts=tuple(Doubt(a="a", b=f"b-{at}", why=words) for at in range(number)),
        findings=tuple(
            Finding(url=f"https://{at}.org/{'x' * 1_900}", state=state, entries=("a",))
            for at in range(number)
        ),
        likely=tuple(change(at, words) for at in range(number)),
        runs={"links": Ran(on="2026-11-30", said=words)},
        late=("links",),
        earlier=tuple(range(1, number)),
        titles={"a": words},
        unheard=(f"“{words.replace('“', '')}” had no effect",),
    )


def test_the_dashboard_fits_whatever_there_is() -> None:
    for words in ("fine", NASTY * 20):
        text = dashboard(board(500, words))
        assert len(text) < MOST
        assert "| links | 2026-11-30 |" in text
        for part in text.split("\n### ")[1:-1]:
            _, _, shown = part.partition("\n\n")
            assert shown.startswith("- "), "each section shows something of its own"
            assert re.search(r"\n- … and [0-9]+ more$| and [0-9]+ more; a main", shown.strip()), (
                part
            )
            assert shown.count(": right: into") == shown.count(": wrong: never again")
        assert text.count("`/remove` and") == text.count("`/keep` and")
    assert "### " not in dashboard(Board(runs={}, titles={})).partition("### When each job")[0]


def dead_pages(number: int, archived: str | None = None) -> tuple[Finding, ...]:
    state = LinkState(
        looked="2026-11-30", verdict="dead", said="it answers 404", since="2026-11-01"
    ).model_copy(update={"archived": archived})
    urls = [f"https://gone.org/{at}" for at in range(number)]
    return tuple(Finding(url=url, state=state, entries=("a",)) for url in urls)


def test_many_links_of_one_site_are_one_line_and_few_are_told_one_by_one() -> None:
    text = dashboard(Board(findings=dead_pages(200), runs={}, titles={"a": "A"}))
    (line,) = [each for each in text.splitlines() if "gone.org" in each]
    assert line.startswith("- 200 links of `gone.org`, each of which is dead since 2026-11-01")
    assert line.endswith("`https://gone.org/4` and 195 more")
    assert text.count("- [ ] <!-- bot:") == 2
    few = dashboard(Board(findings=dead_pages(2), runs={}, titles={"a": "A"}))
    assert few.count("gone.org") == 2
    assert few.count("- [ ] <!-- bot:remove") == 2
    code = [
        Finding(url=f"https://github.com/o/{at}", state=dead_pages(1)[0].state, entries=("a",))
        for at in range(9)
    ]
    assert dashboard(Board(findings=tuple(code), runs={}, titles={})).count("bot:remove") == 9
    moved = LinkState(looked="2026-11-30", verdict="moved", moved_to="https://new.org/1")
    led = [Finding(url=f"https://a.org/{at}", state=moved, entries=("a",)) for at in range(9)]
    assert dashboard(Board(findings=tuple(led), runs={}, titles={})).count("now `https://new") == 9


def test_a_job_that_broke_off_is_told_first() -> None:
    ran = Ran(on="2026-11-30", said="KeyError", failed=True)
    text = dashboard(Board(runs={"links": ran}, titles={}))
    assert "> **`links` broke off on 2026-11-30: `KeyError`; Actions shows its run.**" in text


def test_what_strangers_wrote_does_nothing_on_the_dashboard() -> None:
    shown = html(dashboard(board(3, NASTY)))
    assert "<script>" not in shown
    assert 'href="http://evil.example"' not in shown


def test_ticks_are_read_and_kept_however_people_arrange_the_lines() -> None:
    text = f"{box('keep', 'a1')}x\n  {box('take', '31')}y\n{box('drop', 'b2')}z"
    assert ticks(text) == frozenset()
    ticked = text.replace("- [ ] <!-- bot:keep", "* [X] <!-- bot:keep").replace(
        "  - [ ] <!--", "\t1. [x]<!--"
    )
    known = {Tick("keep", "a1"), Tick("take", "31")}
    assert ticks(ticked) == known
    kept = with_ticks(text, known, "mia")
    assert ticks(kept) == known
    assert ticked_by(kept) == "mia"
    assert ticks(with_ticks(kept, (), "mia")) == frozenset()
    assert with_ticks(text, (), "mia") == text
    assert ticks("\r\n".join(ticked.split("\n"))) == known
    assert ticked_by("\r\n".join(kept.split("\n"))) == "mia"


def test_nobody_ticks_by_what_stands_in_a_title() -> None:
    title = "A Work <!-- bot:ticked-by eve --> - [x] <!-- bot:take 31 -->"
    text = dashboard(board(3, title))
    assert "ticked-by eve" in text
    assert ticks(text) == frozenset()
    assert ticked_by(text) == ""
    (first, *_) = re.findall(r"- \[ \] <!-- bot:([a-z]+) ([0-9a-f]+) -->", text)
    assert ticked_by(with_ticks(text, [Tick(*first)], "mia")) == "mia"


@pytest.mark.timeout(20)  # it takes milliseconds; by the square of its length, minutes
@pytest.mark.parametrize("piece", ["\n", "  \n", "- ", "- [x] ", "- [x] <!-- ", "1. \t"])
def test_a_body_that_somebody_filled_up_is_read_at_once(piece: str) -> None:
    assert ticks(piece * (65_536 // len(piece))) == frozenset()
    assert len(key_of("https://a.org/" + "x" * 2_000)) == 12


def test_a_reminder_names_only_whom_it_is_for() -> None:
    waits = (Waiting(1, "@everybody", 20), Waiting(2, "x", 3))
    said = reminder(waits, ("mia",), "<!-- bot:reminder -->")
    assert said.startswith("<!-- bot:reminder -->\n@mia 2 suggestions wait for a maintainer")
    assert said.count("@") == 1


def test_the_whole_pull_request_reads_as_its_file_shows_it() -> None:
    proposals = [
        Proposal(kind="odd", entry="b", field="note", before="Old | new", said_by=()),
        Proposal(kind="dates", entry="b", field="date", before="2025", after="2026"),
        change(1),
        Proposal(kind="withdrawals", entry="b", field="status", after="“withdrawn”"),
        change(2),
    ]
    notes = ("“dblp” did not answer", "two were refused")
    text = body(proposals, {"b": "B *or* C"}, ShownProposals("abc", "2026-11-30T05:23:00Z"), notes)

    assert text + "\n" == FOLDER.joinpath("upkeep-pull.md").read_text("utf-8")


def test_a_pull_request_shows_no_more_than_people_read() -> None:
    every = [change(at) for at in range(MOST_PROPOSALS + 1)]

    assert readable(every, {}) == every[:MOST_PROPOSALS]
