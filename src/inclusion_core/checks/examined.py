"""What a check looks at: a caseload, and what is known of how it came about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

import attrs

from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Record, type_name
from inclusion_core.model.caseload import Caseload, Journal

__all__ = ["Examined"]

T = TypeVar("T")
RecordT = TypeVar("RecordT", bound=Record)


@attrs.frozen(kw_only=True)
class Examined:
    """The data that checks look through.

    Attributes:
        caseload: The records as known on a day.
        schema: The record types that there are.
        journal: All their versions; ``None`` where only a caseload is at hand.
    """

    caseload: Caseload
    schema: Schema = attrs.field(repr=False)
    journal: Journal | None = attrs.field(default=None, repr=False)

    @cached_property
    def records(self) -> Records:
        """The records of the caseload, found by key and by what they name."""
        return Records(self.schema, self.caseload.records)

    @cached_property
    def _worked_out(self) -> dict[str, object]:
        return {}

    def once(self, key: str, work_out: Callable[[], T]) -> T:
        """What is worked out of these data, once for all checks that ask for it by that name."""
        kept = self._worked_out
        if key not in kept:
            kept[key] = work_out()
        return cast("T", kept[key])

    @property
    def known_on(self) -> date:
        """The day on which the records are known."""
        return self.caseload.known_on

    def of(self, record_class: type[RecordT]) -> tuple[RecordT, ...]:
        """All records of one class, ordered by id."""
        return self.caseload.of(record_class)

    def naming(self, record_class: type[RecordT], field: str, key: str) -> Sequence[RecordT]:
        """The records of one class whose reference ``field`` holds that key."""
        found = self.records.naming(type_name(record_class), field, key)
        return cast("Sequence[RecordT]", found)
