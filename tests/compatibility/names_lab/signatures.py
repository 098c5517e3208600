"""What can be called, as one line of Python that says how."""

from __future__ import annotations

import ast
import enum
import inspect
from collections.abc import Callable
from typing import Any

__all__ = ["as_code", "definition"]

UNTOLD = "..."
"""Stands for a default that has no lasting text."""


def definition(name: str, function: Callable[..., Any]) -> str:
    """``def name(taken: type = default) -> given: ...``."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # of what is not written in Python
        return f"def {name}(*args, **kwargs): ..."
    taken = [_without_values(each) for each in signature.parameters.values()]
    given = _annotation(signature.return_annotation)
    text = str(inspect.Signature(taken))
    return f"def {name}{text} -> {given}: ..." if given else f"def {name}{text}: ..."


def as_code(value: object) -> str:
    """A value as its author would write it, where that is the same on every run."""
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    text = repr(value)
    if isinstance(value, set | frozenset | dict) or " at 0x" in text:
        return UNTOLD
    try:
        ast.parse(text, mode="eval")
    except SyntaxError:
        return UNTOLD
    return text


def _without_values(parameter: inspect.Parameter) -> inspect.Parameter:
    annotation = _annotation(parameter.annotation)
    default = parameter.default
    return parameter.replace(
        annotation=Written(annotation) if annotation else parameter.empty,
        default=default if default is parameter.empty else Written(as_code(default)),
    )


def _annotation(annotation: object) -> str:
    if annotation is inspect.Parameter.empty:
        return ""
    return annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)


class Written(str):
    """A text that is shown without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)
