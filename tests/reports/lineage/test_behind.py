"""What stands behind each cell of each kind of table, and how JSON keeps it."""

import json
from datetime import date
from decimal import Decimal

import attrs
import pytest
from agreeing import cells, disagreements, without_behind
from stays_lab import (
    ACT,
    GENDER,
    GROWN,
    HOUSE,
    LEAVERS,
    MIDDLE,
    PROVIDERS,
    ROWS,
    SAYS,
    STAYED,
    STAYS,
    WORKERS,
    YOUNG,
    named,
)
from stays_lab import metric as stay_metric

from inclusion_core.expr.records import Records
from inclusion_core.metrics.gaps import Gaps
from inclusion_core.metrics.inequalities import Inequality, Relation
from inclusion_core.metrics.rate import Rate
from inclusion_core.metrics.tally import NoCode
from inclusion_core.model.target import Target
from inclusion_core.periods import Period
from inclusion_core.reports.behind import STATED, Count, Derived, Shows
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import (
    BreakdownTable,
    CrossTable,
    FigureTable,
    GapsTable,
    InequalityTable,
    Pair,
    PairTable,
    RateTable,
    ReportForm,
    SectionForm,
    TargetTable,
)
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.json_text import json_text
from inclusion_core.reports.formats.json_values import ReportFileError
from inclusion_core.texts import Language

END = date(2018, 12, 31)
DAYS = {"period": Period.year(2018), "status_day": END}
BY_HOUSE = stay_metric("houses", by=HOUSE)
TOTAL_BY_HOUSE = attrs.evolve(PROVIDERS, id="toy.given", by=HOUSE)
PLACE, OPERATION = attrs.evolve(HOUSE, id="place"), attrs.evolve(GENDER, id="operation")
TITLE = {"title": SAYS, "row_heading": SAYS}


def rate(key, of, among):
    return Rate(id=key, says=SAYS, of=of, among=among, source=ACT)


def rule(key, left, right):
    return Inequality(id=key, left=left, relation=Relation.AT_MOST, right=right, source=ACT)


def target(key, **fields):
    given = {"operation_id": "male", "metric": STAYED.id, "due_on": END, "amount": 4, **fields}
    return Target(id=key, agreed_on=date(2018, 1, 1), **given)


TABLES = (
    FigureTable(id="figures", **TITLE, metrics=(STAYED, MIDDLE, LEAVERS)),
    BreakdownTable(id="houses", title=SAYS, metric=BY_HOUSE, name=named),
    BreakdownTable(id="given", title=SAYS, metric=TOTAL_BY_HOUSE, name=named),
    BreakdownTable(
        id="left", title=SAYS, metric=attrs.evolve(LEAVERS, id="toy.l", by=HOUSE), name=named
    ),
    CrossTable(
        id="cross",
        **TITLE,
        metrics=(STAYED, PROVIDERS, LEAVERS),
        by=HOUSE,
        codes=("oak",),
        name=named,
    ),
    RateTable(
        id="rates",
        **TITLE,
        rates=(
            rate("both", WORKERS, LEAVERS),
            rate("none", GROWN, STAYED),
            rate("part", WORKERS, attrs.evolve(LEAVERS, id="toy.open", settled_on=None)),
        ),
        by=HOUSE,
    ),
    InequalityTable(
        id="rules",
        title=SAYS,
        inequalities=(
            rule("one", (GROWN.id,), (STAYED.id,)),
            rule("sum", (GROWN.id, YOUNG.id), (GROWN.id,)),
        ),
        metrics=(GROWN, YOUNG, STAYED),
        by=(GENDER,),
    ),
    PairTable(id="pairs", **TITLE, pairs=(Pair(one=STAYED, other=GROWN, why=SAYS),)),
    TargetTable(
        id="targets", **TITLE, metrics=(STAYED, LEAVERS), by=(PLACE, OPERATION), name=named
    ),
    GapsTable(
        id="gaps",
        title=SAYS,
        gaps=Gaps(
            id="toy.gaps",
            says=SAYS,
            table=STAYS,
            among=STAYED.universe,
            fields=("gender",),
            source=ACT,
        ),
    ),
)
TARGETS = (
    target("t-1"),
    target("t-2", operation_id="female", place="oak"),
    target("t-3", operation_id="female", metric=LEAVERS.id),
)


def asked(*tables, rows=ROWS, targets=TARGETS):
    section = SectionForm(id="s", title=SAYS, tables=tables)
    form = ReportForm(id="toy.form", title=SAYS, subtitle=SAYS, sections=(section,), sources=(ACT,))
    data = ReportData(
        on=Records(STAYS.schema, {"toy_stay": rows, "target": targets}),
        known_on=date(2018, 8, 15),
        fingerprint="3f9a" * 16,
        records=len(rows),
    )
    return form.filled_in(data, **DAYS), form.lineage(data, **DAYS)


def behind(*tables, **more):
    report, _ = asked(*tables, **more)
    return {address: cell.behind for address, cell in cells(report)}


def count(metric, shows=Shows.FIGURE, **groups):
    return Count(metric=metric.id, groups=tuple(sorted(groups.items())), shows=shows)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_as_many_members_stand_behind_each_number_as_it_says(table):
    report, lineage = asked(table)

    assert disagreements(report, lineage) == []
    assert {address.partition("/")[0] for address in without_behind(report)} <= {"gaps"}


def test_a_figure_and_how_many_are_open_are_counts():
    found = behind(TABLES[0])

    assert found["figures/toy.stayed/1"] == count(STAYED)
    assert found["figures/toy.stayed/2"] is None
    assert found["figures/toy.leavers/2"] == count(LEAVERS, Shows.OPEN)


def test_a_breakdown_of_a_total_shows_totals_the_largest_first():
    report, _ = asked(TABLES[2])
    (table,) = report.sections[0].tables

    assert [(row.id, row.cells[0].value, row.cells[0].unknown) for row in table.rows] == [
        ("elm", 2, 0),
        ("oak", 2, 1),
        ("unknown", 4, 1),
    ]
    assert table.rows[0].cells[0].behind == count(TOTAL_BY_HOUSE, house=("elm",))


def test_a_column_of_several_codes_takes_them_together():
    found = behind(TABLES[4])

    assert found["cross/toy.stayed/1"] == count(STAYED)
    assert found["cross/toy.stayed/2"] == count(STAYED, house=("oak",))
    assert found["cross/toy.stayed/3"] == count(STAYED, house=("elm",))
    assert found["cross/toy.stayed/4"] == count(STAYED, house=(NoCode.UNKNOWN,))
    assert found["cross/toy.stayed/5"] == count(STAYED, Shows.UNKNOWN)
    assert found["cross/toy.leavers/6"] == count(LEAVERS, Shows.OPEN)


def test_a_share_is_worked_out_of_part_and_whole():
    found = behind(TABLES[5])

    assert found["rates/both/oak/1"] == count(WORKERS, house=("oak",))
    assert found["rates/both/2"] == count(LEAVERS)
    assert found["rates/both/3"] == Derived(of=(count(WORKERS), count(LEAVERS)))
    assert found["rates/both/5"] == count(LEAVERS, Shows.OPEN)
    assert found["rates/none/5"] == count(GROWN, Shows.OPEN)


def test_a_whole_without_those_in_an_open_window_is_worked_out_of_them_too():
    found = behind(TABLES[5])
    whole = Count(metric="toy.open")
    part = (count(WORKERS), count(WORKERS, Shows.UNKNOWN), count(WORKERS, Shows.OPEN))

    assert found["rates/part/2"] == Derived(
        of=(whole, attrs.evolve(whole, shows=Shows.UNKNOWN), *part)
    )
    assert set(found["rates/part/3"].of) == {*found["rates/part/2"].of}
    assert found["rates/part/5"] == part[2]


def test_the_sides_of_a_rule_are_counts_or_worked_out_of_several():
    found = behind(TABLES[6])

    assert found["rules/one/1"] == count(GROWN)
    assert found["rules/sum/1"] == Derived(of=(count(GROWN), count(YOUNG)))
    assert found["rules/sum/3"] == Derived(of=(count(GROWN), count(YOUNG)))
    assert found["rules/sum/male/1"].of[1] == count(YOUNG, gender=("male",))


def test_a_target_is_stated_and_what_is_said_of_it_worked_out():
    only = TargetTable(id="targets", **TITLE, metrics=(STAYED,))
    found = behind(only, targets=(target("t"),))

    assert [found[f"targets/toy.stayed/{place}"] for place in range(1, 8)] == [
        STATED,
        STATED,
        count(STAYED),
        Derived(of=(count(STAYED), count(STAYED, Shows.OPEN))),
        Derived(of=(count(STAYED), count(STAYED, Shows.OPEN))),
        STATED,
        STATED,
    ]


def test_whose_place_is_not_known_may_be_of_each_place():
    found = behind(TABLES[8])
    of_place = found["targets/toy.stayed/female/oak/3"]

    assert isinstance(of_place, Derived)
    assert of_place.of[0] == count(STAYED, operation=("female",), place=("oak",))
    assert count(
        STAYED,
        Shows.UNKNOWN,
        operation=("female", NoCode.UNKNOWN),
        place=("oak", NoCode.UNKNOWN),
    ) in (of_place.of)
    assert found["targets/toy.leavers/female/8"].shows is Shows.OPEN


def test_where_every_place_is_known_its_figure_is_a_count():
    rows = (ROWS[0], ROWS[1])
    found = behind(TABLES[8], rows=rows)

    assert found["targets/toy.stayed/female/oak/3"] == count(
        STAYED, operation=("female",), place=("oak",)
    )


def test_json_keeps_what_is_behind_each_cell():
    report, _ = asked(*TABLES[:1], *TABLES[4:9])
    read = report_from_json(json_text(report, Language.LV))

    assert read == report
    assert [cell.behind for _, cell in cells(read)] == [cell.behind for _, cell in cells(report)]


@pytest.mark.parametrize(
    "written",
    [
        {"metric": "toy.stayed", "groups": [], "shows": "everything"},
        {"metric": "toy.stayed", "groups": [{"axis": "a", "codes": [7]}], "shows": "figure"},
        {"metric": "toy.stayed", "groups": [{"axis": "a", "codes": [{"no_code": "x"}]}]},
        {"derived": [{"stated": True}]},
        {"stated": False},
        "CANARY",
    ],
)
def test_what_nobody_wrote_so_is_refused_with_its_place(written):
    report, _ = asked(TABLES[0])
    whole = json.loads(json_text(report, Language.EN))
    whole["sections"][0]["tables"][0]["rows"][0]["cells"][0]["behind"] = written

    with pytest.raises(ReportFileError, match=r"cells\[0\]\.behind") as caught:
        report_from_json(json.dumps(whole).encode())
    assert "CANARY" not in str(caught.value)


def test_a_median_of_nobody_has_a_count_behind_it():
    report, lineage = asked(TABLES[0], rows=())
    cell = dict(cells(report))["figures/toy.middle/1"]

    assert lineage.number(cell.behind) is None
    assert lineage.members(cell.behind) == ()


def test_a_median_is_broken_down_by_its_size():
    by_house = attrs.evolve(MIDDLE, id="toy.m", by=HOUSE)
    report, lineage = asked(BreakdownTable(id="m", title=SAYS, metric=by_house, name=named))

    assert disagreements(report, lineage) == []
    values = [row.cells[0].value for row in report.sections[0].tables[0].rows]
    assert values == [2, 1, 4]
    assert Decimal(2) == values[0]
