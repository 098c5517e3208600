"""What is asked of an extract: which columns, how coarse, and in how large a crowd."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr.schema import Field
from inclusion_core.extracts.coarsening import Coarseness
from inclusion_core.extracts.errors import ExtractRefusedError
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import FieldKind

__all__ = ["Plan"]

NOTHING: Mapping[str, int] = {}


@attrs.frozen(kw_only=True)
class Plan:
    """What is asked of an extract; columns are named as the facts tables name them.

    What is said of a column holds in every table that has one of that name.

    Attributes:
        without: Columns that are left out.
        sensitive: Columns of special categories of personal data that the research needs; the
            others of that kind are left out.
        days: How exactly days are told.
        days_of: The same for single columns.
        since: The day from which all other days are counted: they become numbers of days.
        most: The largest number told in a column; larger ones are told as this.
        groups: Groups in place of codes, by column and code; any other code becomes ``other``.
        within: The day that must lie in the period, or may; other rows are left out.
        identifying: Columns by which somebody could be known; empty takes all codes, days and
            numbers that are told.
        least: How many persons must be alike in them.
        enforced: Whether cells and rows are removed until so many are; else it is only counted.
    """

    without: tuple[str, ...] = ()
    sensitive: tuple[str, ...] = ()
    days: Coarseness = Coarseness.DAY
    days_of: Mapping[str, Coarseness] = attrs.field(factory=dict[str, Coarseness])
    since: str = ""
    most: Mapping[str, int] = NOTHING
    groups: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict[str, Mapping[str, str]])
    within: str = ""
    identifying: tuple[str, ...] = ()
    least: int = 10
    enforced: bool = False

    def __attrs_post_init__(self) -> None:
        if self.least < 2:
            raise ExtractRefusedError("among fewer than two persons nobody is hidden")

    def coarseness(self, column: str) -> Coarseness:
        """How exactly the days of a column are told."""
        return self.days_of.get(column, self.days)

    def check(self, tables: Iterable[FactsTable]) -> None:
        """Look whether every column that is named is there, and of the right kind.

        Raises:
            UnknownNameError: A name is of no column of any of the tables.
            ExtractRefusedError: What is asked of a column cannot be done with what it holds, or it
                is to be left out as well.
        """
        fields = _fields(tables)
        for name, kinds in self._asked():
            if name not in fields:
                raise UnknownNameError("column of these tables", name, fields)
            if kinds and fields[name].kind not in kinds:
                raise ExtractRefusedError(f"{name} holds no {kinds[0].value}")
        for name in sorted({*self.identifying, self.since} & {*self.without}):
            raise ExtractRefusedError(f"{name} is left out; it cannot be counted by, or from")

    def _asked(self) -> Iterator[tuple[str, tuple[FieldKind, ...]]]:
        """Every name, and what its column must hold; nothing where that does not matter."""
        for name in (*self.without, *self.sensitive, *self.identifying):
            yield name, ()
        for name in (*self.days_of, *filter(None, (self.since, self.within))):
            yield name, (FieldKind.DAY,)
        for name in self.most:
            yield name, (FieldKind.NUMBER,)
        for name in self.groups:
            yield name, (FieldKind.CODE,)


def _fields(tables: Iterable[FactsTable]) -> dict[str, Field]:
    """The fields of all tables by name, but their ids."""
    return {
        name: field
        for table in tables
        for name, field in table.record_type.fields.items()
        if name != "id"
    }
