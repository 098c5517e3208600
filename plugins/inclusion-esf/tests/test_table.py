"""The facts of a participation, each worked out of the records of a caseload and of its tables."""

from datetime import date

import attrs
import pytest

from inclusion_core import ABSENT, NOT_ASKED, Caseload, Reason, Unknown
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.assumption import assumed
from inclusion_core.facts.building import facts_records, facts_tables
from inclusion_core.model.client import Client, Gender, SamePersonLink
from inclusion_core.model.education import EducationLevel
from inclusion_core.model.entry import EntryTraits, Settlement
from inclusion_core.model.funding import Operation, Programme, Provider
from inclusion_core.model.labour import (
    ContractKind,
    LabourSpell,
    LabourStatus,
    WorkingTime,
)
from inclusion_core.model.outcome import Outcome, OutcomeKind
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import CitizenshipKind, CitizenshipSpell
from inclusion_core.model.yes_no import YesNo
from inclusion_core.testing import installed_catalogue
from inclusion_core.values import PartialDay
from inclusion_esf.citizenship import ALWAYS_MEMBERS, MEMBERS_FOR_A_TIME
from inclusion_esf.participation import EsfParticipation, EsfParticipationRow, LabourEvent
from inclusion_esf.records import EsfProject
from inclusion_esf.sample import build
from inclusion_esf.table import PARTICIPATIONS

SCHEMA = installed_catalogue().schema
KNOWN_ON = date(2020, 12, 31)
REFUSED = Unknown(Reason.REFUSED)

ENTERED_ON, LEFT_ON = date(2018, 1, 10), date(2018, 8, 31)

PROVIDER = Provider(id="provider", name="P")
OPERATION = Operation(id="work", number="1", title="T", beneficiary="B")
PROGRAMME = Programme(id="course", operation_id="work", declared_as="esf.sample")
MENTORING = Programme(id="mentoring", operation_id="work", declared_as="esf.sample")
CLIENT = Client(id="anna", provider_id="provider", gender=Gender.FEMALE, born_on=date(1990, 5, 17))
STAY = Participation(
    id="stay", client_id="anna", programme_id="course", entered_on=ENTERED_ON, left_on=LEFT_ON
)
TRAITS = EntryTraits(id="traits", participation_id="stay")
PROJECT = EsfProject(id="project", operation_id="work", objective="9i", most_deprived=YesNo.NO)
BASE = (PROVIDER, OPERATION, PROGRAMME, MENTORING, CLIENT, STAY, TRAITS, PROJECT)


def rows(*records, **assumptions):
    """The rows of the base case with these records in it."""
    by_key = {(type(each), each.id): each for each in (*BASE, *records)}
    caseload = Caseload.of_records(by_key.values(), known_on=KNOWN_ON)
    named = {f"esf.{name.replace('_', '-')}": value for name, value in assumptions.items()}
    parameters = assumed(Parameters(), PARTICIPATIONS.assumes, named)
    found = facts_records(PARTICIPATIONS, Records(SCHEMA, caseload.records), parameters)
    return found.of_type("esf_participation")


def row(*records, **assumptions):
    (only,) = rows(*records, **assumptions)
    return only


def outcome(kind, happened_on, key="outcome", participation="stay"):
    return Outcome(id=key, participation_id=participation, kind=kind, happened_on=happened_on)


def work(first_day, last_day=ABSENT, key="work", client="anna", **fields):
    given = {"status": LabourStatus.EMPLOYED, **fields}
    return LabourSpell(id=key, client_id=client, first_day=first_day, last_day=last_day, **given)


def citizen(country, first_day=date(1990, 5, 17), last_day=ABSENT, key="passport"):
    return CitizenshipSpell(
        id=key,
        client_id="anna",
        kind=CitizenshipKind.CITIZEN,
        country=country,
        first_day=first_day,
        last_day=last_day,
    )


# Who has a row.


def test_a_person_in_an_operation_has_one_row_with_the_id_of_the_enrolment():
    assert row().id == "anna/work"
    assert row().operation == "work"


def test_a_return_leaves_the_entry_and_its_traits_and_moves_the_leaving():
    returned = Participation(
        id="again",
        client_id="anna",
        programme_id="mentoring",
        entered_on=date(2019, 2, 1),
        left_on=date(2019, 5, 31),
    )
    then = EntryTraits(
        id="then", participation_id="again", labour_status=LabourStatus.EMPLOYED, region="LV005"
    )
    first = attrs.evolve(TRAITS, labour_status=LabourStatus.INACTIVE, region="LV006")
    found = row(returned, then, first)

    assert (found.entered_on, found.left_on) == (ENTERED_ON, date(2019, 5, 31))
    assert (found.labour_status, found.region) == (LabourStatus.INACTIVE, "LV006")


def test_who_is_still_in_one_of_the_programmes_has_not_left():
    lasting = Participation(
        id="again", client_id="anna", programme_id="mentoring", entered_on=date(2018, 2, 1)
    )
    assert row(lasting).left_on is ABSENT


def test_the_same_person_in_another_operation_is_another_participant():
    other = Operation(id="other", number="2", title="T", beneficiary="B")
    programme = Programme(id="p2", operation_id="other", declared_as="esf.sample")
    stay = Participation(id="s2", client_id="anna", programme_id="p2", entered_on=date(2019, 1, 1))
    found = rows(other, programme, stay)
    assert [(each.id, each.operation) for each in found] == [
        ("anna/other", "other"),
        ("anna/work", "work"),
    ]
    assert found[0].objective == NOT_ASKED


def test_two_clients_who_are_one_person_are_one_participant_of_the_operation():
    ann = Client(id="bann", provider_id="provider", gender=Gender.FEMALE)
    link = SamePersonLink(
        id="link", client_id="anna", other_client_id="bann", linked_on=date(2018, 1, 1)
    )
    stay = Participation(
        id="s2",
        client_id="bann",
        programme_id="mentoring",
        entered_on=date(2018, 9, 1),
        left_on=date(2018, 9, 30),
    )
    found = row(ann, link, stay, work(date(2019, 3, 1), client="bann"))

    assert (found.entered_on, found.left_on) == (ENTERED_ON, date(2018, 9, 30))
    assert found.labour_status_six_months_after is LabourStatus.EMPLOYED  # on 30 March 2019


# The operation.


def test_the_project_record_of_the_operation_says_the_objective():
    assert (row().objective, row().most_deprived) == ("9i", YesNo.NO)
    l_project = attrs.evolve(PROJECT, objective="l", most_deprived=YesNo.YES)
    assert (row(l_project).objective, row(l_project).most_deprived) == ("l", YesNo.YES)


def test_two_project_records_that_differ_leave_the_objective_open():
    second = EsfProject(id="second", operation_id="work", objective="l", most_deprived=YesNo.NO)
    found = row(second)
    assert isinstance(found.objective, Unknown)
    assert found.most_deprived is YesNo.NO


# Entry.


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("labour_status", LabourStatus.UNEMPLOYED),
        ("unemployed_since", date(2017, 3, 1)),
        ("unemployed_since", ABSENT),
        ("unemployed_since", PartialDay.of_month(2017, 3)),
        ("in_education", YesNo.YES),
        ("education_level", EducationLevel.ISCED_2),
        ("foreign_background", YesNo.YES),
        ("minority", YesNo.NO),
        ("minority", REFUSED),
        ("disability", REFUSED),
        ("homeless", YesNo.NO),
        ("other_disadvantage", YesNo.YES),
        ("settlement", Settlement.RURAL),
        ("jobless_household", YesNo.YES),
        ("dependent_children", YesNo.NO),
        ("single_adult", REFUSED),
        ("region", "LV006"),
    ],
)
def test_a_trait_on_entry_is_taken_over_with_the_reason_for_not_knowing_it(field, value):
    assert getattr(row(attrs.evolve(TRAITS, **{field: value})), field) == value


def test_the_client_says_gender_and_age():
    assert (row().gender, row().born_on) == (Gender.FEMALE, date(1990, 5, 17))
    unsure = attrs.evolve(CLIENT, gender=REFUSED, born_on=PartialDay.of_year(1990))
    assert (row(unsure).gender, row(unsure).born_on) == (REFUSED, PartialDay.of_year(1990))


def test_without_a_profile_at_entry_no_trait_is_known():
    nobodys = attrs.evolve(TRAITS, participation_id="elsewhere")
    assert row(nobodys).labour_status == NOT_ASKED
    assert row(nobodys).gender is Gender.FEMALE


# Third-country nationals.


def third_country(*records, **assumptions):
    return row(*records, **assumptions).third_country_national


def test_who_is_a_citizen_of_no_member_state_is_a_third_country_national():
    assert third_country(citizen("SY")) is YesNo.YES
    assert third_country(citizen("LV")) is YesNo.NO


def test_one_citizenship_of_the_union_is_enough_to_be_none():
    assert third_country(citizen("UA"), citizen("PL", key="other")) is YesNo.NO


def test_without_a_citizenship_that_covers_the_day_of_entry_it_is_not_known():
    assert third_country() == NOT_ASKED
    assert third_country(citizen("SY", last_day=date(2018, 1, 9))) == NOT_ASKED
    assert third_country(citizen("SY", first_day=date(2018, 1, 11))) == NOT_ASKED


def test_a_citizenship_of_a_country_that_is_not_known_leaves_it_open():
    assert isinstance(third_country(attrs.evolve(citizen("SY"), country=REFUSED)), Unknown)


@pytest.mark.parametrize(
    ("country", "entered_on", "expected"),
    [
        ("GB", date(2020, 1, 31), YesNo.NO),
        ("GB", date(2020, 2, 1), YesNo.YES),
        ("HR", date(2013, 6, 30), YesNo.YES),
        ("HR", date(2013, 7, 1), YesNo.NO),
    ],
)
def test_who_was_a_member_is_looked_at_on_the_day_of_entry(country, entered_on, expected):
    stay = attrs.evolve(STAY, entered_on=entered_on, left_on=ABSENT)
    assert third_country(stay, citizen(country)) is expected


def test_there_are_twenty_eight_members_with_one_for_each_code():
    assert len({*ALWAYS_MEMBERS, *MEMBERS_FOR_A_TIME}) == 28


@pytest.mark.parametrize("kind", [CitizenshipKind.STATELESS, CitizenshipKind.UNDETERMINED])
def test_who_belongs_to_no_state_is_a_third_country_national(kind):
    spell = attrs.evolve(citizen("LV"), kind=kind, country=ABSENT)
    assert third_country(spell) is YesNo.YES
    assert third_country(spell, non_citizens_are_third_country_nationals=0) is YesNo.YES


def test_latvian_non_citizens_are_such_unless_assumed_otherwise():
    spell = attrs.evolve(citizen("LV"), kind=CitizenshipKind.LATVIAN_NON_CITIZEN, country=ABSENT)
    assert third_country(spell) is YesNo.YES
    assert third_country(spell, non_citizens_are_third_country_nationals=0) is YesNo.NO


# Work on entry.


def test_work_on_entry_is_that_of_the_spell_that_covers_the_day():
    spell = work(
        ENTERED_ON,
        ENTERED_ON,
        contract=ContractKind.PRECARIOUS,
        working_time=WorkingTime.UNDEREMPLOYED,
    )
    found = row(spell)
    assert found.work_security is ContractKind.PRECARIOUS
    assert found.working_time is WorkingTime.UNDEREMPLOYED


def test_who_does_not_work_has_no_working_time_and_of_no_spell_nothing_is_known():
    idle = work(ENTERED_ON, status=LabourStatus.INACTIVE, contract=ABSENT, working_time=ABSENT)
    assert (row(idle).work_security, row(idle).working_time) == (ABSENT, ABSENT)
    assert (row().work_security, row().working_time) == (NOT_ASKED, NOT_ASKED)


# Upon leaving: 31 August 2018, the 28th day after is 28 September.


@pytest.mark.parametrize(
    ("happened_on", "since_entry", "since_leaving"),
    [
        (date(2018, 1, 9), ABSENT, ABSENT),
        (date(2018, 1, 10), LabourEvent.EMPLOYMENT, ABSENT),
        (date(2018, 8, 30), LabourEvent.EMPLOYMENT, ABSENT),
        (date(2018, 8, 31), LabourEvent.EMPLOYMENT, LabourEvent.EMPLOYMENT),
        (date(2018, 9, 28), LabourEvent.EMPLOYMENT, LabourEvent.EMPLOYMENT),
        (date(2018, 9, 29), ABSENT, ABSENT),
    ],
)
def test_a_labour_event_counts_up_to_the_28th_day_after_leaving(
    happened_on, since_entry, since_leaving
):
    found = outcome(OutcomeKind.EMPLOYMENT, happened_on)
    assert row(found).labour_event_upon_leaving is since_entry
    assert row(found, results_since=1).labour_event_upon_leaving is since_leaving


def test_the_last_labour_event_wins_and_others_are_no_labour_events():
    found = row(
        outcome(OutcomeKind.EMPLOYMENT, date(2018, 9, 3), "one"),
        outcome(OutcomeKind.JOB_SEARCH, date(2018, 9, 20), "two"),
        outcome(OutcomeKind.QUALIFICATION, date(2018, 9, 25), "three"),
    )
    assert found.labour_event_upon_leaving is LabourEvent.JOB_SEARCH


def test_two_different_events_of_one_day_leave_the_last_one_open():
    found = row(
        outcome(OutcomeKind.SELF_EMPLOYMENT, date(2018, 9, 20), "one"),
        outcome(OutcomeKind.JOB_SEARCH, date(2018, 9, 20), "two"),
    )
    assert isinstance(found.labour_event_upon_leaving, Unknown)


def test_the_labour_events_are_called_as_the_outcomes_are():
    assert {each.value for each in LabourEvent} <= {each.value for each in OutcomeKind}


@pytest.mark.parametrize("kind", [OutcomeKind.EDUCATION, OutcomeKind.TRAINING])
def test_education_or_training_begun_is_education_upon_leaving(kind):
    assert row(outcome(kind, date(2018, 9, 3))).education_upon_leaving is YesNo.YES
    assert row(outcome(kind, date(2018, 9, 29))).education_upon_leaving is YesNo.NO


def test_a_qualification_is_one_upon_leaving():
    found = row(outcome(OutcomeKind.QUALIFICATION, date(2018, 8, 1)))
    assert found.qualification_upon_leaving is YesNo.YES
    assert found.education_upon_leaving is YesNo.NO


def test_outcomes_of_every_programme_of_the_operation_count():
    second = Participation(
        id="again",
        client_id="anna",
        programme_id="mentoring",
        entered_on=date(2018, 2, 1),
        left_on=date(2018, 7, 31),
    )
    found = outcome(OutcomeKind.QUALIFICATION, date(2018, 7, 1), participation="again")
    assert row(second, found).qualification_upon_leaving is YesNo.YES


def test_of_who_is_still_there_nothing_is_known_of_the_time_after():
    staying = attrs.evolve(STAY, left_on=ABSENT)
    spell = work(date(2018, 3, 1), contract=ContractKind.STABLE, working_time=WorkingTime.FULL)
    found = row(staying, spell, outcome(OutcomeKind.PROMOTION, date(2018, 5, 1)))
    for name in attrs.fields_dict(EsfParticipation):
        if name.endswith(("_upon_leaving", "_six_months_after")):
            assert getattr(found, name) == NOT_ASKED, name


# Six months after: 28 February 2019.


def test_six_months_after_is_the_spell_that_covers_the_clipped_day():
    spell = work(
        date(2019, 2, 28),
        date(2019, 2, 28),
        contract=ContractKind.STABLE,
        working_time=WorkingTime.FULL,
    )
    found = row(spell)
    assert found.labour_status_six_months_after is LabourStatus.EMPLOYED
    assert found.work_security_six_months_after is ContractKind.STABLE
    assert found.working_time_six_months_after is WorkingTime.FULL


@pytest.mark.parametrize(
    "spell",
    [work(date(2018, 9, 1), date(2019, 2, 27)), work(date(2019, 3, 1))],
    ids=["before", "after"],
)
def test_without_a_spell_that_covers_it_nothing_is_known_of_that_day(spell):
    found = row(spell)
    assert found.labour_status_six_months_after == NOT_ASKED
    assert found.work_security_six_months_after == NOT_ASKED
    assert found.working_time_six_months_after == NOT_ASKED
    assert found.better_work_six_months_after == NOT_ASKED


def test_spells_that_contradict_each_other_leave_the_status_open():
    found = row(
        work(date(2019, 1, 1)), work(date(2019, 1, 1), key="b", status=LabourStatus.INACTIVE)
    )
    assert isinstance(found.labour_status_six_months_after, Unknown)


@pytest.mark.parametrize("kind", [OutcomeKind.HIGHER_SKILLED_WORK, OutcomeKind.PROMOTION])
def test_better_work_counts_up_to_the_day_six_months_after(kind):
    followed = work(date(2018, 9, 1))
    last_day, day_after = date(2019, 2, 28), date(2019, 3, 1)
    assert row(followed, outcome(kind, last_day)).better_work_six_months_after is YesNo.YES
    assert row(followed, outcome(kind, day_after)).better_work_six_months_after is YesNo.NO
    assert row(outcome(kind, last_day)).better_work_six_months_after is YesNo.YES


def test_better_work_before_leaving_counts_unless_results_begin_with_leaving():
    promoted = outcome(OutcomeKind.PROMOTION, date(2018, 6, 1))
    followed = work(date(2018, 1, 1))
    assert row(followed, promoted).better_work_six_months_after is YesNo.YES
    assert row(followed, promoted, results_since=1).better_work_six_months_after is YesNo.NO


# A register.


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("since", [0, 1])
def test_the_tables_of_a_register_give_the_same_rows(since):
    caseload = build().as_known_on(date(2025, 12, 31))
    parameters = assumed(Parameters(), PARTICIPATIONS.assumes, {"esf.results-since": since})
    found = facts_records(PARTICIPATIONS, Records(SCHEMA, caseload.records), parameters)
    tables = facts_tables(PARTICIPATIONS, Tables.of_records(SCHEMA, caseload.records), parameters)

    expected = Tables.of_records(PARTICIPATIONS.schema, found.by_type)
    columns = expected.frame("esf_participation").collect_schema().names()
    one, other = (
        each.frame("esf_participation").select(*columns).sort("id").collect().to_native()
        for each in (expected, tables)
    )
    assert len(one) > 100
    assert one.equals(other)


# The declaration.


def test_the_handle_has_an_attribute_for_each_column():
    names = set(PARTICIPATIONS.record_type.fields) - {"id"}
    assert names == {name for name in vars(EsfParticipationRow) if not name.startswith("_")} - {
        "record_type"
    }


def test_every_column_and_code_has_words():
    named = PARTICIPATIONS.words.fields
    assert set(named) == {f"esf_participation.{name}" for name in PARTICIPATIONS.columns}
    assert set(PARTICIPATIONS.words.codes) == set(LabourEvent)


def test_a_row_does_not_show_its_values():
    assert repr(row()) == "EsfParticipation(id='anna/work')"
