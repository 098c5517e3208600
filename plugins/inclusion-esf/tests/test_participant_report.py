"""The participant report: each person and supported activity, as the intermediate body asks."""

from datetime import date

import attrs
import pytest

from inclusion_core import Language, Period, ReportData
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.outcome import Outcome, OutcomeKind
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import CitizenshipKind, CitizenshipSpell
from inclusion_core.model.yes_no import YesNo
from inclusion_core.reports.form import ListColumn
from inclusion_core.reports.report import Mark
from inclusion_core.testing import installed_catalogue
from inclusion_core.texts import Text, lv
from inclusion_core.values import Reason, Unknown
from inclusion_esf.participants import PARTICIPANT_COLUMNS, participation
from inclusion_esf.reports.participants import PARTICIPANT_REPORT, participant_report
from inclusion_esf.sample import build

CATALOGUE = installed_catalogue()
YEAR = Period.year(2018)
DUE = date(2019, 1, 30)
SAMPLE = build().as_known_on(DUE)
NOT_COLLECTED = "not known (not asked)"

RECORDS = (
    Operation(id="o", number="9.1.4.4./16/I/001", title="O", beneficiary="SIF"),
    Programme(id="mentoring", operation_id="o", declared_as="sif.mentoring"),
    Programme(id="motivation", operation_id="o", declared_as="sif.motivation"),
    Client(id="c-1", provider_id="v", gender=Gender.FEMALE, born_on=date(1990, 5, 17)),
    Client(id="c-2", provider_id="v"),
    CitizenshipSpell(
        id="s",
        client_id="c-1",
        kind=CitizenshipKind.CITIZEN,
        country="SY",
        first_day=date(1990, 5, 17),
    ),
    # In both activities of one operation; left the first on 15 November, found work on 13 December.
    Participation(
        id="p-1",
        client_id="c-1",
        programme_id="mentoring",
        entered_on=date(2018, 5, 16),
        left_on=date(2018, 11, 15),
    ),
    Outcome(
        id="r-1",
        participation_id="p-1",
        kind=OutcomeKind.EMPLOYMENT,
        happened_on=date(2018, 12, 13),
    ),
    Outcome(
        id="r-2", participation_id="p-1", kind=OutcomeKind.TRAINING, happened_on=date(2018, 12, 14)
    ),
    EntryTraits(
        id="t",
        participation_id="p-1",
        labour_status=LabourStatus.UNEMPLOYED,
        minority=Unknown(Reason.REFUSED),
        disability=YesNo.NO,
    ),
    Participation(
        id="p-2",
        client_id="c-1",
        programme_id="motivation",
        entered_on=date(2018, 6, 1),
        left_on=date(2018, 12, 31),
    ),
    # Left on 2 January 2018, and is asked of; and one who entered after the year.
    Participation(
        id="p-3",
        client_id="c-2",
        programme_id="mentoring",
        entered_on=date(2017, 6, 1),
        left_on=date(2018, 1, 2),
    ),
    Participation(
        id="p-4", client_id="c-2", programme_id="motivation", entered_on=date(2019, 1, 2)
    ),
)


def filled(caseload=SAMPLE, form=PARTICIPANT_REPORT, engine=None):
    data = ReportData.of_caseload(caseload, CATALOGUE.schema, engine=engine)
    return form.filled_in(data, period=YEAR, status_day=YEAR.last_day)


def rows(report):
    """What stands in each row, by the id of the column; texts in English."""
    (table,) = report.sections[0].tables
    ids = [column.id for column in PARTICIPANT_COLUMNS]
    return {
        row.id: {
            key: cell.value.in_("en") if isinstance(cell.value, Text) else cell.value
            for key, cell in zip(ids, row.cells, strict=True)
        }
        for row in table.rows
    }


def worked(known_on=DUE, engine=None):
    return rows(filled(Caseload.of_records(RECORDS, known_on=known_on), engine=engine))


@pytest.mark.parametrize("engine", [None, "polars", "duckdb"])
def test_a_row_is_one_person_in_one_activity(engine):
    found = worked(engine=engine)

    assert [(each["person"], each["activity"]) for each in found.values()] == [
        ("c-1", "sif.mentoring"),
        ("c-1", "sif.motivation"),
        ("c-2", "sif.mentoring"),
    ]
    assert [each["first"] for each in found.values()] == ["yes", "no", "yes"]
    assert {each["operation"] for each in found.values()} == {"o"}


def test_traits_are_those_of_the_entry_and_what_is_missing_is_said():
    first, second, _ = worked().values()

    assert first["age"] == 27  # 28 on the next day
    assert (first["gender"], first["labour_status"]) == ("female", "unemployed")
    assert (first["minority"], first["disability"]) == ("not known (refused)", "no")
    assert first["in_education"] == NOT_COLLECTED
    assert first["third_country_national"] == "yes"
    assert second["labour_status"] == NOT_COLLECTED
    assert second["age"] == 28


def test_a_citizenship_that_nobody_recorded_makes_nobody_a_third_country_national():
    assert worked()["p-3"]["third_country_national"] == "not known"


def test_a_result_counts_to_the_28th_day_after_leaving():
    first = worked()["p-1"]

    assert first["labour_event_upon_leaving"] == "employment"  # on the 28th day
    assert first["education_upon_leaving"] == "no"  # on the 29th
    assert first["qualification_upon_leaving"] == "no"


@pytest.mark.parametrize(
    ("known_on", "said"), [(date(2019, 1, 27), "Window still open"), (date(2019, 1, 28), "none")]
)
def test_a_result_stands_when_the_28_days_have_passed(known_on, said):
    assert worked(known_on)["p-2"]["labour_event_upon_leaving"] == said


def test_who_is_still_in_is_not_asked_for_a_result():
    staying = attrs.evolve(RECORDS[-1], entered_on=date(2018, 12, 1))
    caseload = Caseload.of_records((*RECORDS[:-1], staying), known_on=DUE)

    assert rows(filled(caseload))["p-4"]["education_upon_leaving"] is Mark.NOT_APPLICABLE
    assert rows(filled(caseload))["p-4"]["left_on"] == "none"


@pytest.mark.counted
def test_the_sample_is_the_same_on_an_engine():
    assert filled(engine="polars") == filled()


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("sample", ["esf.participants", "sif.mentoring"])
def test_it_is_filled_in_from_samples_and_written_in_every_language(sample):
    declared = CATALOGUE.samples[sample]
    report = filled(declared.build(declared.default_seed).as_known_on(DUE))

    assert len(report.sections[0].tables[0].rows) > 100
    assert report.lists_persons
    assert all(CATALOGUE.formats["csv"].render(report, language) for language in Language)


def test_it_has_as_many_participants_as_the_grand_total():
    in_year = [
        each
        for each in rows(filled()).values()
        if each["first"] == "yes" and YEAR.first_day <= each["entered_on"] <= YEAR.last_day
    ]
    annual = CATALOGUE.report("esf.annual")
    total = annual.filled_in(
        ReportData.of_caseload(SAMPLE, CATALOGUE.schema), period=YEAR, status_day=YEAR.last_day
    )
    (outputs,) = (
        table for each in total.sections for table in each.tables if table.id == "outputs"
    )
    by_id = {row.id: [cell.value for cell in row.cells] for row in outputs.rows}

    assert len(in_year) == by_id["esf.grand-total"][0] > 50
    women = [each for each in in_year if each["gender"] == "female"]
    assert len(women) == by_id["esf.grand-total"][1]
    # Of who has a complete record, those who were unemployed on entry are the same people.
    unemployed = [each for each in in_year if each["labour_status"] == "unemployed"]
    assert by_id["esf.co01"][0] <= len(unemployed)


def test_its_notes_tell_persons_from_rows():
    (table,) = filled(Caseload.of_records(RECORDS, known_on=DUE)).sections[0].tables

    assert [note.in_("en") for note in table.notes] == [
        "Rows: 3.",
        "Different ones (person): 2.",
        "Different ones (person and supported activity): 3.",
    ]


def test_another_layout_takes_its_place_without_a_change_elsewhere():
    layout = (
        ListColumn(
            id="activity",
            says=lv("Darbība").en("Activity"),
            shows=participation.programme.declared_as,
            name=lambda code: CATALOGUE.programmes[code].says,
        ),
        *(each for each in PARTICIPANT_COLUMNS if each.id in ("gender", "left_on")),
    )
    form = participant_report("toy.participants", layout)
    (table,) = filled(Caseload.of_records(RECORDS, known_on=DUE), form).sections[0].tables

    assert [column.in_("lv") for column in table.columns] == [
        "Darbība",
        "pēdējā diena projektā",
        "dzimums",
    ]
    assert len(table.rows) == 3
    assert table.rows[0].cells[0].value == CATALOGUE.programmes["sif.mentoring"].says
    assert [note.in_("en") for note in table.notes] == ["Rows: 3."]


def test_it_says_who_asks_for_it_by_when_and_how_sure_that_is():
    report = filled(Caseload.of_records(RECORDS, known_on=DUE))

    assert "30 January" in report.notes[0].in_("en")
    assert "Central Finance and Contracting Agency" in report.sources[1].reference("en")
    assert "to be verified" in report.sources[1].reference("en")
    assert CATALOGUE.report("esf.participant-report") is PARTICIPANT_REPORT
