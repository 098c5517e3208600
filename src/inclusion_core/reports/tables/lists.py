"""Lists of persons: a row for each, and columns that a funder's layout asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import (
    CodeExpression,
    Condition,
    DayExpression,
    Handle,
    NumberExpression,
)
from inclusion_core.expr.rows import Row
from inclusion_core.facts.assumption import Assumption, check_assumed
from inclusion_core.facts.declaration import Declaration, node_of
from inclusion_core.facts.table import FactsTable
from inclusion_core.reports.asking import Asked
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv
from inclusion_core.vocabulary import Vocabulary

__all__ = ["ASKED", "KNOWN", "LISTED", "SETTLED", "ListColumn", "ListTable"]

NONE = lv("nav").en("none")

LISTED = "/listed"
"""Under this name it is asked whether a record is surely listed; ids of columns have no stroke."""
ASKED = "/asked"
"""After the id of a column: whether it is asked of the record."""
KNOWN = "/known"
"""After the id of a column: whether there is an answer."""
SETTLED = "/settled"
"""After the id of a column: whether its answer stands."""


def _node_or_none(handle: Condition | DayExpression | None) -> object:
    return None if handle is None else handle.node


@attrs.frozen(kw_only=True)
class ListColumn:
    """One column of a list.

    A day, code or number stands as things stand on the day up to which the data are known; where
    it is not known, the cell says why. A condition is a yes or a no only where it surely is one,
    as for a metric: what may still come is no *no*. A code of yes and no tells the reason too.

    Attributes:
        id: Names it inside the list.
        says: Its heading.
        shows: What stands in it: a day, a code, a number or a condition.
        asked_where: Of whom it is asked; of others it does not apply. ``None``: of everybody.
        known_where: Where this does not surely hold, the answer is not known: a list without a
            record says nothing of those who were never asked. ``None``: it always is.
        settled_on: The day at whose end it stands, such as the last day of the window in which a
            result may come. Before it has surely passed, the cell says so and nothing else.
        as_things_stand: Whether a condition is read as days are: as if nothing were to come.
        name: The words for a code of a list that is kept elsewhere; ``None`` shows the code.
        none: What stands there where it is known that there is none.
    """

    id: str
    says: Text
    shows: Handle = attrs.field(eq=node_of)
    asked_where: Condition | None = attrs.field(default=None, eq=_node_or_none)
    known_where: Condition | None = attrs.field(default=None, eq=_node_or_none)
    settled_on: DayExpression | None = attrs.field(default=None, eq=_node_or_none)
    as_things_stand: bool = False
    name: Callable[[str], Text] | None = None
    none: Text = NONE


@attrs.frozen(kw_only=True)
class ListTable:
    """A table with one row for each record for which a condition holds.

    It names single persons by their ids, so that a report with such a table is not for everybody:
    it says so itself (:attr:`~inclusion_core.reports.report.Report.lists_persons`). For how many
    the condition may hold besides is told in a note.

    Another layout is the same table with other columns: ``attrs.evolve(table, columns=...)``.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        row_heading: Heading over the ids.
        row: The handle class of the records that have a row each.
        table: The facts table whose rows they are; ``None`` where records are listed.
        among: Which of them are listed.
        columns: From left to right.
        in_order: Ids of the columns by which rows are ordered, before their own ids.
        different: Ids of columns that say together who or what: a note tells how many different
            ones there are among the rows.
        assumes: The numbers that it takes for granted.
        words: What codes are called, before the words of the facts table and of the core.
        source: Who asks for it; ``None`` where no text does.
        notes: What a reader must know.

    Raises:
        DeclarationError: Two columns have one id; a column that is named is not there; or an
            expression is about other records or takes an unnamed number for granted.
    """

    id: str
    title: Text
    row_heading: Text
    row: type[Row]
    table: FactsTable | None = None
    among: Condition = attrs.field(eq=node_of)
    columns: tuple[ListColumn, ...]
    in_order: tuple[str, ...] = ()
    different: tuple[tuple[str, ...], ...] = ()
    assumes: tuple[Assumption, ...] = ()
    words: Vocabulary | None = None
    source: Source | None = None
    notes: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        declared = Declaration(kind="table", id=self.id, subject=self.row)
        if self.table is not None and self.table.row is not self.row:
            raise declared.refused(f"the rows of {self.table.id} are of {self.table.row.__name__}")
        ids = [column.id for column in self.columns]
        if len(set(ids)) < len(ids):
            raise declared.refused("two columns have one id; rename one")
        for key in (*self.in_order, *(key for keys in self.different for key in keys)):
            if key not in ids:
                raise declared.refused(f"there is no column {key!r}")
        self._check(declared, "among", self.among, (Condition,), "a condition")
        for column in self.columns:
            self._check_column(declared, column)

    def _check_column(self, declared: Declaration, column: ListColumn) -> None:
        shown = (Condition, DayExpression, CodeExpression, NumberExpression)
        self._check(declared, column.id, column.shows, shown, "a day, code, number or condition")
        for condition in (column.asked_where, column.known_where):
            if condition is not None:
                self._check(declared, column.id, condition, (Condition,), "a condition")
        if column.settled_on is not None:
            self._check(declared, column.id, column.settled_on, (DayExpression,), "a day")

    def _check(
        self, declared: Declaration, name: str, handle: Handle, kinds: tuple[type, ...], said: str
    ) -> None:
        declared.check(name, handle, kinds, said, may_ask_what_is_known=True)
        check_assumed("table", self.id, handle.node, self.assumes)

    @property
    def all_assumptions(self) -> tuple[Assumption, ...]:
        """What is taken for granted, by the facts table too."""
        of_table = () if self.table is None else self.table.assumes
        return tuple({each.id: each for each in (*self.assumes, *of_table)}.values())

    def asked(self, known_on: date) -> Asked:
        """What is asked of each record: the columns by id, and what must be known to read them.

        Args:
            known_on: The day up to which the data are known.
        """
        truths: dict[str, Condition] = {LISTED: self.among}
        values: dict[str, nodes.Node] = {}
        for column in self.columns:
            if isinstance(column.shows, Condition) and not column.as_things_stand:
                truths[column.id] = column.shows
            else:
                values[column.id] = column.shows.node
            if column.asked_where is not None:
                truths[column.id + ASKED] = column.asked_where
            if column.known_where is not None:
                truths[column.id + KNOWN] = column.known_where
            if column.settled_on is not None:
                truths[column.id + SETTLED] = column.settled_on <= known_on
        return Asked(row=self.row, table=self.table, among=self.among, truths=truths, values=values)
