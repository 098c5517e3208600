"""What an object of the JSON form is made from: its names, and what may stand behind each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from typing import Any, Final, TypeAlias

import attrs

from inclusion_core.expr import nodes
from inclusion_core.fields import Bounds
from inclusion_core.wire.expressions.expression_problems import NOT_A_FLAG, NOT_A_NAME
from inclusion_core.wire.field_schema import JsonSchema
from inclusion_core.wire.problems import Problem, RefusedError, refusal
from inclusion_core.wire.value_forms import (
    LONGEST_TEXT,
    Form,
    code_form,
    number_form,
    text_or_nothing,
    text_value,
)
from inclusion_core.wire.value_problems import NOT_A_FULL_DAY, NOT_A_TEXT

__all__ = [
    "DAY",
    "FLAG",
    "LINE",
    "NAME",
    "NEEDED",
    "WHOLE",
    "WORDS",
    "Holds",
    "Inside",
    "Leaf",
    "Listed",
    "ObjectForm",
    "OneOf",
    "Part",
    "choice",
]


@attrs.frozen(kw_only=True)
class Leaf:
    """A single value.

    Attributes:
        form: From what is written to the value; raises ``RefusedError``.
        written: From the value to what is written.
        schema: What may stand there, in the words of JSON Schema.
    """

    form: Form
    written: Callable[[Any], object]
    schema: JsonSchema


@attrs.frozen
class OneOf:
    """An expression of a family: a day, a code, a number, a truth, a row or a field."""

    family: str


@attrs.frozen
class Inside:
    """An object of one form."""

    form: ObjectForm


@attrs.frozen(kw_only=True)
class Listed:
    """A list.

    Attributes:
        of: What its members are.
        made: What is made from them; of a ``frozenset`` no member stands there twice.
        may_be_empty: Whether there may be none.
        instead: A text that may stand in its place.
    """

    of: Leaf | OneOf
    made: Callable[[Iterable[Any]], tuple[Any, ...] | frozenset[Any]] = tuple
    may_be_empty: bool = True
    instead: Leaf | None = None


NEEDED: Final = object()
"""Says that a name may not be left out."""

Holds: TypeAlias = Leaf | OneOf | Inside | Listed


@attrs.frozen
class Part:
    """A name of an object, the same as that of the attribute, and what stands behind it.

    Attributes:
        default: What it is where the name is left out; :data:`NEEDED` where it may not be.
        binds: From the value, the row that is bound in all parts that follow.
    """

    name: str
    holds: Holds
    default: object = NEEDED
    binds: Callable[[Any], nodes.Variable] | None = None

    @property
    def required(self) -> bool:
        """Whether the name may not be left out."""
        return self.default is NEEDED


@attrs.frozen(kw_only=True)
class ObjectForm:
    """An object.

    Attributes:
        made: The class of the value.
        parts: Its names, in the order in which they are written.
        kind: What it calls itself among others of its family; empty where only it can stand.
        check: What is wrong with the value as a whole, if anything.
    """

    made: type[Any]
    parts: tuple[Part, ...]
    kind: str = ""
    check: Callable[[Any], Problem | None] = lambda _: None


# Single values.

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,99}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WHOLE = Bounds(-(10**15), 10**15)


def _name(value: object) -> str:
    if type(value) is not str:
        raise refusal(value, NOT_A_TEXT)
    if not _NAME.fullmatch(value):
        raise RefusedError(NOT_A_NAME)
    return value


def _day(value: object) -> date:
    if type(value) is not str:
        raise refusal(value, NOT_A_FULL_DAY)
    try:
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        raise RefusedError(NOT_A_FULL_DAY) from None


def _flag(value: object) -> bool:
    if type(value) is not bool:
        raise refusal(value, NOT_A_FLAG)
    return value


def _as_it_is(value: object) -> object:
    return value


NAME = Leaf(
    form=_name,
    written=_as_it_is,
    schema={"type": "string", "pattern": rf"^{_NAME.pattern}$"},
)
LINE = Leaf(
    form=text_value,
    written=_as_it_is,
    schema={"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT},
)
WORDS = Leaf(
    form=text_or_nothing,
    written=_as_it_is,
    schema={"type": "string", "maxLength": LONGEST_TEXT},
)
DAY = Leaf(
    form=_day,
    written=date.isoformat,
    schema={"type": "string", "pattern": rf"^{_DAY.pattern}$", "format": "date"},
)
FLAG = Leaf(form=_flag, written=_as_it_is, schema={"type": "boolean"})
WHOLE = Leaf(
    form=number_form(_WHOLE),
    written=_as_it_is,
    schema={"type": "integer", "minimum": _WHOLE.least, "maximum": _WHOLE.most},
)


def choice(enum: type[Enum]) -> Leaf:
    """One of a closed list of codes."""
    return Leaf(
        form=code_form(enum),
        written=lambda member: member.value,
        schema={"enum": [member.value for member in enum]},
    )
