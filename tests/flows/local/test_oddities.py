"""Does every text that anybody sends get a verdict, and does the list stay right?"""

import csv
import io
import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.errors import InvalidError, Problem
from bot.flows.local.entries.duplicates import in_files
from bot.flows.local.entries.submit import SubmitResult, from_flags, read_form, submit
from bot.flows.local.lists.readmes import read_files, take_in
from bot.flows.local.load import load
from bot.identify import canonical, clean_url, is_canonical
from bot.model.base import HTTP_URL, LONGEST_URL
from bot.model.commands.setting import SETTABLE, Setting, read_setting
from bot.model.papers.imported import ImportOrigin
from bot.model.papers.metadata import LookUp, LookupResult, Metadata, Sourced, Warned
from bot.model.papers.paper import Citations, Link, Paper, Venue
from bot.model.papers.record import record_of
from bot.model.submissions.memory import Memory, cached, remembered, written
from bot.model.submissions.review import Change, Review
from bot.model.submissions.submission import Origin
from bot.review.bounded import ROOM, bounded
from bot.store import config, files, papers
from tests.flows.odd_texts import PRIVATE, VALUES, bodies, links, spoilt_links

LIST = Path(__file__).parents[2] / "examples" / "list"
ARRIVAL = Origin(added="2026-02-03", issue=34)
SLOW = settings(
    deadline=None,
    max_examples=60,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink such a case takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


LISTING = load(LIST).listing


def lands_well(result: SubmitResult) -> None:
    """Check that what was accepted makes a valid list with none but public links."""
    texts = {file.path: file.text for file in result.files}
    listing = config.parse(texts[files.LIST]) if files.LIST in texts else LISTING
    if text := texts.get(files.PAPERS):
        catalog = papers.parse(text)
        papers.check(catalog, listing, text)
        assert papers.dump(catalog) == text
        assert all(is_canonical(work) for paper in catalog.papers for work in paper.ids)
    for change in result.review.changes:
        old = change.before.links if change.before else ()
        if isinstance(change, Change):
            new = [link.url for link in change.paper.links if link not in old]
            assert [clean_url(url) for url in new] == new


@SLOW
@given(body=bodies())
def test_any_body_of_a_form_gets_a_verdict(body: str) -> None:
    lands_well(submit(LIST, read_form(body), ARRIVAL))


@SLOW
@given(
    link=links() | spoilt_links(),
    title=st.sampled_from(("", "A Title That Nobody Has Used Before")),
)
def test_any_link_gets_a_verdict(link: str, title: str) -> None:
    work = canonical(link)
    assert work is None or is_canonical(work)
    filled = from_flags([link], {"title": title, "category": "Serving Systems"})
    lands_well(submit(LIST, filled, ARRIVAL))


PASTED = st.one_of(
    VALUES,
    links(),
    st.tuples(VALUES, links(), VALUES).map(" ".join),
    st.tuples(VALUES, links()).map(lambda both: f"- [{both[0]}]({both[1]}), *NeurIPS 2099*"),
    st.tuples(VALUES, links()).map(
        lambda b: f"@misc{{a, title={{{b[0]}}}, url={{{b[1]}}}, year=9}}"
    ),
    st.sampled_from(
        (
            *(
                "",
                "### Paper",
                "Code:",
                "Title: A Title That Nobody Has",
                "Authors: Ann, Bo",
                "|",
                "```",
            ),
            *(
                "Venue: NeurIPS 0000",
                "Date: 2023-13-45",
                "Please add",
                "谢谢！",
                "| 2024-99 | A | b |",
            ),
        )
    ),
)


@SLOW
@given(lines=st.lists(PASTED, max_size=8), in_form=st.booleans())
def test_any_pasted_text_gets_a_verdict(lines: list[str], in_form: bool) -> None:  # noqa: FBT001
    body = "\n".join(lines)
    lands_well(
        submit(LIST, read_form(f"### Paper link(s)\n\n{body}" if in_form else body), ARRIVAL)
    )


SUPPORTED = from_flags(["https://arxiv.org/abs/2309.99999"], {"category": "Serving Systems"})


def told(url: str) -> LookUp:
    """Give a service that knows a title and one link to code."""
    link = Sourced(Link(kind="code", url=url), "s")
    metadata = Metadata(title=Sourced("Known", "s"), links=(link,))
    return lambda asked: [LookupResult(tuple(ids), (), metadata) for ids in asked]


@pytest.mark.parametrize("url", PRIVATE)
def test_a_link_that_nobody_may_be_sent_to_is_stored_by_nobody(url: str, tmp_path: Path) -> None:
    paper = load(LIST).catalog.papers[0]
    entry = f"### Which entry\n\n{paper.id}\n\n### What should happen\n\nChange the entry\n\n"
    corrections = [
        f"{entry}### What is wrong\n\nx\n\n### What it should be\n\n{line}"
        for line in (f"code: {url}", f"link: {url}", f"code: https://example.org/a {url}")
    ]
    typed = from_flags(["https://example.org/work"], {"title": "A New Title", "code": url})
    readme, bibliography = tmp_path / "a.md", tmp_path / "a.bib"
    readme.write_text(f"# A\n\n- [A New Title of a Work]({url}), [code]({url}), [pdf](<{url}>)\n")
    bibliography.write_text(f"@article{{a, title={{A New Title}}, url={{{url}}}, pdf={{{url}}}}}\n")

    assert clean_url(url) is None
    assert submit(LIST, typed, ARRIVAL).review.verdict == "needs-work"
    for body in corrections:
        assert submit(LIST, read_form(body), ARRIVAL).review.verdict == "needs-work"
    assert isinstance(read_setting("code", url), Problem)
    for path in (readme, bibliography):
        with suppress(InvalidError):
            adoption = take_in(LIST, read_files([path]), ImportOrigin("a", "2026-02-03")).adoption
            assert [change.paper.links for change in adoption.changes] in ([], [()])
    if re.match(HTTP_URL, url):
        (change,) = submit(LIST, SUPPORTED, ARRIVAL, told(url)).review.changes
        assert isinstance(change, Change)
        assert [link.kind for link in change.paper.links] == ["paper"]


def test_every_way_to_the_list_writes_a_link_alike(tmp_path: Path) -> None:
    url = "https://Example.ORG:443/Code?utm_source=x&id=1&fbclid=2&gclid=3#top"
    code = Link(kind="code", url="https://example.org/Code?id=1")
    title = {"title": "A New Title", "category": "Serving Systems"}
    typed = from_flags(["https://example.org/work"], {"code": url, **title})
    readme = tmp_path / "a.md"
    readme.write_text(f"# A\n\n- [A New Title of a Work](https://example.org/w), [code]({url})\n")
    found = (
        *submit(LIST, typed, ARRIVAL).review.changes,
        *submit(LIST, SUPPORTED, ARRIVAL, told(url)).review.changes,
        *take_in(LIST, read_files([readme]), ImportOrigin("a", "2026-02-03")).adoption.changes,
    )

    assert read_setting("code", url) == Setting("code", (code,))
    assert [code in each.paper.links for each in found] == [True] * 3


def known(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Make a value that some service knows, or nothing."""
    return st.none() | st.builds(Sourced, values, st.sampled_from(("arxiv", "crossref")))


TEXTS = VALUES | st.text('-<>"\\é漢', min_size=1, max_size=40).map(lambda text: text * 12)
NAMES = st.lists(TEXTS, max_size=4).map(lambda names: tuple(names * 100))
URLS = st.one_of(
    st.sampled_from([url for url in PRIVATE if re.match(HTTP_URL, url)]),
    TEXTS.map(lambda text: f"https://example.org/{quote(text, errors='replace')}"[:LONGEST_URL]),
)
CODE = st.builds(Sourced, st.builds(Link, kind=st.just("code"), url=URLS), st.just("arxiv"))
WORKS = st.builds(Sourced, links().map(lambda link: canonical(link) or link), st.just("arxiv"))
VENUES = st.sampled_from((Venue(name="V" * 2_000), Venue(name="NeurIPS", year=1900)))
ANSWERS = st.builds(
    Metadata,
    title=known(TEXTS),
    authors=known(NAMES),
    affiliations=known(NAMES),
    date=known(st.sampled_from(("2023-02-30", "0000", "9999", "2023", "", "soon", "٢٠٢٤"))),
    venue=known(VENUES),
    ids=st.lists(WORKS, max_size=30).map(tuple),
    links=st.lists(CODE, max_size=5).map(tuple),
    citations=known(st.builds(Citations, count=st.integers(0, 10**9))),
    kind=known(st.sampled_from(("dataset", "thesis", "paper"))),
    warnings=st.lists(
        st.builds(
            Sourced,
            st.builds(Warned, st.sampled_from(("withdrawn", "rejected", "retracted")), TEXTS),
            st.just("arxiv"),
        ),
        max_size=3,
    ).map(tuple),
)


@SLOW
@given(data=st.data(), lines=st.integers(1, 10))
def test_any_answer_of_a_service_gets_a_verdict_that_can_be_remembered(
    data: st.DataObject, lines: int
) -> None:
    urls = [f"https://arxiv.org/abs/2309.1000{number}" for number in range(lines)]
    filled = from_flags(urls, {"category": "Serving Systems"})
    heard = [
        LookupResult((canonical(url) or "",), (), data.draw(ANSWERS), (canonical(url) or "",))
        for url in urls
    ]

    lands_well(submit(LIST, filled, ARRIVAL, lambda _: heard))
    kept = bounded(heard)
    memory = Memory(digest="0" * 64, lookups=tuple(map(cached, kept)))
    line = written(memory)

    assert len(line) < ROOM + 5_000
    assert "--" not in line[4:-3]
    assert remembered(f"words\n{line}\n") == memory
    assert [each.metadata for each in memory.lookups] == [
        replace(each.metadata, abstract=None) for each in kept
    ]


@SLOW
@given(
    works=st.lists(
        st.tuples(VALUES, links() | st.sampled_from(PRIVATE), VALUES), min_size=1, max_size=4
    ),
    ending=st.sampled_from((".md", ".bib", ".csv", ".tsv", ".json")),
)
def test_any_file_is_taken_in_or_compared(
    works: list[tuple[str, str, str]], ending: str, tmp_path: Path
) -> None:
    path = tmp_path / f"odd{ending}"
    path.write_text(WRITTEN[ending](works), encoding="utf-8", errors="replace")

    with suppress(InvalidError):
        in_files([path])
    if ending not in {".md", ".bib"}:
        return
    try:
        reading = read_files([path])
    except InvalidError:  # nothing in it is an entry
        return
    found = take_in(LIST, reading, ImportOrigin("odd", "2026-02-03"))
    changes = found.adoption.changes
    lands_well(SubmitResult(Review(verdict="accepted", changes=changes), "", found.files))


def tabled(works: list[tuple[str, str, str]], apart: str) -> str:
    """Write works as rows of a table with a header."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=apart)
    writer.writerow(("title", "url", "doi", "year", "authors", "venue"))
    writer.writerows((title, url, url, odd, odd, odd) for title, url, odd in works)
    return text.getvalue()


def in_json(works: list[tuple[str, str, str]]) -> str:
    """Write works as a papers.json, valid or not."""
    papers_ = [
        {
            "id": f"work-{at}",
            "title": title,
            "category": "serving",
            "ids": [url],
            "note": odd,
            "links": [{"kind": "paper", "url": url}],
            "keywords": [odd],
            "date": odd,
        }
        for at, (title, url, odd) in enumerate(works)
    ]
    return json.dumps({"schema_version": 1, "papers": papers_})


WRITTEN: dict[str, Callable[[list[tuple[str, str, str]]], str]] = {
    ".md": lambda works: (
        "# Works\n\n"
        + "\n".join(
            f"- [{title}]({url}), {odd}, *{odd}* [code]({url})\n\n| Title | Venue | Date |\n"
            "|-|-|-|\n"
            f"| [{title}](<{url}>) | {odd} | {odd} |\n"
            for title, url, odd in works
        )
    ),
    ".bib": lambda works: "\n".join(
        f"@article{{k{at}, title={{{title}}}, url={{{url}}}, doi={{{url}}}, year={{{odd}}}, "
        f"author={{{odd}}}, journal={{{odd}}}, keywords={{{odd}}}, note={{{odd}}}, date={{{odd}}}}}"
        for at, (title, url, odd) in enumerate(works)
    ),
    ".csv": lambda works: tabled(works, ","),
    ".tsv": lambda works: tabled(works, "\t"),
    ".json": in_json,
}


@SLOW
@given(field=st.sampled_from(SETTABLE), text=VALUES)
def test_any_value_that_a_command_sets_is_one_that_an_entry_holds(field: str, text: str) -> None:
    setting = read_setting(field, text)

    if isinstance(setting, Setting):
        for paper in load(LIST).catalog.papers:
            after = setting.on(paper)
            assert Paper.model_validate_json(after.model_dump_json()) == after
            assert record_of(after)
    else:
        assert setting.message
