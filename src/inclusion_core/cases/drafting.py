"""Rows of what is recorded, understood: whose, what kind of record, which cell is which field."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.cases.case_problems import FIELD_TWICE
from inclusion_core.cases.columns import FieldNames, Row
from inclusion_core.cases.kinds import Kinds, What
from inclusion_core.cases.page import Fault
from inclusion_core.cases.people import Ids
from inclusion_core.expr.schema import RecordType
from inclusion_core.wire.problems import Problem

__all__ = ["Draft", "Drafting"]


@attrs.frozen(kw_only=True, repr=False)
class Draft:
    """A row on its way to a record.

    Attributes:
        row: The row.
        kind: The type of its record.
        client_id: Whose it is; empty for nobody's.
        cells: What is written of each field, and the heading under which it stands.
        code: The code that stands with the type.
        broken: Something of it is wrong already.
    """

    row: Row
    kind: RecordType
    client_id: str
    cells: dict[str, tuple[str, str]]
    code: tuple[str, str] | None
    broken: bool


class Drafting:
    """Understands rows, one after the other, and gathers what is wrong with them.

    Attributes:
        ids: The ids of those whose rows they are.
        faults: What is wrong.
        spoiled: The ids of clients of whom a row is not understood; empty for one that is nobody's.
    """

    def __init__(self, kinds: Kinds, fields: FieldNames) -> None:
        self.kinds: Kinds = kinds
        self.fields: FieldNames = fields
        self.ids: Ids = Ids()
        self.faults: list[Fault] = []
        self.spoiled: set[str] = set()

    def drafted(self, row: Row) -> Iterator[Draft]:
        """The row, as far as it is understood; nothing where not even its kind is known."""
        client_id = self.ids.person(row["person"]) if row["person"] else ""
        what = self.kinds.find(row["what"])
        for meaning, found in (("person", client_id), ("what", what)):
            if isinstance(found, Problem):
                self.faults.append(row.fault(meaning, found))
        if isinstance(client_id, Problem):
            return
        if isinstance(what, Problem):
            self.spoiled.add(client_id)
            return
        kind = self.kinds.schema[what.record_type]
        cells: dict[str, tuple[str, str]] = {}
        told = len(self.faults)
        for heading, cell in (*_days(row), *row.others):
            self._put(row, kind, heading, cell, cells)
        yield Draft(
            row=row,
            kind=kind,
            client_id=client_id,
            cells=cells,
            code=self._code(row, what, cells),
            broken=len(self.faults) > told,
        )

    def _put(
        self, row: Row, kind: RecordType, heading: str, cell: str, cells: dict[str, tuple[str, str]]
    ) -> None:
        field = self.fields.field(kind.name, heading)
        if isinstance(field, Problem):
            self.faults.append(row.fault(heading, field))
        elif field.name in cells:
            self.faults.append(row.fault(heading, FIELD_TWICE))
        else:
            cells[field.name] = (heading, cell)

    def _code(
        self, row: Row, what: What, cells: dict[str, tuple[str, str]]
    ) -> tuple[str, str] | None:
        if not what.field:
            return None
        if what.field in cells:
            self.faults.append(row.fault(cells[what.field][0], FIELD_TWICE))
        return what.field, what.code


def _days(row: Row) -> Iterator[tuple[str, str]]:
    """What stands under the headings of days."""
    return ((name, row[name]) for name in ("from", "on", "to") if row[name])
