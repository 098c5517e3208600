"""The reports of the project: targets against actuals on any day, outcomes, both languages."""

from datetime import date
from decimal import Decimal

import pytest

from inclusion_core import SCHEMA, Language, Period, ReportData
from inclusion_core.reports.report import Mark
from inclusion_core.testing import installed_catalogue
from inclusion_core.texts import Text
from inclusion_eea.outcomes import OUTCOMES
from inclusion_eea.programme import place_name
from inclusion_eea.reports import FINAL, PROGRESS

ANNOUNCED_END, END = date(2015, 4, 30), date(2015, 7, 31)
NONE = Mark.NOT_APPLICABLE


@pytest.fixture(scope="module")
def filled(sample):
    def report(form, on):
        data = ReportData.of_caseload(sample.as_known_on(on), SCHEMA)
        return form.filled_in(data, period=Period(date(2013, 11, 1), on), status_day=on)

    return report


@pytest.fixture(scope="module")
def progress(filled):
    return filled(PROGRESS, ANNOUNCED_END)


@pytest.fixture(scope="module")
def final(filled):
    return filled(FINAL, END)


def tables(report):
    return {table.id: table for section in report.sections for table in section.tables}


def rows(table):
    return {
        row.id.removeprefix("eea.families."): tuple(
            cell.value.en if isinstance(cell.value, Text) else cell.value for cell in row.cells
        )
        for row in table.rows
    }


def test_at_the_announced_end_every_target_is_met_to_the_last(progress):
    by_place, others = (rows(tables(progress)[name]) for name in ("targets", "other-targets"))

    def met(amount):
        return (amount, amount, amount, Decimal("100.0"), "yes", ANNOUNCED_END, "no")

    assert by_place["families"] == met(100)
    assert by_place["families/BAUSKA"] == by_place["families/VALMIERA"] == met(50)
    assert by_place["children"] == met(200)
    assert by_place["children/BAUSKA"][:2] == (NONE, NONE)
    assert by_place["social-workers/BAUSKA"] == by_place["social-workers/VALMIERA"] == met(1)
    assert others == {
        "volunteer-mentors": met(5),
        "trained-social-workers": met(20),
        "family-assistants": met(4),
        "camps": met(2),
    }


def test_at_the_end_families_stand_beside_the_amended_target_and_the_first(final):
    table = tables(final)["targets"]

    assert rows(table)["families"] == (100, 116, 129, Decimal("111.2"), "yes", END, "no")
    assert rows(table)["families/BAUSKA"][:3] == (50, 50, 65)
    assert rows(table)["children"][:3] == (200, 200, 271)
    assert rows(table)["children"][-1] == "yes"
    assert [note.in_(Language.EN) for note in table.notes][-1] == (
        "Families with children at risk that were supported: 116, before that 100; due day: 31 "
        "July 2015, before that: 30 April 2015; day of agreement: some day of 1 May 2015 to 30 "
        "June 2015."
    )
    assert rows(tables(final)["mentoring"]) == {"youths-mentored": (6,)}


def test_activities_are_parts_of_the_families(final):
    total, *parts = tables(final)["activities"].rows

    assert [cell.value for cell in total.cells] == [129, 65, 64, 0]
    assert {row.part_of for row in parts} == {total.id}
    assert all(cell.value > 0 for row in parts for cell in row.cells[:1])
    assert {row.id for row in tables(final)["services"].rows} == {
        "individual",
        "group",
        "camp",
        "family_group_conference",
    }


def test_outcomes_are_told_by_figures_and_the_others_by_name(final):
    (section,) = (each for each in final.sections if each.id == "outcomes")
    told = [each for each in OUTCOMES if each.told_by]

    assert [table.title.en for table in section.tables] == [
        f"{each.code} {each.says.en}" for each in told
    ]
    assert [each.in_(Language.EN) for each in section.paragraphs[1:]] == [
        f"{each.code} {each.says.en}: the project counts nothing of it."
        for each in OUTCOMES
        if not each.told_by
    ]
    assert rows(tables(final)["pa10-09"])["children"] == (271,)
    assert sum(each.in_latvia for each in OUTCOMES) == 3


def test_the_reports_speak_latvian(final):
    shown = installed_catalogue().formats["terminal"].render(final, Language.LV).decode()

    assert shown.startswith("Projekta noslēguma pārskats\n")
    assert "Atbalstītās riska ģimenes ar bērniem: 116, iepriekš 100" in " ".join(shown.split())


def test_a_place_that_is_not_of_the_project_has_its_code():
    assert place_name("VALMIERA").lv == "Valmiera"
    assert place_name("RIGA").lv == "RIGA"
