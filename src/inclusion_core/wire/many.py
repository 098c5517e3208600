"""Many frozen values at once, made of their columns.

A class that attrs alone makes, without validators, converters or words of its own, is made as
unpickling makes it: its slots are filled, column by column. Any other is called for each value.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import repeat
from types import MemberDescriptorType
from typing import Any, TypeAlias, TypeVar, cast

import attrs

__all__ = ["Making", "making"]

T = TypeVar("T")

Making: TypeAlias = Callable[[int, Mapping[str, Sequence[object]]], list[T]]
"""As many values as a number says, from a column for each attribute that is named."""

_HOOKS = ("__attrs_pre_init__", "__attrs_post_init__")


def making(cls: type[T], names: Collection[str]) -> Making[T]:
    """How many values of an attrs class are made.

    Args:
        cls: The class.
        names: The attributes of which columns are given; others keep their defaults.
    """
    setters = _setters(cls)
    if setters is None:
        return lambda _, columns: [
            cls(**dict(zip(columns, values, strict=True)))
            for values in zip(*columns.values(), strict=True)
        ]
    of_columns = {name: setters[name] for name in names}
    left = [
        (setters[each.name], each.default)
        for each in attrs.fields(cast("type[Any]", cls))
        if each.name not in of_columns
    ]

    def made(count: int, columns: Mapping[str, Sequence[object]]) -> list[T]:
        values = list(map(object.__new__, repeat(cls, count)))
        for name, put in of_columns.items():
            _each(put, values, columns[name])
        for put, default in left:
            _each(put, values, repeat(default))
        return values

    return made


def _each(put: Callable[[Any, Any], None], values: list[Any], column: Any) -> None:
    deque(map(put, values, column), maxlen=0)


def _setters(cls: type[Any]) -> dict[str, Callable[[Any, Any], None]] | None:
    """What fills each slot; ``None`` for a class of which more is to be done."""
    code = getattr(getattr(cls, "__init__", None), "__code__", None)
    by_attrs = getattr(code, "co_filename", "").startswith("<attrs generated")
    own_new: object = cls.__new__
    if not by_attrs or own_new is not object.__new__ or any(hasattr(cls, one) for one in _HOOKS):
        return None
    setters: dict[str, Callable[[Any, Any], None]] = {}
    for each in attrs.fields(cls):
        slot = getattr(cls, each.name, None)
        made = isinstance(each.default, type(attrs.Factory(list)))
        if made or each.validator or each.converter or not isinstance(slot, MemberDescriptorType):
            return None
        setters[each.name] = slot.__set__
    return setters
