"""What generated code calls for values that are rarer than a known day, code or number."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, TypeAlias, cast

from inclusion_core.expr.generated.readable import within_records
from inclusion_core.expr.generated.refusal import NotGeneratedError
from inclusion_core.expr.objects import (
    ONE_DAY,
    UNKNOWN_CODE,
    Code,
    NumberSpan,
    shifted,
    years,
)
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.schema import RecordType
from inclusion_core.fields import FieldKind, Record
from inclusion_core.periods import LeapDay
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, ALWAYS, NEVER, NOT_ASKED, DaySpan, Unknown, day_span

__all__ = [
    "Moves",
    "code_in",
    "code_of",
    "day_ends",
    "given_day",
    "later_row",
    "latest_code",
    "number_ends",
    "stand_in",
    "stand_ins",
    "years_between",
]

FAR = (ALWAYS.year, NEVER.year)
MOST_MOVED = 20_000
"""How many moved days are remembered for each way of moving."""


# Fields.


def day_ends(value: Any, absent: DaySpan) -> DaySpan:
    """The ends of a day that is not simply known."""
    if isinstance(value, DaySpan):
        return value
    return absent if value is ABSENT else day_span(value)


def number_ends(value: Any, bounds: NumberSpan) -> NumberSpan:
    """The ends of a number that is not simply known."""
    return NumberSpan(value, value) if isinstance(value, int) else bounds


def code_of(value: Any) -> Code:
    """The code that a field holds."""
    if isinstance(value, Unknown):
        return UNKNOWN_CODE
    if value is ABSENT or isinstance(value, str):
        return cast("Code", value)
    return str(value.value)


def code_in(value: Any, members: Collection[str]) -> Truth:
    """Whether the code that a field holds is one of these."""
    code = code_of(value)
    return Truth.UNKNOWN if code is UNKNOWN_CODE else Truth.of(code in members)


# Rows that stand for records of which little is known.


def stand_in(record_type: RecordType, first_day: date) -> Record:
    """What stands for a record of which only the first day that it may hold is known.

    It is read like a record: its days are intervals, the rest is unknown, and it has no key.
    """
    row = record_type.record_class.__new__(record_type.record_class)
    for name, field in record_type.fields.items():
        value: object = NOT_ASKED
        if field.kind is FieldKind.DAY:
            value = DaySpan(first_day, NEVER)
        elif field.kind in (FieldKind.KEY, FieldKind.REFERENCE):
            value = None
        object.__setattr__(row, name, value)
    return row


def stand_ins(record_type: RecordType) -> Callable[[date], Record]:
    """Gives what stands for the record that a list may still hold after a day."""

    @lru_cache(maxsize=64)
    def of(first_day: date) -> Record:
        return stand_in(record_type, first_day)

    return of


def later_row(of: Callable[[date], Record], through: date, known_on: date) -> Record | None:
    """The record that may still come after the day through which a list is complete."""
    through = min(known_on, through)
    if through == NEVER:
        return None
    return of(ALWAYS if through == ALWAYS else through + ONE_DAY)


# Days and numbers.


def given_day(parameters: Parameters, name: str) -> date:
    """A day that the asker gives.

    Raises:
        NotGeneratedError: It is not one that a record may hold.
        UnknownNameError: The asker gave none.
    """
    day = parameters.day(name)
    if not within_records(day):
        raise NotGeneratedError("a given day lies very far away")
    return day


class Moves(dict[date, date]):
    """Days moved as :func:`~inclusion_core.expr.objects.shifted` moves them, by the day moved.

    The same few days are moved again and again, so those moved last are remembered; whose they
    are is not.

    Args:
        months: Whole months.
        days: Days, added after the months.
        term: The months are a term that begins with the day.
    """

    def __init__(self, months: int, days: int, *, term: bool) -> None:
        super().__init__()
        self.months = months
        self.days = days
        self.term = term

    def __missing__(self, day: date) -> date:
        moved = self._moved(day)
        if len(self) >= MOST_MOVED:
            self.clear()
        self[day] = moved
        return moved

    def __repr__(self) -> str:
        return f"Moves({self.months}, {self.days}, term={self.term})"

    def _moved(self, day: date) -> date:
        if day.year in FAR or not self.months:
            return shifted(day, self.months, self.days, term=self.term)
        year, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
        of_month = day.day
        if of_month > 28 and of_month > (last := monthrange(year, month + 1)[1]):
            moved = date(year, month + 1, last)
        else:
            moved = date(year, month + 1, of_month)
            if self.term:
                moved -= ONE_DAY
        return moved + timedelta(days=self.days) if self.days else moved


def years_between(
    born: DaySpan | tuple[date, date], judged: DaySpan | tuple[date, date], leap_day: LeapDay
) -> tuple[int, int]:
    """The years completed from one day to another, at least and at most."""
    least = years(born[1], judged[0], leap_day)
    if born[0] is born[1] and judged[0] is judged[1]:
        return least, least
    return least, years(born[0], judged[1], leap_day)


Dated: TypeAlias = tuple[date, date, bool, bool, Code]
"""One of a list: the ends of its day, whether it surely belongs, may still come; its code."""


def latest_code(members: Sequence[Dated]) -> Code:
    """The code of the record with the latest day."""
    dated = [member for member in members if member[0] < NEVER]
    sure = [first for first, last, surely, _, _ in dated if surely and last < NEVER]
    latest = max(sure, default=ALWAYS)
    may_be = [member for member in dated if member[1] >= latest]
    if not may_be:
        return ABSENT
    if not any(surely and last < NEVER for _, last, surely, _, _ in may_be):
        return UNKNOWN_CODE
    if any(later for _, _, _, later, _ in may_be):
        return UNKNOWN_CODE
    codes = {code for *_, code in may_be}
    return codes.pop() if len(codes) == 1 else UNKNOWN_CODE
