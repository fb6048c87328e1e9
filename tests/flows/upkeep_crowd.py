"""What may the jobs of upkeep see, and people do to the dashboard and to upkeep's pull request?"""

from collections.abc import Iterator

from bot.errors import OutageError
from bot.flows.github.upkeep.keep import UpkeepFacts
from bot.flows.github.upkeep.look import Write, look
from bot.model.github.world import UPKEEP
from bot.model.papers.paper import Catalog
from bot.model.upkeep.candidate import Candidate
from bot.model.upkeep.kept import JOBS, Doubt, Observations, Ran
from bot.model.upkeep.link import LinkState
from bot.model.upkeep.proposal import Proposal
from bot.render.github.upkeep.dashboard import MARKER
from tests.flows.crowd import APPROVALS, WORKS, Approved, Crowd
from tests.flows.on_github import BOT
from tests.github_server.state import Issue
from tests.github_server.wire import ApiError

CODE = "https://github.com/vllm-project/vllm"
SOFTWARE = "https://github.com/NVIDIA/FasterTransformer"
PAPER = "efficient-memory-management-for-large-language-model-serving"
FAST = "fastertransformer"
OLD = "fast-transformer-decoding-one-write-head-is-all-you-need"
_DAY = "2026-01-10"
_MOVED = LinkState(
    looked=_DAY,
    verdict="moved",
    said="renamed",
    moved_to="https://github.com/vllm-project/engine",
    certain=True,
)
_DEAD = LinkState(looked=_DAY, verdict="dead", said="it answers 404", since="2026-01-01")
_COPY = "https://web.archive.org/web/2025/https://github.com/NVIDIA/FasterTransformer"
_STATES = (
    LinkState(looked=_DAY),
    _MOVED,
    _DEAD,
    _DEAD.model_copy(update={"archived": _COPY}),
    _DEAD.model_copy(update={"verdict": "changed", "said": "it is for sale"}),
    _MOVED.model_copy(update={"moved_to": "https://example.org/engine", "certain": False}),
)


def _proposal(kind: str, entry: str, field: str, after: str, said: str) -> Proposal:
    return Proposal(kind=kind, entry=entry, field=field, after=after, said_by=(said,))


_PROPOSALS = (
    _proposal("venues", FAST, "venue", "SOSP 2025", "Crossref"),
    _proposal("authors", OLD, "authors", "Noam Shazeer", "arXiv"),
    _proposal("dates", FAST, "date", "2023-05", "arXiv"),
    _proposal("identifiers", OLD, "id", WORKS[0].ids[1], "Crossref"),
    _proposal("withdrawals", OLD, "status", f"withdrawn, see {WORKS[1].links[0]}", "arXiv"),
)
_ORDERS = (
    *(("mia", f"/{verb} {url}") for verb in ("keep", "remove") for url in (CODE, SOFTWARE)),
    ("mia", f"/archive {SOFTWARE}"),
    ("max", "/suggest 1 2"),
    ("mia", "/suggest 3, 4"),
    ("mia", "/drop 2"),
    ("eve", f"/remove {CODE}"),
    ("eve", "/suggest 1"),
    ("mia", "/approve"),
    ("bob", "Is this list still kept?"),
)
_ON_PULL = (
    *(("mia", order) for order in (*APPROVALS, "/decline", f"/drop {FAST}", "/hold")),
    ("max", "/approve"),
    ("mia", f"/drop {OLD}"),
    ("eve", "/approve"),
    ("eve", f"/drop {FAST}"),
)


def seen(at: int, what: int) -> Observations:
    """Give what the jobs saw of the example list, and of the works of the crowd."""
    links = {CODE: _STATES[at % len(_STATES)], SOFTWARE: _STATES[what % len(_STATES)]}
    works = [WORKS[(at + number) % len(WORKS)] for number in range(what % 4)]
    return Observations(
        links=links,
        sure=tuple(each for place, each in enumerate(_PROPOSALS) if (at >> place) % 2),
        likely=tuple(each for place, each in enumerate(_PROPOSALS) if (what >> place) % 2),
        candidates=tuple(
            Candidate(
                number=WORKS.index(work) + 1,
                work=work.ids[0],
                url=work.links[0],
                title=work.title,
                day="2026-01-05",
                category="serving",
                reasons=("scheduling",),
                on=_DAY,
            )
            for work in works
        ),
        doubts=(Doubt(a=FAST, b=PAPER, why="titles alike"),) if what % 2 else (),
    )


def looks(crowd: Crowd, at: int, what: int) -> None:
    """Let the jobs run, and keep what they saw; GitHub may not let them."""

    def job(_: Catalog, before: UpkeepFacts, day: str, _write: Write) -> Observations:
        runs = dict.fromkeys(JOBS[: 1 + what % 3], Ran(on=day, said="all had an answer"))
        return seen(at, what).model_copy(update={"runs": before.seen.runs | runs})

    try:
        crowd.stage.run(lambda run: look(run, "links", job))
    except OutageError:
        assert crowd.troubled


def boards(crowd: Crowd) -> list[Issue]:
    """Give the dashboards that are not deleted."""
    every = crowd.world.state.issues.values()
    return [
        each
        for each in every
        if not each.pull
        and not each.deleted
        and each.author.login == BOT
        and MARKER in (each.body or "")
    ]


def rolling(crowd: Crowd) -> list[Issue]:
    """Give upkeep's pull requests, oldest first."""
    every = crowd.world.state.issues.values()
    return [each for each in every if each.pull and each.pull.head == UPKEEP]


def _open(crowd: Crowd) -> Iterator[Issue]:
    yield from (each for each in rolling(crowd) if each.state == "open")


def tick(crowd: Crowd, at: int, what: int) -> None:
    """Let a maintainer tick a box of the dashboard, or, now and then, take a tick away."""
    for issue in boards(crowd)[:1]:
        lines = (issue.body or "").split("\n")
        before, after = ("- [x]", "- [ ]") if what % 5 == 0 else ("- [ ]", "- [x]")
        places = [place for place, line in enumerate(lines) if before in line]
        if places:
            place = places[at % len(places)]
            lines[place] = lines[place].replace(before, after)
            crowd.world.edit_issue(issue.number, ("mia", "max")[what % 2], body="\n".join(lines))


def order(crowd: Crowd, _at: int, what: int) -> None:
    """Let somebody write on the dashboard."""
    for issue in boards(crowd)[:1]:
        crowd.comment(issue.number, *_ORDERS[what % len(_ORDERS)])


def order_on_pull(crowd: Crowd, _at: int, what: int) -> None:
    """Let somebody write on the pull request."""
    for pull in _open(crowd):
        who, text = _ON_PULL[what % len(_ON_PULL)]
        if text in APPROVALS:
            shown = crowd.announced(pull.opened.head_sha)
            crowd.approved.append(Approved(pull.number, who, shown))
        crowd.comment(pull.number, who, text)


def meddle(crowd: Crowd, at: int, what: int) -> None:
    """Do to the pull request what a maintainer may do by hand."""
    for pull in rolling(crowd)[-1:]:
        acts = (crowd.push_else, crowd.update, crowd.retitle, crowd.describe)
        if what % 7 < len(acts):
            acts[what % 7](pull)
        elif what % 7 == 4:
            crowd.merge(pull, ("merge", "squash", "rebase")[at % 3])
        else:
            crowd.close(pull.number) if at % 2 else crowd.reopen(pull.number)


def meddle_with_board(crowd: Crowd, at: int, what: int) -> None:
    """Do to the dashboard what a maintainer may do by hand."""
    for issue in boards(crowd)[:1]:
        try:
            if what % 5 == 0:
                crowd.lock(issue.number)
            elif what % 5 == 1:
                crowd.world.edit_issue(issue.number, "mia", title="What waits")
            elif what % 5 == 2 and at % 4 == 0:
                crowd.delete(issue.number)
            else:
                (crowd.close if at % 2 else crowd.reopen)(issue.number)
        except ApiError:
            return


def event(crowd: Crowd, at: int) -> None:
    """Let the bot hear of the dashboard, or of the pull request."""
    numbers = [each.number for each in (*boards(crowd)[:1], *rolling(crowd)[-1:])]
    if numbers:
        crowd.bot(numbers[at % len(numbers)])
