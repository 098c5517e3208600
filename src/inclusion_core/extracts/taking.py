"""The rows of a facts table as they are taken from records or from a register, and whose they are.

Both ways give the same rows, in the order of their ids.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import all_of
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import CASE, Row
from inclusion_core.extracts.cells import Cell, cell_of
from inclusion_core.facts.building import counted_records, counted_tables
from inclusion_core.facts.rows import ClientRow
from inclusion_core.facts.table import FactsTable
from inclusion_core.reports.asking import Asked
from inclusion_core.reports.lineage.ways import way_to

if TYPE_CHECKING:
    from inclusion_core.expr.frames.tables import Tables

__all__ = ["HOUSEHOLD", "PERSON", "Source", "Taken"]

PERSON, HOUSEHOLD, CLIENT = "person", "household", "client"
OWNERS = (PERSON, HOUSEHOLD)


@attrs.frozen(kw_only=True, repr=False)
class Taken:
    """A row of a facts table.

    Attributes:
        id: The id of its subject.
        owners: The ids of the person and the household that it is about, where that is told.
        cells: What its columns hold, by name.
    """

    id: str
    owners: Mapping[str, str]
    cells: Mapping[str, Cell]


@attrs.frozen(kw_only=True)
class Source:
    """From what an extract is taken.

    Attributes:
        on: Records of a caseload, or tables on an engine.
        parameters: What the columns ask for.
        known_on: The day up to which they are known.
    """

    on: Records | Tables = attrs.field(repr=False)
    parameters: Parameters = attrs.field(repr=False)
    known_on: date

    def rows(self, table: FactsTable) -> tuple[Taken, ...]:
        """The rows of a facts table, worked out where they are not there.

        Raises:
            UnknownNameError: A column asks for a parameter that is not given.
            SchemaError: There are neither its rows nor what they are worked out of.
        """
        name = table.record_type.name
        if isinstance(self.on, Records):
            found = counted_records(table, self.on, self.parameters).of_type(name)
        else:
            from inclusion_core.expr.frames.taken import records_in  # noqa: PLC0415  an extra

            found = records_in(counted_tables(table, self.on, self.parameters), name)
        fields = [field for field in table.record_type.fields.values() if field.name != "id"]
        owners = self._owners(table)
        return tuple(
            Taken(
                id=row.id,
                owners=owners.get(row.id, {}),
                cells={
                    each.name: cell_of(getattr(row, each.name), may_be_absent=each.may_be_absent)
                    for each in fields
                },
            )
            for row in sorted(found, key=lambda each: each.id)
        )

    def ways(self, table: FactsTable) -> Mapping[str, nodes.CodeNode]:
        """The ways from the subject of a table to a person and a household, where there are."""
        subject = table.subject.record_type
        there = self._there
        if subject not in there:
            return {}
        ways = {
            goal: way_to(goal, subject, self.on.schema, there)
            for goal in OWNERS
            if goal in self.on.schema.record_types and goal != subject
        }
        return {goal: way for goal, way in ways.items() if way is not None}

    def persons_of_clients(self) -> Mapping[str, str]:
        """The person that each client is, by client; nothing where there are no clients."""
        if CLIENT not in self._there:
            return {}
        person = nodes.CodeField(nodes.Variable(CLIENT, CASE), "person_id")
        return {key: told[PERSON] for key, told in self._keys(ClientRow, {PERSON: person}).items()}

    def ids(self) -> frozenset[str]:
        """The ids of all records there are."""
        if isinstance(self.on, Records):
            by_type = self.on.by_type.values()
            return frozenset(each.id for records in by_type for each in records)
        return frozenset(
            str(key)
            for frame in self.on.frames.values()
            for (key,) in frame.select("id").collect().iter_rows()
        )

    @property
    def _there(self) -> Mapping[str, object]:
        """The types of which there are data."""
        on = self.on
        return on.schema.record_types if isinstance(on, Records) else on.frames

    def _owners(self, table: FactsTable) -> Mapping[str, Mapping[str, str]]:
        ways = self.ways(table)
        return self._keys(table.subject, ways) if ways else {}

    def _keys(
        self, row: type[Row], values: Mapping[str, nodes.CodeNode]
    ) -> Mapping[str, Mapping[str, str]]:
        """Keys to which ways lead, by record; a way that leads nowhere is left out."""
        asked = Asked(row=row, table=None, among=all_of(), truths={}, values=values)
        found = asked.found(self.on, self.parameters, known_on=self.known_on)
        return {
            each.id: {
                name: key for name, key in each.values.items() if isinstance(key, str) and key
            }
            for each in found
        }
