"""Where in a file mutmut changes nothing, and something that matters stands."""

from __future__ import annotations

import ast
from collections.abc import Iterator

__all__ = ["outside_functions"]

Span = tuple[tuple[int, int], tuple[int, int]]
PLAIN = {"staticmethod", "classmethod"}


def outside_functions(source: str) -> Iterator[Span]:
    """Values at the level of a module or class, and bodies of decorated functions.

    Left out: imports, docstrings, type hints and aliases, ``__all__``, what only type checkers
    read, the arguments of class decorators, and what is written to a log.
    """
    yield from _spans(ast.parse(source).body)


def _spans(body: list[ast.stmt]) -> Iterator[Span]:
    for each in body:
        match each:
            case ast.ClassDef():
                yield from _spans(each.body)
            case ast.FunctionDef() if _touched(each):
                yield from map(_span, filter(None, each.args.defaults + each.args.kw_defaults))
            case ast.FunctionDef():
                yield from (_span(line) for line in each.body if not _silent(line))
            case ast.AnnAssign(value=ast.expr() as value) if not _is_alias(each):
                yield _span(value)
            case ast.Assign(value=value) if not _is_listing(each):
                yield _span(value)
            case ast.For() | ast.While() | ast.With() | ast.Try():
                yield _span(each)
            case ast.If() if "TYPE_CHECKING" not in ast.unparse(each.test):
                yield _span(each)


def _touched(function: ast.FunctionDef) -> bool:
    """Whether mutmut changes its body."""
    names = [ast.unparse(each) for each in function.decorator_list]
    return not names or (len(names) == 1 and names[0] in PLAIN)


def _silent(line: ast.stmt) -> bool:
    return isinstance(line, ast.Expr) and (
        isinstance(line.value, ast.Constant) or ast.unparse(line).startswith("_LOG.")
    )


def _is_alias(line: ast.AnnAssign) -> bool:
    return "TypeAlias" in ast.unparse(line.annotation)


def _is_listing(line: ast.Assign) -> bool:
    return ast.unparse(line.targets[0]) == "__all__" or "TypeVar(" in ast.unparse(line.value)


def _span(node: ast.expr | ast.stmt) -> Span:
    return (
        (node.lineno, node.col_offset),
        (node.end_lineno or node.lineno, node.end_col_offset or node.col_offset),
    )
