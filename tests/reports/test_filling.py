"""Forms over a facts table, filled in: every kind of table, on records and on every engine."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from stays_lab import (
    ACT,
    ENTERED,
    GENDER,
    GROWN,
    GROWN_UP,
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
    metric,
    named,
    stays,
)

from inclusion_core.errors import AssumptionError, DeclarationError, SchemaError
from inclusion_core.expr import subject
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.rows import ClientRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.gaps import Gaps
from inclusion_core.metrics.inequalities import Inequality, Relation
from inclusion_core.metrics.rate import Rate
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender
from inclusion_core.periods import Period
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
)
from inclusion_core.reports.report import BROKEN, Drawing, Mark
from inclusion_core.texts import Text, lv
from inclusion_core.values import ABSENT, NOT_ASKED

PERIOD = Period.year(2018)
END = date(2018, 12, 31)
FINGERPRINT = "3f9a" * 16
ENGINES = pytest.mark.parametrize("engine", [None, "polars", "duckdb"])

FIGURES = FigureTable(
    id="figures",
    title=SAYS,
    row_heading=SAYS,
    metrics=(STAYED, WORKERS, PROVIDERS, MIDDLE),
    notes=(lv("Līdz {status_day:dative}.").en("By {status_day}."),),
)
CROSS = CrossTable(
    id="cross",
    title=SAYS,
    row_heading=SAYS,
    metrics=(STAYED, GROWN, WORKERS, PROVIDERS, MIDDLE),
    by=GENDER,
    codes=("female", "male"),
    name=named,
)
RATE = Rate(
    id="toy.rate",
    says=lv("Daļa").en("Share"),
    of=WORKERS,
    among=LEAVERS,
    source=ACT.point("9"),
    notes=(lv("No izstājušamies.").en("Of leavers."),),
)
RATES = RateTable(id="rates", title=SAYS, row_heading=SAYS, rates=(RATE,))
BOTH = Inequality(
    id="toy.both",
    left=("toy.grown", "toy.young"),
    relation=Relation.EQUAL,
    right=("toy.stayed",),
    source=ACT.point("7"),
    says=lv("Visi ir pieauguši vai jauni").en("Everybody is grown up or young"),
)
PART = Inequality(
    id="toy.part",
    left=("toy.grown",),
    relation=Relation.AT_MOST,
    right=("toy.stayed",),
    source=ACT.point("8"),
)
RULES = InequalityTable(
    id="rules",
    title=SAYS,
    inequalities=(BOTH, PART),
    metrics=(GROWN, YOUNG, STAYED),
    by=(GENDER,),
    notes=(lv("Par {period}").en("For {period}"),),
)
PAIRS = PairTable(
    id="pairs",
    title=SAYS,
    row_heading=SAYS,
    pairs=(Pair(one=STAYED, other=WORKERS, why=lv("Cits brīdis").en("Another moment")),),
)
GAPS = GapsTable(
    id="gaps",
    title=lv("Trūkst").en("Missing"),
    gaps=Gaps(
        id="toy.gaps",
        says=lv("Vajag fondam").en("Needed by the fund"),
        table=STAYS,
        among=ENTERED,
        fields=("gender", "found_work"),
        source=ACT.point("10"),
    ),
    most=2,
)


def form_of(*tables):
    return ReportForm(
        id="toy.fund",
        title=SAYS,
        subtitle=SAYS,
        sections=(SectionForm(id="all", title=SAYS, tables=tables),),
    )


def data_of(rows=ROWS, engine=None):
    """Rows as report data: as records, or as tables of an engine."""
    known = {"known_on": END, "fingerprint": FINGERPRINT, "records": len(rows)}
    if engine is None:
        return ReportData(on=stays(*rows), **known)
    tables = Tables.of_records(STAYS.schema, {"toy_stay": rows}, engine=engine)
    return ReportData.of_tables(tables, **known)


def filled_in(*tables, rows=ROWS, engine=None, **given):
    return form_of(*tables).filled_in(data_of(rows, engine), period=PERIOD, status_day=END, **given)


def shown(table):
    """The cells of a table by row, as values; texts in English."""
    return {
        row.id: [
            each.value.in_("en") if isinstance(each.value, Text) else each.value
            for each in row.cells
        ]
        for row in table.rows
    }


def columns(table):
    return [column.in_("en") for column in table.columns]


def the_table(report, place=0):
    return next(each for each in report.sections if each.id == "all").tables[place]


NONE = Mark.NOT_APPLICABLE


@ENGINES
def test_figures_have_their_unit_and_say_what_is_still_open(engine):
    table = the_table(filled_in(FIGURES, engine=engine))

    assert columns(table) == ["Number", "Window still open"]
    assert shown(table) == {
        "toy.stayed": [5, NONE],
        "toy.workers": [1, 1],
        "toy.providers": [8, NONE],
        "toy.middle": [Decimal("1.5"), NONE],
    }
    assert [row.cells[0].unknown for row in table.rows] == [1, 1, 2, 2]
    assert [row.heading.in_("en") for row in table.rows][2:] == [
        "Number: providers (providers)",
        "Number: middle (providers)",
    ]
    assert [note.in_("en") for note in table.notes] == [
        "By 31 December 2018.",
        "After three months.",
    ]


def test_the_median_of_nobody_does_not_apply_and_a_total_of_nobody_is_zero():
    table = the_table(filled_in(FIGURES, rows=()))

    assert shown(table)["toy.providers"][0] == 0
    assert shown(table)["toy.middle"][0] is NONE


@ENGINES
def test_metrics_are_crossed_with_codes(engine):
    table = the_table(filled_in(CROSS, engine=engine))

    assert columns(table) == [
        "Total",
        "Female",
        "Male",
        "Gender: not known",
        "Answer not known",
        "Window still open",
    ]
    assert shown(table) == {
        "toy.stayed": [5, 2, 2, 1, 1, NONE],
        "toy.grown": [3, 1, 1, 1, 2, NONE],
        "toy.workers": [1, 1, 0, 0, 1, 1],
        "toy.providers": [8, 6, 2, 0, 2, NONE],
        "toy.middle": [Decimal("1.5"), 3, 1, NONE, 2, NONE],
    }
    assert {cell.unknown for row in table.rows for cell in row.cells} == {0}


def test_who_has_no_code_has_a_column_only_where_there_is_somebody():
    everybody_known = [row for row in ROWS if isinstance(row.gender, Gender)]
    table = the_table(filled_in(attrs.evolve(CROSS, metrics=(STAYED,)), rows=everybody_known))

    assert columns(table) == ["Total", "Female", "Male", "Answer not known"]
    assert shown(table) == {"toy.stayed": [4, 2, 2, 0]}


def test_codes_without_a_column_stand_under_other_and_none_is_not_unknown():
    homeless = attrs.evolve(ROWS[0], id="s-8", house=ABSENT)
    by_house = attrs.evolve(CROSS, metrics=(STAYED,), by=HOUSE, codes=("elm",))
    table = the_table(filled_in(by_house, rows=(*ROWS, homeless)))

    assert columns(table) == [
        "Total",
        "Elm",
        "House: other",
        "House: none",
        "House: not known",
        "Answer not known",
    ]
    assert shown(table) == {"toy.stayed": [6, 2, 2, 1, 1, 1]}
    unnamed = [each.behind.unnamed for each in table.rows[0].cells]
    assert unnamed == [False, False, True, False, False, False]


@ENGINES
def test_a_rate_is_part_and_whole_and_a_share_in_percent(engine):
    table = the_table(filled_in(RATES, engine=engine))

    assert columns(table) == [
        "Number",
        "Out of",
        "Share, %",
        "Answer not known",
        "Window still open",
    ]
    assert shown(table) == {"toy.rate": [1, 3, Decimal("33.3"), 1, 1]}
    assert [note.in_("en") for note in table.notes] == ["Of leavers."]


def test_there_is_no_share_of_nobody():
    table = the_table(filled_in(RATES, rows=()))

    assert shown(table) == {"toy.rate": [0, 0, NONE, 0, 0]}


@ENGINES
def test_a_rate_is_broken_down_by_code_below_its_total(engine):
    table = the_table(filled_in(attrs.evolve(RATES, by=GENDER), engine=engine))

    assert shown(table) == {
        "toy.rate": [1, 3, Decimal("33.3"), 1, 1],
        "toy.rate/female": [1, 1, Decimal("100.0"), 0, 1],
        "toy.rate/male": [0, 1, Decimal("0.0"), 0, 0],
        "toy.rate/unknown": [0, 1, Decimal("0.0"), 1, 0],
    }
    assert [(row.heading.in_("en"), row.part_of) for row in table.rows[1:]] == [
        ("Gender: female", "toy.rate"),
        ("Gender: male", "toy.rate"),
        ("Gender: not known", "toy.rate"),
    ]


def test_a_rate_is_not_broken_down_where_of_nobody_the_code_is_known():
    rows = [attrs.evolve(row, gender=NOT_ASKED) for row in ROWS]
    table = the_table(filled_in(attrs.evolve(RATES, by=GENDER), rows=rows))

    assert [row.id for row in table.rows] == ["toy.rate"]


@pytest.mark.parametrize(
    ("workers", "leavers", "share"),
    [
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 8, "12.5"),
        (1, 16, "6.3"),
        (3, 3, "100.0"),
        (0, 3, "0.0"),
    ],
)
def test_half_of_a_tenth_of_a_percent_is_rounded_up(workers, leavers, share):
    rows = [
        attrs.evolve(ROWS[0 if place < workers else 1], id=f"s-{place:02}")
        for place in range(leavers)
    ]
    table = the_table(filled_in(RATES, rows=rows))

    assert str(table.rows[0].cells[2].value) == share


@ENGINES
def test_inequalities_are_checked_in_all_and_in_each_cell(engine):
    report = filled_in(RULES, engine=engine)
    table = the_table(report)

    assert table.compares_figures
    assert columns(table) == ["Left side", "Right side", "Kept"]
    assert shown(table) == {
        "toy.both": [4, 5, "no"],
        "toy.both/female": [1, 2, "no"],
        "toy.part": [3, 5, "yes"],
    }
    assert [(row.heading.in_("en"), row.part_of) for row in table.rows] == [
        ("Everybody is grown up or young", ""),
        ("Gender: female", "toy.both"),
        ("toy.grown ≤ toy.stayed", ""),
    ]
    assert [note.in_("en") for note in table.notes] == ["For 1 January 2018 to 31 December 2018"]


def test_a_report_with_a_broken_inequality_says_so_first():
    report = filled_in(RULES, FIGURES)

    assert report.broken
    assert [section.id for section in report.sections] == [BROKEN, "all", "assumptions"]
    assert [each.in_("en") for each in report.sections[0].paragraphs][1:] == [
        "Everybody is grown up or young: left side 4, right side 5.",
        "Everybody is grown up or young (Gender: female): left side 1, right side 2.",
    ]
    assert [each.in_("lv") for each in report.sections[0].paragraphs][2:] == [
        "Visi ir pieauguši vai jauni (Dzimums: sieviete): kreisā puse 1, labā puse 2."
    ]


def test_a_report_whose_inequalities_are_kept_says_nothing_first():
    report = filled_in(RULES, rows=ROWS[:2])

    assert not report.broken
    assert [section.id for section in report.sections] == ["all", "assumptions"]
    assert shown(the_table(report)) == {"toy.both": [2, 2, "yes"], "toy.part": [1, 2, "yes"]}


def test_a_cell_is_named_by_its_code_on_every_axis():
    rows = (
        attrs.evolve(ROWS[2], house="oak", born_on=ROWS[3].born_on),
        attrs.evolve(ROWS[3], house=ABSENT),
        attrs.evolve(ROWS[3], id="s-9", gender=Gender.MALE),
    )
    table = the_table(filled_in(attrs.evolve(RULES, by=(GENDER, HOUSE)), rows=rows))

    assert [(row.id, row.heading.in_("en")) for row in table.rows if row.part_of] == [
        ("toy.both/female/absent", "Gender: female and House: none"),
        ("toy.both/male/unknown", "Gender: male and House: not known"),
        ("toy.both/unknown/oak", "Gender: not known and House: oak"),
    ]


def test_without_axes_only_the_total_is_checked():
    table = the_table(filled_in(attrs.evolve(RULES, by=()), CROSS))

    assert shown(table) == {"toy.both": [4, 5, "no"], "toy.part": [3, 5, "yes"]}


def test_a_pair_shows_both_figures_and_why_they_differ():
    table = the_table(filled_in(PAIRS))

    assert columns(table) == ["First", "Second", "Why they differ"]
    assert shown(table) == {"toy.stayed/toy.workers": [5, 1, "Another moment"]}
    assert [row.heading.in_("en") for row in table.rows] == ["Number: stayed / Number: workers"]
    assert [cell.unknown for cell in table.rows[0].cells] == [1, 1, 0]
    assert [note.in_("en") for note in table.notes] == ["After three months."]


@ENGINES
def test_gaps_are_summed_up_by_answer_then_listed_by_subject(engine):
    report = filled_in(GAPS, engine=engine)
    by_answer, by_subject = (the_table(report, place) for place in (0, 1))

    assert (by_answer.id, by_subject.id) == ("gaps", "gaps.subjects")
    assert columns(by_answer) == [
        "Not asked",
        "Refused",
        "Not known for another reason",
        "Missing together",
    ]
    assert shown(by_answer) == {"gender": [0, 2, 0, 2], "found_work": [3, 0, 1, 4]}
    assert [row.heading.in_("en") for row in by_answer.rows] == ["gender", "found work"]
    assert [note.in_("en") for note in by_answer.notes] == [
        "Needed by the fund",
        "Answers are needed of 6; one or more are missing of 4.",
    ]
    assert by_subject.title.in_("en") == "Missing: of whom"
    assert by_subject.row_heading.in_("en") == "participation"
    assert columns(by_subject) == ["To be asked", "Refused", "Not known for another reason"]
    assert shown(by_subject) == {
        "s-3": ["found work", "gender", "none"],
        "s-4": ["none", "none", "found work: contradictory"],
    }
    assert [note.in_("en") for note in by_subject.notes] == ["2 more are not shown here."]


def test_all_who_lack_something_are_listed_where_there_is_room():
    table = the_table(filled_in(attrs.evolve(GAPS, most=4)), 1)

    assert [row.heading.in_("lv") for row in table.rows] == ["s-3", "s-4", "s-5", "s-7"]
    assert table.notes == ()


@ENGINES
def test_a_breakdown_says_what_is_still_open_where_its_metric_has_a_window(engine):
    by_gender = attrs.evolve(LEAVERS, id="toy.by-gender", by=GENDER)
    table = the_table(
        filled_in(BreakdownTable(id="b", title=SAYS, metric=by_gender, name=named), engine=engine)
    )

    assert columns(table) == ["Number", "Window still open"]
    assert shown(table) == {"female": [1, 1], "male": [1, 0], "unknown": [1, 0]}


def test_a_breakdown_is_drawn_and_other_tables_where_their_form_asks_for_it():
    by_gender = attrs.evolve(LEAVERS, id="toy.by-gender", by=GENDER)
    breakdown = BreakdownTable(id="b", title=SAYS, metric=by_gender, name=named)
    forms = (breakdown, attrs.evolve(breakdown, drawing=None), FIGURES, CROSS, RATES)
    asked = tuple(attrs.evolve(each, drawing=Drawing(column=1)) for each in forms[2:])

    assert [the_table(filled_in(each)).drawing for each in forms] == [Drawing(), *[None] * 4]
    assert {the_table(filled_in(each)).drawing for each in asked} == {Drawing(column=1)}


def test_a_report_ends_with_what_it_assumes():
    report = filled_in(CROSS)
    assumed = report.sections[-1]

    assert (assumed.id, assumed.title.in_("en")) == ("assumptions", "Assumptions")
    assert columns(assumed.tables[0]) == ["What is assumed", "By default", "Source", "How sure"]
    assert shown(assumed.tables[0]) == {
        "toy.grown-up": [
            "a grown-up is 18 or older",
            "yes",
            "Act (2016-02-09), 5",
            "our own reading",
        ],
        "toy.window": [
            "three months after leaving",
            "yes",
            "Act (2016-02-09), 6",
            "read in the text itself",
        ],
    }


def test_another_value_can_be_assumed_and_the_report_says_that_it_is_not_the_default():
    report = filled_in(CROSS, assumptions={"toy.grown-up": 16, "toy.window": 0})
    rows = shown(report.sections[-1].tables[0])

    assert rows["toy.grown-up"][:2] == ["a grown-up is 16 or older", "no"]
    assert rows["toy.window"][:2] == ["on leaving", "no"]
    assert shown(the_table(report))["toy.grown"][0] == 4


@pytest.mark.parametrize("values", [{"toy.grown-up": 15}, {"toy.window": 1}, {"toy.other": 1}])
def test_what_may_not_be_assumed_is_refused(values):
    with pytest.raises(AssumptionError):
        filled_in(CROSS, assumptions=values)


def test_the_sources_of_all_that_is_shown_are_cited_each_once():
    report = filled_in(FIGURES, RATES, RULES, GAPS, PAIRS)

    assert [source.place.in_("lv") for source in report.sources] == [
        "",
        *("9", "7", "8", "10"),
        *("5", "6"),
    ]


def test_a_form_knows_its_tables_assumptions_and_facts_tables():
    form = form_of(FIGURES, CROSS, GAPS)

    assert form.programme == ""
    assert form.tables == (FIGURES, CROSS, GAPS)
    assert [each.id for each in form.assumptions] == ["toy.grown-up", "toy.window"]
    assert form.facts_tables == (STAYS,)
    assert form_of(GAPS).facts_tables == (STAYS,)
    assert [each.id for each in form_of(GAPS).assumptions] == ["toy.window"]
    assert form_of(GAPS).metrics == ()


def test_two_assumptions_or_axes_of_one_id_do_not_stand_in_one_form():
    other = attrs.evolve(GROWN_UP, default=21)
    again = attrs.evolve(GROWN, id="toy.again", assumes=(other,))
    with pytest.raises(DeclarationError, match=r"'toy.grown-up': two have this id; rename one"):
        form_of(CROSS, attrs.evolve(FIGURES, metrics=(again,)))

    by_house = attrs.evolve(CROSS, id="again", by=attrs.evolve(HOUSE, id="gender"))
    with pytest.raises(DeclarationError, match="two axes that differ have one id: gender, gender"):
        form_of(CROSS, by_house)


def test_figures_of_several_kinds_of_subjects_stand_in_one_form():
    client = subject(ClientRow)
    clients = metric("clients", subject=ClientRow, table=None, universe=client.born_on <= END)
    caseload = Caseload.of_records(
        [Client(id="c-1", provider_id="p-1", born_on=date(1990, 1, 1))], known_on=END
    )
    both = attrs.evolve(FIGURES, metrics=(clients, STAYED))
    records = Records(
        Schema({**SCHEMA.record_types, **STAYS.schema.record_types}),
        {**caseload.records, "toy_stay": ROWS},
    )
    data = ReportData(on=records, known_on=END, fingerprint=FINGERPRINT, records=8)
    report = form_of(both, attrs.evolve(CROSS, metrics=(STAYED,))).filled_in(
        data, period=PERIOD, status_day=END
    )

    assert {key: cells[0] for key, cells in shown(the_table(report)).items()} == {
        "toy.clients": 1,
        "toy.stayed": 5,
    }
    assert [row.heading.in_("lv") for row in the_table(report).rows] == [
        "Skaits: clients",
        "Skaits: stayed",
    ]


def test_what_the_data_have_no_records_of_is_not_collected_and_not_zero():
    """A register of clients alone, and a form that also asks about stays."""
    clients = metric(
        "clients", subject=ClientRow, table=None, universe=subject(ClientRow).born_on <= END
    )
    rows = [Client(id="c-1", provider_id="p-1", born_on=date(1990, 1, 1))]
    tables = Tables.of_records(SCHEMA, {"client": rows})
    alone = Tables(tables.schema, {"client": tables.frame("client")})
    data = ReportData.of_tables(alone, known_on=END, fingerprint=FINGERPRINT, records=1)
    by_gender = BreakdownTable(
        id="b", title=SAYS, metric=attrs.evolve(LEAVERS, id="toy.g", by=GENDER), name=named
    )
    figures = attrs.evolve(FIGURES, metrics=(clients, STAYED))
    form = form_of(figures, CROSS, RATES, RULES, PAIRS, GAPS, by_gender)
    report = form.filled_in(data, period=PERIOD, status_day=END)
    none = Mark.NOT_COLLECTED

    assert [shown(table) for table in report.sections[0].tables] == [
        {"toy.clients": [1], "toy.stayed": [none]},
        dict.fromkeys((each.id for each in CROSS.metrics), [none] * 5),
        {"toy.rate": [none] * 5},
        {"toy.both": [none] * 3, "toy.part": [none] * 3},
        {"toy.stayed/toy.workers": [none, none, "Another moment"]},
        {},
        {},
    ]
    for table in report.sections[0].tables[-2:]:
        assert table.notes[-1].in_("en") == "The data tell nothing of it."
    assert not report.broken


def test_a_figure_whose_facts_table_can_be_worked_out_is_collected():
    records = ReportData.of_caseload(Caseload.of_records([], known_on=END), SCHEMA)
    report = form_of(FIGURES, GAPS).filled_in(records, period=PERIOD, status_day=END)

    assert shown(the_table(report))["toy.stayed"] == [0, NONE]
    assert shown(the_table(report, 1)) == {"gender": [0] * 4, "found_work": [0] * 4}


@pytest.mark.parametrize(("table", "named_first"), [(FIGURES, "toy_stay"), (GAPS, "toy_stay")])
def test_data_that_hold_nothing_of_a_form_are_refused(table, named_first):
    tables = Tables.of_records(SCHEMA, {})
    data = ReportData.of_tables(
        Tables(SCHEMA, {"client": tables.frame("client")}),
        known_on=END,
        fingerprint=FINGERPRINT,
        records=0,
    )

    with pytest.raises(SchemaError) as raised:
        form_of(table).filled_in(data, period=PERIOD, status_day=END)
    assert str(raised.value) == (
        f"record type '{named_first}': there is no table of it, and this report is about it"
    )


def test_a_form_without_any_table_is_filled_in_from_anything():
    report = form_of().filled_in(data_of(), period=PERIOD, status_day=END)

    assert [section.id for section in report.sections] == ["all"]


@ENGINES
def test_a_whole_form_reads_the_same_on_every_engine(engine):
    tables = (FIGURES, CROSS, RATES, RULES, PAIRS, GAPS)

    assert filled_in(*tables, engine=engine) == filled_in(*tables)
