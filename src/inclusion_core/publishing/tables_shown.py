"""Tables that anybody may see: a report whose numbers are rows for a data frame too."""

from __future__ import annotations

from typing import Any

import attrs

from inclusion_core.frames import handing_over
from inclusion_core.frames.handing_over import Columns, Kind
from inclusion_core.metrics.tally import NoCode
from inclusion_core.publishing.releases.release import HIDDEN, Number, numbers_once
from inclusion_core.publishing.releases.told import numbers_of
from inclusion_core.reports.report import Report

__all__ = ["SafeTables"]


@attrs.frozen(kw_only=True)
class SafeTables(Report):
    """A protected report, and what it tells number by number.

    It is a report like any other, which a notebook shows and every format can write; and a table,
    by the Arrow stream interface: ``polars.DataFrame(tables)``, ``pyarrow.table(tables)``.
    """

    @classmethod
    def of(cls, report: Report) -> SafeTables:
        """The tables of a report that is protected already."""
        return cls(**{each.name: getattr(report, each.name) for each in attrs.fields(Report)})

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Its numbers, each once, whether they are shown or hidden."""
        return numbers_once(numbers_of(self))

    @property
    def columns(self) -> Columns:
        """A row for each number, as columns.

        ``metric``; ``axis`` and ``code``, empty for all; ``shows``, which is ``figure``,
        ``unknown`` or ``open``; ``value``, null where it is hidden; and ``hidden``.
        """
        numbers = self.numbers
        counts = [number.count for number in numbers]
        values = [None if number.value is HIDDEN else number.value for number in numbers]
        kind = Kind.COUNT if all(isinstance(v, int | None) for v in values) else Kind.NUMBER
        return {
            "metric": (Kind.TEXT, [count.metric for count in counts]),
            "axis": (
                Kind.TEXT,
                ["+".join(axis for axis, _ in count.groups) for count in counts],
            ),
            "code": (
                Kind.TEXT,
                [
                    "+".join(_code(code) for _, codes in count.groups for code in codes)
                    for count in counts
                ],
            ),
            "shows": (Kind.TEXT, [count.shows.value for count in counts]),
            "value": (kind, values),
            "hidden": (Kind.FLAG, [value is None for value in values]),
        }

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        return handing_over.dicts(self.columns)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows by the Arrow stream interface, which Polars, DuckDB and others take as it is."""
        return handing_over.arrow_stream(self.columns, requested_schema)


def _code(group: str | NoCode) -> str:
    return group if isinstance(group, str) else group.value
