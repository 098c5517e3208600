"""A report form: sections over metrics, declared once; filling it in gives a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from logging import getLogger

import attrs

from inclusion_core.disclosure.threshold import THRESHOLD, Threshold
from inclusion_core.errors import DeclarationError, SchemaError
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.assumption import Assumption, assumed
from inclusion_core.facts.moments import report_days
from inclusion_core.facts.table import FactsTable
from inclusion_core.metrics.figures import Figure, Figures, broken_inequalities
from inclusion_core.metrics.gaps import Gaps
from inclusion_core.metrics.metric import Axis, Metric, each_once
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData, rows_of
from inclusion_core.reports.filling import filled_in
from inclusion_core.reports.filling.assumptions import assumptions_once, assumptions_section
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.filling.inequalities import broken_section
from inclusion_core.reports.filling.spending import OperationSpending, spending_of
from inclusion_core.reports.lineage.lineage import Lineage
from inclusion_core.reports.report import Provenance, Report, Section
from inclusion_core.reports.sentences.declared import check_sentences
from inclusion_core.reports.sentences.sentence import Sentence
from inclusion_core.reports.tables import (
    BreakdownTable,
    CrossTable,
    FigureTable,
    GapsTable,
    InequalityTable,
    ListColumn,
    ListTable,
    MoneyTable,
    Pair,
    PairTable,
    RateTable,
    TableForm,
    TargetTable,
    axes_of,
    metrics_of,
)
from inclusion_core.reports.tables.axes import is_about
from inclusion_core.sources import Source
from inclusion_core.texts import Text, period_text
from inclusion_core.wire import SCHEMA_VERSION

__all__ = [
    "BreakdownTable",
    "CrossTable",
    "FigureTable",
    "GapsTable",
    "InequalityTable",
    "ListColumn",
    "ListTable",
    "MoneyTable",
    "Pair",
    "PairTable",
    "RateTable",
    "ReportForm",
    "SectionForm",
    "TableForm",
    "TargetTable",
]

_LOG = getLogger("inclusion_core.reports")


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
        programme: Id of the programme that it reports on; empty for a form of a whole fund.
        title: Title of the report.
        subtitle: Of what and for when.
        sections: Its parts.
        notes: What holds for the whole report.
        sources: What it rests on, besides the sources of what stands in its tables.
        threshold: From how many persons and households on its figures may be published.
        sentences: What is published of its figures in words; see
            :mod:`~inclusion_core.reports.sentences.telling`.

    Raises:
        DeclarationError: Two of its metrics, assumptions or axes differ and have the same id; or a
            sentence cannot be told from what it counts.
    """

    id: str
    programme: str = ""
    title: Text
    subtitle: Text
    sections: tuple[SectionForm, ...]
    notes: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = ()
    threshold: Threshold = THRESHOLD
    sentences: tuple[Sentence, ...] = ()

    def __attrs_post_init__(self) -> None:
        check_sentences(self.sentences, each_once(self._asked()))
        assumptions_once(self._taken_for_granted())
        for _, by in self._together():
            if len({axis.id for axis in by}) < len(by):
                ids = sorted(axis.id for axis in by)
                problem = f"two axes that differ have one id: {', '.join(ids)}"
                raise DeclarationError("report", self.id, problem)

    @property
    def tables(self) -> tuple[TableForm, ...]:
        """The tables of all sections."""
        return tuple(table for section in self.sections for table in section.tables)

    @property
    def lists_persons(self) -> bool:
        """Whether it has rows about single persons: what it is filled in to is not for the public.

        See :attr:`~inclusion_core.reports.report.Report.lists_persons`.
        """
        return any(isinstance(table, ListTable | GapsTable) for table in self.tables)

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """Every metric that it asks for, once."""
        return each_once(self._asked())

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """What its metrics, gaps, lists and their facts tables take for granted, ordered by id."""
        return assumptions_once(self._taken_for_granted())

    @property
    def facts_tables(self) -> tuple[FactsTable, ...]:
        """The facts tables whose rows it counts or looks at, ordered by id."""
        counted = [metric.table for metric in self.metrics if metric.table is not None]
        by_id = {table.id: table for table in (*counted, *self._looked_at())}
        return tuple(by_id[key] for key in sorted(by_id))

    def filled_in(
        self,
        data: ReportData,
        *,
        period: Period,
        status_day: date,
        versions: Sequence[tuple[str, str]] = (),
        assumptions: Mapping[str, int] = {},
    ) -> Report:
        """The report for a period.

        Figures that break an official inequality are shown all the same; the report then says so
        first of all, and is :attr:`~inclusion_core.reports.report.Report.broken`. What the data
        hold no records of is marked as not collected; it is not zero.

        Args:
            data: What is counted.
            period: The period reported on.
            status_day: The day that "now" stands for; mostly the day after which it is written.
            versions: Distributions that take part, with their versions.
            assumptions: What to take for granted other than by default, by id.

        Raises:
            AssumptionError: An assumption cannot have such a value, or the form makes no such one.
            DeclarationError: The period has no last day, or a metric counts more than the one that
                it is part of: one of the two is then declared wrongly.
            SchemaError: There is no table of anything that the form is about.
            SlotError: A text has a slot that a report does not fill.
        """
        told = {"event": "report.begun", "form": self.id, "records": data.records}
        _LOG.debug("report %(form)s: begun, from %(records)d records", told, extra=told)
        given = self._given(data, period, status_day, assumptions)
        data = data.with_facts(self._asked_again(), given)
        found = Found(
            figures=self._counted(data, given),
            gaps={
                table.id: data.gaps(table.gaps, given, most=table.most)
                for table in self.tables
                if isinstance(table, GapsTable) and data.holds(table.gaps)
            },
            money={
                table.id: spent
                for table in self.tables
                if isinstance(table, MoneyTable)
                and (spent := _spent(table, data, period)) is not None
            },
            targets=data.targets,
            status_day=status_day,
            lists={
                table.id: data.listed(table, given)
                for table in self.tables
                if isinstance(table, ListTable) and data.holds(table)
            },
            slots={"period": period_text(period), "status_day": status_day},
        )
        checks = [table for table in self.tables if isinstance(table, InequalityTable)]
        report = Report(
            id=self.id,
            title=found.filled(self.title),
            subtitle=found.filled(self.subtitle),
            sections=(
                *broken_section(checks, found),
                *(_section(section, found) for section in self.sections),
                *assumptions_section(self.assumptions, given, found),
            ),
            notes=tuple(found.filled(note) for note in self.notes),
            sources=tuple(dict.fromkeys((*self.sources, *self._cited()))),
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
        done = {"event": "report.filled_in", "form": self.id, "broken": report.broken}
        _LOG.info("report %(form)s: filled in", done, extra=done)
        return report

    def lineage(
        self,
        data: ReportData,
        *,
        period: Period,
        status_day: date,
        assumptions: Mapping[str, int] = {},
    ) -> Lineage:
        """Who is behind each number of the report that it is filled in to, with the same arguments.

        It names single persons by their ids, and is for those who may see them.

        Args:
            data: What is counted.
            period: The period reported on.
            status_day: The day that "now" stands for.
            assumptions: What to take for granted other than by default, by id.

        Raises:
            AssumptionError: An assumption cannot have such a value, or the form makes no such one.
            DeclarationError: The period has no last day.
            SchemaError: There is no table of anything that the form is about.
        """
        return Lineage(
            metrics={metric.id: metric for metric in self.metrics},
            axes={metric.id: by for metrics, by in self._together() for metric in metrics},
            data=data,
            parameters=self._given(data, period, status_day, assumptions),
        )

    def _given(
        self, data: ReportData, period: Period, status_day: date, assumptions: Mapping[str, int]
    ) -> Parameters:
        """What everything that it counts is given."""
        self._check_held(data)
        return assumed(report_days(period, status_day), self.assumptions, assumptions)

    def _asked_again(self) -> Iterator[FactsTable]:
        """The facts tables that more than one question is asked of, one after another."""
        asked = [metrics[0].table for metrics, _ in self._together()]
        asked += self._looked_at()
        for table in self.facts_tables:
            if sum(each == table for each in asked) > 1:
                yield table

    def _looked_at(self) -> Iterator[FactsTable]:
        """The facts tables whose rows are looked at one by one, for each table that does so."""
        for each in self.tables:
            if isinstance(each, GapsTable):
                yield each.gaps.table
            elif isinstance(each, ListTable) and each.table is not None:
                yield each.table

    def _asked(self) -> Iterator[Metric]:
        for table in self.tables:
            yield from metrics_of(table)

    def _taken_for_granted(self) -> Iterator[Assumption]:
        for metric in self._asked():
            yield from metric.all_assumptions
        for table in self.tables:
            if isinstance(table, GapsTable):
                yield from table.gaps.all_assumptions
            elif isinstance(table, ListTable):
                yield from table.all_assumptions

    def _together(self) -> Iterator[tuple[tuple[Metric, ...], tuple[Axis, ...]]]:
        """The metrics about each kind of subject, and by what any of them is broken down."""
        by: dict[str, list[Axis]] = defaultdict(list)
        for table in self.tables:
            for metric in metrics_of(table):
                its_axes = (axis for axis in axes_of(table) if is_about(axis, metric))
                by[metric.subject.record_type] += its_axes
        for subject, axes in by.items():
            its = tuple(each for each in self.metrics if each.subject.record_type == subject)
            yield its, _axes_once(axes)

    def _check_held(self, data: ReportData) -> None:
        """Look whether the data hold anything of it: a wrong register would give no figure."""
        asked: list[Metric | Gaps | ListTable] = [*self.metrics]
        asked += [table.gaps for table in self.tables if isinstance(table, GapsTable)]
        asked += [table for table in self.tables if isinstance(table, ListTable)]
        if asked and not any(data.holds(each) for each in asked):
            problem = "there is no table of it, and this report is about it"
            raise SchemaError(rows_of(asked[0]), problem)

    def _counted(self, data: ReportData, parameters: Parameters) -> Figures:
        """The figures of all metrics: those about one kind of subject in one go."""
        found: dict[str, Figure] = {}
        for metrics, by in self._together():
            held = [metric for metric in metrics if data.holds(metric)]
            found |= data.count(held, parameters, by=by).by_id
        figures = Figures(found)
        for part, whole in broken_inequalities(figures):
            raise DeclarationError("metric", part, f"counts more than {whole}, which it is part of")
        return figures

    def _cited(self) -> Iterator[Source]:
        """The sources of all that stands in its tables, then those of what is assumed."""
        yield from (metric.source for metric in self.metrics)
        for table in self.tables:
            match table:
                case RateTable():
                    yield from (rate.source for rate in table.rates)
                case InequalityTable():
                    yield from (inequality.source for inequality in table.inequalities)
                case GapsTable():
                    yield table.gaps.source
                case ListTable(source=Source() as source):
                    yield source
                case _:
                    pass  # of metrics alone
        yield from (assumption.source for assumption in self.assumptions)


def _spent(
    table: MoneyTable, data: ReportData, period: Period
) -> tuple[OperationSpending, ...] | None:
    return spending_of(data, period, operation_number=table.operation_number)


def _section(form: SectionForm, found: Found) -> Section:
    return Section(
        id=form.id,
        title=found.filled(form.title),
        paragraphs=tuple(found.filled(paragraph) for paragraph in form.paragraphs),
        tables=tuple(table for each in form.tables for table in filled_in(each, found)),
    )


def _axes_once(axes: Iterable[Axis]) -> tuple[Axis, ...]:
    """Each axis once, in the order in which they are first asked for."""
    kept: list[Axis] = []
    for axis in axes:
        if axis not in kept:
            kept.append(axis)
    return tuple(kept)
