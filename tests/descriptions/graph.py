"""Is this GraphQL request, and this answer, as GitHub's schema has it?"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLError,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    InlineFragmentNode,
    NoDeprecatedCustomRule,
    OperationDefinitionNode,
    SelectionSetNode,
    build_schema,
    is_abstract_type,
    is_composite_type,
    parse,
    specified_rules,
    validate,
)
from graphql.execution.values import get_variable_values

Json = dict[str, Any]
Found = Any  # what an answer holds, or one of the many classes of graphql-core
SCHEMA = build_schema((Path(__file__).parent / "made/schema.graphql").read_text("utf-8"))
_TYPENAME = "__typename"
_LARGEST = 2**31
_TEXTS = {
    "DateTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
    "GitTimestamp": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)",
    "GitObjectID": r"[0-9a-f]{40}",
    "BigInt": r"-?\d+",
    "URI": r"(https?://|/).*",
}


def wrong_request(payload: Json) -> list[str]:
    """Say what is wrong with a query and its variables."""
    text, name = payload.get("query"), payload.get("operationName")
    if not isinstance(text, str):
        return ["there is no query"]
    if problems := _invalid(text):
        return list(problems)
    operation = _document(text).operation(name)
    if operation is None:
        return [f"there is no operation {name!r}"]
    given, declared = payload.get("variables") or {}, operation.variable_definitions or ()
    unknown = given.keys() - {one.variable.name.value for one in declared}
    found = get_variable_values(SCHEMA, declared, given)
    errors = found if isinstance(found, list) else []
    return [error.message for error in errors] + [
        f"the variable {name!r} is not declared" for name in sorted(unknown)
    ]


@lru_cache(maxsize=256)
def _invalid(text: str) -> tuple[str, ...]:
    """Hold a document against the schema; what is deprecated there is wrong as well."""
    try:
        document = parse(text)
    except GraphQLError as error:
        return (error.message,)
    rules = (*specified_rules, NoDeprecatedCustomRule)
    return tuple(error.message for error in validate(SCHEMA, document, rules))


def wrong_answer(payload: Json, answer: object) -> list[str]:
    """Say what is wrong with the `data` of an answer to a valid query."""
    if not isinstance(answer, dict):
        return ["an answer is an object"]
    if answer.keys() - {"data", "errors", "extensions"} or not answer:
        return [f"an answer holds data and errors, not {sorted(answer)}"]
    text, name = payload.get("query"), payload.get("operationName")
    if answer.get("data") is None or not isinstance(text, str) or _invalid(text):
        return []
    document = _document(text)
    operation = document.operation(name)
    if operation is None:
        return []
    root = SCHEMA.get_root_type(operation.operation)
    checker = _Checker(document)
    return list(checker.value(answer["data"], root, (operation.selection_set,), "data"))


class _Document:
    """A valid document, and what it asks of each type."""

    def __init__(self, text: str) -> None:
        self._document = parse(text, no_location=True)
        self._named = {
            found.name.value: found
            for found in self._document.definitions
            if isinstance(found, FragmentDefinitionNode)
        }
        self._fields: dict[tuple[str, tuple[int, ...]], dict[str, list[FieldNode]]] = {}

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """Give the operation of this name, or the only one."""
        found = [
            each
            for each in self._document.definitions
            if isinstance(each, OperationDefinitionNode)
            and (not name or (each.name and each.name.value == name))
        ]
        return found[0] if len(found) == 1 else None

    def fields(
        self, type_: GraphQLObjectType, sets: tuple[SelectionSetNode, ...]
    ) -> dict[str, list[FieldNode]]:
        """Give what is asked of an object of a type, by the names in the answer."""
        key = (type_.name, tuple(map(id, sets)))
        if key not in self._fields:
            found: dict[str, list[FieldNode]] = {}
            for each in sets:
                self._collect(type_, each, found)
            self._fields[key] = found
        return self._fields[key]

    def _collect(
        self, type_: GraphQLObjectType, asked: SelectionSetNode, found: dict[str, list[FieldNode]]
    ) -> None:
        for selection in asked.selections:
            if isinstance(selection, FieldNode):
                name = selection.alias or selection.name
                found.setdefault(name.value, []).append(selection)
                continue
            led: Any = selection
            if isinstance(selection, FragmentSpreadNode):
                led = self._named[selection.name.value]
            if _applies(led, type_):
                self._collect(type_, led.selection_set, found)


_document = lru_cache(maxsize=256)(_Document)


def _applies(fragment: Found, type_: GraphQLObjectType) -> bool:
    if isinstance(fragment, InlineFragmentNode) and fragment.type_condition is None:
        return True
    wanted = SCHEMA.get_type(fragment.type_condition.name.value)
    return wanted is type_ or (is_abstract_type(wanted) and SCHEMA.is_sub_type(wanted, type_))


class _Checker:
    """Walks an answer along the document that asked for it."""

    def __init__(self, document: _Document) -> None:
        self._document = document

    def value(
        self,
        value: Found,
        type_: Found,
        sets: tuple[SelectionSetNode, ...],
        path: str,
    ) -> Iterator[str]:
        if isinstance(type_, GraphQLNonNull):
            if value is None:
                yield f"{path}: null, where the schema has {type_}"
                return
            type_ = type_.of_type
        if value is None:
            return
        if isinstance(type_, GraphQLList):
            yield from self._list(value, type_, sets, path)
        elif is_composite_type(type_):
            yield from self._object(value, type_, sets, path)
        elif not _is_leaf(type_.name, value):
            yield f"{path}: {json.dumps(value)[:100]}, where the schema has {type_}"

    def _list(
        self,
        value: Found,
        type_: Found,
        sets: tuple[SelectionSetNode, ...],
        path: str,
    ) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{path}: no list, where the schema has {type_}"
            return
        for at, item in enumerate(value):
            yield from self.value(item, type_.of_type, sets, f"{path}[{at}]")

    def _object(
        self,
        value: Found,
        type_: Found,
        sets: tuple[SelectionSetNode, ...],
        path: str,
    ) -> Iterator[str]:
        """Check an object; one of an abstract type may be any that its fields fit."""
        if not isinstance(value, dict):
            yield f"{path}: no object, where the schema has {type_}"
            return
        least: list[str] = []
        told = value.get(_TYPENAME)
        named = [real for real in _possible(type_) if told in {None, real.name}]
        if not named:
            yield f"{path}.{_TYPENAME}: {told!r}, which is no {type_}"
        for real in named:
            found = list(self._fields(value, real, sets, path))
            if not found:
                return
            least = found if not least or len(found) < len(least) else least
        yield from least

    def _fields(
        self, value: Json, type_: GraphQLObjectType, sets: tuple[SelectionSetNode, ...], path: str
    ) -> Iterator[str]:
        asked = self._document.fields(type_, sets)
        for key in value.keys() - asked.keys():
            yield f"{path}.{key}: not asked for of {type_}"
        for key, nodes in asked.items():
            if key not in value:
                if not any(node.directives for node in nodes):
                    yield f"{path}.{key}: asked for of {type_}, and missing"
            elif nodes[0].name.value != _TYPENAME:
                inner = type_.fields[nodes[0].name.value].type
                sets = tuple(node.selection_set for node in nodes if node.selection_set)
                yield from self.value(value[key], inner, sets, f"{path}.{key}")


@cache
def _possible(type_: Found) -> Iterable[GraphQLObjectType]:
    return tuple(SCHEMA.get_possible_types(type_)) if is_abstract_type(type_) else (type_,)


def _is_leaf(name: str, value: object) -> bool:
    """Say whether a value is of a scalar or an enum."""
    type_ = SCHEMA.get_type(name)
    if isinstance(type_, GraphQLEnumType):
        return value in type_.values
    if name == "Boolean":
        return isinstance(value, bool)
    if name == "Int":
        return type(value) is int and -_LARGEST <= value < _LARGEST
    if name == "Float":
        return type(value) in {int, float}
    return isinstance(value, str) and re.fullmatch(_TEXTS.get(name, r"(?s:.*)"), value) is not None
