"""The same rule as a formula of OpenFisca, for one person at a time.

It runs with the Python of an environment of its own in which `openfisca-core` is installed, reads
persons of whom everything is known, and writes the answers and the time of each round.
OpenFisca knows yes and no; an absent day is one far ahead.
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

PERIOD = "2018-12"
Person = build_entity(key="person", plural="people", label="", is_person=True)


def day_field(field: str) -> type[Variable]:
    return type(
        field,
        (Variable,),
        {
            "value_type": date,
            "entity": Person,
            "definition_period": DateUnit.ETERNITY,
            "label": field,
        },
    )


def code_field(field: str, codes: list[str]) -> type[Variable]:
    choices = Enum(f"{field}_codes", {code: code for code in codes})
    return type(
        field,
        (Variable,),
        {
            "value_type": Enum,
            "possible_values": choices,
            "default_value": next(iter(choices)),
            "entity": Person,
            "definition_period": DateUnit.ETERNITY,
            "label": field,
        },
    )


def moved(days: np.ndarray, months: int) -> np.ndarray:
    """Days moved by months, clipped to the end of the month."""
    month = days.astype("datetime64[M]")
    of_month = days - month.astype("datetime64[D]")
    there = (month + months).astype("datetime64[D]")
    last = (month + months + 1).astype("datetime64[D]") - np.timedelta64(1, "D")
    return np.minimum(there + of_month, last)


def eligible(given: dict) -> type[Variable]:
    opened, judged = np.datetime64(given["opened"]), np.datetime64(given["judged"])

    def formula(person, period):
        entered = person("entered_on", period)
        born = person("born_on", period)
        status = person("labour_status", period).decode_to_str()
        since = person("unemployed_since", period)
        at_school = person("in_education", period).decode_to_str()
        level = person("education_level", period).decode_to_str()
        disability = person("disability", period).decode_to_str()
        children = person("dependent_children", period).decode_to_str()
        return (
            (entered >= opened)
            & (entered <= judged)
            & (born <= moved(entered, -12 * given["adult_years"]))
            & np.isin(status, given["out_of_work"])
            & (moved(since, given["jobless_months"]) < entered)
            & (at_school != "yes")
            & (np.isin(level, given["low"]) | (disability == "yes") | (children == "yes"))
        )

    return type(
        "eligible",
        (Variable,),
        {
            "value_type": bool,
            "entity": Person,
            "definition_period": DateUnit.MONTH,
            "label": "eligible",
            "formula": formula,
        },
    )


def judged(system: TaxBenefitSystem, person: dict) -> bool:
    """The answer for one person: a simulation of one."""
    simulation = SimulationBuilder().build_default_simulation(system, count=1)
    for name, value in person.items():
        simulation.set_input(name, PERIOD, [value])
    return bool(simulation.calculate("eligible", PERIOD)[0])


def main() -> None:
    given = json.load(sys.stdin)
    system = TaxBenefitSystem([Person])
    for name in given["days"]:
        system.add_variable(day_field(name))
    for name, codes in given["codes"].items():
        system.add_variable(code_field(name, codes))
    system.add_variable(eligible(given))
    answers = [judged(system, person) for person in given["people"]]
    times = []
    for _ in range(given["rounds"]):
        start = perf_counter()
        for person in given["people"]:
            judged(system, person)
        times.append((perf_counter() - start) / len(given["people"]))
    told = {"answers": answers, "times": times, "version": version("openfisca-core")}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
