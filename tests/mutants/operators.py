"""Which small changes has one piece of code?

Each is a stretch of the tree and the text to put in its place; what is generated may be the same
program in other words, so a person reads what survives.
"""

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple

from tests.mutants.patterns import tweaked

OTHER_COMPARISON = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OTHER_CALL = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "startswith": "endswith",
    "endswith": "startswith",
    "fullmatch": "search",
    "match": "search",
}
# What these do to a text is often not seen by a test whose texts are clean.
CLEANING = {"strip", "lstrip", "rstrip", "lower", "upper", "casefold"}


class Change(NamedTuple):
    """One small change: what kind, which stretch of the tree, and what stands there instead."""

    operator: str
    node: ast.expr | ast.stmt
    after: str


def changes(node: ast.AST) -> Iterator[Change]:
    """Give every small change of one node, but not of those inside it."""
    yield from of_expression(node)
    yield from of_condition(node)
    yield from of_statement(node)


def of_expression(node: ast.AST) -> Iterator[Change]:
    """Give the changes of an expression."""
    match node:
        case ast.BoolOp():
            yield from of_operands(node)
        case ast.Compare(ops=[op]):
            other = copy.copy(node)
            other.ops = [OTHER_COMPARISON[type(op)]()]
            yield Change("compare", node, ast.unparse(other))
        case ast.UnaryOp(op=ast.Not()):
            yield Change("not", node, ast.unparse(node.operand))
        case ast.IfExp():
            yield Change("ifexp", node, ast.unparse(node.body))
            yield Change("ifexp", node, ast.unparse(node.orelse))
        case ast.Call():
            yield from of_call(node)
        case ast.Constant(value=value):
            yield from of_constant(node, value)
        case ast.Set() | ast.Tuple(ctx=ast.Load()) if len(node.elts) > 1:
            for each in node.elts:
                left = type(node)([other for other in node.elts if other is not each])
                yield Change("drop element", node, ast.unparse(left))


def of_condition(node: ast.AST) -> Iterator[Change]:
    """Let a condition never or always hold, and let nothing be caught."""
    match node:
        case ast.comprehension():
            for condition in node.ifs:
                yield Change("drop filter", condition, "True")
                yield Change("negate filter", condition, f"not ({ast.unparse(condition)})")
        case ast.If():
            yield Change("drop if", node.test, "False")
            yield Change("always if", node.test, "True")
        case ast.ExceptHandler(type=ast.expr() as kind):
            yield Change("drop except", kind, "()")


def of_operands(node: ast.BoolOp) -> Iterator[Change]:
    """Leave out each operand in turn, and turn "and" into "or"."""
    for at in range(len(node.values)):
        left = [*node.values[:at], *node.values[at + 1 :]]
        shorter = left[0] if len(left) == 1 else ast.BoolOp(node.op, left)
        yield Change("drop operand", node, ast.unparse(shorter))
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield Change("and/or", node, ast.unparse(ast.BoolOp(other, node.values)))


def of_call(node: ast.Call) -> Iterator[Change]:
    """Call something else, swap two arguments, leave out a keyword."""
    other = copy.deepcopy(node)
    match other.func:
        case ast.Name(id=name) if name in OTHER_CALL:
            other.func.id = OTHER_CALL[name]
            yield Change("call", node, ast.unparse(other))
        case ast.Attribute(attr=name) if name in OTHER_CALL:
            other.func.attr = OTHER_CALL[name]
            yield Change("call", node, ast.unparse(other))
        case ast.Attribute(attr=name, value=value) if name in CLEANING:
            yield Change(f"drop .{name}", node, ast.unparse(value))
    starred = any(isinstance(each, ast.Starred) for each in node.args)
    if len(node.args) == 2 and not starred:
        yield Change(
            "swap args", node, ast.unparse(ast.Call(node.func, node.args[::-1], node.keywords))
        )
    for at, keyword in enumerate(node.keywords):
        fewer = [*node.keywords[:at], *node.keywords[at + 1 :]]
        if keyword.arg:
            yield Change("drop keyword", node, ast.unparse(ast.Call(node.func, node.args, fewer)))


def of_constant(node: ast.Constant, value: object) -> Iterator[Change]:
    """Change a number by one, turn a truth value, empty a text, loosen or narrow a pattern."""
    if isinstance(value, bool):
        yield Change("const", node, repr(not value))
    elif isinstance(value, int):
        yield from (Change("const", node, repr(value + step)) for step in (1, -1))
    elif isinstance(value, str):
        yield Change("text", node, "''" if value else "'XX'")
        yield from (Change("regex", node, repr(each)) for each in tweaked(value))


def of_statement(node: ast.AST) -> Iterator[Change]:
    """Return nothing, raise nothing, do nothing."""
    match node:
        case ast.Return(value=ast.expr() as value) if not is_none(value):
            yield Change("return None", value, "None")
        case ast.Raise():
            yield Change("drop raise", node, "pass")
        case ast.AugAssign():
            yield Change("drop assign", node, "pass")
        case ast.Expr(value=ast.Call()):
            yield Change("drop call", node, "pass")


def is_none(node: ast.expr) -> bool:
    """Tell whether an expression is the word None."""
    return isinstance(node, ast.Constant) and node.value is None
