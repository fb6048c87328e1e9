"""What does this GraphQL document ask for?

Grammar: https://spec.graphql.org/October2021/ (queries and mutations; no subscriptions, no block
strings, no directives but @include and @skip).
"""

import json
import re
from dataclasses import dataclass, field
from typing import NamedTuple

_TOKEN = re.compile(
    r"[\s,\ufeff]*(?:#[^\n]*[\s,]*)*"
    r"(?:(?P<name>[_A-Za-z]\w*)|(?P<number>-?\d+(?:\.\d+)?)"
    r'|(?P<string>"(?:[^"\\\n]|\\.)*")|(?P<mark>\.\.\.|[!$()\[\]{}:=@])|(?P<end>\Z))'
)


class SyntaxProblemError(Exception):
    """The document is no GraphQL; the message says where."""

    def __init__(self, message: str, line: int, column: int) -> None:
        """Keep message and place."""
        super().__init__(message)
        self.place = {"line": line, "column": column}


class Variable(NamedTuple):
    """A value that comes with the request."""

    name: str


class Enum(NamedTuple):
    """One of a fixed set of words."""

    word: str


Value = object  # None, bool, int, float, str, Variable, Enum, or a list or dict of these


@dataclass(slots=True)
class Field:
    """One field asked for, under its own name or another."""

    name: str
    key: str
    arguments: dict[str, Value]
    directives: dict[str, dict[str, Value]]
    selections: "list[Selection]"
    place: dict[str, int]


@dataclass(slots=True)
class Fragment:
    """Selections for one type: inline, or by name with `spread`."""

    type: str | None
    spread: str | None
    directives: dict[str, dict[str, Value]]
    selections: "list[Selection]"
    place: dict[str, int]


Selection = Field | Fragment


class Declared(NamedTuple):
    """A variable as the operation declares it."""

    type: str
    default: Value
    has_default: bool


@dataclass(slots=True)
class Operation:
    """One query or mutation."""

    kind: str
    name: str
    variables: dict[str, Declared]
    selections: list[Selection]


@dataclass(slots=True)
class Document:
    """All operations, and the fragments they share."""

    operations: list[Operation] = field(default_factory=list)
    fragments: dict[str, Fragment] = field(default_factory=dict)


class Token(NamedTuple):
    """One word or mark, with its place."""

    kind: str
    text: str
    place: dict[str, int]


def tokens(text: str) -> list[Token]:
    """Cut a document into tokens, the last of kind "end".

    Raises SyntaxProblemError at what is no token.
    """
    found, at = [], 0
    while True:
        token = _TOKEN.match(text, at)
        line = text.count("\n", 0, token.end() if token else at) + 1
        if token is None:
            raise SyntaxProblemError(f"Unexpected character: {text[at : at + 10]!r}", line, 1)
        kind = str(token.lastgroup)
        column = token.start(kind) - text.rfind("\n", 0, token.start(kind))
        found.append(Token(kind, token[kind], {"line": line, "column": column}))
        at = token.end()
        if kind == "end":
            return found


def parse(text: str) -> Document:
    """Read a document.

    Raises SyntaxProblemError.
    """
    reader = _Reader(tokens(text))
    document = Document()
    while reader.here.kind != "end":
        if reader.here.text == "fragment":
            reader.take("fragment")
            name = reader.name()
            document.fragments[name] = reader.fragment(reader.here.place)
        else:
            document.operations.append(reader.operation())
    return document


def _unexpected(token: Token) -> SyntaxProblemError:
    return SyntaxProblemError(f'Parse error on "{token.text}" ({token.kind})', **token.place)


class _Reader:
    """Reads tokens one by one, by recursive descent."""

    def __init__(self, found: list[Token]) -> None:
        self._found = found
        self._at = 0

    @property
    def here(self) -> Token:
        return self._found[self._at]

    def take(self, text: str = "") -> Token:
        """Take the next token, which has to be `text` if given."""
        token = self.here
        if (text and token.text != text) or token.kind == "end":
            expected = f', expecting "{text}"' if text else ""
            message = f'Parse error on "{token.text}" ({token.kind}){expected}'
            raise SyntaxProblemError(message, **token.place)
        self._at += 1
        return token

    def eat(self, text: str) -> bool:
        """Take the next token if it is `text`."""
        if self.here.text == text and self.here.kind in {"mark", "name"}:
            self._at += 1
            return True
        return False

    def name(self) -> str:
        token = self.take()
        if token.kind != "name":
            raise _unexpected(token)
        return token.text

    def operation(self) -> Operation:
        if self.here.text == "{":
            return Operation("query", "", {}, self.selections())
        if self.here.text not in {"query", "mutation"}:
            raise _unexpected(self.here)
        kind = self.name()
        name = self.name() if self.here.kind == "name" else ""
        variables = {}
        if self.eat("("):
            while not self.eat(")"):
                self.take("$")
                variable = self.name()
                self.take(":")
                type_ = self.type()
                given = self.eat("=")
                variables[variable] = Declared(type_, self.value() if given else None, given)
        self.directives()
        return Operation(kind, name, variables, self.selections())

    def type(self) -> str:
        if self.eat("["):
            text = f"[{self.type()}]"
            self.take("]")
        else:
            text = self.name()
        return text + "!" if self.eat("!") else text

    def selections(self) -> list[Selection]:
        self.take("{")
        found: list[Selection] = []
        while not self.eat("}"):
            found.append(self.selection())
        return found

    def selection(self) -> Selection:
        place = self.here.place
        if not self.eat("..."):
            return self.field(place)
        if self.here.kind == "name" and self.here.text != "on":
            return Fragment(None, self.name(), self.directives(), [], place)
        return self.fragment(place)

    def fragment(self, place: dict[str, int]) -> Fragment:
        type_ = self.name() if self.eat("on") else None
        return Fragment(type_, None, self.directives(), self.selections(), place)

    def field(self, place: dict[str, int]) -> Field:
        key = name = self.name()
        if self.eat(":"):
            name = self.name()
        arguments = self.arguments()
        directives = self.directives()
        inner = self.selections() if self.here.text == "{" else []
        return Field(name, key, arguments, directives, inner, place)

    def arguments(self) -> dict[str, Value]:
        found: dict[str, Value] = {}
        if self.eat("("):
            while not self.eat(")"):
                name = self.name()
                self.take(":")
                found[name] = self.value()
        return found

    def directives(self) -> dict[str, dict[str, Value]]:
        found = {}
        while self.eat("@"):
            name = self.name()
            found[name] = self.arguments()
        return found

    def value(self) -> Value:
        token = self.take()
        if token.text == "$" and token.kind == "mark":
            return Variable(self.name())
        if token.text in {"[", "{"} and token.kind == "mark":
            return self.items() if token.text == "[" else self.pairs()
        if token.kind in {"number", "string"}:
            value: Value = json.loads(token.text)
            return value
        if token.kind == "mark":
            raise _unexpected(token)
        constants = {"null": None, "true": True, "false": False}
        return constants[token.text] if token.text in constants else Enum(token.text)

    def items(self) -> list[Value]:
        found = []
        while not self.eat("]"):
            found.append(self.value())
        return found

    def pairs(self) -> dict[str, Value]:
        found = {}
        while not self.eat("}"):
            name = self.name()
            self.take(":")
            found[name] = self.value()
        return found
