"""Figures as a piece of HTML for a notebook: what is counted, and apart what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from inclusion_core.frames.breaking_down import group_says
from inclusion_core.metrics.explanations import words_of
from inclusion_core.pages.elements import element, on_lines
from inclusion_core.pages.fragment import LEFT, Fragment, plain_table
from inclusion_core.texts import Language, LanguageCode, lv

if TYPE_CHECKING:
    from inclusion_core.frames.figure_tables import FigureTable

__all__ = ["figures_shown"]

NOT_PROTECTED = lv("Nekas nav slēpts: skaitļus par dažām personām nedrīkst publicēt.").en(
    "Nothing is hidden: numbers of few persons may not be published."
)
METRIC = lv("rādītājs").en("metric")
FIGURE = lv("skaitlis").en("figure")
UNKNOWN = lv("nav zināms").en("not known")
OPEN = lv("vēl nav zināms").en("not yet")
ASKED = lv("par cik jautāts").en("asked of")


def figures_shown(table: FigureTable, language: LanguageCode) -> Fragment:
    """A row for each metric, in each cell, in words."""
    axes = (axis.says for axis in table.axes)
    headings = [each.in_(language) for each in (METRIC, *axes, FIGURE, UNKNOWN, OPEN, ASKED)]
    shown = plain_table(NOT_PROTECTED.in_(language), headings, _rows(table, language))
    return Fragment(element("div", on_lines(shown), lang=Language(language).value, style=LEFT))


def _rows(table: FigureTable, language: LanguageCode) -> Iterator[tuple[str | int, ...]]:
    metrics = {figure.metric.id: figure.metric for figure in table}
    for row in table.rows():
        metric = metrics[row.metric]
        words = words_of(metric.table)
        groups = (
            group_says(axis, code, words).in_(language)
            for axis, code in zip(table.axes, row.codes, strict=True)
        )
        value = row.value if isinstance(row.value, int) else _told(row.value)
        yield metric.says.in_(language), *groups, value, row.unknown, row.open, row.asked


def _told(value: object) -> str:
    return "\N{EN DASH}" if value is None else str(value)
