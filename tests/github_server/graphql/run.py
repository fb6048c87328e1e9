"""What is the answer to a GraphQL document?"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from tests.github_server.graphql.check import TYPENAME, problems
from tests.github_server.graphql.schema import TYPES, base, concrete
from tests.github_server.graphql.size import cost, nodes, too_large
from tests.github_server.graphql.syntax import (
    Document,
    Enum,
    Field,
    Operation,
    Selection,
    SyntaxProblemError,
    Value,
    Variable,
    parse,
)
from tests.github_server.graphql.types import Connection, Context, GraphError, Spec, connect, cursor
from tests.github_server.state import Issue
from tests.github_server.wire import ApiError, Json

Path = tuple[str | int, ...]


@lru_cache(maxsize=64)
def _read(query: str, name: str) -> tuple[Document, Operation | None, tuple[Json, ...]]:
    """Read and check a document; a client sends few of them, often, and none is ever changed."""
    document = parse(query)
    operations = [found for found in document.operations if name in {"", found.name}]
    if len(operations) != 1:
        return document, None, ()
    return document, operations[0], tuple(problems(document, operations[0]))


def run(query: str, variables: Json, ctx: Context, name: str = "") -> Json:
    """Answer a document: `data`, `errors`, or both, as GitHub does with status 200."""
    try:
        document, operation, found = _read(query, name)
    except SyntaxProblemError as error:
        return {"errors": [{"message": str(error), "locations": [error.place]}]}
    if operation is None:
        return {"errors": [{"message": "An operation name is required"}]}
    given, missing = _given(operation, variables)
    if found or missing:
        return {"errors": [*found, *missing]}
    if large := too_large(document, operation.selections, given):
        return {"errors": large}
    if refused := _refused(document, operation, given, ctx):
        return refused
    runner = _Runner(document, given, ctx)
    root = "Query" if operation.kind == "query" else "Mutation"
    data = runner.root(root, operation.selections)
    return {"data": data} | ({"errors": runner.errors} if runner.errors else {})


def _refused(document: Document, operation: Operation, given: Json, ctx: Context) -> Json:
    """Give the answer to a query that takes GitHub too long, or more points than are left."""
    if refusal := _too_much(document, operation, given, ctx):
        fields = [field.key for field in operation.selections if isinstance(field, Field)]
        return {"data": dict.fromkeys(fields), "errors": [refusal]}
    if refusal := _paid(cost(document, operation.selections, given), ctx):
        return {"errors": [refusal]}
    return {}


def _too_much(document: Document, operation: Operation, given: Json, ctx: Context) -> Json:
    """Give the refusal of a query that takes GitHub too long.

    Raises ApiError 502 where it answers with that.
    """
    chosen = ctx.state.settings
    if chosen.most_nodes is None:
        return {}
    if nodes(document, operation.selections, given) <= chosen.most_nodes:
        return {}
    if chosen.too_much == "502":
        raise ApiError(502, "Server Error")
    path = ["repository", "issues"]
    words = "Resource limits for this query exceeded."
    return {"type": chosen.too_much, "path": path, "message": words}


def _paid(points: int, ctx: Context) -> Json:
    """Take the points of a query; give the refusal where the hour's are spent."""
    rate = ctx.state.rate
    if rate.points is not None:
        if rate.points < points:
            return {"type": "RATE_LIMITED", "message": "API rate limit exceeded for installation."}
        rate.points -= points
    rate.cost = points
    rate.spent += points
    return {}


def _given(operation: Operation, variables: Json) -> tuple[Json, list[Json]]:
    """Give the variables with their defaults, and an error for each that is missing."""
    given, missing = {}, []
    for name, declared in operation.variables.items():
        value = variables.get(name, _plain(declared.default, {}))
        if value is None and declared.type.endswith("!"):
            words = f"Variable ${name} of type {declared.type} was provided invalid value"
            missing.append({"message": words, "extensions": {"value": None}})
        given[name] = value
    return given, missing


def _plain(value: Value, variables: Json) -> Any:  # noqa: ANN401 - any JSON value
    """Put the variables in, and give enum words as text."""
    if isinstance(value, Variable):
        return variables.get(value.name)
    if isinstance(value, Enum):
        return value.word
    if isinstance(value, list):
        return [_plain(item, variables) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item, variables) for key, item in value.items()}
    return value


class _NothingError(Exception):
    """What must not be null cannot be answered, so that what holds it is null."""


class _Runner:
    """Answers the fields of one operation."""

    def __init__(self, document: Document, variables: Json, ctx: Context) -> None:
        self._document = document
        self._variables = variables
        self._ctx = ctx
        self.errors: list[Json] = []

    def root(self, type_: str, selections: list[Selection]) -> Json | None:
        """Answer a whole operation."""
        try:
            return self.object(type_, None, selections, ())
        except _NothingError:
            return None

    def object(self, type_: str, found: Any, selections: list[Selection], path: Path) -> Json:  # noqa: ANN401 - whatever a field gave
        """Answer the selections on one object."""
        poison = self._ctx.state.settings.poison
        bare = all(isinstance(each, Field) and each.name == "number" for each in selections)
        if isinstance(found, Issue) and found.number in poison and not bare:
            raise ApiError(502, "Server Error")
        real = concrete(type_, found)
        answer: Json = {}
        for field in self._collect(real, type_, selections):
            inner = (*path, field.key)
            value = real if field.name == TYPENAME else self._field(real, found, field, inner)
            answer[field.key] = _merged(answer.get(field.key), value)
        return answer

    def _collect(self, real: str, type_: str, selections: list[Selection]) -> Iterator[Field]:
        """Yield the fields that apply to an object of this type, out of fragments too."""
        for selection in selections:
            if self._left_out(selection):
                continue
            if isinstance(selection, Field):
                yield selection
                continue
            named = self._document.fragments[selection.spread] if selection.spread else selection
            if named.type in {None, real, type_} or _is_interface(named.type, real):
                yield from self._collect(real, type_, named.selections)

    def _left_out(self, selection: Selection) -> bool:
        """Obey @include and @skip."""
        found = {
            name: _plain(arguments.get("if"), self._variables)
            for name, arguments in selection.directives.items()
        }
        return found.get("include") is False or found.get("skip") is True

    def _field(self, type_: str, found: Any, field: Field, path: Path) -> Any:  # noqa: ANN401 - any JSON value
        if isinstance(found, Connection | _Edge):
            return self._of_connection(type_, found, field, path)
        spec = TYPES[type_][field.name]
        arguments = self._arguments(spec, field)
        try:
            value = spec.get(found, arguments, self._ctx)
            if spec.is_connection and value is not None:
                value = connect(field.name, value, arguments)
        except GraphError as error:
            self._refuse(error, field, path)
            value = None
        return self._or_nothing(spec.type, value, field, path)

    def _or_nothing(self, type_: str, value: Any, field: Field, path: Path) -> Any:  # noqa: ANN401 - any JSON value
        """Show a value; one that cannot be answered is null, or makes null what holds it.

        https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
        """
        try:
            shown = self._shown(type_, value, field, path)
        except _NothingError:
            shown = None
        if shown is None and type_.endswith("!"):
            raise _NothingError
        return None if self._left_null(type_, path) else shown

    def _left_null(self, type_: str, path: Path) -> bool:
        """Say whether to answer null here, below the repository and where the schema allows it."""
        state = self._ctx.state
        often = 0.0 if type_.endswith("!") or len(path) < 2 else state.settings.nulls
        return bool(often) and state.random.random() < often

    def _arguments(self, spec: Spec, field: Field) -> Json:
        """Give a field's arguments; one value where a list is wanted is a list of one."""
        given = {name: _plain(value, self._variables) for name, value in field.arguments.items()}
        for name, value in given.items():
            if spec.arguments[name].startswith("[") and isinstance(value, str):
                given[name] = [value]
        return given

    def _refuse(self, error: GraphError, field: Field, path: Path) -> None:
        shown: Json = {"type": error.kind} if error.kind else {}
        shown |= {"path": list(path), "locations": [field.place], "message": str(error)}
        self.errors.append(shown)

    def _shown(self, type_: str, value: Any, field: Field, path: Path) -> Any:  # noqa: ANN401 - any JSON value
        inner = base(type_)
        if value is None or inner not in TYPES:
            return value
        if isinstance(value, list | tuple) and type_.startswith("["):
            of_item = type_.rstrip("!")[1:-1]
            return [
                self._or_nothing(of_item, item, field, (*path, at)) for at, item in enumerate(value)
            ]
        return self.object(inner, value, field.selections, path)

    def _of_connection(
        self, type_: str, found: "Connection | _Edge", field: Field, path: Path
    ) -> Any:  # noqa: ANN401 - any JSON value
        """Answer a field of a page, of an edge."""
        spec = TYPES[type_][field.name]
        if isinstance(found, _Edge):
            value = cursor(found.at) if field.name == "cursor" else found.items[found.at]
            return self._or_nothing(spec.type, value, field, path)
        if field.name == "pageInfo":
            info = found.page_info
            return {
                f.key: info.get(f.name, "PageInfo")
                for f in self._collect("PageInfo", "PageInfo", field.selections)
            }
        if field.name == "totalCount":
            return len(found.items)
        edges = [_Edge(found.items, at) for at in range(found.start, found.stop)]
        return self._or_nothing(
            spec.type, edges if field.name == "edges" else found.nodes, field, path
        )


class _Edge:
    """One item of a page, with its place."""

    def __init__(self, items: Any, at: int) -> None:  # noqa: ANN401 - a list of anything
        self.items = items
        self.at = at


def _merged(old: Any, new: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Join what two selections of one field asked for."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {key: _merged(old.get(key), value) for key, value in new.items()}
    if isinstance(old, list) and isinstance(new, list):
        return [_merged(one, other) for one, other in zip(old, new, strict=True)]
    return new


def _is_interface(type_: str | None, real: str) -> bool:
    """Say whether an object of a type counts as one of an interface."""
    groups = {
        "Actor": {"User", "Bot"},
        "RepositoryOwner": {"User"},
        "GitObject": {"Commit", "Tree", "Blob"},
    }
    return type_ == "Node" or real in groups.get(str(type_), set())
