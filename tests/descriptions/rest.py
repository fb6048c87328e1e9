"""Is this request to REST, and this answer, as GitHub's OpenAPI description has it?"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

Json = dict[str, Any]
MADE = Path(__file__).parent / "made"
# What any request may be told, whether its own description lists it or not.
# https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
ANYWHERE = {301, 307, 400, 401, 403, 404, 422, 429, 451}
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
_URN = "urn:rest"
_FORMATS = FormatChecker(formats=())
_FORMATS.checks("date-time")(lambda text: not isinstance(text, str) or bool(_DATE.fullmatch(text)))
_FORMATS.checks("uri")(lambda text: not isinstance(text, str) or "://" in text)


VERSIONS = tuple(path.stem.removeprefix("rest-") for path in sorted(MADE.glob("rest-[0-9]*.json")))


class Asked(NamedTuple):
    """One request, its path without a prefix."""

    method: str
    path: str
    query: Mapping[str, str] = {}
    body: bytes = b""
    version: str = VERSIONS[0]


class Operation(NamedTuple):
    """One operation, with the path that leads to it."""

    name: str
    pattern: re.Pattern[str]
    described: Json


def _operation(name: str, described: Json) -> Operation:
    """Read one operation; only a last part named `ref`, `path`, `branch` or so may hold a "/"."""
    path = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(name.partition(" ")[2]))
    path = re.sub(r"\(\?P<(ref|path|branch|basehead)>\[\^/\]\+\)", r"(?P<\1>.+)", path)
    path = path.replace("/(?P<path>.+)", "(/(?P<path>.*))?")
    return Operation(name, re.compile(path), described)


@cache
def _whole(version: str) -> Json:
    """Read the description of a version of the API; one that is not known counts as the first."""
    parts: list[Json] = [
        json.loads((MADE / f"rest-{each}.json").read_text("utf-8").replace(_URN, _urn(version)))
        for each in VERSIONS
        if each in {VERSIONS[0], version}
    ]
    return {part: parts[0][part] | parts[-1][part] for part in parts[0]}


def _urn(version: str) -> str:
    return f"{_URN}-{version}"


@cache
def operations(version: str) -> tuple[Operation, ...]:
    """Give the operations, those of the longest path first: `commits/{ref}/status` comes early."""
    made = (_operation(name, found) for name, found in _whole(version)["operations"].items())
    return tuple(sorted(made, key=lambda one: (-one.name.count("/"), one.name)))


@cache
def _registry() -> Registry[Any]:
    made = ((_urn(each), DRAFT202012.create_resource(_whole(each))) for each in VERSIONS)
    return Registry[Any]().with_resources(made)


@cache
def _validator(text: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(text), registry=_registry(), format_checker=_FORMATS)


def _problems(schema: object, value: object, where: str) -> Iterator[str]:
    """Say in a sentence each what is wrong with a value."""
    missing: dict[str, list[str]] = {}
    for error in _validator(json.dumps(schema)).iter_errors(value):
        for deepest in _deepest(error):
            place = where + "".join(f"[{part!r}]" for part in deepest.absolute_path)
            if deepest.validator == "required":
                missing.setdefault(place, []).append(deepest.message.partition(" is ")[0])
            else:
                yield f"{place}: {deepest.message[:300]}"
    for place, names in missing.items():
        yield f"{place}: without {', '.join(names)}"


def _deepest(error: ValidationError) -> Iterator[ValidationError]:
    """Give what made the most likely alternative fail."""
    if not error.context:
        yield error
        return
    ways: dict[str | int, list[ValidationError]] = {}
    for inner in error.context:
        ways.setdefault(inner.schema_path[0], []).append(inner)
    for inner in min(ways.values(), key=_unlikeliness):
        yield from _deepest(inner)


def _unlikeliness(way: list[ValidationError]) -> tuple[bool, int, int]:
    """Say how little this alternative was meant: another type, or many unknown properties."""
    kinds = [str(error.validator) for error in way]
    return "type" in kinds, kinds.count("additionalProperties"), len(way)


def found_operation(asked: Asked) -> tuple[Operation, dict[str, str]] | None:
    """Find the operation that a request is, and what stands in its path."""
    for operation in operations(asked.version if asked.version in VERSIONS else VERSIONS[0]):
        found = operation.pattern.fullmatch(asked.path)
        if found and operation.name.startswith(f"{asked.method} "):
            return operation, {key: value for key, value in found.groupdict().items() if value}
    return None


def wrong_request(asked: Asked) -> list[str]:
    """Say what is wrong with a request."""
    found = found_operation(asked)
    if found is None:
        return ["no such operation is described"]
    operation, parts = found
    return [
        *_wrong_parameters(operation.described, parts, "path"),
        *_wrong_parameters(operation.described, dict(asked.query), "query"),
        *_wrong_body(operation.described, asked.body),
    ]


def _wrong_parameters(described: Json, given: Mapping[str, str], place: str) -> Iterator[str]:
    known = {each["name"]: each for each in described["parameters"] if each["in"] == place}
    if place == "query":
        for name in sorted(given.keys() - known.keys()):
            yield f"the query's {name!r} is not described"
    for name, parameter in sorted(known.items()):
        if name not in given:
            if parameter.get("required"):
                yield f"the {place}'s {name!r} is missing"
            continue
        if parameter.get("deprecated"):
            yield f"the {place}'s {name!r} is deprecated"
        value = _typed(given[name], parameter["schema"])
        yield from _problems(parameter["schema"], value, f"the {place}'s {name!r}")


def _typed(text: str, schema: Json) -> object:
    """Read a parameter as the type that it should have, where it can be."""
    kinds = schema.get("type", "string")
    if "integer" in kinds and re.fullmatch(r"-?\d+", text):
        return int(text)
    if "boolean" in kinds and text in {"true", "false"}:
        return text == "true"
    return text


def _wrong_body(described: Json, body: bytes) -> Iterator[str]:
    if not body:
        if described.get("body_required"):
            yield "the body is missing"
        return
    if "body" not in described:
        yield "no body is described"
        return
    try:
        value = json.loads(body)
    except ValueError as error:
        yield f"the body is no JSON: {error}"
        return
    yield from _checked(described["body"], value, "body")


def wrong_answer(asked: Asked, status: int, body: object) -> list[str]:
    """Say what is wrong with the answer; `body` is JSON, bytes, or None for nothing."""
    found = found_operation(asked)
    if found is None:
        return [] if status == 404 else ["no such operation is described"]
    answers = found[0].described["answers"]
    if str(status) not in answers:
        known = status in ANYWHERE or status >= 500
        return [] if known else [f"the status {status} is none of {', '.join(answers)}"]
    schema = answers[str(status)]
    if isinstance(body, bytes):
        return []
    if schema is None or schema is True:
        empty = body is None or status >= 400 or schema is True
        return [] if empty else ["there is an answer where none is described"]
    return _checked(schema, body, "answer")


def _checked(schema: object, body: object, where: str) -> list[str]:
    """Check a body once for each shape that it has."""
    key = (where, json.dumps(schema), shape(body))
    if key not in _CHECKED:
        _CHECKED[key] = list(_problems(schema, body, where))
    return _CHECKED[key]


_CHECKED: dict[tuple[str, str, object], list[str]] = {}
_SHORT = 20


def shape(value: object) -> object:
    """Give what a schema may look at in a value: names, types, and short words.

    Items of a list count once each kind, whole numbers are all alike, a long text as what it begins
    with: what is checked of those is that they are dates or addresses.
    """
    if isinstance(value, dict):
        return tuple((key, shape(inner)) for key, inner in value.items())
    if isinstance(value, list):
        return frozenset(map(shape, value))
    if isinstance(value, str):
        short = len(value) <= _SHORT
        return re.sub(r"\d", "0", value) if short else value[:8].encode()
    return type(value)
