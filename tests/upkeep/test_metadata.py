"""What of all that services say is sure, what is likely, and what comes of it in the list?"""

from collections.abc import Iterator

import pytest

from bot.dedupe.search.find import find
from bot.model.papers.metadata import Found, LookupResult, Metadata, Sourced, Warned, merge
from bot.model.papers.paper import Catalog, Citations, Link, Paper, Venue
from bot.model.papers.record import Record
from bot.model.upkeep.proposal import Proposal
from bot.upkeep.apply import applied
from bot.upkeep.metadata.weigh import weighed
from tests.upkeep.examples import FOLDER

DAY = "2026-11-30"
WARNINGS = (Warned("withdrawn"), Warned("rejected"), Warned("retracted"))


def blocks() -> Iterator[str]:
    """Give the cases, each without its remarks."""
    text = (FOLDER / "opinions.txt").read_text("utf-8")
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield "\n".join(lines)


def fields(line: str) -> dict[str, str]:
    return dict(each.split("=", 1) for each in line.split("; "))


def split_venue(text: str) -> Venue:
    name, _, year = text.rpartition(" ")
    return Venue(name=name, year=int(year)) if year.isdigit() else Venue(name=text)


def counted(count: str, day: str, source: str) -> Citations:
    return Citations(count=int(count), as_of=day, source=source)


def entry(line: str) -> Paper:
    """Read the entry of a block."""
    given = fields(line)
    count = given.get("citations", "").split()
    return Paper(
        id="fine",
        title=given["title"],
        other_titles=tuple(filter(None, (given.get("other"),))),
        category="serving",
        authors=tuple(filter(None, given.get("authors", "").split(", "))),
        date=given.get("date"),
        venue=split_venue(given["venue"]) if "venue" in given else None,
        ids=tuple(given["ids"].split(",")),
        links=(Link(kind="code", url=given["code"]),) if "code" in given else (),
        citations=Citations(count=int(count[0]), as_of=count[1], source=count[2])
        if count
        else None,
    )


def answer(line: str) -> Found:
    """Read what one service says."""
    service, _, rest = line.partition(": ")
    given = fields(rest)

    def sourced(name: str) -> Sourced[str] | None:
        return Sourced(given[name], service) if name in given else None

    return Found(
        service,
        Metadata(
            title=sourced("title"),
            authors=Sourced(tuple(given["authors"].split(", ")), service)
            if "authors" in given
            else None,
            date=sourced("date"),
            venue=Sourced(split_venue(given["venue"]), service) if "venue" in given else None,
            ids=tuple(Sourced(each, service) for each in given.get("ids", "").split(",") if each),
            links=(Sourced(Link(kind="code", url=given["code"]), service),)
            if "code" in given
            else (),
            warnings=tuple(
                Sourced(each._replace(reason=given[each.what]), service)
                for each in WARNINGS
                if each.what in given
            ),
            citations=Sourced(Citations(count=int(given["citations"]), source=service), service)
            if "citations" in given
            else None,
        ),
    )


def result(paper: Paper, lines: list[str]) -> LookupResult:
    answers = tuple(map(answer, lines))
    return LookupResult(paper.ids, answers, merge(answers))


@pytest.mark.parametrize("block", list(blocks()))
def test_what_is_said_comes_to_what_the_example_says(block: str) -> None:
    first, *rest = block.splitlines()
    paper = entry(first)
    said = [line for line in rest if not line.startswith("=> ")]
    wanted = [line.removeprefix("=> ") for line in rest if line.startswith("=> ")]
    found = weighed(paper, result(paper, said), DAY)
    told = [
        f"{name} {each.field} {each.after} ({'; '.join(each.said_by)})"
        for name, some in (("sure", found.sure), ("likely", found.likely))
        for each in some
    ]
    assert told == wanted
    catalog = Catalog(schema_version=1, papers=(paper,))
    for each in (*found.sure, *found.likely):
        after, taken = applied(catalog, [each])
        assert taken == [each], "what is proposed can be put in place"
        assert applied(after, [each]) == (after, []), "and only once"


def test_an_old_title_still_finds_the_work() -> None:
    paper = entry("title=A Fine System; ids=arxiv:2501.00001; authors=A B; date=2025")
    new = "Harbour: Caches that Travel by Night"
    (change,) = weighed(paper, result(paper, [f"arxiv: title={new}"]), DAY).likely
    catalog, _ = applied(Catalog(schema_version=1, papers=(paper,)), [change])
    assert (catalog.papers[0].title, catalog.papers[0].other_titles) == (new, ("A Fine System",))
    for title in (new, "A fine system"):
        found = find(Record(key="x", title=title, authors=("A B",), year=2025), catalog)
        assert [match.b for match in found] == ["fine"], title


PAGE, ARXIV, NEWER = (
    "https://a.example/orca",
    "https://arxiv.org/abs/2501.00001",
    "https://arxiv.org/abs/2501.00002",
)


@pytest.mark.parametrize(
    ("before", "after", "urls", "ids"),
    [
        (PAGE, "https://b.example/orca", ["https://b.example/orca", ARXIV], ["arxiv:2501.00001"]),
        (ARXIV, NEWER, [PAGE, NEWER], ["arxiv:2501.00002"]),
        (PAGE, None, [ARXIV], ["arxiv:2501.00001"]),
        (ARXIV, None, [PAGE], ["arxiv:2501.00001"]),
        (PAGE, ARXIV, None, None),
        (ARXIV, "https://arxiv.org/abs/2501.00009", None, None),
        ("https://a.example/other", "https://b.example/orca", None, None),
        ("https://a.example/other", None, None, None),
    ],
)
def test_an_address_takes_the_place_of_another_or_that_one_goes(
    before: str, after: str | None, urls: list[str] | None, ids: list[str] | None
) -> None:
    orca = Paper(
        id="orca",
        title="Orca",
        category="serving",
        ids=("arxiv:2501.00001",),
        links=(Link(kind="project", url=PAGE), Link(kind="paper", url=ARXIV)),
    )
    paged = Paper(id="paged", title="Paged", category="serving", ids=("arxiv:2501.00009",))
    catalog = Catalog(schema_version=1, papers=(orca, paged))
    change = Proposal(kind="links", entry="orca", field="link", before=before, after=after)
    changed, taken = applied(catalog, [change])
    if urls is None:
        assert (changed, taken) == (catalog, [])
        return
    assert taken == [change]
    assert [link.url for link in changed.papers[0].links] == urls
    assert [link.kind for link in changed.papers[0].links] == [
        link.kind for link in orca.links if after or link.url != before
    ]
    assert list(changed.papers[0].ids) == ids
    assert changed.papers[1] == paged
