"""All that was ever recorded, to be counted as it was known on any day."""

from __future__ import annotations

from datetime import date
from functools import cached_property

import attrs

from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.lineage.belonging import Belongings

__all__ = ["Known", "Material"]


@attrs.frozen(repr=False)
class Known:
    """The records as known on one day: all of them, one by one, and to be counted."""

    caseload: Caseload
    records: Records
    data: ReportData

    @cached_property
    def belongings(self) -> Belongings:
        """Whose the records are; worked out once for each type, when asked for."""
        return Belongings(self.data)


@attrs.frozen(slots=False, repr=False)
class Material:
    """All that was ever recorded, to be read as known on any day.

    Attributes:
        journal: All versions of all records.
        schema: What they are.
    """

    journal: Journal
    schema: Schema

    @cached_property
    def _known(self) -> dict[date, Known]:
        return {}

    def known(self, on: date) -> Known:
        """The records as known on a day; each day is folded once."""
        known = self._known
        if on not in known:
            caseload = self.journal.as_known_on(on)
            records = Records(self.schema, caseload.records)
            data = ReportData.of_caseload(caseload, self.schema)
            known[on] = Known(caseload, records, attrs.evolve(data, on=records))
        return known[on]
