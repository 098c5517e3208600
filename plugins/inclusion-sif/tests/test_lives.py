"""Worked cases of what is untidy in the field, as known on several days.

Each life is taken out of the sample together with who pays and who works, and asked through the
same metrics as the reports.
"""

from datetime import date
from functools import cache

import pytest

from inclusion_core.checks.consistency import contradictions
from inclusion_core.expr.records import Records
from inclusion_core.facts.moments import report_days
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.counting import count_records
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client, Gender, Person, SamePersonLink
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.labour import LabourSpell, LabourStatus
from inclusion_core.model.outcome import Outcome, OutcomeKind
from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.model.place import Place, PlaceInRegion
from inclusion_core.model.plan import (
    ClosingReason,
    ExtensionReason,
    Goal,
    PlanExtension,
    PlanReview,
    SupportPlan,
)
from inclusion_core.model.service import Headcount, Service, ServiceAttendance, ServiceKind
from inclusion_core.model.staff import CaseAssignment
from inclusion_core.model.status import (
    Appeal,
    AppealResult,
    Arrival,
    ProtectionKind,
    ProtectionSpell,
)
from inclusion_core.model.versions import Act
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import Period, months_after
from inclusion_core.values import ABSENT, PartialDay, day_span
from inclusion_sif.mentoring.metrics import METRICS
from inclusion_sif.sample import build
from inclusion_sif.sample.lives import LIVES, OPEN_DAY

REPORTED, LATER, CLOSED, REDRAWN = (
    date(2018, 12, 3),
    date(2019, 2, 28),
    date(2019, 12, 2),
    date(2024, 1, 2),
)
PAYS_AND_WORKS = {
    *("fund", "funding_share", "operation", "programme", "provider", "contract"),
    *("staff_member", "staff_assignment", "supervision", "place", "place_in_region"),
}
HALF_YEAR = "2018-06-01..2018-11-30"


@cache
def journal():
    return build()


@cache
def known(on):
    return journal().as_known_on(on)


@cache
def story(*names):
    """The versions of these lives, and of who pays and works."""
    words = {LIVES[name].removeprefix("c-") for name in names}
    return Journal(
        tuple(
            version
            for version in journal().versions
            if version.record_type in PAYS_AND_WORKS or words & set(version.record_id.split("-"))
        )
    )


def figure(metric, names, period, *, known_on=LATER, status_day=None):
    """A figure of the reports and how many are not known, counted on some lives alone."""
    asked = Period.parse(period)
    case = story(*names).as_known_on(known_on)
    return counted(metric, case, report_days(asked, status_day or asked.last_day))


def counted(metric, case, days):
    (one,) = (each for each in METRICS if each.id == f"sif.mentoring.{metric}")
    records = Records(SCHEMA, case.records)
    found = count_records((one,), records, days, known_on=case.known_on)[one.id]
    return found.value, found.unknown


def about(record_class, name, on=LATER):
    """The records of a class whose ids belong to a life, as known on a day."""
    word = LIVES[name].removeprefix("c-")
    return [each for each in known(on).of(record_class) if each.id.split("-")[1:2] == [word]]


def protection_on(name, day, *, known_on=LATER):
    """The kinds of protection that surely hold on a day."""
    return [
        spell.kind
        for spell in about(ProtectionSpell, name, known_on)
        if day_span(spell.first_day).latest <= day <= day_span(spell.last_day).earliest
    ]


def plan_closings(name, on=LATER):
    plans = sorted(about(SupportPlan, name, on), key=lambda plan: plan.id)
    return [(plan.closed_on, plan.closing_reason) for plan in plans]


# Births


def test_a_year_of_birth_alone_settles_the_age_before_and_after_the_eighteenth_year():
    names = ("year of birth only",)

    assert figure("children", names, "2016-07-01..2016-07-31") == (1, 0)
    assert figure("children", names, "2017-03-01..2017-03-31") == (0, 1)
    assert figure("children", names, "2018-01-01..2018-01-31") == (0, 0)
    assert figure("clients", names, "2018-01-01..2018-01-31") == (1, 0)
    [client] = about(Client, "year of birth only")
    assert client.born_on == PartialDay.of_year(1999)
    assert plan_closings("year of birth only") == [(date(2018, 1, 31), ClosingReason.COMPLETED)]


def test_an_age_assessment_makes_an_adult_of_a_minor_from_the_entry_on_and_not_in_older_reports():
    names, spring = ("age reassessed",), "2017-01-01..2017-03-31"
    before, after = date(2017, 4, 19), date(2017, 4, 20)

    assert figure("children", names, spring, known_on=before) == (1, 0)
    assert figure("children", names, spring, known_on=after) == (0, 0)
    assert figure("clients", names, spring, known_on=after) == (1, 0)
    [arrival] = about(Arrival, "age reassessed", before)
    assert arrival.unaccompanied is YesNo.YES
    [arrival] = about(Arrival, "age reassessed", after)
    assert arrival.unaccompanied is YesNo.NO
    acts = [v.act for v in journal().versions if v.record_id == LIVES["age reassessed"]]
    assert acts == [Act.RECORDED, Act.CORRECTED]


def test_a_child_born_in_the_service_is_a_client_from_birth_with_the_status_of_the_parent():
    names, child = ("born in service: parent", "born in service: child"), "born in service: child"
    autumn = "2017-09-01..2017-10-31"

    assert about(Client, child, date(2017, 10, 2)) == []
    assert figure("clients", names, autumn, known_on=date(2017, 10, 2)) == (1, 0)
    assert figure("clients", names, autumn) == (2, 0)
    assert figure("children", names, autumn) == (1, 0)
    assert figure("individuals", names, "2017-09-01..2017-09-30") == (1, 0)
    assert figure("families-with-children", names, "2017-09-01..2017-09-30") == (0, 0)
    assert figure("families-with-children", names, autumn) == (1, 0)
    assert protection_on(child, date(2017, 10, 2)) == []
    assert protection_on(child, date(2017, 10, 3)) == [ProtectionKind.REFUGEE]
    assert protection_on("born in service: parent", date(2017, 10, 3)) == [ProtectionKind.REFUGEE]
    assert about(Arrival, child) == []
    [extension] = about(PlanExtension, "born in service: parent")
    assert extension.reason is ExtensionReason.CARE_OF_RELATIVE


def test_a_minor_turns_18_on_the_birthday_and_is_served_on():
    names, winter = ("turns 18",), "2017-01-01..2017-03-31"

    for day, expected in ((date(2017, 2, 23), (1, 0)), (date(2017, 2, 24), (0, 0))):
        assert figure("children-on-status-day", names, winter, status_day=day) == expected
        assert figure("children-at-school", names, winter, status_day=day) == expected
    assert figure("children", names, winter) == (1, 0)
    assert figure("children", names, "2017-03-01..2017-03-31") == (0, 0)
    assert figure("clients", names, "2017-03-01..2017-03-31") == (1, 0)
    [talk] = about(Service, "turns 18")
    assert talk.given_on == date(2017, 2, 24)


# Persons and households


def test_two_clients_are_one_person_while_the_link_holds_and_two_after_it_is_undone():
    names = ("taken for one: earlier client", "taken for one: later client")
    both_years = "2017-01-01..2019-01-31"
    pair = {LIVES[name] for name in names}

    for on, persons in (
        (date(2018, 12, 9), 1),
        (date(2018, 12, 13), 2),
        (date(2018, 12, 14), 1),
        (date(2019, 2, 4), 1),
        (date(2019, 2, 5), 2),
    ):
        assert figure("clients", names, both_years, known_on=on)[0] == persons
    linked = {c.id: c.person_id for c in known(date(2018, 12, 14)).of(Client) if c.id in pair}
    assert set(linked.values()) == {min(pair)}
    assert {each.id for each in known(LATER).of(Person)} >= pair
    providers = {c.provider_id for c in known(LATER).of(Client) if c.id in pair}
    assert providers == {"provider-a", "provider-b"}
    [link] = about(SamePersonLink, "taken for one: later client")
    assert link.undone_on == date(2019, 2, 5)
    closed = (date(2018, 4, 30), ClosingReason.TRANSFER)
    assert plan_closings("taken for one: earlier client") == [closed]


FAMILY = tuple(
    f"split and reunited: {who}" for who in ("mother", "father", "older child", "younger child")
)


def members_on(day):
    found = {}
    for name in FAMILY:
        for stay in about(HouseholdMembership, name):
            if day_span(stay.first_day).latest <= day <= day_span(stay.last_day).earliest:
                found.setdefault(stay.household_id, set()).add(name.partition(": ")[2])
    return found


def test_a_family_that_parts_is_two_families_for_a_time_and_one_before_and_after():
    whole = {"h-jope": {"mother", "father", "older child", "younger child"}}
    parted = {"h-jope": {"father", "older child"}, "h-nubo": {"mother", "younger child"}}

    assert members_on(date(2016, 11, 30)) == whole
    assert members_on(date(2016, 12, 1)) == members_on(date(2017, 4, 30)) == parted
    assert members_on(date(2017, 5, 1)) == whole
    for period, families in (
        ("2016-10-01..2016-10-31", 1),
        ("2017-01-01..2017-01-31", 2),
        ("2017-06-01..2017-06-30", 1),
    ):
        assert figure("families-with-children", FAMILY, period) == (families, 0)
        assert figure("individuals", FAMILY, period) == (0, 0)
        assert figure("clients", FAMILY, period) == (4, 0)
    breach = (date(2017, 6, 30), ClosingReason.BREACH_OF_DUTIES)
    assert plan_closings("split and reunited: father") == [breach]


# Procedures


def test_a_second_application_after_a_rejection_is_a_second_time_in_the_procedure():
    name, seeker = "second application", ProtectionKind.ASYLUM_SEEKER

    assert protection_on(name, date(2017, 3, 1), known_on=date(2017, 3, 1)) == [seeker]
    assert protection_on(name, date(2017, 6, 1)) == [ProtectionKind.REJECTED]
    assert protection_on(name, date(2017, 8, 1)) == [seeker]
    assert protection_on(name, date(2017, 12, 1)) == [ProtectionKind.ALTERNATIVE_STATUS]
    [pending] = about(Appeal, name, date(2017, 3, 1))
    assert (pending.decided_on, pending.result) == (ABSENT, ABSENT)
    [appeal] = about(Appeal, name)
    assert appeal.result is AppealResult.DECISION_STANDS
    assert len(about(Participation, name)) == 2
    assert figure("clients", (name,), "2016-09-01..2018-05-31") == (1, 0)
    assert figure("clients", (name,), "2017-06-01..2017-06-30") == (0, 0)
    [extension] = about(PlanExtension, name)
    assert extension.reason is ExtensionReason.APPEAL_PENDING


def test_a_rejection_that_is_set_aside_never_holds():
    name = "appeal sets aside"
    rejected = [s for s in about(ProtectionSpell, name) if s.kind is ProtectionKind.REJECTED]

    assert [spell.first_day for spell in rejected] == [ABSENT]
    for day in (date(2017, 2, 6), date(2017, 6, 11), date(2017, 7, 2)):
        assert protection_on(name, day) == [ProtectionKind.ASYLUM_SEEKER]
    assert protection_on(name, date(2017, 7, 3)) == [ProtectionKind.REFUGEE]
    [appeal] = about(Appeal, name)
    assert appeal.protection_spell_id == rejected[0].id
    assert appeal.result is AppealResult.DECISION_SET_ASIDE


def test_an_annulment_takes_the_status_away_from_its_first_day_and_a_revocation_from_now_on():
    annulled_on, summer = date(2017, 12, 15), date(2017, 6, 1)
    before = date(2017, 12, 14)

    held = protection_on("annulled", summer, known_on=before)
    assert held == [ProtectionKind.ALTERNATIVE_STATUS]
    assert protection_on("annulled", summer, known_on=annulled_on) == [ProtectionKind.ANNULLED]
    assert protection_on("revoked", summer, known_on=before) == [ProtectionKind.REFUGEE]
    assert protection_on("revoked", summer) == [ProtectionKind.REFUGEE]
    assert protection_on("revoked", date(2017, 10, 8)) == [ProtectionKind.REFUGEE]
    assert protection_on("revoked", date(2017, 10, 9)) == [ProtectionKind.REVOKED]
    [withdrawn] = about(Appeal, "annulled")
    assert withdrawn.result is AppealResult.WITHDRAWN
    assert plan_closings("revoked") == [(date(2017, 9, 15), ClosingReason.LEFT_COUNTRY)]


# Ways through the service


def test_a_handover_from_provider_to_provider_is_no_exit():
    name = "handed over"
    eve, day = date(2018, 5, 31), date(2018, 6, 1)

    [before] = about(DeliverySpell, name, eve)
    assert before.contract_id == "contract-1"
    first, second = sorted(about(DeliverySpell, name, day), key=lambda each: each.contract_id)
    assert (first.last_day, second.contract_id, second.first_day) == (eve, "contract-2", day)
    [visit] = about(Participation, name, REPORTED)
    assert (visit.entered_on, visit.left_on) == (date(2018, 2, 5), ABSENT)
    [plan] = about(SupportPlan, name, REPORTED)
    assert plan.closed_on is ABSENT
    [review] = about(PlanReview, name, REPORTED)
    assert review.reviewed_on == date(2018, 6, 4)
    talks = {each.given_on: each.contract_id for each in about(Service, name)}
    assert talks == {eve: "contract-1", day: "contract-2"}
    assert figure("clients", (name,), "2018-05-01..2018-06-30") == (1, 0)
    assert figure("clients", (name,), HALF_YEAR, known_on=REPORTED) == (1, 0)
    assert plan_closings(name) == [(date(2019, 1, 31), ClosingReason.COMPLETED)]


def test_whoever_comes_again_has_two_participations_and_is_one_client():
    name = "comes again"

    for period, clients in (
        ("2016-09-01..2017-12-31", 1),
        ("2016-12-01..2017-01-31", 1),
        ("2017-02-01..2017-05-31", 0),
        ("2017-06-01..2017-06-30", 1),
    ):
        assert figure("clients", (name,), period) == (clients, 0)
    assert len(about(Participation, name)) == 2
    assert plan_closings(name) == [
        (date(2017, 1, 20), ClosingReason.REFUSED),
        (date(2018, 3, 30), ClosingReason.COMPLETED),
    ]
    [dropped] = about(Goal, name)
    assert dropped.dropped_on == date(2017, 1, 20)


def test_a_death_ends_everything_once_it_is_known():
    name, died_on, told_on = "dies", date(2017, 6, 21), date(2017, 6, 26)

    [visit] = about(Participation, name, date(2017, 6, 25))
    assert visit.left_on is ABSENT
    [visit] = about(Participation, name, told_on)
    assert (visit.left_on, visit.leaving_reason) == (died_on, LeavingReason.DEATH)
    assert plan_closings(name, told_on) == [(died_on, ClosingReason.DEATH)]
    assert protection_on(name, died_on) == [ProtectionKind.ASYLUM_SEEKER]
    assert protection_on(name, date(2017, 6, 22)) == []
    assert max(each.given_on for each in about(Service, name)) < died_on
    cases = [c for c in known(LATER).of(CaseAssignment) if c.participation_id == visit.id]
    assert max(each.last_day for each in cases) == died_on
    assert figure("clients", (name,), "2017-06-22..2017-12-31") == (0, 0)


def test_an_outcome_that_was_learned_later_is_in_no_report_before():
    name = "outcome learned later"

    assert about(Outcome, name, REPORTED) == []
    assert about(LabourSpell, name, REPORTED) == []
    assert about(Outcome, name, date(2018, 12, 10)) == []
    [outcome] = about(Outcome, name, date(2018, 12, 11))
    assert outcome.kind is OutcomeKind.EMPLOYMENT
    assert outcome.happened_on == date(2018, 11, 5) < REPORTED < outcome.learned_on
    [visit] = about(Participation, name)
    assert visit.left_on < outcome.happened_on <= months_after(visit.left_on, 7)
    [work] = about(LabourSpell, name)
    assert (work.status, work.first_day) == (LabourStatus.EMPLOYED, outcome.happened_on)


def test_an_erasure_leaves_tombstones_and_no_value_on_any_day():
    key, erased_on = LIVES["erased"], date(2017, 12, 4)
    mine = [v for v in journal().versions if "jiso" in v.record_id]

    assert {v.act for v in mine} == {Act.ERASED}
    assert all(v.record is None and v.recorded_on == erased_on for v in mine)
    assert {"client", "arrival", "participation", "support_plan"} <= {v.record_type for v in mine}
    assert ("client", key) not in known(date(2017, 12, 3)).tombstones
    assert ("client", key) in known(erased_on).tombstones
    for on in (date(2017, 8, 1), erased_on, LATER):
        assert about(Client, "erased", on) == []
    assert figure("clients", ("erased",), "2017-03-01..2017-08-31") == (0, 0)


# Places and events


def regions_of(place, day, known_on):
    case = known(known_on)
    codes = {each.id: each.official_code for each in case.of(Place)}
    return [
        codes[each.region_id]
        for each in case.of(PlaceInRegion)
        if each.place_id == place
        and day_span(each.first_day).earliest <= day <= day_span(each.last_day).latest
    ]


def test_the_region_of_entry_stays_when_regions_are_redrawn():
    place = "place-limbazu-novads"

    for on in (date(2017, 5, 8), REPORTED, REDRAWN):
        [traits] = about(EntryTraits, "region redrawn", on)
        assert traits.region == "LV007"
    assert regions_of(place, date(2017, 5, 8), REDRAWN) == ["LV007"]
    assert regions_of(place, date(2023, 12, 31), REDRAWN) == ["LV007"]
    assert regions_of(place, date(2024, 1, 1), REDRAWN) == ["LV00C"]
    assert regions_of(place, date(2024, 1, 1), LATER) == ["LV007"]
    vidzeme = [each for each in known(REDRAWN).of(Place) if each.name == "Vidzeme"]
    assert [(each.official_code, each.last_day) for each in vidzeme] == [
        ("LV008", date(2023, 12, 31)),
        ("LV00C", ABSENT),
    ]


def test_an_event_without_a_list_of_guests_is_a_headcount_and_counts_nobody():
    [event] = (each for each in known(LATER).of(Service) if each.id == OPEN_DAY)
    [guests] = (each for each in known(LATER).of(Headcount) if each.service_id == OPEN_DAY)

    assert (event.kind, guests.people) == (ServiceKind.EVENT, 64)
    assert all(each.service_id != OPEN_DAY for each in known(LATER).of(ServiceAttendance))
    without = Journal(
        tuple(v for v in journal().versions if v.record_id not in (OPEN_DAY, guests.id))
    )
    period = report_days(Period.month(2017, 5), date(2017, 5, 31))
    with_event, without_event = (
        counted("clients", each.as_known_on(LATER), period) for each in (journal(), without)
    )
    assert with_event == without_event > (0, 0)


# All of them


def test_every_life_is_there_once_under_an_id_that_means_nothing():
    clients = [v for v in journal().versions if v.record_type == "client" and v.version == 1]
    there = {version.record_id for version in clients}

    assert len(set(LIVES.values())) == len(LIVES) == 21
    assert set(LIVES.values()) - there == {LIVES["erased"]}
    assert all(
        key.startswith("c-") and key[2:].isalpha() and len(key) == 6 for key in LIVES.values()
    )


def test_a_life_is_the_same_whatever_the_seed():
    def told(seed):
        versions = build(seed).versions
        return [
            (v.order, v.recorded_on, v.act, v.record)
            for v in versions
            if v.record_type not in ("service_staff", "place", "place_in_region")
            and {key.removeprefix("c-") for key in LIVES.values()} & set(v.record_id.split("-"))
        ]

    assert told(2018) == told(4)


@pytest.mark.parametrize(
    "on",
    [
        *(date(2016, 12, 31), date(2017, 4, 20), date(2017, 6, 25), date(2017, 10, 3)),
        *(date(2017, 12, 15), date(2018, 1, 31), REPORTED, LATER, CLOSED, REDRAWN),
    ],
)
def test_nothing_in_the_lives_contradicts_itself(on):
    assert contradictions(story(*LIVES).as_known_on(on), SCHEMA) == ()


def test_of_the_lives_only_the_one_handed_over_is_in_the_half_year():
    others = tuple(name for name in LIVES if name != "handed over")

    for known_on in (REPORTED, LATER):
        assert figure("clients", others, HALF_YEAR, known_on=known_on) == (0, 0)
    assert figure("clients", tuple(LIVES), "2016-04-01..2016-04-30") == (0, 0)
    assert about(Client, "comes again")[0].gender is Gender.NON_BINARY
