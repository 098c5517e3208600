"""A cell asked where it comes from: its address, its definition, its members, and why."""

import json
import pickle
from datetime import date

import attrs
import pytest
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

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.records import Records
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.inequalities import Inequality, Relation
from inclusion_core.metrics.rate import Rate
from inclusion_core.model.target import Target
from inclusion_core.periods import Period
from inclusion_core.reports.behind import Count, Derived
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import (
    CrossTable,
    FigureTable,
    InequalityTable,
    RateTable,
    ReportForm,
    SectionForm,
    TargetTable,
)
from inclusion_core.reports.lineage.addresses import place_in
from inclusion_core.reports.lineage.errors import NoSuchMemberError
from inclusion_core.reports.lineage.telling import json_fields, told
from inclusion_core.reports.lineage.tracing import traced
from inclusion_core.reports.lineage.words import TracingWords
from inclusion_core.reports.report import Cell, Mark
from inclusion_core.texts import Language
from inclusion_core.words import WORDS

END = date(2018, 12, 31)
DAYS = {"period": Period.year(2018), "status_day": END}
TITLE = {"title": SAYS, "row_heading": SAYS}
PLACE = attrs.evolve(HOUSE, id="place")
RATE = Rate(id="part", says=SAYS, of=WORKERS, among=LEAVERS, source=ACT)
OPEN_RATE = attrs.evolve(
    RATE, id="open", among=attrs.evolve(LEAVERS, id="toy.open", settled_on=None)
)
FORM = ReportForm(
    id="toy.form",
    title=SAYS,
    subtitle=SAYS,
    sources=(ACT,),
    sections=(
        SectionForm(
            id="s",
            title=SAYS,
            tables=(
                FigureTable(id="figures", **TITLE, metrics=(STAYED, GROWN, PROVIDERS, LEAVERS)),
                FigureTable(id="figures/more", **TITLE, metrics=(MIDDLE,)),
                CrossTable(
                    id="cross",
                    **TITLE,
                    metrics=(STAYED,),
                    by=GENDER,
                    codes=("female",),
                    name=named,
                ),
                CrossTable(
                    id="houses", **TITLE, metrics=(STAYED,), by=HOUSE, codes=("oak",), name=named
                ),
                RateTable(id="rates", **TITLE, rates=(RATE, OPEN_RATE), by=HOUSE),
                InequalityTable(
                    id="rules",
                    title=SAYS,
                    metrics=(GROWN, YOUNG, STAYED),
                    inequalities=(
                        Inequality(
                            id="sum",
                            left=("toy.grown", "toy.young"),
                            relation=Relation.EQUAL,
                            right=("toy.stayed",),
                            source=ACT,
                        ),
                    ),
                ),
                TargetTable(id="targets", **TITLE, metrics=(STAYED,), by=(PLACE,)),
            ),
        ),
    ),
)
TARGETS = tuple(
    Target(
        id=f"t-{place}",
        operation_id="o",
        metric=STAYED.id,
        due_on=END,
        amount=4,
        agreed_on=date(2018, 1, 1),
        **({"place": place} if place else {}),
    )
    for place in ("", "oak")
)


def data_of(engine=None):
    by_type = {"toy_stay": ROWS, "target": TARGETS}
    schema = attrs.evolve(
        STAYS.schema,
        record_types={**STAYS.schema.record_types, "target": SCHEMA["target"]},
    )
    on = Records(schema, by_type)
    if engine is not None:
        on = Tables.of_records(STAYS.schema, {"toy_stay": ROWS}, engine=engine)
    return ReportData(on=on, known_on=date(2018, 7, 1), fingerprint="3f9a" * 16, records=len(ROWS))


def asked(address, engine=None, *, form=FORM, permitted=True, report=None, **more):
    data = data_of(engine)
    lineage = form.lineage(data, **DAYS)
    report = report or FORM.filled_in(data, **DAYS, versions=(("toy", "1.0"),))
    place = place_in(report, address)
    found = traced(report, place, lineage, tables=form.tables, permitted=permitted, **more)
    return found, TracingWords(vocabulary=WORDS, schema=SCHEMA, axes=lineage.axes)


def lines(address, *, language=Language.EN, most=None, **more):
    return list(told(*asked(address, **more), language, most=most))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("figures/toy.stayed/2", "figures/toy.stayed/2"),
        ("figures/toy.stayed", "figures/toy.stayed/1"),
        ("figures/more/toy.middle/1", "figures/more/toy.middle/1"),
        ("rates/part/oak", "rates/part/oak/1"),
        ("rates/part/oak/3", "rates/part/oak/3"),
    ],
)
def test_a_cell_is_named_by_its_table_its_row_and_the_place_of_its_column(written, found):
    report = FORM.filled_in(data_of(), **DAYS)

    assert place_in(report, written).written == found


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("figure/toy.stayed/1", "no table 'figure'; did you mean figures"),
        ("figures/toy.stay/1", "no row of figures 'toy.stay'; did you mean toy.stayed"),
        ("figures/toy.stay", "no row of figures 'toy.stay'; did you mean toy.stayed"),
        ("figures", "no row of figures ''; there are: toy.grown"),
        ("figures/toy.stayed/3", "no column of figures '3'; there are: 1, 2"),
        ("figures/toy.stayed/x", "no column of figures 'x'; there are: 1, 2"),
    ],
)
def test_a_wrong_address_is_told_with_near_names(written, told):
    report = FORM.filled_in(data_of(), **DAYS)

    with pytest.raises(UnknownNameError) as caught:
        place_in(report, written)
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("engine", [None, "polars", "duckdb"])
def test_a_figure_tells_its_definition_its_members_and_its_data(engine):
    assert lines("figures/toy.grown", engine=engine) == [
        "figures/toy.grown/1: Number: grown, Number: 3 (+2 not known)",
        "",
        "Number: grown [toy.grown]",
        "  what is shown: Number",
        "  subject: toy stay",
        "  grain: per operation",
        "  membership: cumulative",
        "  moment of classification: not needed",
        "  measure: how many subjects",
        "  universe: entered on no later than last day of the period",
        "  condition: toy.grown-up at most full years from born on to entered on",
        "  assumptions: a grown-up is 18 or older",
        "  assumptions: three months after leaving",
        "  source: Act (2016-02-09)",
        "  behind it: persons 3, households at least 3",
        "  members (3): s-1, s-3, s-5",
        "",
        "Reporting period: 1 January 2018 to 31 December 2018",
        "As things stood on: 31 December 2018",
        "As known on: 1 July 2018",
        "Number of records: 7",
        "Fingerprint of the records (SHA-256): " + "3f9a" * 16,
        "Version of the record types: 1",
        "Software: toy 1.0",
    ]


def test_it_is_told_in_latvian():
    told_in_latvian = lines("figures/toy.stayed", language=Language.LV)

    assert told_in_latvian[0] == "figures/toy.stayed/1: Skaits: stayed, Skaits: 5 (+1 nav zināms)"
    assert "  kas skaitīti (5): s-1, s-2, s-3, s-4, s-5" in told_in_latvian
    assert "  kopa, par kuru jautā: entered on ne vēlāk kā pārskata perioda pēdējā diena" in (
        told_in_latvian
    )


def test_the_amount_the_window_and_the_groups_are_told():
    assert "  amount: providers" in lines("figures/toy.providers")
    assert any(
        line.startswith("  day on which the answer stands: ")
        for line in lines("figures/toy.leavers/2")
    )
    assert "  only these: Gender: female" in lines("cross/toy.stayed/2")
    assert "  only these: Gender: not known" in lines("cross/toy.stayed/4")
    assert "  only these: House: elm" in lines("houses/toy.stayed/3")


@pytest.mark.parametrize(
    ("address", "formula"),
    [
        ("rates/part/3", "the first number divided by the whole"),
        ("rates/open/2", "the whole without those whose window is still open"),
        ("rules/sum/1", "the sum of these numbers"),
        ("rules/sum/3", "whether this holds: toy.grown + toy.young = toy.stayed"),
        ("targets/toy.stayed/4", "the figure divided by the target, in per cent"),
        ("targets/toy.stayed/5", "whether the figure reaches the target"),
        ("targets/toy.stayed/oak/3", "the first number; not known are also those"),
        ("targets/toy.stayed/1", "somebody wrote it down"),
        ("assumptions/toy.window/1", "nothing is said"),
    ],
)
def test_what_is_no_count_tells_how_it_is_worked_out(address, formula):
    assert lines(address)[1].startswith(formula)


def test_what_no_table_of_the_form_is_about_is_worked_out_all_the_same():
    other = attrs.evolve(FORM, sections=(attrs.evolve(FORM.sections[0], tables=FORM.tables[:1]),))
    report = FORM.filled_in(data_of(), **DAYS)
    found = lines("rates/part/3", form=other, report=report)

    assert found[1:4] == [
        "worked out of all these numbers",
        "the form has no metric toy.workers",
        "",
    ]


def test_a_rule_that_is_gone_is_told_as_a_sum():
    gone = attrs.evolve(FORM.tables[5], inequalities=())
    tables = (*FORM.tables[:5], gone)
    other = attrs.evolve(FORM, sections=(attrs.evolve(FORM.sections[0], tables=tables),))

    found = lines("rules/sum/3", form=other, report=FORM.filled_in(data_of(), **DAYS))
    assert found[1] == "the sum of these numbers"


@pytest.mark.parametrize("engine", [None, "duckdb"])
def test_one_member_is_explained(engine):
    found = lines("cross/toy.stayed/2", engine=engine, member="s-1")
    start = found.index("  toy.stayed, s-1: counted")

    assert found[start + 1].startswith("  yes: ")
    assert found[start + 2] == "    entered on: 2018-01-10"


def test_whoever_is_not_counted_is_explained_too():
    assert "  toy.stayed, s-6: not counted" in lines("figures/toy.stayed", member="s-6")


def test_who_is_in_no_record_is_refused_and_nobody_else_is_named():
    with pytest.raises(NoSuchMemberError) as caught:
        asked("figures/toy.stayed", member="s-99")
    assert str(caught.value) == (
        "there is no toy_stay 's-99'; trace the cell without a member to see the ids"
    )
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    assert "Anna" not in str(NoSuchMemberError(("toy_stay",), "Anna Bērziņa"))
    with pytest.raises(NoSuchMemberError, match="no record behind it"):
        asked("targets/toy.stayed/1", member="s-1")


def test_who_may_not_see_members_is_told_the_definition_alone():
    found = lines("figures/toy.stayed", permitted=False)

    assert "  source: Act (2016-02-09)" in found
    assert not [line for line in found if "s-1" in line or "behind" in line]
    with pytest.raises(NoSuchMemberError):
        asked("figures/toy.stayed", permitted=False, member="s-1")


def test_a_hidden_cell_is_traced_by_those_permitted():
    report = FORM.filled_in(data_of(), **DAYS)
    hidden = Cell(value=Mark.SUPPRESSED, behind=Count(metric=STAYED.id))
    (section,) = (each for each in report.sections if each.id == "s")
    row = attrs.evolve(section.tables[0].rows[0], cells=(hidden, hidden))
    table = attrs.evolve(section.tables[0], rows=(row,))
    report = attrs.evolve(report, sections=(attrs.evolve(section, tables=(table,)),))

    assert lines("figures/toy.stayed", report=report)[0].endswith("[c]")
    assert "  members (5): s-1, s-2, s-3, s-4, s-5" in lines("figures/toy.stayed", report=report)


def test_only_so_many_members_are_named_as_are_asked_for():
    assert "  members (5): s-1, s-2, and 3 more" in lines("figures/toy.stayed", most=2)


def test_a_number_of_nobody_has_no_members():
    assert "  members (0): nobody" in lines("rates/part/elm/1")


def test_json_says_the_same_in_both_languages():
    written = json.loads(json.dumps(json_fields(*asked("figures/more/toy.middle", member="s-2"))))
    (count,) = written["counts"]

    assert written["cell"] == "figures/more/toy.middle/1"
    assert written["shows"]["decimal"] == "1.5"
    assert written["behind"] == []
    assert count["members"] == {
        "number": "1.5",
        "persons": 4,
        "households": 4,
        "ids": ["s-1", "s-2", "s-4", "s-5"],
    }
    assert count["explained"]["state"] == "counted"
    assert set(count["explained"]["told"]) == {"lv", "en"}
    assert written["made_from"][0]["says"]["lv"].startswith("no 2018. gada 1. janvāra")


def test_json_shows_no_members_to_those_who_may_not_see_them():
    written = json_fields(*asked("figures/toy.stayed", permitted=False))

    assert written["counts"][0]["members"] is None
    assert written["counts"][0]["explained"] is None
    assert written["shows"]["count"] == 5
    assert json_fields(*asked("figures/toy.stayed"))["counts"][0]["members"]["number"] == 5


def test_an_axis_that_is_gone_is_named_by_its_id():
    report = FORM.filled_in(data_of(), **DAYS)
    found, words = asked("houses/toy.stayed/2", report=report)

    nowhere = attrs.evolve(words, axes={})
    assert "  only these: house: oak" in list(told(found, nowhere, Language.EN))
    assert isinstance(asked("rates/part/3")[0].behind, Derived)


def test_of_what_is_not_about_clients_that_is_said():
    found, words = asked("figures/toy.stayed")
    (count,) = found.counts
    staff = attrs.evolve(count, members=attrs.evolve(count.members, about_clients=False))

    told_of_it = told(attrs.evolve(found, counts=(staff,)), words, Language.LV)
    assert "  aiz tā nav klientu" in list(told_of_it)
