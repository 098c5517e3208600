"""An extract: facts tables under pseudonyms, what was done to them, and who could be known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from datetime import date

import attrs

from inclusion_core.extracts.anonymity import TableRisk, crowds
from inclusion_core.extracts.lines import Joined, Line
from inclusion_core.extracts.pseudonyms import Purpose
from inclusion_core.extracts.tabular import frame_of
from inclusion_core.extracts.words import Change
from inclusion_core.facts.dictionary import ColumnMeaning
from inclusion_core.facts.table import FactsTable
from inclusion_core.periods import Period

__all__ = ["Extract", "ExtractTable", "JointRisk"]


@attrs.frozen(kw_only=True)
class ExtractTable:
    """A facts table in an extract.

    Attributes:
        table: The facts table.
        columns: The columns, in order; the pseudonym of the row is the first.
        lines: The rows, in the order of their pseudonyms.
        changes: What was done to which column, and why.
        identifying: The columns by which somebody could be known, as the extract names them.
        before: Who could be known before cells and rows were removed.
        risk: Who can be known now.
        asks_period: Whether the period takes part in any column.
        persons_known: Whether it is told which person a row is about; else each row counts as one.
    """

    table: FactsTable
    columns: tuple[ColumnMeaning, ...]
    lines: tuple[Line, ...] = attrs.field(repr=False)
    changes: tuple[Change, ...]
    identifying: tuple[str, ...]
    before: TableRisk
    risk: TableRisk
    asks_period: bool
    persons_known: bool

    @property
    def name(self) -> str:
        """What its files are called."""
        return self.table.record_type.name

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows by the Arrow stream interface, which Polars, DuckDB and others take as it is."""
        return frame_of(self).__arrow_c_stream__(requested_schema)

    def told(self) -> Iterator[tuple[Line, Hashable]]:
        """The rows, each with what it tells by which somebody could be known."""
        names = [each.name for each in self.columns]
        places = [names.index(each) for each in self.identifying]
        for line in self.lines:
            yield line, (self.table.id, *(line.cells[at] for at in places))


@attrs.frozen(kw_only=True)
class JointRisk:
    """Who could be known by all rows of all tables together, as far as pseudonyms join them.

    Attributes:
        persons: How many persons there are.
        unique: Those of whom nobody else has the same rows.
        few: Those whose rows fewer persons have than asked for, these among them.
    """

    persons: int
    unique: int
    few: int


@attrs.frozen(kw_only=True)
class Extract:
    """Facts tables that can be given to research.

    Attributes:
        purpose: For what the pseudonyms hold.
        known_on: What was recorded by this day is in it.
        period: The period asked for; ``None`` where none was.
        versions: The distributions that brought the tables, with their versions.
        least: How many persons must be alike.
        enforced: Whether cells and rows were removed until so many were.
        tables: The tables.
        joined: Persons who have had other pseudonyms, or may have; for a project alone.
    """

    purpose: Purpose
    known_on: date
    period: Period | None
    versions: tuple[tuple[str, str], ...]
    least: int
    enforced: bool
    tables: tuple[ExtractTable, ...]
    joined: tuple[Joined, ...] = ()

    @property
    def joint_risk(self) -> JointRisk:
        """Who could be known by all that is told of them."""
        profiles: defaultdict[str, Counter[Hashable]] = defaultdict(Counter)
        told: list[tuple[str, Hashable]] = []
        for table in self.tables:
            for line, key in table.told():
                if line.joined:
                    profiles[line.person][key] += 1
                else:
                    told.append((line.person, key))
        told += [(person, frozenset(keys.items())) for person, keys in profiles.items()]
        smallest: dict[str, int] = {}
        for (person, _), size in zip(told, crowds(told), strict=True):
            smallest[person] = min(size, smallest.get(person, size))
        return JointRisk(
            persons=len(smallest),
            unique=sum(size == 1 for size in smallest.values()),
            few=sum(size < self.least for size in smallest.values()),
        )
