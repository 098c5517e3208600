"""A report that is published after another does not tell of few persons by the difference."""

from datetime import date

import pytest
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

from inclusion_core.disclosure.threshold import Threshold
from inclusion_core.metrics.metric import Measure
from inclusion_core.periods import Period
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.merging import OTHERS_ID
from inclusion_core.publishing.published import published
from inclusion_core.publishing.releases.ledger import Releases
from inclusion_core.publishing.releases.release import HIDDEN, Number, Release
from inclusion_core.publishing.releases.told import numbers_of
from inclusion_core.reports.behind import Shows
from inclusion_core.reports.report import Mark

YEAR = Period(date(2018, 1, 1), date(2018, 12, 31))
GONE = Mark.SUPPRESSED
ALL = metric("all")


def released(numbers, key="first"):
    return Release(
        id=key,
        day=date(2018, 7, 1),
        form="toy.report",
        period=YEAR,
        document="0" * 64,
        numbers=numbers,
    )


def public(lineage, *tables, before=()):
    releases = Releases(entries=before) if before else None
    return published(
        report(*tables),
        lineage,
        Audience.PUBLIC,
        threshold=Threshold(),
        earlier=None if releases is None else releases.earlier(lineage.metrics.values(), YEAR),
    )


def row_of(shown, table=0):
    return [each.value for each in shown.sections[0].tables[table].rows[0].cells]


def by_sex(world, metrics=(ALL,)):
    lineage = lineage_of(metrics, world)
    return lineage, crossed(lineage, "t", [each.id for each in metrics], "sex", ["f", "m", "x"])


def sexes(women, men, others=30):
    return [
        *people(women, "all", sex="f"),
        *people(men, "all", sex="m"),
        *people(others, "all", sex="x"),
    ]


def test_without_an_earlier_release_large_numbers_are_shown():
    lineage, given = by_sex(sexes(21, 40))

    assert row_of(public(lineage, given)) == [91, 21, 40, 30, 0]


def test_numbers_that_moved_by_few_are_hidden_and_cannot_be_worked_out():
    first = released(numbers_of(public(*by_sex(sexes(20, 40)))))
    lineage, given = by_sex(sexes(22, 60))

    shown = public(lineage, given, before=(first,))

    assert row_of(shown)[:3] == [112, GONE, GONE]
    assert "published before" in " ".join(each.in_("en") for each in shown.sections[-1].paragraphs)


def test_what_was_hidden_stays_hidden():
    first = released(numbers_of(public(*by_sex(sexes(3, 40)))))
    lineage, given = by_sex(sexes(25, 60, 50))

    shown = row_of(public(lineage, given, before=(first,)))

    assert shown[1] is GONE
    assert shown.count(GONE) >= 2


def test_a_release_that_says_nothing_of_it_changes_nothing():
    first = released([Number(count=count("other"), value=4)])
    lineage, given = by_sex(sexes(21, 40))

    assert row_of(public(lineage, given, before=(first,))) == [91, 21, 40, 30, 0]


def test_a_release_that_contradicts_itself_lets_nothing_be_shown():
    numbers = [("f", 50), ("m", 50), ("x", 50)]
    first = released(
        [
            Number(count=count("all"), value=10),
            *(Number(count=count("all", sex=code), value=each) for code, each in numbers),
        ]
    )
    lineage, given = by_sex(sexes(200, 300, 400))

    assert row_of(public(lineage, given, before=(first,))) == [GONE, GONE, GONE, GONE, 0]


def test_amounts_below_zero_are_hidden_whatever_was_said():
    balance = metric("all", measure=Measure.TOTAL)
    lineage = lineage_of([balance], people(20, "all", amount=-5))
    first = released([Number(count=count("all"), value=50)])
    given = table("t", [("all", [cell(lineage, count("all"))])])

    assert row_of(public(lineage, given, before=(first,))) == [GONE]


def test_what_is_not_about_clients_may_move():
    lineage = lineage_of([ALL], people(12, "all"), about_clients=False)
    first = released([Number(count=count("all"), value=11)])
    given = table("t", [("all", [cell(lineage, count("all"))])])

    assert row_of(public(lineage, given, before=(first,))) == [12]


def test_several_releases_are_all_held_against_a_new_one():
    lineage, given = by_sex(sexes(50, 60))
    total = count("all", Shows.FIGURE)
    second = released([Number(count=count("all", sex="f"), value=HIDDEN)], "second")
    first = released([Number(count=total, value=131)])

    shown = row_of(public(lineage, given, before=(first, second)))

    assert shown[0] is GONE
    assert shown[1] is GONE


def countries(*numbers):
    return [
        person
        for number, code in zip(numbers, "abcde", strict=False)
        for person in people(number, "all", region=code)
    ]


@pytest.mark.parametrize(
    ("numbers", "rows"),
    [
        ((60, 50, 40, 30), ["a", "b", OTHERS_ID]),
        ((60, 50, 40), ["a", "b", OTHERS_ID]),
    ],
)
def test_codes_that_were_not_named_before_are_not_named_now(numbers, rows):
    before = lineage_of([ALL], countries(30, 20, 8, 7))
    first = released(numbers_of(public(before, broken_down(before, "t", "all", "region"))))
    lineage = lineage_of([ALL], countries(*numbers))

    shown = public(lineage, broken_down(lineage, "t", "all", "region"), before=(first,))

    assert [row.id for row in shown.sections[0].tables[0].rows] == rows
