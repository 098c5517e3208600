"""Who is behind a number: members, persons and households, on records and on every engine."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from stays_lab import ACT, GENDER, HOUSE, LEAVERS, MIDDLE, PROVIDERS, ROWS, SAYS, STAYED, STAYS
from stays_lab import metric as stay_metric

from inclusion_core.errors import DeclarationError, UnknownNameError
from inclusion_core.expr import all_of
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.rows import (
    ClientRow,
    FundRow,
    HouseholdRow,
    ParticipationRow,
    PersonRow,
    SamePersonLinkRow,
    ServiceRow,
    StaffMemberRow,
)
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.metric import Grain, Measure, Membership, Metric
from inclusion_core.metrics.tally import NoCode
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.funding import Contract, Operation, Programme
from inclusion_core.model.household import Household, HouseholdMembership
from inclusion_core.model.participation import Participation
from inclusion_core.model.service import Service, ServiceAttendance
from inclusion_core.model.staff import StaffMember
from inclusion_core.periods import Period
from inclusion_core.reports.behind import Count, Shows
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import CrossTable, FigureTable, ReportForm, SectionForm
from inclusion_core.reports.lineage import Backing, State
from inclusion_core.reports.lineage.subjects import listing_of
from inclusion_core.texts import Text
from inclusion_core.values import ABSENT

END = date(2018, 12, 31)
DAYS = {"period": Period.year(2018), "status_day": END}
ENGINES = pytest.mark.parametrize("engine", [None, "polars", "duckdb"])
BY_HOUSE = stay_metric("houses", by=HOUSE, measure=Measure.DIFFERENT_CODES)


def all_of_them(row):
    return Metric(
        id=f"toy.{row.record_type}",
        says=SAYS,
        subject=row,
        universe=all_of(),
        grain=Grain.PROGRAMME,
        membership=Membership.ENTERED,
        source=ACT,
    )


PARTICIPATIONS = all_of_them(ParticipationRow)
PERSONS = all_of_them(PersonRow)
CLIENTS = all_of_them(ClientRow)
FAMILIES = all_of_them(HouseholdRow)
SERVICES = all_of_them(ServiceRow)
STAFF = all_of_them(StaffMemberRow)
LINKS = all_of_them(SamePersonLinkRow)
FUNDS = all_of_them(FundRow)
ALL = (PARTICIPATIONS, PERSONS, CLIENTS, FAMILIES, SERVICES, STAFF, LINKS, FUNDS)


def came(key, client, programme="g"):
    return Participation(
        id=key, client_id=client, programme_id=programme, entered_on=date(2018, 1, 1)
    )


def lives(key, household, client):
    return HouseholdMembership(id=key, household_id=household, client_id=client)


RECORDS = (
    Operation(id="o", number="1", title="One", beneficiary="B"),
    Programme(id="g", operation_id="o", declared_as="toy.course"),
    Contract(id="k", programme_id="g", provider_id="v", number="1"),
    *(Client(id=f"c-{number}", provider_id="v") for number in range(1, 6)),
    # c-1 and c-5 are one person; c-1 and c-2 live in h-1, c-2 and c-3 in h-2, c-4 alone.
    SamePersonLink(id="l", client_id="c-1", other_client_id="c-5", linked_on=date(2018, 1, 1)),
    Household(id="h-1"),
    Household(id="h-2"),
    Household(id="h-empty"),
    lives("m-1", "h-1", "c-1"),
    lives("m-2", "h-1", "c-2"),
    lives("m-3", "h-2", "c-2"),
    lives("m-4", "h-2", "c-3"),
    lives("m-5", "h-empty", "gone"),
    came("p-1", "c-1"),
    came("p-2", "c-3"),
    came("p-3", "c-4"),
    came("p-4", "c-5"),
    came("p-5", "gone"),
    came("p-6", "gone"),
    Service(id="s-1", contract_id="k", given_on=date(2018, 2, 1)),
    Service(id="s-2", contract_id="k", given_on=date(2018, 2, 2)),
    ServiceAttendance(id="a-1", service_id="s-1", participation_id="p-1"),
    ServiceAttendance(id="a-2", service_id="s-1", participation_id="p-3"),
    StaffMember(id="w", provider_id="v"),
)


def form_of(*metrics, by=None):
    figures = FigureTable(id="figures", title=SAYS, row_heading=SAYS, metrics=metrics)
    tables = (figures,)
    if by is not None:
        crossed = CrossTable(
            id="crossed",
            title=SAYS,
            row_heading=SAYS,
            metrics=metrics[:1],
            by=by,
            codes=(),
            name=Text.same,
        )
        tables = (figures, crossed)
    section = SectionForm(id="s", title=SAYS, tables=tables)
    return ReportForm(id="toy.form", title=SAYS, subtitle=SAYS, sections=(section,))


def lineage_of(*metrics, records=RECORDS, engine=None, data=None, **more):
    if data is None:
        caseload = Caseload.of_records(records, known_on=END)
        data = ReportData.of_caseload(caseload, SCHEMA, engine=engine)
    return form_of(*metrics, **more).lineage(data, **DAYS)


def of_stays(*metrics, rows=ROWS, engine=None, known_on=date(2018, 7, 1), **more):
    records = Records(STAYS.schema, {"toy_stay": rows})
    on = (
        records
        if engine is None
        else Tables.of_records(STAYS.schema, {"toy_stay": rows}, engine=engine)
    )
    data = ReportData(on=on, known_on=known_on, fingerprint="3f9a" * 16, records=len(rows))
    return lineage_of(*metrics, data=data, **more)


def ids(subjects):
    return [each.id for each in subjects]


@ENGINES
def test_the_persons_and_households_behind_each_kind_of_subject(engine):
    lineage = lineage_of(*ALL, engine=engine)

    def behind(metric):
        return {
            each.id: (each.persons, each.households) for each in lineage.listing(metric.id).subjects
        }

    both = ("h-1", "h-2")
    assert behind(PARTICIPATIONS) == {
        "p-1": (("c-1",), ("h-1",)),
        "p-2": (("c-3",), ("h-2",)),
        "p-3": (("c-4",), ()),
        "p-4": (("c-1",), ("h-1",)),
        "p-5": ((), ()),
        "p-6": ((), ()),
    }
    assert behind(PERSONS)["c-2"] == (("c-2",), both)
    assert behind(CLIENTS)["c-5"] == (("c-1",), ("h-1",))
    assert behind(FAMILIES) == {
        "h-1": (("c-1", "c-2"), both),
        "h-2": (("c-2", "c-3"), both),
        "h-empty": ((), ("h-empty",)),
    }
    assert behind(SERVICES) == {"s-1": (("c-1", "c-4"), ("h-1",)), "s-2": ((), ())}
    assert behind(STAFF) == {"w": ((), ())}
    assert behind(LINKS) == {"l": (("c-1",), ("h-1",))}


@ENGINES
def test_the_fewest_households_that_the_persons_can_come_from(engine):
    lineage = lineage_of(*ALL, engine=engine)

    def backing(metric):
        found = lineage.backing(Count(metric=metric.id))
        return found.persons, found.households

    # c-1, c-2 and c-3 may be one family, for c-2 lived with both.
    assert backing(PERSONS) == (4, 2)
    assert backing(PARTICIPATIONS) == (3, 2)
    assert backing(CLIENTS) == (4, 2)
    # Somebody lives in a household of which nobody is told.
    assert backing(FAMILIES) == (4, 2)
    assert backing(SERVICES) == (2, 2)
    assert backing(STAFF) == (0, 0)
    assert backing(FUNDS) == (0, 0)
    assert [lineage.listing(each.id).about_clients for each in (SERVICES, STAFF)] == [True, False]


def test_of_whom_nobody_is_told_may_be_one_and_the_same_person():
    lineage = lineage_of(
        PARTICIPATIONS, records=(*RECORDS[:2], came("x", "gone"), came("y", "lost"))
    )
    count = Count(metric=PARTICIPATIONS.id)

    assert lineage.number(count) == 2
    assert lineage.backing(count) == Backing(persons=1, households=1)
    assert lineage.backing(attrs.evolve(count, shows=Shows.OPEN)) == Backing(
        persons=0, households=0
    )


@ENGINES
def test_where_the_data_know_no_persons_each_subject_counts_as_one(engine):
    lineage = of_stays(STAYED, engine=engine)
    listing = lineage.listing(STAYED.id)

    assert (listing.about_clients, listing.persons_known, listing.of_persons) == (
        True,
        False,
        False,
    )
    assert ids(lineage.members(Count(metric=STAYED.id))) == ["s-1", "s-2", "s-3", "s-4", "s-5"]
    assert lineage.backing(Count(metric=STAYED.id)) == Backing(persons=5, households=5)


def test_what_no_schema_tells_of_may_be_about_clients():
    table = attrs.evolve(STAYS, subject=ParticipationRow)
    assert of_stays(attrs.evolve(STAYED, table=table)).listing(STAYED.id).about_clients

    class Nowhere(ParticipationRow):
        record_type = "nowhere"

    assert lineage_of(PERSONS)._belongings.of("nowhere").about_clients


def test_the_data_may_have_households_and_nothing_that_leads_to_them():
    on = Records(
        Schema({name: SCHEMA[name] for name in ("household_membership", "household")}),
        {"household": (Household(id="h"),)},
    )
    data = ReportData(on=on, known_on=END, fingerprint="3f9a" * 16, records=1)
    lineage = lineage_of(FAMILIES, data=data)

    assert lineage.backing(Count(metric=FAMILIES.id)) == Backing(persons=1, households=1)


def test_a_register_without_a_table_of_members_knows_of_no_household():
    tables = Tables.of_records(
        SCHEMA,
        Caseload.of_records(RECORDS, known_on=END).records,
        engine="polars",
    )
    frames = {name: tables.frames[name] for name in ("participation", "client", "person")}
    data = ReportData(
        on=attrs.evolve(tables, frames=frames), known_on=END, fingerprint="3f9a" * 16, records=9
    )
    lineage = lineage_of(PARTICIPATIONS, data=data)

    assert lineage.backing(Count(metric=PARTICIPATIONS.id)) == Backing(persons=3, households=3)


@ENGINES
def test_a_number_is_worked_out_of_its_members_by_its_measure(engine):
    lineage = of_stays(PROVIDERS, MIDDLE, BY_HOUSE, LEAVERS, engine=engine, by=GENDER)

    def asked(metric, shows=Shows.FIGURE, **groups):
        count = Count(metric=metric.id, groups=tuple(groups.items()), shows=shows)
        return lineage.number(count), ids(lineage.members(count))

    assert asked(PROVIDERS) == (8, ["s-1", "s-2", "s-4", "s-5"])
    assert asked(PROVIDERS, Shows.UNKNOWN) == (2, ["s-3", "s-7"])
    assert asked(PROVIDERS, gender=("female",)) == (6, ["s-1", "s-4"])
    assert asked(MIDDLE) == (Decimal("1.5"), ["s-1", "s-2", "s-4", "s-5"])
    assert asked(MIDDLE, gender=("non_binary",)) == (None, [])
    assert asked(BY_HOUSE) == (2, ["s-1", "s-2", "s-3", "s-5"])
    assert asked(BY_HOUSE, Shows.UNKNOWN) == (2, ["s-4", "s-7"])
    assert asked(BY_HOUSE, house=("oak",)) == (2, ["s-1", "s-3"])
    assert asked(BY_HOUSE, Shows.UNKNOWN, house=(NoCode.UNKNOWN,)) == (1, ["s-7"])
    assert asked(LEAVERS) == (2, ["s-1", "s-2"])
    assert asked(LEAVERS, Shows.OPEN, gender=("male", NoCode.UNKNOWN)) == (
        3,
        ["s-3", "s-5", "s-7"],
    )


def test_a_subject_tells_its_codes_its_amount_and_its_state():
    listing = of_stays(PROVIDERS, by=GENDER).listing(PROVIDERS.id)
    states = {each.id: each.state for each in listing.subjects}
    third = listing.subjects[2]

    assert states["s-6"] is State.NOT_COUNTED
    assert (third.codes, third.amount) == ({"gender": NoCode.UNKNOWN}, None)
    assert listing.subjects[0].amount == 2
    assert "s-1" not in repr(listing)


def test_a_subject_without_a_code_has_none():
    rows = (attrs.evolve(ROWS[0], house=ABSENT), ROWS[1])
    lineage = of_stays(BY_HOUSE, rows=rows)

    assert [each.codes["house"] for each in lineage.listing(BY_HOUSE.id).subjects] == [
        NoCode.ABSENT,
        "elm",
    ]


def test_facts_are_worked_out_once_and_the_listing_too():
    lineage = lineage_of(STAYED, LEAVERS)

    assert lineage.listing(STAYED.id) is lineage.listing(STAYED.id)
    assert ids(lineage.members(Count(metric=STAYED.id))) == [f"p-{key}" for key in range(1, 7)]
    assert lineage.backing(Count(metric=STAYED.id)) == Backing(persons=3, households=2)


def test_of_what_the_data_do_not_tell_nobody_is_listed():
    lineage = of_stays(STAYED, FUNDS)

    assert lineage.listing(FUNDS.id).subjects == ()
    assert lineage.explained(FUNDS.id, "f") is None


def test_a_metric_or_an_axis_that_is_not_in_the_report_is_refused():
    lineage = of_stays(STAYED, by=GENDER)

    with pytest.raises(UnknownNameError, match=r"toy\.stayed"):
        lineage.members(Count(metric="toy.stayd"))
    with pytest.raises(UnknownNameError, match="no axis"):
        lineage.members(Count(metric=STAYED.id, groups=(("genders", ("male",)),)))


def test_two_axes_with_one_id_are_refused():
    own = attrs.evolve(HOUSE, id="gender")
    given = of_stays(STAYED)

    with pytest.raises(DeclarationError, match="two axes that differ have the id gender"):
        listing_of(stay_metric("both", by=own), given.data, given.parameters, axes=(GENDER,))


@ENGINES
def test_a_case_is_explained_as_it_is_listed(engine):
    lineage = of_stays(LEAVERS, STAYED, engine=engine)

    for metric in (LEAVERS, STAYED):
        for each in lineage.listing(metric.id).subjects:
            explained = lineage.explained(metric.id, each.id)
            assert explained.state == each.state.value
            assert tuple(part.truth for part in explained.parts) == each.truths
    assert lineage.explained(STAYED.id, "s-99") is None


@ENGINES
def test_a_row_of_a_facts_table_that_is_worked_out_is_explained(engine):
    lineage = lineage_of(STAYED, engine=engine)

    assert lineage.explained(STAYED.id, "p-1").state == "counted"


def test_a_lineage_names_nobody_when_it_is_shown():
    lineage = lineage_of(PERSONS)
    lineage.listing(PERSONS.id)

    assert "c-1" not in repr(lineage)
    assert "toy.person" in repr(lineage)
