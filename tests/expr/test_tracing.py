"""The reader that keeps how it came to an answer: the same answers, and nothing invented."""

from datetime import date

import pytest
from hypothesis import given
from kernel_lab.effort import examples
from kernel_lab.random_cases import Case, cases, node_of
from kernel_lab.readings import object_reader, parameters
from kernel_lab.toy import (
    SCHEMA,
    Household,
    Kind,
    Member,
    Plan,
    Role,
    Stay,
    Tenure,
    household,
    member,
    stay,
)

from inclusion_core.errors import ExpressionError, UnknownNameError
from inclusion_core.expr import all_of, any_of, nodes
from inclusion_core.expr.handles import Condition, day
from inclusion_core.expr.records import Records
from inclusion_core.expr.traces import FieldRead, ListRead, RecordMissing
from inclusion_core.expr.tracing import TracingReader
from inclusion_core.texts import lv
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, ALWAYS, NOT_ASKED

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
SAYS = lv("teikums").en("sentence")
KNOWN_ON = date(2020, 6, 1)
HOME = Household(id="h-1", settled_on=date(2019, 3, 1), rooms=2, tenure=Tenure.RENTED)
ANNA = Member(
    id="m-1", household_id="h-1", sponsor_id="m-0", registered_on=date(2019, 4, 1), role=Role.ADULT
)
FLAT = Stay(id="s-1", member_id="m-1", kind=Kind.FLAT, first_day=date(2019, 5, 1))
CAMP = Stay(id="s-2", member_id="m-1", kind=Kind.CAMP, first_day=date(2018, 5, 1), points=2)


def reader(*records, known_on=None, **days):
    by_type = {}
    for each in records:
        by_type.setdefault(type(each).__name__.lower(), []).append(each)
    return TracingReader(
        Records(SCHEMA, by_type), parameters=parameters(days or None), known_on=known_on
    )


def traced(condition, record, *others, known_on=None):
    return reader(record, *others, known_on=known_on).trace(condition, record)


def all_parts(trace):
    yield trace
    for part in trace.parts:
        yield from all_parts(part)


def all_reads(trace):
    return [read for part in all_parts(trace) for read in part.reads]


def field_read(record, field):
    return FieldRead(
        record_type=type(record).__name__.lower(),
        record_id=record.id,
        field=field,
        value=getattr(record, field),
    )


def tracing(case: Case) -> TracingReader:
    plain = object_reader(case.world, days=case.days, known_on=case.known_on)
    return TracingReader(plain.records, parameters=plain.parameters, known_on=plain.known_on)


@examples(300)
@given(cases(most=3))
def test_the_trace_and_the_answer_are_those_of_the_reader_of_objects(case: Case):
    plain = object_reader(case.world, days=case.days, known_on=case.known_on)
    tracer = tracing(case)
    for name, written in case.expressions.items():
        kind = name.rstrip("0123456789")
        for record in case.world[case.root]:
            expected = getattr(plain, kind)(written, record)
            assert getattr(tracer, kind)(written, record) == expected
            if kind == "truth":
                assert tracer.trace(node_of(written), record).truth is expected


@examples(100)
@given(cases())
def test_what_was_read_stands_so_in_the_records(case: Case):
    records = object_reader(case.world).records
    for written in (each for name, each in case.expressions.items() if name.startswith("truth")):
        for record in case.world[case.root]:
            for read in all_reads(tracing(case).trace(node_of(written), record)):
                if isinstance(read, FieldRead):
                    found = records.find(read.record_type, read.record_id)
                    assert getattr(found, read.field) is read.value
                elif isinstance(read, RecordMissing):
                    assert records.find(read.record_type, read.record_id) is None


def test_every_clause_is_kept_with_its_truth_and_its_sense():
    rented = household.tenure.is_in(Tenure.RENTED).named("rented", SAYS)
    large = (household.rooms >= 3).named("large", SAYS)
    found = traced(all_of(rented, ~large), HOME)

    assert found.truth is YES
    kept = [(named.clause.id, part.truth, part.against) for named, part in found.clauses()]
    assert kept == [("rented", YES, False), ("large", NO, True)]


def test_two_negations_make_a_clause_count_in_favour_again():
    large = (household.rooms >= 3).named("large", SAYS)
    twice = nodes.Not(nodes.AnyOf((nodes.Not(large.node),)))

    ((_, part),) = traced(twice, HOME).clauses()

    assert (part.truth, part.against) == (NO, False)


def test_what_was_read_for_a_clause_stands_with_its_parts():
    found = traced((household.rooms >= 2).named("large", SAYS), HOME)

    assert all_reads(found) == [field_read(HOME, "rooms")]
    assert found.reads == ()


def test_a_clause_inside_a_list_is_kept_for_each_record():
    early = member.stays.where(
        lambda each: (each.first_day <= day(date(2018, 12, 31))).named("early", SAYS)
    )
    found = traced(early.exist(), ANNA, FLAT, CAMP)

    kept = [(part.truth, part.member) for _, part in found.clauses()]
    assert kept == [(NO, ("stay", "s-1")), (YES, ("stay", "s-2"))]


def test_a_record_that_may_still_come_is_marked():
    camps = member.stays.where(lambda each: each.kind.is_in(Kind.CAMP).named("camp", SAYS))
    found = traced(camps.exist(), ANNA, FLAT, known_on=KNOWN_ON)

    assert found.truth is UNKNOWN
    assert [(part.truth, part.later) for _, part in found.clauses()] == [
        (NO, False),
        (UNKNOWN, True),
    ]
    assert found.reads == (
        ListRead(
            owner_type="member",
            owner_id="m-1",
            record_type="stay",
            record_ids=("s-1",),
            complete_through=KNOWN_ON,
        ),
    )


def test_a_list_that_is_complete_may_be_empty():
    found = traced(member.stays.exist(), ANNA)

    assert found.reads == (
        ListRead(owner_type="member", owner_id="m-1", record_type="stay", record_ids=()),
    )


def test_a_list_may_not_be_known_to_be_complete_at_all():
    found = traced(
        member.stays.complete_through(member.born_on).exist(), ANNA, FLAT, known_on=KNOWN_ON
    )

    (listed,) = (read for read in all_reads(found) if isinstance(read, ListRead))
    assert listed.complete_through == ALWAYS


def test_a_record_that_is_named_and_not_there_is_kept():
    found = traced(member.sponsor.role.is_in(Role.ADULT), ANNA)

    assert found.truth is UNKNOWN
    assert all_reads(found) == [RecordMissing(record_type="member", record_id="m-0")]


def test_behind_a_record_that_is_not_there_the_first_gap_is_kept():
    field = traced(member.sponsor.household.rooms >= 1, ANNA, HOME)
    beyond = traced(member.sponsor.household.members.exist(), ANNA, HOME)

    missing = RecordMissing(record_type="member", record_id="m-0")
    assert missing in all_reads(field)
    assert missing in all_reads(beyond)


def test_the_list_of_a_record_that_is_not_there_is_looked_up_by_its_key():
    found = traced(member.sponsor.stays.exist(), ANNA)

    assert found.reads == (
        ListRead(owner_type="member", owner_id="m-0", record_type="stay", record_ids=()),
    )


def test_of_a_record_that_may_still_come_nothing_is_read():
    named = member.plans.where(lambda each: each.member.role.is_in(Role.ADULT))
    found = traced(named.exist(), ANNA, known_on=KNOWN_ON)

    assert [type(read) for read in all_reads(found)] == [ListRead]


def test_asking_whether_something_is_known_reads_the_field():
    found = traced(member.born_on.is_known(), ANNA)

    assert (found.truth, found.reads) == (NO, (field_read(ANNA, "born_on"),))


def test_days_codes_and_numbers_of_lists_are_kept_record_by_record():
    last = member.stays.latest(lambda each: each.first_day)
    points = member.stays.sum(lambda each: each.points)
    only = member.stays.latest_code(lambda each: each.kind, by=lambda each: each.first_day)
    found = traced(
        all_of(last >= member.registered_on, points >= 0, only.is_in(Kind.FLAT)), ANNA, FLAT, CAMP
    )

    read = all_reads(found)
    for expected in (
        field_read(FLAT, "first_day"),
        field_read(CAMP, "points"),
        field_read(FLAT, "kind"),
        field_read(ANNA, "registered_on"),
    ):
        assert expected in read


def test_a_fault_leaves_the_reader_fit_for_use():
    tracer = reader(HOME)
    outside = nodes.AtMost(
        nodes.NumberField(nodes.Variable("stay", "each1"), "points"), nodes.NumberLiteral(1)
    )
    with pytest.raises(ExpressionError):
        tracer.trace(outside, HOME)
    with pytest.raises(UnknownNameError):
        tracer.trace(
            nodes.IsIn(nodes.CodeField(household.rooms.node.row, "colour"), frozenset()), HOME
        )

    assert tracer.trace(~(household.rooms >= 3), HOME).truth is YES
    assert tracer.truth(household.rooms >= 2, HOME) is YES


def test_the_deepest_expression_that_can_be_read_can_be_traced():
    node = (stay.points >= 2).node
    while True:
        try:
            nodes.checked_depth(nodes.AllOf((node,)))
        except ExpressionError:
            break
        node = nodes.AllOf((node,))

    assert traced(Condition(node), CAMP).truth is YES


def test_no_value_is_shown_by_accident():
    secret = Plan(id="p-1", member_id="m-1", hours=4)
    found = traced(any_of(member.plans.sum(lambda each: each.hours) >= 4), ANNA, secret)

    told = repr(found) + repr(all_reads(found))
    assert "value" not in told
    assert "4" not in told


def test_an_absent_day_and_one_that_was_not_asked_stay_apart():
    left = traced(household.left_on <= KNOWN_ON, HOME)
    born = traced(member.born_on <= KNOWN_ON, ANNA)

    assert [read.value for read in all_reads(left)] == [ABSENT]
    assert [read.value for read in all_reads(born)] == [NOT_ASKED]
