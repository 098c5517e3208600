"""Lists of persons: a row for each, what is not known said, the same on records and engines."""

from datetime import date

import attrs
import pytest
from stays_lab import (
    ACT,
    ENTERED,
    GROWN_UP,
    ROWS,
    STAYS,
    WINDOW,
    ToyStay,
    ToyStayRow,
    named,
    stays,
)

from inclusion_core.errors import AssumptionError, DeclarationError, SchemaError
from inclusion_core.expr import completed_years, months_after, subject
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.handles import CodeExpression
from inclusion_core.expr.nodes import CodeField
from inclusion_core.facts.moments import PERIOD_LAST_DAY
from inclusion_core.facts.rows import ClientRow, ParticipationRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.gaps import Gaps
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.participation import Participation
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import (
    FigureTable,
    GapsTable,
    ListColumn,
    ListTable,
    ReportForm,
    SectionForm,
)
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.json_text import json_text
from inclusion_core.reports.formats.json_values import ReportFileError
from inclusion_core.reports.report import Mark, Section, Table
from inclusion_core.texts import Language, Text, lv
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay
from inclusion_core.vocabulary import Vocabulary

PERIOD = Period.year(2018)
END = date(2018, 12, 31)
SAYS = lv("Saraksts {period}").en("List for {period}")
ENGINES = pytest.mark.parametrize("engine", [None, "polars", "duckdb"])
stay = subject(ToyStayRow)
LEFT = stay.left_on <= PERIOD_LAST_DAY


def column(key, shows, **more):
    return ListColumn(id=key, says=Text.same(key), shows=shows, **more)


def only(key, shows, **more):
    """A list of one column."""
    return {"columns": (column(key, shows, **more),), "different": ()}


STAYING = ListTable(
    id="staying",
    title=SAYS,
    row_heading=lv("Uzturēšanās").en("Stay"),
    row=ToyStayRow,
    table=STAYS,
    among=ENTERED,
    columns=(
        column("house", stay.house, name=named),
        column("gender", stay.gender),
        column("born", stay.born_on),
        column("left", stay.left_on, none=lv("vēl ir").en("still in")),
        column("providers", stay.providers),
        column("grown", completed_years(stay.born_on, stay.entered_on) >= GROWN_UP.number),
        column(
            "work",
            stay.found_work,
            asked_where=LEFT,
            settled_on=months_after(stay.left_on, 3),
        ),
        column("woman", stay.gender.is_in(Gender.FEMALE), known_where=stay.gender.is_known()),
    ),
    in_order=("house",),
    different=(("house",), ("house", "gender")),
    assumes=(GROWN_UP,),
    source=ACT.point("11"),
    notes=(lv("Līdz {status_day:dative}.").en("By {status_day}."),),
)
PARTLY = ToyStay(
    id="s-8",
    house=ABSENT,
    gender=Gender.MALE,
    born_on=PartialDay.of_year(1999),
    entered_on=date(2018, 1, 5),
)
NONE = Mark.NOT_APPLICABLE


def form_of(*tables):
    section = SectionForm(id="all", title=SAYS, tables=tables)
    return ReportForm(id="toy.fund", title=SAYS, subtitle=SAYS, sections=(section,))


def data_of(rows=ROWS, engine=None, known_on=END):
    known = {"known_on": known_on, "fingerprint": "3f9a" * 16, "records": len(rows)}
    if engine is None:
        return ReportData(on=stays(*rows), **known)
    tables = Tables.of_records(STAYS.schema, {"toy_stay": rows}, engine=engine)
    return ReportData.of_tables(tables, **known)


def filled_in(*tables, data=None, **given):
    data = data or data_of((*ROWS, PARTLY))
    return form_of(*tables).filled_in(data, period=PERIOD, status_day=END, **given)


def the_table(report):
    (section,) = (each for each in report.sections if each.id == "all")
    return section.tables[0]


def shown(table):
    return {
        row.id: [
            each.value.in_("en") if isinstance(each.value, Text) else each.value
            for each in row.cells
        ]
        for row in table.rows
    }


@ENGINES
def test_a_row_tells_what_is_known_and_says_what_is_not(engine):
    report = filled_in(STAYING, data=data_of((*ROWS, PARTLY), engine))

    born = date(1990, 5, 1)
    asked = "not known (not asked)"
    assert list(shown(the_table(report)).items()) == [
        ("s-2", ["Elm", "male", date(2001, 5, 1), date(2018, 4, 1), 1, "no", "no", "no"]),
        ("s-5", ["Elm", "male", date(1970, 1, 1), "still in", 1, "yes", NONE, "no"]),
        ("s-1", ["Oak", "female", born, date(2018, 3, 1), 2, "yes", "yes", "yes"]),
        (
            "s-3",
            [
                *("Oak", "not known (refused)", date(1980, 1, 1), date(2018, 5, 1)),
                *(asked, "yes", asked, "not known"),
            ],
        ),
        ("s-8", ["none", "male", "1999", "still in", asked, "yes", NONE, "no"]),
        (
            "s-4",
            [
                *(asked, "female", asked, date(2018, 11, 1)),
                *(4, "not known", "Window still open", "yes"),
            ],
        ),
    ]


@ENGINES
def test_notes_say_how_many_rows_and_different_ones_there_are(engine):
    table = the_table(filled_in(STAYING, data=data_of((*ROWS, PARTLY), engine)))

    assert [note.in_("en") for note in table.notes] == [
        "By 31 December 2018.",
        "Rows: 6.",
        "Different ones (house): 4.",
        "Different ones (house and gender): 5.",
        "Of 1 more it is not known whether they belong here.",
    ]
    assert table.title.in_("en") == "List for 1 January 2018 to 31 December 2018"


def test_who_may_still_leave_is_not_told_as_one_who_stays():
    early = data_of(known_on=date(2018, 6, 30))
    cells = shown(the_table(filled_in(STAYING, data=early)))

    assert cells["s-5"][6] == "Window still open"


def test_whether_something_is_asked_may_not_be_known():
    asked = attrs.evolve(
        STAYING,
        columns=(column("work", stay.found_work, asked_where=stay.gender.is_in(Gender.MALE)),),
        in_order=(),
        different=(),
    )

    assert shown(the_table(filled_in(asked)))["s-3"] == ["not known"]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("left", "s-1", "s-8"),
        ("providers", "s-2", "s-8"),
        ("born", "s-5", "s-4"),
        ("grown", "s-2", "s-8"),
    ],
)
def test_rows_are_in_the_order_of_a_column_and_what_is_not_known_comes_last(order, first, last):
    ids = list(shown(the_table(filled_in(attrs.evolve(STAYING, in_order=(order,))))))

    assert (ids[0], ids[-1]) == (first, last)


def test_another_layout_is_the_same_table_with_other_columns():
    layout = (column("sex", stay.gender), column("house", stay.house))
    table = the_table(filled_in(attrs.evolve(STAYING, columns=layout, different=())))

    assert [each.in_("en") for each in table.columns] == ["sex", "house"]
    assert shown(table)["s-1"] == ["female", "oak"]
    assert shown(table)["s-8"] == ["male", "none"]


def test_words_of_a_funder_come_before_those_of_the_core():
    words = Vocabulary(id="toy.words", codes={Gender.FEMALE: lv("S").en("F")})

    assert shown(the_table(filled_in(attrs.evolve(STAYING, words=words))))["s-1"][1] == "F"


def test_a_report_with_a_list_says_that_it_lists_persons():
    form, report = form_of(STAYING), filled_in(STAYING)

    assert form.lists_persons
    assert report.lists_persons
    assert the_table(report).lists_persons
    assert not form_of(FigureTable(id="f", title=SAYS, row_heading=SAYS, metrics=())).lists_persons


def test_a_report_of_gaps_lists_persons_in_its_second_table():
    gaps = Gaps(
        id="toy.gaps", says=SAYS, table=STAYS, among=ENTERED, fields=("gender",), source=ACT
    )
    report = filled_in(GapsTable(id="gaps", title=SAYS, gaps=gaps))

    assert [each.lists_persons for each in report.sections[0].tables] == [False, True]
    assert form_of(GapsTable(id="gaps", title=SAYS, gaps=gaps)).lists_persons


def test_a_table_that_compares_figures_says_so_in_json_and_reads_back():
    says = Text.same("Checks")
    table = Table(id="t", title=says, row_heading=says, columns=(), rows=(), compares_figures=True)
    report = filled_in(STAYING)
    report = attrs.evolve(report, sections=(Section(id="s", title=says, tables=(table,)),))
    written = json_text(report, Language.EN)

    assert report_from_json(written) == report
    with pytest.raises(ReportFileError, match="compares_figures"):
        report_from_json(written.replace(b'"compares_figures": true', b'"compares_figures": false'))


def test_it_reads_back_from_json_and_still_says_so():
    report = filled_in(STAYING)
    written = json_text(report, Language.EN)

    assert report_from_json(written).lists_persons
    with pytest.raises(ReportFileError, match="lists_persons"):
        report_from_json(written.replace(b'"lists_persons": true', b'"lists_persons": 1'))


def test_neither_a_table_nor_its_report_shows_a_row_in_its_repr():
    report = filled_in(STAYING)

    assert "s-1" not in repr(report)
    assert "1990" not in repr(report)


def test_it_cites_who_asks_for_it_and_what_is_assumed():
    report = filled_in(STAYING, assumptions={"toy.grown-up": 16})

    assert report.sources[0] == ACT.point("11")
    assert [each.id for each in form_of(STAYING).assumptions] == ["toy.grown-up", "toy.window"]
    assert shown(the_table(report))["s-2"][5] == "yes"
    assert filled_in(attrs.evolve(STAYING, source=None)).sources == (GROWN_UP.source, WINDOW.source)
    with pytest.raises(AssumptionError):
        filled_in(STAYING, assumptions={"toy.grown-up": 99})


# Records of a caseload, and what they name.

participation = subject(ParticipationRow)
IN_COURSE = ListTable(
    id="course",
    title=SAYS,
    row_heading=SAYS,
    row=ParticipationRow,
    among=participation.entered_on <= PERIOD_LAST_DAY,
    columns=(
        column("person", CodeExpression(CodeField(participation.client.row, "person_id"), str)),
        column(
            "operation", CodeExpression(CodeField(participation.programme.row, "operation_id"), str)
        ),
        column("gender", participation.client.gender),
        column("status", participation.traits.labour_status),
        column("day", months_after(participation.entered_on, 1)),
        column("last", participation.outcomes.latest(lambda each: each.happened_on)),
        column("outcomes", participation.outcomes.count()),
        column("any", participation.outcomes.exist()),
        column("kind", participation.outcomes.only(lambda each: each.kind)),
        column("first", participation.begun_enrolments.exist()),
        column("began", participation.begun_enrolments.exist(), as_things_stand=True),
        column("may", participation.left_on <= date(2018, 3, 1), as_things_stand=True),
        column("young", participation.client.born_on >= date(2010, 1, 1), as_things_stand=True),
    ),
)
COURSE = (
    Operation(id="o", number="9", title="O", beneficiary="B"),
    Programme(id="g", operation_id="o", declared_as="toy.course"),
    Client(id="c-1", provider_id="v", gender=Gender.FEMALE),
    Participation(id="p-1", client_id="c-1", programme_id="g", entered_on=date(2018, 1, 31)),
    Participation(
        id="p-2", client_id="c-1", programme_id="g", entered_on=PartialDay.of_month(2018, 5)
    ),
    Participation(id="p-3", client_id="gone", programme_id="g", entered_on=date(2018, 7, 1)),
    Participation(id="p-4", client_id="c-1", programme_id="none"),
)


@ENGINES
def test_records_are_listed_with_what_they_name_and_what_is_worked_out(engine):
    caseload = Caseload.of_records(COURSE, known_on=END)
    data = ReportData.of_caseload(caseload, SCHEMA, engine=engine)
    table = the_table(filled_in(IN_COURSE, data=data))

    asked = "not known (not asked)"
    rest = ("none", 0, "not known", "none")
    assert shown(table) == {
        "p-1": ["c-1", "o", "female", asked, date(2018, 2, 28), *rest, "yes", "yes", "no", asked],
        "p-2": ["c-1", "o", "female", asked, "2018-06", *rest, "not known", "no", "no", asked],
        "p-3": [asked, "o", asked, asked, date(2018, 8, 1), *rest, "not known", "no", "no", asked],
    }


def test_a_day_of_which_nothing_is_known_and_a_code_that_is_open_are_not_known():
    open_days = attrs.evolve(
        IN_COURSE,
        among=participation.programme.declared_as.is_in("toy.course"),
        columns=(
            column("day", months_after(participation.entered_on, 1)),
            column(
                "agreed",
                participation.client.participations.only(lambda p: p.programme.declared_as),
            ),
            column(
                "agreed_otherwise",
                participation.client.participations.only(lambda each: each.leaving_reason),
            ),
            column("sum", participation.attendances.sum(lambda each: each.minutes)),
        ),
    )
    caseload = Caseload.of_records(
        (*COURSE[:3], attrs.evolve(COURSE[3], entered_on=NOT_ASKED, leaving_reason=NOT_ASKED)),
        known_on=END,
    )
    asked = "not known (not asked)"
    for engine in (None, "polars"):
        data = ReportData.of_caseload(caseload, SCHEMA, engine=engine)
        table = the_table(filled_in(open_days, data=data))
        assert shown(table) == {"p-1": [asked, "toy.course", asked, 0]}
        assert [note.in_("en") for note in table.notes] == ["Rows: 1."]


def test_what_the_data_have_no_table_of_is_said_so():
    counted = FigureTable(id="f", title=SAYS, row_heading=SAYS, metrics=())
    course = attrs.evolve(IN_COURSE, notes=())
    report = filled_in(STAYING, course)

    assert report.sections[0].tables[1].rows == ()
    assert [note.in_("en") for note in report.sections[0].tables[1].notes] == [
        "The data tell nothing of it."
    ]
    with pytest.raises(SchemaError, match="participation"):
        filled_in(counted, course)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"columns": STAYING.columns * 2}, "two columns have one id"),
        ({"in_order": ("nowhere",)}, "no column 'nowhere'"),
        ({"different": (("house", "nowhere"),)}, "no column 'nowhere'"),
        ({"row": ClientRow}, "the rows of toy.stay are of ToyStayRow"),
        ({"among": stay.gender}, "among must be a condition"),
        ({"among": subject(ClientRow).gender.is_in(Gender.MALE)}, "not about a client"),
        ({"assumes": ()}, "toy.grown-up"),
        (only("house", stay.row), "house must be a day, code, number or"),
        (only("house", stay.house, asked_where=stay.gender), "a condition"),
        (only("house", stay.house, known_where=stay.gender), "a condition"),
        (only("house", stay.house, settled_on=stay.gender), "a day"),
    ],
)
def test_a_list_that_cannot_be_filled_in_is_refused(changes, problem):
    with pytest.raises(DeclarationError, match=problem):
        attrs.evolve(STAYING, **changes)


def test_lists_are_equal_where_they_ask_the_same():
    assert attrs.evolve(STAYING) == STAYING
    assert attrs.evolve(STAYING, among=LEFT) != STAYING
    assert column("a", stay.gender.is_in(Gender.MALE)) != column(
        "a", stay.gender.is_in(Gender.FEMALE)
    )
    assert column("a", stay.gender) == column("a", stay.gender)


def test_without_persons_a_report_keeps_all_its_other_tables():
    gaps = Gaps(
        id="toy.gaps", says=SAYS, table=STAYS, among=ENTERED, fields=("gender",), source=ACT
    )
    report = filled_in(STAYING, GapsTable(id="gaps", title=SAYS, gaps=gaps))

    left = report.without_persons
    assert [table.id for each in left.sections for table in each.tables][:1] == ["gaps"]
    assert not left.lists_persons
