"""What columns hold: days, numbers and truths as two columns each; and what is done to them.

A part that is the same in every row is kept as a plain Python value as long as possible, so that a
constant condition costs no column.

- a day is two dates, a number two integers, neither ever null,
- a truth is two flags, neither ever null: whether it surely holds, and whether it may hold; or one
  flag that is null where it is not known, which engines join to others by Kleene's logic,
- a code is a text column: null for unknown, empty for absent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple, TypeAlias, cast

import narwhals as nw

from inclusion_core.truth import Truth

ABSENT_CODE = ""
"""Stands for an absent code; no code is an empty text."""

CodeColumn: TypeAlias = str | nw.Expr | None
"""A code; ``None`` where it is unknown in every row."""
DayColumn: TypeAlias = date | nw.Expr
NumberColumn: TypeAlias = int | nw.Expr
Flag: TypeAlias = bool | nw.Expr
"""Yes or no, never unknown."""


class TruthColumn:
    """A truth: whether it holds, and whether it may hold.

    Attributes:
        sure: Whether it holds; never null.
        possible: Whether it holds or may hold; never null.
        whole: The same as one column, null where it is not known; ``None`` where it is not made,
            as for a truth that is the same in every row.
    """

    __slots__ = ("_possible", "_sure", "whole")

    def __init__(
        self, sure: Flag | None, possible: Flag | None, whole: nw.Expr | None = None
    ) -> None:
        self._sure, self._possible = sure, possible
        self.whole: nw.Expr | None = whole

    @classmethod
    def of_whole(cls, whole: nw.Expr) -> TruthColumn:
        """The truth that one column says, null where it is not known."""
        return cls(None, None, whole)

    @property
    def sure(self) -> Flag:
        """Whether it holds."""
        if self._sure is None:
            self._sure = as_column(self.whole).fill_null(value=False)
        return self._sure

    @property
    def possible(self) -> Flag:
        """Whether it holds or may hold."""
        if self._possible is None:
            self._possible = as_column(self.whole).fill_null(value=True)
        return self._possible

    @property
    def exact(self) -> bool:
        """Whether the truth is known in every row."""
        return self.whole is None and self._sure is self._possible

    @property
    def same(self) -> bool:
        """Whether the truth is the same in every row."""
        return isinstance(self._sure, bool) and isinstance(self._possible, bool)

    def as_whole(self) -> Flag:
        """One column, null where it is not known; a plain truth where it is the same everywhere."""
        if self.exact:
            return self.sure
        if self.same:
            return literal(None)
        if self.whole is None:
            if self.sure is False:
                self.whole = nw.when(~as_column(self.possible)).then(literal(value=False))
            else:
                maybe = nw.when(~as_column(self.possible)).then(literal(value=False))
                self.whole = (
                    nw.when(as_column(self.sure)).then(literal(value=True)).otherwise(maybe)
                )
        return self.whole


TRUTHS = {
    Truth.YES: TruthColumn(True, True),
    Truth.NO: TruthColumn(False, False),
    Truth.UNKNOWN: TruthColumn(False, True),
}


class Days(NamedTuple):
    """A day; one and the same column twice where it is known in every row."""

    lo: DayColumn
    hi: DayColumn

    @property
    def exact(self) -> bool:
        """Whether the day is known in every row."""
        return self.lo is self.hi


class Numbers(NamedTuple):
    """A number; one and the same column twice where it is known in every row."""

    lo: NumberColumn
    hi: NumberColumn

    @property
    def exact(self) -> bool:
        """Whether the number is known in every row."""
        return self.lo is self.hi


def literal(value: date | float | str | bool | None) -> nw.Expr:
    """A column that holds one value in every row."""
    if isinstance(value, bool) or value is None:
        return nw.lit(value, dtype=nw.Boolean)
    if isinstance(value, int):
        return nw.lit(value, dtype=nw.Int64)
    return nw.lit(value, dtype=nw.Date) if isinstance(value, date) else nw.lit(value)


def as_column(value: Any) -> nw.Expr:
    """A column, whether the value is one already or the same in every row."""
    if isinstance(value, nw.Expr):
        return value
    if isinstance(value, TruthColumn):
        return as_column(value.as_whole())
    return literal(value)


def choose(condition: Flag, then: Any, otherwise: Any) -> Any:
    """One value where the condition holds, another where it does not."""
    if isinstance(condition, bool):
        return then if condition else otherwise
    if then is otherwise:
        return then
    if isinstance(then, TruthColumn):
        return TruthColumn(
            choose(condition, then.sure, otherwise.sure),
            choose(condition, then.possible, otherwise.possible),
        )
    return nw.when(condition).then(as_column(then)).otherwise(as_column(otherwise))


def not_flag(flag: Flag) -> Flag:
    """The opposite."""
    return not flag if isinstance(flag, bool) else ~flag


def both(left: Flag, right: Flag) -> Flag:
    """Whether both hold."""
    if isinstance(left, bool):
        return right if left else False
    if isinstance(right, bool):
        return left if right else False
    return left & right


def either(left: Flag, right: Flag) -> Flag:
    """Whether one holds, or both."""
    if isinstance(left, bool):
        return True if left else right
    if isinstance(right, bool):
        return True if right else left
    return left | right


def smaller(left: Any, right: Any) -> Any:
    """The smaller of two days or numbers."""
    return choose(at_most(left, right), left, right)


def larger(left: Any, right: Any) -> Any:
    """The larger of two days or numbers."""
    return choose(at_most(left, right), right, left)


def at_most(left: Any, right: Any) -> Flag:
    """Whether a day or number is not after, or not more than, another."""
    if left is right:
        return True
    found: Flag = left <= right
    return found


def compared(left: Days | Numbers, right: Days | Numbers) -> TruthColumn:
    """Whether the left one is not after, or not more than, the right one."""
    yes = at_most(left.hi, right.lo)
    exact = left.exact and right.exact
    return TruthColumn(yes, yes if exact else at_most(left.lo, right.hi))


def truth_of(yes: Flag, no: Flag) -> TruthColumn:
    """The truth that is yes here, no there and unknown elsewhere."""
    return TruthColumn(yes, not_flag(no))


def surely(truth: TruthColumn) -> Flag:
    """Whether it is yes."""
    return truth.sure


def perhaps(truth: TruthColumn) -> Flag:
    """Whether it is yes or unknown."""
    return truth.possible


def opposite(truth: TruthColumn) -> TruthColumn:
    """The opposite; unknown stays."""
    if truth.whole is not None:
        return TruthColumn.of_whole(~truth.whole)
    sure = not_flag(truth.possible)
    return TruthColumn(sure, sure if truth.exact else not_flag(truth.sure))


def conjunction(truths: Iterable[TruthColumn]) -> TruthColumn:
    """Whether all hold."""
    return _joined(truths, both, neutral=True)


def disjunction(truths: Iterable[TruthColumn]) -> TruthColumn:
    """Whether one holds, or more."""
    return _joined(truths, either, neutral=False)


def _joined(
    truths: Iterable[TruthColumn], join: Callable[[Flag, Flag], Flag], *, neutral: bool
) -> TruthColumn:
    listed = list(truths)
    if any(truth.whole is not None for truth in listed):
        joined: Flag = neutral
        for truth in listed:
            joined = join(joined, truth.as_whole())
        return _of_joined(joined)
    sure = possible = cast("Flag", neutral)
    for truth in listed:
        sure, possible = join(sure, truth.sure), join(possible, truth.possible)
    exact = all(truth.exact for truth in listed)
    return TruthColumn(sure, sure if exact else possible)


def _of_joined(joined: Flag) -> TruthColumn:
    if isinstance(joined, bool):
        return TruthColumn(joined, joined)
    return TruthColumn.of_whole(joined)


def at_least(n: int, truths: Iterable[TruthColumn]) -> TruthColumn:
    """Whether so many hold, or more."""
    sure: NumberColumn = 0
    possible: NumberColumn = 0
    for truth in truths:
        sure, possible = _one(truth.sure) + sure, _one(truth.possible) + possible
    return TruthColumn(sure >= n, possible >= n)


def _one(flag: Flag) -> NumberColumn:
    found: NumberColumn = choose(flag, 1, 0)
    return found


def is_in(code: CodeColumn, members: frozenset[str]) -> TruthColumn:
    """Whether a code is one of a set; unknown where the code is."""
    if not isinstance(code, nw.Expr):
        return TRUTHS[Truth.of(None if code is None else code in members)]
    if not members:
        return TruthColumn(False, code.is_null())
    found = code == min(members)
    for member in sorted(members)[1:]:
        found = found | (code == member)
    return TruthColumn.of_whole(found)
