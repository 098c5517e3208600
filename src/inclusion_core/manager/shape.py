"""Whether a declared value holds what its class says, all the way down.

The classes of the core do not look at the types of what they are given: type checkers do, where
authors use them. What nobody looked at fails later, in the middle of somebody else's work; so
it is looked at here, by the annotations. A subclass of another project is refused: its
properties may say one thing now and another one later.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

__all__ = ["Seen", "is_of_the_core", "problem_of"]

Seen: TypeAlias = dict[int, object]
"""What was looked at and is well, by identity."""

_Look: TypeAlias = Callable[[Any, Seen], str]
"""Says what is wrong, beginning with a blank, or with the name of a field of the value."""


def problem_of(value: object, seen: Seen) -> str:
    """What in a declared value is not as its class says, ``says must be Text, it is str``.

    The nodes of expressions are not looked at: handles make them, and look at what they make.

    Args:
        value: Of an attrs class of the core.
        seen: What need not be looked at again.

    Returns:
        Nothing where all is well.
    """
    kind: Any = type(value)
    return _looking(kind)(value, seen)


@cache
def is_of_the_core(kind: Any) -> bool:
    """Whether a class is one of the core, and does not only say so."""
    module = sys.modules.get(kind.__module__)
    mine = str(kind.__module__).startswith("inclusion_core.")
    return mine and getattr(module, kind.__name__, None) is kind


@cache
def _looking(hint: Any) -> _Look:
    """What looks at a value that is annotated so."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _one_of(hint, inside)
    if origin is tuple:
        return _tuple_of(inside[0]) if inside[-1] is ... else _row_of(inside)
    if origin is Mapping:
        return _mapping_of(*inside)
    if origin is type:
        return _class_of(get_origin(inside[0]) or inside[0])
    if origin is Callable:
        return _callable
    if isinstance(hint, TypeVar):
        return _anything
    return _instance_of(origin or hint)


def _instance_of(kind: Any) -> _Look:
    if not isinstance(kind, type) or kind in (object, Any):
        return _anything
    if attrs.has(kind):
        return _value_of(kind)
    wanted = _wanted(kind)
    if kind is Enum:
        return lambda value, _: "" if isinstance(value, Enum) else _other(wanted, value)
    return lambda value, _: "" if type(value) is kind else _other(wanted, value)


def _value_of(kind: type) -> _Look:
    wanted = _wanted(kind)

    def look(value: Any, seen: Seen) -> str:
        if id(value) in seen:
            return ""
        own: Any = type(value)
        if not (issubclass(own, kind) and is_of_the_core(own)):
            return _other(wanted, value)
        seen[id(value)] = value
        for name, each in _fields(own):
            problem = each(getattr(value, name), seen)
            if problem:
                return _inside(name, problem)
        return ""

    return look


@cache
def _fields(kind: Any) -> tuple[tuple[str, _Look], ...]:
    hints = get_type_hints(kind)
    return tuple((each.name, _looking(hints[each.name])) for each in attrs.fields(kind))


def _one_of(hint: Any, kinds: tuple[Any, ...]) -> _Look:
    looks = [_looking(each) for each in kinds]
    direct = {kind: look for kind, look in zip(kinds, looks, strict=True) if type(kind) is type}
    wanted = _wanted(hint)

    def look(value: Any, seen: Seen) -> str:
        if type(value) in direct:
            return direct[type(value)](value, seen)
        problems = [each(value, seen) for each in looks]
        if "" in problems:
            return ""
        deeper = [each for each in problems if not each.startswith(" ")]
        return deeper[0] if deeper else _other(wanted, value)

    return look


def _tuple_of(kind: Any) -> _Look:
    each_of = _looking(kind)

    def look(value: Any, seen: Seen) -> str:
        if type(value) is not tuple:
            return _other("a tuple", value)
        return next((problem for each in value if (problem := each_of(each, seen))), "")

    return look


def _row_of(kinds: tuple[Any, ...]) -> _Look:
    """What looks at a tuple of so many values, each of its own kind."""
    each_of = [_looking(kind) for kind in kinds]
    wanted = f"a tuple of {len(kinds)}"

    def look(value: Any, seen: Seen) -> str:
        if type(value) is not tuple or len(value) != len(each_of):
            return _other(wanted, value)
        problems = (look(each, seen) for look, each in zip(each_of, value, strict=True))
        return next((problem for problem in problems if problem), "")

    return look


def _mapping_of(key_kind: Any, value_kind: Any) -> _Look:
    key_of, value_of = _looking(key_kind), _looking(value_kind)

    def look(value: Any, seen: Seen) -> str:
        if type(value) not in (dict, MappingProxyType):
            return _other("a dict", value)
        for key, each in value.items():
            problem = key_of(key, seen) or value_of(each, seen)
            if problem:
                return problem
        return ""

    return look


def _class_of(base: Any) -> _Look:
    if not isinstance(base, type):
        return _anything
    wanted = f"a class that extends {base.__name__}"

    def look(value: Any, _: Seen) -> str:
        return "" if isinstance(value, type) and issubclass(value, base) else _other(wanted, value)

    return look


def _callable(value: Any, _: Seen) -> str:
    return "" if callable(value) else _other("a function", value)


def _anything(_: Any, __: Seen) -> str:
    return ""


def _inside(name: str, problem: str) -> str:
    return f"{name}{problem}" if problem.startswith(" ") else f"{name}.{problem}"


def _other(wanted: str, value: object) -> str:
    kind = type(value).__name__
    same = f"another class called {kind}" if kind == wanted else kind
    return f" must be {wanted}, it is {same}"


def _wanted(hint: Any) -> str:
    if get_origin(hint) in (Union, UnionType):
        return " or ".join(_wanted(each) for each in get_args(hint))
    if hint is NoneType:
        return "None"
    return getattr(get_origin(hint) or hint, "__name__", "what its class says")
