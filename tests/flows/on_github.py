"""How does a test let the bot work on a list on GitHub, in this process and without waiting?"""

import copy
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bot.flows.github.facts.doors import History
from bot.flows.github.reconcile import Run
from bot.flows.github.runs.run import reconcile_all, reconcile_these, start
from bot.flows.github.upkeep.settle import settle
from bot.git.checkout import Checkout
from bot.github_api.hub import Hub as Door
from bot.model.lists.listing import Listing
from bot.model.papers.metadata import LookUp, LookupResult, Metadata, Search, Sourced, Unavailable
from bot.model.papers.paper import Catalog
from bot.model.state import State
from bot.render.readme.readme import fresh
from bot.store import config, files, papers, upkeep
from tests.flows.in_memory import InMemory
from tests.github_server.adapter import in_process
from tests.github_server.history import Repository
from tests.github_server.hub import Hub, Logged
from tests.github_server.state import Issue
from tests.github_server.world import World

BOT = "github-actions[bot]"
LIST = Path(__file__).parents[1] / "examples" / "list"
PAPER = """### Paper link(s)

```text
{links}
```

### Category

{category}

### Title

{title}
"""


def example_files() -> dict[str, str]:
    """Give the files of the example list."""
    found = sorted(path for path in LIST.rglob("*") if path.is_file())
    return {path.relative_to(LIST).as_posix(): path.read_text("utf-8") for path in found}


def paged_files() -> dict[str, str]:
    """Give the files of the example list as they are where each category has a page."""
    given = example_files()
    given[files.LIST] = given[files.LIST].replace("[readme]\n", "[readme]\npages = true\n")
    listing, catalog = config.parse(given[files.LIST]), papers.parse(given[files.PAPERS])
    return given | fresh({files.README: given[files.README]}, catalog, listing).whole


def with_rows(readme: str, catalog: Catalog, listing: Listing) -> str:
    """Give README.md with its rows as they should be, and its sums as they stand."""
    return fresh({files.README: readme}, catalog, listing).local[files.README]


def paper(links: str, title: str = "_No response_", category: str = "Serving Systems") -> str:
    """Give the body of an issue that suggests a paper."""
    return PAPER.format(links=links, title=title, category=category)


def arxiv(number: int) -> str:
    """Give the link of a made-up paper; each number is another one."""
    return f"https://arxiv.org/abs/2501.{number:05d}"


class Services:
    """What the services know: made up, and the same at every look; `down` lets them be silent."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.known: dict[str, Metadata] = {}
        self.down = False
        self.asked: list[tuple[str, ...]] = []

    def learn(self, title: str, *ids: str, authors: Sequence[str] = ()) -> None:
        """Let a work with these ids be known by this title."""
        metadata = Metadata(
            title=Sourced(title, "arxiv"),
            authors=Sourced(tuple(authors), "arxiv") if authors else None,
            ids=tuple(Sourced(each, "crossref") for each in ids),
        )
        self.known |= dict.fromkeys(ids, metadata)

    def __call__(self, works: Sequence[Sequence[str]]) -> list[LookupResult]:
        """Answer as a LookUp does."""
        self.asked += [tuple(ids) for ids in works]
        if self.down:
            silent = (Unavailable("arxiv", "answered 503"),)
            return [LookupResult(tuple(ids), silent if ids else (), Metadata()) for ids in works]
        return [LookupResult(tuple(ids), (), self._first(ids)) for ids in works]

    def _first(self, ids: Sequence[str]) -> Metadata:
        return next((self.known[each] for each in ids if each in self.known), Metadata())


class Stage:
    """A list on GitHub, the people around it, and the bot, which keeps nothing between two runs.

    `mia` is a maintainer; everybody else is a stranger. Unless it is `poisoned`, the bot can handle
    every submission.
    """

    def __init__(
        self, folder: Path, given: Mapping[str, str] | None = None, *, in_memory: bool = False
    ) -> None:
        """Begin with the files of the example list, or with those given.

        Where `in_memory`, the history is read without starting git: for hundreds of runs.
        """
        self.world = World.create(folder / "hub", given or example_files())
        self.world.state.people.allow("mia", "write")
        self.checkout: History = InMemory(self.world.state.repo)
        if not in_memory:
            self.world.clone_to(folder / "clone")
            self.checkout = Checkout(folder / "clone")
        self.services = Services()
        self.look_up: LookUp = self.services
        self.searches: dict[str, Search] = {}
        self.token, self.login = "workflow-token", BOT
        self.budget = 100_000
        self.requests = 0
        self.writes = 0
        self.poisoned = False

    def copy(self, folder: Path) -> "Stage":
        """Give the same once more, in memory: what happens there does not happen here."""
        repo, path = self.world.state.repo, folder / "repository.git"
        # Objects have their content for a name, so that two repositories can share them.
        shutil.copytree(repo.path, path, ignore=lambda *_: {"objects"})
        (path / "objects").symlink_to((repo.path / "objects").resolve())
        other = copy.copy(self)
        other.services = copy.deepcopy(self.services)
        if self.look_up == self.services:
            other.look_up = other.services
        # What lies on the disk is shared by a deep copy, so it is replaced.
        state = copy.deepcopy(self.world.state, {id(repo): repo})
        state.repo = Repository(path)
        other.world = World(Hub(state))
        other.checkout = InMemory(state.repo)
        return other

    def run(self, act: Callable[[Run], None]) -> Run:
        """Let the bot run once, from nothing; no submission may be too much for it.

        Unless a test has said `poisoned`.
        """
        began = len(self.world.hub.log)
        with in_process(self.world.hub) as url:
            door = Door(
                self.token,
                self.world.state.full_name,
                paths=(
                    *(files.PAPERS, files.README, "papers/"),
                    *(upkeep.DECISIONS, upkeep.OBSERVATIONS),
                ),
                login=self.login,
                api_url=url,
                budget=self.budget,
                pause=0,
                sleep=lambda _: None,
                clock=lambda: float(self.world.state.clock.seconds),
            )
            try:
                run = start(door, self.checkout, self.look_up, self.login, self.searches)
                act(run)
            finally:
                door.close()
                self.requests += len(self.world.hub.log) - began
                self.writes += len(self.wrote_since(began))
        assert self.poisoned or not run.failed, run.done
        return run

    def sweep(self) -> Run:
        """Let the bot look at everything."""

        def act(run: Run) -> None:
            reconcile_all(run)
            settle(run)

        return self.run(act)

    def event(self, *numbers: int) -> Run:
        """Let the bot look at what an event names."""

        def act(run: Run) -> None:
            reconcile_these(run, numbers)
            settle(run, numbers)

        return self.run(act)

    def quiet(self) -> None:
        """Assert that a sweep now has nothing to write."""
        began = len(self.world.hub.log)
        run = self.sweep()
        assert self.wrote_since(began) == [], run.done

    def wrote_since(self, began: int) -> list[Logged]:
        """Give the requests that wrote, from a place in the log on."""
        return [line for line in self.world.hub.log[began:] if line.writes]

    def suggest(self, login: str, links: str, title: str = "_No response_") -> int:
        """Let a person suggest a paper for the first category."""
        return self.world.open_issue(login, "A paper", paper(links, title))

    def state(self, number: int) -> State | None:
        """Give the state that the labels of an issue tell."""
        names = {label.name for label in self.world.issue(number).labels}
        found = [state for state in State if state in names]
        assert len(found) < 2, found
        return found[0] if found else None

    def comment(self, number: int) -> str:
        """Give the bot's one comment on an issue, without its memory; "" if there is none."""
        own = [each for each in self.world.issue(number).comments if each.author.login == BOT]
        assert len(own) < 2, [each.body for each in own]
        return re.sub(r"\n<!-- bot:memory .* -->", "", own[0].body) if own else ""

    def pulls(self, number: int) -> list[Issue]:
        """Give the pull requests of an issue's suggestion, oldest first."""
        head = re.compile(rf"suggest/issue-{number}(-\d+)?")
        every = self.world.state.issues.values()
        return [each for each in every if each.pull and head.fullmatch(each.pull.head)]

    def pull(self, number: int) -> Issue:
        """Give the one open pull request of an issue."""
        (found,) = [each for each in self.pulls(number) if each.state == "open"]
        return found

    def main(self, path: str) -> str:
        """Give a file on main."""
        return self.world.read_file("main", path)

    def titles(self) -> list[str]:
        """Give the titles on main, in the file's order."""
        return re.findall(
            r'^ {6}"title": "(.*)"', self.main(files.PAPERS).partition('"removed"')[0], re.MULTILINE
        )
