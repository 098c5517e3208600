"""What version 1 of this library wrote is read for good; the files of ``stored`` stay as they are.

A test that fails here says that data which somebody keeps cannot be read any more. Declare what
became of the record type (``earlier``), or read the older version of the file; do not touch the
file. When a version of a form is raised, files of the new one come beside these.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from inclusion_core.expr import subject
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.impact.file_reader import standing_from_json
from inclusion_core.metrics.metric import Axis, Grain, Membership, Metric
from inclusion_core.metrics.tally import NoCode
from inclusion_core.model.versions import Act
from inclusion_core.periods import Period
from inclusion_core.publishing.releases.ledger import opened as opened_ledger
from inclusion_core.publishing.releases.release import HIDDEN
from inclusion_core.reports.behind import STATED
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.json_schema import report_schema
from inclusion_core.reports.report import Mark
from inclusion_core.sources import Source
from inclusion_core.submissions.folder import opened as opened_submission
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, PartialDay, Reason, Unknown
from inclusion_core.wire import read_journal

STORED = Path(__file__).parent / "stored" / "version_1"
PATHS = ("folder", "journal.json")
TYPES_OF_VERSION_1 = (
    *("appeal", "arrival", "budget_line", "caring_spell"),
    *("case_assignment", "citizenship_spell", "client", "contract"),
    *("cost_cap", "cost_entry", "delivery_spell", "disability_spell"),
    *("education_attainment", "education_spell", "entry_traits", "fund"),
    *("funding_share", "goal", "headcount", "household"),
    *("household_membership", "labour_spell", "need", "operation"),
    *("outcome", "participation", "place", "place_in_region"),
    *("plan_extension", "plan_review", "planned_action", "programme"),
    *("protection_spell", "provider", "referral", "residence_spell"),
    *("risk_spell", "same_person_link", "service", "service_attendance"),
    *("service_staff", "staff_assignment", "staff_member", "staff_training"),
    *("supervision", "support_plan", "target"),
)

stay = subject(ParticipationRow)
NAME = lv("Dalības").en("Stays")
STAYS = Metric(
    id="class.stays",
    says=NAME,
    subject=ParticipationRow,
    universe=(stay.entered_on <= PERIOD_LAST_DAY) & (stay.left_on >= PERIOD_FIRST_DAY),
    grain=Grain.PROGRAMME,
    membership=Membership.ACTIVE,
    by=Axis(id="gender", says=lv("Dzimums").en("Gender"), code=stay.client.gender),
    source=Source("Nolikums"),
)
FORM = ReportForm(
    id="class.form",
    title=NAME,
    subtitle=NAME,
    sections=(
        SectionForm(
            id="stays",
            title=NAME,
            tables=(FigureTable(id="stays", title=NAME, row_heading=NAME, metrics=(STAYS,)),),
        ),
    ),
)


@pytest.mark.parametrize("path", PATHS)
def test_a_journal_is_read_whole(path):
    reading = read_journal(STORED / path, SCHEMA)

    assert reading.findings == ()
    assert reading.rows_read == reading.rows_kept == 143
    assert reading.journal == read_journal(STORED / PATHS[0], SCHEMA).journal


def test_records_of_every_type_are_read():
    versions = read_journal(STORED / "journal.json", SCHEMA).journal.versions

    assert len(TYPES_OF_VERSION_1) == len({version.record_type for version in versions})


def test_each_form_of_a_value_means_what_it_meant():
    versions = read_journal(STORED / "folder", SCHEMA).journal.versions
    found = {(each.record_id, each.version): each for each in versions}
    client, corrected = found["client-1", 1], found["client-1", 2]

    assert client.record.born_on == PartialDay.of_month(2018, 6)
    assert client.record.died_on == date(2018, 4, 15)
    assert (client.recorded_by, client.act) == ("worker-7", Act.RECORDED)
    assert corrected.record.born_on == date(1990, 2, 28)
    assert (corrected.why, corrected.sequence) == ("kļūda", 3)
    assert corrected.recorded_on == date(2018, 7, 2)
    assert found["client-2", 1].record.born_on is ABSENT
    assert found["client-2", 2].act is Act.RETRACTED
    assert found["client-3", 2].act is Act.ERASED
    assert found["provider-1", 1].record.name == 'Patvērums, "Rīga"; =1+1'
    assert found["funding_share-1", 1].record.percent == Decimal("83.87")


def test_days_between_two_days_and_reasons_mean_what_they_meant():
    records = [
        each.record
        for each in read_journal(STORED / "folder", SCHEMA).journal.versions
        if each.record
    ]
    values = [
        getattr(each, name) for each in records for name in each.__slots__ if name != "__weakref__"
    ]

    assert PartialDay(date(2018, 4, 15), date(2018, 5, 2)) in values
    assert PartialDay.of_year(1990) in values
    assert {each.reason for each in values if isinstance(each, Unknown)} == set(Reason)


def test_a_report_from_before_figures_led_to_what_is_behind_them_is_read():
    def older(value):
        if isinstance(value, dict):
            return {name: older(each) for name, each in value.items() if name != "behind"}
        return [older(each) for each in value] if isinstance(value, list) else value

    today = json.loads((STORED / "report.json").read_bytes())
    written = older(today)
    report = report_from_json(json.dumps(written).encode())

    assert written != today
    assert Draft202012Validator(report_schema()).is_valid(written)
    assert Draft202012Validator(report_schema()).is_valid(today)
    assert report.id == report_from_json((STORED / "report.json").read_bytes()).id
    cells = [
        cell
        for section in report.sections
        for table in section.tables
        for row in table.rows
        for cell in row.cells
    ]
    assert cells
    assert {cell.behind for cell in cells} == {None}


def test_a_report_is_read():
    report = report_from_json((STORED / "report.json").read_bytes())

    ((table,),) = (section.tables for section in report.sections)
    count, day, words, hidden = table.rows[0].cells
    assert (count.value, count.unknown, count.behind.metric) == (39, 2, "m")
    assert (day.value, day.behind) == (date(2019, 4, 15), STATED)
    assert words.value.in_("lv") == "x"
    assert (hidden.value, hidden.unknown) == (Mark.SUPPRESSED, Mark.SUPPRESSED)
    assert report.provenance.fingerprint == "0" * 64
    assert (table.drawing.column, table.drawing.against, table.lists_persons) == (0, 1, True)


def test_a_submission_is_read_and_nothing_in_it_is_taken_for_changed():
    frozen = opened_submission(STORED / "submission")

    assert frozen.tampered == ()
    assert frozen.submission.form == "class.half-year"
    assert frozen.submission.asked.period == Period(date(2018, 7, 1), date(2018, 12, 31))
    assert frozen.submission.report.provenance.known_on == date(2019, 1, 3)


def test_the_entries_of_a_ledger_are_read():
    releases = opened_ledger(STORED / "ledger")

    assert [each.id for each in releases.entries] == ["first", "second"]
    assert releases.last.startswith("ddd7ca16a24f4c5e")
    values = {each.count.groups: each.value for each in releases.entries[0].numbers}
    assert values[()] == 60
    assert values[(("a", ("x",)),)] == HIDDEN
    assert values[(("a", (NoCode.UNKNOWN,)),)] == 0


def test_a_saved_standing_is_read():
    standing = standing_from_json((STORED / "standing.json").read_bytes(), FORM)

    assert standing.form == FORM.id
    assert [each.id for each in standing.metrics] == [STAYS.id]
    assert standing.provenance.records == 41
