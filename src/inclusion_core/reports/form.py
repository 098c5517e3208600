"""A report form: sections over metrics, declared once; filling it in gives a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias, assert_never

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.facts.moments import report_days
from inclusion_core.metrics.figures import (
    Figure,
    Figures,
    Group,
    NoCode,
    Tally,
    broken_inequalities,
)
from inclusion_core.metrics.metric import Metric, each_once
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.report import Cell, Provenance, Report, Section, Table, TableRow
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv, period_text
from inclusion_core.wire import SCHEMA_VERSION

__all__ = ["BreakdownTable", "FigureTable", "ReportForm", "SectionForm", "TableForm"]

NUMBER = lv("Skaits").en("Number")
NOT_RECORDED = lv("nav").en("none")
NOT_KNOWN = lv("nav zināms").en("not known")


@attrs.frozen(kw_only=True)
class FigureTable:
    """A table with one row for each of several metrics.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        row_heading: Heading over the names of the metrics.
        metrics: In the order of the rows.
        notes: What a reader must know, besides the notes of the metrics.
    """

    id: str
    title: Text
    row_heading: Text
    metrics: tuple[Metric, ...]
    notes: tuple[Text, ...] = ()


@attrs.frozen(kw_only=True)
class BreakdownTable:
    """A table with one row for each code by which a metric is broken down, the largest first.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        metric: What is counted; it is broken down by a code.
        name: The name of a code.
        notes: What a reader must know, besides the notes of the metric.
    """

    id: str
    title: Text
    metric: Metric
    name: Callable[[str], Text]
    notes: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.metric.by is None:
            raise DeclarationError("table", self.id, f"{self.metric.id} is not broken down")


TableForm: TypeAlias = FigureTable | BreakdownTable


@attrs.frozen(kw_only=True)
class SectionForm:
    """A part of a form: paragraphs, then tables."""

    id: str
    title: Text
    paragraphs: tuple[Text, ...] = ()
    tables: tuple[TableForm, ...] = ()


@attrs.frozen(kw_only=True)
class ReportForm:
    """A form that is filled in from data.

    Every text in it, those of its metrics included, may have the slots ``period`` and
    ``status_day``; the names of codes are left as they are.

    Attributes:
        id: In the namespace of the distribution that declares it, ``sif.mentoring.interim``.
        programme: Id of the programme that it reports on.
        title: Title of the report.
        subtitle: Of what and for when.
        sections: Its parts.
        notes: What holds for the whole report.
        sources: What it rests on, besides the sources of its metrics.

    Raises:
        DeclarationError: Two of its metrics differ and have the same id.
    """

    id: str
    programme: str
    title: Text
    subtitle: Text
    sections: tuple[SectionForm, ...]
    notes: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = ()

    def __attrs_post_init__(self) -> None:
        each_once(self._asked())

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """Every metric that it asks for, once."""
        return each_once(self._asked())

    def _asked(self) -> Iterator[Metric]:
        for section in self.sections:
            for table in section.tables:
                yield from table.metrics if isinstance(table, FigureTable) else (table.metric,)

    def filled_in(
        self,
        data: ReportData,
        *,
        period: Period,
        status_day: date,
        versions: Sequence[tuple[str, str]] = (),
    ) -> Report:
        """The report for a period.

        Args:
            data: What is counted.
            period: The period reported on.
            status_day: The day that "now" stands for; mostly the day after which it is written.
            versions: Distributions that take part, with their versions.

        Raises:
            DeclarationError: The period has no last day, or a metric counts more than the one that
                it is part of: one of the two is then declared wrongly.
            SlotError: A text has a slot that a report does not fill.
        """
        figures = data.count(self.metrics, report_days(period, status_day))
        for part, whole in broken_inequalities(figures):
            raise DeclarationError("metric", part, f"counts more than {whole}, which it is part of")
        slots: dict[str, Text | date] = {"period": period_text(period), "status_day": status_day}
        return Report(
            id=self.id,
            title=_filled(self.title, slots),
            subtitle=_filled(self.subtitle, slots),
            sections=tuple(_section(section, figures, slots) for section in self.sections),
            notes=tuple(_filled(note, slots) for note in self.notes),
            sources=tuple(dict.fromkeys((*self.sources, *(m.source for m in self.metrics)))),
            provenance=Provenance(
                period=period,
                status_day=status_day,
                known_on=data.known_on,
                fingerprint=data.fingerprint,
                records=data.records,
                schema_version=SCHEMA_VERSION,
                versions=tuple(sorted(versions)),
            ),
        )


def _filled(text: Text, slots: Mapping[str, Text | date]) -> Text:
    return text.filled(**{name: slots[name] for name in text.slots & slots.keys()})


def _section(form: SectionForm, figures: Figures, slots: Mapping[str, Text | date]) -> Section:
    return Section(
        id=form.id,
        title=_filled(form.title, slots),
        paragraphs=tuple(_filled(paragraph, slots) for paragraph in form.paragraphs),
        tables=tuple(_table(table, figures, slots) for table in form.tables),
    )


def _table(form: TableForm, figures: Figures, slots: Mapping[str, Text | date]) -> Table:
    match form:
        case FigureTable():
            rows = [
                _figure_row(figures[metric.id], slots, part_of)
                for metric, part_of in zip(form.metrics, _parts(form.metrics), strict=True)
            ]
            heading, notes = form.row_heading, [n for m in form.metrics for n in m.notes]
        case BreakdownTable():
            rows = _breakdown_rows(form, figures[form.metric.id])
            axis = form.metric.by
            heading = axis.says if axis is not None else form.title
            notes = list(form.metric.notes)
        case _:
            assert_never(form)
    listed = dict.fromkeys((*form.notes, *notes))
    return Table(
        id=form.id,
        title=_filled(form.title, slots),
        row_heading=_filled(heading, slots),
        columns=(NUMBER,),
        rows=tuple(rows),
        notes=tuple(_filled(note, slots) for note in listed),
    )


def _parts(metrics: Sequence[Metric]) -> Iterator[str]:
    """For each metric the id of its whole, where that stands above it with only parts between."""
    above: list[str] = []
    for metric in metrics:
        while above and above[-1] != metric.part_of:
            above.pop()
        yield metric.part_of if above else ""
        above.append(metric.id)


def _figure_row(figure: Figure, slots: Mapping[str, Text | date], part_of: str) -> TableRow:
    return TableRow(
        id=figure.metric.id,
        heading=_filled(figure.metric.says, slots),
        cells=(Cell(value=figure.value, unknown=figure.unknown),),
        part_of=part_of,
    )


def _breakdown_rows(form: BreakdownTable, figure: Figure) -> list[TableRow]:
    """A row for each code, the largest figure first, those without a code last."""
    coded = [(code, tally) for code, tally in figure.groups.items() if isinstance(code, str)]
    coded.sort(key=lambda group: (-group[1].counted, group[0]))
    rest = [(code, tally) for code, tally in figure.groups.items() if isinstance(code, NoCode)]
    return [_group_row(*group, name=form.name(group[0])) for group in coded] + [
        _group_row(code, tally, name=_NO_CODE[code]) for code, tally in rest
    ]


_NO_CODE = {NoCode.ABSENT: NOT_RECORDED, NoCode.UNKNOWN: NOT_KNOWN}


def _group_row(group: Group, tally: Tally, *, name: Text) -> TableRow:
    return TableRow(
        id=group if isinstance(group, str) else group.value,
        heading=name,
        cells=(Cell(value=tally.counted, unknown=tally.unknown),),
    )
