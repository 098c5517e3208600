"""Extracts made: rows taken, ids replaced, columns treated, crowds counted and made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from logging import getLogger

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.schema import Schema
from inclusion_core.extracts import words
from inclusion_core.extracts.anonymity import Row, TableRisk, risk, suppressed
from inclusion_core.extracts.cells import REMOVED, Cell
from inclusion_core.extracts.errors import ExtractRefusedError, RawIdError
from inclusion_core.extracts.extract import Extract, ExtractTable
from inclusion_core.extracts.joining import parted
from inclusion_core.extracts.keys import Keys
from inclusion_core.extracts.lines import Line
from inclusion_core.extracts.origins import nodes_of
from inclusion_core.extracts.plan import Plan
from inclusion_core.extracts.pseudonyms import Pseudonyms
from inclusion_core.extracts.taking import Source, Taken
from inclusion_core.extracts.treatments import Treatment, treatments
from inclusion_core.extracts.words import Change
from inclusion_core.facts.table import FactsTable
from inclusion_core.periods import Period
from inclusion_core.texts import Text
from inclusion_core.truth import Truth
from inclusion_core.values import (
    ABSENT,
    ANY_DAY,
    LAST_DAY,
    NO_DAY,
    DaySpan,
    PartialDay,
    between,
    day_span,
)
from inclusion_core.vocabulary import Vocabulary

__all__ = ["Maker"]

_LOG = getLogger("inclusion_core.extracts")

DAYS = frozenset({"period_first_day", "period_last_day", "status_day"})


@attrs.frozen(kw_only=True)
class Maker:
    """Makes extracts.

    Attributes:
        schema: All record types of which facts tables are worked out.
        vocabulary: What fields and codes are called.
        pseudonyms: What stands for ids.
        plan: What is asked of the extract.
        period: The period asked for; ``None`` where none is.
    """

    schema: Schema = attrs.field(repr=False)
    vocabulary: Vocabulary = attrs.field(repr=False)
    pseudonyms: Pseudonyms
    plan: Plan
    period: Period | None = None

    def extract(
        self,
        tables: Sequence[FactsTable],
        source: Source,
        *,
        versions: tuple[tuple[str, str], ...] = (),
    ) -> Extract:
        """The extract of facts tables.

        Args:
            tables: The tables.
            source: From what they are taken.
            versions: The distributions that brought them, with their versions.

        Raises:
            UnknownNameError: The plan names a column that none of the tables has.
            ExtractRefusedError: What is asked of a column cannot be done.
            RawIdError: A column of codes holds ids of records.
        """
        self.plan.check(tables)
        if self.plan.within and self.period is None:
            raise ExtractRefusedError(f"say in which period {self.plan.within} must lie")
        made = tuple(self._table(each, source) for each in tables)
        if self.plan.enforced:
            made = parted(made, self.pseudonyms, self.plan.least)
        told = {
            "event": "extract.made",
            "tables": len(made),
            "rows": sum(len(each.lines) for each in made),
        }
        _LOG.info("an extract of %(tables)d tables with %(rows)d rows is made", told, extra=told)
        persons = {line.person for table in made for line in table.lines if line.joined}
        return Extract(
            purpose=self.pseudonyms.purpose,
            known_on=source.known_on,
            period=self.period,
            versions=versions,
            least=self.plan.least,
            enforced=self.plan.enforced,
            tables=made,
            joined=tuple(Keys(self.pseudonyms).joined(source, persons)),
        )

    def _table(self, table: FactsTable, source: Source) -> ExtractTable:
        treated = treatments(table, self.plan, self.schema, self.vocabulary, self.pseudonyms)
        all_rows = source.rows(table)
        rows = [each for each in all_rows if self._may_be_within(table, each)]
        keys = Keys(self.pseudonyms, of_households=not self.plan.enforced)
        columns = (*keys.columns(table, source), *treated.columns)
        lines = [
            Line(person=keys.whose(table, row), cells=tuple(each.told(row) for each in columns))
            for row in rows
        ]
        _check_codes(table, columns, lines, source)
        outside = tuple(_outside_list(columns, lines))
        counted = self._identifying(treated.columns)
        named = [each.name for each in columns]
        places = [named.index(each) for each in counted]
        before = self._risk(lines, counted, places)
        lines, removed = self._enforced(lines, counted, places)
        return ExtractTable(
            table=table,
            columns=tuple(each.meaning for each in columns),
            lines=tuple(sorted(lines, key=lambda each: str(each.cells[0]))),
            changes=(
                *(change for each in columns for change in each.changes),
                *keys.left_out(table, source),
                *treated.left_out,
                *outside,
                *_rows_left_out(len(all_rows) - len(rows), words.OUTSIDE_PERIOD),
                *removed,
            ),
            identifying=counted,
            before=before,
            risk=self._risk(lines, counted, places),
            asks_period=_asks_period(table),
            persons_known=keys.are_of_persons(table, source),
        )

    def _may_be_within(self, table: FactsTable, row: Taken) -> bool:
        """Whether a row may belong into the period; one of which that is not known does."""
        period, within = self.period, self.plan.within
        if period is None or within not in table.columns:
            return True
        ends = _on(period.first_day), _on(period.last_day or LAST_DAY)
        return between(ends[0], _span(row.cells[within]), ends[1]) is not Truth.NO

    def _identifying(self, columns: Iterable[Treatment]) -> tuple[str, ...]:
        asked = self.plan.identifying
        return tuple(
            each.name for each in columns if (each.field in asked if asked else not each.is_key)
        )

    def _risk(
        self, lines: Iterable[Line], columns: Sequence[str], places: Sequence[int]
    ) -> TableRisk:
        return risk(_rows(lines, places), columns, self.plan.least)

    def _enforced(
        self, lines: list[Line], columns: Sequence[str], places: Sequence[int]
    ) -> tuple[list[Line], tuple[Change, ...]]:
        """The lines in crowds that are large enough, and what was removed for it."""
        if not self.plan.enforced:
            return lines, ()
        why = words.TOO_FEW.filled(least=self.plan.least)
        found = suppressed(_rows(lines, places), self.plan.least)
        kept = [_replaced(lines[at], places, cells) for at, cells in found.kept.items()]
        removed = zip(columns, found.removed, strict=False)  # of no rows nothing is removed
        return kept, (
            *(_cells_removed(name, cells, why) for name, cells in removed if cells),
            *_rows_left_out(len(found.dropped), why),
        )


def _rows(lines: Iterable[Line], places: Sequence[int]) -> list[Row]:
    return [Row(each.person, tuple(each.cells[at] for at in places)) for each in lines]


def _replaced(line: Line, places: Sequence[int], cells: Sequence[Cell]) -> Line:
    now = list(line.cells)
    for at, cell in zip(places, cells, strict=True):
        now[at] = cell
    return attrs.evolve(line, cells=tuple(now))


def _on(day: date) -> DaySpan:
    return DaySpan(day, day)


def _span(cell: Cell) -> DaySpan:
    """The interval in which the day of a cell lies."""
    if isinstance(cell, date | PartialDay):
        return day_span(cell)
    return NO_DAY if cell is ABSENT else ANY_DAY


def _check_codes(
    table: FactsTable, columns: Sequence[Treatment], lines: Sequence[Line], source: Source
) -> None:
    """Look whether a code is an id: what no declaration says, the data may show.

    Raises:
        RawIdError: One is.
    """
    places = [at for at, each in enumerate(columns) if each.open_codes]
    if not places:
        return
    ids = source.ids()
    for at in places:
        if any(line.cells[at] in ids for line in lines):
            raise RawIdError(table.id, columns[at].field)


def _outside_list(columns: Sequence[Treatment], lines: Sequence[Line]) -> Iterator[Change]:
    for at, each in enumerate(columns):
        cells = sum(line.cells[at] == REMOVED for line in lines)
        if cells:
            yield _cells_removed(each.name, cells, words.OUTSIDE_LIST)


def _cells_removed(column: str, cells: int, why: Text) -> Change:
    return Change(column, words.CELLS_REMOVED.filled(cells=cells), why)


def _rows_left_out(rows: int, why: Text) -> Iterator[Change]:
    if rows:
        yield Change("", words.ROWS_LEFT_OUT.filled(rows=rows), why)


def _asks_period(table: FactsTable) -> bool:
    """Whether any column looks at the days of a report."""
    found = (node for name in table.columns for node in nodes_of(table, name))
    return any(isinstance(each, nodes.DayParameter) and each.name in DAYS for each in found)
