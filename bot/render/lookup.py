"""How do we show what the world knows of a work: to a person as a table, to a program as JSON?"""

import json
from collections.abc import Iterator

from bot.model.papers.metadata import (
    Conflict,
    Found,
    LookupReply,
    LookupResult,
    Metadata,
    NotFound,
    Sourced,
    Unavailable,
)

SHOWN_NAMES = 6


def as_table(report: LookupResult) -> str:
    """Give a line for each value: the field, who said it, and what; then what went wrong."""
    rows = [("asked for", "", id_) for id_ in report.ids]
    rows += _known(report.metadata)
    rows += [("contradiction", "", _sides(conflict)) for conflict in report.metadata.conflicts]
    rows += [("does not exist", "", id_) for id_ in report.unknown]
    rows += [_outcome(answer) for answer in report.answers if not isinstance(answer, Found)]
    if not report.answers:
        rows.append(("not asked", "", "no service can be asked for this kind of id"))
    field, source = (max(len(row[column]) for row in rows) for column in (0, 1))
    return "".join(f"{row[0]:{field}}  {row[1]:{source}}  {row[2]}\n" for row in rows)


def _known(metadata: Metadata) -> Iterator[tuple[str, str, str]]:
    if metadata.title:
        yield "title", metadata.title.source, metadata.title.value
    for name, people in (("authors", metadata.authors), ("affiliations", metadata.affiliations)):
        if people:
            yield name, people.source, _some(people.value)
    singles = (("date", metadata.date), ("venue", metadata.venue), ("kind", metadata.kind))
    for name, sourced in singles:
        if sourced:
            yield name, sourced.source, str(sourced.value)
    for warned, source in metadata.warnings:
        yield "warning", source, ": ".join(filter(None, warned))
    for id_ in metadata.ids:
        yield "id", id_.source, id_.value
    for link in metadata.links:
        yield link.value.kind, link.source, link.value.url
    if metadata.citations:
        yield "citations", metadata.citations.source, str(metadata.citations.value.count)


def _some(names: tuple[str, ...]) -> str:
    more = len(names) - SHOWN_NAMES
    return "; ".join(names[:SHOWN_NAMES]) + (f"; and {more} more" if more > 0 else "")


def _sides(conflict: Conflict) -> str:
    (a, said_a), (b, said_b) = conflict.a, conflict.b
    return f"{conflict.field}: {said_a} says {a!r}, {said_b} says {b!r}"


def _outcome(answer: NotFound | Unavailable) -> tuple[str, str, str]:
    if isinstance(answer, NotFound):
        return "not found", answer.service, "no such work there"
    later = "" if answer.retry_after is None else f"; ask again in {answer.retry_after:.0f} s"
    return "unavailable", answer.service, answer.reason + later


def as_json(report: LookupResult) -> str:
    """Give everything, each value beside its source; fields that nobody knows are left out."""
    metadata = report.metadata
    venue, citations = metadata.venue, metadata.citations
    fields = {
        "title": _field(metadata.title),
        "authors": _field(metadata.authors),
        "affiliations": _field(metadata.affiliations),
        "date": _field(metadata.date),
        "venue": venue and {"value": venue.value.model_dump(), "source": venue.source},
        "ids": [_field(id_) for id_ in metadata.ids],
        "links": [{**link.value.model_dump(), "source": link.source} for link in metadata.links],
        "citations": citations and {"value": citations.value.count, "source": citations.source},
    }
    whole = {
        "ids": report.ids,
        "found": report.found,
        "metadata": {name: value for name, value in fields.items() if value},
        "conflicts": [
            {"field": field, "a": _field(a), "b": _field(b)} for field, a, b in metadata.conflicts
        ],
        "unknown": report.unknown,
        "answers": [_answer(answer) for answer in report.answers],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _field(sourced: Sourced[str] | Sourced[tuple[str, ...]] | None) -> dict[str, object] | None:
    return {"value": sourced.value, "source": sourced.source} if sourced else None


def _answer(answer: LookupReply) -> dict[str, object]:
    match answer:
        case Found(service):
            return {"service": service, "answer": "found"}
        case NotFound(service):
            return {"service": service, "answer": "not found"}
        case Unavailable(service, reason, retry_after):
            later = {} if retry_after is None else {"retry_after": round(retry_after)}
            return {"service": service, "answer": "unavailable", "reason": reason, **later}
