"""Tables of money: what was approved, spent, cannot be claimed, is left, and who pays."""

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "submissions"))

import handed_lab as lab

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.cost import CostCap, CostCapPer
from inclusion_core.model.yes_no import YesNo
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import MoneyTable, ReportForm, SectionForm
from inclusion_core.reports.report import Mark
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED

AGAIN = lv("Vēlreiz").en("Again")


def filled(*records, engine=None, schema=SCHEMA, period=lab.FIRST_HALF, **form):
    """The two tables for the first half of 2018."""
    table = MoneyTable(id="money", **form)
    section = SectionForm(id="money", title=AGAIN, tables=(table,))
    report = ReportForm(id="x.money", title=AGAIN, subtitle=AGAIN, sections=(section,))
    caseload = Caseload.of_records(records, known_on=lab.JULY)
    data = ReportData.of_caseload(caseload, schema, engine=engine)
    made = report.filled_in(data, period=period, status_day=period.last_day)
    return made.sections[0].tables


def row(tables, key, table=0):
    [found] = [each for each in tables[table].rows if each.id == key]
    return [
        (str(cell.value), cell.unknown) if cell.unknown else str(cell.value) for cell in found.cells
    ]


def line(*costs, key="b-1", **options):
    return row(filled(*lab.FUNDING, *costs, **options), key)


def without(name, *changed):
    return tuple(each for each in lab.FUNDING if type(each).__name__ != name) + changed


def test_a_line_says_what_was_approved_spent_ineligible_and_left():
    costs = (
        lab.cost("e-1", "2017-12", 2_000),
        lab.cost("e-2", "2018-03", 5_000, 1_050),
        lab.cost("e-3", "2018-05", 6_000, 1_260, YesNo.YES),
        lab.cost("e-4", "2018-07", 9_999),
    )

    assert line(*costs) == ["10000.00", "133.10", "153.10", "10.50", "9857.40"]
    assert row(filled(*lab.FUNDING, *costs), "op-1.total") == [
        *(("10000.00", 1), "133.10", "153.10", "10.50", "9857.40"),
    ]


def test_what_is_above_the_cap_cannot_be_claimed_nor_its_vat():
    """12 000 cents of which 10 000 are allowed; a sixth of the VAT of 2 521 is 420 1/6 cents."""
    assert line(lab.cost("e-1", "2018-03", 12_000, 2_521, YesNo.YES))[3] == "24.21"
    assert line(lab.cost("e-1", "2018-03", 12_000, 2_521, YesNo.NO))[3] == "45.21"
    assert line(lab.cost("e-1", "2018-03", 12_000, 0, YesNo.YES, units=2))[3] == "0.00"


def test_a_cap_of_other_days_is_none():
    cap = CostCap(
        id="cap-1",
        budget_line_id="b-1",
        per=CostCapPer.MONTH,
        cap_cents=1,
        first_day=date(2018, 7, 1),
    )
    backwards = attrs.evolve(cap, id="cap-2", first_day=lab.JULY, last_day=lab.START)
    tables = filled(*without("CostCap", cap, backwards), lab.cost("e-1", "2018-03", 12_000))

    assert row(tables, "b-1")[3] == "0.00"
    assert len(tables[0].notes) == 1


def test_caps_are_told():
    tables = filled(*lab.FUNDING)
    [_, cap] = tables[0].notes

    assert (
        cap.in_("en") == "1. Teachers: for one unit (month) not more than EUR 100.00 without VAT."
    )
    assert "100,00 EUR bez PVN" in cap.in_("lv")


@pytest.mark.parametrize(
    ("cost", "cells"),
    [
        (lab.cost("e-1", "2018-03", NOT_ASKED), [("0.00", 1)] * 2 + ["0.00", ("10000.00", 1)]),
        (lab.cost("e-1", "2018-03", 1, NOT_ASKED), [("0.00", 1)] * 2 + ["0.00", ("10000.00", 1)]),
        (lab.cost("e-1", NOT_ASKED, 1), [("0.00", 1)] * 2 + ["0.00", ("10000.00", 1)]),
        (lab.cost("e-1", "2017-12-01/2018-01-31", 5), [("0.00", 1), "0.05", "0.00", "9999.95"]),
        (
            lab.cost("e-1", "2018-06-30/2018-07-01", 5),
            [("0.00", 1)] * 2 + ["0.00", ("10000.00", 1)],
        ),
        (
            lab.cost("e-1", "2018-03", 5, 1, NOT_ASKED),
            ["0.06", "0.06", ("0.00", 1), ("9999.94", 1)],
        ),
        (
            lab.cost("e-1", "2018-03", 5, units=NOT_ASKED),
            ["0.05", "0.05", ("0.00", 1), ("9999.95", 1)],
        ),
        (lab.cost("e-1", ABSENT, 5), ["0.00", "0.00", "0.00", "10000.00"]),
    ],
)
def test_what_is_not_known_stands_in_brackets(cost, cells):
    assert line(cost)[1:] == cells


def test_where_nobody_says_what_was_approved_nothing_is_left():
    assert line(lab.cost("e-1", "2018-03", 5, line="b-2"), key="b-2") == [
        *(str(Mark.NOT_COLLECTED), "0.05", "0.05", "0.00", str(Mark.NOT_COLLECTED)),
    ]


def test_no_fund_pays_more_than_its_share_and_periods_add_up():
    costs = (lab.cost("e-1", "2017-12", 1_001), lab.cost("e-2", "2018-03", 1_002))
    tables = filled(*lab.FUNDING, *costs)

    assert row(tables, "sh-1", 1) == ["85", ("8500.00", 1), "8.52", "17.02"]
    assert row(tables, "sh-2", 1) == ["15", ("1500.00", 1), "1.50", "3.01"]
    assert [each.heading.in_("en") for each in tables[1].rows] == ["Fund", "State"]


@given(st.lists(st.integers(0, 9_999), min_size=1, max_size=6), st.integers(0, 100))
@settings(max_examples=tries(40))
def test_shares_are_exact(amounts, percent):
    costs = [lab.cost(f"e-{place}", "2018-03", net) for place, net in enumerate(amounts)]
    shares = [
        attrs.evolve(each, percent=Decimal(percent if each.id == "sh-1" else 100 - percent))
        for each in lab.FUNDING
        if type(each).__name__ == "FundingShare"
    ]
    tables = filled(*without("FundingShare", *shares), *costs)
    paid = [each.cells[3].value for each in tables[1].rows]

    assert sum(paid) == Decimal(sum(amounts)) / 100
    assert paid[0] <= Decimal(sum(amounts)) * percent / 10_000


def test_shares_that_cannot_be_worked_out_are_told():
    half = [each for each in lab.FUNDING if each.id != "sh-1"]
    *_, why = filled(*half)[1].notes
    assert why.in_("en").startswith("9.9: the shares cannot be worked out")


def test_without_shares_nothing_is_said_of_them():
    tables = filled(*without("FundingShare"))

    assert (tables[1].rows, len(tables[1].notes)) == ((), 1)


def test_a_fund_without_name_is_called_by_its_id():
    tables = filled(*without("Fund"))

    assert tables[1].rows[0].heading.in_("en") == "f-1"


def test_several_operations_are_told_apart_and_one_may_be_asked_for():
    other = attrs.evolve(lab.OPERATION, id="op-2", number="8.8")
    line_of_other = attrs.evolve(
        next(each for each in lab.FUNDING if each.id == "b-1"), id="b-9", operation_id="op-2"
    )
    records = (*lab.FUNDING, other, line_of_other)

    assert [each.heading.in_("en") for each in filled(*records)[0].rows] == [
        *("9.9: 1. Teachers", "9.9: 2. Rooms", "9.9: Total"),
        *("8.8: 1. Teachers", "8.8: Total"),
    ]
    [one, total] = filled(*records, operation_number="8.8")[0].rows
    assert (one.heading.in_("en"), total.heading.in_("en")) == ("1. Teachers", "Total")


def test_an_engine_gives_the_same():
    costs = (lab.cost("e-1", "2018-03", 12_000, 2_521, YesNo.YES), lab.cost("e-2", NOT_ASKED, 1))

    assert filled(*lab.FUNDING, *costs, engine="polars") == filled(*lab.FUNDING, *costs)


def test_data_without_a_budget_say_nothing_of_money():
    small = type(SCHEMA)({"operation": SCHEMA["operation"]})
    [table] = filled(lab.OPERATION, schema=small)

    assert table.rows == ()
    assert table.notes[-1].in_("en") == "The data tell nothing of it."


def test_data_with_a_budget_alone_have_no_costs():
    types = ("operation", "budget_line")
    small = type(SCHEMA)({name: SCHEMA[name] for name in types})
    records = [each for each in lab.FUNDING if type(each).__name__ in ("Operation", "BudgetLine")]

    assert row(filled(*records, schema=small), "b-1")[1:] == ["0.00", "0.00", "0.00", "10000.00"]
