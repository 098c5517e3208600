"""A page of Markdown taken apart."""

from datetime import date

import pytest

from inclusion_core.cases.answers import Said, answer_text, apart, day_answer
from inclusion_core.cases.header import period_written
from inclusion_core.cases.page import page_of
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay


def test_words_lists_and_headings_are_for_readers():
    page = page_of(
        "# The title\n\nSome *words*.\n\n## Part\n\n"
        "- **known on:** `2018-12-03`\n> programme: a.b\n"
    )

    assert page.title == "The title"
    assert page.words == "Some *words*. - **known on:** `2018-12-03` > programme: a.b"
    assert [(each.line, each.key, each.value) for each in page.stated] == [
        (7, "known on", "2018-12-03"),
        (8, "programme", "a.b"),
    ]


def test_comments_and_fenced_code_are_passed_over():
    page = page_of(
        "# T\n<!-- | a |\n| b | -->\n```\n| c |\n~~~\n```\n~~~\n# No\n~~~\n\n"
        "| d |\n|---|\n| e |\n<!-- f"
    )

    assert not page.faults
    (table,) = page.tables
    assert (table.headings.line, table.rows[0].line) == (12, 14)


def test_cells_lose_their_marks_and_dashes_are_empty():
    page = page_of(
        "# T\n|a|b|c|d|e|\n|:--|:-:|--:|---|---|\n"
        "| `x.y` | **z** | - | \\| \\_ | `` ` `` |\n| | | | | |\n"
    )

    assert page.tables[0].rows[0].cells == ("x.y", "z", "", "| _", "`")
    assert len(page.tables[0].rows) == 1


@pytest.mark.parametrize(
    ("written", "stated"),
    [
        ("known on: 2018-12-03", [("known on", "2018-12-03")]),
        ("> - **known on:** `2018-12-03` ", [("known on", "2018-12-03")]),
        ("a:b: c", [("a", "b: c")]),
        ("k" * 40 + ": v", [("k" * 40, "v")]),
        ("k" * 41 + ": v", []),
        ("- a b", []),
        (": v", []),
        ("**: v", []),
        ("k: **", []),
        ("a b \\| c: v", []),
    ],
)
def test_a_line_says_what_stands_before_its_colon_and_behind_it(written, stated):
    assert [(each.key, each.value) for each in page_of(f"# T\n{written}").stated] == stated


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("**a**", "a"),
        ("** `a` **", "a"),
        ("**a*", "*a"),
        ("*a* b", "*a* b"),
        ("****", "****"),
        ("***", "*"),
        ("*`a*`", "*`a*`"),
    ],
)
def test_words_lose_the_marks_that_stand_on_both_sides(written, words):
    assert page_of(f"# T\n{written}").words == words


@pytest.mark.parametrize("sign", ["* ", "*", "` ", "> ", "- "])
def test_a_line_of_nothing_but_marks_is_gone_through_once(sign):
    """A pattern that looks back would take hours over it."""
    marks = sign * 100_000

    for written in (marks + "x", f"a: b{marks}x", f"{marks}x{marks}"):
        assert page_of(f"# T\n{written}").words


def test_a_row_may_do_without_its_last_bar():
    page = page_of("# T\n| a | b\n| --- | ---\n| c | d\n| e |\n")

    assert [row.cells for row in page.tables[0].rows] == [("c", "d")]
    assert [line for line, _, _ in page.tables[0].faults] == [5]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2018", "2018-01-01..2018-12-31"),
        ("2018-06", "2018-06-01..2018-06-30"),
        ("2018-06-01..2018-11-30", "2018-06-01..2018-11-30"),
        ("2018-06-01/2018-11-30", "2018-06-01..2018-11-30"),
        ("01.06.2018 - 30.11.2018", "2018-06-01..2018-11-30"),
        ("01.06.2018–30.11.2018", "2018-06-01..2018-11-30"),
        ("2018-06-01..", "None"),
        ("2018-06-01", "None"),
        ("2018-11-30..2018-06-01", "None"),
        ("2017..2018", "None"),
    ],
)
def test_a_period_is_two_days_a_month_or_a_year(text, period):
    assert str(period_written(text)) == period


def test_how_far_two_answers_are_apart():
    assert apart(date(2018, 1, 1), date(2018, 1, 3)).in_("en").startswith("Apart by 2 days: ")
    assert apart(date(2018, 1, 2), date(2018, 1, 1)).in_("lv") == "Starpība: 1 diena, iznāk agrāk."
    assert apart(2, 5).in_("en") == "It comes to 3 more."
    assert apart(2, 1).in_("lv") == "Iznāk par 1 mazāk."
    assert apart(Said.YES, 1) is None
    assert apart(1, Said.NONE) is None
    assert apart(date(2018, 1, 1), Said.NONE) is None


def test_answers_are_written_as_in_a_case():
    assert [answer_text(each, "en") for each in (Said.NOT_KNOWN, 3, PartialDay.of_year(2018))] == [
        "not known",
        "3",
        "2018",
    ]
    assert day_answer(ABSENT) is Said.NONE
    assert day_answer(NOT_ASKED) is Said.NOT_KNOWN
