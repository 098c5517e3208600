"""What a check is given, as it was: a check looks at data, and leaves them alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import is_
from typing import Any

import attrs

from inclusion_core.checks.examined import Examined

__all__ = ["LeftAlone"]

_Opened = tuple[Mapping[str, Any], dict[str, Any]]


@attrs.frozen(eq=False)
class LeftAlone:
    """The data that checks share, as they were before one of them looked.

    Compared are the parts of the data and the mappings in them, by identity; what a single record
    holds is not, for that would take longer than to look at it.
    """

    _parts: tuple[tuple[object, str, object], ...]
    _mappings: tuple[_Opened, ...]

    @classmethod
    def as_they_are(cls, examined: Examined) -> LeftAlone:
        """As they are."""
        values: tuple[attrs.AttrsInstance, ...] = (
            examined,
            examined.caseload,
            examined.schema,
            *_journal(examined),
        )
        parts = [
            (value, each.name, getattr(value, each.name))
            for value in values
            for each in attrs.fields(type(value))
        ]
        return cls(tuple(parts), tuple((each, dict(each)) for each in _mappings(examined)))

    def put_back(self) -> bool:
        """Make them again what they were, and say whether they were not."""
        meddled = False
        for value, name, before in self._parts:
            if getattr(value, name) is not before:
                object.__setattr__(value, name, before)
                meddled = True
        for mapping, before in self._mappings:
            if len(mapping) != len(before) or not all(map(is_, mapping.values(), before.values())):
                _refill(mapping, before)
                meddled = True
        return meddled


def _journal(examined: Examined) -> tuple[attrs.AttrsInstance, ...]:
    return () if examined.journal is None else (examined.journal,)


def _mappings(examined: Examined) -> Iterator[Mapping[str, Any]]:
    yield examined.caseload.records
    yield examined.schema.record_types
    for record_type in examined.schema:
        yield record_type.fields
        yield record_type.links


def _refill(mapping: Any, before: Mapping[str, Any]) -> None:
    mapping.clear()
    mapping.update(before)
