"""Which works do the sources offer, and is an outage never taken for a quiet day?"""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.lookup.offers import LONGEST, Sources
from bot.lookup.sources.arxiv_search import PAGE
from bot.lookup.wire.web import Web
from bot.model.lists.listing import Discover
from bot.model.upkeep.candidate import Offered, OfferedWork, Question
from tests.lookup.conftest import Asked, Sent, Server, Slow, addresses

ENTRY = """<entry><id>http://arxiv.org/abs/{id}v2</id><title>{title}</title>
<updated>2026-10-02T00:00:00Z</updated><published>2026-10-01T10:00:00Z</published>
<summary>About {title}</summary><author><name>Ada Example</name></author></entry>"""
FEED = """<feed xmlns="http://www.w3.org/2005/Atom"
 xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
<opensearch:totalResults>{total}</opensearch:totalResults>{entries}</feed>"""
ARXIV = Discover(arxiv_categories=("cs.CL", "cs.DC"), words=("kv cache", "llm serving"))
RECOMMENDED = Discover(recommendations=True)
CITING = Discover(citations=True)
DAILY = Discover(daily_papers=True)
WORKS = (("arxiv:2309.06180", "paged"), ("openreview:abc", "gone"), ("doi:10.1145/1", "old"))


def feed(ids: list[str], total: int | None = None) -> Sent:
    """Give a page of arXiv's answer."""
    entries = "".join(ENTRY.format(id=one, title=f"Work {one}") for one in ids)
    return Sent(
        body=FEED.format(total=len(ids) if total is None else total, entries=entries).encode()
    )


def ask(server: Server, web: Web, asked: Discover) -> Offered:
    """Ask the sources for the works of autumn."""
    sources = Sources(web, addresses(server), {}, web.deadline(60))
    return sources.offers(Question(asked, "2026-09-01", "2026-11-30", WORKS))


def offer(work: str, title: str, day: str, cites: frozenset[str] = frozenset()) -> OfferedWork:
    """Give an offer as the records of this table make it."""
    url = f"https://arxiv.org/abs/{work.removeprefix('arxiv:')}"
    return OfferedWork(work, url, title, day, f"About {title}", ("Ada Example",), cites)


def record(title: str, day: str | None, **ids: str) -> dict[str, object]:
    """Give a work as Semantic Scholar tells of it."""
    return {
        "paperId": "1" * 40,
        "title": title,
        "abstract": f"About {title}",
        "externalIds": ids,
        "publicationDate": day,
        "authors": [{"name": "Ada Example"}],
    }


def sent(value: object, status: int = 200) -> Sent:
    """Give an answer in JSON."""
    return Sent(status=status, body=json.dumps(value).encode())


def test_a_source_that_hangs_keeps_no_other_from_being_asked() -> None:
    web = Slow()
    began = web.now
    everything = Discover(
        arxiv_categories=("cs.DC",), recommendations=True, citations=True, daily_papers=True
    )
    offered = Sources(web, {}, {}, began + 1_200).offers(
        Question(everything, "2026-09-01", "2026-11-30", WORKS)
    )

    assert [each.rpartition(" took")[0] for each in offered.troubles] == [
        "arXiv",
        "Hugging Face's daily papers",
        "Semantic Scholar's recommendations",
        "Semantic Scholar's citations",
    ]
    assert web.now - began == 4 * LONGEST


def test_nothing_is_asked_of_sources_that_nobody_named(server: Server, web: Web) -> None:
    assert ask(server, web, Discover()) == Offered()
    assert server.asked == []


def test_arxiv_is_asked_for_categories_and_words_of_some_days(server: Server, web: Web) -> None:
    server.reply("/arxiv", feed(["2610.00001"]))

    assert ask(server, web, ARXIV) == Offered(
        (offer("arxiv:2610.00001", "Work 2610.00001", "2026-10-01"),)
    )
    query = parse_qs(urlsplit(server.asked[0].path).query)
    words = 'ti:"kv cache" OR abs:"kv cache" OR ti:"llm serving" OR abs:"llm serving"'
    days = "submittedDate:[202609010000 TO 202611302359]"
    assert query["search_query"] == [f"(cat:cs.CL OR cat:cs.DC) AND ({words}) AND {days}"]


def test_arxiv_is_read_page_by_page(server: Server, web: Web) -> None:
    first = [f"2610.{number:05}" for number in range(PAGE)]
    server.reply("/arxiv", feed(first, PAGE + 1), feed(["2611.00001"], PAGE + 1))

    assert len(ask(server, web, ARXIV).offers) == PAGE + 1


@pytest.mark.parametrize(
    ("reply", "trouble"),
    [
        (feed(["2610.00001"], 500), "arXiv sent fewer works than it counted"),
        (Sent(body=b"<html>Be right back</html>"), "arXiv answered 200 without a readable feed"),
        (Sent(status=503, body=b"no"), "arXiv answered 503"),
    ],
)
def test_an_outage_of_arxiv_is_told(reply: Sent, trouble: str, server: Server, web: Web) -> None:
    server.reply("/arxiv", reply)

    assert ask(server, web, ARXIV).troubles[0].startswith(trouble)


def test_recommendations_outside_of_the_days_are_left_out(server: Server, web: Web) -> None:
    records = [
        record("New", "2026-10-05", ArXiv="2610.00002"),
        record("Old", "2020-10-05", ArXiv="2010.00002"),
        record("Undated", None, ArXiv="2610.00003"),
        record("Nameless", "2026-10-05", CorpusId="1"),
    ]
    server.reply("/semantic-scholar", sent({"recommendedPapers": records}))

    assert ask(server, web, RECOMMENDED).offers == (offer("arxiv:2610.00002", "New", "2026-10-05"),)
    assert server.paths() == ["/semantic-scholar/recommendations/v1/papers/"]
    assert server.asked[0].json() == {
        "positivePaperIds": ["ARXIV:2309.06180", "DOI:10.1145/1"],
        "negativePaperIds": [],
    }


def test_what_cites_listed_works_says_which(server: Server, web: Web) -> None:
    def reply(asked: Asked) -> Sent:
        known = "2309.06180" in asked.path
        cited = [{"citingPaper": record("New", "2026-10-05", ArXiv="2610.00002")}]
        return sent({"offset": 0, "data": cited if known else []})

    server.reply("/semantic-scholar", reply)

    expected = offer("arxiv:2610.00002", "New", "2026-10-05", frozenset({"paged"}))
    assert ask(server, web, CITING).offers == (expected,)
    at = "/semantic-scholar/graph/v1/paper"
    assert server.paths() == [
        f"{at}/ARXIV%3A2309.06180/citations",
        f"{at}/DOI%3A10.1145%2F1/citations",
    ]


@pytest.mark.parametrize(
    "answer",
    [
        {"error": "Requested object not found"},
        {"message": "Internal Server Error"},
        ["no"],
        {"data": 3},
        {},
    ],
)
def test_an_error_of_semantic_scholar_is_no_empty_day(
    answer: object, server: Server, web: Web
) -> None:
    server.reply("/semantic-scholar", sent(answer))
    found = ask(server, web, RECOMMENDED)

    assert found.offers == ()
    assert found.troubles == ("Semantic Scholar's recommendations answered 200 without records",)


def test_a_listed_work_that_semantic_scholar_does_not_know_keeps_no_other_from_being_asked_about(
    server: Server, web: Web
) -> None:
    def reply(asked: Asked) -> Sent:
        if "2309.06180" in asked.path:
            return sent({"error": "Paper with id ARXIV:2309.06180 not found"}, 404)
        return sent({"data": [{"citingPaper": record("New", "2026-10-05", ArXiv="2610.00002")}]})

    server.reply("/semantic-scholar", reply)

    expected = offer("arxiv:2610.00002", "New", "2026-10-05", frozenset({"old"}))
    assert ask(server, web, CITING) == Offered((expected,))


def test_daily_papers_are_read_month_by_month(server: Server, web: Web) -> None:
    paper = {
        "id": "2610.00004",
        "title": "Daily",
        "summary": "About Daily",
        "authors": [{"name": "Ada Example"}],
        "publishedAt": "2026-10-07T08:00:00.000Z",
    }
    server.reply("/huggingface", sent([]))
    server.reply("/huggingface/api/daily_papers?month=2026-10", sent([{"paper": paper}, {}, 7]))

    assert ask(server, web, DAILY) == Offered((offer("arxiv:2610.00004", "Daily", "2026-10-07"),))
    months = [parse_qs(urlsplit(asked.path).query)["month"][0] for asked in server.asked]
    assert months == ["2026-09", "2026-10", "2026-11"]


def test_the_works_of_a_venue_are_read_to_the_end(server: Server, web: Web) -> None:
    first = {"data": [record("One", "2026-05-01", DOI="10.1145/a")], "token": "next"}
    server.reply("/semantic-scholar", sent(first), sent({"total": 0, "offset": 0}))
    sources = Sources(web, addresses(server), {}, web.deadline(60))

    found = sources.of_venue("MLSys", 2026, "cache | serving")
    assert [each.work for each in found.offers] == ["doi:10.1145/a"]
    assert [parse_qs(urlsplit(asked.path).query).get("token") for asked in server.asked] == [
        None,
        ["next"],
    ]


def test_one_source_that_fails_spoils_no_other(server: Server, web: Web) -> None:
    server.reply("/arxiv", feed(["2610.00001"]))
    server.reply("/huggingface", Sent(status=500, body=b"{}"))
    found = ask(server, web, ARXIV.model_copy(update={"daily_papers": True}))

    assert len(found.offers) == 1
    assert found.troubles == ("Hugging Face's daily papers answered 500",)
