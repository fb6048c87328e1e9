"""Where in a module can something small be changed, and how does the module read then?"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.mutants.operators import changes


class Mutant(NamedTuple):
    """A module with one small change; `before` and `after` are the changed stretch."""

    module: str
    line: int
    operator: str
    before: str
    after: str
    source: str


def mutants(root: Path, module: str) -> Iterator[Mutant]:
    """Give every mutant of a module, a path below `root`, the outer ones before the inner."""
    source = (root / module).read_text("utf-8")
    tree = ast.parse(source)
    left_out = set(unchanged(tree))
    for node in ast.walk(tree):
        if node in left_out:
            continue
        for change in changes(node):
            before = ast.unparse(change.node)
            mutated = replaced(source, change.node, change.after)
            if before != change.after and is_program(mutated):
                at = change.node.lineno
                yield Mutant(module, at, change.operator, before, change.after, mutated)


def unchanged(tree: ast.AST) -> Iterator[ast.AST]:
    """Give the nodes that no test should notice, or whose place Python does not tell.

    Docstrings, annotations and types do nothing; before Python 3.12 the parts of an f-string are
    said to stand where the whole begins.
    """
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                yield node.value
            case ast.JoinedStr():
                yield from list(ast.walk(node))[1:]
            case ast.Subscript(value=ast.Name(id="Literal"), slice=kind):
                yield from ast.walk(kind)
            case ast.arg(annotation=ast.expr() as kind):
                yield from ast.walk(kind)
            case ast.AnnAssign(annotation=kind):
                yield from ast.walk(kind)
            case ast.FunctionDef(returns=ast.expr() as kind):
                yield from ast.walk(kind)


def replaced(source: str, node: ast.expr | ast.stmt, after: str) -> str:
    """Give the source with another text in the place of a node."""
    lines = source.encode().splitlines(keepends=True)
    assert node.end_lineno is not None
    start = sum(map(len, lines[: node.lineno - 1])) + node.col_offset
    end = sum(map(len, lines[: node.end_lineno - 1])) + (node.end_col_offset or 0)
    text = f"({after})" if isinstance(node, ast.expr) else after
    whole = b"".join(lines)
    return (whole[:start] + text.encode() + whole[end:]).decode()


def is_program(source: str) -> bool:
    """Tell whether Python can read a source."""
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True
