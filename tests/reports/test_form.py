"""A report form filled in: the right figures in the right rows, in both languages, and why."""

from datetime import date
from decimal import Decimal

import attrs
import pytest

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import completed_years, subject
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY, STATUS_DAY
from inclusion_core.facts.rows import PersonRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership, Metric
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import Arrival
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import BreakdownTable, FigureTable, ReportForm, SectionForm
from inclusion_core.reports.report import Cell, Provenance, Report, Table, TableRow
from inclusion_core.sources import Source
from inclusion_core.texts import SlotError, Text, lv
from inclusion_core.values import NOT_ASKED
from inclusion_core.wire import SCHEMA_VERSION, fingerprint

CONTRACT = Source(lv("Līgums Nr. 3").en("Contract No 3"), issued=date(2018, 3, 1))
ACT = Source(lv("Likums").en("Act"))

person = subject(PersonRow)
stays = person.clients.each(lambda client: client.participations).where(
    lambda each: (each.entered_on <= PERIOD_LAST_DAY) & (each.left_on >= PERIOD_FIRST_DAY)
)
arrivals = person.clients.each(lambda client: client.arrivals).where(
    lambda each: each.arrived_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY)
)
COUNTRY = Axis(
    id="country",
    says=lv("Valsts {status_day:locative}").en("Country on {status_day}"),
    code=arrivals.only(lambda each: each.country),
)


def metric(key, says, **fields):
    given = {
        "subject": PersonRow,
        "universe": stays.exist(),
        "grain": Grain.PROGRAMME,
        "membership": Membership.ACTIVE,
        "source": CONTRACT.point("4"),
        **fields,
    }
    return Metric(id=f"toy.{key}", says=says, **given)


CLIENTS = metric(
    "clients",
    lv("Klienti").en("Clients"),
    notes=(lv("Katru personu skaita vienreiz.").en("Each person is counted once."),),
)
CHILDREN = metric(
    "children",
    lv("Bērni {status_day:locative}").en("Children on {status_day}"),
    where=stays.where(lambda each: completed_years(each.client.born_on, STATUS_DAY) < 18).exist(),
    part_of="toy.clients",
    notes=(
        lv("Katru personu skaita vienreiz.").en("Each person is counted once."),
        lv("Vecums {status_day:locative}.").en("Age on {status_day}."),
    ),
)
ARRIVED = metric(
    "arrived",
    lv("Ieradās").en("Arrived"),
    universe=arrivals.exist(),
    by=COUNTRY,
    source=ACT.article("2"),
    notes=(lv("Arī tie, kas nav klienti.").en("Also those who are no clients."),),
)
COUNTRIES = metric(
    "countries",
    lv("Valstis").en("Countries"),
    universe=arrivals.exist(),
    by=COUNTRY,
    measure=Measure.DIFFERENT_CODES,
    source=ACT.article("2"),
)

NAMES = {"LV": lv("Latvija").en("Latvia"), "SY": lv("Sīrija").en("Syria")}

FIGURES = FigureTable(
    id="persons",
    title=lv("Personas, {period}").en("Persons, {period}"),
    row_heading=lv("Rādītājs {status_day:locative}").en("Measure on {status_day}"),
    metrics=(CLIENTS, CHILDREN, COUNTRIES),
    notes=(lv("Skaitļi par periodu.").en("Figures of the period."),),
)
BREAKDOWN = BreakdownTable(
    id="countries",
    title=lv("Valstis").en("Countries"),
    metric=ARRIVED,
    name=lambda code: NAMES.get(code, Text.same(code)),
    notes=(lv("Lielākās pirmās.").en("The largest first."),),
)
FORM = ReportForm(
    id="toy.yearly",
    programme="toy.course",
    title=lv("Gada pārskats").en("Yearly report"),
    subtitle=lv("Kurss, {period}").en("Course, {period}"),
    sections=(
        SectionForm(
            id="persons",
            title=lv("Personas").en("Persons"),
            paragraphs=(
                lv("Stāvoklis {status_day:locative}.").en("As on {status_day}."),
                lv("Bez vietām.").en("Without slots."),
            ),
            tables=(FIGURES, BREAKDOWN),
        ),
        SectionForm(id="more", title=lv("Vēl {period}").en("More for {period}")),
    ),
    notes=(lv("Periods: {period}.").en("Period: {period}."),),
    sources=(ACT, CONTRACT.point("4")),
)

PERIOD = Period(date(2018, 6, 1), date(2018, 11, 30))
STATUS = date(2018, 12, 1)
KNOWN_ON = date(2018, 12, 3)


def arrived(number, country, client=None):
    return Arrival(
        id=f"a-{number}",
        client_id=client or f"c-{number}",
        arrived_on=date(2018, 7, 1),
        country=country,
    )


def entered(number, **fields):
    given = {"entered_on": date(2018, 7, 2), "left_on": date(2018, 10, 1), **fields}
    return Participation(id=f"in-{number}", client_id=f"c-{number}", programme_id="m-1", **given)


RECORDS = (
    *(Client(id=f"c-{n}", provider_id="p-1", born_on=date(1990, n, 1)) for n in (1, 2, 3)),
    Client(id="c-4", provider_id="p-1", born_on=date(2011, 1, 1)),
    Client(id="c-5", provider_id="p-1"),
    Client(id="c-6", provider_id="p-2", born_on=date(1990, 1, 1)),
    SamePersonLink(id="l-1", client_id="c-6", other_client_id="c-1", linked_on=date(2018, 11, 1)),
    *(entered(n) for n in (1, 2, 4, 5, 6)),
    entered(3, entered_on=date(2018, 12, 1)),
    arrived(1, "SY"),
    arrived(2, "UA"),
    arrived(3, "LV"),
    arrived(4, "UA"),
    arrived(5, NOT_ASKED),
)
CASELOAD = Caseload.of_records(RECORDS, known_on=KNOWN_ON)


def filled_in(form=FORM, *, caseload=CASELOAD, engine=None, period=PERIOD, versions=()):
    data = ReportData.of_caseload(caseload, SCHEMA, engine=engine)
    return form.filled_in(data, period=period, status_day=STATUS, versions=versions)


def form_of(*tables, **fields):
    section = SectionForm(id="all", title=lv("Viss").en("All"), tables=tables)
    return attrs.evolve(FORM, **{"sections": (section,), "sources": (), **fields})


def table_of(*metrics):
    return attrs.evolve(FIGURES, metrics=metrics, notes=())


def parts(form):
    """Which row is shown as a part of which."""
    (table,) = filled_in(form).sections[0].tables
    return {row.id: row.part_of for row in table.rows}


@pytest.fixture(params=[None, "polars", "duckdb"])
def report(request):
    return filled_in(engine=request.param)


def test_figures_stand_in_the_rows_of_their_metrics(report):
    figures, _ = report.sections[0].tables

    assert [(row.id, row.cells, row.part_of) for row in figures.rows] == [
        ("toy.clients", (Cell(value=4, unknown=0),), ""),
        ("toy.children", (Cell(value=1, unknown=1),), "toy.clients"),
        ("toy.countries", (Cell(value=3, unknown=1),), ""),
    ]


def test_a_breakdown_has_the_largest_first_then_by_code_and_who_has_none_last(report):
    _, countries = report.sections[0].tables

    assert [(row.id, row.heading.in_("en"), row.cells) for row in countries.rows] == [
        ("UA", "UA", (Cell(value=2),)),
        ("LV", "Latvia", (Cell(value=1),)),
        ("SY", "Syria", (Cell(value=1),)),
        ("unknown", "not known", (Cell(value=1),)),
    ]
    assert [row.heading.in_("lv") for row in countries.rows] == [
        "UA",
        "Latvija",
        "Sīrija",
        "nav zināms",
    ]


def test_a_report_from_tables_is_the_report_from_records():
    assert filled_in(engine="polars") == filled_in() == filled_in(engine="duckdb")


def test_every_text_is_there_in_both_languages_with_its_slots_filled(report):
    section, more = report.sections
    figures, countries = section.tables
    texts = {
        "lv": [
            (report.title, "Gada pārskats"),
            (report.subtitle, "Kurss, no 2018. gada 1. jūnija līdz 2018. gada 30. novembrim"),
            (report.notes[0], "Periods: no 2018. gada 1. jūnija līdz 2018. gada 30. novembrim."),
            (section.title, "Personas"),
            (section.paragraphs[0], "Stāvoklis 2018. gada 1. decembrī."),
            (section.paragraphs[1], "Bez vietām."),
            (figures.title, "Personas, no 2018. gada 1. jūnija līdz 2018. gada 30. novembrim"),
            (figures.row_heading, "Rādītājs 2018. gada 1. decembrī"),
            (figures.columns[0], "Skaits"),
            (figures.rows[1].heading, "Bērni 2018. gada 1. decembrī"),
            (countries.row_heading, "Valsts 2018. gada 1. decembrī"),
            (more.title, "Vēl no 2018. gada 1. jūnija līdz 2018. gada 30. novembrim"),
        ],
        "en": [
            (report.title, "Yearly report"),
            (report.subtitle, "Course, 1 June 2018 to 30 November 2018"),
            (report.notes[0], "Period: 1 June 2018 to 30 November 2018."),
            (section.title, "Persons"),
            (section.paragraphs[0], "As on 1 December 2018."),
            (section.paragraphs[1], "Without slots."),
            (figures.title, "Persons, 1 June 2018 to 30 November 2018"),
            (figures.row_heading, "Measure on 1 December 2018"),
            (figures.columns[0], "Number"),
            (figures.rows[1].heading, "Children on 1 December 2018"),
            (countries.row_heading, "Country on 1 December 2018"),
            (more.title, "More for 1 June 2018 to 30 November 2018"),
        ],
    }

    for language, expected in texts.items():
        assert [text.in_(language) for text, _ in expected] == [words for _, words in expected]
    assert [len(report.sections), len(figures.columns), len(countries.columns)] == [2, 1, 1]
    assert more.tables == ()


def test_the_notes_of_a_table_are_its_own_and_those_of_its_metrics_each_once(report):
    figures, countries = report.sections[0].tables

    assert [note.in_("en") for note in figures.notes] == [
        "Figures of the period.",
        "Each person is counted once.",
        "Age on 1 December 2018.",
    ]
    assert [note.in_("en") for note in countries.notes] == [
        "The largest first.",
        "Also those who are no clients.",
    ]


def test_sources_are_those_of_the_form_then_of_its_metrics_each_once(report):
    assert report.sources == (ACT, CONTRACT.point("4"), ACT.article("2"))


def test_the_provenance_says_from_what_the_report_was_made():
    versions = (("inclusion-toy", "0.1.0"), ("inclusion-core", "0.1.0"))

    assert filled_in(versions=versions).provenance == Provenance(
        period=PERIOD,
        status_day=STATUS,
        known_on=KNOWN_ON,
        fingerprint=fingerprint(CASELOAD, SCHEMA),
        records=len(CASELOAD),
        schema_version=SCHEMA_VERSION,
        versions=(("inclusion-core", "0.1.0"), ("inclusion-toy", "0.1.0")),
    )
    assert filled_in().provenance.versions == ()


def test_a_report_carries_the_id_of_its_form_and_changes_with_the_data():
    fewer = Caseload.of_records(RECORDS[1:], known_on=KNOWN_ON)

    assert isinstance(filled_in(), Report)
    assert filled_in().id == "toy.yearly"
    assert filled_in(caseload=fewer) != filled_in()


def test_who_has_no_code_stands_before_those_of_whom_it_is_not_known():
    everyone = attrs.evolve(ARRIVED, universe=person.clients.exist())
    four = [Client(id=f"c-{n}", provider_id="p-1") for n in range(4)]
    caseload = Caseload.of_records([*four, arrived(1, NOT_ASKED)], known_on=KNOWN_ON)
    form = form_of(attrs.evolve(BREAKDOWN, metric=everyone))
    (table,) = filled_in(form, caseload=caseload).sections[0].tables

    assert [(row.id, row.heading.in_("en"), row.cells[0].value) for row in table.rows] == [
        ("absent", "none", 3),
        ("unknown", "not known", 1),
    ]


def test_without_records_a_breakdown_has_no_rows_and_figures_are_zero():
    empty = filled_in(caseload=Caseload.of_records([], known_on=KNOWN_ON))
    figures, countries = empty.sections[0].tables

    assert [row.cells for row in figures.rows] == [(Cell(value=0),)] * 3
    assert countries.rows == ()


def test_a_form_asks_for_each_metric_once():
    twice = form_of(table_of(CLIENTS, CHILDREN), table_of(CLIENTS), BREAKDOWN)

    assert twice.metrics == (CLIENTS, CHILDREN, ARRIVED)


def test_a_part_is_shown_as_one_only_below_its_whole_with_nothing_but_parts_between():
    first = attrs.evolve(CHILDREN, id="toy.first", part_of="toy.clients")
    second = attrs.evolve(CHILDREN, id="toy.second", part_of="toy.clients")
    inner = attrs.evolve(CHILDREN, id="toy.inner", part_of="toy.first")

    assert parts(form_of(table_of(CLIENTS, first, inner, second))) == {
        "toy.clients": "",
        "toy.first": "toy.clients",
        "toy.inner": "toy.first",
        "toy.second": "toy.clients",
    }
    assert parts(form_of(table_of(CLIENTS, COUNTRIES, first))) == {
        "toy.clients": "",
        "toy.countries": "",
        "toy.first": "",
    }
    assert parts(form_of(table_of(first, second))) == {"toy.first": "", "toy.second": ""}
    assert parts(form_of(table_of(first, CLIENTS))) == {"toy.first": "", "toy.clients": ""}


def test_a_part_that_counts_more_than_its_whole_is_a_fault_of_the_declaration():
    more = attrs.evolve(CLIENTS, id="toy.more", part_of="toy.children")

    with pytest.raises(DeclarationError) as raised:
        filled_in(form_of(table_of(CHILDREN, more)))

    assert str(raised.value) == (
        "metric 'toy.more': counts more than toy.children, which it is part of"
    )


def test_a_metric_that_is_not_broken_down_makes_no_breakdown():
    with pytest.raises(DeclarationError) as raised:
        attrs.evolve(BREAKDOWN, metric=CLIENTS)

    assert str(raised.value) == "table 'countries': toy.clients is not broken down"


def test_two_metrics_of_one_id_do_not_stand_in_one_form():
    with pytest.raises(DeclarationError, match="two metrics have this id"):
        form_of(table_of(CLIENTS), table_of(attrs.evolve(CLIENTS, adds_up=True)))


def test_a_slot_that_a_report_does_not_fill_is_named():
    for form in (
        attrs.evolve(FORM, title=lv("Pārskats {year}").en("Report {year}")),
        form_of(table_of(attrs.evolve(CLIENTS, says=lv("{year}").en("{year}")))),
    ):
        with pytest.raises(SlotError) as raised:
            filled_in(form)
        assert raised.value.missing == ("year",)


def test_a_report_needs_a_last_day():
    with pytest.raises(DeclarationError, match="a report needs a last day"):
        filled_in(period=Period(date(2018, 6, 1)))


def test_a_form_and_its_parts_never_change_and_are_written_with_names():
    for value in (FORM, FORM.sections[0], FIGURES, BREAKDOWN, filled_in()):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            value.id = "other"
        with pytest.raises(TypeError):
            type(value)("other")


def test_a_row_of_a_report_is_no_part_if_nobody_says_so():
    row = TableRow(id="r", heading=lv("Rinda").en("Row"), cells=(Cell(value=1),))

    assert (row.part_of, row.cells[0].unknown) == ("", 0)


def test_a_cell_is_not_open_by_fewer_than_none():
    with pytest.raises(DeclarationError, match="never below zero"):
        Cell(value=1, unknown=-1)


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity"])
def test_an_amount_is_a_number_with_an_end(written):
    with pytest.raises(DeclarationError, match="an amount is a number"):
        Cell(value=Decimal(written))


@pytest.mark.parametrize("cells", [(), (Cell(value=1), Cell(value=2))])
def test_a_row_has_a_cell_for_each_column(cells):
    words = lv("Rinda").en("Row")
    row = TableRow(id="r", heading=words, cells=cells)

    with pytest.raises(DeclarationError, match="row 'r'"):
        Table(id="t", title=words, row_heading=words, columns=(words,), rows=(row,))
