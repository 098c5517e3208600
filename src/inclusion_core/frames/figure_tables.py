"""The figures of several metrics as a table: looked up by id, or tidy rows for a dataframe."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from typing import TYPE_CHECKING, Any

import attrs

from inclusion_core.errors import UnknownNameError
from inclusion_core.frames import handing_over
from inclusion_core.frames.asking import Asked
from inclusion_core.frames.errors import AmbiguousCodeError
from inclusion_core.frames.figure_rows import FigureRow, figure_rows
from inclusion_core.frames.figures_shown import figures_shown
from inclusion_core.frames.handing_over import Columns, Kind
from inclusion_core.metrics.figures import Figure, Figures
from inclusion_core.metrics.metric import Axis, Measure
from inclusion_core.metrics.rate import Share
from inclusion_core.metrics.tally import Group, NoCode, Tally, ordered_cells
from inclusion_core.pages.fragment import Fragment
from inclusion_core.texts import Language, LanguageCode

if TYPE_CHECKING:
    import duckdb
    import polars as pl

__all__ = ["FigureTable"]


@attrs.frozen(kw_only=True)
class FigureTable:
    """Figures, and what was asked for them.

    A cell in which some figure has anybody is there for all of them, so that 0 is a figure: it was
    looked, and there is nobody. Nothing is hidden, merged or rounded here: there is **no disclosure
    control**, and a cell with few persons in it may not be published as it stands.

    Attributes:
        figures: By metric id.
        axes: By what they are broken down.
        asked: Period, days and assumptions, by which the same can be asked again.
    """

    figures: Figures = attrs.field(repr=lambda figures: repr(list(figures.by_id)))
    axes: tuple[Axis, ...]
    asked: Asked

    def __getitem__(self, key: str) -> Figure:
        """The figure of a metric, by its id or by the official code at the end of it, ``CO02``.

        Raises:
            UnknownNameError: There is none; near names are listed.
            AmbiguousCodeError: Several metrics have this code.
        """
        ids = self.figures.by_id
        if key in ids:
            return self.figures[key]
        coded = [each for each in ids if _code(each) == key.upper()]
        if len(coded) > 1:
            raise AmbiguousCodeError(key, coded)
        if not coded:
            raise UnknownNameError("figure", key, (*ids, *map(_code, ids)))
        return self.figures[coded[0]]

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.figures)

    def share_of(self, part: str, whole: str) -> Share:
        """What part of those that one metric counts another one counts; ids or official codes.

        Raises:
            UnknownNameError: There is no such figure.
            DeclarationError: The two are no part and whole.
        """
        return self[part].share_of(self[whole])

    def by(self, *axes: str) -> FigureTable:
        """The same figures broken down by fewer axes; by none, the totals.

        Raises:
            UnknownNameError: They are not broken down by one of them.
        """
        by_id = {axis.id: axis for axis in self.axes}
        for name in axes:
            if name not in by_id:
                raise UnknownNameError("axis", name, by_id)
        kept = tuple(by_id[name] for name in axes)
        figures = {
            figure.metric.id: attrs.evolve(
                figure, axes=kept, cells=figure.by(*axes) if axes else {}
            )
            for figure in self
        }
        return attrs.evolve(self, figures=Figures(figures), axes=kept)

    def shown(self, language: LanguageCode) -> Fragment:
        """The figures in one language, for a notebook; by itself it shows them in English."""
        return figures_shown(self.figures, self.rows(), self.axes, language)

    def _repr_html_(self) -> str:
        return self.shown(Language.EN).html

    def rows(self) -> tuple[FigureRow, ...]:
        """A row for each metric, in each cell; in the order of the metrics, then of the codes."""
        return figure_rows(self.figures, self.cells, self.axes)

    @property
    def cells(self) -> tuple[tuple[Group, ...], ...]:
        """The cells in which any figure has anybody; the one of all, where there are no axes."""
        if not self.axes:
            return ((),)
        found: dict[tuple[Group, ...], Tally] = {}
        for figure in self:
            found |= figure.cells
        return tuple(ordered_cells(found))

    @property
    def columns(self) -> Columns:
        """The rows as columns, each with what it holds.

        Beside the column ``x`` of an axis stands ``x_unknown``; a subject that has no code, and is
        known to have none, is where ``x`` is null and ``x_unknown`` is false.
        """
        rows = self.rows()
        found: dict[str, tuple[Kind, list[Any]]] = {
            "metric": (Kind.TEXT, [row.metric for row in rows])
        }
        for place, axis in enumerate(self.axes):
            codes = [row.codes[place] for row in rows]
            found[axis.id] = (Kind.TEXT, [c if isinstance(c, str) else None for c in codes])
            found[f"{axis.id}_unknown"] = (Kind.FLAG, [c is NoCode.UNKNOWN for c in codes])
        for name in ("counted", "unknown", "open", "asked"):
            found[name] = (Kind.COUNT, [getattr(row, name) for row in rows])
        halves = any(figure.metric.measure is Measure.MEDIAN for figure in self)
        kind = Kind.NUMBER if halves else Kind.COUNT
        found["value"] = (kind, [row.value for row in rows])
        return found

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        return handing_over.dicts(self.columns)

    def to_polars(self) -> pl.DataFrame:
        """The rows as a Polars frame; raises MissingExtraError without Polars."""
        return handing_over.to_polars(self.columns)

    def to_pandas(self) -> Any:
        """The rows as a pandas frame with nullable kinds; raises MissingExtraError without it."""
        return handing_over.to_pandas(self.columns)

    def to_arrow(self) -> Any:
        """The rows as an Arrow table; raises MissingExtraError without pyarrow."""
        return handing_over.to_arrow(self.columns)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows by the Arrow stream interface, which Polars, DuckDB and others take as it is."""
        return handing_over.arrow_stream(self.columns, requested_schema)

    def to_duckdb(self, connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyRelation:
        """The rows as a relation on a connection; raises MissingExtraError without pyarrow."""
        return connection.from_arrow(self.to_arrow())

    def to_csv(self, path: str | PathLike[str]) -> None:
        """Write the rows to a CSV file: null is an empty cell, true and false are written so."""
        handing_over.to_csv(self.columns, path)


def _code(metric_id: str) -> str:
    """The official code of an indicator, ``CO02`` of ``esf.co02``."""
    return metric_id.rpartition(".")[2].upper()
