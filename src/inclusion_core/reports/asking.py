"""What a report asks of each of some records, and finds in a caseload or a register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.answers import Answers, answers
from inclusion_core.expr.handles import Condition
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import Row
from inclusion_core.facts.building import counted_records, counted_tables
from inclusion_core.facts.table import FactsTable

if TYPE_CHECKING:
    from inclusion_core.expr.frames.tables import Tables

__all__ = ["Asked"]


@attrs.frozen(kw_only=True)
class Asked:
    """What is asked of records.

    Attributes:
        row: The handle class of the records.
        table: The facts table whose rows they are; ``None`` where records are asked.
        among: Of which of them; who may be one of them is asked too.
        truths: Conditions, by name.
        values: Days, codes and numbers, by name.
    """

    row: type[Row]
    table: FactsTable | None
    among: Condition
    truths: Mapping[str, Condition]
    values: Mapping[str, nodes.Node]

    def found(
        self, on: Records | Tables, parameters: Parameters, *, known_on: date | None
    ) -> tuple[Answers, ...]:
        """What each record answers, ordered by id; the same on records and on every engine.

        Args:
            on: Records or tables; the rows of the facts table are worked out if they are not there.
            parameters: What is asked for by name.
            known_on: The day up to which they are known; ``None`` reads them as things stand.
        """
        questions = (self.row.record_type, self.among, self.truths, self.values)
        if isinstance(on, Records):
            records = counted_records(self.table, on, parameters)
            reader = ObjectReader(records, parameters=parameters, known_on=known_on)
            return answers(reader, *questions)
        from inclusion_core.expr.frames.answered import answered  # noqa: PLC0415  an extra
        from inclusion_core.expr.frames.reader import FrameReader  # noqa: PLC0415  an extra

        tables = counted_tables(self.table, on, parameters)
        return answered(FrameReader(tables, parameters=parameters, known_on=known_on), *questions)
