"""The figures of the flat register as the library counts them, on every engine that it takes."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
from esf_question import FIRST, KNOWN_ON, LAST, TABLE, Answer, Asked, cell_of

from inclusion_core.expr.frames import Tables
from inclusion_core.facts.moments import report_days
from inclusion_core.metrics.counting import count_tables
from inclusion_core.metrics.figures import Figures
from inclusion_core.metrics.metric import Axis, Metric, each_once
from inclusion_core.metrics.tally import NoCode
from inclusion_core.periods import Period
from inclusion_core.texts import lv
from inclusion_esf.axes import GENDER, REGION
from inclusion_esf.definitions import participation
from inclusion_esf.period_2014.indicators import ESF_INDICATORS_2013, ESF_INDICATORS_2018
from inclusion_esf.period_2021.indicators import ESF_PLUS_INDICATORS, MOST_DEPRIVED_INDICATORS
from inclusion_esf.table import PARTICIPATIONS

INDICATORS = each_once(
    (
        *(*ESF_INDICATORS_2013, *ESF_INDICATORS_2018),
        *(*ESF_PLUS_INDICATORS, *MOST_DEPRIVED_INDICATORS),
    )
)
OPERATION = Axis(id="operation", says=lv("projekts").en("operation"), code=participation.operation)
AXES = {axis.id: axis for axis in (GENDER, REGION, OPERATION)}
BORN_AFTER = 1960


def variants(asked: Asked) -> tuple[Metric, ...]:
    """The indicators; beside each, as many less one that count those born after some year."""
    plain = INDICATORS[: asked.indicators or None]
    later = (
        attrs.evolve(
            each,
            id=f"{each.id}.{year}",
            where=each.where & (participation.born_on > date(year, 12, 31)),
        )
        for year in range(BORN_AFTER, BORN_AFTER + asked.times - 1)
        for each in plain
    )
    return (*plain, *later)


def compute(folder: Path, asked: Asked, engine: str, session: Any = None) -> Figures:
    """The figures of the indicators, from the files, on one engine."""
    native = {TABLE: scanned(folder / TABLE, engine, session)}
    return count_tables(
        variants(asked),
        Tables.of_native(PARTICIPATIONS.schema, native),
        report_days(Period(FIRST, LAST), KNOWN_ON),
        known_on=KNOWN_ON,
        by=[AXES[axis] for axis in asked.axes],
    )


def answer_of(figures: Figures) -> Answer:
    """The figures in the shape in which sides are compared."""
    return {
        figure.metric.id: {
            cell_of(None if code is NoCode.UNKNOWN else code for code in codes): (
                *(tally.counted, tally.unknown, tally.asked, tally.open),
            )
            for codes, tally in figure.cells.items()
        }
        for figure in figures
    }


def scanned(table: Path, engine: str, session: Any) -> object:
    """The files of a table, as an engine holds them."""
    files = str(table / "*.parquet")
    match engine:
        case "polars":
            return import_module("polars").scan_parquet(files)
        case "duckdb":
            return import_module("duckdb").connect().read_parquet(files)
        case "spark":
            return session.read.parquet(str(table))
        case "pyarrow":
            return import_module("pyarrow.parquet").read_table(table)
        case _:
            return import_module("pandas").read_parquet(table)
