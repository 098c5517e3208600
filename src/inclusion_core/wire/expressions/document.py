"""An expression as a JSON document: of which version it is, of which type, and its nodes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, TypeAlias

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import (
    Age,
    CodeExpression,
    Condition,
    DayExpression,
    NumberExpression,
)
from inclusion_core.findings import Place
from inclusion_core.wire.expressions.parts import OneOf, Part, choice
from inclusion_core.wire.expressions.reading import (
    FAULTY,
    PartReader,
    UnreadableExpressionError,
)
from inclusion_core.wire.expressions.writing import node_json
from inclusion_core.wire.file_problems import (
    NEWER_VERSION,
    NO_TAG,
    NOT_A_VERSION,
    NOT_AN_OBJECT,
    OTHER_SCHEMA,
)
from inclusion_core.wire.problems import Problem, refusal
from inclusion_core.wire.writing import NotWritableError

__all__ = [
    "SCHEMA_NAME",
    "SCHEMA_VERSION",
    "TYPES",
    "Expressed",
    "ExpressionType",
    "expression_json",
    "read_expression",
]

SCHEMA_NAME = "inclusion_core.expression"
SCHEMA_VERSION = 1
"""The version that is written, and the only one that is read."""

NAMES = ("schema", "schema_version", "type", "expression")

Expressed: TypeAlias = Condition | DayExpression | CodeExpression[Any] | NumberExpression


class ExpressionType(Enum):
    """What an expression gives."""

    CONDITION = "condition"
    DAY = "day"
    CODE = "code"
    NUMBER = "number"
    AGE = "age"
    """A number of completed years, which is compared as days are."""


@attrs.frozen
class _Type:
    """The family of its node, and its handle."""

    family: str
    handle: Callable[[Any], Condition | DayExpression | CodeExpression[str] | NumberExpression]


TYPES: Mapping[ExpressionType, _Type] = {
    ExpressionType.CONDITION: _Type("truth", Condition),
    ExpressionType.DAY: _Type("day", DayExpression),
    ExpressionType.CODE: _Type("code", lambda node: CodeExpression(node, str)),
    ExpressionType.NUMBER: _Type("number", NumberExpression),
    ExpressionType.AGE: _Type("age", Age),
}


def expression_json(expression: Expressed) -> dict[str, Any]:
    """An expression as a JSON document, with everything that its clauses say.

    Equal expressions give equal documents. The class of the members of a code is not written: what
    is read back takes texts.

    Raises:
        ExpressionError: It is nested too deep, or too large.
        NotWritableError: What would be written could not be read back; each fault is named.
    """
    document = {
        "schema": SCHEMA_NAME,
        "schema_version": SCHEMA_VERSION,
        "type": _type_of(expression).value,
        "expression": node_json(expression.node),
    }
    try:
        read_expression(document)
    except UnreadableExpressionError as unreadable:
        raise NotWritableError(unreadable.findings) from None
    return document


def read_expression(
    data: object,
) -> Condition | DayExpression | CodeExpression[str] | NumberExpression:
    """The expression of a JSON document; its codes are plain texts.

    Args:
        data: What a JSON parser gives.

    Raises:
        UnreadableExpressionError: It is none, or of another version. All faults are named, each
            with its path; no value is.
    """
    reader = PartReader()
    if type(data) is not dict:
        raise _refused(refusal(data, NOT_AN_OBJECT).problem)
    problem = _tag_problem(data)
    if problem is not None:
        raise _refused(problem)
    reader.names(data, NAMES, "")
    found = reader.part(Part("type", choice(ExpressionType)), data)
    family = "any" if found is FAULTY else TYPES[found].family
    node = reader.part(Part("expression", OneOf(family)), data)
    if reader.findings:
        raise UnreadableExpressionError(tuple(reader.findings))
    return TYPES[found].handle(node)


def _refused(problem: Problem) -> UnreadableExpressionError:
    return UnreadableExpressionError((problem.at(Place()),))


def _type_of(expression: Expressed) -> ExpressionType:
    match expression:
        case Condition():
            return ExpressionType.CONDITION
        case DayExpression():
            return ExpressionType.DAY
        case CodeExpression():
            return ExpressionType.CODE
        case Age(node=nodes.CompletedYears()):
            return ExpressionType.AGE
        case _:
            return ExpressionType.NUMBER


def _tag_problem(written: Mapping[str, object]) -> Problem | None:
    """What keeps a document with such a tag from being read."""
    if "schema" not in written or "schema_version" not in written:
        return NO_TAG.filled(name=SCHEMA_NAME, version=SCHEMA_VERSION)
    if written["schema"] != SCHEMA_NAME:
        return OTHER_SCHEMA.filled(name=SCHEMA_NAME)
    version = written["schema_version"]
    if type(version) is int and version > SCHEMA_VERSION:
        return NEWER_VERSION.filled(version=SCHEMA_VERSION)
    if type(version) is not int or version < 1:
        return NOT_A_VERSION.filled(version=SCHEMA_VERSION)
    return None
