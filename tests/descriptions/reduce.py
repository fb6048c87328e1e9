"""Which part of GitHub's own descriptions do the stand-in and the bot's events need?

`make descriptions` fetches the packages and calls this with the folder that they lie in. Kept are
the operations that the stand-in answers, the GraphQL types it knows with all their fields among
themselves, and the examples of the events that numbers are read from. Left out are texts and
examples. GitHub's OpenAPI 3.0 becomes JSON Schema here (a nullable type allows null, and an object
has no property but those described).
"""

import copy
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from graphql import (
    DirectiveDefinitionNode,
    EnumTypeDefinitionNode,
    FieldDefinitionNode,
    InterfaceTypeDefinitionNode,
    Node,
    ScalarTypeDefinitionNode,
    UnionTypeDefinitionNode,
    parse,
    print_ast,
    visit,
)
from graphql.language import Visitor

from tests.github_server.endpoints import ROUTES
from tests.github_server.graphql.schema import TYPES

Json = dict[str, Any]
Found = Any  # any JSON, or one of the many classes of graphql-core
MADE = Path(__file__).parent / "made"
OPENAPI, GRAPHQL, EVENTS = (
    "@octokit/openapi",
    "@octokit/graphql-schema",
    "@octokit/webhooks-examples",
)
# What numbers are read from: what starts our workflows, and what may in a list's own.
SUBSCRIBED = ("issues", "issue_comment", "pull_request", "push", "workflow_dispatch")
# The version that the description itself is of; it says what later ones change.
FIRST, CHANGES = "2022-11-28", "x-github-breaking-changes"
_WORDS = {
    CHANGES,
    "description",
    "example",
    "examples",
    "externalDocs",
    "summary",
    "tags",
    "x-github",
}
_WORDS |= {"title", "operationId", "default", "discriminator", "readOnly", "writeOnly"}
_NAMES = {"properties", "schemas", "parameters", "responses", "headers"}
_HOOKS = {"title", "default", "description", "example", "examples", "tags", "summary"}


def main(folder: Path) -> None:
    """Write the reduced descriptions from the packages below a folder."""
    packages = {name: folder / "node_modules" / name for name in (OPENAPI, GRAPHQL, EVENTS)}
    versions = {
        name: json.loads((at / "package.json").read_text("utf-8"))["version"]
        for name, at in packages.items()
    }
    whole = json.loads((packages[OPENAPI] / "generated/api.github.com.json").read_text("utf-8"))
    examples = json.loads((packages[EVENTS] / "api.github.com/index.json").read_text("utf-8"))
    sdl = (packages[GRAPHQL] / "schema.graphql").read_text("utf-8")
    _write("versions.json", versions)
    licences = [f"{name} {versions[name]}\n\n{_licence(at)}" for name, at in packages.items()]
    (MADE / "LICENSES.txt").write_text("\n\n".join(licences), "utf-8")
    for version, described in versions_of(whole).items():
        _write(f"rest-{version}.json", described)
    _write("events.json", events(examples))
    (MADE / "schema.graphql").write_text(schema(sdl), "utf-8")


def _licence(package: Path) -> str:
    """Give the text of a package's licence, or where it has none its name and author."""
    for path in sorted(package.glob("LICENSE*")):
        return path.read_text("utf-8").strip() + "\n"
    about = json.loads((package / "package.json").read_text("utf-8"))
    author = about.get("author") or ""
    author = author.get("name", "") if isinstance(author, dict) else author
    return f"Licence: {about['license']}. By {author or 'Octokit contributors'}.\n"


def _write(name: str, found: Json) -> None:
    """Write an object with a line for each thing in its parts, so that changes are readable."""
    lines = [f"{json.dumps(key)}: {_dense(found[key])}" for key in sorted(found)]
    (MADE / name).write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def _dense(found: object) -> str:
    if isinstance(found, dict) and any(isinstance(inner, dict | list) for inner in found.values()):
        lines = [f" {json.dumps(key)}: {_line(found[key])}" for key in sorted(found)]
        return "{\n" + ",\n".join(lines) + "\n}"
    return _line(found)


def _line(found: object) -> str:
    return json.dumps(found, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def versions_of(whole: Json) -> dict[str, Json]:
    """Reduce the description in each version of the API; a later one holds what differs."""
    first = Rest(whole).reduced()
    made = {FIRST: first}
    for version in sorted(set(_later(whole))):
        later = Rest(_changed(whole, version)).reduced()
        made[version] = {
            part: {name: one for name, one in found.items() if one != first[part].get(name)}
            for part, found in later.items()
        }
    return made


def _later(found: Found) -> Iterator[str]:
    """Name the versions that change something, as often as they do."""
    for inner in found.values() if isinstance(found, dict) else found:
        if isinstance(inner, dict | list):
            yield from _later(inner)
    if isinstance(found, dict):
        yield from (change["version"] for change in found.get(CHANGES, ()))


def _changed(found: Found, version: str) -> Found:
    """Give a description as it is in a version.

    Its changes are merge patches (RFC 7396), or lists of edits (RFC 6902).
    """
    if isinstance(found, list):
        return [_changed(each, version) for each in found]
    if not isinstance(found, dict):
        return found
    for change in found.get(CHANGES, ()):
        if change["version"] <= version:
            edit = _edited if isinstance(change["patch"], list) else _patched
            found = edit(found, change["patch"])
    return {key: _changed(value, version) for key, value in found.items()}


def _patched(found: Found, patch: Found) -> Found:
    if not isinstance(patch, dict):
        return patch
    kept = dict(found) if isinstance(found, dict) else {}
    for key, value in patch.items():
        if value is None:
            kept.pop(key, None)
        else:
            kept[key] = _patched(kept.get(key), value)
    return kept


def _edited(found: Found, edits: list[Json]) -> Found:
    made = copy.deepcopy(found)
    for edit in edits:
        *path, last = [
            part.replace("~1", "/").replace("~0", "~") for part in edit["path"].split("/")[1:]
        ]
        inside = made
        for part in path:
            inside = inside[int(part) if isinstance(inside, list) else part]
        key = int(last) if isinstance(inside, list) else last
        if edit["op"] == "remove":
            del inside[key]
        else:
            inside[key] = edit["value"]
    return made


def skeleton(path: str) -> str:
    """Give a path with its parameters made nameless."""
    return re.sub(r"\{\w+\*?\}", "{}", path)


class Rest:
    """The operations that are used, and the components that they lead to."""

    def __init__(self, whole: Json) -> None:
        """Begin with nothing of the whole description."""
        self._whole = whole
        self._components: Json = {}

    def reduced(self) -> Json:
        """Give `operations` and `components`."""
        known = {
            (method.upper(), skeleton(path)): (method, path)
            for path, methods in self._whole["paths"].items()
            for method in methods
        }
        wanted = [known.get((route.method, skeleton(route.path))) for route in ROUTES]
        operations = {
            f"{method.upper()} {path}": self._operation(self._whole["paths"][path][method])
            for method, path in filter(None, wanted)
        }
        return {"operations": operations, "schemas": self._components}

    def _operation(self, found: Json) -> Json:
        """Keep parameters, body and answers of an operation."""
        parameters = [self._parameter(self._led(each)) for each in found.get("parameters", ())]
        parameters = [each for each in parameters if each["in"] != "path" or _says(each)]
        kept: Json = {"parameters": parameters}
        if "requestBody" in found:
            body = found["requestBody"]
            kept["body"] = self._content(body)
            kept["body_required"] = body.get("required", False)
        kept["answers"] = {
            status: self._content(self._led(answer), open_=status >= "400")
            for status, answer in found["responses"].items()
        }
        return kept

    def _led(self, found: Json) -> Json:
        """Follow a reference to a parameter or an answer."""
        if "$ref" not in found:
            return found
        _, _, kind, name = found["$ref"].split("/")
        led: Json = self._whole["components"][kind][name]
        return led

    def _parameter(self, found: Json) -> Json:
        kept = {key: found[key] for key in ("name", "in")}
        kept |= {key: True for key in ("required", "deprecated") if found.get(key)}
        return kept | {"schema": self._schema(found["schema"])}

    def _content(self, found: Json, *, open_: bool = False) -> Found:
        """Give the schema of a JSON body: null for none, true for one that is not JSON."""
        content = found.get("content")
        if not content:
            return None
        kind = next((kind for kind in content if "json" in kind), None)
        return self._schema(content[kind]["schema"], closed=not open_) if kind else True

    def _schema(self, found: Found, *, closed: bool = True) -> Found:
        """Translate a schema of OpenAPI 3.0 to JSON Schema."""
        if isinstance(found, list):
            return [self._schema(each, closed=closed) for each in found]
        if not isinstance(found, dict):
            return found
        if "$ref" in found:
            return {"$ref": self._reference(found["$ref"], closed=closed)}
        kept = {key: value for key, value in found.items() if key not in _WORDS}
        inner = closed and "allOf" not in kept
        made = {
            key: {name: self._schema(each, closed=closed) for name, each in value.items()}
            if key == "properties"
            else value
            if key in {"enum", "required"}
            else self._schema(value, closed=inner)
            for key, value in kept.items()
        }
        # GitHub's alternatives overlap, so that "exactly one" would refuse GitHub's own examples.
        if "oneOf" in made:
            made["anyOf"] = made.pop("oneOf")
        if closed and "properties" in made:
            made.setdefault("additionalProperties", False)
        return _nullable(made)

    def _reference(self, reference: str, *, closed: bool) -> str:
        """Keep what a reference leads to, and give its name here."""
        name = reference.rsplit("/", 1)[1]
        key = name if closed else f"{name} and more"
        if key not in self._components:
            self._components[key] = None
            schema = self._whole["components"]["schemas"][name]
            self._components[key] = self._schema(schema, closed=closed)
        return f"urn:rest#/schemas/{key.replace(' ', '%20')}"


def _nullable(made: Json) -> Json:
    """Allow null where OpenAPI says so beside the type."""
    if not made.pop("nullable", False):
        return made
    if isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
        if "enum" in made and None not in made["enum"]:
            made["enum"] = [*made["enum"], None]
        return made
    return {"anyOf": [made, {"type": "null"}]} if made else made


def _says(parameter: Json) -> bool:
    """Say whether a part of a path must be more than some text."""
    return bool(parameter["schema"] != {"type": "string"})


def schema(text: str) -> str:
    """Reduce GitHub's GraphQL schema to the types of the stand-in and what their fields take."""
    whole = parse(text, no_location=True)
    named: dict[str, Node] = {
        node.name.value: node
        for node in whole.definitions
        if hasattr(node, "name") and not isinstance(node, DirectiveDefinitionNode)
    }
    leaves = {
        name
        for name, node in named.items()
        if isinstance(node, ScalarTypeDefinitionNode | EnumTypeDefinitionNode)
    } | {"Int", "Float", "String", "Boolean", "ID"}
    kept = {name for name in TYPES if name in named}
    kept |= {name for lacking in kept for name in _kinds(named, lacking, kept)}
    made = {name: visit(named[name], _Reducer(kept, leaves)) for name in kept}
    missing = set(made)
    while missing:
        missing = {
            name for found in missing for name in _mentioned(made[found]) if name in named
        } - made.keys()
        made |= {name: visit(named[name], _Reducer(kept, leaves)) for name in missing}
    return "\n".join(print_ast(made[name]) for name in sorted(made)) + "\n"


def _kinds(named: dict[str, Node], interface: str, kept: set[str]) -> set[str]:
    """Name the types of an interface of which none is kept, so that it can be anything at all."""
    if not isinstance(named[interface], InterfaceTypeDefinitionNode):
        return set()
    kinds = {
        name
        for name, node in named.items()
        if interface in {one.name.value for one in getattr(node, "interfaces", None) or ()}
    }
    return set() if kinds & kept else kinds


class _Reducer(Visitor):
    """Leaves out descriptions, fields of other types, and other members of unions."""

    def __init__(self, kept: set[str], leaves: set[str]) -> None:
        super().__init__()
        self._kept = kept
        self._known = kept | leaves

    def enter(self, node: Node, *_: object) -> Found:
        if isinstance(node, FieldDefinitionNode) and _base(node) not in self._known:
            return self.REMOVE
        return None

    def leave(self, node: Node, *_: object) -> Found:
        changed: Json = {}
        if getattr(node, "description", None) is not None:
            changed["description"] = None
        lists = {"interfaces", "types" if isinstance(node, UnionTypeDefinitionNode) else ""}
        for name in lists & set(node.keys):
            found = getattr(node, name) or ()
            changed[name] = tuple(one for one in found if one.name.value in self._kept)
        return replace(node, **changed) if changed else None


def _base(node: Found) -> str:
    while hasattr(node, "type"):
        node = node.type
    return str(node.name.value)


def _mentioned(node: Node) -> Iterator[str]:
    """Name the types that a definition mentions."""
    found: list[str] = []

    class Finder(Visitor):
        def enter_named_type(self, named: Found, *_: object) -> None:
            found.append(named.name.value)

    visit(node, Finder())
    yield from found


def events(examples: list[Json]) -> Json:
    """Keep the last example of each event and action, without addresses.

    Repository, organization and sender are kept in the first example of each event only.
    """
    return {
        entry["name"]: [
            _without_addresses(example if at == 0 else _without_frame(example))
            for at, example in enumerate(
                {one.get("action", ""): one for one in entry["examples"]}.values()
            )
        ]
        for entry in examples
        if entry["name"] in SUBSCRIBED
    }


def _without_frame(example: Json) -> Json:
    frame = {"repository", "organization", "sender"}
    return {key: value for key, value in example.items() if key not in frame}


def _without_addresses(found: Found) -> Found:
    if isinstance(found, list):
        return [_without_addresses(each) for each in found]
    if not isinstance(found, dict):
        return found
    return {
        key: _without_addresses(value)
        for key, value in found.items()
        if not (key.endswith("url") and isinstance(value, str))
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
