"""Publishing a report: what the public, the funder and staff see of it."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from publishing_lab.samples import CATALOGUE, KEYS, cells_of, made
from publishing_lab.toy import (
    broken_down,
    cell,
    count,
    crossed,
    lineage_of,
    metric,
    people,
    report,
    table,
)

from inclusion_core import Language
from inclusion_core.disclosure.threshold import THRESHOLD, Threshold
from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import NoCode
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.merging import OTHERS_ID
from inclusion_core.publishing.published import published
from inclusion_core.publishing.saying import REFUSED, WITHHELD
from inclusion_core.publishing.standing import Few
from inclusion_core.publishing.telling import told_in
from inclusion_core.reports.behind import STATED, Count, Derived, Shows
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.report import BROKEN, Cell, Mark, Section
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv

HIDDEN = Mark.SUPPRESSED
TEN = Threshold()


def public(lineage, *tables, threshold=TEN, audience=Audience.PUBLIC, **more):
    return published(report(*tables), lineage, audience, threshold=threshold, **more)


def values(made_public, key):
    """The values of a table, by row."""
    (found,) = (
        each for section in made_public.sections for each in section.tables if each.id == key
    )
    return {row.id: [cell.value for cell in row.cells] for row in found.rows}


def table_of(made_public, key):
    tables = [each for section in made_public.sections for each in section.tables]
    return next(each for each in tables if each.id == key)


def said(made_public):
    return " ".join(each.in_("en") for each in made_public.sections[-1].paragraphs)


# For whom.


def test_staff_see_the_report_as_it_is():
    lineage = lineage_of([metric("all")], people(3, "all"))
    given = report(table("t", [("all", [cell(lineage, count("all"))])]))

    assert published(given, lineage, Audience.STAFF, threshold=TEN) is given


def test_the_funder_sees_all_of_it_for_a_reason_that_the_report_says():
    lineage = lineage_of([metric("all")], people(3, "all"))
    given = table("t", [("all", [cell(lineage, count("all"))])])

    shown = public(lineage, given, audience=Audience.FUNDER, unprotected=" contract, 7.1 ")

    assert values(shown, "t") == {"all": [3]}
    assert shown.notes[-1].in_("en") == (
        "For the funder; nothing is hidden. The reason: contract, 7.1"
    )
    assert "contract, 7.1" in shown.notes[-1].in_("lv")


def test_the_funder_sees_a_protected_report_where_nobody_gives_a_reason():
    lineage = lineage_of([metric("all")], people(3, "all"))
    given = table("t", [("all", [cell(lineage, count("all"))])])

    shown = public(lineage, given, audience=Audience.FUNDER)

    assert values(shown, "t") == {"all": [HIDDEN]}
    assert "for the funder" in said(shown)


def test_nobody_else_is_given_a_report_unprotected():
    lineage = lineage_of([metric("all")], people(3, "all"))

    with pytest.raises(DeclarationError, match="only the report for the funder"):
        public(lineage, unprotected="because")


# One number.


def test_a_number_of_few_is_hidden_and_zero_is_shown():
    lineage = lineage_of(
        [metric("few"), metric("none"), metric("many")],
        [*people(3, "few"), *people(12, "many none? few!")],
    )
    keys = ("few", "none", "many")
    rows = [
        (key, [cell(lineage, count(key)), cell(lineage, count(key, Shows.OPEN))]) for key in keys
    ]

    shown = public(lineage, table("t", rows, ("Number", "Open")))

    assert values(shown, "t") == {"few": [HIDDEN, 12], "none": [0, 0], "many": [12, 0]}
    assert [each.unknown for each in cells_of(shown)[:6]] == [0, 0, 12, 0, 0, 0]


def test_how_many_more_there_may_be_is_hidden_where_they_are_few():
    lineage = lineage_of([metric("all")], [*people(30, "all"), *people(2, "all?")])

    (shown, *_) = cells_of(public(lineage, table("t", [("all", [cell(lineage, count("all"))])])))

    assert (shown.value, shown.unknown) == (30, HIDDEN)


def test_what_is_not_about_clients_is_shown():
    lineage = lineage_of([metric("mentors")], people(3, "mentors"), about_clients=False)

    shown = public(lineage, table("t", [("mentors", [cell(lineage, count("mentors"))])]))

    assert values(shown, "t") == {"mentors": [3]}
    assert "No number of any table is hidden." in said(shown)


def test_the_median_of_few_is_hidden_and_nobody_has_none():
    lineage = lineage_of(
        [metric("m", measure=Measure.MEDIAN)],
        [*people(12, "m", sex="f", amount=4), *people(3, "m", sex="m", amount=9)],
    )
    counts = [count("m"), count("m", sex="f"), count("m", sex="m"), count("m", sex="x")]

    shown = public(lineage, table("t", [("m", [cell(lineage, each) for each in counts])], "abcd"))

    assert values(shown, "t") == {"m": [4, 4, HIDDEN, Mark.NOT_APPLICABLE]}


def test_amounts_are_hidden_by_the_persons_behind_them():
    lineage = lineage_of(
        [metric("hours", measure=Measure.TOTAL)],
        [
            *people(20, "hours", sex="f", amount=5),
            *people(2, "hours", sex="m", amount=400),
            *people(30, "hours", sex="x", amount=30),
        ],
    )

    shown = public(lineage, crossed(lineage, "t", ["hours"], "sex", ["f", "m", "x"]))

    assert values(shown, "t") == {"hours": [1800, HIDDEN, HIDDEN, 900, 0]}


def test_amounts_one_of_which_is_below_zero_are_hidden():
    lineage = lineage_of(
        [metric("change", measure=Measure.TOTAL)],
        [*people(20, "change", sex="f", amount=-5), *people(30, "change", sex="m", amount=4)],
    )

    shown = public(lineage, crossed(lineage, "t", ["change"], "sex", ["f", "m"]))

    assert values(shown, "t") == {"change": [HIDDEN, HIDDEN, HIDDEN, 0]}


def test_a_whole_amount_below_zero_is_hidden():
    lineage = lineage_of([metric("change", measure=Measure.TOTAL)], people(20, "change", amount=-5))

    shown = public(lineage, table("t", [("change", [cell(lineage, count("change"))])]))

    assert values(shown, "t") == {"change": [HIDDEN]}


# Of which nobody says what they are.


def test_a_table_with_a_number_of_which_nobody_says_what_it_counts_is_withheld():
    lineage = lineage_of([metric("all")], people(30, "all"))
    given = table(
        "t",
        [("all", [cell(lineage, count("all"))]), ("other", [Cell(value=4)])],
        notes=(Text.same("Of 4 an answer is missing."),),
    )

    shown = public(lineage, given)

    assert values(shown, "t") == {}
    assert table_of(shown, "t").notes == (WITHHELD,)
    assert "without rows: T." in said(shown)


@pytest.mark.parametrize(
    "wrong",
    [
        Cell(value=30, behind=count("unheard-of")),
        Cell(value=30, behind=count("all", height="tall")),
        Cell(value=31, behind=count("all")),
        Cell(value=30, behind=Derived(of=(count("unheard-of"),))),
        Cell(value=Decimal("1.5"), behind=Derived(of=(count("all", height="tall"),))),
    ],
)
def test_a_number_that_its_lineage_does_not_bear_out_is_hidden(wrong):
    lineage = lineage_of([metric("all")], people(30, "all"))

    assert values(public(lineage, table("t", [("r", [wrong])])), "t") == {"r": [HIDDEN]}


def test_more_that_its_lineage_does_not_bear_out_is_hidden():
    lineage = lineage_of([metric("all")], [*people(30, "all"), *people(20, "all?")])
    cells = [
        Cell(value=30, unknown=7, behind=count("all")),
        Cell(value=20, unknown=7, behind=count("all", Shows.UNKNOWN)),
        Cell(value=Text.same("words"), unknown=3),
        Cell(value=30, behind=count("all")),
    ]

    shown = cells_of(public(lineage, table("t", [("r", cells)], "abcd")))

    assert [each.value for each in shown[:4]] == [30, 20, Text.same("words"), 30]
    assert [each.unknown for each in shown[:4]] == [HIDDEN, HIDDEN, HIDDEN, 0]


def test_what_somebody_wrote_down_is_shown():
    lineage = lineage_of([metric("all")], people(3, "all"))
    cells = [Cell(value=5, unknown=1, behind=STATED), Cell(value=date(2018, 1, 1), behind=STATED)]

    shown = public(lineage, table("t", [("r", cells)], "ab"))

    assert table_of(shown, "t").rows[0].cells == tuple(cells)


# What is worked out.


def test_shares_and_judgements_are_hidden_with_what_they_are_made_of():
    lineage = lineage_of([metric("all"), metric("part", "all")], people(30, "all"))
    lineage = lineage_of(
        [metric("all"), metric("part", "all")], [*people(26, "all"), *people(4, "all part")]
    )
    both = Derived(of=(count("part"), count("all")))
    one = Derived(of=(count("all"),))
    cells = [
        cell(lineage, count("part")),
        cell(lineage, count("all")),
        Cell(value=Decimal("13.3"), behind=both),
        Cell(value=Text.same("yes"), behind=both),
        Cell(value=Text.same("yes"), behind=one),
        Cell(value=30, unknown=0, behind=one),
    ]

    shown = public(lineage, table("t", [("r", cells)], "abcdef"))

    assert values(shown, "t") == {"r": [HIDDEN, 30, HIDDEN, HIDDEN, HIDDEN, HIDDEN]}


def test_a_number_that_differs_by_few_from_what_it_is_made_of_is_hidden_with_its_share():
    lineage = lineage_of([metric("all")], [*people(30, "all"), *people(20, "all?")])
    of = Derived(of=(count("all"),))
    cells = [
        Cell(value=28, behind=of),
        Cell(value=Decimal("50.0"), behind=of),
        Cell(value=60, unknown=20, behind=Derived(of=(count("all"),))),
    ]

    def shown(*chosen):
        rows = [("r", [cell(lineage, count("all")), *chosen])]
        return table_of(public(lineage, table("t", rows, "abc"[: 1 + len(chosen)])), "t").rows[0]

    assert [each.value for each in shown(*cells[:2]).cells] == [30, HIDDEN, HIDDEN]
    alone = shown(cells[2])
    assert [(each.value, each.unknown) for each in alone.cells] == [(30, 20), (60, 20)]


def test_more_beside_a_hidden_number_that_is_worked_out_is_hidden():
    lineage = lineage_of([metric("all")], [*people(3, "all"), *people(20, "all?")])
    cells = [Cell(value=90, unknown=20, behind=Derived(of=(count("all"),)))]

    (shown,) = table_of(public(lineage, table("t", [("r", cells)])), "t").rows[0].cells

    assert (shown.value, shown.unknown) == (HIDDEN, HIDDEN)


# Rows and columns.


def test_one_hidden_number_of_a_total_is_not_alone():
    lineage = lineage_of(
        [metric("all")],
        [*people(3, "all", sex="f"), *people(14, "all", sex="m"), *people(40, "all", sex="x")],
    )

    shown = public(lineage, crossed(lineage, "t", ["all"], "sex", ["f", "m", "x"]))

    assert values(shown, "t") == {"all": [57, HIDDEN, HIDDEN, 40, 0]}


def test_who_has_none_of_the_codes_that_are_shown_is_not_worked_out():
    lineage = lineage_of(
        [metric("all")],
        [*people(3, "all", sex="f"), *people(14, "all", sex="m"), *people(40, "all", sex="x")],
    )

    shown = public(lineage, crossed(lineage, "t", ["all"], "sex", ["m", "x"]))

    assert values(shown, "t") == {"all": [57, HIDDEN, 40, 0]}


def test_a_hidden_number_is_hidden_in_all_its_codes_zeros_too():
    lineage = lineage_of([metric("all")], people(4, "all", sex="f"))
    given = crossed(lineage, "t", ["all"], "sex", ["f", "m"])

    assert values(public(lineage, given), "t") == {"all": [HIDDEN, HIDDEN, HIDDEN, 0]}


def test_the_rest_of_a_whole_is_not_worked_out_from_a_part():
    lineage = lineage_of(
        [metric("children"), metric("school", "children")],
        [*people(11, "children school"), *people(7, "children")],
    )
    rows = [(key, [cell(lineage, count(key))]) for key in ("children", "school")]

    shown = public(lineage, table("t", rows))

    assert values(shown, "t") == {"children": [18], "school": [HIDDEN]}


def test_parts_that_make_a_whole_are_hidden_by_twos():
    metrics = [metric("all"), *(metric(key, "all") for key in ("work", "none", "study"))]
    lineage = lineage_of(
        metrics, [*people(30, "all work"), *people(20, "all none"), *people(2, "all study")]
    )
    rows = [(each.id, [cell(lineage, count(each.id))]) for each in metrics]

    shown = public(lineage, table("t", rows))

    found = values(shown, "t")
    assert (found["all"], found["study"]) == ([52], [HIDDEN])
    assert [found["work"], found["none"]].count([HIDDEN]) == 1


def test_parts_are_protected_in_the_columns_of_their_whole():
    metrics = [metric("all"), metric("work", "all"), metric("none", "all")]
    lineage = lineage_of(
        metrics,
        [
            *people(40, "all work", sex="f"),
            *people(3, "all none", sex="f"),
            *people(20, "all work", sex="m"),
            *people(30, "all none", sex="m"),
        ],
    )

    shown = public(lineage, crossed(lineage, "t", ["all", "work", "none"], "sex", ["f", "m"]))

    assert values(shown, "t") == {
        "all": [93, 43, 50, 0],
        "work": [60, HIDDEN, HIDDEN, 0],
        "none": [33, HIDDEN, HIDDEN, 0],
    }


def test_parts_that_come_to_more_than_their_whole_in_a_column_are_hidden():
    metrics = [metric("all"), metric("work", "all", by="school"), metric("none", "all")]
    lineage = lineage_of(metrics, [*people(40, "all work"), *people(30, "all none")])
    first = lineage._listings["work"]
    moved = [attrs.evolve(each, codes={**each.codes, "sex": "f"}) for each in first.subjects]
    lineage._listings["work"] = attrs.evolve(first, subjects=tuple(moved))

    shown = public(lineage, crossed(lineage, "t", ["all", "work", "none"], "sex", ["f"]))

    assert values(shown, "t")["work"][0] is HIDDEN
    assert values(shown, "t")["all"][0] == 70


def test_a_part_with_an_axis_of_its_own_is_protected_on_it():
    lineage = lineage_of(
        [metric("all"), metric("part", "all")],
        [
            *people(20, "all part", sex="f"),
            *people(2, "all part", sex="m"),
            *people(25, "all part", sex="x"),
            *people(30, "all", sex="m"),
        ],
    )
    del lineage.axes["all"]
    rows = [(key, [cell(lineage, count(key))]) for key in ("all", "part")]
    given = crossed(lineage, "u", ["part"], "sex", ["f", "m", "x"])

    shown = public(lineage, table("t", rows), given)

    assert values(shown, "t") == {"all": [77], "part": [47]}
    assert values(shown, "u") == {"part": [47, HIDDEN, HIDDEN, 25, 0]}


def test_what_two_kinds_of_parts_share_is_shown_whole_or_not_at_all():
    metrics = [
        metric("all"),
        metric("legal", "all"),
        metric("other", "all"),
        metric("old", "all"),
        metric("legal.old", "legal"),
    ]
    rows = [each.id for each in metrics]

    def shown(few):
        lineage = lineage_of(
            metrics,
            [
                *people(30, "all legal old legal.old"),
                *people(40, "all legal"),
                *people(20, "all other old"),
                *people(20, "all other"),
                *people(few, "all"),
            ],
        )
        return public(lineage, table("t", [(key, [cell(lineage, count(key))]) for key in rows]))

    assert values(shown(0), "t")["legal.old"] == [30]
    assert values(shown(3), "t")["legal.old"] == [HIDDEN]
    assert REFUSED in table_of(shown(3), "t").notes


def test_the_whole_of_a_part_is_the_next_one_that_is_shown():
    metrics = [
        metric("all"),
        metric("middle", "all"),
        metric("part", "middle"),
        metric("odd", "odd"),
    ]
    lineage = lineage_of(
        metrics, [*people(18, "all middle odd"), *people(11, "all middle part odd")]
    )
    rows = [(key, [cell(lineage, count(key))]) for key in ("all", "part", "odd")]

    shown = public(lineage, table("t", rows), threshold=Threshold(persons=19, households=5))

    assert values(shown, "t") == {"all": [29], "part": [HIDDEN], "odd": [29]}


# Two axes, and three.


def two_axes(lineage, key="all"):
    rows = [
        (f"{sex}", [cell(lineage, count(key, sex=sex, region=region)) for region in ("n", "s")])
        for sex in ("f", "m")
    ]
    totals = [(key, [cell(lineage, count(key)), cell(lineage, count(key, region="n"))])]
    by_sex = [(f"all {sex}", [cell(lineage, count(key, sex=sex))] * 2) for sex in ("f", "m")]
    return table("t", [*totals, *by_sex, *rows], "ab")


WORLD = [
    *people(3, "all part", sex="f", region="n"),
    *people(30, "all part", sex="f", region="s"),
    *people(40, "all part", sex="m", region="n"),
    *people(50, "all part", sex="m", region="s"),
]


def test_a_table_of_two_axes_is_protected_between_its_margins():
    lineage = lineage_of([metric("all")], WORLD)

    shown = values(public(lineage, two_axes(lineage)), "t")

    assert shown["all"] == [123, 43]
    assert shown["f"] == shown["m"] == [HIDDEN, HIDDEN]


def test_a_table_of_two_axes_without_small_numbers_is_shown():
    lineage = lineage_of([metric("all")], WORLD)
    few = Threshold(persons=2, households=2, because="a test")

    shown = values(public(lineage, two_axes(lineage), threshold=few), "t")

    assert (shown["f"], shown["m"]) == ([3, 30], [40, 50])


@pytest.mark.parametrize(("persons", "inner"), [(10, HIDDEN), (2, 50)])
def test_a_part_by_two_axes_is_shown_whole_or_not_at_all(persons, inner):
    lineage = lineage_of([metric("all"), metric("part", "all")], WORLD)
    whole = table("u", [("all", [cell(lineage, count("all"))])])
    threshold = Threshold(persons=persons, households=persons, because="a test")

    shown = values(public(lineage, whole, two_axes(lineage, "part"), threshold=threshold), "t")

    assert shown["m"][1] is inner or shown["m"][1] == inner


@pytest.mark.parametrize(("few", "inner"), [(3, HIDDEN), (20, 50)])
def test_two_axes_whose_codes_do_not_make_up_their_margins_are_shown_whole_or_not_at_all(
    few, inner
):
    world = [*people(few, "all", sex="f", region="n"), *WORLD[3:], *people(15, "all", sex="f")]
    lineage = lineage_of([metric("all")], world)

    shown = values(public(lineage, two_axes(lineage)), "t")

    assert shown["m"][1] is inner or shown["m"][1] == inner


@pytest.mark.parametrize("sex", ["x", NoCode.ABSENT])
def test_a_total_that_two_axes_do_not_make_up_does_not_stand_in_their_table(sex):
    lineage = lineage_of([metric("all")], [*WORLD, *people(15, "all", sex=sex, region="w")])

    shown = values(public(lineage, two_axes(lineage)), "t")

    assert shown["f"] == shown["m"] == [HIDDEN, HIDDEN]


def test_a_table_of_two_axes_of_which_too_much_is_known_is_not_shown():
    lineage = lineage_of(
        [metric("all", measure=Measure.TOTAL)],
        [
            *people(2, "all", sex="f", region="n", amount=250),
            *people(20, "all", sex="f", region="s", amount=10),
            *people(20, "all", sex="m", region="n", amount=10),
            *people(20, "all", sex="m", region="s", amount=1),
        ],
    )

    shown = values(public(lineage, two_axes(lineage)), "t")

    assert shown["f"] == shown["m"] == [HIDDEN, HIDDEN]
    assert shown["all"] == [920, 700]


def test_a_report_without_the_metric_of_a_row_knows_of_nothing_beside():
    lineage = lineage_of([metric("all")], people(30, "all"))
    stray = Cell(value=3, behind=count("unheard-of", Shows.UNKNOWN))
    rows = [("all", [cell(lineage, count("all")), stray])]

    assert values(public(lineage, table("t", rows, "ab")), "t") == {"all": [30, HIDDEN]}


@pytest.mark.parametrize("number", [0, 1, 9, 10])
def test_who_only_follows_from_others_is_judged_as_whoever_is_shown(number):
    lineage = lineage_of([metric("all")], people(number, "all"))
    few = Few(lineage, THRESHOLD)

    assert few.are_few("all", lineage.members(count("all"))) is few.is_small(count("all"))
    assert few.is_small(count("all")) is (number in (1, 9))


def test_three_axes_are_refused_with_a_word():
    lineage = lineage_of([metric("all")], people(99, "all", sex="f", region="n", school="a"))
    of = count("all", sex="f", region="n", school="a")

    shown = public(lineage, table("t", [("all", [cell(lineage, of)])]))

    assert values(shown, "t") == {"all": [HIDDEN]}
    assert table_of(shown, "t").notes == (REFUSED,)


def test_codes_that_are_taken_together_in_two_ways_are_refused():
    lineage = lineage_of(
        [metric("all")],
        [*people(30, "all", sex="f"), *people(20, "all", sex="m"), *people(40, "all", sex="x")],
    )
    first = crossed(lineage, "t", ["all"], "sex", ["f", "m x"])
    second = crossed(lineage, "u", ["all"], "sex", ["f m", "f"])

    shown = public(lineage, first, second)

    assert values(shown, "t") == {"all": [90, 30, 60, 0]}
    assert values(shown, "u") == {"all": [90, HIDDEN, 30, 0]}


# Codes of few.


def countries(*numbers, code="abcdefghij", key="all"):
    return [
        person
        for number, country in zip(numbers, code, strict=False)
        for person in people(number, key, region=country)
    ]


def test_codes_of_few_are_taken_together_with_the_next_smallest_and_not_named():
    lineage = lineage_of([metric("all")], countries(30, 12, 20, 2, 1))

    shown = public(lineage, broken_down(lineage, "t", "all", "region"))

    assert values(shown, "t") == {"a": [30], "c": [20], OTHERS_ID: [15]}
    assert table_of(shown, "t").rows[-1].cells[0].behind == count("all", region="*")
    assert "not named: T." in said(shown)


def test_a_code_that_nobody_surely_has_is_not_named_either():
    lineage = lineage_of([metric("all")], [*countries(30, 12, 20), *people(15, "all?", region="d")])

    shown = table_of(public(lineage, broken_down(lineage, "t", "all", "region")), "t")

    assert [row.id for row in shown.rows] == ["a", "c", OTHERS_ID]
    assert (shown.rows[-1].cells[0].value, shown.rows[-1].cells[0].unknown) == (12, 15)


def test_who_has_no_code_is_taken_together_with_the_others_where_they_are_few():
    lineage = lineage_of([metric("all")], [*countries(30, 12), *people(2, "all")])

    shown = public(lineage, broken_down(lineage, "t", "all", "region"))

    assert values(shown, "t") == {"a": [30], OTHERS_ID: [14]}


def test_a_large_group_of_no_code_keeps_its_row():
    lineage = lineage_of(
        [metric("all")], [*countries(30, 12), *people(20, "all", region=NoCode.UNKNOWN)]
    )

    shown = public(lineage, broken_down(lineage, "t", "all", "region"))

    assert values(shown, "t") == {"a": [30], "unknown": [20], "b": [12]}


def test_a_table_in_which_all_codes_are_of_few_is_withheld():
    lineage = lineage_of([metric("all")], countries(3, 4, 2))

    shown = public(lineage, broken_down(lineage, "t", "all", "region"))

    assert values(shown, "t") == {}
    assert table_of(shown, "t").notes == (WITHHELD,)


def test_columns_beside_the_figure_are_taken_together_too():
    lineage = lineage_of(
        [metric("all", measure=Measure.MEDIAN)],
        [{**person, "amount": place} for place, person in enumerate(countries(30, 20, 3, 9))],
    )
    rows = [
        (
            code,
            [
                cell(lineage, count("all", region=code)),
                cell(lineage, count("all", Shows.OPEN, region=code)),
                Cell(value=Text.same("words")),
                cell(lineage, count("all", school="s", region=code)),
            ],
        )
        for code in "abcd"
    ]

    shown = public(lineage, table("t", rows, "pqrs"))

    assert values(shown, "t")[OTHERS_ID] == [
        Decimal("55.5"),
        0,
        Mark.NOT_APPLICABLE,
        HIDDEN,
    ]


def test_what_is_not_about_clients_keeps_its_codes():
    lineage = lineage_of([metric("all")], countries(3, 4, 2), about_clients=False)

    shown = public(lineage, broken_down(lineage, "t", "all", "region"))

    assert len(values(shown, "t")) == 3


def test_rows_of_two_metrics_are_not_taken_together():
    lineage = lineage_of([metric("all"), metric("both")], countries(30, 3, key="all both"))
    rows = [
        ("a", [cell(lineage, count("all", region="a"))]),
        ("b", [cell(lineage, count("both", region="b"))]),
    ]

    assert values(public(lineage, table("t", rows)), "t") == {"a": [30], "b": [HIDDEN]}


def test_hidden_codes_do_not_stand_in_the_order_of_their_numbers():
    lineage = lineage_of([metric("all")], countries(40, 30, 20, 12))
    hours = [("d", 40), ("c", 35), ("b", 30), ("a", 20)]
    world = [p for code, number in hours for p in people(number, "all?", region=code)]
    lineage = lineage_of([metric("all")], [*countries(40, 30, 20, 12), *world])
    given = broken_down(lineage, "t", "all", "region")
    forgotten = given.rows[1].cells[0]
    wrong = attrs.evolve(
        given,
        rows=(
            given.rows[0],
            attrs.evolve(given.rows[1], cells=(attrs.evolve(forgotten, value=31),)),
            *given.rows[2:],
        ),
    )

    assert list(values(public(lineage, wrong), "t")) == ["a", "c", "d", "b"]


@pytest.mark.parametrize(("numbers", "shown"), [((30, 12, 5, 4, 6), 5), ((30, 3, 3, 2, 2), HIDDEN)])
def test_the_number_of_codes_is_shown_if_it_does_not_tell_of_the_unnamed_ones(numbers, shown):
    metrics = [metric("all"), metric("codes", by="region", measure=Measure.DIFFERENT_CODES)]
    lineage = lineage_of(metrics, countries(*numbers, key="all codes"))
    several = table("u", [("codes", [cell(lineage, count("codes"))])])

    made_public = public(lineage, broken_down(lineage, "t", "all", "region"), several)

    assert values(made_public, "u") == {"codes": [shown]}


def test_of_how_many_the_code_is_not_known_is_not_told_beside_the_number_of_codes():
    lineage = lineage_of(
        [metric("codes", by="region", measure=Measure.DIFFERENT_CODES)],
        [*countries(30, 20, key="codes"), *people(12, "codes?")],
    )

    made_public = public(lineage, table("t", [("codes", [cell(lineage, count("codes"))])]))

    assert [(each.value, each.unknown) for each in cells_of(made_public)[:1]] == [(2, HIDDEN)]


def test_codes_of_a_column_of_others_are_not_named():
    lineage = lineage_of([metric("all")], countries(30, 12, 20))
    given = crossed(lineage, "t", ["all"], "region", ["a", "b", "c"])
    row = given.rows[0]
    cells = list(row.cells)
    cells[2] = attrs.evolve(cells[2], behind=attrs.evolve(cells[2].behind, unnamed=True))
    given = attrs.evolve(given, rows=(attrs.evolve(row, cells=tuple(cells)),))

    row = table_of(public(lineage, given), "t").rows[0]

    assert row.cells[2].behind == count("all", region="*")
    assert row.cells[3].behind == count("all", region="c")


def test_a_row_that_is_there_for_one_code_of_few_is_left_out():
    lineage = lineage_of([metric("all")], countries(30, 20, 3, 15))
    rate = [("all", [cell(lineage, count("all")), Cell(value=Mark.NOT_APPLICABLE)])]
    rate += [
        (
            f"all/{code}",
            [
                cell(lineage, count("all", region=code)),
                Cell(value=Decimal("1.5"), behind=Derived(of=(count("all", region=code),))),
            ],
            "all",
        )
        for code in "abcd"
    ]
    stated = [
        (key, [*cells[:1], Cell(value=9, behind=STATED)], *above) for key, cells, *above in rate
    ]

    assert list(values(public(lineage, table("t", rate, "ab")), "t")) == ["all", "all/a", "all/b"]
    assert len(values(public(lineage, table("t", stated, "ab")), "t")) == 5


# What is said.


def test_tables_of_single_persons_and_of_checks_are_left_out():
    lineage = lineage_of([metric("all")], people(30, "all"))
    listed = table("who", [("c-1", [Cell(value=Text.same("yes"))])], lists_persons=True)
    checks = attrs.evolve(
        table("checks", [("r", [cell(lineage, count("all"))] * 3)], "abc"),
        compares_figures=True,
    )
    kept = table("t", [("all", [cell(lineage, count("all"))])])
    given = report(kept)
    given = attrs.evolve(
        given,
        sections=(
            Section(
                id=BROKEN,
                title=Text.same("Broken"),
                paragraphs=(Text.same("Mend."), Text.same("Left side 3, right side 2.")),
            ),
            *given.sections,
            Section(id="more", title=Text.same("More"), tables=(listed, checks)),
        ),
    )

    shown = published(given, lineage, Audience.PUBLIC, threshold=TEN)

    assert [section.id for section in shown.sections] == [BROKEN, "all", "disclosure"]
    assert shown.sections[0].paragraphs == (Text.same("Mend."),)
    assert not shown.lists_persons
    assert "checks of the figures): Who and Checks." in said(shown)


def test_a_report_says_by_which_threshold_it_hides_and_why():
    lineage = lineage_of([metric("all")], people(3, "all"))
    source = Source(lv("Rokasgrāmata {{1}}").en("Handbook {{1}}"), issued=date(2018, 1, 1))
    given = table("t", [("all", [cell(lineage, count("all"))])])
    low = Threshold(persons=4, households=3, because="small islands", source=source)

    shown = public(lineage, given, threshold=low)

    assert "4 persons of at least 3 households" in said(shown)
    assert "small islands" in said(shown)
    assert "Handbook {1}" in said(shown)
    assert values(shown, "disclosure") == {"t": [1]}
    assert shown.provenance.records is HIDDEN


def test_nothing_of_a_published_report_holds_a_number_that_it_hides():
    lineage = lineage_of(
        [metric("hours", measure=Measure.TOTAL)],
        [
            *people(2, "hours", region="a", amount=48611),
            *people(30, "hours", region="b", amount=3571),
            *people(30, "hours", region="c", amount=5003),
        ],
    )
    shown = public(lineage, crossed(lineage, "t", ["hours"], "region", ["a", "b", "c"]))
    hidden = [number for number in ("97222", "107130") if number not in str(values(shown, "t"))]

    formats = [each for each in CATALOGUE.formats if not each.binary]
    documents = [repr(shown), str(shown), str(attrs.asdict(shown))]
    documents += [each.render(shown, Language.EN).decode() for each in formats]

    assert hidden == ["97222", "107130"]
    for document in documents:
        for separator in ("", ",", " ", "\N{NO-BREAK SPACE}"):
            assert f"97{separator}222" not in document
            assert f"107{separator}130" not in document


# The reports of all plugins.


@pytest.mark.parametrize("key", KEYS)
def test_no_number_of_few_stands_in_a_published_report_of_any_plugin(key):
    _, lineage, shown = made(key)
    few = Few(lineage, CATALOGUE.report(key).threshold)

    told = [count for each in shown.sections for t in each.tables for count in told_in(t, few)]
    hidden = {
        few.normal(each.behind)
        for each in cells_of(shown)
        if each.value is HIDDEN and isinstance(each.behind, Count)
    }

    assert not shown.lists_persons
    for count_told in set(told) - hidden:
        unknown = count_told.shows is Shows.UNKNOWN
        assert (
            unknown or not few.is_small(count_told) or not few.is_about_clients(count_told.metric)
        )


@pytest.mark.parametrize("key", KEYS)
def test_a_published_report_of_any_plugin_is_read_back(key):
    _, _, shown = made(key)

    assert report_from_json(CATALOGUE.formats["json"].render(shown, Language.EN)) == shown
