"""How long one person takes: a rule of 25 nodes and 8 fields, judged one person after the other.

All ways read the same records and must give the same answers: yes, no or unknown. They take turns;
a ratio is the median of the ratios of the rounds. OpenFisca is asked where it is installed, or
where the Python of an environment that has it is named.

    .venv/bin/python benchmarks/one_person.py [--people 2000] [--rounds 31]
        [--openfisca /path/to/python] [--write]
    .venv/bin/python benchmarks/one_person.py --check
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from by_hand_person import OUT_OF_WORK, as_it_reads_best, as_it_runs_fastest
from person_rule import (
    ADULT_YEARS,
    JOBLESS_MONTHS,
    JUDGED,
    KNOWN_ON,
    LOW,
    OPENED,
    RULE,
    people,
    records_of,
    size_of,
)
from results import Goal, machine, table, write_section

from inclusion_core.expr.generated import GeneratedReader
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.fields import Record
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, NEVER

TITLE = "One person"
FASTEST, READABLE = "by hand, as it runs fastest", "by hand, as it reads best"
REMEMBERING = "the same, remembering moved days"
GENERATED, TRACED = "generated reader", "generated reader, with flat trace"
INTERPRETER, OPENFISCA = "interpreter", "OpenFisca, one person at a time"
GOALS = {GENERATED: 0.95, TRACED: 1.5}
PEOPLE_TO_CHECK = 3_000
PEOPLE_OF_OPENFISCA = 50
NOT_INSTALLED = "OpenFisca: not installed here, not measured (--openfisca names a Python with it)."

Way = Callable[..., Any]


def ways_of(records: Records) -> dict[str, tuple[Way, bool]]:
    """All ways to judge persons by these records, and whether a way is handed the rule too."""
    given: dict[str, Any] = {
        "parameters": Parameters(days={"judged_on": JUDGED}),
        "known_on": KNOWN_ON,
    }
    interpreter, generated = ObjectReader(records, **given), GeneratedReader(records, **given)
    day = {"judged_on": JUDGED, "known_on": KNOWN_ON}
    return {
        FASTEST: (as_it_runs_fastest(records, **day), False),
        REMEMBERING: (as_it_runs_fastest(records, **day, remembers=True), False),
        GENERATED: (generated.truth, True),
        TRACED: (generated.traced, True),
        READABLE: (as_it_reads_best(records, **day), False),
        INTERPRETER: (interpreter.truth, True),
    }


def answers_of(records: Records, way: Way, *, with_rule: bool) -> list[Truth]:
    """The answers of a way, person by person."""
    asked = records.of_type("entry_traits")
    found = [way(RULE, each) if with_rule else way(each) for each in asked]
    return [each[0] if isinstance(each, tuple) else each for each in found]


def checked(found: list[Record]) -> Counter[Truth]:
    """The answers, which must be the same in all ways."""
    records = records_of(found)
    answers = {
        name: answers_of(records, way, with_rule=with_rule)
        for name, (way, with_rule) in ways_of(records).items()
    }
    for name, its_answers in answers.items():
        if its_answers != answers[FASTEST]:
            raise SystemExit(f"not the same answers: {name}, and {FASTEST}")
    return Counter(answers[FASTEST])


# Time.


def seconds(way: Way, asked: Sequence[Any], *, with_rule: bool) -> float:
    """The time of one person in a round."""
    gc.collect()
    gc.disable()
    start = perf_counter()
    if with_rule:
        for traits in asked:
            way(RULE, traits)
    else:
        for traits in asked:
            way(traits)
    taken = perf_counter() - start
    gc.enable()
    return taken / len(asked)


def timed(records: Records, rounds: int) -> dict[str, list[float]]:
    """The time of one person, in each way and round."""
    ways, asked = ways_of(records), list(records.of_type("entry_traits"))
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds + 1):
        for name, (way, with_rule) in ways.items():
            times[name].append(seconds(way, asked, with_rule=with_rule))
    return {name: taken[1:] for name, taken in times.items()}  # the first round warms up


# OpenFisca.


def in_openfisca(python: str, found: list[Record], rounds: int) -> tuple[str, list[float]]:
    """Its version, and the time of one person in each round; its answers must be the same."""
    records = records_of(found)
    persons = [_fields(records, each) for each in records.of_type("entry_traits")]
    days = [name for name in persons[0] if name.endswith(("_on", "_since"))]
    given = {
        "opened": OPENED.isoformat(),
        "judged": JUDGED.isoformat(),
        "adult_years": ADULT_YEARS,
        "jobless_months": JOBLESS_MONTHS,
        "out_of_work": [each.value for each in OUT_OF_WORK],
        "low": [each.value for each in LOW],
        "people": persons,
        "days": days,
        "codes": {
            name: sorted({person[name] for person in persons})
            for name in persons[0]
            if name not in days
        },
        "rounds": rounds,
    }
    script = str(Path(__file__).with_name("by_openfisca.py"))
    done = subprocess.run(
        [python, script], input=json.dumps(given), check=True, capture_output=True, text=True
    )
    told = json.loads(done.stdout)
    verdict, with_rule = ways_of(records)[FASTEST]
    expected = [each is Truth.YES for each in answers_of(records, verdict, with_rule=with_rule)]
    if told["answers"] != expected:
        raise SystemExit(f"not the same answers: {OPENFISCA}, and {FASTEST}")
    return told["version"], told["times"]


def _fields(records: Records, traits: Any) -> Mapping[str, str]:
    participation: Any = records.find("participation", traits.participation_id)
    client: Any = records.find("client", participation.client_id)
    fields = {
        "entered_on": participation.entered_on,
        "born_on": client.born_on,
        "labour_status": traits.labour_status,
        "unemployed_since": traits.unemployed_since,
        "in_education": traits.in_education,
        "education_level": traits.education_level,
        "disability": traits.disability,
        "dependent_children": traits.dependent_children,
    }
    return {name: _plain(value) for name, value in fields.items()}


def _plain(value: Any) -> str:
    if value is ABSENT:
        return NEVER.isoformat()
    return value.isoformat() if isinstance(value, date) else str(value.value)


# The page.


def ratio_of(times: Mapping[str, list[float]], way: str) -> float:
    """How long a way takes to the fastest by hand: the median of the rounds."""
    return median(a / b for a, b in zip(times[way], times[FASTEST], strict=True))


def goals(times: Mapping[str, list[float]]) -> list[Goal]:
    """What the ways of the library are held against."""
    return [
        Goal(what=f"one person, {way}, against {FASTEST}", bar=bar, measured=found)
        for way, bar in GOALS.items()
        for found in (ratio_of(times, way),)
    ]


def page(
    times: Mapping[str, list[float]], answers: Counter[Truth], rounds: int, openfisca: str
) -> str:
    """The result in words and figures."""
    rows = [
        (
            name,
            f"{median(taken) * 1e6:.2f}",
            f"{ratio_of(times, name):.2f}",
            f"{GOALS.get(name, '')}",
        )
        for name, taken in times.items()
    ]
    nodes, fields = size_of(RULE)
    each = ", ".join(f"{answers[truth]} {truth.value}" for truth in Truth)
    head = (
        f"One rule of {nodes} nodes and {fields} fields of 3 records; "
        f"{answers.total():,} persons ({each}), known on a day; "
        f"medians of {rounds} rounds in one run; {machine()}."
    )
    said = NOT_INSTALLED
    if openfisca:
        said = (
            f"OpenFisca-Core {openfisca}: {PEOPLE_OF_OPENFISCA} persons of whom all is known, "
            "because it knows yes and no alone; a simulation for each."
        )
    headings = ("way", "µs for one person", "ratio", "goal")
    return "\n".join([head, "", *table(headings, rows), "", said])


def main() -> None:
    parser = argparse.ArgumentParser(description="The time of one person, in several ways.")
    parser.add_argument("--people", type=int, default=2_000, help="how many persons are judged")
    parser.add_argument("--rounds", type=int, default=31, help="how often each way is timed")
    parser.add_argument("--openfisca", help="a Python in whose environment openfisca-core is")
    parser.add_argument("--check", action="store_true", help="look at the answers alone")
    parser.add_argument("--write", action="store_true", help="write the result to results.md")
    given = parser.parse_args()
    if size_of(RULE) != (25, 8):
        raise SystemExit("the rule has {} nodes and {} fields".format(*size_of(RULE)))
    lost = people(PEOPLE_TO_CHECK, seed=2)
    del lost[::7]  # some records are named and not there
    checked(lost)
    found = people(given.people)
    answers = checked(found)
    known, version = people(PEOPLE_OF_OPENFISCA, all_known=True), ""
    openfisca = given.openfisca or (sys.executable if find_spec("openfisca_core") else "")
    if given.check:
        if openfisca:
            version, _ = in_openfisca(openfisca, known, 1)
        print("all answers are the same", *([] if version else [NOT_INSTALLED]), sep="\n")
        return
    times = timed(records_of(found), given.rounds)
    if openfisca:
        version, times[OPENFISCA] = in_openfisca(openfisca, known, given.rounds)
    text = page(times, answers, given.rounds, version)
    print(text)
    if given.write:
        command = f".venv/bin/python benchmarks/one_person.py --rounds {given.rounds} --write"
        write_section(TITLE, text, command, goals(times))


if __name__ == "__main__":
    main()
