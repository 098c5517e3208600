"""What holds of every time to an outcome, tried on random records of the model."""

from datetime import date

from caseload_lab.random_records import completions, lists_of_records, renamed
from effort import tries
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from metrics_lab.real import WORK

from inclusion_core.expr.frames import Tables
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.durations.timing import times_of_records, times_of_tables
from inclusion_core.model.caseload import Caseload

SUBJECTS = ("client", "programme", "participation", "outcome")
KNOWN_ON = date(2018, 11, 15)
registers = lists_of_records(SUBJECTS, least=2)


def folded(records):
    return Caseload.of_records(records, known_on=KNOWN_ON).records


def timed(records):
    by_type = Records(SCHEMA, folded(records))
    return times_of_records(WORK, by_type, Parameters(), known_on=KNOWN_ON)


def apart(times):
    return times.unknown + times.before + times.not_begun


@given(st.lists(registers, min_size=10, max_size=10))
@settings(
    max_examples=tries(8),
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_records_and_tables_of_either_engine_give_the_same_times(several):
    records = [renamed(each, f"{n}-") for n, register in enumerate(several) for each in register]
    by_type = folded(records)
    expected = timed(records)

    for engine in ("polars", "duckdb"):
        tables = Tables.of_records(SCHEMA, by_type, engine=engine)
        found = times_of_tables(WORK, tables, Parameters(), known_on=KNOWN_ON)
        assert found == expected, engine


@given(registers, st.data())
@settings(max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_counted_stays_so_whatever_turns_out(records, data):
    before = timed(records)
    after = timed([data.draw(completions(record, KNOWN_ON)) for record in records])

    for outcome, by_days in before.outcomes.items():
        for days, number in by_days.items():
            assert after.outcomes[outcome].get(days, 0) >= number
    for days, number in before.not_yet.items():
        assert after.not_yet.get(days, 0) >= number
    assert after.before >= before.before
    assert after.not_begun >= before.not_begun
    assert after.unknown <= before.unknown
    assert after.begun + apart(after) <= before.begun + apart(before)
