"""Does each service's answer become what the examples say?"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.lookup.services.service import Connection
from bot.lookup.services.services import SERVICES
from bot.lookup.wire.web import Web
from bot.model.papers.metadata import Found, LookupReply, Metadata, NotFound, Unavailable
from tests.lookup.conftest import Clock, Sent, Server

EXAMPLES = Path(__file__).parents[1] / "examples" / "lookup"
BY_NAME = {service.name: service for service in SERVICES}
CASES = sorted(path for path in EXAMPLES.glob("*/*.json") if path.parent.name in BY_NAME)


def said(answer: LookupReply) -> object:
    """Give an answer as the examples write it."""
    match answer:
        case Found(service, metadata):
            assert all(source == service for source in sources(metadata))
            return fields(metadata)
        case NotFound():
            return "not found"
        case Unavailable(reason=reason):
            return f"unavailable: {reason}"


def fields(metadata: Metadata) -> dict[str, object]:
    """Give the known fields as plain values."""
    known: dict[str, object] = {}
    for name in ("title", "authors", "affiliations", "date"):
        if value := getattr(metadata, name):
            known[name] = list(value.value) if isinstance(value.value, tuple) else value.value
    if metadata.venue:
        known["venue"] = str(metadata.venue.value)
    known["ids"] = [id_.value for id_ in metadata.ids]
    if metadata.links:
        known["links"] = [f"{link.value.kind} {link.value.url}" for link in metadata.links]
    if metadata.kind:
        known["kind"] = metadata.kind.value
    if metadata.warnings:
        known["warnings"] = [": ".join(filter(None, said)) for said, _ in metadata.warnings]
    if metadata.citations:
        known["citations"] = metadata.citations.value.count
    if metadata.abstract:
        known["abstract"] = metadata.abstract.value
    return known


def sources(metadata: Metadata) -> Iterable[str]:
    """Give the source of every known field."""
    for name in ("title", "authors", "affiliations", "date", "venue", "citations", "abstract"):
        if known := getattr(metadata, name):
            yield known.source
    yield from (id_.source for id_ in metadata.ids)
    yield from (link.source for link in metadata.links)


def sent(exchange: dict[str, Any], folder: Path) -> Sent:
    """Read what the server is to send."""
    if "file" in exchange:
        body = (folder / exchange["file"]).read_bytes()
    else:
        body = json.dumps(exchange["body"]).encode()
    return Sent(status=exchange.get("status", 200), body=body)


def connection(server: Server, web: Web, name: str) -> Connection:
    """Give a connection to a service at the root of the local server."""
    deadline = web.deadline(60)
    return Connection(web=web, service=name, address=server.url, delay=0, deadline=deadline)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_answer_becomes_what_the_example_says(path: Path, server: Server, web: Web) -> None:
    case = json.loads(path.read_text("utf-8"))
    service = BY_NAME[path.parent.name]
    assert all(map(service.asks, case["ask"]))
    server.reply("/", *(sent(exchange, path.parent) for exchange in case["exchanges"]))

    answers = service.ask(connection(server, web, service.name), case["ask"])

    assert {id_: said(answer) for id_, answer in answers.items()} == case["expect"]
    assert len(server.asked) == len(case["exchanges"])
    for asked, exchange in zip(server.asked, case["exchanges"], strict=True):
        parts = urlsplit(asked.path)
        assert f"{asked.method} {parts.path}" == exchange["request"]
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        assert exchange.get("query", {}).items() <= query.items()
        assert "payload" not in exchange or asked.json() == exchange["payload"]


@pytest.mark.parametrize("service", SERVICES, ids=[service.name for service in SERVICES])
def test_every_service_has_examples(service: object) -> None:
    names = {path.parent.name for path in CASES}
    assert getattr(service, "name", "") in names


def test_a_batch_is_cut_into_as_many_requests_as_the_service_takes(
    server: Server, web: Web, clock: Clock
) -> None:
    ids = [f"arxiv:2401.{number:05}" for number in range(1, 1_002)]
    server.reply("/", Sent(body=json.dumps([None] * 500).encode()), *(Sent(body=b"[null]"),) * 2)
    answers = BY_NAME["semantic-scholar"].ask(connection(server, web, "semantic-scholar"), ids)
    assert [len(asked.json()["ids"]) for asked in server.asked] == [500, 500, 1]  # type: ignore[index]  # a request's body is an object here
    outcomes = [said(answers[id_]) for id_ in ids]
    lost = "unavailable: answered with another number of works than asked for"
    assert outcomes == ["not found"] * 500 + [lost] * 500 + ["not found"]
    assert clock.slept == []


# What the two registries of DOIs call what is no paper, and what is one.
KINDS = """
crossref book book
crossref monograph book
crossref edited-book book
crossref reference-book book
crossref dissertation thesis
crossref dataset dataset
crossref journal-article -
crossref posted-content -
datacite Audiovisual talk
datacite Book book
datacite ComputationalNotebook software
datacite Dataset dataset
datacite Dissertation thesis
datacite Model model
datacite Presentation talk
datacite Software software
datacite ConferencePaper -
datacite Preprint -
"""


@pytest.mark.parametrize("line", KINDS.split("\n")[1:-1])
def test_what_is_registered_as_no_paper_has_its_kind(line: str, server: Server, web: Web) -> None:
    name, registered, kind = line.split()
    case = json.loads((EXAMPLES / name / "found.json").read_text("utf-8"))
    (exchange,) = case["exchanges"]
    if name == "crossref":
        exchange["body"]["message"]["type"] = registered
    else:
        exchange["body"]["data"]["attributes"]["types"] = {"resourceTypeGeneral": registered}
    server.reply("/", sent(exchange, EXAMPLES / name))
    (answer,) = BY_NAME[name].ask(connection(server, web, name), case["ask"]).values()
    assert isinstance(answer, Found)
    assert (answer.metadata.kind and answer.metadata.kind.value) == (None if kind == "-" else kind)
