"""What differs is told in full: the row, both answers, how far apart they are, and why."""

import json
from decimal import Decimal

from inclusion_core.cases.answers import answer_text
from inclusion_core.cases.telling import told
from inclusion_core.cases.written import finding_fields, judged_fields

ANNA = "| Anna | participation | 2018-02-01 | | | |\n"


def test_a_day_that_differs_is_told_with_the_ends_of_the_limit(came):
    (row,) = came(ANNA, "| Anna | 2018-03-01 | limit: short | 2018-07-31 | Rules, 4 |\n")

    assert told(row, "en") == (
        "case.md, line 12: A case\n"
        "  | person | day | question | expected | why |\n"
        "  | Anna | 2018-03-01 | limit: short | 2018-07-31 | Rules, 4 |\n"
        "expected: 2018-07-31\n"
        "comes to: 2018-08-01\n"
        "Apart by 1 day: what comes of it is later.\n"
        "expected because: Rules, 4\n"
        "\n"
        "Why it comes to that:\n"
        "limit short (Rules (2018-01-02), 4)\n"
        "Until 1 August 2018: six months (Rules (2018-01-02), 4).\n"
        "What ends it:\n"
        "  - the client left: – (Rules (2018-01-02), 3)\n"
        "  - six months: 2018-08-01 (Rules (2018-01-02), 4)"
    )


def test_a_verdict_that_differs_is_told_with_what_decided_it(came):
    (row,) = came(
        f"| Anna | client | | | 2001-03-01 | |\n{ANNA}", "| Anna | | eligible | yes | Rules, 1 |\n"
    )

    text = told(row, "lv")

    assert text.splitlines()[:5] == [
        "case.md, 13. rinda: A case",
        "  | person | day | question | expected | why |",
        "  | Anna | | eligible | yes | Rules, 1 |",
        "jābūt: jā",
        "iznāk: nē",
    ]
    assert "  - nē: pilngadīgs 2018. gada 1. februārī (Nolikums (2018-01-02), 1)" in text
    assert "klients anna – dzimšanas datums: 2001-03-01" in text


def test_a_figure_that_differs_is_told_with_everybody_looked_at(came):
    (row,) = came(
        "| Anna | participation | 2018-02-01 | 2018-11-30 | | death |\n",
        "| Anna | 2018 | toy.left | counted | Rules |\n",
    )

    text = told(row, "en")

    assert "  Who completed it. (Rules (2018-01-02))" in text
    assert "  - participation anna-participation-1: asked about: yes; counted: no" in text
    assert "last day in the programme: 2018-11-30, reason for\n    leaving: death" in text


def test_a_row_without_a_reason_gives_none(read, catalogue):
    from inclusion_core.cases.judging import judged

    (case,) = read(ANNA, "| Anna | | eligible | yes | |\n").cases
    (row,) = judged(case, catalogue)

    assert "because" not in told(row, "en")


def test_what_came_of_a_row_is_written_for_other_programs(came):
    rows = came(ANNA, "| Anna | | eligible | yes | 1 |\n| | 2018 | toy.left | 0 | 1 |\n")

    differs, agrees = (judged_fields(row, "en") for row in rows)

    assert json.loads(json.dumps(differs)) == {
        "file": "case.md",
        "line": 12,
        "case": "A case",
        "person": "Anna",
        "day": "2018-12-31",
        "period": None,
        "question": "eligible",
        "expected": "yes",
        "got": "not known",
        "agrees": False,
        "why": "1",
        "explained": rows[0].explained("en"),
    }
    assert (agrees["agrees"], agrees["period"]) == (True, "2018-01-01..2018-12-31")
    assert "explained" not in agrees
    assert answer_text(Decimal("7.50"), "en") == "7.5"


def test_findings_are_written_for_other_programs(read):
    found = read("| Anna | client | | | soon | |\n", "| Anna | | eligible | yes | 1 |\n")

    first, _ = finding_fields(found.findings, "en")

    assert first["kind"] == "workbook.not-a-day"
    assert (first["file"], first["line"], first["column"]) == ("case.md", 8, "day of birth")
    assert first["severity"] == "error"
