"""The same persons under several metrics: who is counted where, and why the totals differ."""

from collections import Counter
from datetime import date

import attrs
import pytest
from effort import tries
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stays_lab import ACT, ROWS, STAYED, STAYS, WORKERS, stays

from inclusion_core.errors import AssumptionError, DeclarationError, SchemaError
from inclusion_core.expr import all_of, months_after, subject
from inclusion_core.expr.frames import Tables
from inclusion_core.facts.moments import PERIOD_LAST_DAY
from inclusion_core.facts.rows import (
    ClientRow,
    EnrolmentRow,
    HouseholdRow,
    ParticipationRow,
    PersonRow,
    SamePersonLinkRow,
)
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.metric import Grain, Measure, Membership, Metric
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender, SamePersonLink
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.household import Household, HouseholdMembership
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.json_text import json_text
from inclusion_core.reports.lineage.subjects import State
from inclusion_core.reports.reconciling import reconciled, reconciliation_report
from inclusion_core.reports.reconciling.bridge import Place, Step
from inclusion_core.reports.reconciling.missed import WithoutClause
from inclusion_core.testing import Interests, caseloads
from inclusion_core.texts import Language, Text, lv
from inclusion_core.values import NOT_ASKED

PERIOD = Period.year(2018)
END = date(2018, 12, 31)
ENGINES = pytest.mark.parametrize("engine", [None, "polars", "duckdb"])
SAYS = lv("Skaits").en("Number")

participation = subject(ParticipationRow)
enrolment = subject(EnrolmentRow)
person = subject(PersonRow)
client = subject(ClientRow)
household = subject(HouseholdRow)


def metric(key, row, universe, **more):
    given = {
        "says": lv(f"Rādītājs {key}").en(f"Metric {key}"),
        "grain": Grain.PROGRAMME,
        "membership": Membership.ENTERED,
        "source": ACT,
        **more,
    }
    return Metric(id=f"toy.{key}", subject=row, universe=universe, **given)


entered = participation.entered_on <= PERIOD_LAST_DAY
in_mentoring = participation.programme.declared_as.is_in("toy.mentoring")
ENTRIES = metric("entries", ParticipationRow, entered)
WOMEN = metric(
    "women",
    ParticipationRow,
    entered & in_mentoring,
    where=participation.client.gender.is_in(Gender.FEMALE),
)
FINISHED = metric(
    "finished",
    ParticipationRow,
    (participation.left_on <= PERIOD_LAST_DAY).named(
        "left", lv("aizgāja {period}").en("left {period}")
    ),
    where=participation.leaving_reason.is_in(LeavingReason.COMPLETED),
    settled_on=months_after(participation.left_on, 1),
)
ONCE = metric(
    "once",
    EnrolmentRow,
    enrolment.participations.where(lambda each: each.entered_on <= PERIOD_LAST_DAY).exist(),
    grain=Grain.OPERATION,
)
PERSONS = metric(
    "persons", PersonRow, person.clients.each(lambda each: each.participations).exist()
)
CLIENTS = metric("clients", ClientRow, client.gender.is_known())
FAMILIES = metric("families", HouseholdRow, household.memberships.exist())
ALL = (ENTRIES, WOMEN, FINISHED, ONCE, PERSONS, CLIENTS, FAMILIES)


def stay(key, who, programme, entered_on, *left):
    left = dict(zip(("left_on", "leaving_reason"), left, strict=False))
    return Participation(
        id=key, client_id=who, programme_id=programme, entered_on=entered_on, **left
    )


DONE = LeavingReason.COMPLETED
RECORDS = (
    Operation(id="o-1", number="1", title="One", beneficiary="B"),
    Operation(id="o-2", number="2", title="Two", beneficiary="B"),
    Programme(id="g-1", operation_id="o-1", declared_as="toy.mentoring"),
    Programme(id="g-2", operation_id="o-2", declared_as="toy.motivation"),
    Client(id="c-1", provider_id="v", gender=Gender.FEMALE),
    Client(id="c-2", provider_id="v", gender=Gender.MALE),
    Client(id="c-3", provider_id="v", gender=NOT_ASKED),
    Client(id="c-4", provider_id="w", gender=Gender.FEMALE),
    SamePersonLink(id="l", client_id="c-1", other_client_id="c-4", linked_on=date(2018, 1, 1)),
    # c-1, who is c-4 as well: twice in one operation, and once in another.
    stay("p-1", "c-1", "g-1", date(2018, 1, 10), date(2018, 3, 1), DONE),
    stay("p-2", "c-4", "g-1", date(2018, 4, 10), date(2018, 6, 1), LeavingReason.REFUSED),
    stay("p-3", "c-1", "g-2", date(2018, 5, 10)),
    stay("p-4", "c-2", "g-2", date(2018, 2, 1), date(2018, 12, 20), DONE),
    stay("p-5", "c-3", "g-1", date(2018, 7, 1), date(2018, 8, 1), NOT_ASKED),
    stay("p-6", "gone", "g-1", date(2018, 9, 1), date(2018, 10, 1), DONE),
    Household(id="h"),
    HouseholdMembership(id="m", household_id="h", client_id="c-2"),
)


def data_of(records=RECORDS, engine=None, known_on=END):
    caseload = Caseload.of_records(records, known_on=known_on)
    return ReportData.of_caseload(caseload, SCHEMA, engine=engine)


def found(*metrics, data=None, **more):
    return reconciled(metrics, data or data_of(), period=PERIOD, status_day=END, **more)


def the_table(report, key):
    (table,) = (each for section in report.sections for each in section.tables if each.id == key)
    return table


def shown(table):
    return {
        row.id: [
            each.value.in_("en") if isinstance(each.value, Text) else each.value
            for each in row.cells
        ]
        for row in table.rows
    }


@ENGINES
def test_each_step_is_counted_and_the_bridge_adds_up(engine):
    bridge = found(ENTRIES, ONCE, PERSONS, FAMILIES, data=data_of(engine=engine)).bridge

    assert bridge.figures == {
        Place("toy.entries", "o-1"): 4,
        Place("toy.entries", "o-2"): 2,
        Place("toy.once", "o-1"): 2,
        Place("toy.once", "o-2"): 2,
        Place("toy.persons"): 3,
        Place("toy.families"): 1,
    }
    assert bridge.steps == {
        Step.NO_PERSONS: 1,
        Step.NOBODY_NAMED: 1,
        Step.SEVERAL_PARTICIPATIONS: 1,
        Step.SEVERAL_OPERATIONS: 2,
        Step.SEVERAL_METRICS: 6,
    }
    assert (bridge.total, bridge.persons, bridge.adds_up) == (14, 3, True)


@ENGINES
def test_each_person_is_in_exactly_one_combination_of_places(engine):
    bridge = found(ENTRIES, WOMEN, data=data_of(engine=engine)).bridge

    one, two = Place("toy.entries", "o-1"), Place("toy.entries", "o-2")
    assert list(bridge.combinations.items()) == [
        ((one,), 1),
        ((two,), 1),
        ((one, two, Place("toy.women", "o-1")), 1),
    ]


def test_who_may_yet_be_counted_is_told_apart():
    reconciliation = found(WOMEN, FINISHED)
    (table,) = (reconciliation_report(reconciliation).sections[1].tables[0],)

    assert reconciliation.bridge.perhaps == 2  # one of unknown gender, one whose window is open
    assert [note.in_("en") for note in table.notes] == [
        "Of 2 more persons it is not known whether they count, or a window is still open."
    ]


@ENGINES
def test_whom_another_metric_does_not_count_has_a_reason(engine):
    by_pair = {
        (each.by.metric.id, each.other.metric.id): each
        for each in found(ENTRIES, WOMEN, FINISHED, CLIENTS, data=data_of(engine=engine)).missed
    }

    assert dict(by_pair["toy.entries", "toy.women"].why) == {
        "c-2": 1,  # in_mentoring
        "c-3": WithoutClause.NOT_KNOWN,
    }
    assert dict(by_pair["toy.entries", "toy.finished"].why) == {
        "c-2": WithoutClause.OPEN,
        "c-3": WithoutClause.NOT_KNOWN,
    }
    assert dict(by_pair["toy.entries", "toy.clients"].why) == {"c-3": 0}
    assert dict(by_pair["toy.women", "toy.entries"].why) == {}
    assert by_pair["toy.entries", "toy.women"].numbers == {1: 1, WithoutClause.NOT_KNOWN: 1}


def test_who_has_no_record_that_could_count_is_told_so():
    lonely = (*RECORDS, Client(id="c-9", provider_id="v", gender=Gender.MALE))
    (missed, _) = found(CLIENTS, ENTRIES, data=data_of(lonely)).missed

    assert missed.why == {"c-9": WithoutClause.NO_RECORD}


def test_of_several_records_the_nearest_says_why():
    later = metric(
        "later",
        ParticipationRow,
        participation.entered_on >= date(2018, 4, 1),
        where=participation.left_on <= date(2018, 5, 1),
    )
    missed = found(CLIENTS, later).missed[0]

    # c-1 was in p-1, which is too early, and in p-2 and p-3, which end too late.
    assert missed.why == {"c-1": 1, "c-2": 0}


def test_the_same_record_says_why_where_both_metrics_count_such():
    first = metric("first", ParticipationRow, participation.entered_on <= date(2018, 2, 1))
    late = metric(
        "late",
        ParticipationRow,
        participation.entered_on >= date(2018, 5, 1),
        where=participation.left_on <= date(2018, 5, 1),
    )

    assert found(first, late).missed[0].why == {"c-1": 0, "c-2": 0}


@ENGINES
def test_the_report_is_the_same_on_every_engine_and_reads_back(engine):
    reconciliation = found(*ALL, data=data_of(engine=engine))
    report = reconciliation_report(reconciliation, list_persons=True)

    assert report == reconciliation_report(found(*ALL), list_persons=True)
    read = report_from_json(json_text(report, Language.EN))
    assert read.lists_persons
    assert [each.id for each in read.sections] == [each.id for each in report.sections]


def test_the_report_shows_definitions_figures_and_the_proof():
    report = reconciliation_report(found(WOMEN, FINISHED, FAMILIES))

    none = shown(the_table(report, "figures"))["toy.families"][4]
    assert shown(the_table(report, "figures")) == {
        "toy.women/o-1": ["participation", "per programme", "entered", 2, 1, none],
        "toy.finished/o-1": ["participation", "per programme", "entered", 2, 1, 0],
        "toy.finished/o-2": ["participation", "per programme", "entered", 0, 0, 1],
        "toy.families": ["household", "per programme", "entered", 1, none, none],
    }
    assert shown(the_table(report, "bridge")) == {
        "sum": [none, 5],
        "no-persons": [-1, 4],
        "nobody-named": [-1, 3],
        "several-participations": [-1, 2],
        "several-operations": [0, 2],
        "several-metrics": [-1, 1],
        "persons": [none, 1],
        "adds-up": [none, "yes"],
    }
    assert shown(the_table(report, "combinations")) == {
        "toy.women/o-1 + toy.finished/o-1": [1],
        "together": [1],
    }
    assert not report.broken
    assert not report.lists_persons


def test_the_report_says_in_words_why_a_person_is_not_counted():
    report = reconciliation_report(found(ENTRIES, WOMEN, FINISHED))
    rows = {row.id: row.heading.in_("en") for row in the_table(report, "missed").rows}

    assert rows["toy.entries - toy.women"] == "counted by Metric entries, not by Metric women"
    assert rows["toy.entries - toy.women/clause-2"] == (
        "does not hold (universe): programme in the catalogue: toy.mentoring"
    )
    assert rows["toy.entries - toy.women/not-known"] == "not known whether it counts"
    assert {section.id for section in report.sections} >= {
        "definitions.toy.entries.toy.women",
        "definitions.toy.entries.toy.finished",
        "definitions.toy.women.toy.finished",
    }


def test_metrics_of_other_subjects_alone_miss_nobody():
    report = reconciliation_report(found(FAMILIES))

    assert [section.id for section in report.sections] == ["figures", "bridge"]


def test_persons_are_named_only_where_that_is_asked_for():
    reconciliation = found(ENTRIES, WOMEN, ONCE, FAMILIES)
    report = reconciliation_report(reconciliation, list_persons=True)
    plain = reconciliation_report(reconciliation)

    assert "c-1" not in json_text(plain, Language.EN).decode()
    assert {each.id: list(shown(each)) for each in report.sections[-1].tables} == {
        "persons.several-participations": ["c-1"],
        "persons.several-operations": ["c-1"],
        "persons.several-metrics": ["c-1", "c-2", "c-3"],
        "persons.nobody-named": ["p-6"],
        "persons.toy.entries - toy.women": ["c-2", "c-3"],
        "persons.toy.once - toy.women": ["c-2", "c-3"],
    }
    several = shown(the_table(report, "persons.several-operations"))["c-1"]
    assert several[1] == 2
    assert several[0].startswith("Metric entries [o-1], Metric entries [o-2]")
    assert report.lists_persons
    assert "not for publication" in report.notes[0].in_("en")


def test_a_list_of_nobody_makes_no_section():
    report = reconciliation_report(found(PERSONS), list_persons=True)

    assert not report.lists_persons
    assert [section.id for section in report.sections] == ["figures", "bridge"]


def test_figures_that_do_not_add_up_are_told_first_of_all():
    reconciliation = found(ENTRIES)
    wrong = attrs.evolve(reconciliation, bridge=attrs.evolve(reconciliation.bridge, persons=99))
    report = reconciliation_report(wrong)

    assert report.broken
    assert report.sections[0].title.in_("en") == "Attention: the figures do not add up"
    assert shown(the_table(report, "bridge"))["adds-up"][1] == "no"


def test_nobody_is_named_in_a_repr():
    assert "c-1" not in repr(found(ENTRIES, WOMEN))


def test_a_metric_that_counts_no_subjects_cannot_be_reconciled():
    minutes = metric(
        "minutes",
        ParticipationRow,
        entered,
        measure=Measure.TOTAL,
        amount=participation.attendances.sum(lambda each: each.minutes),
        unit=SAYS,
    )

    with pytest.raises(DeclarationError, match="does not count subjects"):
        found(minutes)


def test_a_record_that_names_two_clients_is_about_no_one_person():
    links = metric("links", SamePersonLinkRow, all_of())

    bridge = found(links).bridge
    assert bridge.steps[Step.NO_PERSONS] == bridge.total == 1


def test_assumptions_are_told_and_others_can_be_made():
    data = ReportData(on=stays(*ROWS), known_on=END, fingerprint="a" * 64, records=len(ROWS))
    reconciliation = found(STAYED, WORKERS, data=data, assumptions={"toy.window": 0})

    assert reconciliation.parameters.numbers["toy.window"] == 0
    assert reconciliation_report(reconciliation).sections[-1].id == "assumptions"
    with pytest.raises(AssumptionError):
        found(STAYED, data=data, assumptions={"toy.window": 7})


@pytest.mark.parametrize("engine", [None, "polars"])
def test_a_facts_table_alone_tells_of_no_persons(engine):
    known = {"known_on": END, "fingerprint": "a" * 64, "records": len(ROWS)}
    data = ReportData(on=stays(*ROWS), **known)
    if engine is not None:
        tables = Tables.of_records(STAYS.schema, {"toy_stay": ROWS}, engine=engine)
        data = ReportData.of_tables(tables, **known)
    reconciliation = found(STAYED, WORKERS, data=data)

    assert reconciliation.bridge.steps[Step.NO_PERSONS] == reconciliation.bridge.total == 6
    assert reconciliation.missed == ()


@ENGINES
def test_rows_of_a_facts_table_belong_to_who_their_records_are_about(engine):
    bridge = found(STAYED, ENTRIES, data=data_of(engine=engine)).bridge

    assert bridge.figures[Place("toy.stayed", "o-1")] == 4
    assert bridge.persons == 3
    assert bridge.steps[Step.NOBODY_NAMED] == 2


def test_a_register_without_what_is_counted_is_refused():
    data = ReportData(on=stays(*ROWS), known_on=END, fingerprint="a" * 64, records=len(ROWS))

    with pytest.raises(SchemaError, match=r"toy\.entries counts it"):
        found(ENTRIES, data=data)


# Laws.

LAW = Interests.of([each.node for metric in ALL for each in metric.expressions.values()], SCHEMA)


@settings(max_examples=tries(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    caseloads(SCHEMA, interests=LAW, programmes=["toy.mentoring", "toy.motivation"], clients=4),
    st.lists(st.sampled_from(ALL), min_size=1, max_size=4, unique_by=lambda each: each.id),
)
def test_the_bridge_always_adds_up_and_agrees_with_counting(caseload, metrics):
    data = ReportData.of_caseload(caseload, SCHEMA)
    reconciliation = reconciled(metrics, data, period=Period.year(2018), status_day=END)
    bridge = reconciliation.bridge

    assert bridge.adds_up
    figures = data.count(metrics, reconciliation.parameters)
    for listing in reconciliation.listings:
        total = figures[listing.metric.id].total
        states = Counter(each.state for each in listing.subjects)
        assert states[State.COUNTED] == total.counted
        assert states[State.UNKNOWN] == total.unknown
        assert states[State.OPEN] == total.open
    counted = [
        {each.person for each in listing.subjects if each.state is State.COUNTED} - {""}
        for listing in reconciliation.listings
        if listing.of_persons
    ]
    assert bridge.persons == len(set().union(*counted))
    of_persons = [each for each in reconciliation.listings if each.of_persons]
    by_id = dict(zip((each.metric.id for each in of_persons), counted, strict=True))
    for missed in reconciliation.missed:
        one, other = by_id[missed.by.metric.id], by_id[missed.other.metric.id]
        assert missed.why.keys() == one - other
        assert sum(missed.numbers.values()) == len(one - other)
        for why in missed.why.values():
            assert isinstance(why, WithoutClause) or why < len(missed.other.clauses)
    assert reconciliation_report(reconciliation, list_persons=True).broken is False
