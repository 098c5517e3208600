"""What a report is made from: records or tables, known on a day, with a fingerprint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

import attrs

from inclusion_core.expr.answers import Answers
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.assumption import assumed
from inclusion_core.facts.building import records_with_facts, tables_with_facts
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import type_name
from inclusion_core.metrics.adding_up import Progress, count_parts
from inclusion_core.metrics.counting import count_records
from inclusion_core.metrics.figures import Figures
from inclusion_core.metrics.gaps import Gaps, GapsFound, gaps_in_records, gaps_in_tables
from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.target import Target
from inclusion_core.reports.tables.lists import ListTable
from inclusion_core.values import ABSENT
from inclusion_core.wire.fingerprint import fingerprint

if TYPE_CHECKING:
    from inclusion_core.expr.frames.tables import Engine, Tables

__all__ = ["ReportData", "rows_of"]


def rows_of(counted: Metric | Gaps | ListTable) -> str:
    """The type of the records, or of the rows of a facts table, that are counted or listed."""
    match counted:
        case Gaps():
            row = counted.table.row
        case ListTable():
            row = counted.row
        case _:
            row = counted.subject
    return row.record_type


@attrs.frozen(kw_only=True)
class ReportData:
    """Something that metrics can be counted on, and what a report says about it.

    Attributes:
        on: Records of a caseload, or tables on an engine.
        known_on: The day as of whose knowledge they were read.
        fingerprint: SHA-256 of the records, 64 hexadecimal digits.
        records: How many records there are.
        parts: The same tables in parts that are counted one after another; none for one go.
        progress: Called after each part.
    """

    on: Records | Tables = attrs.field(repr=False)
    known_on: date
    fingerprint: str
    records: int
    parts: tuple[Tables, ...] = attrs.field(default=(), repr=False)
    progress: Progress | None = attrs.field(default=None, repr=False, eq=False)

    @classmethod
    def of_caseload(
        cls, caseload: Caseload, schema: Schema, *, engine: Engine | None = None
    ) -> ReportData:
        """The records of a caseload, or the same as tables on an engine.

        Raises:
            MissingExtraError: The engine is not installed.
            EngineRefusedError: It is not one of those that were tried.
        """
        on: Records | Tables = Records(schema, caseload.records)
        if engine is not None:
            from inclusion_core.expr.frames import Tables  # noqa: PLC0415  an extra

            on = Tables.of_records(schema, caseload.records, engine=engine)
        return cls(
            on=on,
            known_on=caseload.known_on,
            fingerprint=fingerprint(caseload, schema),
            records=len(caseload),
        )

    @classmethod
    def of_tables(  # noqa: PLR0913  all that a report says about them
        cls,
        tables: Tables,
        *,
        known_on: date,
        fingerprint: str,
        records: int,
        parts: Iterable[Tables] = (),
        progress: Progress | None = None,
    ) -> ReportData:
        """The tables of a register.

        Args:
            tables: Normalised tables, facts tables, or both.
            known_on: The day up to which they are known.
            fingerprint: SHA-256 of what they were read from, 64 hexadecimal digits.
            records: How many rows they have together.
            parts: The same in parts of which every row is in one alone, so that a register larger
                than memory is counted part by part.
            progress: Called after each part, with how many are done, of how many.
        """
        return cls(
            on=tables,
            known_on=known_on,
            fingerprint=fingerprint,
            records=records,
            parts=tuple(parts),
            progress=progress,
        )

    def holds(self, counted: Metric | Gaps | ListTable) -> bool:
        """Whether there are such records at all, or what their facts table is worked out of.

        Of records none may be there: zero is then a figure. A register that has no table of them
        says nothing about them.
        """
        worked_out_of = () if counted.table is None else (counted.table.subject.record_type,)
        on = self.on
        there = on.schema.record_types if isinstance(on, Records) else on.frames
        return any(name in there for name in (rows_of(counted), *worked_out_of))

    def with_facts(self, tables: Iterable[FactsTable], parameters: Parameters) -> ReportData:
        """The same data with the rows of these facts tables beside them, worked out only once.

        Those that the data hold already, or nothing to work them out of, are left as they are.
        """
        on = self.on
        for table in tables:
            there = on.schema.record_types if isinstance(on, Records) else on.frames
            if table.record_type.name in there or table.subject.record_type not in there:
                continue
            if isinstance(on, Records):
                on = records_with_facts(table, on, parameters)
            else:
                on = tables_with_facts(table, on, parameters)
        return self if on is self.on else attrs.evolve(self, on=on, parts=())

    @property
    def targets(self) -> tuple[Target, ...]:
        """What operations promised, ordered by id; nothing where the data do not tell it.

        A table that has no column of places tells of none.
        """
        name = type_name(Target)
        on = self.on
        if isinstance(on, Records):
            return cast("tuple[Target, ...]", tuple(on.by_type.get(name, ())))
        if name not in on.frames:
            return ()
        from inclusion_core.expr.frames.taken import (  # noqa: PLC0415  an extra
            records_in,
        )

        found = cast("tuple[Target, ...]", records_in(on, name))
        placed = "place" in on.frame(name).collect_schema().names()
        return found if placed else tuple(attrs.evolve(each, place=ABSENT) for each in found)

    def count(
        self, metrics: Iterable[Metric], parameters: Parameters, *, by: Sequence[Axis] = ()
    ) -> Figures:
        """The figures of metrics, as far as they are known on the day of the data."""
        if isinstance(self.on, Records):
            return count_records(metrics, self.on, parameters, known_on=self.known_on, by=by)
        parts = self.parts or (self.on,)
        return count_parts(
            metrics, parts, parameters, known_on=self.known_on, by=by, progress=self.progress
        )

    def listed(self, listed: ListTable, parameters: Parameters) -> tuple[Answers, ...]:
        """What each record answers that is on a list or may be, as far as that is known."""
        given = assumed(parameters, listed.all_assumptions)
        return listed.asked(self.known_on).found(self.on, given, known_on=self.known_on)

    def gaps(self, gaps: Gaps, parameters: Parameters, *, most: int | None = None) -> GapsFound:
        """Who lacks which answers, as far as that is known on the day of the data."""
        if isinstance(self.on, Records):
            return gaps_in_records(gaps, self.on, parameters, known_on=self.known_on, most=most)
        return gaps_in_tables(gaps, self.on, parameters, known_on=self.known_on, most=most)
