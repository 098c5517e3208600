"""The motivation programme: whom it is for, how long, and what was published about it."""

from datetime import date

import pytest

from inclusion_core import (
    ABSENT,
    NOT_ASKED,
    Caseload,
    PartialDay,
    Period,
    count_records,
)
from inclusion_core.expr.records import Records
from inclusion_core.facts.cases import Cases
from inclusion_core.facts.moments import report_days
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.limits.filled import filled_in
from inclusion_core.metrics.comparing import Aspect, compared
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.outcome import Outcome, OutcomeKind
from inclusion_core.model.participation import Participation
from inclusion_core.model.traits import RiskGround, RiskSpell
from inclusion_core.rules import Role, Verdict
from inclusion_core.sources import Confidence
from inclusion_core.testing import installed_catalogue
from inclusion_sif.motivation import limits, rules
from inclusion_sif.motivation.metrics import CLIENTS, METRICS, OUTCOMES_2018, OUTCOMES_2021
from inclusion_sif.motivation.programme import (
    MEASURE_7_3_2,
    MEASURE_9_1_1_1,
    MEASURE_9_1_1_2,
    REGIONS_2018,
    region_name,
)

ENTRY, SERVICE_DAY, KNOWN_ON = date(2018, 3, 1), date(2018, 4, 16), date(2018, 12, 31)
YOUNG, OLDER = date(1980, 1, 1), date(1960, 1, 1)


def programme(key, declared_as):
    return Programme(id=key, operation_id="op-1", declared_as=declared_as)


def stay(key="p-1", client="c-1", offered="m-1", entered_on=ENTRY, left_on=ABSENT):
    return Participation(
        id=key, client_id=client, programme_id=offered, entered_on=entered_on, left_on=left_on
    )


def risk(ground=RiskGround.GENDER, **fields):
    days = {"first_day": date(2018, 1, 1), **fields}
    return RiskSpell(id=f"r-{ground}", client_id="c-1", ground=ground, **days)


def in_measure(measure, client="c-1"):
    return programme("m-2", measure), stay("p-2", client, "m-2")


def caseload(*records, born_on=YOUNG):
    operation = Operation(
        id="op-1", number="1", title="T", beneficiary="B", last_day=date(2023, 12, 31)
    )
    client = Client(id="c-1", provider_id="o-1", born_on=born_on)
    offered = programme("m-1", "sif.motivation")
    return Caseload.of_records((operation, offered, client, *records), known_on=KNOWN_ON)


def service():
    return installed_catalogue().eligibility("sif.motivation")


def verdict(*records, on=SERVICE_DAY, **fields):
    case = Cases.of(caseload(stay(), *records, **fields))["c-1"]
    return service().may_receive("services", case, on).verdict


# Whom it is for.


@pytest.mark.parametrize(
    "ground",
    [
        RiskGround.GENDER,
        RiskGround.DISABILITY,
        RiskGround.ETHNICITY,
        RiskGround.HOMELESSNESS,
    ],
)
def test_any_established_ground_on_the_day_of_entry_is_enough(ground):
    assert verdict(risk(ground)) is Verdict.YES


@pytest.mark.parametrize(
    "records",
    [
        (),
        (risk(RiskGround.AGE),),
        (risk(RiskGround.FORCED_MIGRATION),),
        (risk(last_day=date(2018, 2, 28)),),
        (risk(first_day=date(2018, 3, 2)),),
    ],
)
def test_without_a_ground_on_the_day_of_entry_nobody_is_meant(records):
    assert verdict(*records) is Verdict.NO


def test_fifty_completed_years_on_the_day_of_entry_are_enough():
    assert verdict(born_on=date(1968, 3, 1)) is Verdict.YES
    assert verdict(born_on=date(1968, 3, 2)) is Verdict.NO


@pytest.mark.parametrize(
    ("records", "born_on"),
    [
        ((risk(NOT_ASKED),), YOUNG),
        ((risk(first_day=PartialDay.of_month(2018, 3)),), YOUNG),
        ((), NOT_ASKED),
        ((), PartialDay.of_year(1968)),
    ],
)
def test_a_ground_that_is_not_known_leaves_the_question_open(records, born_on):
    assert verdict(*records, born_on=born_on) is Verdict.UNDECIDED


# Who is supported elsewhere.


@pytest.mark.parametrize("measure", [MEASURE_9_1_1_1, MEASURE_9_1_1_2])
def test_who_is_in_a_measure_for_the_unemployed_is_not_supported_on_that_day(measure):
    assert verdict(risk(), *in_measure(measure)) is Verdict.NO


def test_who_is_in_the_measure_for_older_workers_is_not_supported_from_50_on():
    assert verdict(risk(), *in_measure(MEASURE_7_3_2), born_on=OLDER) is Verdict.NO
    assert verdict(risk(), *in_measure(MEASURE_7_3_2), born_on=YOUNG) is Verdict.YES
    assert verdict(risk(), *in_measure(MEASURE_7_3_2), born_on=NOT_ASKED) is Verdict.UNDECIDED


def test_the_same_person_counts_whoever_keeps_their_record():
    other = Client(id="c-2", provider_id="o-2")
    link = SamePersonLink(
        id="l-1", client_id="c-2", other_client_id="c-1", linked_on=date(2018, 1, 8)
    )
    elsewhere = other, *in_measure(MEASURE_9_1_1_1, "c-2")

    assert verdict(risk(), *elsewhere) is Verdict.YES
    assert verdict(risk(), *elsewhere, link) is Verdict.NO


def test_another_programme_of_the_foundation_stands_in_nobodys_way():
    assert verdict(risk(), *in_measure("sif.mentoring")) is Verdict.YES


# How long.


def test_support_lasts_six_months_from_entry():
    case = Cases.of(caseload(stay(), risk()))["c-1"]
    (window,) = service().windows("services", case, SERVICE_DAY)

    assert (window.first_day, window.last_day) == (ENTRY, date(2018, 8, 31))
    assert verdict(risk(), on=date(2018, 8, 31)) is Verdict.YES
    assert verdict(risk(), on=date(2018, 9, 1)) is Verdict.NO


def test_sentences_for_one_case_name_its_days():
    standing = Cases.of(caseload(stay(), born_on=OLDER))["c-1"].latest_standing(
        "sif.motivation", SERVICE_DAY
    )
    question = service().assess_standing(standing, SERVICE_DAY).question

    def told(telling, language):
        return filled_in(telling, standing.participation, question.reader()).in_(language)

    assert told(limits.six_months.tells, "en") == "six months from entry on 1 March 2018"
    assert told(rules.AGE.tells, "lv") == (
        "risks vecuma dēļ: vismaz 50 gadu; iestāšanās dienā, 2018. gada 1. martā: 58"
    )


# Where it is written.


def test_grounds_and_exclusions_name_their_points_and_their_doubts():
    found = {
        rule.id.removeprefix("sif.motivation."): (rule.role, rule.source.place.in_("en"))
        for rule in rules.RULES
    }
    doubted = {
        rule.id.removeprefix("sif.motivation.")
        for rule in rules.RULES
        if rule.source.confidence is Confidence.OWN_READING
    }

    assert found == {
        "gender": (Role.GROUND, "3.1.1"),
        "age": (Role.GROUND, "3.1.2"),
        "disability": (Role.GROUND, "3.1.3"),
        "ethnicity": (Role.GROUND, "3.1.4"),
        "homelessness": (Role.GROUND, "3.1.5"),
        "other-measure": (Role.EXCLUSION, "39.4"),
        "other-measure-for-older": (Role.EXCLUSION, "39.4"),
    }
    assert doubted == {"age", "homelessness", "other-measure-for-older"}


def test_the_six_months_are_those_of_the_contract():
    (six_months,) = limits.LIMITS

    assert limits.six_months.source.citation("en") == (
        "Procurement contract No S-SIF-2018-4 (2018-02-19)"
    )
    assert limits.six_months.source.confidence is Confidence.PUBLISHED
    assert six_months.source.confidence is Confidence.OWN_READING


@pytest.mark.counted
def test_regions_of_2018_have_names_and_others_keep_their_code():
    assert [region_name(code).in_("lv") for code in REGIONS_2018] == [
        "Rīga",
        "Vidzeme",
        "Ziemeļlatgale",
    ]
    assert region_name("LV006").in_("en") == "LV006"


# What was published.


def outcome(kind, happened_on=date(2018, 9, 3), key="o-1", participation="p-1"):
    return Outcome(id=key, participation_id=participation, kind=kind, happened_on=happened_on)


def count(metric, *records, year=2018):
    """The figure, with what is not known as a second number."""
    known = caseload(*records)
    days = report_days(Period.year(year), date(year, 12, 31))
    figure = count_records([metric], Records(SCHEMA, known.records), days)[metric.id]
    return figure.value, figure.unknown


@pytest.mark.parametrize(
    ("kind", "in_2018", "in_2021"),
    [
        (OutcomeKind.EMPLOYMENT, 1, 1),
        (OutcomeKind.SELF_EMPLOYMENT, 1, 1),
        (OutcomeKind.EDUCATION, 1, 1),
        (OutcomeKind.JOB_SEARCH, 1, 0),
        (OutcomeKind.TRAINING, 1, 0),
        (OutcomeKind.QUALIFICATION, 1, 0),
        (OutcomeKind.LANGUAGE_LEVEL, 0, 0),
        (OutcomeKind.OWN_HOUSING, 0, 0),
    ],
)
def test_what_is_an_outcome_differs_from_one_announcement_to_the_other(kind, in_2018, in_2021):
    records = stay(), outcome(kind)

    assert count(OUTCOMES_2018, *records) == (in_2018, 0)
    assert count(OUTCOMES_2021, *records) == (in_2021, 0)


def test_a_person_is_counted_once_and_only_for_what_happened_in_the_period():
    twice = (
        outcome(OutcomeKind.EMPLOYMENT),
        outcome(OutcomeKind.EDUCATION, key="o-2"),
        stay("p-3", entered_on=date(2018, 11, 5)),
    )

    assert count(CLIENTS, stay(left_on=date(2018, 8, 31)), *twice) == (1, 0)
    assert count(OUTCOMES_2018, stay(), *twice) == (1, 0)
    assert count(OUTCOMES_2018, stay(), *twice, year=2019) == (0, 0)
    assert count(CLIENTS, stay(left_on=date(2018, 8, 31)), year=2019) == (0, 0)


def test_outcomes_of_other_programmes_are_not_counted():
    elsewhere = programme("m-2", "sif.mentoring"), stay("p-2", offered="m-2")

    records = stay(), *elsewhere, outcome(OutcomeKind.EMPLOYMENT, participation="p-2")
    assert count(OUTCOMES_2018, *records) == (0, 0)


def test_outcomes_of_2018_are_told_apart_by_the_region_of_entry():
    traits = EntryTraits(id="t-1", participation_id="p-1", region="VIDZEME")
    known = caseload(stay(), outcome(OutcomeKind.TRAINING), traits)
    days = report_days(Period.year(2018), date(2018, 12, 31))

    figures = count_records([OUTCOMES_2018], Records(SCHEMA, known.records), days)

    groups = figures[OUTCOMES_2018.id].groups
    assert {code: tally.counted for code, tally in groups.items()} == {"VIDZEME": 1}


def test_the_two_outcomes_are_not_comparable_and_the_codes_are_named():
    comparison = compared(OUTCOMES_2018, OUTCOMES_2021)

    assert not comparison.comparable
    assert [each.aspect for each in comparison.differences] == [Aspect.WHERE, Aspect.BY]
    (condition, _) = comparison.differences
    (kinds,) = condition.codes
    assert kinds.only_one == ("job_search", "qualification", "training")
    assert kinds.only_other == ()
    assert not condition.otherwise


def test_the_comparison_is_told_in_both_languages():
    comparison = compared(OUTCOMES_2018, OUTCOMES_2021)

    verdict, condition, breakdown = [each.in_("en") for each in comparison.told()]
    assert verdict == (
        "The figures may not be compared: the definitions differ in condition and breakdown."
    )
    assert condition == (
        "condition (outcome, kind): only in sif.motivation.outcomes-2018: job search, gaining a "
        "qualification and training"
    )
    assert breakdown == "breakdown: Region / none"
    assert comparison.told()[0].in_("lv") == (
        "Skaitļus nedrīkst salīdzināt: definīcijās atšķiras nosacījums un dalījums."
    )


def test_the_programme_its_rules_and_its_figures_are_declared():
    catalogue = installed_catalogue()

    assert catalogue.faults == ()
    assert service().rules == tuple(sorted(rules.RULES, key=lambda rule: rule.id))
    assert service().limits == limits.LIMITS
    assert {each.id for each in METRICS} <= set(catalogue.metrics.declared)
    published = (CLIENTS, OUTCOMES_2018, OUTCOMES_2021)
    assert all(each.source.confidence is Confidence.PUBLISHED for each in published)
