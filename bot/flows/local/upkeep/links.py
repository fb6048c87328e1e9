"""Do the links of the list still lead where they did, as far as the time of a run suffices?

Nine in ten are asked of an interface, many in one request; only of the rest the page is visited.
Pages come last, and are judged together: where none of several answers, it is the network.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.flows.local.upkeep.stopped import UntilStopped
from bot.identify import clean_url
from bot.lookup.registries.registries import Registries
from bot.model.papers.paper import Catalog
from bot.model.progress import Progress
from bot.model.upkeep.kept import Observations, Ran
from bot.model.upkeep.link import UNASKED, Answer, LinkState, Repo, Visit
from bot.model.upkeep.meanwhile import NOBODY, Meanwhile
from bot.upkeep.links.answers import of_doi, of_repository, of_visit, of_works
from bot.upkeep.links.judge import bounded, judged
from bot.upkeep.links.ways import LinkQuery, Way, asked, in_turn, links_of

# How many links of each way are asked about at a time; in between, the time left is looked at.
BATCHES: Mapping[Way, int] = {"arxiv": 100, "github": 100, "doi": 10, "page": 100_000}
# Where so many pages, or more, were visited and not one of them answered, the network is broken.
MOST_SILENT = 3
# How many copies of lost pages one run looks for.
MOST_COPIES = 20
_LOST = {"dead", "changed"}


class Outside(NamedTuple):
    """All that a run asks: registries, GitHub (None without a token), pages, and the time left."""

    registries: Registries
    repositories: Callable[[Sequence[str]], Mapping[str, Repo | None]] | None
    visit: Callable[[str], Visit]
    in_time: Callable[[], bool]


class Looked(NamedTuple):
    """What is seen now, and how many of all links had an answer in this run."""

    seen: Observations
    answered: int
    links: int


@dataclass(slots=True)
class LinksSoFar:
    """What a run knows of the links by now: of `reached` ones it knows whether they answered."""

    urls: Collection[str]
    before: Observations
    day: str
    after: dict[str, LinkState] = field(default_factory=dict)
    answered: int = 0
    reached: int = 0

    @property
    def links_before(self) -> dict[str, LinkState]:
        """What was known of the links that are still listed."""
        return {url: state for url, state in self.before.links.items() if url in self.urls}

    def take(self, url: str, answer: Answer) -> None:
        """Judge a link by its answer."""
        self.reached += 1
        self.answered += answer is not UNASKED
        state = judged(self.before.links.get(url), answer, self.day)
        if state:
            self.after[url] = state

    def observed(self, *, ended: bool = False) -> Observations:
        """Give what was seen so far; a warning stands until a run has come to its end."""
        links, warning = bounded(self.links_before, self.links_before | self.after, self.answered)
        return self.before.model_copy(
            update={
                "links": dict(links),
                "warning": warning or (None if ended else self.before.warning),
                "runs": self.before.runs | {"links": Ran(on=self.day, said=self.told())},
            }
        )

    def told(self) -> str:
        """Say how many links had an answer."""
        return f"{self.answered} of {len(self.urls)} links had an answer"


def look(
    catalog: Catalog,
    before: Observations,
    day: str,
    outside: Outside,
    meanwhile: Meanwhile = NOBODY,
) -> Looked:
    """Ask about the links, those looked at longest ago first, and judge what is answered."""
    links = links_of(catalog)
    so_far = LinksSoFar(links, before, day)
    drawn = _drawing(outside, meanwhile.draw, links)
    queries = in_turn(links, so_far.links_before)
    for query, answer in UntilStopped()(_answers(queries, so_far.links_before, drawn)):
        so_far.take(query.url, answer)
        meanwhile.keep(so_far.observed)
    ended = so_far.reached == len(links) and outside.in_time()
    seen = so_far.observed(ended=ended)
    after = _with_copies(seen.links, outside) if ended else seen.links
    ran = Ran(on=day, said=f"{so_far.told()}{_of_repositories_told(after)}")
    update = {"links": dict(after), "runs": before.runs | {"links": ran}}
    return Looked(seen.model_copy(update=update), so_far.answered, len(links))


def _of_repositories_told(links: Mapping[str, LinkState]) -> str:
    """Count the repositories that are there and yet hold little."""
    states = [state.said for state in links.values() if state.verdict == "fine"]
    counts = [
        (states.count("archived"), "archived"),
        (states.count("an empty repository"), "empty"),
    ]
    counted = ", ".join(f"{count} {what}" for count, what in counts if count)
    return f"; repositories: {counted}" if counted else ""


def _drawing(outside: Outside, progress: Progress | None, links: Collection[str]) -> Outside:
    """Let each visit to a page draw how far the run is; all that takes long are visits."""
    if progress is None:
        return outside
    pages = sum(asked(url).way == "page" for url in links)
    done = iter(range(len(links) - pages + 1, len(links) + 1))

    def visit(url: str) -> Visit:
        progress(next(done), len(links))
        return outside.visit(url)

    return outside._replace(visit=visit)


def _answers(
    links: Sequence[LinkQuery], links_before: Mapping[str, LinkState], outside: Outside
) -> Iterator[tuple[LinkQuery, Answer]]:
    """Yield every link with what was answered; those of interfaces first, they cost little."""
    for way, size in BATCHES.items():
        some = [query for query in links if query.way == way]
        for start in range(0, len(some), size):
            batch = some[start : start + size]
            if not outside.in_time():
                yield from ((query, UNASKED) for query in batch)
                continue
            yield from zip(batch, _ASK[way](batch, links_before, outside), strict=True)


def _of_works(
    batch: Sequence[LinkQuery], _known: Mapping[str, LinkState], outside: Outside
) -> Iterator[Answer]:
    answers = of_works(outside.registries.works(_names(batch)))
    return (answers.get(query.name, UNASKED) for query in batch)


def _of_repositories(
    batch: Sequence[LinkQuery], links_before: Mapping[str, LinkState], outside: Outside
) -> Iterator[Answer]:
    repositories = outside.repositories(_names(batch)) if outside.repositories else {}
    return (
        of_repository(query.url, query.name, repositories[query.name], links_before.get(query.url))
        if query.name in repositories
        else UNASKED
        for query in batch
    )


def _of_dois(
    batch: Sequence[LinkQuery], _known: Mapping[str, LinkState], outside: Outside
) -> Iterator[Answer]:
    registered = outside.registries.dois(_names(batch))
    return (of_doi(registered, query.name) for query in batch)


def _of_pages(
    batch: Sequence[LinkQuery], _known: Mapping[str, LinkState], outside: Outside
) -> Iterator[Answer]:
    """Yield the answers as soon as one page has answered: then it is not the network."""
    held: list[tuple[LinkQuery, Visit]] = []
    reached = False
    for query in batch:
        held.append((query, outside.visit(query.name)))
        reached = reached or bool(held[-1][1].hops)
        if reached:
            yield from (of_visit(page.url, visit) for page, visit in held)
            held = []
    silent = len(held) >= MOST_SILENT
    yield from (UNASKED if silent else of_visit(page.url, visit) for page, visit in held)


_ASK: Mapping[
    Way, Callable[[Sequence[LinkQuery], Mapping[str, LinkState], Outside], Iterator[Answer]]
] = {"arxiv": _of_works, "github": _of_repositories, "doi": _of_dois, "page": _of_pages}


def _names(batch: Sequence[LinkQuery]) -> list[str]:
    return list(dict.fromkeys(query.name for query in batch))


def _with_copies(links: Mapping[str, LinkState], outside: Outside) -> Mapping[str, LinkState]:
    """Look for copies of pages that are lost, where nobody has asked for one yet."""
    with_copies = dict(links)
    lost = [u for u, s in links.items() if s.verdict in _LOST and s.archived is None]
    for url in sorted(lost)[:MOST_COPIES]:
        copy = outside.registries.archived(url) if outside.in_time() else None
        if copy is not None:
            with_copies[url] = links[url].model_copy(update={"archived": clean_url(copy) or ""})
    return with_copies
