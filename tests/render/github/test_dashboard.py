"""Does the dashboard read as the files of `tests/examples/comments` show it?"""

from pathlib import Path

from bot.model.upkeep.board import Board, Waiting
from bot.model.upkeep.candidate import Candidate
from bot.model.upkeep.kept import Doubt, Ran
from bot.model.upkeep.link import Finding, LinkState
from bot.model.upkeep.proposal import Proposal
from bot.render.github.upkeep.dashboard import dashboard

FOLDER = Path(__file__).parents[2] / "examples" / "comments"
CANDIDATE = Candidate(
    number=12,
    work="arxiv:2611.00001",
    url="https://arxiv.org/abs/2611.00001",
    title="Kernels *for* Streams",
    day="2026-11-20",
    category="surveys",
    reasons=("it cites 3 entries", "“paged” is in its title"),
    on="2026-11-30",
)
BARE = Candidate(
    number=13,
    work="arxiv:2611.00002",
    url="https://arxiv.org/abs/2611.00002",
    title="A Bare Work",
    day="2026-11-21",
    on="2026-11-30",
)


def finding(url: str, entries: tuple[str, ...] = ("a",), **state: object) -> Finding:
    """Make a link in trouble that leads nowhere, if nothing else is told of it."""
    stands = {"looked": "2026-11-30", "verdict": "dead", "said": "it answers 404"} | state
    return Finding(url=url, state=LinkState.model_validate(stands), entries=entries)


FULL = Board(
    maintainers=(Waiting(7, "A `new` work", 0, 8), Waiting(6, "Another", 1)),
    submitters=(Waiting(5, "A third", 2),),
    held=(Waiting(4, "A fourth", 30, 9),),
    rolling=40,
    doubts=(Doubt(a="a", b="unknown", why="titles alike (70 % of the words)"),),
    findings=(
        finding("https://one.org/", ("a", "b", "c", "d", "e"), since="2026-11-01"),
        finding("https://two.org/", said="", archived="https://web.archive.org/two"),
        finding("https://three.org/", verdict="moved", moved_to="https://new.org/", certain=True),
        *(
            finding(f"https://gone.org/{at}", since=f"2026-11-0{day}", archived="https://b.org/")
            for at, day in enumerate((2, 4, 3))
        ),
        *(finding(f"https://odd.org/{at}", verdict="suspect", said="") for at in range(6)),
        Finding(
            url="https://four.org/",
            state=LinkState(looked="2026-11-30", verdict="changed"),
            entries=("b",),
            others=tuple(f"https://four.org/{at}" for at in range(4)),
        ),
    ),
    warning="the list on the site is “old”",
    likely=(
        Proposal(kind="venues", entry="a", field="venue", after="ICML 2026", said_by=("dblp",)),
        Proposal(
            kind="dates",
            entry="unknown",
            field="date",
            before="2025",
            after="2026",
            said_by=("arXiv", "DataCite"),
        ),
    ),
    candidates=(CANDIDATE, BARE),
    runs={
        "metadata": Ran(on="2026-11-29", said="KeyError: “a”", failed=True),
        "links": Ran(on="2026-10-01", said="9 links | 3 dead"),
    },
    late=("links",),
    earlier=(1, 2, 3),
    unheard=("“/drop 99” had no effect: there is no 99",),
    obeyed=(11, 12),
    titles={"a": "A *Title*", "b": "B", "c": "C", "d": "D", "e": "E"},
)


def test_the_whole_dashboard_reads_as_its_file_shows_it() -> None:
    assert dashboard(FULL) == FOLDER.joinpath("dashboard.md").read_text("utf-8")


def test_a_dashboard_with_nothing_on_it_says_when_each_job_ran() -> None:
    assert dashboard(Board(runs={}, titles={})) == (
        FOLDER.joinpath("dashboard-empty.md").read_text("utf-8")
    )
