"""What gives a field: a column, several joined to an id, or the mapping itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from functools import partial
from typing import Any, TypeAlias

import attrs

from inclusion_core.rows.row_problems import NO_TIME_ZONE
from inclusion_core.values import Absent, Unknown
from inclusion_core.wire.problems import Refused

__all__ = [
    "Constant",
    "Given",
    "Joined",
    "OneColumn",
    "codes",
    "column",
    "constant",
    "day_of",
    "joined",
]

Using: TypeAlias = Callable[[Any], object]
"""From what the column holds to a value of the field; what it raises becomes a finding."""


@attrs.frozen(kw_only=True)
class OneColumn:
    """One column gives the field.

    Attributes:
        name: The column.
        words: What the words of the column mean; ``None`` where it holds values of the field.
        using: Makes a value of the field out of what is there; not asked about an empty value.
        empty: What an empty value means; ``None`` for what the field itself declares.
        empty_values: What else counts as empty, beside ``None`` and the empty text.
        needed: Whether an empty value is a fault.
    """

    name: str
    words: Mapping[Any, object] | None = attrs.field(default=None, repr=False)
    using: Using | None = attrs.field(default=None, repr=False)
    empty: Absent | Unknown | None = None
    empty_values: tuple[object, ...] = attrs.field(default=(), repr=False)
    needed: bool = False


@attrs.frozen
class Joined:
    """Several columns together give an id."""

    names: tuple[str, ...]


@attrs.frozen
class Constant:
    """The same value in every row."""

    value: object = attrs.field(repr=False)


Given: TypeAlias = OneColumn | Joined | Constant
"""What gives a field."""


def column(
    name: str,
    *,
    using: Using | None = None,
    empty: Absent | Unknown | None = None,
    empty_values: tuple[object, ...] = (),
    needed: bool = False,
) -> OneColumn:
    """A column that says more than its name.

    Args:
        name: The column.
        using: Makes a value of the field out of what is there, ``str.strip``.
        empty: What an empty value means: ``ABSENT``, ``NOT_ASKED``, ``Unknown(Reason.REFUSED)``.
        empty_values: What else counts as empty: ``"-"``, the day ``9999-12-31``.
        needed: Whether an empty value is a fault, although the field could do without.
    """
    return OneColumn(name=name, using=using, empty=empty, empty_values=empty_values, needed=needed)


def codes(
    name: str,
    words: Mapping[Any, object],
    *,
    using: Using | None = None,
    empty: Absent | Unknown | None = None,
) -> OneColumn:
    """A column with words of its own; one that the mapping does not know is a finding.

    Args:
        name: The column.
        words: What each means: a code, ``ABSENT``, ``Unknown(Reason.REFUSED)``; or an id, a day.
        using: Makes a word out of what is there, ``str.strip``.
        empty: What an empty value means, where it is none of the words.
    """
    return OneColumn(name=name, words=dict(words), using=using, empty=empty)


def day_of(
    name: str,
    *,
    zone: tzinfo | None = None,
    empty: Absent | Unknown | None = None,
    empty_values: tuple[object, ...] = (),
) -> OneColumn:
    """The day of a column with moments: the time of day is dropped.

    Args:
        name: The column: moments, or texts such as ``2018-06-04 10:12:00``.
        zone: Where the day is asked for; needed for moments that name their own offset.
        empty: What an empty value means.
        empty_values: What else counts as empty.
    """
    using = partial(_day, zone=zone)
    return OneColumn(name=name, using=using, empty=empty, empty_values=empty_values)


def _day(moment: object, *, zone: tzinfo | None) -> object:
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo is None:
        return date(moment.year, moment.month, moment.day)
    return Refused(NO_TIME_ZONE) if zone is None else moment.astimezone(zone).date()


def constant(value: object) -> Constant:
    """The same value in every row: a code, an id, a day."""
    return Constant(value)


def joined(*names: str) -> Joined:
    """An id out of several columns, with ``/`` between; no part may hold one."""
    return Joined(names)
