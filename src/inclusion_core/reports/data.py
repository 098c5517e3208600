"""What a report is made from: records or tables, known on a day, with a fingerprint."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import attrs

from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.metrics.counting import count_records, count_tables
from inclusion_core.metrics.figures import Figures
from inclusion_core.metrics.metric import Metric
from inclusion_core.model.caseload import Caseload
from inclusion_core.wire.fingerprint import fingerprint

if TYPE_CHECKING:
    from inclusion_core.expr.frames.tables import Engine, Tables

__all__ = ["ReportData"]


@attrs.frozen(kw_only=True)
class ReportData:
    """Something that metrics can be counted on, and what a report says about it.

    Attributes:
        on: Records of a caseload, or tables on an engine.
        known_on: The day as of whose knowledge they were read.
        fingerprint: SHA-256 of the records, 64 hexadecimal digits.
        records: How many records there are.
    """

    on: Records | Tables = attrs.field(repr=False)
    known_on: date
    fingerprint: str
    records: int

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

    def count(self, metrics: Iterable[Metric], parameters: Parameters) -> Figures:
        """The figures of metrics, as far as they are known on the day of the data."""
        if isinstance(self.on, Records):
            return count_records(metrics, self.on, parameters, known_on=self.known_on)
        return count_tables(metrics, self.on, parameters, known_on=self.known_on)
