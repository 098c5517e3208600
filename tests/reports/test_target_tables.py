"""Tables of targets: what was promised at first and as amended, beside what came of it."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from stays_lab import (
    ACT,
    GENDER,
    HOUSE,
    LEAVERS,
    MIDDLE,
    ROWS,
    SAYS,
    STAYED,
    STAYS,
    WORKERS,
    ToyStay,
    metric,
    named,
)

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import subject
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.records import Records
from inclusion_core.facts.rows import ClientRow, FundRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership, Metric
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Fund
from inclusion_core.model.target import Target
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm, TargetTable
from inclusion_core.reports.report import Drawing, Mark
from inclusion_core.reports.tables import axes_of, metrics_of
from inclusion_core.texts import Language, Text, lv
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

DUE = date(2018, 12, 31)
ON = date(2018, 12, 31)
PLACE = attrs.evolve(HOUSE, id="place")
FUND = attrs.evolve(GENDER, id="operation")
TABLE = TargetTable(id="targets", title=SAYS, row_heading=SAYS, metrics=(STAYED,))
NONE, NOT_COLLECTED = Mark.NOT_APPLICABLE, Mark.NOT_COLLECTED


def target(key, amount=4, agreed_on=date(2018, 1, 1), **fields):
    given = {"operation_id": "op", "metric": STAYED.id, "due_on": DUE, **fields}
    return Target(id=key, amount=amount, agreed_on=agreed_on, **given)


def filled_in(table, *targets, rows=ROWS, status_day=ON, others=()):
    section = SectionForm(id="s", title=SAYS, tables=(table, *others))
    form = ReportForm(id="toy.form", title=SAYS, subtitle=SAYS, sections=(section,), sources=(ACT,))
    data = ReportData(
        on=Records(STAYS.schema, {"toy_stay": rows, "target": targets}),
        known_on=date(2019, 6, 30),
        fingerprint="3f9a" * 16,
        records=len(rows),
    )
    report = form.filled_in(data, period=Period.year(2018), status_day=status_day)
    return report.sections[0].tables[0]


def said(value):
    return value.en if isinstance(value, Text) else value


def shown(table):
    """The cells of each row by its id; a figure with unknown ones beside it as a pair."""
    return {
        row.id: tuple(
            (cell.value, cell.unknown) if cell.unknown else said(cell.value) for cell in row.cells
        )
        for row in table.rows
    }


def notes(table):
    return [note.in_(Language.EN) for note in table.notes]


def test_a_target_stands_beside_its_figure():
    table = filled_in(TABLE, target("t", 4))

    assert [column.en for column in table.columns] == [
        "Target at first",
        "Target as amended",
        "Actual",
        "Of the target, %",
        "Reached",
        "Due day",
        "Past due",
    ]
    assert shown(table) == {"toy.stayed": (4, 4, (5, 1), Decimal("125.0"), "yes", DUE, "no")}
    assert table.drawing == Drawing(column=2, against=1)
    assert notes(table) == []


def test_who_is_not_known_may_make_the_difference():
    assert shown(filled_in(TABLE, target("t", 6)))["toy.stayed"][3:5] == (
        Decimal("83.3"),
        "not known",
    )
    assert shown(filled_in(TABLE, target("t", 7)))["toy.stayed"][4] == "no"


def test_an_amendment_is_told_with_its_day_and_the_first_target_stays():
    first = target("a", 3)
    second = target("b", 6, date(2018, 5, 1))
    third = target("c", 8, PartialDay.of_month(2018, 9), due_on=date(2019, 3, 31))
    table = filled_in(TABLE, third, first, second)

    assert shown(table)["toy.stayed"][:2] == (3, 8)
    assert notes(table) == [
        "Number: stayed: 6, before that 3; day of agreement: 1 May 2018.",
        (
            "Number: stayed: 8, before that 6; due day: 31 March 2019, before that: 31 December "
            "2018; day of agreement: some day of 1 September 2018 to 30 September 2018."
        ),
    ]
    assert notes(filled_in(TABLE, first, second, third, status_day=date(2018, 5, 1))) == [
        "Number: stayed: 6, before that 3; day of agreement: 1 May 2018."
    ]


def test_an_amendment_is_told_in_latvian():
    table = filled_in(TABLE, target("a", 3), target("b", 6, date(2018, 5, 1)))

    (note,) = table.notes
    assert note.in_(Language.LV) == (
        "Skaits: stayed: 6, iepriekš 3; vienošanās diena: 2018. gada 1. maijs."
    )


def test_which_target_is_in_force_may_not_be_known():
    table = filled_in(TABLE, target("a", 3), target("b", 6, NOT_ASKED, due_on=NOT_ASKED))

    assert shown(table) == {
        "toy.stayed": (NONE, NONE, (5, 1), NONE, NONE, NONE, NONE),
        "toy.stayed/a": (3, 3, (5, 1), Decimal("166.7"), "yes", DUE, "no"),
        "toy.stayed/b": (6, 6, (5, 1), Decimal("83.3"), "not known", "not known", "not known"),
    }
    assert [row.heading.en for row in table.rows[1:]] == [
        "Target 6, due day: not known",
        "Target 3, due day: 31 December 2018",
    ]
    assert {row.part_of for row in table.rows[1:]} == {"toy.stayed"}
    assert notes(table) == [
        "Number: stayed: it is not known which target is in force on 31 December 2018."
    ]


def test_targets_for_several_due_days_stand_below_each_other():
    years = [target(f"of-{year}", 2, due_on=date(year, 12, 31)) for year in (2017, 2018)]
    table = filled_in(TABLE, *years)

    assert [(row.id, said(row.cells[-1].value)) for row in table.rows[1:]] == [
        ("toy.stayed/of-2017", "yes"),
        ("toy.stayed/of-2018", "no"),
    ]
    assert notes(table) == []


def test_a_target_may_have_no_due_day_and_be_of_nothing():
    table = filled_in(TABLE, target("t", 0, due_on=ABSENT))

    assert shown(table)["toy.stayed"] == (0, 0, (5, 1), NONE, "yes", "none", "no")


def test_a_figure_without_a_target_is_told():
    later = target("later", agreed_on=date(2019, 1, 1))
    other = target("other", metric="toy.leavers", agreed_on=ON)
    table = filled_in(TABLE, later, other)

    assert shown(table) == {"toy.stayed": (NONE, NONE, (5, 1), NONE, NONE, NONE, NONE)}
    assert notes(table) == ["Number: stayed: there is no target on 31 December 2018."]


def test_a_target_without_a_figure_is_told():
    guests = Metric(
        id="toy.funds",
        says=lv("Avoti").en("Funds"),
        subject=FundRow,
        universe=subject(FundRow).funding_shares.exist(),
        grain=Grain.FUND,
        membership=Membership.STOCK,
        source=ACT,
    )
    both = attrs.evolve(TABLE, metrics=(STAYED, guests))
    given = target("t"), target("f", metric="toy.funds"), target("u", metric="toy.unheard-of")
    table = filled_in(both, *given)

    assert shown(table)["toy.funds"] == (4, 4, NOT_COLLECTED, NONE, "not known", DUE, "no")
    assert notes(table) == [
        "Funds: there is a target, but the data tell nothing of it.",
        "There are also targets that this report does not count: toy.unheard-of.",
    ]


def test_what_another_table_counts_is_not_missing():
    beside = FigureTable(id="beside", title=SAYS, row_heading=SAYS, metrics=(LEAVERS,))
    given = target("t"), target("l", metric="toy.leavers")

    assert notes(filled_in(TABLE, *given, others=(beside,))) == []


PLACED = attrs.evolve(TABLE, by=(PLACE,), name=named)
OF_PLACES = (
    target("all", 6),
    target("oak", 3, place="oak"),
    target("ash", 1, place="ash"),
    target("ash-2", 2, date(2018, 6, 1), place="ash"),
)


def test_a_target_about_a_place_stands_beside_the_figure_of_the_place():
    table = filled_in(PLACED, *OF_PLACES)

    assert shown(table) == {
        "toy.stayed": (6, 6, (5, 1), Decimal("83.3"), "not known", DUE, "no"),
        "toy.stayed/ash": (1, 2, (0, 2), Decimal("0.0"), "not known", DUE, "no"),
        "toy.stayed/elm": (NONE, NONE, (2, 2), NONE, NONE, NONE, NONE),
        "toy.stayed/oak": (3, 3, (2, 2), Decimal("66.7"), "not known", DUE, "no"),
        "toy.stayed/unknown": (NONE, NONE, (1, 1), NONE, NONE, NONE, NONE),
    }
    assert [row.heading.en for row in table.rows] == [
        "Number: stayed",
        "Ash",
        "Elm",
        "Oak",
        "House: not known",
    ]
    assert notes(table) == [
        "Number: stayed (Ash): 2, before that 1; day of agreement: 1 June 2018."
    ]


def test_places_that_are_not_told_apart_have_a_target_and_no_figure():
    table = filled_in(TABLE, *OF_PLACES)

    assert shown(table)["toy.stayed/oak"] == (
        *(3, 3, NOT_COLLECTED, NONE),
        *("not known", DUE, "no"),
    )
    assert notes(table) == [
        "Number: stayed: there are targets of single places, but the figure is not told apart so.",
        "Number: stayed (ash): 2, before that 1; day of agreement: 1 June 2018.",
    ]


def test_of_which_place_a_target_is_may_not_be_known():
    table = filled_in(PLACED, target("all", 6), target("x", 2, place=NOT_ASKED))

    assert shown(table)["toy.stayed/x"][:5] == (2, 2, NOT_COLLECTED, NONE, "not known")
    assert notes(table) == ["Number: stayed: it is not known of which place the target of 2 is."]


OF_OPERATIONS = target("f", 2, operation_id="female"), target("m", 3, operation_id="male")


def test_targets_of_several_operations_are_kept_apart():
    table = filled_in(attrs.evolve(PLACED, by=(PLACE, FUND)), *OF_OPERATIONS)

    assert {
        row.id: (said(row.cells[1].value), row.cells[2].value, row.cells[2].unknown)
        for row in table.rows
    } == {
        "toy.stayed": (NONE, 5, 1),
        "toy.stayed/female": (2, 2, 2),
        "toy.stayed/female/oak": (NONE, 1, 3),
        "toy.stayed/female/unknown": (NONE, 1, 1),
        "toy.stayed/male": (3, 2, 2),
        "toy.stayed/male/elm": (NONE, 2, 1),
        "toy.stayed/unknown": (NONE, 1, 1),
        "toy.stayed/unknown/oak": (NONE, 1, 1),
        "toy.stayed/unknown/unknown": (NONE, 0, 1),
    }
    assert notes(table) == []


def test_operations_that_are_not_told_apart_have_a_target_and_no_figure():
    oak = target("oak", 1, operation_id="male", place="oak")
    table = filled_in(PLACED, *OF_OPERATIONS, oak)

    assert [(row.id, row.cells[2].value) for row in table.rows] == [
        ("toy.stayed", 5),
        ("toy.stayed/female", NOT_COLLECTED),
        ("toy.stayed/male", NOT_COLLECTED),
        ("toy.stayed/male/oak", NOT_COLLECTED),
    ]
    assert notes(table) == [
        (
            "Number: stayed: there are targets of several operations, but the figure is not told "
            "apart so."
        )
    ]


def test_a_place_of_one_of_several_operations_is_named_with_it():
    table = filled_in(
        attrs.evolve(PLACED, by=(PLACE, FUND)),
        *OF_OPERATIONS,
        target("o-1", 1, operation_id="male", place="oak"),
        target("o-2", 2, date(2018, 6, 1), operation_id="male", place="oak"),
    )

    assert notes(table) == [
        "Number: stayed (Male and Oak): 2, before that 1; day of agreement: 1 June 2018."
    ]


def test_where_no_operation_promised_anything_the_figure_is_told_alone():
    table = filled_in(attrs.evolve(PLACED, by=(FUND,)), rows=ROWS[:2])

    assert [row.id for row in table.rows] == [
        "toy.stayed",
        "toy.stayed/female",
        "toy.stayed/male",
    ]
    assert notes(table) == ["Number: stayed: there is no target on 31 December 2018."]


def test_whose_window_is_open_stands_in_a_column_more():
    table = filled_in(
        attrs.evolve(TABLE, metrics=(WORKERS, STAYED)),
        target("t", 1, metric="toy.workers"),
        rows=(ROWS[0], attrs.evolve(ROWS[3], left_on=date(2019, 4, 30))),
        status_day=ON,
    )

    assert table.columns[-1].en == "Window still open"
    assert [said(row.cells[-1].value) for row in table.rows] == [0, NONE]


def test_a_median_is_measured_against_its_target():
    rows = [
        ToyStay(id="s-1", entered_on=date(2018, 1, 1), providers=1),
        ToyStay(id="s-2", entered_on=date(2018, 1, 1), providers=2),
    ]
    medians = attrs.evolve(TABLE, metrics=(MIDDLE,))
    table = filled_in(medians, target("t", 2, metric=MIDDLE.id), rows=rows)

    assert shown(table)["toy.middle"][2:5] == (Decimal("1.5"), Decimal("75.0"), "no")
    assert shown(filled_in(medians, target("t", 2, metric=MIDDLE.id), rows=()))["toy.middle"] == (
        *(2, 2, NONE, NONE),
        *("not known", DUE, "no"),
    )


# On records and on tables.

CLIENT = subject(ClientRow)
BORN = Metric(
    id="toy.born",
    says=lv("Dzimuši").en("Born"),
    subject=ClientRow,
    universe=CLIENT.born_on <= ON,
    grain=Grain.FUND,
    membership=Membership.STOCK,
    source=ACT,
)
BY_GENDER = Axis(id="place", says=SAYS, code=CLIENT.gender)
FORM = ReportForm(
    id="toy.clients",
    title=SAYS,
    subtitle=SAYS,
    sections=(
        SectionForm(
            id="s", title=SAYS, tables=(attrs.evolve(TABLE, metrics=(BORN,), by=(BY_GENDER,)),)
        ),
    ),
)
CASELOAD = Caseload.of_records(
    [
        Fund(id="fu", name="Fund"),
        Client(id="c-1", provider_id="p", born_on=date(1990, 1, 1), gender=Gender.FEMALE),
        Client(id="c-2", provider_id="p", born_on=date(1990, 1, 1), gender=Gender.MALE),
        target("t-1", 2, metric="toy.born"),
        target("t-2", 3, PartialDay.of_month(2018, 6), metric="toy.born"),
        target("t-3", 1, metric="toy.born", place="FEMALE"),
        target("t-4", 1, metric="toy.born", place=NOT_ASKED),
    ],
    known_on=ON,
)


def of_caseload(data):
    return FORM.filled_in(data, period=Period.year(2018), status_day=ON).sections[0].tables[0]


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_targets_are_the_same_on_records_and_on_an_engine(engine):
    on_records = ReportData.of_caseload(CASELOAD, SCHEMA)
    on_engine = ReportData.of_caseload(CASELOAD, SCHEMA, engine=engine)

    assert on_engine.targets == on_records.targets == CASELOAD.of(Target)
    assert of_caseload(on_engine) == of_caseload(on_records)
    assert shown(of_caseload(on_engine))["toy.born"][:3] == (2, 3, 2)


def without(*names, of):
    """A register of which a table, or some columns of the targets, are not there."""
    tables = Tables.of_records(SCHEMA, CASELOAD.records)
    frames = {name: frame for name, frame in tables.frames.items() if name not in of}
    if names:
        frames["target"] = frames["target"].drop(*names)
    on = attrs.evolve(tables, frames=frames)
    return ReportData.of_tables(on, known_on=ON, fingerprint="3f9a" * 16, records=7)


def test_a_register_without_targets_promises_nothing():
    data = without(of=("target",))

    assert data.targets == ()
    assert notes(of_caseload(data)) == ["Born: there is no target on 31 December 2018."]


def test_a_register_without_a_column_of_places_has_targets_about_none():
    data = without("place", "place_unknown", of=())

    assert {each.place for each in data.targets} == {ABSENT}


# What is refused.


def test_each_axis_is_for_the_metrics_that_it_is_about():
    mixed = attrs.evolve(PLACED, metrics=(STAYED, BORN), by=(PLACE, BY_GENDER))

    assert (metrics_of(mixed), axes_of(mixed)) == ((STAYED, BORN), (PLACE, BY_GENDER))
    assert (mixed.axes_of(STAYED), mixed.axes_of(BORN)) == ((PLACE,), (BY_GENDER,))
    section = SectionForm(id="s", title=SAYS, tables=(mixed,))
    assert ReportForm(id="toy.both", title=SAYS, subtitle=SAYS, sections=(section,))


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"by": (HOUSE,)}, "table 'targets': targets are by operation or place, not by house"),
        ({"by": (BY_GENDER,)}, "table 'targets': no metric counts what place is about"),
        (
            {"by": (PLACE, attrs.evolve(GENDER, id="place"))},
            "table 'targets': toy.stayed has two axes with one id",
        ),
        (
            {
                "by": (PLACE,),
                "metrics": (metric("houses", by=HOUSE, measure=Measure.DIFFERENT_CODES),),
            },
            "table 'targets': toy.houses counts different codes: they are not told apart",
        ),
    ],
)
def test_a_table_that_could_not_be_filled_in_is_refused(given, problem):
    with pytest.raises(DeclarationError) as raised:
        attrs.evolve(TABLE, **given)

    assert problem in str(raised.value)
