"""The declarations of the indicators: every code once, its name, its source, what it is part of."""

import re
from datetime import date

import pytest

from inclusion_core import Period, count_records
from inclusion_core.expr.records import Records
from inclusion_core.facts.moments import report_days
from inclusion_core.metrics.gaps import gaps_in_records
from inclusion_core.metrics.inequalities import Relation, checked
from inclusion_core.metrics.metric import ClassifiedOn, Grain, Measure, Membership
from inclusion_core.model.client import Gender
from inclusion_core.model.education import EducationLevel
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.yes_no import YesNo
from inclusion_core.sources import Confidence
from inclusion_core.testing import installed_catalogue
from inclusion_core.texts import lv
from inclusion_core.values import Reason, Unknown
from inclusion_esf import definitions as term
from inclusion_esf.axes import GENDER, OBJECTIVE, REGION
from inclusion_esf.check_metrics import CHECK_METRICS
from inclusion_esf.definition import Definition
from inclusion_esf.gaps import GAPS_2014, GAPS_PLUS
from inclusion_esf.inequalities import INEQUALITIES_2013, INEQUALITIES_2018, INEQUALITIES_PLUS
from inclusion_esf.metrics import METRICS
from inclusion_esf.pairs import OF_EVERY_PAIR, PAIRS, WITHOUT_COUNTERPART
from inclusion_esf.participation import EsfParticipation
from inclusion_esf.period_2014.indicators import ESF_INDICATORS_2013, ESF_INDICATORS_2018
from inclusion_esf.period_2014.projects import ESF_PROJECT_INDICATORS
from inclusion_esf.period_2021.entities import ESF_PLUS_ENTITY_INDICATORS
from inclusion_esf.period_2021.estimates import (
    ESTIMATED,
    ESTIMATED_BY_GENDER,
    MAY_BE_ESTIMATED,
)
from inclusion_esf.period_2021.indicators import ESF_PLUS_INDICATORS, MOST_DEPRIVED_INDICATORS
from inclusion_esf.rates import ASKED, RATES_2013, RATES_2018, RATES_PLUS
from inclusion_esf.table import PARTICIPATIONS

CATALOGUE = installed_catalogue()
INEQUALITIES = (*INEQUALITIES_2013, *INEQUALITIES_2018, *INEQUALITIES_PLUS)
RATES = (*RATES_2013, *RATES_2018, *RATES_PLUS)
ON_PARTICIPANTS = (
    *(*ESF_INDICATORS_2013, *ESF_INDICATORS_2018),
    *(*ESF_PLUS_INDICATORS, *MOST_DEPRIVED_INDICATORS),
)
YEAR = report_days(Period(date(2019, 1, 1), date(2019, 12, 31)), date(2019, 12, 31))


def codes(metrics):
    """The official codes, which names begin with."""
    return [name.partition(" ")[0] for name in (each.says.in_("en") for each in metrics)]


def numbered(stem, first, last):
    return [f"{stem}{number:02}" for number in range(first, last + 1)]


# Every code once.


def test_the_original_text_has_every_code_once():
    assert codes(ESF_INDICATORS_2013)[2:] == [*numbered("CO", 1, 19), *numbered("CR", 1, 9)]
    assert codes(ESF_PROJECT_INDICATORS) == numbered("CO", 20, 23)


def test_the_amended_text_has_no_household():
    assert codes(ESF_INDICATORS_2018)[2:] == [
        *(*numbered("CO", 1, 11), *numbered("CO", 15, 19)),
        *numbered("CR", 1, 9),
    ]


def test_both_texts_begin_with_the_two_totals():
    for indicators in (ESF_INDICATORS_2013, ESF_INDICATORS_2018):
        assert [each.id for each in indicators[:2]] == ["esf.grand-total", "esf.total"]


def test_the_fund_plus_has_every_code_once():
    assert codes(ESF_PLUS_INDICATORS) == [*numbered("EECO", 1, 17), *numbered("EECR", 1, 6)]
    assert codes(ESF_PLUS_ENTITY_INDICATORS) == ["EECO18", "EECO19"]


def test_annex_ii_has_eight_indicators_without_codes():
    assert [each.id.removeprefix("esf.most-deprived.") for each in MOST_DEPRIVED_INDICATORS] == [
        *("total", "children", "young-people", "older-people", "with-disabilities"),
        *("third-country-nationals", "foreign-background-or-minority", "homeless"),
    ]


def test_an_id_ends_in_its_code():
    coded = (*ESF_PROJECT_INDICATORS, *ESF_PLUS_ENTITY_INDICATORS, *ON_PARTICIPANTS)
    for metric in coded:
        code = codes([metric])[0]
        if re.fullmatch(r"(EE)?C[OR]\d\d", code):
            assert metric.id.endswith(f".{code.lower()}")
            assert metric.says.in_("lv").startswith(f"{code} ")


def test_only_what_the_texts_define_otherwise_has_an_id_of_its_own():
    first, second = (
        {each.id for each in text} for text in (ESF_INDICATORS_2013, ESF_INDICATORS_2018)
    )
    assert first - second == {
        *("esf.2013.co12", "esf.2013.co13", "esf.2013.co14", "esf.2013.cr05", "esf.2013.cr09")
    }
    assert second - first == {"esf.2018.cr05", "esf.2018.cr09"}


# What each says.


@pytest.mark.parametrize("metric", ON_PARTICIPANTS, ids=lambda each: each.id)
def test_an_indicator_on_participants_is_declared_whole(metric):
    result = "cr0" in metric.id
    assert metric.table is PARTICIPATIONS
    assert metric.grain is Grain.OPERATION
    assert metric.membership is (Membership.LEFT if result else Membership.ENTERED)
    assert (metric.settled_on is not None) is result
    assert metric.classified_on is ClassifiedOn.ENTRY
    assert metric.adds_up
    assert metric.notes[0].in_("lv").endswith(".")
    assert metric.notes[0].in_("en").endswith(".")


@pytest.mark.parametrize("metric", METRICS, ids=lambda each: each.id)
def test_what_an_indicator_is_part_of_is_counted_too(metric):
    if metric.part_of:
        assert CATALOGUE.metrics[metric.part_of].membership is metric.membership


@pytest.mark.parametrize(
    ("key", "place", "confidence"),
    [
        ("esf.co01", "Annex I", Confidence.FOUND),
        ("esf.2013.co12", "Annex I", Confidence.REMEMBERED),
        ("esf.co17", "Annex I", Confidence.REMEMBERED),
        ("esf.cr01", "Annex I", Confidence.FOUND),
        ("esf.cr02", "Annex I", Confidence.REMEMBERED),
        ("esf.2018.cr05", "Annex I", Confidence.REMEMBERED),
        ("esf.cr07", "Annex I", Confidence.FOUND),
        ("esf.plus.eeco02", "Annex I, point 1.1", Confidence.FOUND),
        ("esf.plus.eeco13", "Annex I, point 1.2", Confidence.FOUND),
        ("esf.plus.eeco18", "Annex I, point 2", Confidence.FOUND),
        ("esf.plus.eecr01", "Annex I, point 3", Confidence.FOUND),
        ("esf.plus.eecr05", "Annex I, point 4", Confidence.FOUND),
        ("esf.most-deprived.children", "Annex II", Confidence.FOUND),
    ],
)
def test_the_source_says_where_and_how_sure(key, place, confidence):
    source = CATALOGUE.metrics[key].source
    assert source.place.in_("en") == place
    assert source.confidence is confidence


def test_the_texts_of_2013_and_2018_are_told_apart():
    read_as = {
        key: CATALOGUE.metrics[key].source.read_as.in_("en")
        for key in ("esf.2013.cr05", "esf.2018.cr05")
    }
    assert read_as == {
        "esf.2013.cr05": "original list of 2013-12-17",
        "esf.2018.cr05": "consolidated text of 2018-08-02",
    }


@pytest.mark.parametrize(
    "key", ["esf.co15", "esf.co16", "esf.co17", "esf.plus.eeco12", "esf.plus.eeco15"]
)
def test_sensitive_data_are_named_as_such(key):
    notes = [note.in_("en") for note in CATALOGUE.metrics[key].notes]
    assert any(note.startswith("Special category of data") for note in notes)


@pytest.mark.parametrize("key", ["esf.co16", "esf.cr01", "esf.plus.eeco06", "esf.plus.eecr05"])
def test_a_code_that_was_not_read_says_so(key):
    notes = [note.in_("en") for note in CATALOGUE.metrics[key].notes]
    assert any(note.startswith("The code ") and "to be checked" in note for note in notes)


def test_definitions_built_alike_are_equal():
    def young(limit):
        words = lv("jauns").en("young")
        return Definition(id="young", name=words, means=words, where=term.age < limit)

    assert young(25) == young(25) != young(30)


# All that the distribution brings.


def test_the_plugin_loads_and_all_is_in_the_catalogue():
    assert not [fault for fault in CATALOGUE.faults if fault.plugin == "esf"]
    brought = {key for key in CATALOGUE.metrics.declared if key.startswith("esf.")}
    assert {each.id for each in METRICS} == brought
    assert CATALOGUE.facts_tables["esf.participation"] == PARTICIPATIONS
    assert {"esf_project", "esf_supported_entity", "esf_estimate"} <= {
        *CATALOGUE.record_types.declared
    }
    assert CATALOGUE.vocabulary.type("esf_project", "lv") == "ESF ziņas par projektu"


def test_every_field_of_a_record_type_has_words():
    for name in ("esf_project", "esf_supported_entity", "esf_estimate"):
        for field in CATALOGUE.schema[name].fields:
            if field not in ("id", "operation_id", "kind"):
                said = CATALOGUE.vocabulary.field(name, field, "lv")
                assert said != field.replace("_", " "), (name, field)


def test_figures_are_broken_down_by_gender_objective_and_region():
    assert [axis.id for axis in (GENDER, OBJECTIVE, REGION)] == ["gender", "objective", "region"]
    assert ESTIMATED_BY_GENDER.id == "gender"


# Inequalities, rates, gaps, pairs.


def test_inequalities_name_metrics_of_the_catalogue():
    for rule in INEQUALITIES:
        for key in (*rule.left, *rule.right):
            assert key in CATALOGUE.metrics.declared
        assert rule.says is not None


def test_both_lists_of_2014_share_the_inequalities_that_both_texts_have():
    for listed in (INEQUALITIES_2013, INEQUALITIES_2018, INEQUALITIES_PLUS):
        assert len({rule.id for rule in listed}) == len(listed)
    shared = {rule.id for rule in INEQUALITIES_2013} & {rule.id for rule in INEQUALITIES_2018}
    assert len(shared) == 11


def test_equalities_are_those_of_the_totals_and_of_what_excludes_each_other():
    equal = {rule.id for rule in INEQUALITIES if rule.relation is Relation.EQUAL}
    assert {each.removeprefix("esf.inequality.") for each in equal} == {
        *("eeco01-by-labour", "eeco01-by-education", "eecr01-eecr04-disjoint")
    }


def participant(key="one", **fields):
    """A woman of 35, complete in both periods, who entered and left in 2019."""
    known = {
        "objective": "f",
        "gender": Gender.FEMALE,
        "born_on": date(1984, 2, 3),
        "entered_on": date(2019, 2, 1),
        "left_on": date(2019, 5, 31),
        "labour_status": LabourStatus.INACTIVE,
        "education_level": EducationLevel.ISCED_3,
        "in_education": YesNo.NO,
    }
    return EsfParticipation(id=key, operation="work", **(known | fields))


def counted(metrics, *participants, known_on=date(2020, 12, 31), by=()):
    rows = Records(PARTICIPATIONS.schema, {"esf_participation": participants})
    return count_records(metrics, rows, YEAR, known_on=known_on, by=by)


PEOPLE = (
    participant("early", entered_on=date(2018, 10, 1)),
    participant("child", born_on=date(2006, 1, 1), education_level=EducationLevel.ISCED_0),
    participant("old", born_on=date(1950, 1, 1), labour_status=LabourStatus.EMPLOYED),
    participant("l", objective="l", labour_status=Unknown(Reason.REFUSED), most_deprived=YesNo.NO),
    participant("man", gender=Gender.MALE, labour_status=LabourStatus.UNEMPLOYED),
)


def test_the_inequalities_hold_in_every_cell_of_gender():
    figures = counted((*ON_PARTICIPANTS, *CHECK_METRICS), *PEOPLE, by=(GENDER,))
    found = checked(figures, INEQUALITIES)
    assert len(found) > 2 * len(INEQUALITIES)
    assert all(each.holds for each in found)


def test_a_result_is_compared_with_all_who_had_entered_by_then():
    found_work = participant(
        "before", entered_on=date(2018, 12, 31), labour_event_upon_leaving=Unknown(Reason.REFUSED)
    )
    figures = counted(CHECK_METRICS, found_work)
    assert figures["esf.check.co03"].value == 1
    assert figures["esf.check.eeco04"].value == 1


def test_the_total_without_objective_l_is_what_the_sums_are_compared_with():
    figures = counted((*ESF_PLUS_INDICATORS, *CHECK_METRICS), *PEOPLE)
    assert figures["esf.plus.eeco01"].value == 4
    assert figures["esf.check.eeco01-without-l"].value == 3


def test_a_rate_is_of_those_of_whom_the_result_is_asked():
    one = participant("a", labour_status_six_months_after=LabourStatus.EMPLOYED)
    other = participant("b", labour_status_six_months_after=LabourStatus.INACTIVE)
    worked = participant("c", labour_status=LabourStatus.EMPLOYED)
    late = participant("d", left_on=date(2019, 12, 1))
    figures = counted(
        (*ESF_INDICATORS_2018, *ASKED), one, other, worked, late, known_on=date(2020, 1, 31)
    )

    (rate,) = (each for each in RATES_2018 if each.of.id == "esf.cr06")
    share = figures[rate.of.id].share_of(figures[rate.among.id])
    assert (share.counted, share.among, share.open) == (1, 2, 1)
    assert rate.says.in_("en").endswith("; of: unemployed or inactive on entry")


def test_there_is_a_rate_for_every_result():
    assert [len(each) for each in (RATES_2013, RATES_2018, RATES_PLUS)] == [9, 9, 6]
    for rate in RATES:
        assert rate.among.universe.node == rate.of.universe.node
        assert rate.among.id == f"esf.asked.{rate.of.id.removeprefix('esf.')}"


def test_gaps_tell_a_refused_answer_from_one_that_nobody_asked_for():
    refused = participant("refused", disability=Unknown(Reason.REFUSED))
    rows = Records(PARTICIPATIONS.schema, {"esf_participation": [refused]})
    (sensitive,) = (each for each in GAPS_2014 if each.id == "esf.gaps.sensitive")
    (lacking,) = gaps_in_records(sensitive, rows, YEAR).subjects
    assert lacking.why["disability"] is Reason.REFUSED
    assert lacking.why["minority"] is Reason.NOT_ASKED


def test_the_household_is_missed_of_who_entered_before_the_amendment():
    (household,) = (each for each in GAPS_2014 if each.id == "esf.gaps.household")
    days = report_days(Period(date(2018, 1, 1), date(2018, 12, 31)), date(2018, 12, 31))
    people = [
        participant("before", entered_on=date(2018, 8, 1)),
        participant("since", entered_on=date(2018, 8, 2)),
    ]
    rows = Records(PARTICIPATIONS.schema, {"esf_participation": people})
    assert [each.id for each in gaps_in_records(household, rows, days).subjects] == ["before"]


def test_every_question_of_the_table_is_asked_for_by_some_gaps():
    asked = {field for gaps in (*GAPS_2014, *GAPS_PLUS) for field in gaps.fields}
    unasked = set(PARTICIPATIONS.columns) - asked
    assert unasked == {"operation", "most_deprived", "region", "entered_on", "left_on"}
    for listed in (GAPS_2014, GAPS_PLUS):
        assert len({gaps.id for gaps in listed}) == len(listed)


def test_a_pair_is_of_one_fund_and_the_other_and_says_why():
    for pair in PAIRS:
        assert pair.one.id.startswith("esf.")
        assert not pair.one.id.startswith("esf.plus.")
        assert pair.other.id.startswith("esf.plus.")
        assert pair.why.in_("lv").endswith(".")
    assert len({(pair.one.id, pair.other.id) for pair in PAIRS}) == len(PAIRS)
    assert "gender" in OF_EVERY_PAIR.in_("en")


def test_what_has_no_pair_is_named():
    paired = {codes([pair.one])[0] for pair in PAIRS}
    alone = set(codes(ESF_INDICATORS_2013)[2:]) - paired
    assert alone == set(re.findall(r"C[OR]\d\d", WITHOUT_COUNTERPART.in_("en")))
    unpaired = {*codes(ESF_PLUS_INDICATORS)} - {codes([pair.other])[0] for pair in PAIRS}
    assert unpaired == set()


# Estimates.


def test_point_1_2_and_annex_ii_may_be_estimated():
    assert [each.id for each in MAY_BE_ESTIMATED] == [
        *(f"esf.plus.eeco{number}" for number in range(12, 18)),
        *(each.id for each in MOST_DEPRIVED_INDICATORS),
    ]
    assert all(each.measure is Measure.TOTAL for each in ESTIMATED)
