"""Figures as a piece of HTML for a notebook: what is counted, and apart what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inclusion_core.frames.breaking_down import group_says
from inclusion_core.frames.figure_rows import FigureRow
from inclusion_core.metrics.explanations import words_of
from inclusion_core.metrics.figures import Figure
from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.pages.elements import element, on_lines
from inclusion_core.pages.fragment import LEFT, Fragment, plain_table
from inclusion_core.texts import Language, LanguageCode, lv

__all__ = ["figures_shown"]

NOT_PROTECTED = lv("Nekas nav slēpts: skaitļus par dažām personām nedrīkst publicēt.").en(
    "Nothing is hidden: numbers of few persons may not be published."
)
METRIC = lv("rādītājs").en("metric")
FIGURE = lv("skaitlis").en("figure")
UNKNOWN = lv("nav zināms").en("not known")
OPEN = lv("vēl nav zināms").en("not yet")
ASKED = lv("par cik jautāts").en("asked of")


def figures_shown(
    figures: Iterable[Figure],
    rows: Iterable[FigureRow],
    axes: Sequence[Axis],
    language: LanguageCode,
) -> Fragment:
    """A row for each metric, in each cell, in words."""
    says = (axis.says for axis in axes)
    headings = [each.in_(language) for each in (METRIC, *says, FIGURE, UNKNOWN, OPEN, ASKED)]
    metrics = {figure.metric.id: figure.metric for figure in figures}
    told = (_told(row, metrics[row.metric], axes, language) for row in rows)
    shown = plain_table(NOT_PROTECTED.in_(language), headings, told)
    return Fragment(element("div", on_lines(shown), lang=Language(language).value, style=LEFT))


def _told(
    row: FigureRow, metric: Metric, axes: Sequence[Axis], language: LanguageCode
) -> tuple[str | int, ...]:
    words = words_of(metric.table)
    groups = (
        group_says(axis, code, words).in_(language)
        for axis, code in zip(axes, row.codes, strict=True)
    )
    value = row.value if isinstance(row.value, int) else _amount(row.value)
    return metric.says.in_(language), *groups, value, row.unknown, row.open, row.asked


def _amount(value: object) -> str:
    return "\N{EN DASH}" if value is None else str(value)
