"""Does this document fit the schema? Checked before anything runs, as GitHub does.

Wording of the errors: graphql-ruby's static validation, which GitHub uses.
"""

from collections.abc import Iterator, Mapping

from tests.github_server.graphql.schema import ENUMS, TYPES, base
from tests.github_server.graphql.syntax import (
    Declared,
    Document,
    Enum,
    Field,
    Fragment,
    Operation,
    Selection,
    Value,
    Variable,
)
from tests.github_server.graphql.types import Spec
from tests.github_server.wire import Json

_LITERALS: dict[str, tuple[type, ...]] = {
    "Int": (int,),
    "String": (str,),
    "ID": (str, int),
    "Boolean": (bool,),
    "GitObjectID": (str,),
}
TYPENAME = "__typename"


def problems(document: Document, operation: Operation) -> list[Json]:
    """Give everything that is wrong with an operation, as GraphQL errors."""
    checker = _Checker(document, operation.variables)
    root = {"query": "Query", "mutation": "Mutation"}[operation.kind]
    title = f"{operation.kind} {operation.name}".strip()
    found = list(checker.selections(root, operation.selections, (title,)))
    place = {"line": 1, "column": 1}
    for name, fragment in document.fragments.items():
        if name not in checker.spread:
            words = f"Fragment {name} was defined, but not used"
            path = (f"fragment {name}",)
            found.append(_error(words, fragment.place, path, "useAndDefineFragment"))
    by = operation.name or f"anonymous {operation.kind}"
    loose = dict.fromkeys(checker.used, "used by {} but not declared")
    loose |= dict.fromkeys(operation.variables, "declared by {} but not used")
    for name in sorted(checker.used ^ operation.variables.keys()):
        words = f"Variable ${name} is {loose[name].format(by)}"
        code = "variableNotDefined" if name in checker.used else "variableNotUsed"
        found.append(_error(words, place, (title,), code, variableName=name))
    return found


def _error(
    message: str, place: Mapping[str, int], path: tuple[str, ...], code: str, **more: str
) -> Json:
    return {
        "path": list(path),
        "extensions": {"code": code, **more},
        "locations": [dict(place)],
        "message": message,
    }


class _Checker:
    """Walks the selections of one operation."""

    def __init__(self, document: Document, variables: Mapping[str, Declared]) -> None:
        self._document = document
        self._variables = variables
        self.used: set[str] = set()
        self.spread: set[str] = set()
        self._inside: list[str] = []

    def selections(
        self, type_: str, found: list[Selection], path: tuple[str, ...]
    ) -> Iterator[Json]:
        for selection in found:
            for arguments in selection.directives.values():
                self._note(list(arguments.values()))
            if isinstance(selection, Fragment):
                yield from self._fragment(type_, selection, path)
            elif selection.name != TYPENAME:
                yield from self._field(type_, selection, (*path, selection.key))

    def _fragment(self, type_: str, found: Fragment, path: tuple[str, ...]) -> Iterator[Json]:
        if found.spread is None:
            wanted = found.type or type_
            yield from self._typed(wanted, found, (*path, f"... on {wanted}"))
            return
        self.spread.add(found.spread)
        named = self._document.fragments.get(found.spread)
        if named is None:
            words = f"Fragment {found.spread} was used, but not defined"
            yield _error(
                words, found.place, path, "useAndDefineFragment", fragmentName=found.spread
            )
        elif found.spread in self._inside:
            words = f"Fragment {found.spread} contains an infinite loop"
            yield _error(words, found.place, path, "infiniteLoop", fragmentName=found.spread)
        else:
            self._inside.append(found.spread)
            yield from self._typed(str(named.type), named, (f"fragment {found.spread}",))
            self._inside.pop()

    def _typed(self, type_: str, found: Fragment, path: tuple[str, ...]) -> Iterator[Json]:
        if type_ in TYPES:
            yield from self.selections(type_, found.selections, path)
        else:
            words = f"No such type {type_}, so it can't be a fragment condition"
            yield _error(words, found.place, path, "undefinedType", typeName=type_)

    def _field(self, type_: str, found: Field, path: tuple[str, ...]) -> Iterator[Json]:
        known = TYPES[type_].get(found.name)
        if known is None:
            words = f"Field '{found.name}' doesn't exist on type '{type_}'"
            more = {"typeName": type_, "fieldName": found.name}
            yield _error(words, found.place, path, "undefinedField", **more)
            return
        yield from self._arguments(known, found, path)
        inner = base(known.type)
        if inner not in TYPES and found.selections:
            names = " ".join(getattr(s, "name", "...") for s in found.selections)
            words = f"Selections can't be made on scalars (field '{found.name}' returns {inner}"
            words += f" but has selections [{names}])"
            yield _error(words, found.place, path, "selectionMismatch")
        elif inner in TYPES and not found.selections:
            words = f"Field must have selections (field '{found.name}' returns {inner} but has no"
            words += f" selections. Did you mean '{found.name} {{ ... }}'?)"
            yield _error(words, found.place, path, "selectionMismatch")
        elif inner in TYPES:
            yield from self.selections(inner, found.selections, path)

    def _arguments(self, known: Spec, found: Field, path: tuple[str, ...]) -> Iterator[Json]:
        wanted = {name for name, type_ in known.arguments.items() if type_.endswith("!")}
        missing = sorted(wanted - found.arguments.keys())
        if missing:
            words = f"Field '{found.name}' is missing required arguments: {', '.join(missing)}"
            yield _error(words, found.place, path, "missingRequiredArguments")
        for name, value in found.arguments.items():
            self._note(value)
            type_ = known.arguments.get(name)
            if type_ is None:
                words = f"Field '{found.name}' doesn't accept argument '{name}'"
                yield _error(words, found.place, path, "argumentNotAccepted", argumentName=name)
            elif isinstance(value, Variable):
                yield from self._variable(value.name, name, type_, found, path)
            elif not _fits(value, type_):
                words = f"Argument '{name}' on Field '{found.name}' has an invalid value"
                words += f" ({_written(value)}). Expected type '{type_}'."
                yield _error(words, found.place, path, "argumentLiteralsIncompatible")

    def _variable(
        self, name: str, argument: str, type_: str, found: Field, path: tuple[str, ...]
    ) -> Iterator[Json]:
        declared = self._variables.get(name)
        if declared is None:
            return
        given = declared.type + (
            "!" if declared.has_default and not declared.type.endswith("!") else ""
        )
        places = f"${name} and argument {argument} ({declared.type} / {type_})"
        if base(given) != base(type_):
            words = f"Type mismatch on variable {places}"
            yield _error(words, found.place, path, "variableMismatch", variableName=name)
        elif given.startswith("[") != type_.startswith("["):
            words = f"List dimension mismatch on variable {places}"
            yield _error(words, found.place, path, "variableMismatch", variableName=name)
        elif any(need and not has for need, has in zip(_needs(type_), _needs(given), strict=True)):
            words = f"Nullability mismatch on variable {places}"
            yield _error(words, found.place, path, "variableMismatch", variableName=name)

    def _note(self, value: Value) -> None:
        """Remember which variables are used, inside lists and objects too."""
        if isinstance(value, Variable):
            self.used.add(value.name)
        elif isinstance(value, list | dict):
            for inner in value.values() if isinstance(value, dict) else value:
                self._note(inner)


def _needs(type_: str) -> tuple[bool, bool]:
    """Say whether a type must not be null, and whether a list's items must not."""
    return type_.endswith("!"), type_.rstrip("!").rstrip("]").endswith("!") and type_[0] == "["


def _fits(value: Value, type_: str) -> bool:
    """Say whether a literal is of a type; a single value counts as a list of one."""
    if value is None:
        return not type_.endswith("!")
    if isinstance(value, list):
        return type_.startswith("[") and all(_fits(item, base(type_)) for item in value)
    name = base(type_)
    if name in ENUMS:
        return isinstance(value, Enum) and value.word in ENUMS[name]
    literals = _LITERALS.get(name)
    if literals is None or isinstance(value, Variable):
        return True
    return isinstance(value, literals) and (bool in literals or not isinstance(value, bool))


def _written(value: Value) -> str:
    if isinstance(value, Enum):
        return value.word
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)
