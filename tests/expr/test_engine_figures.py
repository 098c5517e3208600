"""The figures of the sample, counted on tables of every engine as on its records."""

from datetime import date
from functools import cache

import pytest
from engines_lab.holders import LOCAL

from inclusion_core import SCHEMA, Period
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.records import Records
from inclusion_core.facts.moments import report_days
from inclusion_core.metrics.counting import count_records, count_tables
from inclusion_core.testing import installed_catalogue

KNOWN_ON = date(2018, 12, 3)
DAYS = report_days(Period(date(2018, 6, 1), date(2018, 11, 30)), KNOWN_ON)


@cache
def metrics():
    return tuple(m for m in installed_catalogue().metrics if m.id.startswith("sif.mentoring."))


@cache
def records():
    sample = installed_catalogue().samples["sif.mentoring"].build(2018)
    return sample.as_known_on(KNOWN_ON).records


@cache
def by_records():
    found = count_records(metrics(), Records(SCHEMA, records()), DAYS, known_on=KNOWN_ON)
    return {each.id: found[each.id] for each in metrics()}


@pytest.mark.parametrize("engine", LOCAL)
def test_tables_give_the_figures_that_the_records_give(engine):
    tables = Tables.of_records(SCHEMA, records(), engine=engine)
    found = count_tables(metrics(), tables, DAYS, known_on=KNOWN_ON)

    assert {each.id: found[each.id] for each in metrics()} == by_records()
    assert by_records()["sif.mentoring.clients"].total.counted > 100
