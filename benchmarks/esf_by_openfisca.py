"""A few of the indicators as formulas of OpenFisca, for all persons at once.

It runs with the Python of an environment of its own in which `openfisca-core` is installed, reads
persons of whom everything is known, and writes the counts and the time of each round. The day on
which ages and unemployment are judged is the same for all.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from importlib.metadata import version
from time import perf_counter

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2022-12"
Person = build_entity(key="person", plural="people", label="", is_person=True)
Status = Enum("Status", {code: code for code in ("employed", "unemployed", "inactive")})
Answered = Enum("Answered", {code: code for code in ("yes", "no")})


def field(name: str, **what: object) -> type[Variable]:
    shape = {"entity": Person, "definition_period": DateUnit.ETERNITY, "label": name, **what}
    return type(name, (Variable,), shape)


def moved(days: np.ndarray, months: int) -> np.ndarray:
    """Days moved by months, clipped to the end of the month."""
    month = days.astype("datetime64[M]")
    of_month = days - month.astype("datetime64[D]")
    there = (month + months).astype("datetime64[D]")
    last = (month + months + 1).astype("datetime64[D]") - np.timedelta64(1, "D")
    return np.minimum(there + of_month, last)


def formulas(on: np.datetime64) -> dict[str, object]:
    """Each indicator as a formula."""

    def status(person, period, one):
        return person("labour_status", period) == one

    def younger(person, period, years):
        return person("born_on", period) > moved(on, -12 * years)

    def unemployed(person, period):
        return status(person, period, Status.unemployed)

    def idle(person, period):
        no = person("in_education", period) == Answered.no
        return status(person, period, Status.inactive) & no

    def below_25(person, period):
        return younger(person, period, 25)

    def above_54_out_of_work(person, period):
        out_of_work = person("unemployed", period) | person("idle", period)
        return ~younger(person, period, 55) & out_of_work

    def long_term(person, period):
        since = person("unemployed_since", period)
        young = person("below_25", period) & (moved(since, 6) < on)
        return person("unemployed", period) & (young | (moved(since, 12) < on))

    return {
        "unemployed": unemployed,
        "idle": idle,
        "below_25": below_25,
        "above_54_out_of_work": above_54_out_of_work,
        "long_term": long_term,
    }


def system_of(asked: dict[str, object]) -> TaxBenefitSystem:
    system = TaxBenefitSystem([Person])
    for name in ("born_on", "unemployed_since"):
        system.add_variable(field(name, value_type=date))
    for name, codes in (("labour_status", Status), ("in_education", Answered)):
        first = next(iter(codes))
        system.add_variable(
            field(name, value_type=Enum, possible_values=codes, default_value=first)
        )
    for name, formula in asked.items():
        monthly = {"definition_period": DateUnit.MONTH, "formula": formula}
        system.add_variable(field(name, value_type=bool, **monthly))
    return system


def main() -> None:
    given = json.load(sys.stdin)
    people = dict(np.load(given["people"]))
    asked = formulas(np.datetime64(given["on"]))
    system = system_of(asked)
    times, counts = [], {}
    for _ in range(given["rounds"]):
        start = perf_counter()
        simulation = SimulationBuilder().build_default_simulation(
            system, count=len(people["born_on"])
        )
        for name, values in people.items():
            simulation.set_input(name, PERIOD, values)
        counts = {name: int(simulation.calculate(name, PERIOD).sum()) for name in asked}
        times.append(perf_counter() - start)
    told = {"counts": counts, "times": times, "version": version("openfisca-core")}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
