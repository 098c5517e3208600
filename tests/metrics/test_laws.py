"""What holds of every count, tried on random records of the model.

Set INCLUSION_FUZZ=10 for a run ten times as long.
"""

from collections import Counter
from datetime import date

import attrs
import pytest
from caseload_lab.random_records import completions, lists_of_records, renamed
from effort import tries
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from metrics_lab.real import AXES, COMPLETED, DAYS, LEFT, METRICS, PARTS, SUBJECTS

from inclusion_core.expr.frames import Tables
from inclusion_core.expr.records import Records
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.counting import count_records, count_tables
from inclusion_core.metrics.figures import Figure, Figures, NoCode, Tally, broken_inequalities
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import added
from inclusion_core.model.caseload import Caseload

KNOWN_ON = date(2018, 11, 15)
"""Inside the period reported on: what happens in its last days is not known yet."""

OF_PARTICIPATIONS = [metric for metric in METRICS if metric.subject.record_type == "participation"]

records_of_a_register = lists_of_records(SUBJECTS, least=2)
days_known = st.sampled_from([None, KNOWN_ON, date(2018, 12, 3)])


def examples(number):
    """Try so many random registers, times the multiplier."""
    return settings(
        max_examples=tries(number),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def folded(records, known_on):
    """The records by type, with the persons that they are."""
    return Caseload.of_records(records, known_on=known_on or date(2018, 12, 3)).records


def counted(records, known_on=None):
    return count_records(
        METRICS, Records(SCHEMA, folded(records, known_on)), DAYS, known_on=known_on
    )


@given(st.lists(records_of_a_register, min_size=8, max_size=8), days_known)
@settings(examples(6), phases=[Phase.explicit, Phase.generate])  # to shrink takes engines too long
def test_records_and_tables_of_either_engine_give_the_same_figures(registers, known_on):
    records = [renamed(each, f"{n}-") for n, register in enumerate(registers) for each in register]
    by_type = folded(records, known_on)
    expected = count_records(METRICS, Records(SCHEMA, by_type), DAYS, known_on=known_on)

    for engine in ("polars", "duckdb"):
        tables = Tables.of_records(SCHEMA, by_type, engine=engine)
        found = count_tables(METRICS, tables, DAYS, known_on=known_on)
        assert found == expected, engine
        assert [list(each.groups) for each in found] == [list(each.groups) for each in expected]


@pytest.mark.parametrize("known_on", [None, KNOWN_ON])
def test_an_empty_register_gives_zeros_on_every_engine(known_on):
    zeros = {metric.id: Figure(metric=metric, total=Tally(0, 0, 0)) for metric in METRICS}

    assert counted([], known_on) == Figures(zeros)
    for engine in ("polars", "duckdb"):
        tables = Tables.of_records(SCHEMA, {}, engine=engine)
        assert count_tables(METRICS, tables, DAYS, known_on=known_on) == Figures(zeros)


@given(records_of_a_register, days_known, st.data())
@examples(70)
def test_what_is_not_known_is_counted_neither_as_yes_nor_as_no(records, known_on, data):
    before = counted(records, known_on)
    turned_out = [data.draw(completions(record, known_on)) for record in records]
    after = count_records(METRICS, Records(SCHEMA, folded(turned_out, known_on)), DAYS)

    for figure in before:
        later = after[figure.metric.id]
        may_change = figure.unknown + figure.open
        assert figure.total.asked <= later.total.asked
        assert later.open == 0
        if figure.metric.amount is None:
            assert figure.value <= later.value <= figure.value + may_change, figure.metric.id
        elif not may_change:
            assert figure.value == later.value, figure.metric.id


@given(records_of_a_register, days_known)
@examples(35)
def test_groups_hold_all_who_are_counted_or_may_be(records, known_on):
    for figure in counted(records, known_on):
        if figure.metric.by is not None:
            tallies = figure.groups.values()
            assert figure.total.counted == sum(tally.counted for tally in tallies)
            assert figure.total.unknown == sum(tally.unknown for tally in tallies)
            assert figure.total.open == sum(tally.open for tally in tallies)
            assert figure.total.amount == sum(tally.amount for tally in tallies)
            assert all(tally.counted or tally.unknown or tally.open for tally in tallies)
        assert figure.total.counted <= figure.total.asked
        if figure.metric.amount is None:
            assert figure.value <= figure.total.counted


@given(records_of_a_register, days_known)
@examples(35)
def test_a_part_never_counts_more_than_its_whole(records, known_on):
    assert broken_inequalities(counted(records, known_on)) == ()


@given(records_of_a_register, days_known, st.randoms(use_true_random=False))
@examples(35)
def test_the_order_of_records_makes_no_difference(records, known_on, random):
    by_type = folded(records, known_on)
    shuffled = {
        name: tuple(random.sample(by_type[name], len(by_type[name])))
        for name in random.sample(list(by_type), len(by_type))
    }

    found = count_records(METRICS, Records(SCHEMA, shuffled), DAYS, known_on=known_on)

    assert found == count_records(METRICS, Records(SCHEMA, by_type), DAYS, known_on=known_on)
    assert all(list(f.groups) == sorted(f.groups, key=_in_order) for f in found)


def _in_order(group):
    return (list(NoCode).index(group) + 1, "") if isinstance(group, NoCode) else (0, group)


@given(records_of_a_register, days_known)
@examples(35)
def test_what_records_are_called_makes_no_difference(records, known_on):
    others = [_mirrored(record) for record in records]

    assert counted(others, known_on) == counted(records, known_on)


def _mirrored(record):
    """The record under an id that sorts the other way round."""
    names = [
        field.name
        for field in SCHEMA.type_of(record).recorded_fields
        if field.kind.value in {"key", "reference"}
    ]
    return attrs.evolve(record, **{name: _other(getattr(record, name)) for name in names})


def _other(key):
    kind, _, number = key.rpartition("-")
    return f"{9 - int(number)}:{kind}"


@given(records_of_a_register, records_of_a_register, days_known)
@examples(35)
def test_figures_of_registers_that_have_nothing_in_common_add_up(here, there, known_on):
    there = [renamed(record, "there-") for record in there]
    parts = [counted(here, known_on), counted(there, known_on)]
    whole = counted([*here, *there], known_on)

    for figure in whole:
        both = [part[figure.metric.id] for part in parts]
        assert figure.total == _sum(each.total for each in both)
        assert _by_group([figure]) == _by_group(both)
        values = [each.value for each in both if each.value is not None]
        if figure.metric.measure is Measure.DIFFERENT_CODES:
            assert max(values) <= figure.value <= sum(values)
        elif figure.metric.measure is Measure.MEDIAN:
            assert (
                figure.value is None if not values else min(values) <= figure.value <= max(values)
            )
        else:
            assert figure.value == sum(values)


def _by_group(figures):
    """Who are counted and who may be; the groups in which nobody is either are left out."""
    found = Counter()
    for figure in figures:
        for group, tally in figure.groups.items():
            found[group, "counted"] += tally.counted
            found[group, "unknown"] += tally.unknown
            found[group, "open"] += tally.open
    return +found


def _sum(tallies):
    *numbers, spreads = zip(*(attrs.astuple(each, recurse=False) for each in tallies), strict=True)
    spread = Counter(amount for each in spreads for amount, times in each for _ in range(times))
    return Tally(*map(sum, numbers), spread=tuple(sorted(spread.items())))


@given(st.lists(records_of_a_register, min_size=8, max_size=8), days_known)
@settings(examples(4), phases=[Phase.explicit, Phase.generate])
def test_cells_are_the_same_on_every_engine_and_add_up_to_the_total(registers, known_on):
    records = [renamed(each, f"{n}-") for n, register in enumerate(registers) for each in register]
    by_type = folded(records, known_on)
    counting = {"known_on": known_on, "by": AXES}
    expected = count_records(OF_PARTICIPATIONS, Records(SCHEMA, by_type), DAYS, **counting)
    flat = count_records(OF_PARTICIPATIONS, Records(SCHEMA, by_type), DAYS, known_on=known_on)

    for engine in ("polars", "duckdb"):
        tables = Tables.of_records(SCHEMA, by_type, engine=engine)
        assert count_tables(OF_PARTICIPATIONS, tables, DAYS, **counting) == expected, engine
    for figure in expected:
        assert figure.total == flat[figure.metric.id].total
        assert figure.groups == flat[figure.metric.id].groups
        for axes in ((), ("gender",), ("reason",), ("gender", "reason"), ("reason", "gender")):
            cells = figure.by(*axes)
            assert added(cells.values()) == figure.total
            assert all(len(codes) == len(axes) for codes in cells)


@given(records_of_a_register, st.data())
@examples(70)
def test_whatever_is_not_known_a_share_stays_inside_its_bounds(records, data):
    def share(of_whom):
        by_type = Records(SCHEMA, folded(of_whom, None))
        figures = count_records(PARTS, by_type, DAYS)
        return figures[COMPLETED.id].share_of(figures[LEFT.id])

    before = share(records)
    after = share([data.draw(completions(record, None)) for record in records])

    if after.least is not None:
        assert before.least <= after.least <= after.most <= before.most
    if after.value is not None:
        assert after.least <= after.value <= after.most
