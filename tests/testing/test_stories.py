"""A caseload told sentence by sentence holds the records that each sentence means."""

from datetime import date
from decimal import Decimal

import pytest
from stories_lab.garden import Crop, GardenBed, GardenHarvest, GardenPlot

from inclusion_core.errors import SchemaError, UnknownNameError
from inclusion_core.fields import type_name
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.model.client import Client, Gender, Person
from inclusion_core.model.funding import Contract, Operation, Programme, Provider
from inclusion_core.model.labour import LabourSpell, LabourStatus
from inclusion_core.model.participation import Enrolment, LeavingReason, Participation
from inclusion_core.model.plan import ClosingReason, Goal, PlannedAction, SupportPlan
from inclusion_core.model.service import Headcount, Service, ServiceAttendance, ServiceStaff
from inclusion_core.model.staff import CaseAssignment, StaffAssignment, StaffMember, Supervision
from inclusion_core.model.status import Appeal, ProtectionKind, ProtectionSpell
from inclusion_core.model.yes_no import YesNo
from inclusion_core.testing.stories import Story
from inclusion_core.testing.stories.errors import StoryError
from inclusion_core.testing.stories.schemas import schema_for
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

KNOWN_ON = date(2018, 12, 3)


def story(*programmes):
    return Story(*(programmes or ("sif.mentoring",)), known_on="2018-12-03")


def only(told, record_class):
    (record,) = told.caseload().of(record_class)
    return record


# A story as a caseworker tells it.


def test_a_short_story_has_all_that_it_needs_and_no_more():
    told = story()
    anna = told.client("anna", born_on="1990-05-01", gender="female")
    anna.has_protection("refugee", from_="2018-04-10", notified_on="2018-04-15")
    stay = anna.enters("2018-05-02")
    stay.has_plan("2018-05-10")
    stay.leaves("2018-11-30", because="completed")
    anna.attends(told.service("individual", "2018-06-01", minutes=60))

    caseload = told.caseload()

    assert caseload.known_on == KNOWN_ON
    assert {name: len(listed) for name, listed in caseload.records.items()} == {
        "provider": 1,
        "operation": 1,
        "programme": 1,
        "contract": 1,
        "client": 1,
        "person": 1,
        "protection_spell": 1,
        "participation": 1,
        "enrolment": 1,
        "support_plan": 1,
        "service": 1,
        "service_attendance": 1,
    }
    assert only(told, Client) == Client(
        id="anna",
        provider_id="provider-1",
        born_on=date(1990, 5, 1),
        gender=Gender.FEMALE,
        person_id="anna",
    )
    assert only(told, Participation) == Participation(
        id="participation-1",
        client_id="anna",
        programme_id="sif.mentoring",
        entered_on=date(2018, 5, 2),
        left_on=date(2018, 11, 30),
        leaving_reason=LeavingReason.COMPLETED,
        enrolment_id="anna/operation-1",
    )
    assert only(told, SupportPlan).participation_id == "participation-1"
    assert only(told, ServiceAttendance).participation_id == "participation-1"
    assert only(told, Programme).declared_as == "sif.mentoring"
    assert only(told, Contract).programme_id == "sif.mentoring"


def test_a_programme_is_there_although_nothing_is_told():
    assert only(story(), Programme).operation_id == only(story(), Operation).id
    assert len(Story(known_on=KNOWN_ON).caseload()) == 0


def test_what_is_told_of_a_client_is_theirs():
    told = story()
    anna, bert = told.client("anna"), told.client("bert")
    for who in (anna, bert):
        who.has_citizenship("citizen", "SY", from_="2000")
        who.resides("Rīga", "temporary_permit", from_="2018-01-01")
        who.arrives("2018", country="SY", manner="own", unaccompanied=False)
        who.studies("language_course", from_="2018-02-01", full_time=True)
        who.has_education("isced_3", attained_on="2010", recognised="no")
        who.is_at_risk("ethnicity", circumstance="roma", from_="2018-01-01")
        who.has_disability("group_2", from_="2018-01-01")
        who.cares_for("child", shares_household="yes", from_="2018-01-01")
        who.needs("housing", found_on="2018-03-01")
        who.is_referred("to_programme", "ngo", area="housing", on="2018-03-02")

    records = told.caseload().records

    told_of_both = records.keys() - {"client", "person", "programme", "operation", "provider"}
    assert len(told_of_both) == 10
    for name in told_of_both:
        assert [each.client_id for each in records[name]] == ["anna", "bert"]
        assert [each.id for each in records[name]] == [
            f"{name.replace('_', '-')}-1",
            f"{name.replace('_', '-')}-2",
        ]


def test_a_field_has_the_name_of_the_sentence_or_its_own():
    told = story()
    anna = told.client()
    anna.has_labour_status(
        "employed", from_="2018-01-01", contract="precarious", temporarily_away=True
    )

    spell = only(told, LabourSpell)
    assert (spell.status, spell.temporarily_away) == (LabourStatus.EMPLOYED, YesNo.YES)
    assert (spell.first_day, spell.last_day, spell.work) == (date(2018, 1, 1), ABSENT, NOT_ASKED)


def test_a_status_can_be_appealed_and_end():
    told = story()
    status = told.client().has_protection("rejected", from_="2018-04-10")
    status.is_appealed("2018-04-20", decided_on="2018-06-01", result="decision-stands")
    status.ends("2018-06-01")

    assert only(told, Appeal).protection_spell_id == status.id
    assert only(told, ProtectionSpell).last_day == date(2018, 6, 1)


def test_a_plan_has_goals_and_these_have_steps():
    told = story()
    plan = told.client().enters("2018-05-02").has_plan("2018-05-10")
    goal = plan.has_goal("housing", set_on="2018-05-10")
    goal.has_action("both", planned_on="2018-05-10")
    goal.is_met("2018-09-01")
    plan.has_goal("language").is_dropped("2018-08-01")
    plan.is_reviewed("2018-08-01", "amended")
    plan.is_extended("2019-02-01", decided_on="2018-08-01", reason="health")
    plan.is_fulfilled("2018-11-01")
    plan.is_closed("2018-11-02", because=ClosingReason.COMPLETED)

    one, other = told.caseload().of(Goal)
    assert (one.met_on, other.dropped_on) == (date(2018, 9, 1), date(2018, 8, 1))
    assert only(told, PlannedAction).goal_id == one.id
    closed = only(told, SupportPlan)
    assert (closed.fulfilled_on, closed.closed_on) == (date(2018, 11, 1), date(2018, 11, 2))
    assert closed.closing_reason is ClosingReason.COMPLETED


def test_staff_work_in_a_role_look_after_cases_and_give_services():
    told = story()
    stay = told.client().enters("2018-05-02")
    mentor = told.staff("social_mentor", from_="2018-01-01", named="mia")
    chief = told.staff("social_worker")
    chief.oversees(mentor, from_="2018-01-01")
    mentor.looks_after(stay, from_="2018-05-02")
    service = told.service("event", "2018-06-01", named="fair")
    service.is_given_by(mentor, minutes=90)
    service.is_attended_by(stay, minutes=30)
    service.has_others(12)

    assert [each.id for each in told.caseload().of(StaffMember)] == ["mia", "staff-member-2"]
    assert [each.staff_member_id for each in told.caseload().of(StaffAssignment)] == [
        "mia",
        "staff-member-2",
    ]
    overseen = only(told, Supervision)
    assert (overseen.supervisor_id, overseen.supervised_id) == ("staff-assignment-2", "mia")
    assert only(told, CaseAssignment).staff_assignment_id == "mia"
    assert only(told, ServiceStaff).minutes == 90
    assert only(told, ServiceAttendance).service_id == "fair"
    assert only(told, Headcount).people == 12


def test_a_stay_is_given_services_and_leads_to_outcomes():
    told = story()
    stay = told.client().enters("2018-05-02")
    stay.had_on_entry(labour_status="unemployed", region="RIGA")
    stay.leads_to("employment", "2018-10-01", evidence="-")
    service = stay.is_given("individual", "2018-06-01", minutes=60, place="Rīga", named="talk")
    stay.is_delivered_under("contract-1", from_="2018-05-02")

    records = told.caseload().records
    assert records["outcome"][0].evidence is ABSENT
    assert records["delivery_spell"][0].contract_id == service.record.contract_id
    assert only(told, Participation).traits_id == "entry-traits-1"
    assert service.record == only(told, Service)


def test_people_live_together_and_may_be_one_person():
    told = story()
    home = told.household("home")
    anna = told.client("anna")
    other = told.provider("other", name="Other")
    ann = told.client("ann", provider=other)
    anna.lives_with(home, "adult", from_="2018-01-01")
    ann.lives_with("home", "adult")
    anna.is_same_person_as(ann)
    anna.dies("2018-12-01")

    assert [each.id for each in told.caseload().of(Person)] == ["ann"]
    assert told.caseload().of(Client)[0].provider_id == "other"
    assert [each.id for each in told.caseload().of(Provider)] == ["other", "provider-1"]
    assert anna.record.died_on == date(2018, 12, 1)


def test_a_link_can_be_made_and_undone_on_days():
    told = story()
    anna, ann = told.client("anna"), told.client("ann")
    anna.is_same_person_as(ann, linked_on="2018-01-01", undone_on="2018-06-01")

    assert len(told.caseload().of(Person)) == 2


# Programmes and operations.


def test_one_operation_may_offer_several_programmes_and_a_second_one_more():
    told = story("sif.mentoring", "sif.motivation")
    told.operation("esf", number="9.1.4.4./16/I/001", last_day="2023-12-31")
    anna = told.client("anna")
    anna.enters("2018-05-02", "sif.mentoring")
    amif = told.operation()
    told.programme("amif.course", operation=amif)
    again = told.programme("sif.mentoring", operation=amif)
    anna.enters("2018-08-01", "amif.course")
    anna.enters("2018-09-01", again)

    offered = {each.id: each.operation_id for each in told.caseload().of(Programme)}
    assert offered == {
        "amif.course": "operation-2",
        "programme-4": "operation-2",
        "sif.mentoring": "esf",
        "sif.motivation": "esf",
    }
    assert {each.operation_id for each in told.caseload().of(Enrolment)} == {"esf", "operation-2"}


def test_a_contract_says_who_delivers_which_programme():
    told = story("sif.mentoring", "sif.motivation")
    second = told.provider("second")
    told.contract(programme="sif.motivation", provider=second, number="S-2", from_="2018-01-01")
    anna = told.client("anna", provider=second)
    stay = anna.enters("2018-05-02", "sif.motivation")
    elsewhere = told.contract("elsewhere", programme="sif.mentoring", provider=second)

    assert stay.is_given("group", "2018-06-01").record.contract_id == "contract-1"
    assert elsewhere.record.provider_id == "second"
    assert told.service("camp", "2018-07-01", until="2018-07-05", contract=elsewhere).record


# Any record type.


def test_every_record_type_that_is_recorded_can_be_told():
    told = story()
    stay = told.client("anna").enters("2018-05-02")
    status = stay.add("protection_spell")
    values = {
        "funding_share": {"percent": 85},
        "cost_cap": {"per": "person", "cap_cents": 100},
        "target": {"metric": "sif.clients", "amount": 10},
        "programme": {"declared_as": "sif.other"},
        "cost_entry": {"basis": "actual", "month": "2018-06"},
        "place_in_region": {"region": "place-1"},
        "staff_assignment": {"role": "lawyer"},
        "supervision": {"supervised_id": "staff-assignment-9"},
        "same_person_link": {"other_client_id": "client-9"},
        "appeal": {"protection_spell": status},
        "place": {"id": "place-1"},
        "contract": {"programme": "sif.mentoring"},
    }
    told.add("place", id="place-2")
    for record_class in RECORD_CLASSES:
        name = type_name(record_class)
        if name in {"person", "enrolment"}:
            with pytest.raises(StoryError, match="worked out"):
                stay.add(name)
        elif name not in {"client", "participation"}:
            key = stay.add(name, **values.get(name, {})).key
            assert key[0] == name
        if name == "place":
            told.retracted(told.add("place", id="place-3"), on="2018-12-03")

    listed = set(told.caseload().records)
    assert listed == {type_name(each) for each in RECORD_CLASSES}


def test_what_is_added_is_told_further_in_the_sentences_of_its_type():
    told = story()
    anna = told.add("client", id="anna")
    anna.add("participation", entered_on="2018-05-02").leaves("2018-06-01")

    assert only(told, Participation).left_on == date(2018, 6, 1)
    assert repr(anna) == "ClientStory('anna')"


def test_a_record_type_of_a_plugin_is_told_by_its_class():
    told = Story(known_on=KNOWN_ON)
    plot = told.add(GardenPlot, hectares="0.50", note="by the river")
    bed = told.client("anna").add(GardenBed, crop="runner-beans", sown_on="2018-05")
    told.add("garden_plot", hectares=Decimal(2), operation=plot.record.operation_id)

    assert plot.record.hectares == Decimal("0.5")
    assert bed.record == GardenBed(
        id="garden-bed-1",
        garden_plot_id="garden-plot-1",
        client_id="anna",
        crop=Crop.RUNNER_BEANS,
        sown_on=PartialDay.of_month(2018, 5),
    )
    assert plot.id == "garden-plot-1"


def test_a_schema_may_be_given_and_then_names_will_do():
    told = Story(known_on=KNOWN_ON, schema=schema_for([GardenBed]))

    assert told.add("garden_plot", hectares=1).record.note is ABSENT


def test_what_a_plugin_works_out_is_not_told():
    with pytest.raises(StoryError, match="garden_harvest: it is worked out of other records"):
        Story(known_on=KNOWN_ON).add(GardenHarvest)


def test_two_classes_of_one_name_are_refused():
    class Client(GardenPlot):
        """Not the client of the core."""

    with pytest.raises(SchemaError, match="another class has that name"):
        Story(known_on=KNOWN_ON).add(Client)


def test_a_record_type_that_there_is_not_has_near_names():
    with pytest.raises(UnknownNameError, match="no record type 'clint'; did you mean client"):
        story().add("clint")


# Names.


def test_ids_are_numbers_or_the_names_that_are_given():
    told = story()
    assert [told.client().id, told.client("client-4").id, told.client().id, told.client().id] == [
        "client-1",
        "client-4",
        "client-3",
        "client-5",
    ]
    with pytest.raises(StoryError, match="client 'client-4': it is told already"):
        told.client("client-4")
    with pytest.raises(StoryError, match="client 'anna b', id: this is not an id"):
        told.client("anna b")


@pytest.mark.parametrize(
    ("name", "day"), [("known_on", "2018"), ("known_on", "soon"), ("recorded_on", "2018-13-01")]
)
def test_a_story_is_known_and_written_on_whole_days(name, day):
    days = {"known_on": KNOWN_ON, name: day}
    with pytest.raises(StoryError, match=f"{name}: it is no day; write it as 2018-04-15"):
        Story(**days)


def test_a_story_is_written_before_it_is_known():
    with pytest.raises(StoryError, match="recorded_on: nothing of it is known on known_on"):
        Story(known_on="2018-12-03", recorded_on="2018-12-04")


def test_a_programme_of_a_story_needs_one_operation():
    told = story()
    told.operation()
    told.operation()
    with pytest.raises(StoryError, match="operation is not said, and may be any of operation-1"):
        told.client().enters("2018-05-02")


def test_protection_may_be_said_by_member():
    told = story()
    told.client().has_protection(ProtectionKind.REFUGEE)
    assert only(told, ProtectionSpell).kind is ProtectionKind.REFUGEE
