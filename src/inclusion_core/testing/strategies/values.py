"""Everything that a field may hold."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.testing.strategies.codes import any_code, some_codes
from inclusion_core.testing.strategies.days import days
from inclusion_core.values import ABSENT, FIRST_DAY, LAST_DAY, PartialDay, Reason, Unknown

__all__ = ["known_values", "partly", "values_of"]

UNKNOWN = tuple(Unknown(reason) for reason in Reason)
"""Not asked first: the plainest reason for not knowing."""

KEYS = st.sampled_from(("x1", "x2", "x-3/b", "X_4.c:d"))
"""Ids of records that may or may not be there."""

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
TEXTS = st.sampled_from(("one", "two words", "Rīga", "1", "-")) | st.text(
    LETTERS, min_size=1, max_size=20
)


def known_values(
    field: Field, *, near: Iterable[date] = (), codes: Iterable[str] | None = None
) -> st.SearchStrategy[Any]:
    """Values that say exactly what they say: none partial, absent or unknown.

    Args:
        field: What may hold them.
        near: Days that matter.
        codes: The only codes that are drawn; all that the field may hold where none are given.
    """
    match field.kind:
        case FieldKind.KEY | FieldKind.REFERENCE:
            return KEYS
        case FieldKind.CODE:
            return _codes(field, codes)
        case FieldKind.DAY:
            return days(near)
        case FieldKind.NUMBER:
            least, most = field.bounds.least, field.bounds.most
            ends = dict.fromkeys((least, min(least + 1, most), most))
            return st.sampled_from(tuple(ends)) | st.integers(least, most)
        case FieldKind.DECIMAL:
            return st.decimals(
                -(10**17), 10**17, places=2, allow_nan=False, allow_infinity=False
            ).map(lambda each: each or Decimal(0))  # no file tells minus nothing from nothing
        case _:
            return TEXTS


def _codes(field: Field, codes: Iterable[str] | None) -> st.SearchStrategy[Any]:
    if field.enum is not None:
        named = None if codes is None else set(codes)
        members = [each for each in field.enum if named is None or each.value in named]
        return st.sampled_from(members)
    if codes is not None:
        return st.sampled_from(tuple(codes))
    if field.code_list is None:  # pragma: no cover  a code is of an enumeration or of a list
        raise TypeError(field.name)
    return st.sampled_from(some_codes(field.code_list)) | any_code(field.code_list)


def partly(day: date, how: int) -> PartialDay:
    """A day that is known only in part: as a month, as a year, or between two days.

    Args:
        day: One of the days that it may be.
        how: 0 for its month, 1 for its year; any other number for so many days from the one before.

    Example:
        >>> partly(date(2018, 4, 15), 0), partly(date(2018, 4, 15), 40)
        (PartialDay('2018-04'), PartialDay('2018-04-14/2018-05-24'))
    """
    if how == 0:
        return PartialDay.of_month(day.year, day.month)
    if how == 1:
        return PartialDay.of_year(day.year)
    first = max(day - timedelta(days=1), FIRST_DAY)
    return PartialDay(first, min(first + timedelta(days=how), LAST_DAY))


def _partial(near: Iterable[date]) -> st.SearchStrategy[PartialDay]:
    earlier_than_last = days(near).filter(lambda day: day < LAST_DAY)
    return st.builds(partly, earlier_than_last, st.sampled_from((0, 1, 2, 40)))


def values_of(
    field: Field, *, near: Iterable[date] = (), codes: Iterable[str] | None = None
) -> st.SearchStrategy[Any]:
    """All that a field may hold, partial, absent and unknown included; it shrinks to a known value.

    Args:
        field: The field.
        near: Days that matter, for a day.
        codes: The only codes that are drawn, for a code.

    Example:
        >>> from hypothesis import find
        >>> from inclusion_core.facts.schema import SCHEMA
        >>> gender = SCHEMA["client"].fields["gender"]
        >>> find(values_of(gender), lambda value: True)
        <Gender.FEMALE: 'female'>
    """
    choices = [known_values(field, near=near, codes=codes)]
    if field.may_be_partial:
        choices.append(_partial(tuple(near)))
    if field.may_be_absent:
        choices.append(st.just(ABSENT))
    if field.may_be_unknown:
        choices.append(st.sampled_from(UNKNOWN))
    return st.one_of(choices)
