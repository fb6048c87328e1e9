"""Is everything that is known of a work shown, with who said it?"""

import json

from bot.model.papers.metadata import (
    Conflict,
    Found,
    LookupResult,
    Metadata,
    NotFound,
    Sourced,
    Unavailable,
)
from bot.model.papers.paper import Citations, Link, Venue
from bot.render.lookup import as_json, as_table

METADATA = Metadata(
    title=Sourced("Orca", "arxiv"),
    authors=Sourced(tuple("ABCDEFGH"), "arxiv"),
    affiliations=Sourced(("A Lab",), "crossref"),
    date=Sourced("2022-07", "arxiv"),
    venue=Sourced(Venue(name="OSDI", year=2022), "crossref"),
    ids=(Sourced("arxiv:2207.00001", "arxiv"), Sourced("doi:10.1/x", "crossref")),
    links=(Sourced(Link(kind="code", url="https://github.com/a/b"), "huggingface"),),
    citations=Sourced(Citations(count=0), "semantic-scholar"),
    conflicts=(Conflict("title", Sourced("Orca", "arxiv"), Sourced("Whale", "crossref")),),
)
FULL = LookupResult(
    ids=("arxiv:2207.00001", "doi:10.1/dead"),
    answers=(
        Found("arxiv", METADATA),
        NotFound("openreview"),
        Unavailable("datacite", "answered 503", 29.6),
        Unavailable("huggingface", "could not be reached"),
    ),
    metadata=METADATA,
    unknown=("doi:10.1/dead",),
)
NOTHING = LookupResult(ids=("usenix:x/y",), answers=(), metadata=Metadata())


def test_the_table_has_a_line_for_each_value_and_says_who_gave_it() -> None:
    assert as_table(FULL) == (
        "asked for                         arxiv:2207.00001\n"
        "asked for                         doi:10.1/dead\n"
        "title           arxiv             Orca\n"
        "authors         arxiv             A; B; C; D; E; F; and 2 more\n"
        "affiliations    crossref          A Lab\n"
        "date            arxiv             2022-07\n"
        "venue           crossref          OSDI 2022\n"
        "id              arxiv             arxiv:2207.00001\n"
        "id              crossref          doi:10.1/x\n"
        "code            huggingface       https://github.com/a/b\n"
        "citations       semantic-scholar  0\n"
        "contradiction                     title: arxiv says 'Orca', crossref says 'Whale'\n"
        "does not exist                    doi:10.1/dead\n"
        "not found       openreview        no such work there\n"
        "unavailable     datacite          answered 503; ask again in 30 s\n"
        "unavailable     huggingface       could not be reached\n"
    )


def test_an_id_that_nobody_can_be_asked_for_is_said_to_be_one() -> None:
    assert as_table(NOTHING) == (
        "asked for    usenix:x/y\nnot asked    no service can be asked for this kind of id\n"
    )


def test_the_json_holds_everything_with_its_source() -> None:
    assert json.loads(as_json(FULL)) == {
        "ids": ["arxiv:2207.00001", "doi:10.1/dead"],
        "found": True,
        "metadata": {
            "title": {"value": "Orca", "source": "arxiv"},
            "authors": {"value": list("ABCDEFGH"), "source": "arxiv"},
            "affiliations": {"value": ["A Lab"], "source": "crossref"},
            "date": {"value": "2022-07", "source": "arxiv"},
            "venue": {"value": {"name": "OSDI", "year": 2022}, "source": "crossref"},
            "ids": [
                {"value": "arxiv:2207.00001", "source": "arxiv"},
                {"value": "doi:10.1/x", "source": "crossref"},
            ],
            "links": [{"kind": "code", "url": "https://github.com/a/b", "source": "huggingface"}],
            "citations": {"value": 0, "source": "semantic-scholar"},
        },
        "conflicts": [
            {
                "field": "title",
                "a": {"value": "Orca", "source": "arxiv"},
                "b": {"value": "Whale", "source": "crossref"},
            }
        ],
        "unknown": ["doi:10.1/dead"],
        "answers": [
            {"service": "arxiv", "answer": "found"},
            {"service": "openreview", "answer": "not found"},
            {
                "service": "datacite",
                "answer": "unavailable",
                "reason": "answered 503",
                "retry_after": 30,
            },
            {
                "service": "huggingface",
                "answer": "unavailable",
                "reason": "could not be reached",
            },
        ],
    }


def test_the_json_of_nothing_is_whole_as_well() -> None:
    assert json.loads(as_json(NOTHING)) == {
        "ids": ["usenix:x/y"],
        "found": False,
        "metadata": {},
        "conflicts": [],
        "unknown": [],
        "answers": [],
    }
