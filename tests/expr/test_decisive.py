"""What decided an answer: those parts, and what was read for them."""

from datetime import date

from hypothesis import given
from kernel_lab.effort import examples
from kernel_lab.random_cases import Case, cases, node_of
from kernel_lab.readings import object_reader
from kernel_lab.toy import SCHEMA, Household, Kind, Member, Stay, Tenure, household, member

from inclusion_core import truth
from inclusion_core.expr import all_of, any_of, at_least, nodes
from inclusion_core.expr.decisive import decisive_parts, decisive_reads, each_suffices
from inclusion_core.expr.records import Records
from inclusion_core.expr.traces import ListRead
from inclusion_core.expr.tracing import TracingReader
from inclusion_core.texts import lv
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT

SAYS = lv("teikums").en("sentence")
KNOWN_ON = date(2020, 6, 1)
HOME = Household(id="h-1", settled_on=date(2019, 3, 1), rooms=2, tenure=Tenure.RENTED)
ANNA = Member(id="m-1", household_id="h-1", sponsor_id="m-1", registered_on=date(2019, 4, 1))
FLAT = Stay(id="s-1", member_id="m-1", kind=Kind.FLAT, first_day=date(2019, 5, 1))
CAMP = Stay(id="s-2", member_id="m-1", kind=Kind.CAMP, first_day=date(2018, 5, 1))
UNCLEAR = Stay(id="s-3", member_id="m-1")

small = household.rooms <= 2
large = household.rooms >= 3
owned = household.tenure.is_in(Tenure.OWNED)
settled = household.settled_on <= KNOWN_ON
gone = household.left_on <= KNOWN_ON


def traced(condition, record, *others, known_on=None):
    by_type = {}
    for each in (record, *others):
        by_type.setdefault(type(each).__name__.lower(), []).append(each)
    return TracingReader(Records(SCHEMA, by_type), known_on=known_on).trace(condition, record)


def reads(condition, record, *others, known_on=None):
    found = decisive_reads(traced(condition, record, *others, known_on=known_on))
    return [
        "list" if isinstance(read, ListRead) else f"{read.record_id} {read.field}" for read in found
    ]


def all_parts(trace):
    yield trace
    for part in trace.parts:
        yield from all_parts(part)


@examples(150)
@given(cases(most=3))
def test_from_the_decisive_parts_alone_a_junction_comes_to_the_same(case: Case):
    plain = object_reader(case.world, days=case.days, known_on=case.known_on)
    tracer = TracingReader(plain.records, parameters=plain.parameters, known_on=plain.known_on)
    for name, written in case.expressions.items():
        for record in case.world[case.root] if name.startswith("truth") else ():
            for part in all_parts(tracer.trace(node_of(written), record)):
                if isinstance(part.node, nodes.AllOf | nodes.AnyOf | nodes.AtLeast):
                    assert _from_decisive_alone(part) is part.truth


def _from_decisive_alone(trace):
    decisive = decisive_parts(trace)
    left = [part.truth if part in decisive else Truth.UNKNOWN for part in trace.parts]
    match trace.node:
        case nodes.AllOf():
            return truth.all_of(left)
        case nodes.AnyOf():
            return truth.any_of(left)
        case nodes.AtLeast(n):
            return truth.at_least(n, left)


def test_of_a_conjunction_that_fails_only_what_failed_counts():
    assert reads(all_of(small, owned, gone), HOME) == ["h-1 tenure", "h-1 left_on"]


def test_of_a_disjunction_that_holds_only_what_holds_counts():
    assert reads(any_of(large, settled), HOME) == ["h-1 settled_on"]


def test_of_what_is_open_only_the_open_parts_count():
    assert reads(all_of(small, gone), HOME, known_on=date(2019, 12, 1)) == ["h-1 left_on"]


def test_what_a_clause_inside_rests_on_is_left_to_it():
    assert reads(all_of(small, settled.named("settled", SAYS)), HOME) == ["h-1 rooms"]


def test_of_a_list_only_the_records_that_belong_count():
    camps = member.stays.where(lambda each: each.kind.is_in(Kind.CAMP))

    assert reads(camps.exist(), ANNA, FLAT, CAMP, UNCLEAR) == ["s-2 kind"]
    assert reads(camps.earliest(lambda each: each.first_day) <= KNOWN_ON, ANNA, FLAT, CAMP) == [
        "s-2 kind",
        "s-2 first_day",
    ]


def test_where_no_record_belongs_all_say_why():
    shelters = member.stays.where(lambda each: each.kind.is_in(Kind.SHELTER))

    assert reads(shelters.exist(), ANNA, FLAT, CAMP) == ["s-1 kind", "s-2 kind"]
    assert reads(shelters.count() >= 1, ANNA, FLAT, CAMP) == ["s-1 kind", "s-2 kind"]


def test_an_empty_list_is_told_of():
    assert reads(member.stays.exist(), ANNA) == ["list"]
    assert reads(member.stays.exist(), ANNA, known_on=KNOWN_ON) == ["list"]


def test_a_list_is_told_of_where_it_is_enough_that_it_holds_records():
    assert reads(member.stays.exist(), ANNA, FLAT) == ["list"]
    assert reads(member.stays.count() >= 1, ANNA, FLAT, known_on=KNOWN_ON) == ["list"]


def test_a_list_that_leaves_things_open_is_told_of_and_one_that_does_not_is_not():
    early = member.stays.where(lambda each: each.first_day <= date(2018, 12, 31))
    camps = member.stays.where(lambda each: each.kind.is_in(Kind.CAMP))

    assert reads(early.exist(), ANNA, FLAT, known_on=KNOWN_ON) == ["s-1 first_day"]
    assert reads(camps.exist(), ANNA, FLAT, known_on=KNOWN_ON) == ["list"]
    assert reads(camps.exist(), ANNA, UNCLEAR, known_on=KNOWN_ON) == ["list", "s-3 kind"]


def test_a_record_that_may_still_come_does_not_count_for_what_is_decided():
    first = member.stays.earliest(lambda each: each.first_day)

    assert reads(first <= KNOWN_ON, ANNA, FLAT, known_on=KNOWN_ON) == ["s-1 first_day"]


def test_a_day_that_ends_a_list_counts():
    complete = member.stays.complete_through(member.registered_on)

    assert "m-1 registered_on" in reads(complete.exist(), ANNA, known_on=KNOWN_ON)


def test_one_that_fails_is_enough_and_of_those_that_hold_all_are_needed():
    named = [each.named(f"c{n}", SAYS) for n, each in enumerate((small, settled, owned, gone))]

    assert each_suffices(traced(all_of(named[2], named[3]), HOME))
    assert not each_suffices(traced(all_of(named[0], named[1]), HOME))
    assert each_suffices(traced(any_of(named[0], named[1]), HOME))
    assert not each_suffices(traced(any_of(named[2], named[3]), HOME))
    assert not each_suffices(traced(at_least(2, *named), HOME))
    assert not each_suffices(traced(any_of(all_of(named[0], named[1]), named[1]), HOME))


def test_one_record_of_a_list_is_enough_for_it_to_exist():
    known = member.stays.where(lambda each: each.kind.is_in(*Kind).named("kind", SAYS))

    assert each_suffices(traced(known.exist(), ANNA, FLAT, CAMP))
    assert each_suffices(traced(known.exist(), ANNA, FLAT))


def test_an_absent_day_decides_as_things_stand():
    assert HOME.left_on is ABSENT
    assert reads(gone, HOME) == ["h-1 left_on"]
