"""A record as a story names it: by itself, by what stands for it, or by its id."""

from __future__ import annotations

from typing import Protocol, TypeAlias, runtime_checkable

from inclusion_core.fields import Record, type_name

__all__ = ["Key", "Keyed", "Named", "key_of"]

Key: TypeAlias = tuple[str, str]
"""The type of a record and its id."""


@runtime_checkable
class Keyed(Protocol):
    """What stands for a record of a story."""

    @property
    def key(self) -> Key:
        """Its type and id."""
        ...


Named: TypeAlias = Keyed | Record | str
"""A record, what stands for it, or its id."""


def key_of(named: Keyed | Record) -> Key:
    """The type and id of a record."""
    return (type_name(type(named)), named.id) if isinstance(named, Record) else named.key
