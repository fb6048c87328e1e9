"""Does every module import only what the house allows? Checked by reading the source."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "bot").rglob("*.py"))

# Each room, and each floor of a big one, may import the ones behind the arrow, and itself.
TABLE = """
__init__ <-
errors <-
settings <- errors

model <- errors text
text.markup <-
text.lexicon <-
text <- text.markup
venues <- text text.lexicon
people <- text
titles <- text text.lexicon
links <- model text text.lexicon
model.papers <- errors model text titles venues links
model.lists <- model model.papers
model.github <- errors model model.papers
model.commands <- errors text venues links model model.papers
model.upkeep <- errors model PAPERS
model.submissions <- errors text model model.papers model.github

markdown <-
markdown.tree <- errors links markdown
identify <- text links model
form <- text.lexicon markdown model
free_text <- text.lexicon venues links identify
commands <- errors text.lexicon model model.commands

importers.phrases <- text text.lexicon venues people markdown.tree links identify
importers.line <- text text.lexicon people venues markdown.tree links identify model.papers
  importers.phrases
importers.records <- errors text people links identify model.papers
importers.works <- text text.lexicon venues people markdown.tree links identify model.papers
  importers.phrases importers.line importers.records
importers.shapes <- text text.lexicon venues markdown.tree identify model.papers
  importers.phrases importers.line importers.works
importers <- markdown.tree model.papers importers.works importers.shapes

dedupe <-
dedupe.parse <- text titles venues people links model.papers
dedupe.compare <- titles venues links model.papers dedupe.parse
dedupe.search <- text titles model model.papers dedupe.parse dedupe.compare

review.drafts <- text titles venues links identify MODEL dedupe.parse
review.paper <- errors text titles venues links identify MODEL DEDUPE review.drafts
review <- errors text links identify MODEL DEDUPE review.drafts review.paper
review.pasted.works <- text text.lexicon venues identify links importers MODEL review.drafts
review.pasted <- errors text text.lexicon MODEL review review.pasted.works
review.corrections <- errors text links identify MODEL dedupe.search REVIEW
review.imports <- errors text titles links identify MODEL DEDUPE review.drafts
lifecycle <- commands MODEL
upkeep <- errors identify MODEL upkeep.links
upkeep.links <- identify MODEL
upkeep.metadata <- identify links titles venues MODEL review.drafts upkeep
upkeep.board <- commands identify MODEL upkeep.links

render <- text markdown people PAPERS
render.readme.layouts <- text people markdown PAPERS render
render.readme.documents <- errors markdown model PAPERS render render.readme.layouts
render.readme.sums <- markdown model PAPERS model.github render
  render.readme.layouts render.readme.documents
render.readme.pictures <- text model PAPERS model.github render render.readme.documents
render.readme <- errors markdown model PAPERS model.github render README
render.export <- text text.markup venues people PAPERS render
render.site.parts <- text text.lexicon titles people venues PAPERS model.github render render.export
render.site.kinds <- text people PAPERS render render.export render.readme.pictures
  render.site.parts
render.site <- text text.lexicon people PAPERS model.github render render.export
  render.readme.pictures
  render.site.parts render.site.kinds
render.github <- markdown MODEL render
render.github.files <- errors text MODEL
render.github.submissions <- errors text markdown MODEL render README render.readme
render.github.upkeep <- markdown MODEL upkeep.board render

discover.ranking <- text
discover <- text people model model.papers model.github model.upkeep dedupe.search discover.ranking
gardening <- errors text identify MODEL REVIEW review.corrections
adoption <- text identify markdown markdown.tree PAPERS render.readme.layouts

store <- errors model PAPERS model.submissions model.github model.upkeep
git <- errors
lookup.wire <- errors
lookup.parse <- text venues links model model.papers
lookup.services <- errors text venues links model model.papers lookup.wire lookup.parse
lookup.registries <- model.papers lookup.wire lookup.services
lookup.by_title <- text model.papers lookup.wire lookup.parse lookup.services
lookup.sources <- links model.papers model.upkeep lookup.wire lookup.parse lookup.services
lookup <- model model.papers model.upkeep lookup.wire lookup.services lookup.sources
fetch <- model.upkeep lookup.wire
github_api.connection <- errors
github_api.world <- errors model model.github github_api.connection
github_api <- errors model model.github model.upkeep github_api.connection github_api.world

flows <- errors REVIEW review.pasted review.corrections lifecycle MODEL render.readme store
flows.local <- errors text markdown MODEL ROOMS store LOOKUP flows
flows.local.outputs <- errors MODEL ROOMS store flows.local
flows.local.entries <- errors MODEL ROOMS store flows flows.local flows.local.outputs
flows.local.upkeep <- MODEL ROOMS store upkeep.metadata lookup.registries lookup flows
  flows.local
flows.local.lists <- errors text MODEL ROOMS store flows flows.local flows.local.outputs
  flows.local.entries
flows.github.facts <- errors text MODEL ROOMS store
flows.github.decide <- errors MODEL ROOMS store flows flows.github.facts
flows.github <- errors venues MODEL ROOMS store flows flows.github.facts flows.github.decide
flows.github.runs <- errors MODEL ROOMS store flows flows.github.facts flows.github.decide
  flows.github
flows.github.upkeep <- errors text MODEL ROOMS store flows flows.github.facts flows.github

cli <- errors settings model model.github model.papers git LOOKUP fetch github_api store
  flows.github flows.github.runs render.github.files
cli.entries <- errors MODEL store LOOKUP render flows.local flows.local.entries cli
cli.gardening <- errors gardening model.github store flows.local.entries flows.local.outputs cli
cli.lists <- errors MODEL render render.github.files store LOCAL cli
cli.outputs <- errors model.papers store flows.local flows.local.entries flows.local.outputs cli
cli.github <- errors MODEL flows.github flows.github.runs flows.github.upkeep cli
cli.upkeep <- errors settings MODEL discover LOOKUP fetch git github_api store LOCAL
  flows.github.upkeep cli
__main__ <- cli
"""
GROUPS = {
    "PAPERS": ("model.papers", "model.lists"),
    "MODEL": (
        *(
            "model",
            "model.papers",
            "model.lists",
            "model.github",
            "model.commands",
            "model.submissions",
        ),
        "model.upkeep",
    ),
    "README": (
        *("render.readme.layouts", "render.readme.documents"),
        *("render.readme.sums", "render.readme.pictures"),
    ),
    "LOOKUP": ("lookup", "lookup.by_title", "lookup.registries", "lookup.services", "lookup.wire"),
    "LOCAL": (
        *("flows.local", "flows.local.outputs", "flows.local.entries", "flows.local.upkeep"),
        "flows.local.lists",
    ),
    "REVIEW": ("review.drafts", "review.paper", "review"),
    "DEDUPE": ("dedupe.parse", "dedupe.compare", "dedupe.search"),
    "ROOMS": (
        *(
            "identify",
            "form",
            "free_text",
            "commands",
            "markdown",
            "markdown.tree",
            "importers",
            "importers.records",
        ),
        *("dedupe.search", "discover", "discover.ranking", "lifecycle"),
        *("review.drafts", "review.paper", "review", "review.pasted", "review.imports"),
        *("adoption", "gardening"),
        "render.readme.layouts",
        *("upkeep", "upkeep.links", "upkeep.metadata", "upkeep.board"),
        *("render", "render.readme", "render.readme.documents", "render.readme.sums"),
        *("render.export", "render.site", "render.github", "render.github.files"),
        *("render.github.submissions", "render.github.upkeep"),
    ),
}


def table(text: str) -> dict[str, set[str]]:
    """Read the table; a name in capitals stands for a group."""
    rows = (line.partition(" <-") for line in text.replace("\n  ", " ").splitlines() if line)
    return {
        room: {one for name in names.split() for one in GROUPS.get(name, (name,))}
        for room, _, names in rows
    }


MAY_IMPORT = table(TABLE)

# The only rooms that may import each outside thing; a whole room stands for its floors, too.
ONLY_IN = {
    "arxiv": {"lookup.services", "lookup.sources"},
    "click": {"cli"},
    "jinja2": {"render.site.parts"},
    "datetime": {"cli", "model.papers", "model.lists", "model.commands", "model.github"},
    "github": {"github_api.connection"},
    "mistune": {"markdown"},
    "os": {"cli", "git", "store"},
    "random": set[str](),
    "requests": {"fetch", "github_api.connection", "lookup.wire"},
    "shutil": {"store"},
    "socket": {"fetch"},
    "subprocess": {"git"},
    "sys": {"cli"},
    "tempfile": {"cli", "store"},
    "time": {"fetch", "github_api", "lookup.parse", "lookup.wire"},
    "urllib.request": set[str](),
}
LONGEST_MODULE = 300


def room(parts: Sequence[str]) -> str:
    """Give the room of a dotted name: of ("bot", "importers", "works", "bibtex") importers.works.

    That is the innermost folder; a module right in `bot/` is a room of its own.
    """
    folders = [part for at, part in enumerate(parts[1:], 2) if ROOT.joinpath(*parts[:at]).is_dir()]
    return ".".join(folders) or "".join(parts[1:2])


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield every imported name with its line, those inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write imports in full"
            assert node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_keeps_the_house_rules(path: Path) -> None:
    parts = path.relative_to(ROOT).with_suffix("").parts
    here = room(parts)
    text = path.read_text("utf-8")
    tree = ast.parse(text)

    assert here in MAY_IMPORT, f"give {here!r} a row in the table"
    for line, name in imports(tree):
        there = room(name.split("."))
        if name.startswith("bot.") and there not in {here, "__version__"}:
            assert there in MAY_IMPORT, f"line {line}: give {there!r} a row in the table"
            assert there in MAY_IMPORT[here], f"line {line}: {here} may not import {name}"
        for outside, rooms in ONLY_IN.items():
            if name == outside or name.startswith(outside + "."):
                assert {here, here.partition(".")[0]} & rooms, (
                    f"line {line}: only {sorted(rooms)} may import {outside}"
                )
    lines = text.count("\n")
    assert lines <= LONGEST_MODULE, f"{lines} lines: split it"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_opens_by_saying_what_it_answers(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_no_room_waits_for_itself() -> None:
    left = dict(MAY_IMPORT)
    while left:
        free = [name for name, needs in left.items() if not needs & set(left)]
        assert free, f"these import each other: {sorted(left)}"
        for name in free:
            del left[name]


ROOMS = sorted({path.relative_to(ROOT / "bot").parts[0].removesuffix(".py") for path in MODULES})


@pytest.mark.parametrize("name", [each for each in ROOMS if not each.startswith("__")])
def test_each_room_has_tests_of_its_own(name: str) -> None:
    tests = ROOT / "tests"

    assert (tests / f"test_{name}.py").is_file() or any((tests / name).rglob("test_*.py"))
