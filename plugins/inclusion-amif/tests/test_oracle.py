"""The library against a second opinion, on the sample and on random caseloads."""

import random
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "amif_oracle_lab"))

from amif_drawing import drawn
from amif_oracle import Oracle, code

from inclusion_amif.entities import ENTITY_OUTPUTS
from inclusion_amif.indicator import brackets_of, code_of
from inclusion_amif.metrics import ON_PERSONS
from inclusion_amif.sample import build
from inclusion_amif.terms import GENDER
from inclusion_core import Caseload
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.moments import report_days
from inclusion_core.metrics.counting import count_records, count_tables
from inclusion_core.metrics.figures import NoCode
from inclusion_core.periods import Period
from inclusion_core.testing import installed_catalogue

SCHEMA = installed_catalogue().schema
LAST_DAY = date(2024, 12, 31)
PERSONS = {code_of(each): each for each in ON_PERSONS} | {
    f"{code_of(each)}/{part.id.rpartition('.')[2]}": part
    for each in ON_PERSONS
    for part in brackets_of(each)
}


def parameters(last_day, assumed):
    days = report_days(Period(last_day.replace(month=1, day=1), last_day), last_day).days
    return Parameters(days=days, numbers={f"amif.{key}": n for key, n in assumed.items()})


def counted(caseload, last_day, way, metrics, by=(), **assumed):
    given = parameters(last_day, assumed)
    if way == "objects":
        records = Records(SCHEMA, caseload.records)
        return count_records(metrics, records, given, known_on=caseload.known_on, by=by)
    tables = Tables.of_records(SCHEMA, caseload.records, engine=way)
    return count_tables(metrics, tables, given, known_on=caseload.known_on, by=by)


def differences(caseload, last_day, way, oracle, **assumed):
    """Where the library counts otherwise than the oracle."""
    expected, unknown = oracle.figures()
    found = counted(caseload, last_day, way, PERSONS.values(), (GENDER,), **assumed)
    for key, metric in PERSONS.items():
        figure = found[metric.id]
        cells = {
            None if group == (NoCode.UNKNOWN,) else group[0]: tally.counted
            for group, tally in figure.by(GENDER.id).items()
            if tally.counted
        }
        if (cells, figure.unknown) != (dict(expected[key]), unknown[key]):
            yield key, cells, figure.unknown, dict(expected[key]), unknown[key]
    found = counted(caseload, last_day, way, ENTITY_OUTPUTS)
    for metric in ENTITY_OUTPUTS:
        figure, own = found[metric.id], oracle.entities()[code_of(metric)]
        if (figure.value, figure.unknown) != (own, 0):
            yield metric.id, figure.value, figure.unknown, own, 0


@cache
def journal(seed):
    return build(seed)


@cache
def random_records(seed):
    return tuple(drawn(random.Random(seed), people=100))


@cache
def random_caseload(seed):
    return Caseload.of_records(random_records(seed), known_on=LAST_DAY)


def records_of(caseload):
    return [each for rows in caseload.records.values() for each in rows]


@pytest.mark.parametrize(
    ("way", "last_day"),
    [
        ("objects", date(2022, 9, 30)),
        ("objects", date(2023, 12, 31)),
        ("objects", LAST_DAY),
        ("polars", LAST_DAY),
    ],
)
def test_the_sample_is_counted_as_by_hand(way, last_day):
    caseload = journal(2021).as_known_on(last_day)
    oracle = Oracle(records_of(caseload), last_day)

    assert list(differences(caseload, last_day, way, oracle)) == []


@pytest.mark.parametrize("seed", range(1, 4))
def test_samples_of_other_seeds_have_every_indicator_and_are_counted_as_by_hand(seed):
    caseload = journal(seed).as_known_on(LAST_DAY)
    oracle = Oracle(records_of(caseload), LAST_DAY)
    figures, _ = oracle.figures()

    assert list(differences(caseload, LAST_DAY, "objects", oracle)) == []
    assert [code_of(each) for each in ON_PERSONS if not figures[code_of(each)]] == []
    assert all(oracle.entities().values())


@pytest.mark.parametrize(
    ("seed", "last_day"), [(0, date(2022, 8, 31)), (0, LAST_DAY), (1, date(2023, 3, 1))]
)
def test_random_caseloads_are_counted_as_by_hand(seed, last_day):
    oracle = Oracle(random_records(seed), last_day)

    found = differences(random_caseload(seed), last_day, "objects", oracle)

    assert list(found) == []


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("way", ["polars", "duckdb"])
def test_engines_count_a_random_caseload_as_by_hand(way):
    last_day = date(2023, 6, 30)
    oracle = Oracle(random_records(0), last_day)

    assert list(differences(random_caseload(0), last_day, way, oracle)) == []


@pytest.mark.parametrize(
    ("assumed", "said"),
    [
        ({"age-on": 1}, {"age_on": 1}),
        ({"pre-a1-counts": 0}, {"pre_a1": 0}),
        ({"applications-until": 1}, {"until": 1}),
        ({"non-citizens-are-third-country-nationals": 0}, {"non_citizens": 0}),
    ],
)
def test_what_is_assumed_otherwise_moves_the_figures_alike(assumed, said):
    by_default = Oracle(random_records(2), LAST_DAY)
    otherwise = Oracle(random_records(2), LAST_DAY, **said)

    found = differences(random_caseload(2), LAST_DAY, "objects", otherwise, **assumed)

    assert list(found) == []
    assert otherwise.figures() != by_default.figures()


def test_random_caseloads_bring_about_every_answer_of_every_indicator():
    said = {key: set() for key in PERSONS}
    for seed in range(16):
        oracle = Oracle(tuple(drawn(random.Random(seed), people=100)), date(2023, 6, 30))
        for client, visits, objective in oracle.stays():
            for key, answer in oracle.answers(client, visits, objective).items():
                said[key].add(answer)

    assert {key: answers for key, answers in said.items() if len(answers) < 3} == {}


def test_the_oracle_reads_codes_and_what_is_not_known():
    assert code(random_records(0)[0].name) is None
