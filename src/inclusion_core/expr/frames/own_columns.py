"""One field of a table that somebody brings: what is wrong with its cells, and what they hold.

What cannot be right is not known because it is contradictory; an empty cell means what the field
says, or nothing at all (*absent*) where a column beside it says why others are empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

import attrs
import narwhals as nw

from inclusion_core.expr.frames import columns as c
from inclusion_core.expr.frames.columns import Flag
from inclusion_core.expr.frames.kinds import DTYPES
from inclusion_core.expr.record_columns import PARTIAL
from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.values import ABSENT, ALWAYS, FIRST_DAY, LAST_DAY, NEVER, Reason

__all__ = ["Cells", "Fault", "companions"]


class Fault(Enum):
    """What can be wrong with a table that somebody brings."""

    MISSING_COLUMN = "missing-column"
    NOT_ASKED_COLUMN = "not-asked-column"
    UNKNOWN_COLUMN = "unknown-column"
    WRONG_KIND = "wrong-kind"
    EMPTY_ID = "empty-id"
    DUPLICATE_ID = "duplicate-id"
    CONTRADICTORY = "contradictory"
    NOT_IN_LIST = "not-in-list"
    OUT_OF_RANGE = "out-of-range"
    UNKNOWN_REASON = "unknown-reason"


REASONS = (PARTIAL, *(reason.value for reason in Reason))
NOT_ASKED = nw.lit(Reason.NOT_ASKED.value)
CONTRADICTORY = nw.lit(Reason.CONTRADICTORY.value)
NO_REASON = nw.lit(None, dtype=nw.String)
NO_DAY = nw.lit(None, dtype=nw.Date)


def companions(field: Field) -> tuple[str, ...]:
    """The columns that a field may have, its own first."""
    if field.kind is FieldKind.KEY:
        return (field.name,)
    ends = ("earliest", "latest") if field.may_be_partial else ()
    return (field.name, f"{field.name}_unknown", *(f"{field.name}_{end}" for end in ends))


@attrs.frozen
class Cells:
    """The cells of one field, of which some columns are there.

    Attributes:
        field: The field.
        names: The columns that are there.
    """

    field: Field
    names: frozenset[str]

    def read(self) -> list[nw.Expr]:
        """The columns in which an empty text is as good as none; all else is asked of these."""
        texts = [f"{self.field.name}_unknown"]
        if self.field.kind is FieldKind.CODE:
            texts.append(self.field.name)
        own = (nw.col(name) for name in texts if name in self.names)
        return [nw.when(text != "").then(text) for text in own]

    # What stands in them.

    def _has(self, suffix: str) -> bool:
        return f"{self.field.name}{suffix}" in self.names

    def _filled(self, suffix: str) -> Flag:
        return ~nw.col(f"{self.field.name}{suffix}").is_null() if self._has(suffix) else False

    @property
    def _value(self) -> nw.Expr:
        return nw.col(self.field.name)

    @property
    def _why(self) -> nw.Expr:
        return nw.col(f"{self.field.name}_unknown")

    @property
    def _is_open(self) -> Flag:
        """Whether a day is given by its ends."""
        return c.either(self._filled("_earliest"), self._filled("_latest"))

    @property
    def _earliest(self) -> nw.Expr:
        return self._end("_earliest", ALWAYS)

    @property
    def _latest(self) -> nw.Expr:
        return self._end("_latest", NEVER)

    def _end(self, suffix: str, far: date) -> nw.Expr:
        if not self._has(suffix):
            return c.literal(far)
        return nw.col(f"{self.field.name}{suffix}").fill_null(c.literal(far))

    # What is wrong.

    @property
    def _contradicts(self) -> Flag:
        """Whether a cell says what another beside it denies."""
        has_why, is_open = self._filled("_unknown"), self._is_open
        partial: Flag = False
        if self._has("_unknown"):
            partial = (self._why == PARTIAL).fill_null(value=False)
        denied = c.both(self._filled(""), c.either(has_why, is_open))
        torn = c.both(is_open, c.both(has_why, c.not_flag(partial)))
        turned = c.both(is_open, self._earliest > self._latest)
        lost = c.both(partial, c.not_flag(is_open))
        return c.either(c.either(denied, torn), c.either(turned, lost))

    @property
    def _does_not_fit(self) -> Flag:
        """Whether a value is none that the field may hold."""
        if self.field.kind is FieldKind.DAY:
            beyond = c.either(_beyond(self._earliest), _beyond(self._latest))
            return c.either(_outside(self._value), c.both(self._is_open, beyond))
        if self.field.kind is FieldKind.NUMBER:
            bounds = self.field.bounds
            least, most = c.literal(bounds.least), c.literal(bounds.most)
            return ((self._value < least) | (self._value > most)).fill_null(value=False)
        if self.field.code_list is not None:
            listed = self._value.str.contains(f"^(?:{self.field.code_list.pattern})$")
        else:
            listed = self._value.is_in(list(self.field.codes))
        return (~self._value.is_null() & ~listed).fill_null(value=False)

    @property
    def _has_other_reason(self) -> Flag:
        if not self._has("_unknown"):
            return False
        return (~self._why.is_null() & ~self._why.is_in(list(REASONS))).fill_null(value=False)

    @property
    def misfit(self) -> Fault:
        """What it is called when a value does not fit."""
        return Fault.NOT_IN_LIST if self.field.kind is FieldKind.CODE else Fault.OUT_OF_RANGE

    @property
    def flags(self) -> Mapping[str, Flag]:
        """What is to be counted: faults, and what the cells are like."""
        filled = c.either(self._filled(""), c.either(self._filled("_unknown"), self._is_open))
        return {
            Fault.CONTRADICTORY.value: self._contradicts,
            self.misfit.value: self._does_not_fit,
            Fault.UNKNOWN_REASON.value: self._has_other_reason,
            "told": self._filled("_unknown"),
            "open": self._is_open,
            "empty": c.not_flag(filled),
        }

    # What they hold.

    def marked(self, counted: Mapping[str, int]) -> list[nw.Expr]:
        """Whether a cell cannot be right, as a column of its own, where any cannot."""
        if not (counted[Fault.CONTRADICTORY.value] or counted[self.misfit.value]):
            return []
        return [c.as_column(c.either(self._contradicts, self._does_not_fit)).alias(self._mark)]

    @property
    def _mark(self) -> str:
        return f"{self.field.name}__wrong"

    def held(self, counted: Mapping[str, int]) -> list[nw.Expr]:
        """The columns as readers take them; what no cell needs is left out, so that all is faster.

        Args:
            counted: How many cells each flag holds for.
        """
        name = self.field.name
        wrong: Flag = nw.col(self._mark) if self.marked(counted) else False
        right = c.not_flag(wrong)
        is_open: Flag = self._is_open if counted["open"] else False
        exact = c.both(c.both(is_open, right), self._earliest == self._latest)
        partial = c.both(c.both(is_open, right), self._earliest < self._latest)
        found = [c.as_column(c.choose(right, self._day_or(exact), self._none)).alias(name)]
        if wrong is not False or counted["told"] or counted["open"]:
            found.append(self._reason(wrong, exact, partial).alias(f"{name}_unknown"))
        elif counted["empty"] and not self._empty_is_absent:
            found.append(self._reason(False, False, False).alias(f"{name}_unknown"))
        if counted["open"]:
            for end, day in (("earliest", self._earliest), ("latest", self._latest)):
                found.append(c.as_column(c.choose(partial, day, NO_DAY)).alias(f"{name}_{end}"))
        return found

    @property
    def _none(self) -> nw.Expr:
        return nw.lit(None, dtype=DTYPES[self.field.kind])

    def _day_or(self, exact: Flag) -> Any:
        """The value; of a day whose ends are the same, that day."""
        return c.choose(exact, self._earliest, self._value)

    def _reason(self, wrong: Flag, exact: Flag, partial: Flag) -> nw.Expr:
        """Why a cell is empty."""
        answered = c.either(self._filled(""), exact)
        empty = NO_REASON if self._empty_is_absent else NOT_ASKED
        why = c.choose(answered, NO_REASON, empty)
        if self._has("_unknown"):
            told = c.both(self._filled("_unknown"), c.not_flag(exact))
            said = c.choose(self._has_other_reason, NOT_ASKED, self._why)
            why = c.choose(told, said, why)
        why = c.choose(partial, nw.lit(PARTIAL), why)
        return c.as_column(c.choose(wrong, CONTRADICTORY, why))

    @property
    def _empty_is_absent(self) -> bool:
        if self._has("_unknown"):
            return self.field.may_be_absent
        return self.field.empty is ABSENT


def _outside(day: nw.Expr) -> nw.Expr:
    """Whether it is no day that a record may hold."""
    return ((day < c.literal(FIRST_DAY)) | (day > c.literal(LAST_DAY))).fill_null(value=False)


def _beyond(end: nw.Expr) -> nw.Expr:
    """The same of the end of a day known in part, which may be infinitely far."""
    return _outside(end) & (end != c.literal(ALWAYS)) & (end != c.literal(NEVER))
