"""What can be asked of a case, and what comes of it."""

from datetime import date
from decimal import Decimal

import pytest

from inclusion_core.cases.answers import Said
from inclusion_core.values import PartialDay

ANNA = """\
| Anna | client | | | 1990-05-01 | |
| Anna | participation | 2018-02-01 | | | |
"""
LEFT = """\
| Anna | client | | | 1990-05-01 | |
| Anna | participation | 2018-02-01 | 2018-11-30 | | programme completed |
"""


@pytest.mark.parametrize(
    ("day", "question", "expected"),
    [
        ("2018-02-01", "eligible", Said.YES),
        ("", "tiesības piedalīties", Said.YES),
        ("2018-02-01", "toy.course.grown", Said.YES),
        ("2018-02-01", "rule: grown", Said.YES),
        ("2018-02-01", "noteikums: pilngadīgs", Said.YES),
        ("2018-02-01", "Of full age", Said.YES),
        ("2018-02-01", "since-2018", Said.NO),
        ("2018-12-31", "lessons", Said.YES),
        ("2018-12-31", "support: nodarbības", Said.YES),
        ("2018-08-01", "limit: short", Said.YES),
        ("2018-08-02", "limit: short", Said.NO),
    ],
)
def test_a_question_is_asked_by_id_by_the_end_of_it_or_by_its_words(came, day, question, expected):
    (row,) = came(ANNA, f"| Anna | {day} | {question} | {expected.value} | 1 |\n")

    assert row.got is expected
    assert row.agrees


def test_a_rule_that_is_not_in_force_on_its_day_does_not_hold(came):
    later = ANNA.replace("2018-02-01", "2018-06-01")

    (row,) = came(later, "| Anna | | since-2018 | yes | 2 |\n")
    (early,) = came(ANNA, "| Anna | | since-2018 | yes | 2 |\n")

    assert row.agrees
    assert early.got is Said.NO
    assert "not in force" in early.explained("en")


def test_who_is_not_in_the_programme_is_judged_as_if_they_entered(came):
    (row,) = came(
        "| Boris | client | | | 2001-03-01 | |\n", "| Boris | 2018-12-01 | eligible | no | 1 |\n"
    )

    assert row.agrees


def test_what_is_not_known_is_neither_yes_nor_no(came):
    (row,) = came(
        "| Boris | participation | 2018-02-01 | | | |\n", "| Boris | | eligible | not known | 1 |\n"
    )

    assert row.agrees
    assert "What is not known" in row.explained("en")


@pytest.mark.parametrize(
    ("question", "written", "got"),
    [
        ("limit: short", "01.08.2018", date(2018, 8, 1)),
        ("last day: short", "2018-08-01", date(2018, 8, 1)),
        ("first day: lessons", "2018. gada 1. februāris", date(2018, 2, 1)),
        ("pēdējā diena: nodarbības", "nav", Said.NONE),
        ("lessons", "none", Said.NONE),
    ],
)
def test_a_day_that_is_expected_asks_for_the_day_of_support(came, question, written, got):
    (row,) = came(ANNA, f"| Anna | 2018-03-01 | {question} | {written} | 4 |\n")

    assert row.got == got
    assert row.agrees


def test_a_day_known_in_part_leaves_the_last_day_known_in_part(came):
    partial = ANNA.replace("2018-02-01", "2018-02")

    (row, none) = came(
        partial,
        "| Anna | 2018-05-01 | limit: short | 2018-08 | 4 |\n"
        "| Anna | 2018-05-01 | last day: short | not known | 4 |\n",
    )

    assert row.got == PartialDay(date(2018, 8, 1), date(2018, 8, 28))
    assert not row.agrees
    assert none.got == row.got


def test_a_day_that_nobody_knows_is_not_known(came):
    (row,) = came(
        "| Anna | participation | (not asked) | | | |\n",
        "| Anna | 2018-05-01 | first day: short | not known | 4 |\n",
    )

    assert row.agrees


# Figures.


@pytest.mark.parametrize(
    ("known_on", "recorded", "expected"),
    [
        ("2018-12-31", LEFT, "counted"),
        ("2018-12-31", LEFT, "yes"),
        ("2018-12-28", LEFT, "ieskaita"),
        ("2018-12-27", LEFT, "not yet"),
        ("2018-12-31", LEFT.replace("programme completed", "nāve"), "not counted"),
        ("2018-12-31", LEFT.replace("programme completed", "(refused)"), "not known"),
        ("2018-12-31", ANNA, "neskaita"),
        ("2018-12-31", "| Anna | client | | | | |\n", "no"),
    ],
)
def test_a_figure_says_whether_somebody_is_counted(came, known_on, recorded, expected):
    header = f"# A case\n\nknown on: {known_on}\nprogramme: toy.course\n\n"

    (row,) = came(recorded, f"| Anna | 2018 | toy.left | {expected} | 5 |\n", header=header)

    assert row.agrees
    assert row.explained("en").startswith("Number left, 2018-01-01..2018-12-31: counted")


def test_a_number_is_of_all_or_of_one_person(came):
    other = LEFT.replace("Anna", "Boris")
    header = "# A case\n\nprogramme: toy.course\nknown on: 2018-12-31\nperiod: 2018\n\n"

    rows = came(
        LEFT + other,
        "| | | toy.left | 2 | 5 |\n| Anna | | left | 1 | 5 |\n"
        "| | 2018-11-01..2018-11-29 | left | 0 | 5 |\n",
        header=header,
    )

    assert [row.got for row in rows] == [2, 1, 0]
    assert all(row.agrees for row in rows)


def test_the_median_of_nobody_is_none(came):
    rows = came("", "| | 2018 | toy.minutes | 7,5 | 5 |\n")

    assert [row.got for row in rows] == [Said.NONE]
    assert rows[0].expectation.expected == Decimal("7.5")
    assert "No record that it counts" in rows[0].explained("en")


def test_a_median_is_taken_of_those_who_were_there(came):
    recorded = """\
| | service | 2018-03-01 | | |
| Anna | participation | 2018-02-01 | | |
| Anna | service attendance | | | 90 |
"""
    table = "| person | what | on | to | duration (minutes) |\n|---|---|---|---|---|\n"

    (row, own) = came(
        recorded,
        "| | 2018 | minutes | 90 | 5 |\n| Anna | 2018 | minutes | counted | 5 |\n",
        table=table,
    )

    assert row.agrees
    assert own.agrees
    assert "service attendance anna-service-attendance-1: asked about: yes" in row.explained("en")


# Checks.


def test_a_check_says_whether_it_finds_something_about_somebody(came):
    rows = came(
        "| Anna | client | | | 2012-01-01 | |\n| Boris | client | | | 1990-01-01 | |\n",
        """\
| Anna | | check: born-late | yes | 6 |
| Boris | 2018-12-31 | toy.born-late | no | 6 |
| | | born-late | 1 | 6 |
| Anna | | pārbaude: born-late | 1 | 6 |
| | | toy.failing | yes | 6 |
""",
    )

    assert [row.got for row in rows] == [Said.YES, Said.NO, 1, 1, Said.NOT_KNOWN]
    assert "born after 2010" in rows[0].explained("en")
    assert rows[1].explained("lv") == "Pārbaude neko neatrod."


def test_the_limits_of_the_programme_are_checked_too(came):
    (row,) = came(ANNA, "| Anna | | toy.course.services-within-limits | no | 4 |\n")

    assert row.agrees
