"""A million persons at once: a few indicators on a constant day, by the library and by OpenFisca.

OpenFisca knows yes and no alone, so both sides get persons of whom everything is known; both find
them in memory.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import polars as pl
from esf_question import TABLE

from inclusion_core.expr.frames import Tables
from inclusion_core.expr.handles import any_of, completed_years, day, months_after
from inclusion_core.expr.parameters import Parameters
from inclusion_core.metrics.counting import count_tables
from inclusion_core.metrics.metric import Grain, Membership, Metric
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_esf.definitions import inactive, not_in_education, participation, unemployed
from inclusion_esf.participation import EsfParticipationRow
from inclusion_esf.table import PARTICIPATIONS

FORMULAS = Path(__file__).with_name("esf_by_openfisca.py")
ON = date(2022, 12, 31)
NEVER_UNEMPLOYED = date(2100, 1, 1)

AGE = completed_years(participation.born_on, day(ON))
IDLE = inactive & not_in_education
CONDITIONS = {
    "unemployed": unemployed,
    "idle": IDLE,
    "below_25": AGE < 25,
    "above_54_out_of_work": (AGE >= 55) & (unemployed | IDLE),
    "long_term": unemployed
    & any_of(
        (AGE < 25) & (months_after(participation.unemployed_since, 6) < ON),
        months_after(participation.unemployed_since, 12) < ON,
    ),
}
METRICS = tuple(
    Metric(
        id=name,
        says=lv(name).en(name),
        subject=EsfParticipationRow,
        universe=participation.entered_on <= ON,
        where=condition,
        grain=Grain.OPERATION,
        membership=Membership.ENTERED,
        source=Source("Benchmarks of inclusion_core", issued=date(2026, 1, 1)),
    )
    for name, condition in CONDITIONS.items()
)


def people(folder: Path) -> pl.DataFrame:
    """The persons of a register of whom everything that is asked is known."""
    known = ("born_on", "labour_status", "in_education")
    return (
        pl.scan_parquet(folder / TABLE / "*.parquet")
        .filter(
            *(pl.col(name).is_not_null() for name in known),
            pl.col("unemployed_since_unknown").is_null(),
        )
        .select("id", "operation", "entered_on", "unemployed_since", *known)
        .filter(pl.col("entered_on") <= ON)
        .collect()
    )


def by_library(register: pl.DataFrame, rounds: int) -> tuple[dict[str, int], list[float]]:
    """The counts, and the time of each round."""
    times, counts = [], {}
    for _ in range(rounds + 1):
        start = perf_counter()
        tables = Tables.of_native(PARTICIPATIONS.schema, {TABLE: register.lazy()})
        figures = count_tables(METRICS, tables, Parameters())
        counts = {figure.metric.id: figure.total.counted for figure in figures}
        times.append(perf_counter() - start)
    return counts, times[1:]


def by_openfisca(register: pl.DataFrame, rounds: int, python: str) -> Mapping[str, Any]:
    """What the formulas say, and the time of each round."""
    import numpy as np  # noqa: PLC0415  comes with what this is compared with

    filled = register.with_columns(pl.col("unemployed_since").fill_null(NEVER_UNEMPLOYED))
    names = ("born_on", "unemployed_since", "labour_status", "in_education")
    columns = {name: filled[name].to_numpy() for name in names}
    with TemporaryDirectory() as made:
        file = Path(made) / "people.npz"
        np.savez(
            file,
            **{name: of.astype(str) if of.dtype == object else of for name, of in columns.items()},
        )
        given = json.dumps({"people": str(file), "on": ON.isoformat(), "rounds": rounds})
        done = subprocess.run(
            [python, str(FORMULAS)], input=given, capture_output=True, text=True, check=True
        )
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


def compared(folder: Path, rounds: int, python: str) -> dict[str, Any]:
    """How long both take, and how many persons there are.

    Raises:
        SystemExit: They differ.
    """
    register = people(folder)
    counts, times = by_library(register, rounds)
    other = by_openfisca(register, rounds, python)
    if counts != other["counts"]:
        raise SystemExit(f"OpenFisca counts {other['counts']}, the library {counts}")
    return {
        "people": register.height,
        "library": median(times),
        "openfisca": median(other["times"]),
        "version": other["version"],
    }


def is_installed() -> bool:
    """Whether this Python has OpenFisca."""
    return find_spec("openfisca_core") is not None
