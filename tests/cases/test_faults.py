"""What is wrong with a case is told all at once, each with its place; what is good still counts."""

import pytest

from inclusion_core.cases.reading import read_cases
from inclusion_core.cases.telling import finding_line
from inclusion_core.findings import Severity

ANNA = "| Anna | participation | 2018-02-01 | | | |\n"
GOOD = "| Anna | | eligible | not known | 1 |\n"


def places(found):
    return [(each.place.row, each.place.field, each.kind) for each in found.findings]


def test_all_faults_are_told_at_once_with_line_and_column(read):
    found = read(
        whole="""\
        programma: toy.kurss
        zināms: kādreiz
        periods: 2018..2017
        periods: 2018

        | persona | kas |
        | Anna | klients |

        Anna | klients

        | persona | kas | kad | izpildes dina |
        |---|---|---|---|
        | Anna | | | |
        | Anna | dalība programmā | 30.02.2018. | 1 |
        | Anna | profils | | |
        | Anna | dalība programmā | |

        | jautājums | jābūt | kāpēc |
        |---|---|---|
        | tiesības piedalīties | jā | |
        """
    )

    assert found.cases == ()
    assert places(found) == [
        (1, "", "cases.no-title"),
        (1, "", "cases.unknown-programme"),
        (2, "", "cases.not-a-known-day"),
        (3, "", "cases.not-a-period"),
        (4, "", "cases.key-twice"),
        (6, "", "cases.table-without-rule"),
        (9, "", "cases.bar-in-words"),
        (11, "izpildes dina", "cases.unknown-heading"),
        (13, "kas", "cases.no-what"),
        (14, "kad", "workbook.no-such-day"),
        (15, "kas", "cases.unknown-what"),
        (16, "", "cases.ragged-row"),
        (20, "jautājums", "cases.unknown-programme"),
    ]
    told = [finding_line(each, "lv") for each in found.findings]
    assert told[8].startswith("case.md, 13. rinda, kolonna “kas”: kļūda: nav pateikts, kas ir")


def test_a_fault_names_no_value(read):
    found = read(
        "| Canary | participation | canary-1 | canary-2 | canary-3 | canary-4 |\n",
        "| Canary | canary-5 | canary-6 | canary-7 | |\n",
    )

    assert len(found.findings) == 5
    assert all(
        "canary" not in each.in_(language).lower()
        for each in found.findings
        for language in ("lv", "en")
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| | participation | 2018 | | | |", ("client", "cases.no-person")),
        ("| Anna | outcome | | | | |", ("participation", "cases.nothing-to-belong-to")),
        (
            "| Anna | same_person_link | 2018-01-01 | | | |",
            ("other client", "cases.nothing-to-belong-to"),
        ),
        ("| Anna | profile at entry | 2018-02-01 | | | |", ("on", "cases.no-day-field")),
        ("| Anna | arrival | | 2018-02-01 | | |", ("to", "cases.no-day-field")),
        ("| Anna | arrival | | | 1990 | |", ("day of birth", "cases.field-not-there")),
        ("| Anna | client | 1990 | | 1990 | |", ("day of birth", "cases.field-twice")),
        ("| Anna | unemployed | | | | |", ("what", "cases.ambiguous-what")),
        ("| Anna | outcome: work | | | | |", ("what", "cases.unknown-what")),
        ("| Anna | arrival: work | | | | |", ("what", "cases.unknown-what")),
        ("| Anna | work: employed | | | | |", ("what", "cases.unknown-what")),
        ("| Anna | nothing of the sort | | | | |", ("what", "cases.unknown-what")),
        ("| Anna | klient | | | | |", ("what", "cases.unknown-what")),
        ("| 010190-12345 | client | | | | |", ("person", "wire.telling-id")),
        ("| a@b.lv | client | | | | |", ("person", "wire.telling-id")),
        (
            "| Anna | participation | 2018 | | | maybe |",
            ("reason for leaving", "workbook.not-a-code"),
        ),
        ("| | target | | | | |", ("metric", "wire.required")),
    ],
)
def test_a_row_that_cannot_be_read_is_named(read, row, expected):
    found = read(f"{row}\n", "| | 2018 | toy.left | 0 | 1 |\n")

    first = next(each for each in found.findings if each.severity is Severity.ERROR)
    assert (first.place.field, first.kind) == expected
    assert first.place.row == 8


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ("| Anna | client | | | 1990 | |\n| anna | client | | | | |\n", "cases.name-twice"),
        ("| Anna | client | | | 1990 | |\n| | client | | | | |\n", ""),
    ],
)
def test_a_client_has_one_row(read, rows, kind):
    found = read(rows, "| Anna | 2018 | toy.left | not counted | 1 |\n")

    assert [each.kind for each in found.findings if each.severity is Severity.ERROR] == (
        [kind] if kind else []
    )


def test_a_row_in_which_name_and_kind_are_wrong_tells_both(kinds):
    assert kinds("| a@b.lv | nobody knows | | | | |\n") == [
        ("wire.telling-id", "person"),
        ("cases.unknown-what", "what"),
    ]


def test_two_records_have_no_number_in_common_and_a_number_must_be_there(kinds):
    table = "| person | what | number | participation | programme |\n|---|---|---|---|---|\n"

    assert kinds(
        """\
| Anna | participation | one | | |
| Anna | participation | ONE | | |
| Anna | outcome | | two | |
| Anna | participation | | | Not a Programme |
""",
        "",
        table=table,
    ) == [
        ("cases.name-twice", "number"),
        ("cases.nothing-so-called", "participation"),
        ("cases.nothing-so-called", "programme"),
    ]


def test_a_code_is_given_once(kinds):
    table = "| person | what | status |\n|---|---|---|\n"

    assert kinds("| Anna | refugee status | refugee |\n", "", table=table) == [
        ("cases.field-twice", "status")
    ]


@pytest.mark.parametrize(
    ("row", "column", "kind"),
    [
        ("| Anna | | | yes | 1 |", "question", "cases.no-question"),
        ("| Anna | | growing | yes | 1 |", "question", "cases.unknown-question"),
        (
            "| Anna | | wholly unlike anything there is | yes | 1 |",
            "question",
            "cases.unknown-question",
        ),
        ("| Anna | | first day: of full age | yes | 1 |", "question", "cases.unknown-question"),
        ("| Anna | | toy.course | yes | 1 |", "question", "cases.unknown-question"),
        ("| Anna | | eligible | maybe | 1 |", "expected", "cases.not-an-answer"),
        ("| Anna | | eligible | | 1 |", "expected", "cases.not-an-answer"),
        ("| Anna | | eligible | 2018-05-01 | 1 |", "expected", "cases.not-an-answer"),
        ("| Anna | | lessons | 7 | 1 |", "expected", "cases.not-an-answer"),
        ("| Anna | | lessons | not yet | 1 |", "expected", "cases.not-an-answer"),
        ("| Anna | | last day: short | yes | 1 |", "expected", "cases.not-an-answer"),
        ("| Anna | 2018 | toy.left | none | 1 |", "expected", "cases.not-an-answer"),
        ("| Anna | | born-late | not known | 1 |", "expected", "cases.not-an-answer"),
        ("| | | eligible | yes | 1 |", "person", "cases.nobody-asked"),
        ("| | 2018 | toy.left | counted | 1 |", "person", "cases.nobody-asked"),
        ("| Boris | | eligible | yes | 1 |", "person", "cases.nobody-so-called"),
        ("| Boris | | born-late | yes | 1 |", "person", "cases.nobody-so-called"),
        ("| Anna | 2018 | toy.households | 1 | 1 |", "person", "cases.not-of-a-person"),
        ("| Anna | 2018-05 | eligible | yes | 1 |", "day", "cases.one-day-needed"),
        ("| Anna | 2018-05-01 | born-late | no | 1 |", "day", "cases.one-day-needed"),
        ("| Anna | | toy.left | counted | 1 |", "day", "cases.figure-needs-period"),
        ("| Anna | 2018-05-01 | toy.left | counted | 1 |", "day", "cases.figure-needs-period"),
        ("| Anna | a..b | toy.left | counted | 1 |", "day", "cases.figure-needs-period"),
    ],
)
def test_a_row_that_cannot_be_asked_is_named(read, row, column, kind):
    found = read(ANNA, f"{row}\n{GOOD}")

    assert places(found) == [(12, column, kind)]
    assert [each.question for each in found.cases[0].expectations] == ["eligible"]


def test_a_question_that_may_mean_several_things_lists_them(read):
    found = read(
        ANNA, "| Anna | | lessons within limits | yes | 1 |\n| Anna | | twin | yes | 1 |\n"
    )

    assert [kind for _, _, kind in places(found)] == [
        "cases.unknown-question",
        "cases.ambiguous-question",
    ]
    assert (
        found.findings[1]
        .in_("en")
        .endswith("write the full id: metric: toy.one.twin, metric: toy.two.twin")
    )


def test_a_row_without_a_reason_is_asked_and_a_warning_says_so(read):
    found = read(ANNA, "| Anna | | eligible | not known | |\n")

    assert places(found) == [(12, "why", "cases.no-why")]
    assert found.findings[0].severity is Severity.WARNING
    assert len(found.cases[0].expectations) == 1


def test_who_rests_on_a_row_that_was_left_out_is_not_asked(read):
    found = read(
        f"{ANNA}| Boris | participation | 2018-13-01 | | | |\n| Cilda | refugees | | | | |\n",
        f"{GOOD}{GOOD.replace('Anna', 'Boris')}{GOOD.replace('Anna', 'Cilda')}"
        "| | 2018 | toy.left | 0 | 1 |\n",
    )

    assert [each.person for each in found.cases[0].expectations] == ["Anna"]
    assert [kind for _, _, kind in places(found)] == [
        "workbook.no-such-day",
        "cases.unknown-what",
        *["cases.not-asked"] * 3,
    ]


def test_a_fault_in_what_is_nobodys_leaves_everybody_out(read):
    found = read(f"{ANNA}| | operation | 2018-13-01 | | | |\n", GOOD)

    assert found.cases[0].expectations == ()
    assert places(found)[-1] == (13, "", "cases.not-asked")


def test_a_column_that_is_not_read_leaves_everybody_out(read):
    table = "| person | what | on | born |\n|---|---|---|---|\n"

    found = read("| Anna | participation | 2018 | 1990 |\n", GOOD, table=table)

    assert [kind for _, _, kind in places(found)] == ["cases.unknown-heading", "cases.not-asked"]


def test_a_table_of_what_is_expected_takes_no_other_columns(read):
    found = read(
        whole="""\
        # T

        programme: toy.course
        known on: 2018-12-31

        | person | what | what |
        |---|---|---|
        | Anna | client | client |

        | person | question | expected | why | remark |
        |---|---|---|---|---|
        | Anna | eligible | not known | 1 | x |

        | a | b |
        |---|---|
        | c | d |
        """
    )

    assert places(found) == [
        (6, "what", "cases.heading-twice"),
        (10, "remark", "cases.unknown-heading"),
        (12, "", "cases.not-asked"),
        (14, "", "cases.table-unknown"),
    ]


def test_a_page_that_says_nothing_lacks_title_day_and_expectation(read):
    found = read(whole="Some words.\n")

    assert [kind for _, _, kind in places(found)] == [
        "cases.no-title",
        "cases.no-known-day",
        "cases.no-expectation",
    ]


def test_one_file_is_one_case(read):
    found = read(whole="# One\n\nWhat is said.\n\n# Two\n\nknown on: 2018-12-31\n")

    assert [kind for _, _, kind in places(found)] == [
        "cases.no-expectation",
        "cases.second-title",
    ]
    assert found.cases[0].title == "One"
    assert found.cases[0].words.startswith("What is said.")


def test_nobody_is_judged_by_rules_that_are_not_all_there(read):
    header = "# T\n\nprogramme: broken.course\nknown on: 2018-12-31\n\n"

    found = read(ANNA, f"{GOOD}| Anna | | lessons of old | yes | 1 |\n", header=header)

    assert [kind for _, _, kind in places(found)] == ["cases.rules-refused"] * 2
    assert "inclusion-broken" in found.findings[0].in_("en")


def test_a_programme_without_rules_judges_nobody(read):
    header = "# T\n\nprogramme: toy.empty\nknown on: 2018-12-31\n\n"

    found = read(ANNA, GOOD, header=header)

    assert [kind for _, _, kind in places(found)] == ["cases.rules-refused"]


def test_without_a_programme_nobody_is_judged_and_figures_are_counted(read):
    found = read(
        ANNA,
        f"{GOOD}| Anna | 2018 | toy.left | not counted | 1 |\n| Anna | | born-late | no | 1 |\n",
        header="# T\n\nknown on: 2018-12-31\n\n",
    )

    assert [kind for _, _, kind in places(found)] == ["cases.no-programme"]
    assert len(found.cases[0].expectations) == 2


# Files.


def test_a_folder_is_read_file_by_file(catalogue, tmp_path):
    text = "# T\n\nknown on: 2018-12-31\n\n| question | expected |\n|---|---|\n| born-late | 0 |\n"
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.md").write_text(text)
    (tmp_path / "one.md").write_text(text)
    (tmp_path / ".hidden.md").write_text(text)
    (tmp_path / "other.txt").write_text(text)
    (tmp_path / "zz.md").write_bytes(b"\xff\xfe")

    found = read_cases(tmp_path, catalogue)

    assert [each.file for each in found.cases] == ["b/two.md", "one.md"]
    assert [(each.place.file, each.kind) for each in found.findings] == [
        ("b/two.md", "cases.no-why"),
        ("one.md", "cases.no-why"),
        ("zz.md", "wire.not-utf-8"),
    ]


def test_a_file_that_is_not_there_and_an_empty_folder_are_findings(catalogue, tmp_path):
    assert [each.kind for each in read_cases(tmp_path / "no.md", catalogue).findings] == [
        "wire.not-there"
    ]
    (found,) = read_cases(str(tmp_path), catalogue).findings
    assert found.kind == "cases.no-files"
    assert finding_line(found, "en").startswith(f"{tmp_path.name}: error: no file in the folder")
