"""What is assumed where a text is open: said with its default, and it changes what it should."""

from datetime import date
from pathlib import Path

import attrs
import pytest

from inclusion_core import Period, count_records
from inclusion_core.expr.records import Records
from inclusion_core.facts.moments import report_days
from inclusion_core.metrics.metric import each_once
from inclusion_core.model.client import Gender
from inclusion_core.model.education import EducationLevel
from inclusion_core.model.entry import Settlement
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.yes_no import YesNo
from inclusion_core.sources import Confidence
from inclusion_core.testing import installed_catalogue
from inclusion_core.values import NOT_ASKED
from inclusion_esf.assumptions import ASSUMPTIONS
from inclusion_esf.metrics import METRICS
from inclusion_esf.participation import EsfParticipation, LabourEvent
from inclusion_esf.period_2014.indicators import ESF_INDICATORS_2013, ESF_INDICATORS_2018
from inclusion_esf.period_2021.indicators import ESF_PLUS_INDICATORS
from inclusion_esf.table import PARTICIPATIONS

INDICATORS = each_once((*ESF_INDICATORS_2013, *ESF_INDICATORS_2018, *ESF_PLUS_INDICATORS))
YEAR = report_days(Period(date(2018, 1, 1), date(2018, 12, 31)), date(2018, 12, 31))

DEFAULTS = {
    "esf.results-since": 0,
    "esf.non-citizens-are-third-country-nationals": 1,
    "esf.school-age": 7,
    "esf.third-country-nationals-are-migrants": 1,
    "esf.disadvantage-set": 0,
    "esf.household-needed": 1,
    "esf.newly-searching": 0,
    "esf.plus.gender-needed": 0,
    "esf.plus.long-term-by-age": 1,
    "esf.plus.job-search-of-inactive-only": 1,
    "esf.plus.rural-classes": 3,
}

COMPLETE = EsfParticipation(
    id="one",
    operation="work",
    objective="f",
    gender=Gender.FEMALE,
    born_on=date(1984, 2, 3),
    entered_on=date(2018, 2, 1),
    left_on=date(2018, 5, 31),
    labour_status=LabourStatus.INACTIVE,
    education_level=EducationLevel.ISCED_3,
    in_education=YesNo.YES,
    foreign_background=YesNo.NO,
    minority=YesNo.NO,
    third_country_national=YesNo.NO,
    disability=YesNo.NO,
    other_disadvantage=YesNo.NO,
    settlement=Settlement.CITY,
    jobless_household=YesNo.NO,
    dependent_children=YesNo.NO,
    single_adult=YesNo.NO,
    labour_event_upon_leaving=LabourEvent.JOB_SEARCH,
    qualification_upon_leaving=YesNo.NO,
)


def in_which(assumed=None, **fields):
    """The indicators that count the complete person with these differences."""
    rows = Records(PARTICIPATIONS.schema, {"esf_participation": [attrs.evolve(COMPLETE, **fields)]})
    parameters = attrs.evolve(YEAR, numbers=assumed or {})
    figures = count_records(INDICATORS, rows, parameters, known_on=date(2019, 12, 31))
    return {figure.metric.id.removeprefix("esf.") for figure in figures if figure.value}


def changes(key, value, **fields):
    """The indicators that count the person only by default, and only if assumed otherwise."""
    usual, otherwise = in_which(**fields), in_which({key: value}, **fields)
    return usual - otherwise, otherwise - usual


def test_every_assumption_has_a_stated_default():
    assert {each.id: each.default for each in ASSUMPTIONS} == DEFAULTS


def test_the_catalogue_holds_them():
    assert {
        key for key in installed_catalogue().assumptions.declared if key.startswith("esf.")
    } == set(DEFAULTS)


def test_the_page_of_the_plugin_names_each():
    page = Path(__file__).parent.parent.joinpath("README.md").read_text(encoding="utf-8")
    for key in DEFAULTS:
        assert f"| `{key}` |" in page


@pytest.mark.parametrize("assumption", ASSUMPTIONS, ids=lambda each: each.id)
def test_each_says_in_both_languages_what_is_assumed_and_what_leaves_it_open(assumption):
    for value in assumption.choices or {assumption.default: ""}:
        told = assumption.told(value)
        assert told.in_("lv") != told.in_("en")
    assert assumption.source.confidence in (Confidence.OWN_READING, Confidence.REMEMBERED)


def test_each_is_named_by_a_metric_or_by_the_table():
    named = {each.id for metric in METRICS for each in metric.all_assumptions}
    assert named == set(DEFAULTS)


# Each changes just what it is about.


def test_the_school_age_decides_where_isced_0_belongs():
    six = {"born_on": date(2012, 1, 31), "education_level": EducationLevel.ISCED_0}
    seven = six | {"born_on": date(2011, 2, 1)}
    assert "co09" in in_which(**six)
    assert "co09" not in in_which(**seven)
    assert changes("esf.school-age", 8, **seven) == (set(), {"co09"})
    assert changes("esf.school-age", 0, **six) == ({"co09"}, set())


def test_third_country_nationals_are_migrants_in_co15():
    fields = {"third_country_national": YesNo.YES}
    gone, come = changes("esf.third-country-nationals-are-migrants", 0, **fields)
    assert gone == {"co15", "2013.cr05", "2018.cr05"}
    assert come == set()


def test_the_household_makes_a_disadvantage_in_the_original_text():
    single_parent = {"single_adult": YesNo.YES, "dependent_children": YesNo.YES}
    assert {"2013.cr05", "2018.cr05"} & in_which(**single_parent) == {"2013.cr05"}
    assert changes("esf.disadvantage-set", 1, **single_parent) == (set(), {"2018.cr05"})
    assert changes("esf.disadvantage-set", 2, **single_parent) == ({"2013.cr05"}, set())


def test_sensitive_data_make_a_disadvantage_in_every_reading():
    assert changes("esf.disadvantage-set", 1, disability=YesNo.YES) == (set(), set())
    assert changes("esf.disadvantage-set", 2, disability=YesNo.YES) == (set(), set())
    assert {"2013.cr05", "2018.cr05"} <= in_which(disability=YesNo.YES)


def test_the_household_is_needed_of_who_entered_before_the_amendment():
    before = {"jobless_household": NOT_ASKED}
    since = before | {"entered_on": date(2018, 8, 2), "left_on": date(2018, 10, 1)}
    assert "total" not in in_which(**before)
    assert "grand-total" in in_which(**before)
    assert "total" in in_which(**since)
    assert "total" in in_which({"esf.household-needed": 0}, **before)
    assert "total" not in in_which({"esf.household-needed": 2}, **since)
    assert "plus.eeco01" in in_which({"esf.household-needed": 2}, **since)


def test_in_cr05_only_the_inactive_newly_look_for_work():
    employed = {"labour_status": LabourStatus.EMPLOYED, "disability": YesNo.YES}
    unemployed = employed | {"labour_status": LabourStatus.UNEMPLOYED}
    assert changes("esf.newly-searching", 1, **employed) == (set(), {"2013.cr05", "2018.cr05"})
    assert changes("esf.newly-searching", 1, **unemployed) == (set(), set())


def test_without_gender_a_record_of_the_fund_plus_is_complete():
    gone, come = changes("esf.plus.gender-needed", 1, gender=NOT_ASKED)
    assert gone == {"plus.eeco01", "plus.eeco04", "plus.eeco10", "plus.eecr01"}
    assert come == set()


def test_six_months_make_a_young_person_long_term_unemployed():
    fields = {
        "labour_status": LabourStatus.UNEMPLOYED,
        "born_on": date(1994, 1, 1),
        "unemployed_since": date(2017, 7, 31),
    }
    assert changes("esf.plus.long-term-by-age", 0, **fields) == ({"plus.eeco03"}, set())
    longer = fields | {"unemployed_since": date(2017, 1, 31)}
    assert changes("esf.plus.long-term-by-age", 0, **longer) == (set(), set())


def test_in_eecr01_only_the_inactive_newly_look_for_work():
    fields = {"labour_status": LabourStatus.EMPLOYED}
    assert changes("esf.plus.job-search-of-inactive-only", 0, **fields) == (
        set(),
        {"plus.eecr01"},
    )


def test_a_town_is_rural_in_eeco17_only_if_assumed():
    assert changes("esf.plus.rural-classes", 2, settlement=Settlement.TOWN) == (
        set(),
        {"plus.eeco17"},
    )
    assert {"co19", "plus.eeco17"} <= in_which(settlement=Settlement.RURAL)
