"""The synthetic caseload with which the reports of the service can be tried."""

from __future__ import annotations

from inclusion_core.samples import Sample
from inclusion_core.texts import lv
from inclusion_sif.sample import build

__all__ = ["SAMPLE"]

SAMPLE = Sample(
    id="sif.mentoring",
    says=lv(
        "Sintētiski dati: neviena reāla persona; visi publicētie skaitļi izpildās vienlaikus"
    ).en("Synthetic data: no real person; all published figures hold at once"),
    build=build,
    default_seed=2018,
)
